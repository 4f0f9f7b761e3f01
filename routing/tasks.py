"""What the routing app does by the clock: each task is one call."""

from celery import shared_task
from django.utils import timezone

from routing import budget


@shared_task
def sweep() -> int:
    """Every minute: settle the reservations of processes that died."""
    return budget.sweep(timezone.now())
