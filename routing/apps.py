"""The routing app."""

from django.apps import AppConfig


class RoutingConfig(AppConfig):
    """Choose a model and stream its answer."""

    name = "routing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the checks."""
        from routing import checks  # noqa: F401, PLC0415 (needs the models)
