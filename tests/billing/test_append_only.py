"""The database itself keeps the ledger: cases 21 and 22."""

from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction

from billing import ledger
from billing.checks import ledger_is_append_only
from billing.models import LedgerEntry
from tests.billing.conftest import give, rows


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def an_entry() -> LedgerEntry:
    return LedgerEntry.objects.all()[0]


def replace_a_row() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's")
    columns = ", ".join(
        f'"{field.column}"' for field in LedgerEntry._meta.concrete_fields
    )
    changed = columns.replace('"amount"', '"amount" + 1')
    sql(
        f"INSERT OR REPLACE INTO billing_ledgerentry ({columns}) "  # noqa: S608
        f"SELECT {changed} FROM billing_ledgerentry"
    )


TAMPERING = {
    "save": lambda: an_entry().save(),
    "update": lambda: LedgerEntry.objects.update(amount=1),
    "update a reason": lambda: LedgerEntry.objects.update(reason="another"),
    "update to the same": lambda: sql("UPDATE billing_ledgerentry SET amount = amount"),
    "delete a row": lambda: an_entry().delete(),
    "delete all": lambda: LedgerEntry.objects.all().delete(),
    "raw update": lambda: sql(
        "UPDATE billing_ledgerentry SET amount = 0 WHERE amount > %s", 5
    ),
    "raw delete": lambda: sql("DELETE FROM billing_ledgerentry"),
    "bulk update": lambda: LedgerEntry.objects.bulk_update(
        list(LedgerEntry.objects.all()), ["amount"]
    ),
    "replace": replace_a_row,
    "upsert": lambda: sql(
        "INSERT INTO billing_ledgerentry SELECT * FROM billing_ledgerentry WHERE true "
        "ON CONFLICT (id) DO UPDATE SET amount = 7"
    ),
}


@pytest.mark.parametrize("how", TAMPERING)
def test_an_entry_can_be_neither_changed_nor_removed(ana: UUID, how: str):
    give(ana, 10)
    before = rows(LedgerEntry)
    with pytest.raises(DatabaseError), transaction.atomic():
        TAMPERING[how]()
    assert rows(LedgerEntry) == before
    assert len(before) == 2


def lonely_entry(user_id: UUID) -> LedgerEntry:
    """Return an entry that nothing balances."""
    return LedgerEntry(
        txn_id=uuid4(),
        account="user_credits",
        wallet=ledger.wallet_of(user_id),
        amount=5,
        kind="grant",
        key="lonely",
        ref_type="test",
        ref_id="1",
    )


@pytest.mark.django_db(transaction=True)
def test_an_unbalanced_transaction_is_refused_at_commit_or_found_by_the_audit(
    ana: UUID,
):
    entry = lonely_entry(ana)
    if connection.vendor == "postgresql":
        with pytest.raises(IntegrityError, match="sum to zero"):
            entry.save()
        assert not LedgerEntry.objects.exists()
    else:
        entry.save()
        assert {drift.invariant for drift in ledger.audit()} == {"I1", "I3"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"account": "savings"}, id="an account nobody knows"),
        pytest.param({"kind": "gift"}, id="a kind nobody knows"),
        pytest.param({"account": "spent"}, id="another account without a lot"),
        pytest.param({"kind": "adjust"}, id="an adjustment without a reason"),
    ],
)
def test_the_database_refuses_entries_that_say_too_little(ana: UUID, change: dict):
    entry = lonely_entry(ana)
    for name, value in change.items():
        setattr(entry, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save()


@pytest.mark.django_db(transaction=True)
def test_a_flush_empties_the_ledger_and_guards_it_again(ana: UUID):
    give(ana, 10)
    call_command("flush", interactive=False, verbosity=0)
    assert not LedgerEntry.objects.exists()
    assert ledger_is_append_only(databases=["default"]) == []


def test_a_ledger_without_its_triggers_fails_the_system_check(db: None):
    on = "" if connection.vendor == "sqlite" else " ON billing_ledgerentry"
    sql(f"DROP TRIGGER billing_entry_never_changes{on}")
    assert [e.id for e in ledger_is_append_only(databases=["default"])] == [
        "billing.E003"
    ]


@pytest.mark.django_db(transaction=True)
def test_the_triggers_can_be_taken_back_and_made_again(db: None):
    call_command("migrate", "billing", "0001", verbosity=0)
    call_command("migrate", "billing", verbosity=0)
    assert ledger_is_append_only(databases=["default"]) == []
