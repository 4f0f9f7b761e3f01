"""Everything about a person as one JSON value, and how it is erased."""

from asgiref.sync import async_to_sync
from django.db import transaction
from django.utils import timezone

from billing import ledger
from coaching import commands, presenting
from coaching.models import RunState, Turn, User
from coaching.presenting import Json
from routing import record


def everything(user: User) -> Json:
    """Return what is kept about a person, oldest first."""
    return {
        "exported": timezone.now().isoformat(),
        "me": presenting.me(user),
        "joined": user.date_joined.isoformat(),
        "conversations": [
            {
                **presenting.conversation_json(conversation),
                "turns": presenting.turns_of(conversation),
            }
            for conversation in user.conversations.order_by("created_at")
        ],
        "ledger": _whole_ledger(user),
        "tokens": [
            {"name": token.name, "created": token.created_at.isoformat()}
            for token in user.tokens.order_by("pk")
        ],
    }


def _whole_ledger(user: User) -> list[Json]:
    lines: list[Json] = []
    cursor: str | None = None
    while True:
        found = presenting.statement(user, cursor)
        lines += found["items"]
        cursor = found["next"]
        if cursor is None:
            return lines[::-1]


def erase(user: User) -> None:
    """Delete a person and everything they said.

    Running answers are stopped first. The ledger keeps its entries under the
    wallet's own id, which leads to nobody; what is left in it cannot be spent.
    """
    running = Turn.objects.filter(
        conversation__user=user, state=RunState.STREAMING
    ).values_list("pk", flat=True)
    for turn_id in list(running):
        async_to_sync(commands.stop)(user.pk, turn_id, None)
    with transaction.atomic():
        ledger.lock(user.pk)
        record.forget_person(user.pk)
        user.delete()
