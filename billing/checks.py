"""What must be right before credits may move; Django runs these at every start."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

from billing import plans


@register
def catalogue_is_sound(**_: Any) -> list[CheckMessage]:
    """Refuse a catalogue that gives for nothing or sells nothing."""
    return [Error(fault, id="billing.E001") for fault in plans.faults()]


@register
def sqlite_locks_when_a_transaction_begins(**_: Any) -> list[CheckMessage]:
    """Refuse SQLite's default mode, in which two spenders may both read first."""
    return late_locks(connections.settings)


def late_locks(databases: Mapping[str, Mapping[str, Any]]) -> list[CheckMessage]:
    """Return an error for every database whose lock would come too late."""
    return [
        Error(
            f"SQLite database '{alias}' needs transaction_mode IMMEDIATE.",
            hint="Otherwise operations of the ledger fail: 'database is locked'.",
            id="billing.E002",
        )
        for alias, database in databases.items()
        if database["ENGINE"].endswith("sqlite3")
        and database.get("OPTIONS", {}).get("transaction_mode") != "IMMEDIATE"
    ]


@register(Tags.database)
def ledger_is_append_only(
    databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Refuse a ledger without its triggers: SQLite drops them with a rebuilt table."""
    return [
        Error(
            f"Ledger entries can be changed in '{alias}': triggers are missing.",
            hint="Run `migrate billing 0001`, then `migrate billing`.",
            id="billing.E003",
        )
        for alias in databases or ()
        if not _has_triggers(connections[alias])
    ]


def _has_triggers(connection: BaseDatabaseWrapper) -> bool:
    """Say whether the migration's triggers are there; before it there are none."""
    applied = MigrationRecorder(connection).applied_migrations()
    if ("billing", "0002_ledger_append_only") not in applied:
        return True
    catalogue = {
        "sqlite": "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = %s",
        "postgresql": "SELECT 1 FROM pg_trigger WHERE tgname = %s",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor], ["billing_entry_never_changes"])
        return cursor.fetchone() is not None
