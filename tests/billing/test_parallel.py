"""Many at once on one wallet: case 20, and what happens without the lock."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from billing import ledger, trial
from billing.errors import BillingError, HoldClosed, InsufficientCredits
from billing.models import CreditLot, Hold, TrialClaim, Wallet
from tests.billing.conftest import DAY, NOW, give, hold, left, spend

pytestmark = pytest.mark.django_db(transaction=True)

THREADS = 16
TIMES = 50
CREDITS = 240


def rush(act: Callable[[int, int], str], threads: int = THREADS) -> Counter[str]:
    """Call `act(thread, time)` from many threads at once; count what it returns."""
    start = Barrier(threads)

    def work(thread: int) -> list[str]:
        try:
            start.wait()
            return [act(thread, time) for time in range(TIMES)]
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        return Counter(
            result for done in pool.map(work, range(threads)) for result in done
        )


@pytest.fixture
def stocked(ana: UUID) -> UUID:
    """Ana has 240 credits, in an allowance and a pack."""
    give(ana, 100, "monthly", expires_at=NOW + DAY)
    give(ana, CREDITS - 100)
    return ana


def test_parallel_spends_admit_exactly_what_there_is(stocked: UUID):
    def act(thread: int, time: int) -> str:
        try:
            spend(stocked, 1, f"{thread}:{time}")
        except InsufficientCredits:
            return "refused"
        return "spent"

    assert rush(act) == {"spent": CREDITS, "refused": THREADS * TIMES - CREDITS}
    assert left(stocked) == (0, 0)
    assert ledger.audit() == []


def test_without_the_lock_the_same_rush_overspends(stocked: UUID):
    """Read, then deduct: every thread reads before any writes, as they may."""
    everyone_has_read = Barrier(THREADS)

    def act(thread: int, time: int) -> str:
        wallet = Wallet.objects.get(user_id=stocked)
        everyone_has_read.wait()
        if wallet.available < 1:
            return "refused"
        wallet.available -= 1
        wallet.save(update_fields=["available"])
        return "spent"

    assert rush(act)["spent"] > CREDITS


def test_settling_and_releasing_in_parallel_loses_and_makes_nothing(stocked: UUID):
    def act(thread: int, time: int) -> str:
        key = f"{thread}:{time}"
        try:
            hold(stocked, 1 + (thread + time) % 3, key)
        except InsufficientCredits:
            return "refused"
        if (thread * time) % 3:
            ledger.release(key, NOW)
            return "released"
        ledger.settle(key, (thread + time) % 4, NOW)
        return "settled"

    counts = rush(act, threads=8)
    assert sum(counts.values()) == 8 * TIMES
    charged = sum(Hold.objects.values_list("settled_amount", flat=True))
    assert left(stocked) == (CREDITS - charged, 0)
    assert ledger.audit() == []


def test_the_same_answers_from_many_sides_are_charged_once_each(stocked: UUID):
    def act(_thread: int, time: int) -> str:
        try:
            hold(stocked, 2, f"answer {time}")
        except HoldClosed:
            return "closed"
        ledger.settle(f"answer {time}", 2, NOW)
        return "settled"

    rush(act, threads=8)
    assert Hold.objects.count() == TIMES
    assert left(stocked) == (CREDITS - 2 * TIMES, 0)
    assert ledger.audit() == []


def test_the_same_grants_and_adjustments_from_many_sides_count_once(stocked: UUID):
    def act(thread: int, time: int) -> str:
        give(stocked, 1, key=f"invoice {time % 5}")
        ledger.adjust(
            stocked, key=f"form {time % 5}", credits=-1, reason="r", actor="s", now=NOW
        )
        return "done"

    rush(act, threads=8)
    assert left(stocked) == (CREDITS, 0)
    assert CreditLot.objects.count() == 2 + 5
    assert ledger.audit() == []


def test_wallets_made_at_the_same_moment_are_one(ana: UUID):
    rush(lambda thread, time: str(ledger.wallet_of(ana).pk), threads=8)
    assert Wallet.objects.count() == 1


def test_sweeps_and_workers_that_race_close_each_hold_once(stocked: UUID):
    for n in range(TIMES):
        hold(stocked, 2, f"answer {n}")

    def act(thread: int, time: int) -> str:
        if thread % 2:
            ledger.sweep(NOW + DAY / 2)
        else:
            ledger.settle(f"answer {time}", 2, NOW)
        return "done"

    rush(act, threads=4)
    charged = sum(Hold.objects.values_list("settled_amount", flat=True))
    assert left(stocked) == (CREDITS - charged, 0)
    assert ledger.audit() == []


def test_two_people_who_claim_one_mailbox_at_once_get_one_trial(ana: UUID, ben: UUID):
    people = [ana, ben]

    def act(thread: int, time: int) -> str:
        tag = f"a.n.a+{thread}-{time}@gmail.com"
        return f"{thread % 2}: {trial.claim_trial(people[thread % 2], tag, NOW)}"

    counts = rush(act, threads=8)
    assert sorted(count for count in counts.values()) == [4 * TIMES, 4 * TIMES]
    assert {result.split()[1] for result in counts} == {"0", "1000"}
    assert CreditLot.objects.count() == TrialClaim.objects.count() == 1
    assert ledger.audit() == []


def test_two_people_who_spend_at_once_get_what_they_have(ana: UUID, ben: UUID):
    for person in (ana, ben):
        give(person, 4 * TIMES)

    def act(thread: int, time: int) -> str:
        try:
            spend((ana, ben)[thread % 2], 1, f"{thread}:{time}")
        except BillingError as error:  # nothing is refused here
            return error.code
        return "spent"

    assert rush(act, threads=8) == {"spent": 8 * TIMES}
    assert left(ana) == left(ben) == (0, 0)
