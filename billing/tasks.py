"""Celery entrances to billing: each task is one or two calls."""

from celery import shared_task
from django.utils import timezone

from billing import entitlements, ledger


@shared_task
def sweep() -> None:
    """Every minute: end what is over, and begin the months that have come."""
    now = timezone.now()
    ledger.sweep(now)
    entitlements.renew_allowances(now)
