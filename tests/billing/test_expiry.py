"""What time undoes, whether or not anybody sweeps."""

from uuid import UUID

import pytest
from django.utils import timezone

from billing import ledger
from billing.models import CreditLot, Hold, LedgerEntry
from billing.tasks import sweep as sweep_task
from tests.billing.conftest import DAY, MINUTE, NOW, give, hold, left


@pytest.mark.parametrize("sweeps", [0, 1, 3])
def test_an_ended_lot_counts_for_nothing_however_often_it_is_swept(
    ana: UUID, sweeps: int
):
    give(ana, 100, "trial", expires_at=NOW)
    give(ana, 10)
    for _ in range(sweeps):
        ledger.sweep(NOW)
    assert left(ana, NOW - MINUTE) == ((110, 0) if not sweeps else (10, 0))
    assert left(ana, NOW) == (10, 0)
    assert LedgerEntry.objects.filter(account="expired").count() == min(sweeps, 1)
    assert ledger.audit() == []


def test_a_sweep_says_what_it_did(ana: UUID, ben: UUID):
    give(ana, 100, "trial", expires_at=NOW)
    give(ana, 30, "monthly", expires_at=NOW - DAY)
    give(ben, 5, "monthly", expires_at=NOW)
    give(ben, 7)
    hold(ben, 1, now=NOW - 3 * MINUTE)
    assert ledger.sweep(NOW) == ledger.Swept(holds=1, lots=3, credits=134)
    assert ledger.sweep(NOW) == ledger.Swept(0, 0, 0)
    assert left(ben) == (7, 0)


def test_a_hold_whose_worker_died_comes_back_after_its_time(ana: UUID):
    give(ana, 10)
    hold(ana, 4)
    ledger.sweep(NOW + 2 * MINUTE - MINUTE / 60)
    assert left(ana) == (6, 4)
    ledger.sweep(NOW + 2 * MINUTE)
    assert left(ana) == (10, 0)
    assert Hold.objects.get().state == "expired"
    assert ledger.settle("answer", 4, NOW + 3 * MINUTE).charged == 0


def test_an_overdue_hold_may_still_be_settled_before_the_sweep(ana: UUID):
    give(ana, 10)
    hold(ana, 4)
    assert ledger.settle("answer", 4, NOW + 3 * MINUTE).charged == 4
    assert ledger.sweep(NOW + 3 * MINUTE).holds == 0
    assert left(ana) == (6, 0)


def test_the_sweep_takes_what_remains_and_never_what_is_held(ana: UUID):
    lot = give(ana, 10, "monthly", expires_at=NOW + MINUTE)
    hold(ana, 4)
    assert ledger.sweep(NOW + MINUTE).credits == 6
    lot.refresh_from_db()
    assert (lot.remaining, lot.held) == (0, 4)
    assert ledger.settle("answer", 3, NOW + MINUTE).charged == 3
    assert ledger.audit() == []
    expired = LedgerEntry.objects.filter(account="expired", lot=lot)
    assert sorted(expired.values_list("amount", flat=True)) == [1, 6]


def test_holds_are_given_back_before_lots_are_written_off(ana: UUID):
    give(ana, 10, "monthly", expires_at=NOW + MINUTE)
    hold(ana, 4)
    swept = ledger.sweep(NOW + 2 * MINUTE)
    assert swept.holds == 1
    assert left(ana) == (0, 0)
    assert CreditLot.objects.get().remaining == 0
    assert ledger.audit() == []


def test_packs_never_end(ana: UUID):
    give(ana, 10)
    ledger.sweep(NOW + 10_000 * DAY)
    assert left(ana, NOW + 10_000 * DAY) == (10, 0)


def test_the_scheduled_task_sweeps_by_the_clock(ana: UUID):
    give(ana, 10, "trial", expires_at=timezone.now() - MINUTE)
    sweep_task()
    assert CreditLot.objects.get().remaining == 0
    assert ledger.audit() == []
