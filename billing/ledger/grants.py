"""Credits come in."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from billing.errors import KeyReused
from billing.ledger.posting import Act, write_arrival
from billing.ledger.wallets import lock, operation
from billing.models import Account, CreditLot, EntryKind, LotKind, Wallet
from billing.plans import BURN_PRIORITY


@operation()
def grant(  # noqa: PLR0913 - it takes this many words to say what a lot is
    user_id: UUID,
    *,
    key: str,
    credits: int,
    kind: LotKind,
    source_type: str,
    source_id: str,
    expires_at: datetime | None = None,
    now: datetime | None = None,
) -> CreditLot:
    """Add a lot of `credits` (above 0), once for `key` and once for its source.

    The source is the business object that was paid for or earned: the same invoice
    under another key grants nothing more.

    Raises:
        KeyReused: somebody else's lot has this key or this source.
    """
    if credits <= 0:
        raise ValueError(f"a grant is of at least one credit, not {credits}")
    lock(user_id)
    wallet = Wallet.objects.get(user_id=user_id)
    same_source = Q(kind=kind, source_type=source_type, source_id=source_id)
    granted = CreditLot.objects.filter(Q(key=key) | same_source).order_by("id")
    if earlier := granted.first():
        if earlier.wallet_id != wallet.pk:
            raise KeyReused(key)
        return earlier
    now = now or timezone.now()
    lot = CreditLot.objects.create(
        wallet=wallet,
        kind=kind,
        granted=credits,
        remaining=credits,
        priority=BURN_PRIORITY[kind],
        effective_at=now,
        expires_at=expires_at,
        source_type=source_type,
        source_id=source_id,
        key=key,
    )
    act = Act.on(lot, EntryKind.GRANT, f"grant:{key}", now)
    write_arrival(act, Account.GRANTED, lot)
    return lot
