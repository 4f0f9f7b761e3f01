"""Credits moved by a person's decision or a bank's: by hand, clawed back, voided."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Sum
from django.utils import timezone

from billing.errors import KeyReused, ReasonMissing, UnknownLot
from billing.ledger.posting import Act, shares, write, write_arrival
from billing.ledger.wallets import Balance, lock, locked, operation, sum_of
from billing.models import (
    BURN_ORDER,
    Account,
    CreditLot,
    EntryKind,
    LotKind,
    Wallet,
)
from billing.plans import BURN_PRIORITY


@dataclass(frozen=True, slots=True)
class ClawBack:
    """Credits taken back from a lot, and how many of those asked for were gone."""

    taken: int
    shortfall: int


@operation()
def adjust(
    user_id: UUID,
    *,
    key: str,
    credits: int,
    reason: str,
    actor: str,
    now: datetime | None = None,
) -> Balance:
    """Give credits by hand (above 0: a new lot), or take them (below: in burn order).

    Raises:
        ReasonMissing: `reason` is blank.
        InsufficientCredits: more would be taken than is free; nothing is taken.
        KeyReused: `key` is an adjustment of another wallet.
    """
    if not credits:
        raise ValueError("an adjustment of nothing")
    if not reason.strip():
        raise ReasonMissing
    now = now or timezone.now()
    lock(user_id)
    wallet = Wallet.objects.get(user_id=user_id)
    act = Act(
        wallet_id=wallet.pk,
        kind=EntryKind.ADJUST,
        key=f"adjust:{key}",
        now=now,
        ref_type="adjust",
        ref_id=key,
        actor=actor,
        reason=reason.strip(),
    )
    earlier = act.earlier()
    if earlier and earlier.wallet_id != wallet.pk:
        raise KeyReused(key)
    if not earlier and credits > 0:
        _give(act, credits)
    elif not earlier:
        _take(act, -credits)
    return sum_of(wallet.lots.all(), now)


@operation()
def claw_back(
    lot_id: int,
    *,
    key: str,
    credits: int,
    actor: str = "",
    reason: str = "",
    now: datetime | None = None,
) -> ClawBack:
    """Take up to `credits` of what remains in a lot that was refunded or disputed.

    What is held or spent cannot be taken: it is the shortfall, for the caller to keep.

    Raises:
        UnknownLot: there is no such lot.
        KeyReused: `key` is a claw-back of another lot.
    """
    lot = _locked(lot_id)
    wanted = max(credits, 0)
    act = Act.on(lot, EntryKind.CLAW_BACK, f"claw_back:{key}", now, actor, reason)
    taken = _once(act, Account.CLAWBACK, lot, min(lot.remaining, wanted))
    return ClawBack(taken, wanted - taken)


@operation()
def reinstate(
    lot_id: int,
    *,
    key: str,
    credits: int,
    actor: str = "",
    reason: str = "",
    now: datetime | None = None,
) -> int:
    """Put back up to `credits` that were clawed back from the lot; return how many.

    Raises:
        UnknownLot: there is no such lot.
        KeyReused: `key` is a reinstatement of another lot.
    """
    lot = _locked(lot_id)
    clawed = lot.entries.filter(account=Account.CLAWBACK)
    net: int = clawed.aggregate(net=Sum("amount", default=0))["net"]
    act = Act.on(lot, EntryKind.REINSTATE, f"reinstate:{key}", now, actor, reason)
    return -_once(act, Account.CLAWBACK, lot, -min(net, max(credits, 0)))


@operation()
def void(lot_id: int, *, actor: str, reason: str, now: datetime | None = None) -> int:
    """End a lot now: what remains expires, and later what is held, if it comes back.

    Returns the credits that expired at once.

    Raises:
        UnknownLot: there is no such lot.
    """
    now = now or timezone.now()
    lot = _locked(lot_id)
    CreditLot.objects.filter(pk=lot_id, voided_at=None).update(voided_at=now)
    act = Act.on(lot, EntryKind.EXPIRE, f"void:{lot_id}", now, actor, reason)
    return _once(act, Account.EXPIRED, lot, lot.remaining)


def _give(act: Act, credits: int) -> None:
    lot = CreditLot.objects.create(
        wallet_id=act.wallet_id,
        kind=LotKind.ADJUST,
        granted=credits,
        remaining=credits,
        priority=BURN_PRIORITY[LotKind.ADJUST],
        effective_at=act.now,
        source_type=act.ref_type,
        source_id=act.ref_id,
        key=act.key,
    )
    write_arrival(act, Account.ADJUST, lot)


def _take(act: Act, credits: int) -> None:
    mine = CreditLot.objects.filter(CreditLot.spendable(act.now), wallet=act.wallet_id)
    parts = shares(list(mine.order_by(*BURN_ORDER)), credits)
    for lot, amount in parts:
        lot.remaining -= amount
    entries = act.entries(*((Account.ADJUST, lot, amount) for lot, amount in parts))
    write(act.wallet_id, [lot for lot, _ in parts], entries, available=-credits)


def _locked(lot_id: int) -> CreditLot:
    if not locked(Wallet.objects.filter(lots=lot_id)):
        raise UnknownLot(str(lot_id))
    return CreditLot.objects.get(pk=lot_id)


def _once(act: Act, account: Account, lot: CreditLot, credits: int) -> int:
    """Move `credits` from the lot to `account`, or return what was moved before.

    A movement of nothing is written too: a repetition must not find more to take.
    """
    if earlier := act.earlier():
        if earlier.ref_id != act.ref_id:
            raise KeyReused(act.key)
        return -earlier.amount
    lot.remaining -= credits
    entries = act.entries((account, lot, credits))
    write(act.wallet_id, [lot], entries, available=-credits)
    return credits
