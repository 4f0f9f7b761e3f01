"""What one answer costs: set aside when it starts, charged or given back at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Least

from billing.errors import AccountFrozen, HoldClosed, KeyReused, UnknownHold
from billing.ledger.posting import Act, Leg, Share, shares, write
from billing.ledger.wallets import Balance, lock, locked, operation, sum_of
from billing.models import (
    BURN_ORDER,
    Account,
    CreditLot,
    EntryKind,
    Hold,
    HoldPart,
    HoldState,
    LedgerEntry,
    Wallet,
)

Funding = Literal["credits", "byok", "free"]


@dataclass(frozen=True, slots=True)
class Settled:
    """What an answer was charged, and the whole wallet afterwards."""

    charged: int
    balance: Balance


@operation()
def hold(
    user_id: UUID,
    *,
    key: str,
    credits: int,
    now: datetime,
    expires_at: datetime,
    funding: Funding = "credits",
) -> Hold:
    """Set `credits` aside for the answer `key`; the same key again: the same hold.

    Lots give in burn order. An answer that credits do not pay for holds 0; it works
    with an empty wallet and with a frozen one.

    Raises:
        InsufficientCredits: nothing is held.
        AccountFrozen: nothing is held.
        HoldClosed: `key` was used before and its hold is closed.
        KeyReused: `key` is the hold of another wallet.
    """
    if credits < 0 or (credits > 0) != (funding == "credits"):
        raise ValueError(f"{funding} cannot hold {credits} credits")
    lock(user_id)
    # One read for three questions: the lots, the wallet, is this a repetition?
    lots = list(
        CreditLot.objects.filter(CreditLot.spendable(now), wallet__user_id=user_id)
        .select_related("wallet")
        .annotate(repeated=Exists(Hold.objects.filter(key=key)))
        .order_by(*BURN_ORDER)
    )
    if (not lots or lots[0].repeated) and (earlier := _pending(key, user_id)):
        return earlier
    wallet = lots[0].wallet if lots else Wallet.objects.get(user_id=user_id)
    if wallet.frozen_reason and funding == "credits":
        raise AccountFrozen(wallet.frozen_reason)
    parts = shares(lots, credits)
    new = Hold.objects.create(
        wallet=wallet,
        amount=credits,
        key=key,
        expires_at=expires_at,
        funding=funding,
        created_at=now,
    )
    if parts:
        _set_aside(new, parts)
    return new


@operation()
def settle(key: str, credits: int, now: datetime) -> Settled:
    """Charge `credits` of the hold, never more than it has, and give the rest back.

    A hold resolves once: of a closed one this returns what was charged then.

    Raises:
        UnknownHold: nothing was ever held for `key`.
    """
    return close(key, HoldState.SETTLED, max(credits, 0), now)


@operation()
def release(key: str, now: datetime) -> Balance:
    """Give the whole hold back; a hold that is already closed stays as it is.

    Raises:
        UnknownHold: nothing was ever held for `key`.
    """
    return close(key, HoldState.RELEASED, 0, now).balance


def close(key: str, state: HoldState, credits: int, now: datetime) -> Settled:
    """Take the hold to its final `state`, unless it has one.

    Raises:
        UnknownHold: nothing was ever held for `key`.
    """
    this = Hold.objects.filter(key=key)
    if not locked(Wallet.objects.filter(pk__in=this.values("wallet"))):
        raise UnknownHold(key)
    charge = Least(F("amount"), credits)
    pending = this.filter(state=HoldState.PENDING)
    if pending.update(state=state, settled_amount=charge):
        return _give_out(key, credits, now)
    closed = this.get()
    lots = CreditLot.objects.filter(wallet=closed.wallet_id)
    return Settled(closed.settled_amount, sum_of(lots, now))


def _pending(key: str, user_id: UUID) -> Hold | None:
    """Return the hold that an earlier call made for `key`."""
    earlier = Hold.objects.filter(key=key).select_related("wallet").first()
    if earlier and earlier.wallet.user_id != user_id:
        raise KeyReused(key)
    if earlier and earlier.state != HoldState.PENDING:
        raise HoldClosed(key)
    return earlier


def _set_aside(new: Hold, parts: list[Share]) -> None:
    for lot, amount in parts:
        lot.remaining -= amount
        lot.held += amount
    HoldPart.objects.bulk_create(
        HoldPart(hold=new, lot=lot, amount=amount) for lot, amount in parts
    )
    lots = [lot for lot, _ in parts]
    write(new.wallet_id, lots, [], available=-new.amount, held=new.amount)


def _give_out(key: str, credits: int, now: datetime) -> Settled:
    """Empty the hold's parts, and add up the wallet from the lots at hand."""
    part = HoldPart.objects.filter(hold__key=key, lot=OuterRef("pk"))
    lots = list(
        CreditLot.objects.filter(wallet__holds__key=key)
        .filter(Q(remaining__gt=0) | Q(held__gt=0))
        .annotate(
            part=Subquery(part.values("amount")), place=Subquery(part.values("pk"))
        )
        .order_by("place")
    )
    parts = [(lot, lot.part) for lot in lots if lot.part]
    if parts:
        _divide(key, parts, credits, now)
    available = sum(lot.remaining for lot in lots if not lot.has_lapsed(now))
    charged = min(credits, sum(amount for _, amount in parts))
    return Settled(charged, Balance(available, sum(lot.held for lot in lots)))


def _divide(key: str, parts: Sequence[Share], credits: int, now: datetime) -> None:
    """Spend `credits` of the parts, in their order, and return the rest.

    A lot that ended meanwhile is spent from like any other, because its credits were
    set aside in time; but what is left of its part expires.
    """
    spent: list[Leg] = []
    expired: list[LedgerEntry] = []
    returned = 0
    for lot, amount in parts:
        used = min(amount, credits)
        rest = amount - used
        credits -= used
        lot.held -= amount
        if used:
            spent.append((Account.SPENT, lot, used))
        if not lot.has_lapsed(now):
            lot.remaining += rest
            returned += rest
        elif rest:
            act = Act.on(lot, EntryKind.EXPIRE, f"release:{lot.pk}:{key}", now)
            expired += act.entries((Account.EXPIRED, lot, rest))
    wallet_id = parts[0][0].wallet_id
    act = Act(wallet_id, EntryKind.SPEND, f"settle:{key}", now, "hold", key)
    write(
        wallet_id,
        [lot for lot, _ in parts],
        [*(act.entries(*spent) if spent else []), *expired],
        available=returned,
        held=-sum(amount for _, amount in parts),
    )
