"""What the API shows: people, conversations, turns and runs as JSON values."""

import base64
import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from billing import entitlements, ledger
from coaching.errors import BadRequest, NotFound
from coaching.models import Conversation, Run, RunState, Turn, User
from routing import decide
from routing.core.catalogue import Model

PAGE = 50
Json = dict[str, Any]


def me(user: User) -> Json:
    """Return a person as they see themselves."""
    now = timezone.now()
    balance = ledger.balance(user.pk, now)
    return {
        "id": str(user.pk),
        "email": user.email,
        "plan": entitlements.plan_of(user.pk, now),
        "credits": {"available": balance.available, "held": balance.held},
        "staff": user.is_staff,
    }


def turn_of(user_id: UUID, turn_id: UUID) -> Json:
    """Return one of the person's turns.

    Raises:
        NotFound: it is not theirs.
    """
    turn = _with_runs(
        Turn.objects.filter(pk=turn_id, conversation__user_id=user_id)
    ).first()
    if turn is None:
        raise NotFound
    return turn_json(turn)


def turn_json(turn: Turn) -> Json:
    """Return a turn whose runs were prefetched by `_with_runs`."""
    runs = list(turn.runs.all())
    shown = next(run for run in runs if run.number == turn.active_run)
    feedback = getattr(shown, "feedback", None)
    finished = shown.finished_event or {}
    return {
        "id": str(turn.pk),
        "conversation": str(turn.conversation_id),
        "parent": str(turn.parent_id) if turn.parent_id else None,
        "created": _iso(turn.created_at),
        "state": turn.state,
        "text": turn.text,
        "answer": shown.answer,
        "seq": max(turn.seq, shown.checkpoint_seq),
        "active_run": turn.active_run,
        "runs": [_run_json(run) for run in runs],
        "rating": feedback.value if feedback else None,
        "preferred": turn.preferred_run,
        "preferences": [
            {"between": [pair.first, pair.second], "winner": pair.winner}
            for pair in turn.preferences.all()
        ],
        "better": finished.get("better", {"available": False, "upgrade": False}),
    }


def _run_json(run: Run) -> Json:
    feedback = getattr(run, "feedback", None)
    finished = run.finished_event or {}
    streaming = run.state == RunState.STREAMING
    return {
        "run": run.number,
        "state": run.state,
        "model": run.model,
        "slot": run.slot,
        "provider": run.provider,
        "answer": run.answer,
        "credits": run.credits_promised if streaming else run.credits_charged,
        "reason": run.reason,
        "rating": feedback.value if feedback else None,
        "rating_reasons": feedback.reasons if feedback else [],
        "error": finished.get("error"),
    }


def conversations(
    user: User, *, query: str = "", archived: bool = False, cursor: str | None = None
) -> Json:
    """Return a page of the person's conversations, the newest first."""
    rows = user.conversations.filter(archived=archived)
    if query:
        found = Q(title__icontains=query) | Q(turns__text__icontains=query)
        rows = rows.filter(found).distinct()
    return page(rows, "updated_at", cursor, conversation_json)


def conversation_json(conversation: Conversation) -> Json:
    """Return a conversation without its turns."""
    return {
        "id": str(conversation.pk),
        "title": conversation.title,
        "created": _iso(conversation.created_at),
        "updated": _iso(conversation.updated_at),
        "archived": conversation.archived,
        "active_turn": (
            str(conversation.active_turn_id) if conversation.active_turn_id else None
        ),
    }


def conversation_with_turns(
    user: User, conversation_id: UUID, cursor: str | None = None
) -> Json:
    """Return a conversation and a page of its turns, the newest first.

    Raises:
        NotFound: it is not the person's.
    """
    conversation = owned_conversation(user, conversation_id)
    turns = _with_runs(conversation.turns.all())
    return {
        **conversation_json(conversation),
        "turns": page(turns, "created_at", cursor, turn_json),
    }


def turns_of(conversation: Conversation) -> list[Json]:
    """Return all turns of a conversation, oldest first."""
    turns = _with_runs(conversation.turns.order_by("created_at", "pk"))
    return [turn_json(turn) for turn in turns]


def owned_conversation(user: User, conversation_id: UUID) -> Conversation:
    """Return one of the person's conversations, or raise NotFound."""
    conversation = user.conversations.filter(pk=conversation_id).first()
    if conversation is None:
        raise NotFound
    return conversation


def _with_runs(turns: QuerySet[Turn]) -> QuerySet[Turn]:
    runs = Run.objects.select_related("feedback").order_by("number")
    return turns.prefetch_related(Prefetch("runs", runs), "preferences")


def page(
    rows: QuerySet[Any],
    order: str,
    cursor: str | None,
    shape: Callable[[Any], Json],
    size: int = PAGE,
) -> Json:
    """Return `{"items", "next"}`, the newest by `order` first.

    Raises:
        BadRequest: the cursor is not one that an earlier page gave.
    """
    if cursor:
        at, pk = _decode(cursor)
        rows = rows.filter(Q(**{f"{order}__lt": at}) | Q(**{order: at, "pk__lt": pk}))
    found = list(rows.order_by(f"-{order}", "-pk")[: size + 1])
    shown = found[:size]
    following = None
    if len(found) > size:
        following = _encode(getattr(shown[-1], order), shown[-1].pk)
    return {"items": [shape(row) for row in shown], "next": following}


def listed(items: Iterable[Json]) -> Json:
    """Return a list that has one page."""
    return {"items": list(items), "next": None}


WORDS = {
    "grant": "Credits added",
    "spend": "An answer",
    "expire": "Credits that expired",
    "claw_back": "Credits taken back after a refund",
    "reinstate": "Credits given back",
    "adjust": "Correction by staff",
}
GRANTS = {
    "trial": "Trial credits",
    "monthly": "Monthly credits of GrowthPlus",
    "pack": "Credit pack",
    "promo": "A gift",
}


def statement(user: User, cursor: str | None) -> Json:
    """Return the person's credits, line by line, the newest first."""
    found = lines(user, cursor)
    return {
        "items": [
            {
                "id": line.id,
                "kind": line.kind,
                "words": words_of(line),
                "credits": line.credits,
                "balance_after": line.balance_after,
                "created": _iso(line.created_at),
            }
            for line in found.lines
        ],
        "next": str(found.next) if found.next is not None else None,
    }


def lines(user: User, cursor: str | None) -> ledger.Statement:
    """Return a page of the person's ledger.

    Raises:
        BadRequest: the cursor is not one that an earlier page gave.
    """
    if cursor is not None and not (cursor.isascii() and cursor.isdecimal()):
        raise BadRequest("This cursor is not one of ours.")
    return ledger.statement(user.pk, int(cursor[:18]) if cursor else None, PAGE)


def words_of(line: ledger.Line) -> str:
    """Return what happened, in plain words."""
    if line.kind == "grant" and line.ref_type in GRANTS:
        return GRANTS[line.ref_type]
    return WORDS.get(line.kind, line.kind)


def models(user: User) -> Json:
    """Return the models that may answer the person, the weakest slot first."""
    plan = entitlements.plan_of(user.pk, timezone.now())
    return listed(_model_json(model) for model in decide.models_for(plan))


def _model_json(model: Model) -> Json:
    return {
        "name": model.label,
        "id": model.name,
        "slot": model.slot,
        "provider": model.provider,
        "credits": model.credits,
        "data_policy": {
            "trains": model.trains,
            "retention_days": model.retention_days,
        },
        "ends_on": model.ends_on.isoformat() if model.ends_on else None,
    }


def _encode(at: datetime, pk: object) -> str:
    return base64.urlsafe_b64encode(
        json.dumps([at.isoformat(), str(pk)]).encode()
    ).decode()


def _decode(cursor: str) -> tuple[datetime, str]:
    try:
        at, pk = json.loads(base64.urlsafe_b64decode(cursor[:200].encode()))
        moment = datetime.fromisoformat(at).astimezone(UTC)
        return moment, str(UUID(pk))
    except (ValueError, TypeError, AttributeError, OverflowError):
        raise BadRequest("This cursor is not one of ours.") from None


def _iso(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
