"""Empty the database, the ledger too: Django's `flush`, made to work on SQLite.

On PostgreSQL it truncates, which row triggers do not see. SQLite has no TRUNCATE: its
flush deletes row by row, and the ledger's trigger refuses that to everyone.
"""

from typing import Any

from django.core.management.commands import flush
from django.db import connections, transaction

from billing.models import LedgerEntry


class Command(flush.Command):
    """Flush with the ledger's triggers lifted and put back in the same transaction."""

    def handle(self, **options: Any) -> None:
        """Empty every table."""
        connection = connections[options["database"]]
        if connection.vendor != "sqlite":
            super().handle(**options)
            return
        with transaction.atomic(connection.alias), connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master "
                "WHERE type = 'trigger' AND tbl_name = %s",
                [LedgerEntry._meta.db_table],
            )
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
            super().handle(**options)
            for _, sql in triggers:
                cursor.execute(sql)
