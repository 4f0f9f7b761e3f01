"""What happened to a wallet, line by line, with the balance after each line."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet, Sum

from billing.models import Account, LedgerEntry, Wallet


@dataclass(frozen=True, slots=True)
class Line:
    """One movement as its owner sees it.

    Attributes:
        kind: grant, spend, expire, claw_back, reinstate or adjust.
        credits: above zero came in, below went out.
        balance_after: credits after it, those in use by running answers included.
        ref_type: `hold` (`ref_id` is then its key, the answer's), `adjust`, or the
            kind of the lot it happened to: monthly, trial, promo, pack, adjust.
    """

    id: int
    kind: str
    credits: int
    balance_after: int
    created_at: datetime
    ref_type: str
    ref_id: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Lines, newest first; `next` is the `after_id` of the older ones, if any."""

    lines: tuple[Line, ...]
    next: int | None


def statement(user_id: UUID, after_id: int | None = None, limit: int = 50) -> Statement:
    """Return up to `limit` lines of the person, newest first, below `after_id`."""
    mine = LedgerEntry.objects.filter(wallet__user_id=user_id)
    return _page(mine, after_id, limit)


def statement_of(wallet: Wallet, limit: int = 50) -> Statement:
    """Return the newest lines of a wallet, whose owner may be gone."""
    return _page(wallet.entries.all(), None, limit)


def _page(
    entries: QuerySet[LedgerEntry], after_id: int | None, limit: int
) -> Statement:
    mine = entries.filter(account=Account.USER_CREDITS)
    if after_id is not None:
        mine = mine.filter(pk__lt=after_id)
    balance: int = mine.aggregate(sum=Sum("amount", default=0))["sum"]
    # A claw-back that found nothing left is kept, and moved nothing.
    rows = list(mine.exclude(amount=0).order_by("-pk")[: limit + 1])
    lines = []
    for entry in rows[:limit]:
        lines.append(_line(entry, balance))
        balance -= entry.amount
    return Statement(tuple(lines), lines[-1].id if len(rows) > limit else None)


def _line(entry: LedgerEntry, balance_after: int) -> Line:
    return Line(
        id=entry.pk,
        kind=entry.kind,
        credits=entry.amount,
        balance_after=balance_after,
        created_at=entry.created_at,
        ref_type=entry.ref_type,
        ref_id=entry.ref_id,
    )
