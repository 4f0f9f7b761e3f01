"""Credits come in once."""

from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from billing import ledger
from billing.errors import KeyReused
from billing.models import CreditLot, LedgerEntry, LotKind, Wallet
from billing.plans import BURN_PRIORITY
from tests.billing.conftest import DAY, NOW, give, left, rows


def invoice(user_id: UUID, key: str = "invoice:in_1", source_id: str = "in_1", **kw):
    return ledger.grant(
        user_id,
        key=key,
        credits=kw.pop("credits", 3_000),
        kind=kw.pop("kind", LotKind.MONTHLY),
        source_type="invoice",
        source_id=source_id,
        **kw,
    )


def test_a_wallet_is_made_on_first_use_and_stays_the_same(ana: UUID):
    assert ledger.wallet_of(ana) == ledger.wallet_of(ana)
    assert left(ana) == (0, 0)


def test_a_grant_is_a_lot_and_two_entries(ana: UUID):
    lot = invoice(ana, expires_at=NOW + DAY)
    assert (lot.granted, lot.remaining, lot.held, lot.priority) == (3000, 3000, 0, 10)
    entries = LedgerEntry.objects.values_list("account", "amount", "kind", "lot")
    assert set(entries) == {
        ("user_credits", 3000, "grant", None),
        ("granted", -3000, "grant", lot.pk),
    }
    assert LedgerEntry.objects.values("txn_id").distinct().count() == 1
    assert left(ana) == (3000, 0)


@pytest.mark.parametrize(
    "again",
    [
        pytest.param({}, id="the same call"),
        pytest.param({"credits": 5_000}, id="the same key with another amount"),
        pytest.param({"key": "event:evt_2"}, id="the same invoice under another key"),
        pytest.param({"source_id": "in_2"}, id="the same key for another invoice"),
    ],
)
def test_a_second_grant_returns_the_first_lot(ana: UUID, again: dict):
    first = invoice(ana)
    before = rows(LedgerEntry), rows(CreditLot)
    assert invoice(ana, **again) == first
    assert (rows(LedgerEntry), rows(CreditLot)) == before
    assert left(ana) == (3000, 0)


def test_one_source_may_give_two_kinds(ana: UUID):
    invoice(ana)
    invoice(ana, key="bonus", kind=LotKind.PROMO, credits=50)
    assert left(ana) == (3050, 0)


@pytest.mark.parametrize(
    "again",
    [
        pytest.param({"source_id": "in_2"}, id="the key"),
        pytest.param({"key": "event:evt_2"}, id="the source"),
    ],
)
def test_what_was_granted_to_one_is_never_granted_to_another(
    ana: UUID, ben: UUID, again: dict
):
    invoice(ana)
    with pytest.raises(KeyReused):
        invoice(ben, **again)
    assert left(ben) == (0, 0)


@pytest.mark.parametrize("credits", [0, -1])
def test_a_grant_of_nothing_is_refused(ana: UUID, credits: int):
    with pytest.raises(ValueError, match="at least one"):
        invoice(ana, credits=credits)
    assert not CreditLot.objects.exists()


def test_every_kind_of_lot_has_its_place_in_the_burn_order():
    assert set(BURN_PRIORITY) == set(LotKind.values)
    assert BURN_PRIORITY["monthly"] < BURN_PRIORITY["trial"] < BURN_PRIORITY["pack"]
    assert BURN_PRIORITY["trial"] == BURN_PRIORITY["promo"] == BURN_PRIORITY["adjust"]


def test_a_grant_that_comes_late_for_its_period_is_kept_but_not_spendable(ana: UUID):
    invoice(ana, expires_at=NOW - DAY)
    assert left(ana) == (0, 0)


@pytest.mark.parametrize(
    ("model", "change"),
    [
        pytest.param(Wallet, {"available": -1}, id="available below zero"),
        pytest.param(Wallet, {"held": -1}, id="held below zero"),
        pytest.param(CreditLot, {"remaining": -1}, id="remaining below zero"),
        pytest.param(CreditLot, {"held": -1}, id="lot's held below zero"),
        pytest.param(CreditLot, {"remaining": 101}, id="more than was granted"),
        pytest.param(CreditLot, {"held": 1}, id="remaining and held over granted"),
        pytest.param(CreditLot, {"kind": "gift"}, id="a kind nobody knows"),
    ],
)
def test_the_database_refuses_impossible_rows(ana: UUID, model: type, change: dict):
    give(ana, 100)
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**change)


def test_joining_a_transaction_that_fails_leaves_nothing(ana: UUID):
    def pay_and_fail() -> None:
        with transaction.atomic():
            invoice(ana)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        pay_and_fail()
    assert left(ana) == (0, 0)
    assert not LedgerEntry.objects.exists()


def test_a_stranger_has_an_empty_balance(db: None):
    assert left(uuid4()) == (0, 0)
