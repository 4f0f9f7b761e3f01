"""What a person can ask for: ask, better, again, stop. Socket and API call these.

Each command is one hop to a database thread that screens, chooses and opens, and
then the runner starts. The choice is made before the transaction begins.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from billing import entitlements
from coaching import reading, runner, safety, turns, wakeups
from coaching.errors import BadRequest, Conflict, MessageTooLong
from coaching.models import Run, RunState
from coaching.prompts import prompt_for
from coaching.threads import in_thread
from coaching.turns import Command, Opened, Terms
from routing import decide
from routing.core.errors import BudgetReached
from routing.core.messages import Prompt
from routing.core.pricing import prompt_tokens_at_most

MESSAGE_CHARS = 8_000
REASONS = frozenset(
    {
        "too_generic",
        "missed_point",
        "too_much_advice",
        "too_long",
        "tone",
        "wrong_facts",
        "unsafe",
        "other",
    }
)


@dataclass(frozen=True, slots=True)
class Ask:
    """A new message. `follow` puts it under the last turn of the active path."""

    id: UUID
    conversation: UUID
    text: str
    parent: UUID | None = None
    follow: bool = True

    def body(self) -> dict[str, Any]:
        """Return what makes two frames the same command."""
        parent = "follow" if self.follow else self.parent
        return {"c": self.conversation, "t": self.text, "p": parent}


@dataclass(frozen=True, slots=True)
class More:
    """Another run of a turn: a better one or the same again."""

    id: UUID
    turn: UUID
    kind: Run.Kind
    reasons: tuple[str, ...] = ()

    def body(self) -> dict[str, Any]:
        """Return what makes two frames the same command."""
        return {"k": self.kind, "t": self.turn, "r": self.reasons}


async def ask(user_id: UUID, command: Ask) -> Opened:
    """Open a turn and start answering it.

    Raises:
        BadRequest, MessageTooLong, NotFound, Conflict, TooMany: see `errors`.
        BillingError, RoutingError: no credits, no model, no budget.
    """
    return await _start(lambda node: _ask(user_id, command, node))


async def more(user_id: UUID, command: More) -> Opened:
    """Start a further run of a turn; errors as `ask`, and LadderTop."""
    return await _start(lambda node: _more(user_id, command, node))


async def stop(user_id: UUID, turn_id: UUID, number: int | None) -> None:
    """Stop the streaming run of a turn; do nothing when none streams.

    Raises:
        NotFound: the turn is not the person's.
    """
    run = await in_thread(turns.request_stop, user_id, turn_id, number)
    if run is None:
        return
    here = await runner.here()
    if not here.stop(run.pk):
        await wakeups.stop(run.owner, run.pk)


async def _start(open_it: Callable[[str], Opened]) -> Opened:
    here = await runner.here()
    here.refuse_when_draining()
    try:
        opened = await in_thread(open_it, here.node)
    except BudgetReached:
        # Another process took the rest of the day's budget between choice and
        # reservation; the second choice knows that.
        opened = await in_thread(open_it, here.node)
    if opened.work:
        here.start(opened.work)
        if opened.title:
            work = opened.work
            await wakeups.title(
                work.command.user_id, work.conversation_id, opened.title
            )
    return opened


def readable(text: str) -> str:
    """Return the text as it can be stored: no NUL, no half characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def _ask(user_id: UUID, ask: Ask, node: str) -> Opened:
    text = readable(ask.text)
    if len(text) > MESSAGE_CHARS:
        raise MessageTooLong
    if not text.strip():
        raise BadRequest("Write something first.")
    command = Command(ask.id, user_id, Run.Kind.ASK, turns.digest(ask.body()))
    if opened := turns.find(command):
        return opened
    where = reading.place(user_id, ask.conversation, ask.parent, follow=ask.follow)
    screening = safety.screen(text, where.history)
    plan = entitlements.plan_of(user_id, timezone.now())
    if screening.level != "none":
        terms = _safety_terms(screening, text, where.history, plan, node)
    else:
        terms = _terms(
            decide.Question(
                user_id=str(user_id),
                plan=plan,
                text=text,
                history=where.history,
                conversation_id=str(where.conversation_id),
            ),
            node,
        )
    return turns.open_turn(command, where, text, terms)


def _more(user_id: UUID, more: More, node: str) -> Opened:
    command = Command(more.id, user_id, more.kind, turns.digest(more.body()))
    if not set(more.reasons) <= REASONS:
        raise BadRequest("One of the reasons is not known.")
    if opened := turns.find(command):
        return opened
    turn = reading.owned(user_id, more.turn)
    if turn.state == RunState.STREAMING:
        raise Conflict("This message is still being answered.")
    if turn.state == RunState.SAFETY:
        raise Conflict("This answer is not a model's; there is no other.")
    shown = turn.runs.get(number=turn.active_run)
    history = reading.history(turn.parent_id)
    better = more.kind == Run.Kind.BETTER
    question = decide.Question(
        user_id=str(user_id),
        plan=entitlements.plan_of(user_id, timezone.now()),
        text=turn.text,
        history=history,
        conversation_id=str(turn.conversation_id),
        rung_min=shown.reached + 1 if better else None,
        rung_pinned=None if better else shown.rung,
    )
    terms = _terms(question, node)
    return turns.open_run(command, turn.pk, terms, more.reasons)


def _terms(question: decide.Question, node: str) -> Terms:
    decision_id = uuid4()
    prompt = prompt_for(question.history, question.text)
    route = decide.decide(
        replace(
            question,
            decision_id=str(decision_id),
            prompt_tokens=prompt_tokens_at_most(prompt),
        )
    )
    return Terms(
        plan=question.plan,
        route=route,
        prompt=prompt,
        decision_id=decision_id,
        node=node,
        now=timezone.now(),
    )


def _safety_terms(
    screening: safety.Screening, text: str, history: Prompt, plan: str, node: str
) -> Terms:
    return Terms(
        plan=plan,
        route=None,
        prompt=(),
        decision_id=uuid4(),
        node=node,
        now=timezone.now(),
        funding="free",
        reply=safety.reply_for(screening, country=None, language=safety.language(text)),
        crisis=(screening.level, tuple(sorted(screening.kinds))),
    )
