"""People with wallets, and a moment for everything to happen at."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model

from billing import ledger
from billing.models import CreditLot, LotKind

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)

People = Callable[..., UUID]


@pytest.fixture
def make_person(db: None) -> People:
    """Make people who have nothing yet, no trial either."""
    users = get_user_model().objects
    return lambda email: users.create_user(email, "correct horse").pk


@pytest.fixture
def ana(make_person: People) -> UUID:
    return make_person("ana@example.com")


@pytest.fixture
def ben(make_person: People) -> UUID:
    return make_person("ben@example.com")


def give(
    user_id: UUID,
    credits: int,
    kind: str = "pack",
    *,
    expires_at: datetime | None = None,
    key: str | None = None,
) -> CreditLot:
    """Grant a lot; without a `key` every call is a new one."""
    key = key or f"given:{CreditLot.objects.count()}"
    return ledger.grant(
        user_id,
        key=key,
        credits=credits,
        kind=LotKind(kind),
        source_type="test",
        source_id=key,
        expires_at=expires_at,
        now=NOW - DAY,
    )


def hold(
    user_id: UUID, credits: int, key: str = "answer", now: datetime = NOW, **kw: object
) -> object:
    """Hold for two minutes."""
    return ledger.hold(
        user_id,
        key=key,
        credits=credits,
        now=now,
        expires_at=now + 2 * MINUTE,
        **kw,  # type: ignore[arg-type]
    )


def spend(user_id: UUID, credits: int, key: str = "answer") -> ledger.Settled:
    """Hold and settle in full."""
    hold(user_id, credits, key)
    return ledger.settle(key, credits, NOW)


def left(user_id: UUID, now: datetime = NOW) -> tuple[int, int]:
    """Return (available, held)."""
    balance = ledger.balance(user_id, now)
    return balance.available, balance.held


def rows(model: type) -> list[tuple]:
    """Return everything a table says, to compare before and after."""
    return list(model.objects.order_by("pk").values_list())
