"""The routing app."""

from django.apps import AppConfig


class RoutingConfig(AppConfig):
    """Choose a model and stream its answer."""

    name = "routing"
    default_auto_field = "django.db.models.BigAutoField"
