"""The ledger against a model in plain Python lists, over random histories.

After each step: the wallet equals the model, the audit finds no drift (I1 to I7),
and no entry that was ever written has changed (I9). Holds take exactly the parts the
model takes (I8), and any earlier call, made again, changes nothing (I10).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from billing import ledger
from billing.errors import AccountFrozen, HoldClosed, InsufficientCredits
from billing.models import CreditLot, Hold, HoldPart, LedgerEntry, LotKind, Wallet
from billing.plans import BURN_PRIORITY
from tests.billing.conftest import MINUTE, NOW

amounts = st.integers(1, 40)
kinds = st.sampled_from([kind for kind in LotKind if kind != LotKind.ADJUST])
lifetimes = st.one_of(st.none(), st.integers(1, 30))
picks = st.integers(0, 10**6)
numbers = count()
FAR = datetime.max.replace(tzinfo=NOW.tzinfo)


@dataclass
class Lot:
    pk: int
    kind: str
    remaining: int
    ends: datetime
    held: int = 0
    clawed: int = 0

    def burns(self) -> tuple:
        return BURN_PRIORITY[self.kind], self.ends, self.pk


@dataclass
class Answer:
    key: str
    ends: datetime
    parts: list[tuple[Lot, int]]
    charged: int | None = None


@dataclass
class Model:
    """What the ledger should say, as simply as it can be said."""

    now: datetime = NOW
    lots: list[Lot] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    def spendable(self) -> list[Lot]:
        alive = [lot for lot in self.lots if lot.ends > self.now and lot.remaining]
        return sorted(alive, key=Lot.burns)

    def available(self) -> int:
        return sum(lot.remaining for lot in self.spendable())

    def take(self, credits: int) -> list[tuple[Lot, int]]:
        parts = []
        for lot in self.spendable():
            share = min(lot.remaining, credits)
            credits -= share
            lot.remaining -= share
            if share:
                parts.append((lot, share))
        return parts

    def close(self, answer: Answer, credits: int) -> None:
        answer.charged = 0
        for lot, share in answer.parts:
            used = min(share, credits)
            credits -= used
            answer.charged += used
            lot.held -= share
            if lot.ends > self.now:
                lot.remaining += share - used

    def sweep(self) -> None:
        for answer in self.pending():
            if answer.ends <= self.now:
                self.close(answer, 0)
        for lot in self.lots:
            if lot.ends <= self.now:
                lot.remaining = 0

    def pending(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.charged is None]


class LedgerMachine(RuleBasedStateMachine):
    """One person's wallet; every example has a person of its own."""

    def __init__(self) -> None:
        super().__init__()
        users = get_user_model().objects
        self.user = users.create_user(f"p{next(numbers)}@example.com").pk
        self.wallet = ledger.wallet_of(self.user)
        self.model = Model()
        self.frozen = False
        self.calls: list[Callable[[], object]] = []
        self.seen: dict[int, tuple] = {}

    def key(self) -> str:
        return f"{self.wallet.pk}:{next(numbers)}"

    def call(self, operation: Callable[..., object], *args: object, **kw: object):
        """Do it, and remember how, to do it again."""

        def again() -> object:
            return operation(*args, **kw, now=self.model.now)

        result = again()
        self.calls.append(again)
        return result

    def tables(self) -> list:
        mine = {"wallet": self.wallet}
        return [
            list(Wallet.objects.filter(pk=self.wallet.pk).values("available", "held")),
            list(CreditLot.objects.filter(**mine).order_by("pk").values_list()),
            list(Hold.objects.filter(**mine).order_by("pk").values_list()),
            list(LedgerEntry.objects.filter(**mine).order_by("pk").values_list()),
        ]

    # --- rules

    @rule(minutes=st.integers(1, 10))
    def wait(self, minutes: int) -> None:
        self.model.now += minutes * MINUTE

    @rule(credits=amounts, kind=kinds, lifetime=lifetimes)
    def grant(self, credits: int, kind: LotKind, lifetime: int | None) -> None:
        ends = self.model.now + lifetime * MINUTE if lifetime else None
        key = self.key()
        lot = self.call(
            ledger.grant,
            self.user,
            key=key,
            credits=credits,
            kind=kind,
            source_type="test",
            source_id=key,
            expires_at=ends,
        )
        self.model.lots.append(Lot(lot.pk, kind, credits, ends or FAR))

    @rule(credits=amounts, minutes=st.integers(1, 5))
    def hold(self, credits: int, minutes: int) -> None:
        key, ends = self.key(), self.model.now + minutes * MINUTE
        ask = {"key": key, "credits": credits, "expires_at": ends}
        if self.frozen:
            with pytest.raises(AccountFrozen):
                ledger.hold(self.user, **ask, now=self.model.now)
            return
        if self.model.available() < credits:
            with pytest.raises(InsufficientCredits):
                ledger.hold(self.user, **ask, now=self.model.now)
            return
        self.call(self.hold_again, **ask)
        parts = self.model.take(credits)
        for lot, share in parts:
            lot.held += share
        self.model.answers.append(Answer(key, ends, parts))
        taken = HoldPart.objects.filter(hold__key=key).order_by("pk")
        assert list(taken.values_list("lot", "amount")) == [
            (lot.pk, share) for lot, share in parts
        ]

    def hold_again(self, **ask: object) -> None:
        try:
            ledger.hold(self.user, **ask)
        except HoldClosed:
            closed = Hold.objects.exclude(state="pending")
            assert closed.filter(key=ask["key"]).exists()

    @precondition(lambda self: self.model.pending())
    @rule(pick=picks, credits=st.integers(-5, 50))
    def settle(self, pick: int, credits: int) -> None:
        pending = self.model.pending()
        answer = pending[pick % len(pending)]
        settled = self.call(ledger.settle, answer.key, credits)
        self.model.close(answer, max(credits, 0))
        assert settled.charged == answer.charged
        assert settled.balance == ledger.balance(self.user, self.model.now)

    @precondition(lambda self: self.model.pending())
    @rule(pick=picks)
    def release(self, pick: int) -> None:
        pending = self.model.pending()
        answer = pending[pick % len(pending)]
        balance = self.call(ledger.release, answer.key)
        self.model.close(answer, 0)
        assert balance == ledger.balance(self.user, self.model.now)

    @rule()
    def sweep(self) -> None:
        ledger.sweep(self.model.now)
        self.model.sweep()
        assert ledger.sweep(self.model.now) == ledger.Swept(0, 0, 0)

    @rule(credits=st.integers(-40, 40).filter(bool))
    def adjust(self, credits: int) -> None:
        key = self.key()
        ask = {"key": key, "credits": credits, "reason": "why", "actor": "staff"}
        if self.model.available() + credits < 0:
            with pytest.raises(InsufficientCredits):
                ledger.adjust(self.user, **ask, now=self.model.now)
            return
        self.call(ledger.adjust, self.user, **ask)
        if credits > 0:
            lot = CreditLot.objects.get(key=f"adjust:{key}")
            self.model.lots.append(Lot(lot.pk, "adjust", credits, FAR))
        else:
            self.model.take(-credits)

    @precondition(lambda self: self.model.lots)
    @rule(pick=picks, credits=st.integers(0, 50))
    def claw_back(self, pick: int, credits: int) -> None:
        lot = self.model.lots[pick % len(self.model.lots)]
        done = self.call(ledger.claw_back, lot.pk, key=self.key(), credits=credits)
        taken = min(lot.remaining, credits)
        assert done == ledger.ClawBack(taken, credits - taken)
        lot.remaining -= taken
        lot.clawed += taken

    @precondition(lambda self: self.model.lots)
    @rule(pick=picks, credits=st.integers(0, 50))
    def reinstate(self, pick: int, credits: int) -> None:
        lot = self.model.lots[pick % len(self.model.lots)]
        back = self.call(ledger.reinstate, lot.pk, key=self.key(), credits=credits)
        assert back == min(lot.clawed, credits)
        lot.remaining += back
        lot.clawed -= back

    @precondition(lambda self: self.model.lots)
    @rule(pick=picks)
    def void(self, pick: int) -> None:
        lot = self.model.lots[pick % len(self.model.lots)]
        voided = CreditLot.objects.get(pk=lot.pk).voided_at is not None
        self.call(ledger.void, lot.pk, actor="staff", reason="why")
        if not voided:
            lot.ends = min(lot.ends, self.model.now)
            lot.remaining = 0

    @rule()
    def freeze_or_unfreeze(self) -> None:
        (ledger.unfreeze if self.frozen else ledger.freeze)(self.user, "dispute")
        self.frozen = not self.frozen

    @precondition(lambda self: self.calls)
    @rule(pick=picks)
    def replay(self, pick: int) -> None:
        before = self.tables()
        self.calls[pick % len(self.calls)]()
        assert self.tables() == before

    @precondition(lambda self: self.model.available())
    @rule(credits=amounts)
    def crash(self, credits: int) -> None:
        """Die between two steps: what the transaction did is not there."""
        before = self.tables()
        with transaction.atomic():
            key = self.key()
            ledger.adjust(
                self.user, key=key, credits=credits, reason="why", actor="staff"
            )
            ledger.sweep(self.model.now + timedelta(days=1))
            transaction.set_rollback(True)
        assert self.tables() == before

    # --- invariants

    @invariant()
    def the_wallet_equals_the_model(self) -> None:
        held = sum(lot.held for lot in self.model.lots)
        has = ledger.balance(self.user, self.model.now)
        assert has == ledger.Balance(self.model.available(), held)

    @invariant()
    def nothing_drifts(self) -> None:
        assert ledger.audit([self.wallet.pk]) == []

    @invariant()
    def entries_never_change(self) -> None:
        entries = LedgerEntry.objects.filter(wallet=self.wallet).values_list()
        now = {entry[0]: entry for entry in entries}
        assert self.seen.items() <= now.items()
        self.seen = now


@pytest.mark.django_db
def test_random_histories_agree_with_the_model():
    run_state_machine_as_test(
        LedgerMachine,
        settings=settings(
            max_examples=30,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
