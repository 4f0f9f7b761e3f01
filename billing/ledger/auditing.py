"""Hold every wallet against the ledger: the invariants, read and never repaired.

I1  the entries of a transaction sum to zero
I2  available is what the lots have, held is what lots and pending holds have
I3  the person's entries sum to available + held
I4  what came into a lot is in it or left it by an entry
I5  nothing is negative
I7  a hold is charged once, what it settled for, and its parts make its amount

I6 and I12 are unique keys, I9 is a trigger; I8 and I10 are rules of doing, not of
being, and are tested; I11 begins with purchases.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Concat

from billing.models import (
    Account,
    CreditLot,
    EntryKind,
    Hold,
    HoldPart,
    HoldState,
    LedgerEntry,
    Wallet,
)


@dataclass(frozen=True, slots=True)
class Drift:
    """One broken invariant of one wallet, and by how many credits it is off."""

    wallet_id: UUID
    invariant: str
    amount: int
    detail: str


def audit(wallet_ids: Iterable[UUID] | None = None) -> list[Drift]:
    """Return every drift of the given wallets, by default of all; four queries."""
    wallets = Wallet.objects.all()
    if wallet_ids is not None:
        wallets = wallets.filter(pk__in=list(wallet_ids))
    return [drift for check in CHECKS for drift in check(wallets)]


def _wallets(wallets: QuerySet[Wallet]) -> Iterator[Drift]:
    lots = CreditLot.objects.all()
    pending = Hold.objects.filter(state=HoldState.PENDING)
    booked = LedgerEntry.objects.filter(account=Account.USER_CREDITS)
    for wallet in wallets.annotate(
        in_lots=_sum(lots, "wallet", "remaining"),
        held_in_lots=_sum(lots, "wallet", "held"),
        pending=_sum(pending, "wallet", "amount"),
        booked=_sum(booked, "wallet", "amount"),
    ).filter(
        ~Q(available=F("in_lots"))
        | ~Q(held=F("held_in_lots"))
        | ~Q(held=F("pending"))
        | ~Q(booked=F("available") + F("held"))
        | Q(available__lt=0)
        | Q(held__lt=0)
    ):
        total = wallet.available + wallet.held
        yield from _compare(
            wallet.pk,
            ("I2", "available, by its lots", wallet.available, wallet.in_lots),
            ("I2", "held, by its lots", wallet.held, wallet.held_in_lots),
            ("I2", "held, by its pending holds", wallet.held, wallet.pending),
            ("I3", "in all, by its entries", total, wallet.booked),
            ("I5", "available below zero", min(wallet.available, 0), 0),
            ("I5", "held below zero", min(wallet.held, 0), 0),
        )


def _lots(wallets: QuerySet[Wallet]) -> Iterator[Drift]:
    arrived = Q(amount__lt=0, kind__in=[EntryKind.GRANT, EntryKind.ADJUST])
    entries = LedgerEntry.objects.all()
    pending = HoldPart.objects.filter(hold__state=HoldState.PENDING)
    for lot in (
        CreditLot.objects.filter(wallet__in=wallets)
        .annotate(
            booked=-_sum(entries, "lot", "amount"),
            arrived=-_sum(entries.filter(arrived), "lot", "amount"),
            pending=_sum(pending, "lot", "amount"),
        )
        .filter(
            ~Q(booked=F("remaining") + F("held"))
            | ~Q(granted=F("arrived"))
            | ~Q(held=F("pending"))
            | Q(remaining__lt=0)
            | Q(held__lt=0)
        )
    ):
        name = f"lot {lot.pk}"
        yield from _compare(
            lot.wallet_id,
            ("I4", f"{name} has, by its entries", lot.remaining + lot.held, lot.booked),
            ("I4", f"{name} was granted, by its entries", lot.granted, lot.arrived),
            ("I2", f"{name} holds, by its parts", lot.held, lot.pending),
            ("I5", f"{name} below zero", min(lot.remaining, lot.held, 0), 0),
        )


def _holds(wallets: QuerySet[Wallet]) -> Iterator[Drift]:
    # The person's entry of a charge is found by its key, which is unique.
    charge = LedgerEntry.objects.filter(key=Concat(Value("settle:"), OuterRef("key")))
    parts = HoldPart.objects.all()
    for hold in (
        Hold.objects.filter(wallet__in=wallets)
        .annotate(
            charged=-Coalesce(Subquery(charge.values("amount")), 0),
            in_parts=_sum(parts, "hold", "amount"),
        )
        .filter(
            ~Q(charged=F("settled_amount"))
            | ~Q(in_parts=F("amount"))
            | Q(settled_amount__gt=F("amount"))
        )
    ):
        name = f"hold {hold.key}"
        yield from _compare(
            hold.wallet_id,
            ("I7", f"{name} settled, by its entry", hold.settled_amount, hold.charged),
            ("I7", f"{name} took, by its parts", hold.amount, hold.in_parts),
            ("I7", f"{name} over", max(hold.settled_amount - hold.amount, 0), 0),
        )


def _transactions(wallets: QuerySet[Wallet]) -> Iterator[Drift]:
    for row in (
        LedgerEntry.objects.filter(wallet__in=wallets)
        .order_by()
        .values("txn_id", "wallet")
        .annotate(over=Sum("amount"))
        .exclude(over=0)
    ):
        name = f"transaction {row['txn_id']}, summed up"
        yield from _compare(row["wallet"], ("I1", name, row["over"], 0))


CHECKS: tuple[Callable[[QuerySet[Wallet]], Iterator[Drift]], ...] = (
    _wallets,
    _lots,
    _holds,
    _transactions,
)


def _sum(rows: QuerySet[Any], of: str, field: str) -> Coalesce:
    """Return the sum of `field` over the `rows` that belong to the outer row."""
    mine = rows.filter(**{of: OuterRef("pk")}).order_by().values(of)
    return Coalesce(Subquery(mine.annotate(sum=Sum(field)).values("sum")), 0)


def _compare(wallet_id: UUID, *facts: tuple[str, str, int, int]) -> Iterator[Drift]:
    for invariant, what, found, right in facts:
        if found != right:
            detail = f"{what}: {found}, should be {right}"
            yield Drift(wallet_id, invariant, found - right, detail)
