"""Plans given by staff, and the allowance of each month."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from billing import ledger
from billing.entitlements import plan_of, renew_allowances, set_plan
from billing.errors import ReasonMissing, UnknownPlan
from billing.models import CreditLot, LedgerEntry, PlanGrant
from tests.billing.conftest import DAY, NOW, give, hold, left, spend


def on(month: int, day: int, year: int = 2027) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


def plus(user_id: UUID, now: datetime = NOW) -> None:
    set_plan(user_id, "growthplus", "staff-1", "friend of the house", now)


def trial(user_id: UUID, now: datetime = NOW) -> None:
    set_plan(user_id, "trial", "staff-1", "it is over", now)


def test_everybody_is_on_trial_until_given_more(ana: UUID):
    assert plan_of(ana, NOW) == plan_of(uuid4(), NOW) == "trial"
    plus(ana)
    assert plan_of(ana, NOW) == "growthplus"
    assert plan_of(ana, NOW - DAY) == "trial"


def test_growthplus_brings_the_month_s_allowance_once(ana: UUID):
    for day in range(3):
        plus(ana, NOW + day * DAY)
    lot = CreditLot.objects.get()
    assert (lot.kind, lot.granted) == ("monthly", 3_000)
    assert lot.expires_at == on(12, 23, 2026)
    assert PlanGrant.objects.count() == 1
    assert left(ana) == (3_000, 0)


def test_who_gave_it_and_why_is_kept(ana: UUID):
    plus(ana)
    given = PlanGrant.objects.get()
    assert (given.actor, given.reason) == ("staff-1", "friend of the house")


def test_back_to_trial_ends_the_allowance_and_nothing_else(ana: UUID):
    give(ana, 10, "trial", expires_at=NOW + 60 * DAY)
    give(ana, 20)
    plus(ana)
    spend(ana, 100, "spent")
    hold(ana, 50, "running")
    trial(ana, NOW + DAY / 24)
    assert plan_of(ana, NOW + DAY) == "trial"
    assert left(ana) == (30, 50)
    assert ledger.settle("running", 20, NOW + DAY).balance == ledger.Balance(30, 0)
    voided = LedgerEntry.objects.filter(
        kind="expire", account="expired", actor="staff-1"
    )
    assert voided.get().amount == 3_000 - 150
    assert ledger.audit() == []


def test_changing_to_the_plan_one_has_changes_nothing(ana: UUID):
    trial(ana)
    assert not PlanGrant.objects.exists()
    plus(ana)
    plus(ana)
    trial(ana, NOW + DAY)
    trial(ana, NOW + 2 * DAY)
    assert PlanGrant.objects.get().ends_at == NOW + DAY


def test_growthplus_given_again_is_a_new_month(ana: UUID):
    plus(ana)
    trial(ana, NOW + DAY)
    plus(ana, NOW + 2 * DAY)
    assert left(ana, NOW + 2 * DAY) == (3_000, 0)
    assert PlanGrant.objects.count() == 2


@pytest.mark.parametrize(
    ("start", "now", "until", "lots"),
    [
        pytest.param(on(1, 10), on(2, 9), on(2, 10), 1, id="the day before"),
        pytest.param(on(1, 10), on(2, 10), on(3, 10), 2, id="the very day"),
        pytest.param(on(1, 31), on(2, 27), on(2, 28), 1, id="a short month ends early"),
        pytest.param(on(1, 31), on(2, 28), on(3, 31), 2, id="and is made up for"),
        pytest.param(on(12, 5), on(1, 5, 2028), on(2, 5, 2028), 2, id="over new year"),
        pytest.param(on(1, 10), on(5, 20), on(6, 10), 2, id="lost months stay lost"),
    ],
)
def test_every_month_has_its_own_allowance(
    ana: UUID, start: datetime, now: datetime, until: datetime, lots: int
):
    plus(ana, start)
    spend(ana, 1)
    renew_allowances(now)
    assert renew_allowances(now) == 0
    assert CreditLot.objects.count() == lots
    newest = CreditLot.objects.latest("pk")
    assert newest.expires_at == until == PlanGrant.objects.get().allowance_until
    assert left(ana, now)[0] == 3_000 - (1 if lots == 1 else 0)


def test_an_ended_plan_is_not_renewed(ana: UUID):
    plus(ana)
    trial(ana, NOW + DAY)
    assert renew_allowances(NOW + 40 * DAY) == 0
    assert left(ana, NOW + 40 * DAY) == (0, 0)


def test_what_is_left_of_a_month_does_not_roll_over(ana: UUID):
    plus(ana, on(1, 10))
    spend_day = on(2, 10)
    renew_allowances(spend_day)
    ledger.sweep(spend_day)
    assert left(ana, spend_day) == (3_000, 0)
    assert LedgerEntry.objects.filter(account="expired").get().amount == 3_000


@pytest.mark.parametrize(
    ("plan", "reason", "error"),
    [("gold", "why not", UnknownPlan), ("growthplus", " ", ReasonMissing)],
)
def test_what_cannot_be_given_is_refused(ana: UUID, plan: str, reason: str, error):
    with pytest.raises(error):
        set_plan(ana, plan, "staff-1", reason, NOW)
    assert not PlanGrant.objects.exists()


def test_the_database_keeps_one_open_plan_per_person(ana: UUID):
    plus(ana)
    given = PlanGrant.objects.get()
    given.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        given.save(force_insert=True)
