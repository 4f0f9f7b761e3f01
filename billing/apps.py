"""The billing app."""

from django.apps import AppConfig


class BillingConfig(AppConfig):
    """Credits and money."""

    name = "billing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks."""
        from billing import checks  # noqa: F401, PLC0415
