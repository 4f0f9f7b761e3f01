"""System checks: a wrong mix of settings is loud at boot."""

from typing import Any

from django.conf import settings
from django.core import checks


@checks.register()
def shapes(**kwargs: Any) -> list[checks.CheckMessage]:
    """Warn of half a production: what works with one process and not with two."""
    found: list[checks.CheckMessage] = []
    on_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not settings.EMBEDDED and on_sqlite:
        found.append(
            checks.Warning(
                "REDIS_URL is set, but not DATABASE_URL.",
                hint="Several processes need PostgreSQL: set DATABASE_URL.",
                id="coaching.W001",
            )
        )
    if settings.EMBEDDED and not on_sqlite:
        found.append(
            checks.Warning(
                "DATABASE_URL is set, but not REDIS_URL.",
                hint="Start one web process only, or set REDIS_URL.",
                id="coaching.W002",
            )
        )
    if not settings.EMBEDDED and settings.SECRET_KEY_MADE:
        found.append(
            checks.Warning(
                "SECRET_KEY is not set: this node made its own in DATA_DIR.",
                hint="Give all nodes the same SECRET_KEY.",
                id="coaching.W003",
            )
        )
    return found
