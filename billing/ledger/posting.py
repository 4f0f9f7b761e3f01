"""Write one movement of credits: what every operation ends in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import UUID, uuid4

from django.db.models import F
from django.utils import timezone

from billing.errors import InsufficientCredits
from billing.models import Account, CreditLot, EntryKind, LedgerEntry, Wallet

Leg = tuple[Account, CreditLot, int]
Share = tuple[CreditLot, int]


@dataclass(frozen=True, slots=True)
class Act:
    """What happened, to whom, when and why: what all entries of a transaction say.

    Attributes:
        key: unique for what happened, so that it is written once.
        ref_type: what it happened to: `hold`, `adjust`, or the kind of a lot.
    """

    wallet_id: UUID
    kind: EntryKind
    key: str
    now: datetime
    ref_type: str
    ref_id: str
    actor: str = ""
    reason: str = ""

    @classmethod
    def on(
        cls,
        lot: CreditLot,
        kind: EntryKind,
        key: str,
        now: datetime | None,
        *by: str,
    ) -> Self:
        """Return the act of something that happens to one lot, `by` whom and why."""
        now = now or timezone.now()
        return cls(lot.wallet_id, kind, key, now, lot.kind, str(lot.pk), *by)

    def earlier(self) -> LedgerEntry | None:
        """Return the person's entry of this act if it was written before.

        Lock precondition: the wallet.
        """
        return LedgerEntry.objects.filter(key=self.key).first()

    def entries(self, *legs: Leg) -> list[LedgerEntry]:
        """Return an entry for every leg, and the person's, which balances them.

        So a transaction that does not sum to zero cannot be written.
        """
        txn_id = uuid4()
        mine = -sum(amount for _, _, amount in legs)
        return [
            self._entry(txn_id, Account.USER_CREDITS, None, mine),
            *(self._entry(txn_id, *leg) for leg in legs),
        ]

    def _entry(
        self, txn_id: UUID, account: Account, lot: CreditLot | None, amount: int
    ) -> LedgerEntry:
        return LedgerEntry(
            txn_id=txn_id,
            key=f"{self.key}/{lot.pk}" if lot else self.key,
            account=account,
            wallet_id=self.wallet_id,
            lot=lot,
            amount=amount,
            kind=self.kind,
            created_at=self.now,
            ref_type=self.ref_type,
            ref_id=self.ref_id,
            actor=self.actor,
            reason=self.reason,
        )


def shares(lots: Sequence[CreditLot], credits: int) -> list[Share]:
    """Return what each of the lots gives towards `credits`, in their order.

    Raises:
        InsufficientCredits: the lots have less than `credits` together.
    """
    available = sum(lot.remaining for lot in lots)
    if available < credits:
        raise InsufficientCredits(available, credits)
    given = []
    for lot in lots:
        share = min(lot.remaining, credits)
        credits -= share
        if share:
            given.append((lot, share))
    return given


def write(
    wallet_id: UUID,
    lots: Sequence[CreditLot],
    entries: Sequence[LedgerEntry],
    *,
    available: int,
    held: int = 0,
) -> None:
    """Write lots as they now are, entries, and by how much the wallet changes.

    Lock precondition: the wallet.
    """
    CreditLot.objects.bulk_update(lots, ["remaining", "held"])
    LedgerEntry.objects.bulk_create(entries)
    Wallet.objects.filter(pk=wallet_id).update(
        available=F("available") + available, held=F("held") + held
    )


def write_arrival(act: Act, account: Account, lot: CreditLot) -> None:
    """Write the entries of a new lot, and its credits into the wallet.

    Lock precondition: the wallet.
    """
    entries = act.entries((account, lot, -lot.granted))
    write(act.wallet_id, [], entries, available=lot.granted)
