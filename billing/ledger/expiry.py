"""What time undoes: holds that nobody closed, and credits that nobody spent."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from billing.ledger.holds import close
from billing.ledger.posting import Act, write
from billing.ledger.wallets import locked, operation
from billing.models import (
    Account,
    CreditLot,
    EntryKind,
    Hold,
    HoldState,
    LedgerEntry,
    Wallet,
)


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep tidied: holds given back, lots emptied, and of how many credits."""

    holds: int
    lots: int
    credits: int


def sweep(now: datetime) -> Swept:
    """Give back holds whose time is over, then write off what ended lots still have.

    One transaction for each hold and each wallet, so that nobody waits for them all.
    """
    overdue = Hold.objects.filter(state=HoldState.PENDING, expires_at__lte=now)
    keys = list(overdue.order_by("pk").values_list("key", flat=True))
    for key in keys:
        _expire(key, now)
    ended = CreditLot.objects.filter(CreditLot.lapsed(now)).values_list(
        "wallet", flat=True
    )
    wallets = list(ended.order_by("wallet").distinct())
    lapsed = [credits for wallet in wallets for credits in _lapse(wallet, now)]
    return Swept(holds=len(keys), lots=len(lapsed), credits=sum(lapsed))


@operation()
def _expire(key: str, now: datetime) -> None:
    close(key, HoldState.EXPIRED, 0, now)


@operation()
def _lapse(wallet_id: UUID, now: datetime) -> list[int]:
    """Write off what remains in each ended lot of the wallet; return how much."""
    locked(Wallet.objects.filter(pk=wallet_id))
    # A lot can end twice: credits may be put back into it. The version tells when.
    version = Wallet.objects.values_list("version", flat=True).get(pk=wallet_id)
    mine = CreditLot.objects.filter(CreditLot.lapsed(now), wallet=wallet_id)
    lots = list(mine.order_by("id"))
    expired = [lot.remaining for lot in lots]
    entries: list[LedgerEntry] = []
    for lot in lots:
        act = Act.on(lot, EntryKind.EXPIRE, f"sweep:{lot.pk}:{version}", now)
        entries += act.entries((Account.EXPIRED, lot, lot.remaining))
        lot.remaining = 0
    write(wallet_id, lots, entries, available=-sum(expired))
    return expired
