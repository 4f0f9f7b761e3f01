"""Credits moved by staff and by banks: cases 24, 25 and 59 to 65, and their kind."""

from uuid import UUID

import pytest

from billing import ledger
from billing.errors import InsufficientCredits, KeyReused, ReasonMissing, UnknownLot
from billing.models import CreditLot, LedgerEntry
from tests.billing.conftest import DAY, NOW, give, hold, left, rows, spend


def adjust(user_id: UUID, credits: int, key: str = "form", reason: str = "goodwill"):
    return ledger.adjust(
        user_id, key=key, credits=credits, reason=reason, actor="staff-1", now=NOW
    )


@pytest.mark.parametrize("reason", ["", "   "])
@pytest.mark.parametrize("credits", [500, -1])
def test_staff_must_say_why(ana: UUID, credits: int, reason: str):
    give(ana, 10)
    with pytest.raises(ReasonMissing):
        adjust(ana, credits, reason=reason)
    assert left(ana) == (10, 0)


def test_a_gift_is_a_lot_with_a_name_and_a_reason_on_it(ana: UUID):
    assert adjust(ana, 500) == ledger.Balance(500, 0)
    lot = CreditLot.objects.get()
    assert (lot.kind, lot.granted, lot.expires_at) == ("adjust", 500, None)
    for entry in LedgerEntry.objects.all():
        assert (entry.actor, entry.reason) == ("staff-1", "goodwill")
        assert entry.kind == "adjust"


@pytest.mark.parametrize("credits", [500, -100])
def test_the_same_form_posted_twice_adjusts_once(ana: UUID, credits: int):
    give(ana, 300)
    once = adjust(ana, credits)
    before = rows(LedgerEntry), rows(CreditLot)
    assert adjust(ana, credits) == once
    assert (rows(LedgerEntry), rows(CreditLot)) == before
    assert left(ana) == (300 + credits, 0)


def test_a_form_belongs_to_one_person(ana: UUID, ben: UUID):
    adjust(ana, 5)
    with pytest.raises(KeyReused):
        adjust(ben, 5)
    assert left(ben) == (0, 0)


def test_taking_follows_the_burn_order(ana: UUID):
    pack = give(ana, 200)
    monthly = give(ana, 100, "monthly", expires_at=NOW + DAY)
    assert adjust(ana, -150) == ledger.Balance(150, 0)
    pack.refresh_from_db()
    monthly.refresh_from_db()
    assert (monthly.remaining, pack.remaining) == (0, 150)
    assert ledger.audit() == []


def test_taking_more_than_is_free_takes_nothing_and_says_how_much_there_is(ana: UUID):
    give(ana, 300)
    give(ana, 1_000, "trial", expires_at=NOW)  # has ended
    hold(ana, 100)
    before = rows(LedgerEntry), rows(CreditLot)
    with pytest.raises(InsufficientCredits) as refusal:
        adjust(ana, -1_000)
    assert refusal.value.available == 200
    assert (rows(LedgerEntry), rows(CreditLot)) == before


def test_an_adjustment_of_nothing_is_a_mistake(ana: UUID):
    with pytest.raises(ValueError, match="nothing"):
        adjust(ana, 0)


# --- claw-back


def claw(lot: CreditLot, credits: int, key: str = "re_1") -> ledger.ClawBack:
    return ledger.claw_back(lot.pk, key=key, credits=credits, now=NOW)


def put_back(lot: CreditLot, credits: int, key: str = "re_1") -> int:
    return ledger.reinstate(lot.pk, key=key, credits=credits, now=NOW)


@pytest.mark.parametrize(
    ("spent", "asked", "taken", "shortfall"),
    [
        pytest.param(0, 5_000, 5_000, 0, id="full refund, unspent"),
        pytest.param(0, 2_500, 2_500, 0, id="half refund"),
        pytest.param(4_000, 5_000, 1_000, 4_000, id="after most was spent"),
        pytest.param(5_000, 5_000, 0, 5_000, id="after all was spent"),
        pytest.param(0, 9_999, 5_000, 4_999, id="never more than there is"),
        pytest.param(0, 0, 0, 0, id="nothing"),
        pytest.param(0, -7, 0, 0, id="below zero is nothing"),
    ],
)
def test_a_refund_takes_what_remains_of_its_own_lot(
    ana: UUID, spent: int, asked: int, taken: int, shortfall: int
):
    lot = give(ana, 5_000)
    if spent:
        spend(ana, spent)
    give(ana, 77)
    assert claw(lot, asked) == ledger.ClawBack(taken, shortfall)
    assert left(ana) == (5_000 - spent - taken + 77, 0)
    assert ledger.audit() == []


def test_what_is_held_is_not_clawed_back(ana: UUID):
    lot = give(ana, 10)
    hold(ana, 4)
    assert claw(lot, 10) == ledger.ClawBack(6, 4)
    assert ledger.settle("answer", 4, NOW) == ledger.Settled(4, ledger.Balance(0, 0))


def test_a_claw_back_that_found_nothing_finds_nothing_later_either(ana: UUID):
    lot = give(ana, 10)
    hold(ana, 10)
    assert claw(lot, 10) == ledger.ClawBack(0, 10)
    ledger.release("answer", NOW)
    assert claw(lot, 10) == ledger.ClawBack(0, 10)
    assert left(ana) == (10, 0)


def test_a_claw_back_repeated_takes_once(ana: UUID):
    lot = give(ana, 10)
    assert claw(lot, 4) == claw(lot, 4) == ledger.ClawBack(4, 0)
    assert left(ana) == (6, 0)


def test_a_won_dispute_puts_back_exactly_what_was_taken_once(ana: UUID):
    lot = give(ana, 5_000)
    spend(ana, 4_000)
    claw(lot, 5_000)
    assert put_back(lot, 5_000) == 1_000
    assert put_back(lot, 5_000) == 1_000
    assert left(ana) == (1_000, 0)


def test_a_refund_after_a_won_dispute_takes_in_full(ana: UUID):
    lot = give(ana, 5_000)
    claw(lot, 5_000, "dispute")
    put_back(lot, 5_000, "won")
    assert claw(lot, 2_500, "refund") == ledger.ClawBack(2_500, 0)
    assert put_back(lot, 9_999, "refund failed") == 2_500
    assert left(ana) == (5_000, 0)
    assert ledger.audit() == []


def test_nothing_is_put_back_that_was_never_taken(ana: UUID):
    lot = give(ana, 10)
    assert put_back(lot, 10) == 0
    assert put_back(lot, -3, "again") == 0
    assert left(ana) == (10, 0)


def test_what_is_put_back_into_an_ended_lot_expires(ana: UUID):
    lot = give(ana, 10, "monthly", expires_at=NOW)
    claw(lot, 10)
    ledger.sweep(NOW)
    put_back(lot, 10)
    assert left(ana) == (0, 0)
    assert ledger.sweep(NOW).credits == 10
    assert ledger.audit() == []


@pytest.mark.parametrize("act", [ledger.claw_back, ledger.reinstate])
def test_one_key_is_for_one_lot(ana: UUID, act):
    one, two = give(ana, 10), give(ana, 10)
    act(one.pk, key="k", credits=5)
    with pytest.raises(KeyReused):
        act(two.pk, key="k", credits=5)


@pytest.mark.parametrize(
    "act",
    [
        lambda: ledger.claw_back(404, key="k", credits=1),
        lambda: ledger.reinstate(404, key="k", credits=1),
        lambda: ledger.void(404, actor="staff", reason="why"),
    ],
    ids=["claw back", "reinstate", "void"],
)
def test_a_lot_that_is_not_there_is_said_so(db: None, act):
    with pytest.raises(UnknownLot):
        act()


def test_a_voided_lot_ends_now_and_what_was_held_of_it_ends_later(ana: UUID):
    lot = give(ana, 10, "monthly", expires_at=NOW + DAY)
    give(ana, 3)
    hold(ana, 4)
    for _ in range(2):
        assert ledger.void(lot.pk, actor="staff", reason="left", now=NOW) == 6
    assert left(ana) == (3, 4)
    assert ledger.release("answer", NOW) == ledger.Balance(3, 0)
    assert ledger.audit() == []
