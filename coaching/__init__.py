"""The product and the site: accounts, conversations, turns, pages, socket, settings."""

from coaching.celery import app as celery_app

__all__ = ["celery_app"]
