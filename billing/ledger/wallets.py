"""A person's wallet: find it, lock it, add it up, freeze it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet, Sum

from billing.models import CreditLot, Wallet


@dataclass(frozen=True, slots=True)
class Balance:
    """Credits that may be spent now, and credits in use by running answers."""

    available: int
    held: int


@contextmanager
def operation() -> Iterator[None]:
    """Be one transaction, or a part of the caller's.

    A part takes no savepoint, which saves every answer four statements: a refusal is
    always raised before anything is written, so there is nothing to undo.
    """
    if transaction.get_connection().in_atomic_block:
        yield
    else:
        with transaction.atomic():
            yield


def wallet_of(user_id: UUID) -> Wallet:
    """Return the person's wallet, made on the first call."""
    return Wallet.objects.get_or_create(user_id=user_id)[0]


def lock(user_id: UUID) -> None:
    """Lock the person's wallet until the transaction ends, making it if need be.

    Lock precondition: inside a transaction, before any lot or hold is read.
    """
    if not locked(Wallet.objects.filter(user_id=user_id)):
        locked(Wallet.objects.filter(pk=wallet_of(user_id).pk))


def locked(wallet: QuerySet[Wallet]) -> bool:
    """Lock the one wallet until the transaction ends; say whether there is one.

    By a write, because `select_for_update` does nothing on SQLite: PostgreSQL locks
    the row, and SQLite has been locked since BEGIN IMMEDIATE (see the settings).
    """
    return wallet.update(version=F("version") + 1) == 1


def balance(user_id: UUID, now: datetime) -> Balance:
    """Return what the person has at `now`.

    Lots that have ended do not count, even when the sweep is late.
    """
    return sum_of(CreditLot.objects.filter(wallet__user_id=user_id), now)


def sum_of(lots: QuerySet[CreditLot], now: datetime) -> Balance:
    """Add up a wallet's lots at `now`."""
    sums = lots.aggregate(
        available=Sum("remaining", filter=CreditLot.unlapsed(now), default=0),
        held=Sum("held", default=0),
    )
    return Balance(sums["available"], sums["held"])


def freeze(user_id: UUID, reason: str) -> None:
    """Refuse new holds on credits; the first reason stands until it is lifted."""
    unfrozen = Wallet.objects.filter(pk=wallet_of(user_id).pk, frozen_reason="")
    unfrozen.update(frozen_reason=reason, version=F("version") + 1)


def unfreeze(user_id: UUID, reason: str) -> None:
    """Lift a freeze that was made for `reason`, and no other."""
    frozen = Wallet.objects.filter(user_id=user_id, frozen_reason=reason)
    frozen.update(frozen_reason="", version=F("version") + 1)
