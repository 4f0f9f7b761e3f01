"""What an answer costs: cases 5 to 17 of the ledger, and their neighbours."""

from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from billing import ledger
from billing.errors import (
    AccountFrozen,
    HoldClosed,
    InsufficientCredits,
    KeyReused,
    UnknownHold,
)
from billing.models import (
    CreditLot,
    Hold,
    HoldPart,
    LedgerEntry,
    Wallet,
)
from tests.billing.conftest import DAY, MINUTE, NOW, give, hold, left, rows, spend

TABLES = (CreditLot, Hold, HoldPart, LedgerEntry)


def everything() -> list:
    wallets = Wallet.objects.order_by("pk").values_list("pk", "available", "held")
    return [list(wallets), *(rows(table) for table in TABLES)]


def remaining(*lots: CreditLot) -> list[int]:
    return [CreditLot.objects.get(pk=lot.pk).remaining for lot in lots]


def test_an_answer_that_costs_all_there_is_leaves_nothing(ana: UUID):
    give(ana, 3)
    hold(ana, 3)
    assert left(ana) == (0, 3)
    settled = ledger.settle("answer", 3, NOW)
    assert settled == ledger.Settled(3, ledger.Balance(0, 0))
    assert left(ana) == (0, 0)


@pytest.mark.parametrize("has", [0, 2])
def test_too_few_credits_leave_no_hold_and_no_entry(ana: UUID, has: int):
    if has:
        give(ana, has)
    before = everything()
    with pytest.raises(InsufficientCredits) as refusal:
        hold(ana, 3)
    assert (refusal.value.available, refusal.value.needed) == (has, 3)
    assert refusal.value.code == "insufficient_credits"
    if has:
        assert everything() == before
    assert not Hold.objects.exists()
    assert left(ana) == (has, 0)


def test_what_is_held_cannot_be_held_again(ana: UUID):
    give(ana, 3)
    hold(ana, 2, "one")
    with pytest.raises(InsufficientCredits):
        hold(ana, 2, "two")
    assert left(ana) == (1, 2)


def test_a_refusal_does_not_spoil_the_callers_transaction(ana: UUID):
    with transaction.atomic():
        with pytest.raises(InsufficientCredits):
            hold(ana, 3)
        give(ana, 3)
        hold(ana, 3)
    assert left(ana) == (0, 3)


def test_a_provider_error_gives_everything_back(ana: UUID):
    give(ana, 3)
    hold(ana, 3)
    assert ledger.release("answer", NOW) == ledger.Balance(3, 0)
    assert LedgerEntry.objects.filter(kind="spend").count() == 0


@pytest.mark.parametrize(
    ("charge", "charged"),
    [
        pytest.param(-5, 0, id="below zero is nothing"),
        pytest.param(0, 0, id="nothing"),
        pytest.param(1, 1, id="part of it"),
        pytest.param(4, 4, id="all of it"),
        pytest.param(5, 4, id="never more than was held"),
        pytest.param(10**12, 4, id="however much is asked"),
    ],
)
def test_settling_charges_within_the_hold(ana: UUID, charge: int, charged: int):
    give(ana, 10)
    hold(ana, 4)
    settled = ledger.settle("answer", charge, NOW)
    assert settled == ledger.Settled(charged, ledger.Balance(10 - charged, 0))
    assert Hold.objects.get().settled_amount == charged
    assert Hold.objects.get().state == "settled"
    assert left(ana) == (10 - charged, 0)


def test_the_same_answer_retried_holds_once(ana: UUID):
    give(ana, 10)
    holds = {hold(ana, 4).pk for _ in range(5)}
    assert len(holds) == 1
    assert left(ana) == (6, 4)
    for _ in range(5):
        assert ledger.settle("answer", 4, NOW).charged == 4
    assert left(ana) == (6, 0)


def test_a_retry_finds_its_hold_in_an_emptied_wallet(ana: UUID):
    give(ana, 4)
    assert hold(ana, 4) == hold(ana, 4)
    assert left(ana) == (0, 4)


def test_a_retry_that_asks_for_more_gets_the_first_hold(ana: UUID):
    give(ana, 10)
    hold(ana, 4)
    assert hold(ana, 9).amount == 4
    assert left(ana) == (6, 4)


FIRST = {
    "settled": lambda: ledger.settle("answer", 3, NOW),
    "released": lambda: ledger.release("answer", NOW),
    "expired": lambda: ledger.sweep(NOW + 5 * MINUTE),
}
SECOND = {
    "settle": lambda: ledger.settle("answer", 4, NOW),
    "release": lambda: ledger.release("answer", NOW),
    "sweep": lambda: ledger.sweep(NOW + 5 * MINUTE),
}


@pytest.mark.parametrize("second", SECOND)
@pytest.mark.parametrize("first", FIRST)
def test_a_hold_resolves_once(ana: UUID, first: str, second: str):
    give(ana, 10)
    hold(ana, 4)
    FIRST[first]()
    before = everything()
    SECOND[second]()
    assert everything() == before
    assert Hold.objects.get().state == first


def test_settling_again_returns_what_was_charged_first(ana: UUID):
    give(ana, 10)
    hold(ana, 4)
    ledger.settle("answer", 1, NOW)
    assert ledger.settle("answer", 4, NOW).charged == 1


def test_settling_what_was_released_charges_nothing(ana: UUID):
    give(ana, 10)
    hold(ana, 4)
    ledger.release("answer", NOW)
    assert ledger.settle("answer", 4, NOW).charged == 0


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("has", [10, 4])
def test_a_closed_key_cannot_be_held_again(ana: UUID, first: str, has: int):
    give(ana, has)
    hold(ana, 4)
    FIRST[first]()
    before = everything()
    with pytest.raises(HoldClosed) as refusal:
        hold(ana, 4)
    assert refusal.value.code == "conflict"
    assert everything() == before


def test_a_key_belongs_to_one_wallet(ana: UUID, ben: UUID):
    give(ana, 10)
    give(ben, 10)
    hold(ana, 4)
    with pytest.raises(KeyReused):
        hold(ben, 4)
    assert left(ben) == (10, 0)


@pytest.mark.parametrize("close", [ledger.settle, ledger.release])
def test_a_key_nobody_held_is_unknown(db: None, close):
    arguments = ("nothing", 1, NOW) if close is ledger.settle else ("nothing", NOW)
    with pytest.raises(UnknownHold) as refusal:
        close(*arguments)
    assert refusal.value.code == "not_found"


# --- burn order


@pytest.mark.parametrize(
    ("lots", "spends", "leaves"),
    [
        pytest.param(
            [("pack", 200, None), ("trial", 50, 60), ("monthly", 100, 3)],
            120,
            [200, 30, 0],
            id="allowance, then trial, then pack",
        ),
        pytest.param(
            [("pack", 10, None), ("pack", 10, None)], 5, [5, 10], id="the older first"
        ),
        pytest.param(
            [("pack", 10, None), ("pack", 10, 9)], 5, [10, 5], id="the expiring first"
        ),
        pytest.param(
            [("pack", 10, 9), ("pack", 10, 2)], 15, [5, 0], id="the sooner first"
        ),
        pytest.param(
            [("trial", 10, 60), ("promo", 10, 5), ("adjust", 10, None)],
            15,
            [5, 0, 10],
            id="trial, promo and adjustments are one class",
        ),
        pytest.param(
            [("pack", 10, 1), ("monthly", 10, 30)],
            10,
            [10, 0],
            id="class before expiry: what was paid for burns last",
        ),
        pytest.param(
            [("monthly", 10, 0), ("pack", 10, None)],
            5,
            [10, 5],
            id="what has ended gives nothing",
        ),
    ],
)
def test_burn_order(ana: UUID, lots: list, spends: int, leaves: list[int]):
    given = [
        give(ana, credits, kind, expires_at=None if days is None else NOW + days * DAY)
        for kind, credits, days in lots
    ]
    spend(ana, spends)
    assert remaining(*given) == leaves


def test_a_part_of_a_hold_is_spent_in_the_order_it_was_taken(ana: UUID):
    pack = give(ana, 10)
    monthly = give(ana, 5, "monthly", expires_at=NOW + DAY)
    hold(ana, 8)
    give(ana, 5, "monthly", expires_at=NOW + DAY)  # too late for this hold
    ledger.settle("answer", 6, NOW)
    assert remaining(pack, monthly) == [9, 0]
    spent = LedgerEntry.objects.filter(account="spent").values_list("lot", "amount")
    assert set(spent) == {(monthly.pk, 5), (pack.pk, 1)}


# --- lots that end while held


def test_a_hold_made_in_time_is_paid_from_the_lot_that_ended_meanwhile(ana: UUID):
    noon = NOW
    lot = give(ana, 10, "monthly", expires_at=noon)
    hold(ana, 4, now=noon - MINUTE / 60)
    settled = ledger.settle("answer", 3, noon + MINUTE / 12)
    assert settled == ledger.Settled(3, ledger.Balance(0, 0))
    lot.refresh_from_db()
    assert (lot.remaining, lot.held) == (6, 0)
    entries = LedgerEntry.objects.exclude(kind="grant").exclude(account="user_credits")
    assert list(entries.order_by("pk").values_list("account", "amount")) == [
        ("spent", 3),
        ("expired", 1),
    ]


def test_at_the_very_moment_of_its_end_a_lot_gives_nothing(ana: UUID):
    give(ana, 10, "monthly", expires_at=NOW)
    with pytest.raises(InsufficientCredits):
        hold(ana, 4, now=NOW)


def test_what_is_released_from_an_ended_lot_expires(ana: UUID):
    lot = give(ana, 10, "monthly", expires_at=NOW + MINUTE)
    pack = give(ana, 10)
    hold(ana, 14)
    balance = ledger.release("answer", NOW + MINUTE)
    assert balance == ledger.Balance(10, 0)
    assert remaining(lot, pack) == [0, 10]
    assert ledger.audit() == []


# --- own keys, free answers, frozen wallets


@pytest.mark.parametrize("funding", ["byok", "free"])
@pytest.mark.parametrize("frozen", [True, False])
def test_answers_not_paid_with_credits_move_none(ana: UUID, funding: str, frozen: bool):
    if frozen:
        ledger.freeze(ana, "dispute")
    for n in range(10):
        hold(ana, 0, f"answer {n}", funding=funding)
        hold(ana, 0, f"answer {n}", funding=funding)
        assert ledger.settle(f"answer {n}", 0, NOW).charged == 0
    assert Hold.objects.filter(funding=funding, state="settled").count() == 10
    assert not LedgerEntry.objects.exists()
    assert left(ana) == (0, 0)


def test_an_answer_on_an_own_key_leaves_the_wallet_as_it_is(ana: UUID):
    give(ana, 10)
    hold(ana, 0, funding="byok")
    assert ledger.settle("answer", 5, NOW) == ledger.Settled(0, ledger.Balance(10, 0))
    assert left(ana) == (10, 0)


@pytest.mark.parametrize(
    ("credits", "funding"),
    [(0, "credits"), (-1, "credits"), (1, "byok"), (1, "free"), (-1, "byok")],
)
def test_a_price_that_does_not_fit_its_funding_is_refused(
    ana: UUID, credits: int, funding: str
):
    give(ana, 10)
    with pytest.raises(ValueError, match="cannot hold"):
        hold(ana, credits, funding=funding)
    assert not Hold.objects.exists()


def test_a_frozen_wallet_holds_nothing_but_closes_what_it_held(ana: UUID):
    give(ana, 10)
    hold(ana, 4, "before")
    ledger.freeze(ana, "dispute")
    with pytest.raises(AccountFrozen) as refusal:
        hold(ana, 4, "after")
    assert refusal.value.code == "account_frozen"
    assert str(refusal.value) == "dispute"
    assert ledger.settle("before", 4, NOW).charged == 4
    ledger.unfreeze(ana, "dispute")
    hold(ana, 4, "after")
    assert left(ana) == (2, 4)


def test_a_freeze_is_lifted_only_for_its_own_reason(ana: UUID):
    ledger.freeze(ana, "staff")
    ledger.freeze(ana, "dispute")
    ledger.unfreeze(ana, "dispute")
    assert ledger.wallet_of(ana).frozen_reason == "staff"
    ledger.unfreeze(ana, "staff")
    assert ledger.wallet_of(ana).frozen_reason == ""


# --- what an answer waits for


def test_opening_and_closing_a_turn_take_six_statements_each(ana: UUID):
    give(ana, 5, "monthly", expires_at=NOW + DAY)
    give(ana, 10)
    with transaction.atomic():
        with CaptureQueriesContext(connection) as opening:
            hold(ana, 8)
        with CaptureQueriesContext(connection) as closing:
            ledger.settle("answer", 7, NOW)
    assert len(opening) <= 6, [query["sql"] for query in opening]
    assert len(closing) <= 6, [query["sql"] for query in closing]


def test_the_first_statement_locks_the_wallet(ana: UUID):
    lot = give(ana, 10)
    hold(ana, 1, "held")
    operations = {
        "hold": lambda: hold(ana, 1),
        "settle": lambda: ledger.settle("held", 1, NOW),
        "release": lambda: ledger.release("held", NOW),
        "grant": lambda: give(ana, 1, key="new"),
        "adjust": lambda: ledger.adjust(
            ana, key="a", credits=1, reason="thanks", actor="staff"
        ),
        "claw_back": lambda: ledger.claw_back(lot.pk, key="c", credits=1),
        "reinstate": lambda: ledger.reinstate(lot.pk, key="r", credits=1),
        "void": lambda: ledger.void(lot.pk, actor="staff", reason="over"),
    }
    for name, operation in operations.items():
        with transaction.atomic(), CaptureQueriesContext(connection) as captured:
            operation()
        statements = [query["sql"] for query in captured]
        first = next(sql for sql in statements if not sql.startswith("SAVEPOINT"))
        assert first.startswith('UPDATE "billing_wallet" SET "version"'), name


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"settled_amount": 5}, id="settled over the amount"),
        pytest.param({"settled_amount": -1}, id="settled below zero"),
        pytest.param({"settled_amount": 1}, id="charged while pending"),
        pytest.param({"amount": 0}, id="credits that hold nothing"),
        pytest.param({"state": "lost"}, id="a state nobody knows"),
        pytest.param({"funding": "byok"}, id="own key that holds credits"),
    ],
)
def test_the_database_refuses_impossible_holds(ana: UUID, change: dict):
    give(ana, 10)
    hold(ana, 4)
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.update(**change)
