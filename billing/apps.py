"""The billing app."""

from django.apps import AppConfig


class BillingConfig(AppConfig):
    """Credits and money."""

    name = "billing"
    default_auto_field = "django.db.models.BigAutoField"
