"""The ledger defends itself: entries never change, and transactions sum to zero.

SQLite has no trigger that waits for the commit; there the service alone sees to the
sums (it cannot write any others) and the audit would find them. It has, however, a
second way to delete a row, INSERT OR REPLACE, which fires no DELETE trigger.
"""

from django.db import migrations

POSTGRESQL = [
    """
    CREATE FUNCTION billing_entry_never_changes() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'ledger entries never change'
            USING ERRCODE = 'integrity_constraint_violation';
    END $$
    """,
    """
    CREATE TRIGGER billing_entry_never_changes
    BEFORE UPDATE OR DELETE ON billing_ledgerentry
    FOR EACH ROW EXECUTE FUNCTION billing_entry_never_changes()
    """,
    """
    CREATE FUNCTION billing_transaction_sums_to_zero() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        IF (SELECT SUM(amount) FROM billing_ledgerentry WHERE txn_id = NEW.txn_id) <> 0
        THEN
            RAISE EXCEPTION 'ledger transaction % does not sum to zero', NEW.txn_id
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE CONSTRAINT TRIGGER billing_transaction_sums_to_zero
    AFTER INSERT ON billing_ledgerentry
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION billing_transaction_sums_to_zero()
    """,
]
POSTGRESQL_UNDO = [
    "DROP TRIGGER billing_transaction_sums_to_zero ON billing_ledgerentry",
    "DROP FUNCTION billing_transaction_sums_to_zero()",
    "DROP TRIGGER billing_entry_never_changes ON billing_ledgerentry",
    "DROP FUNCTION billing_entry_never_changes()",
]

SQLITE = [
    """
    CREATE TRIGGER billing_entry_never_changes BEFORE UPDATE ON billing_ledgerentry
    BEGIN SELECT RAISE(ABORT, 'ledger entries never change'); END
    """,
    """
    CREATE TRIGGER billing_entry_never_goes BEFORE DELETE ON billing_ledgerentry
    BEGIN SELECT RAISE(ABORT, 'ledger entries never change'); END
    """,
    """
    CREATE TRIGGER billing_entry_is_never_replaced BEFORE INSERT ON billing_ledgerentry
    WHEN EXISTS (
        SELECT 1 FROM billing_ledgerentry WHERE id = NEW.id OR "key" = NEW."key"
    )
    BEGIN SELECT RAISE(ABORT, 'ledger entries never change'); END
    """,
]
SQLITE_UNDO = [
    "DROP TRIGGER IF EXISTS billing_entry_is_never_replaced",
    "DROP TRIGGER IF EXISTS billing_entry_never_goes",
    "DROP TRIGGER IF EXISTS billing_entry_never_changes",
]


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return run


class Migration(migrations.Migration):
    dependencies = [("billing", "0001_wallets_and_ledger")]

    operations = [
        migrations.RunPython(
            _run({"postgresql": POSTGRESQL, "sqlite": SQLITE}),
            _run({"postgresql": POSTGRESQL_UNDO, "sqlite": SQLITE_UNDO}),
        )
    ]
