"""The operator's cap: reserved before, settled after, never passed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import close_old_connections, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routing import budget, tasks
from routing.core.decision import Purse
from routing.core.errors import BudgetReached
from routing.models import Reservation, SpendDay

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CAP, KEPT = 1_000_000, 100_000


@pytest.fixture(autouse=True)
def cap(settings: Any) -> Iterator[None]:
    settings.DAILY_BUDGET_MICROUSD = CAP
    settings.EMERGENCY_BUDGET_MICROUSD = KEPT
    budget.forget()
    yield
    budget.forget()


def today() -> tuple[int, int]:
    row = SpendDay.objects.get(day=NOW.date())
    return row.spent_microusd, row.reserved_microusd


def queries(call: Callable[[], object]) -> list[str]:
    with transaction.atomic(), CaptureQueriesContext(connection) as caught:
        call()
    return [query["sql"].split()[0] for query in caught.captured_queries]


@pytest.mark.django_db
def test_a_reservation_is_two_statements_the_days_row_last():
    budget.reserve(uuid4(), 1, NOW)  # the day's first one begins the row
    assert queries(lambda: budget.reserve(uuid4(), 500, NOW)) == ["INSERT", "UPDATE"]


@pytest.mark.django_db
def test_settling_is_three_statements_the_days_row_last():
    run = uuid4()
    budget.reserve(run, 500, NOW)
    assert queries(lambda: budget.settle(run, 200, NOW)) == [
        "SELECT",
        "UPDATE",
        "UPDATE",
    ]


@pytest.mark.django_db
def test_what_costs_nothing_touches_nothing():
    assert queries(lambda: budget.reserve(uuid4(), 0, NOW)) == []
    assert budget.remaining(NOW) == Purse(CAP - KEPT, CAP)


@pytest.mark.django_db
def test_what_was_reserved_becomes_what_it_cost():
    run = uuid4()
    budget.reserve(run, 500, NOW)
    assert today() == (0, 500)
    budget.settle(run, 120, NOW)
    assert today() == (120, 0)


@pytest.mark.django_db
def test_settling_twice_counts_once():
    run = uuid4()
    budget.reserve(run, 500, NOW)
    budget.settle(run, 120, NOW)
    budget.settle(run, 400, NOW)
    budget.settle(run, None, NOW)
    assert today() == (120, 0)


@pytest.mark.django_db
def test_an_unknown_cost_is_the_worst_case():
    run = uuid4()
    budget.reserve(run, 500, NOW)
    budget.settle(run, None, NOW)
    assert today() == (500, 0)


@pytest.mark.django_db
def test_a_cost_that_nobody_expected_is_kept_too():
    budget.settle(uuid4(), 70, NOW)
    assert today() == (70, 0)


@pytest.mark.django_db
def test_a_run_that_cost_nothing_and_reserved_nothing_leaves_no_trace():
    budget.settle(uuid4(), 0, NOW)
    budget.settle(uuid4(), None, NOW)
    assert not SpendDay.objects.exists()


@pytest.mark.django_db
def test_the_day_of_the_reservation_pays_after_midnight_too():
    run = uuid4()
    late = datetime(2026, 11, 23, 23, 59, 59, tzinfo=UTC)
    budget.reserve(run, 500, late)
    budget.settle(run, 300, late + timedelta(seconds=5))
    assert today() == (300, 0)
    assert SpendDay.objects.count() == 1


@pytest.mark.django_db
def test_the_day_is_that_of_utc():
    from zoneinfo import ZoneInfo

    evening = datetime(2026, 11, 23, 20, tzinfo=ZoneInfo("America/New_York"))
    budget.reserve(uuid4(), 5, evening)
    assert SpendDay.objects.get().day == date(2026, 11, 24)


@pytest.mark.django_db
def test_paid_calls_stop_exactly_at_the_cap_less_the_emergency_part():
    budget.reserve(uuid4(), CAP - KEPT, NOW)
    assert budget.remaining(NOW) == Purse(0, KEPT)
    with pytest.raises(BudgetReached), transaction.atomic():
        budget.reserve(uuid4(), 1, NOW)
    budget.reserve(uuid4(), KEPT, NOW, emergency=True)
    assert budget.remaining(NOW) == Purse(0, 0)
    with pytest.raises(BudgetReached), transaction.atomic():
        budget.reserve(uuid4(), 1, NOW, emergency=True)
    assert today() == (0, CAP)


@pytest.mark.django_db
def test_a_refusal_leaves_nothing_behind():
    with pytest.raises(BudgetReached), transaction.atomic():
        budget.reserve(uuid4(), CAP, NOW)
    assert not Reservation.objects.exists()
    assert not SpendDay.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_refusal_outside_a_transaction_leaves_nothing_behind_either():
    with pytest.raises(BudgetReached):
        budget.reserve(uuid4(), CAP, NOW)
    assert not Reservation.objects.exists()


@pytest.mark.django_db
def test_a_cap_below_the_emergency_part_is_all_emergency(settings: Any):
    settings.DAILY_BUDGET_MICROUSD = 60_000
    assert budget.remaining(NOW) == Purse(0, 60_000)


@pytest.mark.django_db
def test_no_cap_at_all_means_no_paid_call(settings: Any):
    settings.DAILY_BUDGET_MICROUSD = 0
    assert budget.remaining(NOW) == Purse(0, 0)
    with pytest.raises(BudgetReached), transaction.atomic():
        budget.reserve(uuid4(), 1, NOW, emergency=True)


@pytest.mark.django_db
def test_what_a_dead_process_held_is_swept_when_its_lease_is_over():
    left, fresh = uuid4(), uuid4()
    budget.reserve(left, 500, NOW)
    budget.reserve(fresh, 50, NOW + timedelta(minutes=5))
    assert budget.sweep(NOW + budget.LEASE) == 0
    assert budget.sweep(NOW + budget.LEASE + timedelta(seconds=1)) == 1
    assert today() == (500, 50)
    budget.settle(left, 20, NOW)  # it was not dead after all: the worst case stands
    assert today() == (500, 50)


@pytest.mark.django_db
def test_the_schedule_sweeps():
    budget.reserve(uuid4(), 500, NOW - timedelta(days=1_000))
    assert tasks.sweep() == 1


@pytest.mark.django_db
def test_the_purse_follows_this_process_without_asking_again():
    run = uuid4()
    assert budget.remaining(NOW).emergency_microusd == CAP
    budget.reserve(run, 300, NOW)
    with CaptureQueriesContext(connection) as caught:
        assert budget.remaining(NOW) == Purse(CAP - KEPT - 300, CAP - 300)
    assert len(caught) == 0
    budget.settle(run, 100, NOW)
    assert budget.remaining(NOW).emergency_microusd == CAP - 100


@pytest.mark.django_db
def test_the_purse_is_that_of_the_day():
    budget.reserve(uuid4(), 300, NOW)
    assert budget.remaining(NOW).emergency_microusd == CAP - 300
    assert budget.remaining(NOW + timedelta(days=1)).emergency_microusd == CAP


@pytest.mark.django_db
def test_after_a_refusal_the_purse_is_read_again():
    budget.remaining(NOW)
    SpendDay.objects.create(day=NOW.date(), spent_microusd=CAP)  # another process
    with pytest.raises(BudgetReached), transaction.atomic():
        budget.reserve(uuid4(), 1, NOW)
    assert budget.remaining(NOW) == Purse(0, 0)


@pytest.mark.django_db
def test_spend_tells_the_days_money():
    budget.reserve(uuid4(), 300, NOW)
    spent = budget.spend(NOW)
    assert (spent.cap_microusd, spent.spent_microusd) == (CAP, 0)
    assert spent.reserved_microusd == 300


@pytest.mark.django_db(transaction=True)
def test_many_at_once_never_pass_the_cap():
    """$0.90 is open, each wants $0.02: 45 of 200 get it, from eight threads."""

    def reserve(run: UUID) -> bool:
        close_old_connections()
        try:
            with transaction.atomic():
                budget.reserve(run, 20_000, NOW)
        except BudgetReached:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        admitted = sum(pool.map(reserve, [uuid4() for _ in range(200)]))
    assert admitted == 45
    assert today() == (0, 900_000)
    assert Reservation.objects.count() == 45


@pytest.mark.django_db(transaction=True)
def test_a_run_settled_by_two_at_once_counts_once():
    runs = [uuid4() for _ in range(20)]
    for run in runs:
        budget.reserve(run, 1_000, NOW)

    def settle(run: UUID) -> None:
        close_old_connections()
        try:
            budget.settle(run, 100, NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(settle, runs * 4))
    assert today() == (2_000, 0)


@pytest.mark.django_db
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["reserve", "emergency", "settle", "lost"]),
            st.integers(0, 5),
            st.integers(0, 400_000),
        ),
        max_size=30,
    )
)
def test_any_sequence_keeps_the_books(steps: list[tuple[str, int, int]]):
    """Each run is reserved once and settled at most what was reserved."""
    Reservation.objects.all().delete()
    SpendDay.objects.all().delete()
    open_runs: dict[int, tuple[UUID, int]] = {}
    spent = 0
    for what, number, amount in steps:
        if what in ("reserve", "emergency") and number not in open_runs:
            run = uuid4()
            try:
                with transaction.atomic():
                    budget.reserve(run, amount, NOW, emergency=what == "emergency")
            except BudgetReached:
                continue
            open_runs[number] = (run, amount)
        elif what in ("settle", "lost") and number in open_runs:
            run, held = open_runs.pop(number)
            cost = min(amount, held) if what == "settle" else held
            budget.settle(run, None if what == "lost" else cost, NOW)
            spent += cost
        reserved = sum(held for _, held in open_runs.values())
        row = SpendDay.objects.filter(day=NOW.date()).first() or SpendDay()
        assert (row.spent_microusd, row.reserved_microusd) == (spent, reserved)
        assert spent + reserved <= CAP
