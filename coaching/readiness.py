"""Whether this process can take traffic, and why not."""

from typing import Any

from asgiref.sync import async_to_sync
from django.conf import settings
from django.db import DatabaseError, connection

from coaching import runner
from routing import store


def report() -> dict[str, Any]:
    """Return `{"ready", "checks": {...}, "slots_down": [...]}`."""
    checks = {"database": _database(), "log": async_to_sync(_log)()}
    usable = store.usable_slots(demo=settings.EMBEDDED)
    checks["model"] = "ok" if any(usable.values()) else "no usable model"
    return {
        "ready": all(state == "ok" for state in checks.values()),
        "checks": checks,
        "slots_down": [slot for slot, up in usable.items() if not up],
    }


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "unreachable"
    return "ok"


async def _log() -> str:
    here = await runner.here()
    if here.draining:
        return "shutting down"
    return "ok" if await here.log.healthy() else "unreachable"
