"""What a person thought of answers: thumbs, which helped more, the wish for more.

The only writer of Feedback and Preference; the router learns from all three.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from billing import entitlements
from coaching import turns
from coaching.errors import Conflict, NotFound
from coaching.models import Feedback, Preference, Run, RunState, Turn
from coaching.reading import owned
from routing import record


@dataclass(frozen=True, slots=True)
class Rating:
    """Thumbs for a run, with reasons; value 0 takes them back."""

    value: int
    reasons: tuple[str, ...] = ()
    comment: str = ""


@transaction.atomic
def rate(run: Run, rating: Rating) -> None:
    """Keep a rating and tell the router; the same again changes nothing."""
    Feedback.objects.update_or_create(
        run=run,
        defaults={
            "value": rating.value,
            "reasons": list(rating.reasons),
            "comment": rating.comment,
            "needs_review": "unsafe" in rating.reasons,
        },
    )
    if run.decision_id:
        detail = {"reasons": list(rating.reasons)}
        record.reward(run.decision_id, record.RATING, rating.value, detail)


@transaction.atomic
def prefer(turn: Turn, first: int, second: int, winner: int | None) -> None:
    """Keep which of two runs helped more; the winner goes on screen.

    Raises:
        Conflict: one of them has said nothing, or is not finished.
    """
    comparable = turn.runs.exclude(Q(state=RunState.STREAMING) | Q(answer=""))
    if comparable.filter(number__in=(first, second)).count() != 2:  # noqa: PLR2004
        raise Conflict("Only two finished answers can be compared.")
    Preference.objects.update_or_create(
        turn=turn,
        first=min(first, second),
        second=max(first, second),
        defaults={"winner": winner},
    )
    for run in turn.runs.filter(number__in=(first, second)):
        if run.decision_id:
            value = 0 if winner is None else 1 if run.number == winner else -1
            other = second if run.number == first else first
            record.reward(run.decision_id, "preferred", value, {"other": other})
    if winner is not None or turn.preferred_run in (first, second):
        turn.preferred_run = winner
        turn.save(update_fields=["preferred_run"])
    plan = entitlements.plan_of(turn.conversation.user_id, timezone.now())
    turns.show(turn, plan, seq=turn.seq)


def upgrade_wanted(user_id: UUID, turn_id: str) -> None:
    """Count that the person followed the upgrade offer beside an answer.

    The id comes from a link: one that is nobody's turn counts nothing.
    """
    try:
        turn = owned(user_id, UUID(turn_id))
    except (ValueError, NotFound):
        return
    shown = turn.runs.filter(number=turn.active_run).first()
    if shown and shown.decision_id:
        record.reward(shown.decision_id, "upgrade", 1)
