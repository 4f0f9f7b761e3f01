"""Keep what was decided, tried and thought of it. The only writer of these tables.

Every function is a few statements inside the caller's transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from routing.core.catalogue import Model
from routing.core.decision import Route
from routing.core.messages import Usage
from routing.core.pricing import cost
from routing.models import Attempt, Decision, Reward

if TYPE_CHECKING:
    from routing import engine

RATING = Reward.Kind.RATING


@dataclass(frozen=True, slots=True)
class AttemptReport:
    """How one attempt ended and what it cost; see the fields of `Attempt`."""

    position: int
    model: Model
    ended_at: datetime
    error: str
    detail: str
    usage: Usage
    cost_microusd: int
    first_token_ms: int | None
    duration_ms: int
    text_chars: int
    finish: str


def report_of(
    position: int, ended: "engine.AttemptReport", now: datetime
) -> AttemptReport:
    """Return what is kept of a call that ended at `now`, its cost computed."""
    return AttemptReport(
        position=position,
        model=ended.model,
        ended_at=now,
        error=ended.error or "",
        detail=ended.detail,
        usage=ended.usage,
        cost_microusd=cost(ended.model, ended.usage, now.astimezone(UTC).date()),
        first_token_ms=ended.first_token_ms,
        duration_ms=ended.duration_ms,
        text_chars=ended.text_chars,
        finish=ended.finish or "",
    )


def decided(  # noqa: PLR0913 (who and where, each by its name)
    *,
    decision_id: UUID,
    run_id: UUID,
    turn_id: UUID,
    conversation_id: UUID,
    user_id: UUID,
    plan: str,
    route: Route,
) -> None:
    """Keep a decision and its first attempt: two inserts."""
    reason = route.reason
    Decision.objects.create(
        id=decision_id,
        run=run_id,
        turn=turn_id,
        conversation=conversation_id,
        user=user_id,
        plan=plan,
        policy=reason.policy,
        rung=route.rung,
        slot=route.slot,
        chosen=route.candidates[0].name,
        candidates=[model.name for model in route.candidates],
        skipped=[[skip.model, skip.obstacle] for skip in route.skipped],
        signals=asdict(route.signals) if route.signals else {},
        text_chars=route.text_chars,
        task=reason.task,
        complexity=reason.complexity,
        confidence=reason.confidence,
        propensity=route.propensity,
        explored=route.explored,
        emergency=route.emergency,
        credits=route.credits,
        worst_case_microusd=route.worst_case_microusd,
        why=reason.why[:500],
    )
    attempt_begun(decision_id, 0, route.candidates[0])


def attempt_begun(decision_id: UUID, position: int, model: Model) -> None:
    """Keep an attempt before its call is made: one insert; harmless to repeat."""
    attempt = _attempt(decision_id, position, model)
    Attempt.objects.bulk_create([attempt], ignore_conflicts=True)


def closed(decision_id: UUID, attempts: Sequence[AttemptReport]) -> int:
    """Keep how the attempts ended; return what they cost together, micro-dollars.

    Two statements. An attempt without a report keeps its open row: its process died.
    """
    rows = [_closed(decision_id, report) for report in attempts]
    if rows:
        Attempt.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["decision", "position"],
            update_fields=_ENDING,
        )
    total = sum(report.cost_microusd for report in attempts)
    answered = [report.model.name for report in attempts if not report.error]
    Decision.objects.filter(pk=decision_id).update(
        answered_by=answered[-1] if answered else "",
        cost_microusd=total,
        closed_at=timezone.now(),
    )
    return total


def reward(
    decision_id: UUID,
    kind: Reward.Kind | str,
    value: float,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Keep what somebody made of an answer; of each kind the last one stands.

    Args:
        decision_id: the decision that led to the answer; an unknown one is ignored,
            because safety turns have none.
        kind: where the reward comes from.
        value: -1 bad to 1 good; a rating of 0 takes the rating back.
        detail: reasons, the other run of a pair.
    """
    if kind == RATING and value == 0:
        Reward.objects.filter(decision_id=decision_id, kind=kind).delete()
        return
    if Decision.objects.filter(pk=decision_id).exists():
        Reward.objects.update_or_create(
            decision_id=decision_id,
            kind=kind,
            defaults={"value": value, "detail": dict(detail or {})},
        )


def forget_person(user_id: UUID) -> None:
    """Cut every tie between a person and what was decided for them: two statements.

    Costs and numbers stay; whose they were, in which conversation, and what the
    providers said is gone.
    """
    decisions = Decision.objects.filter(user=user_id)
    Attempt.objects.filter(decision__in=decisions).update(detail="")
    decisions.update(user=None, conversation=None, turn=None, run=None)


_ENDING = [
    "ended_at",
    "error",
    "detail",
    "first_token_ms",
    "duration_ms",
    "input_tokens",
    "output_tokens",
    "cached_tokens",
    "estimated",
    "cost_microusd",
    "text_chars",
    "finish",
]


def _attempt(decision_id: UUID, position: int, model: Model) -> Attempt:
    return Attempt(
        decision_id=decision_id,
        position=position,
        model=model.name,
        label=model.label,
        slot=model.slot,
        provider=model.provider,
    )


def _closed(decision_id: UUID, report: AttemptReport) -> Attempt:
    attempt = _attempt(decision_id, report.position, report.model)
    attempt.begun_at = report.ended_at - timedelta(milliseconds=report.duration_ms)
    attempt.ended_at = report.ended_at
    attempt.error = report.error
    attempt.detail = report.detail
    attempt.first_token_ms = report.first_token_ms
    attempt.duration_ms = report.duration_ms
    attempt.input_tokens = report.usage.input_tokens
    attempt.output_tokens = report.usage.output_tokens
    attempt.cached_tokens = report.usage.cached_tokens
    attempt.estimated = report.usage.estimated
    attempt.cost_microusd = report.cost_microusd
    attempt.text_chars = report.text_chars
    attempt.finish = report.finish
    return attempt
