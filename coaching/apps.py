"""The coaching app."""

from django.apps import AppConfig


class CoachingConfig(AppConfig):
    """The product and the site."""

    name = "coaching"
    default_auto_field = "django.db.models.BigAutoField"
