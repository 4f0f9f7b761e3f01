"""The operator's spend: reserve the worst case, settle what it really cost.

The total of a UTC day, spent and reserved together, never passes the cap, because
every reservation is one conditional UPDATE of the day's row. The emergency part of
the cap is kept for the emergency policy and for what follows a crisis.
"""

import threading
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F

from routing.core.decision import Purse
from routing.core.errors import BudgetReached
from routing.models import Reservation, SpendDay

# Longer than any answer may take, its retries and the drain at shutdown included.
LEASE = timedelta(minutes=10)
READING_S = 1.0


@dataclass(frozen=True, slots=True)
class Spend:
    """One day's money, micro-dollars."""

    day: date
    cap_microusd: int
    emergency_microusd: int
    spent_microusd: int
    reserved_microusd: int

    def purse(self) -> Purse:
        """Return what may still be reserved."""
        left = self.cap_microusd - self.spent_microusd - self.reserved_microusd
        return Purse(
            paid_microusd=max(0, left - self.emergency_microusd),
            emergency_microusd=max(0, left),
        )


@transaction.atomic(savepoint=False)
def reserve(
    run_id: UUID, microusd: int, now: datetime, *, emergency: bool = False
) -> None:
    """Set `microusd` aside for a run, once; nothing is kept for what costs nothing.

    Two statements. The day's row is locked last and until the transaction ends.

    Args:
        run_id: the run.
        microusd: the most that it can cost.
        now: the time; its UTC day pays, also when the answer ends after midnight.
        emergency: whether the emergency part of the cap may pay.

    Raises:
        BudgetReached: it would pass the cap; the transaction must be rolled back.
    """
    if microusd <= 0:
        return
    day = now.astimezone(UTC).date()
    limit = settings.DAILY_BUDGET_MICROUSD - (0 if emergency else _emergency_part())
    Reservation.objects.create(
        run=run_id, day_id=day, microusd=microusd, lease_until=now + LEASE
    )
    if not (_take(day, microusd, limit) or _begin_and_take(day, microusd, limit)):
        _reading.forget()
        raise BudgetReached(f"{microusd} micro-dollars do not fit today's budget")
    _reading.add(day, microusd)


def _take(day: date, microusd: int, limit: int) -> bool:
    room = limit - microusd - F("spent_microusd")
    taken = SpendDay.objects.filter(day=day, reserved_microusd__lte=room).update(
        reserved_microusd=F("reserved_microusd") + microusd
    )
    return taken == 1


def _begin_and_take(day: date, microusd: int, limit: int) -> bool:
    """Begin the day's row, which the first reservation of a day finds missing."""
    if microusd > limit:
        return False
    SpendDay.objects.bulk_create([SpendDay(day=day)], ignore_conflicts=True)
    return _take(day, microusd, limit)


@transaction.atomic(savepoint=False)
def settle(run_id: UUID, microusd: int | None, now: datetime) -> None:
    """Turn a run's reservation into what it cost; do nothing the second time.

    Args:
        run_id: the run.
        microusd: what it cost; None when nobody knows: then the worst case did.
        now: the time, for a run that had nothing reserved and cost something.
    """
    held = Reservation.objects.filter(run=run_id).first()
    if held is None:
        if microusd:
            _spend_unreserved(now.astimezone(UTC).date(), microusd)
        return
    cost = held.microusd if microusd is None else microusd
    claimed = Reservation.objects.filter(run=run_id, settled_microusd=None).update(
        settled_microusd=cost
    )
    if claimed:
        SpendDay.objects.filter(day=held.day_id).update(
            spent_microusd=F("spent_microusd") + cost,
            reserved_microusd=F("reserved_microusd") - held.microusd,
        )
        _reading.add(held.day_id, cost - held.microusd)


def _spend_unreserved(day: date, microusd: int) -> None:
    """Keep the truth about a call that was thought to cost nothing."""
    SpendDay.objects.bulk_create([SpendDay(day=day)], ignore_conflicts=True)
    SpendDay.objects.filter(day=day).update(
        spent_microusd=F("spent_microusd") + microusd
    )
    _reading.forget()


def sweep(now: datetime) -> int:
    """Settle what dead processes left, at the worst case; return how many."""
    lapsed = Reservation.objects.filter(settled_microusd=None, lease_until__lt=now)
    runs = list(lapsed.values_list("run", flat=True))
    for run_id in runs:
        settle(run_id, None, now)
    return len(runs)


def spend(now: datetime) -> Spend:
    """Return today's money, read from the database."""
    day = now.astimezone(UTC).date()
    row = SpendDay.objects.filter(day=day).first() or SpendDay(day=day)
    return Spend(
        day,
        settings.DAILY_BUDGET_MICROUSD,
        _emergency_part(),
        row.spent_microusd,
        row.reserved_microusd,
    )


def remaining(now: datetime) -> Purse:
    """Return what may still be reserved today, at most a second old.

    It only guides the choice: the promise is made by `reserve`.
    """
    return _reading.purse(now)


def forget() -> None:
    """Make the next `remaining` ask the database."""
    _reading.forget()


def _emergency_part() -> int:
    return min(settings.EMERGENCY_BUDGET_MICROUSD, settings.DAILY_BUDGET_MICROUSD)


class _Reading:
    """The last look at the day's row, kept up with what this process does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._spend: Spend | None = None
        self._read_at = float("-inf")
        self._moved_microusd = 0

    def purse(self, now: datetime) -> Purse:
        with self._lock:
            held, moved = self._spend, self._moved_microusd
            age_s = time.monotonic() - self._read_at
        if held is None or age_s >= READING_S or held.day != now.astimezone(UTC).date():
            held, moved = spend(now), 0
            with self._lock:
                self._spend, self._moved_microusd = held, 0
                self._read_at = time.monotonic()
        reserved = held.reserved_microusd + moved
        return Spend(
            held.day,
            settings.DAILY_BUDGET_MICROUSD,
            _emergency_part(),
            held.spent_microusd,
            reserved,
        ).purse()

    def add(self, day: date, microusd: int) -> None:
        with self._lock:
            if self._spend is not None and self._spend.day == day:
                self._moved_microusd += microusd

    def forget(self) -> None:
        with self._lock:
            self._read_at = float("-inf")


_reading = _Reading()
