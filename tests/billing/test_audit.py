"""Every kind of drift is found, named and measured."""

import json
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db.models import F

from billing import ledger
from billing.models import CreditLot, Hold, HoldPart, Wallet
from tests.billing.conftest import DAY, NOW, give, hold, left, spend


@pytest.fixture
def busy(ana: UUID) -> UUID:
    """Ana has spent, holds, and has something left of two lots."""
    give(ana, 20, "monthly", expires_at=NOW + DAY)
    give(ana, 100)
    spend(ana, 8, "spent")
    hold(ana, 30, "running")
    return ana


def found() -> set[tuple[str, int]]:
    return {(drift.invariant, drift.amount) for drift in ledger.audit()}


def test_a_sound_ledger_has_no_drift(busy: UUID):
    assert ledger.audit() == []
    assert ledger.audit([ledger.wallet_of(busy).pk]) == []


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        pytest.param(
            lambda: Wallet.objects.update(available=F("available") + 5),
            {("I2", 5), ("I3", 5)},
            id="credits from nowhere",
        ),
        pytest.param(
            lambda: Wallet.objects.update(available=F("available") - 5),
            {("I2", -5), ("I3", -5)},
            id="credits lost",
        ),
        pytest.param(
            lambda: Wallet.objects.update(held=F("held") + 1),
            {("I2", 1), ("I3", 1)},
            id="held too much",
        ),
        pytest.param(
            lambda: CreditLot.objects.filter(kind="pack").update(
                remaining=F("remaining") - 3
            ),
            {("I2", 3), ("I4", -3)},
            id="a lot too small",
        ),
        pytest.param(
            lambda: CreditLot.objects.filter(kind="pack").update(granted=1_000),
            {("I4", 900)},
            id="a grant grown larger",
        ),
        pytest.param(
            lambda: Hold.objects.filter(key="running").update(state="released"),
            {("I2", 30), ("I2", 12), ("I2", 18)},
            id="a hold closed without its credits",
        ),
        pytest.param(
            lambda: Hold.objects.filter(key="spent").update(settled_amount=7),
            {("I7", -1)},
            id="a charge that differs from its entry",
        ),
        pytest.param(
            lambda: HoldPart.objects.filter(hold__key="spent").update(amount=9),
            {("I7", -1)},
            id="parts that differ from their hold",
        ),
    ],
)
def test_tampering_is_found_and_measured(busy: UUID, tamper, expected: set):
    tamper()
    assert found() == expected


def test_only_the_wallets_asked_for_are_audited(busy: UUID, ben: UUID):
    give(ben, 1)
    Wallet.objects.filter(user=busy).update(available=F("available") + 5)
    assert ledger.audit([ledger.wallet_of(ben).pk]) == []
    assert {d.wallet_id for d in ledger.audit()} == {ledger.wallet_of(busy).pk}


def test_a_late_sweep_is_no_drift(ana: UUID):
    give(ana, 10, "trial", expires_at=NOW - DAY)
    assert left(ana) == (0, 0)
    assert ledger.audit() == []


def test_the_audit_reads_four_times_however_many_wallets(
    busy: UUID, ben: UUID, django_assert_num_queries
):
    give(ben, 1)
    with django_assert_num_queries(4):
        ledger.audit()


def command(*arguments: str) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("audit_ledger", *arguments, stdout=out)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_the_command_is_content_with_a_sound_ledger(busy: UUID):
    assert command() == (0, "1 wallets, 0 drifts\n")
    code, out = command("--json")
    assert (code, json.loads(out)) == (0, {"ok": True, "wallets": 1, "drift": []})


def test_the_command_names_wallet_and_amount_and_fails(busy: UUID):
    wallet = ledger.wallet_of(busy)
    Wallet.objects.update(available=F("available") + 5)
    code, out = command()
    assert code == 1
    assert f"wallet {wallet.pk}: I2 off by +5: available, by its lots" in out
    code, out = command("--json")
    report = json.loads(out)
    assert (code, report["ok"]) == (1, False)
    assert {d["wallet_id"] for d in report["drift"]} == {str(wallet.pk)}
    assert {d["amount"] for d in report["drift"]} == {5}
