"""The coaching app."""

from django.apps import AppConfig


class CoachingConfig(AppConfig):
    """The product and the site."""

    name = "coaching"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks."""
        from coaching import checks  # noqa: F401, PLC0415
