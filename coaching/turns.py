"""The transactions of a turn: open, close, reap. The only writer of Turn and Run.

Run: streaming -> answered | stopped | failed | interrupted | refused | safety.
Locks are taken in one order: conversation, turn, wallet, lots, hold, and last the
day's budget. Every public function that writes is one transaction; when it raises,
nothing is left behind.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Q

from billing import entitlements, ledger
from coaching.errors import Conflict, NotFound, TooMany
from coaching.models import (
    Conversation,
    Run,
    RunState,
    SafetyEvent,
    Turn,
)
from coaching.reading import Place, owned
from coaching.titles import title_of
from routing import budget, decide, record
from routing.core.decision import Route
from routing.core.messages import Prompt, Usage

LEASE = timedelta(seconds=20)
ASKS_PER_MINUTE = 20
MINUTE = timedelta(seconds=60)
# More events than a run can emit within the turn's time limit.
SEQ_SPAN = 10_000


@dataclass(frozen=True, slots=True)
class Command:
    """What a person asked for; `id` is theirs and makes repeating harmless.

    Attributes:
        digest: of the whole body, so that the same id with another body shows.
    """

    id: UUID
    user_id: UUID
    kind: Run.Kind
    digest: str


@dataclass(frozen=True, slots=True)
class Work:
    """Everything the runner needs to answer; plain values, no model instances."""

    command: Command
    turn_id: UUID
    run_id: int
    number: int
    conversation_id: UUID
    route: Route | None
    prompt: Prompt
    plan: str
    decision_id: UUID
    first_seq: int
    held: int
    reply: str = ""

    @property
    def hold_key(self) -> str:
        """Return the ledger's key of this run's hold."""
        return hold_key(self.command.id)


@dataclass(frozen=True, slots=True)
class Opened:
    """The run a command started, now or earlier.

    Attributes:
        after: the place before the run's first event.
        ended: whether the run is over.
        work: what to do; None when the command was known already.
        title: what a conversation that began with it is called.
    """

    turn_id: UUID
    after: int
    ended: bool = False
    work: Work | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended, as the runner saw it.

    Attributes:
        charge: credits to charge; the ledger never takes more than was held.
        reached: the rung of the last model tried; a better answer rises above it.
        usage: tokens of the answer, or of an attempt that came to nothing.
    """

    state: RunState
    text: str
    charge: int
    model: str
    slot: str
    provider: str
    reached: int
    usage: Usage | None = None
    error_code: str = ""
    attempts: tuple[record.AttemptReport, ...] = ()


NO_OFFER = {"available": False, "upgrade": False}


@dataclass(frozen=True, slots=True)
class Wallet:
    """Credits after a transaction: charged by it, free to spend, and in use."""

    charged: int
    available: int
    held: int


def hold_key(command_id: UUID) -> str:
    """Return the ledger key of the run that `command_id` started."""
    return f"run:{command_id}"


def digest(body: object) -> str:
    """Return a digest of a command's body, the same for the same JSON values."""
    text = json.dumps(body, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def find(command: Command) -> Opened | None:
    """Return what an earlier frame with the same id opened, None when it is new.

    Raises:
        NotFound: the id is somebody else's.
        Conflict: the id was used for another body.
    """
    run = Run.objects.filter(command_id=command.id).defer("answer").first()
    if run is None:
        return None
    if run.user_id != command.user_id:
        raise NotFound
    if run.digest != command.digest:
        raise Conflict("This id was used for another message.")
    return Opened(run.turn_id, run.first_seq - 1, run.state != RunState.STREAMING)


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which terms a run starts: who answers, for whom, seen from where."""

    plan: str
    route: Route | None
    prompt: Prompt
    decision_id: UUID
    node: str
    now: datetime
    funding: ledger.Funding = "credits"
    reply: str = ""
    crisis: tuple[str, tuple[str, ...]] | None = None


@transaction.atomic
def open_turn(command: Command, where: Place, text: str, terms: Terms) -> Opened:
    """Record the message and start its first run.

    Raises:
        InsufficientCredits, AccountFrozen: of the ledger.
        TooMany: a limit per person.
        BudgetReached: the operator's cap.
        Conflict: the same id came twice at once with different bodies.
    """
    try:
        with transaction.atomic():
            conversation, title = _conversation(command, where, text)
            turn = Turn.objects.create(
                id=command.id,
                conversation=conversation,
                parent_id=where.parent_id,
                text=text,
            )
    except IntegrityError:
        # The same frame won the race on another socket, or the id is taken.
        if opened := find(command):
            return opened
        raise Conflict("This id is taken.") from None
    conversation.active_turn = turn
    conversation.updated_at = terms.now
    conversation.save(update_fields=["active_turn", "updated_at", "title"])
    opened = _start(command, turn, terms, number=1)
    return replace(opened, title=title)


def _conversation(
    command: Command, where: Place, text: str
) -> tuple[Conversation, str]:
    """Return the conversation, locked, and its title if the message gives it one."""
    conversation, _ = Conversation.objects.select_for_update().get_or_create(
        pk=where.conversation_id, defaults={"user_id": command.user_id}
    )
    if conversation.user_id != command.user_id:
        raise NotFound
    if conversation.title:
        return conversation, ""
    conversation.title = title_of(text)
    return conversation, conversation.title


@transaction.atomic
def open_run(
    command: Command, turn_id: UUID, terms: Terms, reasons: Sequence[str] = ()
) -> Opened:
    """Start a further run of a turn: better or again.

    Wanting a better answer says something about the one on screen: a reward.

    Raises:
        Conflict: a run of the turn is active.
        NotFound: the turn is not the person's.
        InsufficientCredits, AccountFrozen, TooMany, BudgetReached: as `open_turn`.
    """
    turn = (
        Turn.objects.select_for_update()
        .filter(pk=turn_id, conversation__user_id=command.user_id)
        .first()
    )
    if turn is None:
        raise NotFound
    if opened := find(command):  # the same frame won the race
        return opened
    if turn.state == RunState.STREAMING:
        raise Conflict("This message is still being answered.")
    if command.kind == Run.Kind.BETTER:
        shown = turn.runs.get(number=turn.active_run)
        if shown.decision_id:
            record.reward(shown.decision_id, "better", -1, {"reasons": list(reasons)})
    newest = turn.runs.order_by("-number").values_list("number", flat=True).first()
    number = (newest or 0) + 1
    turn.state = RunState.STREAMING
    turn.active_run = number
    turn.save(update_fields=["state", "active_run"])
    return _start(command, turn, terms, number=number)


def _start(command: Command, turn: Turn, terms: Terms, *, number: int) -> Opened:
    route = terms.route
    price = route.credits if route and terms.funding == "credits" else 0
    run = Run.objects.create(
        turn=turn,
        user_id=command.user_id,
        number=number,
        command_id=command.id,
        digest=command.digest,
        kind=command.kind,
        decision_id=terms.decision_id if route else None,
        credits_promised=price,
        first_seq=turn.seq + 1,
        checkpoint_seq=turn.seq,
        owner=terms.node,
        lease_until=terms.now + LEASE,
        created_at=terms.now,
        **(_chosen(route) if route else {}),
    )
    if terms.crisis:
        level, kinds = terms.crisis
        SafetyEvent.objects.create(turn=turn, level=level, kinds=list(kinds))
    if route:
        ledger.hold(
            command.user_id,
            key=hold_key(command.id),
            credits=price,
            now=terms.now,
            expires_at=terms.now + timedelta(seconds=settings.TURN_TIMEOUT_S) + MINUTE,
            funding=terms.funding,
        )
        _limit(command.user_id, run.pk, terms.now)
        record.decided(
            decision_id=terms.decision_id,
            run_id=command.id,
            turn_id=turn.pk,
            conversation_id=turn.conversation_id,
            user_id=command.user_id,
            plan=terms.plan,
            route=route,
        )
        budget.reserve(
            command.id,
            route.worst_case_microusd,
            terms.now,
            emergency=route.emergency,
        )
    work = Work(
        command=command,
        turn_id=turn.pk,
        run_id=run.pk,
        number=number,
        conversation_id=turn.conversation_id,
        route=route,
        prompt=terms.prompt,
        plan=terms.plan,
        decision_id=terms.decision_id,
        first_seq=turn.seq + 1,
        held=price,
        reply=terms.reply,
    )
    return Opened(turn.pk, turn.seq, work=work)


def _chosen(route: Route) -> dict[str, Any]:
    first = route.candidates[0]
    return {
        "rung": route.rung,
        "reached": route.rung,
        "slot": route.slot,
        "model": first.label,
        "provider": first.provider,
        "reason": reason_of(route),
    }


def reason_of(route: Route) -> dict[str, Any]:
    """Return why this route, as the `route` event carries it."""
    reason = route.reason
    return {
        "complexity": reason.complexity,
        "task": reason.task,
        "confidence": round(reason.confidence, 2),
        "policy": reason.policy,
        "why": reason.why,
    }


def _limit(user_id: UUID, run_id: int, now: datetime) -> None:
    """Refuse beyond the limits; the wallet's lock makes the count exact."""
    recent = Run.objects.filter(
        Q(created_at__gt=now - MINUTE) | Q(state=RunState.STREAMING),
        ~Q(pk=run_id),
        user_id=user_id,
    ).values_list("created_at", "state")
    rows = list(recent)
    running = sum(state == RunState.STREAMING for _, state in rows)
    if running >= settings.MAX_RUNS_PER_PERSON:
        raise TooMany(
            f"You have {running} answers running. Wait for one to finish, or stop it.",
            now + timedelta(seconds=5),
        )
    asks = sorted(at for at, _ in rows if at > now - MINUTE)
    if settings.RATE_LIMITS and len(asks) >= ASKS_PER_MINUTE:
        retry_at = asks[-ASKS_PER_MINUTE] + MINUTE
        wait_s = max(1, round((retry_at - now).total_seconds()))
        raise TooMany(
            f"That was {ASKS_PER_MINUTE} messages in a minute. "
            f"Try again in {wait_s} seconds.",
            retry_at,
        )


@transaction.atomic
def close(
    work: Work, outcome: Outcome, finished: dict[str, Any], now: datetime
) -> dict[str, Any] | None:
    """End a run: its answer, its attempts, the credits and the budget.

    Args:
        work: the run.
        outcome: how it ended.
        finished: the `finished` event without its `credits` and `better`.
        now: the time.

    Returns:
        The complete `finished` event; None when somebody else ended the run.
    """
    turn = Turn.objects.select_for_update().filter(pk=work.turn_id).first()
    if turn is None:  # deleted while it was being answered
        wallet = _pay(work.command, work.route is not None, 0, now)
        _account(work, outcome, now)
        return {**finished, "credits": asdict(wallet), "better": NO_OFFER}
    if not _claim(work.run_id):
        return None
    wallet = _pay(work.command, work.route is not None, outcome.charge, now)
    ended = (work.number, outcome.state, bool(outcome.text), outcome.reached)
    better = show(turn, work.plan, ended, seq=finished["seq"])
    event = {**finished, "credits": asdict(wallet), "better": better}
    Run.objects.filter(pk=work.run_id).update(
        state=outcome.state,
        answer=outcome.text,
        model=outcome.model,
        slot=outcome.slot,
        provider=outcome.provider,
        reached=outcome.reached,
        credits_charged=wallet.charged,
        input_tokens=outcome.usage.input_tokens if outcome.usage else 0,
        output_tokens=outcome.usage.output_tokens if outcome.usage else 0,
        usage_estimated=outcome.usage.estimated if outcome.usage else False,
        error_code=outcome.error_code,
        checkpoint_seq=event["seq"],
        finished_event=event,
        finished_at=now,
        lease_until=None,
    )
    _account(work, outcome, now)
    return event


def _account(work: Work, outcome: Outcome, now: datetime) -> None:
    """Keep the attempts and what they cost the operator."""
    if work.route:
        cost_microusd = record.closed(work.decision_id, outcome.attempts)
        budget.settle(work.command.id, cost_microusd, now)


def _claim(run_id: int) -> bool:
    """Take the right to end a run; only one caller ever gets it."""
    claimed = Run.objects.filter(pk=run_id, state=RunState.STREAMING).update(
        state=RunState.INTERRUPTED
    )
    return claimed == 1


def _pay(command: Command, held: bool, charge: int, now: datetime) -> Wallet:
    if not held:
        balance = ledger.balance(command.user_id, now)
        return Wallet(0, balance.available, balance.held)
    key = hold_key(command.id)
    if charge > 0:
        settled = ledger.settle(key, charge, now)
        return Wallet(settled.charged, settled.balance.available, settled.balance.held)
    balance = ledger.release(key, now)
    return Wallet(0, balance.available, balance.held)


Shown = tuple[int, str, bool, int]


def show(
    turn: Turn, plan: str, ended: Shown | None = None, *, seq: int
) -> dict[str, Any]:
    """Put the right run on screen: streaming, preferred, answered, with text, newest.

    Args:
        turn: the turn, locked.
        plan: the person's.
        ended: number, state, has text, reached of a run about to be saved.
        seq: the last event so far.

    Returns:
        The offer that goes with it: what "Get better response" would do.
    """
    has_text = turn.runs.annotate(has_text=~Q(answer=""))
    saved = has_text.values_list("number", "state", "has_text", "reached")
    runs = [run for run in saved if ended is None or run[0] != ended[0]]
    if ended is not None:
        runs.append(ended)

    def rank(run: Shown) -> tuple[bool, bool, bool, bool, int]:
        number, state, has_text, _ = run
        streaming = state == RunState.STREAMING
        preferred = number == turn.preferred_run
        return streaming, preferred, state == RunState.ANSWERED, has_text, number

    turn.active_run, turn.state, _, reached = max(runs, key=rank)
    turn.seq = max(turn.seq, seq)
    turn.save(update_fields=["active_run", "state", "seq"])
    if turn.state == RunState.SAFETY:
        return NO_OFFER
    user_id = turn.conversation.user_id
    return decide.better_offer(plan, reached, str(user_id)).body()


def request_stop(user_id: UUID, turn_id: UUID, number: int | None) -> Run | None:
    """Mark the streaming run of a turn to be stopped; None when none streams.

    Raises:
        NotFound: the turn is not the person's.
    """
    turn = owned(user_id, turn_id)
    runs = turn.runs.filter(state=RunState.STREAMING)
    run = (runs.filter(number=number) if number is not None else runs).first()
    if run is not None:
        Run.objects.filter(pk=run.pk).update(stop_requested=True)
    return run


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The text of a running answer up to the event `seq`."""

    run_id: int
    text: str
    seq: int


KEEP_TEXT = """
UPDATE coaching_run SET answer = %s, checkpoint_seq = %s
WHERE id = %s AND owner = %s AND state = 'streaming'
"""


@transaction.atomic
def checkpoint(
    node: str, texts: Iterable[Checkpoint], running: Sequence[int], now: datetime
) -> tuple[set[int], set[int]]:
    """Keep the texts so far and renew the leases of one process's runs.

    Returns:
        The runs that still belong to the process, and those to be stopped.
    """
    mine = Run.objects.filter(state=RunState.STREAMING, owner=node)
    mine.filter(pk__in=running).update(lease_until=now + LEASE)
    rows = [(point.text, point.seq, point.run_id, node) for point in texts]
    if rows:
        # `bulk_update` spends more on building its CASE than all else in a second.
        with connection.cursor() as cursor:
            cursor.executemany(KEEP_TEXT, rows)
    alive = mine.filter(pk__in=running).values_list("pk", "stop_requested")
    flags = dict(alive)
    return set(flags), {run_id for run_id, stop in flags.items() if stop}


def expired(now: datetime, *, not_of: str | None = None) -> list[int]:
    """Return streaming runs whose lease ran out, or of any process but `not_of`."""
    lost = Q(lease_until__lt=now)
    if not_of is not None:
        lost |= ~Q(owner=not_of)
    return list(
        Run.objects.filter(lost, state=RunState.STREAMING).values_list("pk", flat=True)
    )


@transaction.atomic
def reap(
    run_id: int, error: dict[str, Any], now: datetime
) -> tuple[UUID, list[dict[str, Any]]] | None:
    """End a run whose process died: interrupted, free, its text kept.

    Returns:
        The turn and the events for its readers, whose seq lie above any that the
        dead process can have used; None when the run ended otherwise meanwhile.
    """
    run = Run.objects.select_related("turn").get(pk=run_id)
    turn = Turn.objects.select_for_update().get(pk=run.turn_id)
    if not _claim(run_id):
        return None
    command = Command(run.command_id, run.user_id, Run.Kind(run.kind), run.digest)
    wallet = _pay(command, run.decision_id is not None, 0, now)
    plan = entitlements.plan_of(run.user_id, now)
    if run.decision_id:
        # What was burnt is unknown: assume the worst that was reserved.
        budget.settle(run.command_id, None, now)
        record.closed(run.decision_id, ())
    head = {"turn": str(turn.pk), "run": run.number}
    snapshot_seq = run.first_seq + SEQ_SPAN
    finished = {
        "type": "finished",
        **head,
        "seq": snapshot_seq + 1,
        "state": RunState.INTERRUPTED.value,
        "answer_chars": len(run.answer),
        "usage": None,
        "credits": asdict(wallet),
        "better": show(turn, plan, seq=snapshot_seq + 1),
        "error": error,
    }
    Run.objects.filter(pk=run_id).update(
        error_code="interrupted",
        finished_event=finished,
        checkpoint_seq=finished["seq"],
        finished_at=now,
        lease_until=None,
    )
    snapshot = {
        "type": "snapshot",
        **head,
        "seq": snapshot_seq,
        "text": run.answer,
        "state": RunState.INTERRUPTED.value,
    }
    return turn.pk, [snapshot, finished]
