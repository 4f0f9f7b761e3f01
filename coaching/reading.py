"""What the database knows of turns: whose they are, where they stand, what was said.

Reads only; `turns` writes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from coaching.errors import Conflict, NotFound
from coaching.models import Conversation, Run, RunState, Turn
from routing.core.messages import Message, Prompt

HISTORY_TURNS = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a conversation a new turn goes, and what was said before it."""

    conversation_id: UUID
    parent_id: UUID | None
    history: Prompt


def owned(user_id: UUID, turn_id: UUID) -> Turn:
    """Return one of the person's turns.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    turn = (
        Turn.objects.select_related("conversation")
        .filter(pk=turn_id, conversation__user_id=user_id)
        .first()
    )
    if turn is None:
        raise NotFound
    return turn


def place(
    user_id: UUID, conversation_id: UUID, parent: UUID | None, *, follow: bool
) -> Place:
    """Return where a new message goes.

    Args:
        user_id: who asks.
        conversation_id: an own conversation, or a new id.
        parent: the turn to go under, None for a new root.
        follow: go under the last turn of the active path instead.

    Raises:
        NotFound: the conversation or the parent is not the person's.
        Conflict: the parent is still being answered.
    """
    conversation = Conversation.objects.filter(pk=conversation_id).first()
    if conversation is not None and conversation.user_id != user_id:
        raise NotFound
    if conversation is None:
        if parent is not None:
            raise NotFound
        return Place(conversation_id, None, ())
    parent_id = conversation.active_turn_id if follow else parent
    if parent_id is None:
        return Place(conversation_id, None, ())
    above = Turn.objects.filter(pk=parent_id, conversation=conversation).first()
    if above is None:
        raise NotFound
    if above.state == RunState.STREAMING:
        raise Conflict("Wait until the answer above is finished, or stop it.")
    return Place(conversation_id, parent_id, history(parent_id))


def history(turn_id: UUID | None) -> Prompt:
    """Return what was said up to and including a turn, oldest first, bounded."""
    if turn_id is None:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(ANCESTORS, [_raw(turn_id), HISTORY_TURNS])
        rows = cursor.fetchall()
    messages: list[Message] = []
    for _, text, answer in reversed(rows):
        messages.append(Message("user", text))
        if answer:
            messages.append(Message("assistant", answer))
    return tuple(messages)


ANCESTORS = """
WITH RECURSIVE chain(id, parent_id, text, preferred, depth) AS (
    SELECT id, parent_id, text, preferred_run, 1 FROM coaching_turn WHERE id = %s
    UNION ALL
    SELECT up.id, up.parent_id, up.text, up.preferred_run, chain.depth + 1
    FROM coaching_turn up JOIN chain ON up.id = chain.parent_id
    WHERE chain.depth < %s
)
SELECT depth, text, answer FROM (
    SELECT chain.depth, chain.text, run.answer, ROW_NUMBER() OVER (
        PARTITION BY chain.id ORDER BY CASE
            WHEN run.number = chain.preferred THEN 0
            WHEN run.state = 'answered' THEN 1
            WHEN run.answer <> '' THEN 2
            ELSE 3 END, run.number DESC
    ) AS place
    FROM chain LEFT JOIN coaching_run run
        ON run.turn_id = chain.id AND run.state <> 'streaming'
) best WHERE place = 1 ORDER BY depth
"""


def _raw(identifier: UUID) -> Any:
    """Return the identifier as this database stores it."""
    return Turn._meta.pk.get_db_prep_value(identifier, connection)


def watched(
    user_id: UUID, conversation_id: UUID, listed: Sequence[UUID]
) -> tuple[list[UUID], list[UUID]]:
    """Return a conversation's running turns, and those of `listed` in it.

    Raises:
        NotFound: the conversation is not the person's.
    """
    own = Conversation.objects.filter(pk=conversation_id, user_id=user_id)
    if not own.exists():
        raise NotFound
    streaming = Run.objects.filter(
        turn__conversation_id=conversation_id, state=RunState.STREAMING
    ).values_list("turn_id", flat=True)
    known = Turn.objects.filter(conversation_id=conversation_id, pk__in=listed)
    return list(streaming), list(known.values_list("pk", flat=True))


def streaming(turn_id: UUID) -> bool:
    """Return whether a run of the turn is active."""
    return Run.objects.filter(turn_id=turn_id, state=RunState.STREAMING).exists()


def replay(turn_id: UUID, place: int) -> list[dict[str, Any]]:
    """Return what a reader at `place` needs when the log cannot replay.

    A snapshot and the end of each finished run it has missed, and the last
    checkpoint of a running one; the events after that are in the log.
    """
    events: list[dict[str, Any]] = []
    for run in Run.objects.filter(turn_id=turn_id).order_by("number"):
        finished = run.finished_event
        end = finished["seq"] if finished else run.checkpoint_seq
        if end <= place or end < run.first_seq:
            continue
        seq = end - 1 if finished else end
        if seq > place:
            events.append(
                {
                    "type": "snapshot",
                    "turn": str(turn_id),
                    "run": run.number,
                    "seq": seq,
                    "text": run.answer,
                    "state": run.state,
                }
            )
        if finished:
            events.append(finished)
    return events
