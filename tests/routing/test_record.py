"""What was decided, tried and thought of it, in as few statements as promised."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from routing import engine, record, shipped
from routing.core.catalogue import Model
from routing.core.decision import Ask, Route, choose
from routing.core.lineup import lineup
from routing.core.messages import Usage
from routing.models import Attempt, Decision, Reward

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CATALOGUE = shipped.read_catalogue()
CASCADE = shipped.read_policies()["cascade"]
STACK = {"vllm": "", "groq": "", "openai": ""}


def route(**fields: Any) -> Route:
    ask = Ask("trial", **{"complexity": 2, "confidence": 0.9, **fields})
    return choose(CASCADE, lineup(CATALOGUE, date(2026, 11, 23), STACK), ask)


def decided(chosen: Route) -> UUID:
    decision_id = uuid4()
    record.decided(
        decision_id=decision_id,
        run_id=uuid4(),
        turn_id=uuid4(),
        conversation_id=uuid4(),
        user_id=uuid4(),
        plan="trial",
        route=chosen,
    )
    return decision_id


def ended(
    model: Model, error: str | None = None, **fields: Any
) -> engine.AttemptReport:
    usage = Usage(320, 190) if error is None else Usage(320, 0, estimated=True)
    report = engine.AttemptReport(
        model=model,
        error=error,
        detail="it said no" if error else "",
        usage=usage,
        first_token_ms=120,
        duration_ms=900,
        text_chars=0 if error else 800,
        finish=None if error else "stop",
    )
    return replace(report, **fields)


def statements(call: Callable[[], object]) -> list[str]:
    with transaction.atomic(), CaptureQueriesContext(connection) as caught:
        call()
    return [query["sql"].split()[0] for query in caught.captured_queries]


def test_a_decision_and_its_first_attempt_are_two_inserts():
    assert statements(lambda: decided(route())) == ["INSERT", "INSERT"]


def test_a_decision_keeps_what_cannot_be_found_out_later():
    chosen = replace(route(down=frozenset({"mistral-7b-vllm"})), text_chars=42)
    row = Decision.objects.get(pk=decided(chosen))
    assert (row.plan, row.policy, row.slot, row.rung) == (
        "trial",
        "cascade@1",
        "local",
        0,
    )
    assert row.chosen == "gpt-oss-120b-groq"
    assert row.candidates == ["gpt-oss-120b-groq", "gpt-4o"]
    assert row.skipped == [["mistral-7b-vllm", "down"]]
    assert (row.propensity, row.explored, row.credits) == (1.0, False, 1)
    assert (row.complexity, row.confidence, row.task) == (2, 0.9, "other")
    assert row.text_chars == 42
    assert "stands in" in row.why


def test_the_first_attempt_exists_before_its_call():
    decision_id = decided(route())
    (attempt,) = Attempt.objects.filter(decision_id=decision_id)
    assert (attempt.position, attempt.model) == (0, "mistral-7b-vllm")
    assert (attempt.label, attempt.provider) == ("Mistral 7B", "vllm")
    assert attempt.ended_at is None


def test_a_further_attempt_is_one_insert_and_may_be_repeated():
    chosen = route()
    decision_id = decided(chosen)

    def begin() -> None:
        record.attempt_begun(decision_id, 1, chosen.candidates[1])

    assert statements(begin) == ["INSERT"]
    begin()
    assert Attempt.objects.filter(decision_id=decision_id).count() == 2


def test_closing_is_two_statements_and_returns_the_cost():
    chosen = route()
    decision_id = decided(chosen)
    record.attempt_begun(decision_id, 1, chosen.candidates[1])
    reports = [
        record.report_of(0, ended(chosen.candidates[0], "unavailable"), NOW),
        record.report_of(1, ended(chosen.candidates[1]), NOW),
    ]
    costs: list[int] = []
    assert statements(lambda: costs.append(record.closed(decision_id, reports))) == [
        "INSERT",
        "UPDATE",
    ]
    assert costs == [162]  # 320 x 0.15 + 190 x 0.60, in micro-dollars

    first, second = Attempt.objects.filter(decision_id=decision_id).order_by("position")
    assert (first.error, first.detail) == ("unavailable", "it said no")
    assert (first.cost_microusd, first.estimated) == (0, True)
    assert (second.error, second.finish, second.cost_microusd) == ("", "stop", 162)
    assert (second.input_tokens, second.output_tokens) == (320, 190)
    assert (second.first_token_ms, second.duration_ms) == (120, 900)
    decision = Decision.objects.get(pk=decision_id)
    assert (decision.answered_by, decision.cost_microusd) == ("gpt-oss-120b-groq", 162)
    assert decision.closed_at is not None


def test_a_report_without_its_row_is_kept_too():
    chosen = route()
    decision_id = decided(chosen)
    record.closed(decision_id, [record.report_of(3, ended(chosen.candidates[1]), NOW)])
    lost = Attempt.objects.get(decision_id=decision_id, position=3)
    assert lost.begun_at == NOW - timedelta(milliseconds=900)


def test_a_run_of_a_dead_process_closes_without_reports():
    decision_id = decided(route())
    assert record.closed(decision_id, ()) == 0
    decision = Decision.objects.get(pk=decision_id)
    assert decision.answered_by == ""
    assert decision.closed_at is not None
    assert Attempt.objects.get(decision_id=decision_id).ended_at is None


def test_an_own_key_costs_the_operator_nothing():
    own = replace(route().candidates[0], prices=CATALOGUE.by_name()["guide"].prices)
    assert record.report_of(0, ended(own), NOW).cost_microusd == 0


def test_what_the_provider_said_may_be_long():
    chosen = route()
    decision_id = decided(chosen)
    report = ended(chosen.candidates[0], "bad_request", detail="x" * 10_000)
    record.closed(decision_id, [record.report_of(0, report, NOW)])
    assert len(Attempt.objects.get(decision_id=decision_id).detail) == 10_000


# Rewards


def test_of_each_kind_the_last_reward_stands():
    decision_id = decided(route())
    record.reward(decision_id, "rating", -1, {"reasons": ["tone"]})
    record.reward(decision_id, "rating", 1)
    record.reward(decision_id, "better", -1)
    kept = {row.kind: (row.value, row.detail) for row in Reward.objects.all()}
    assert kept == {"rating": (1.0, {}), "better": (-1.0, {})}


def test_a_rating_can_be_taken_back_but_a_tie_is_a_verdict():
    decision_id = decided(route())
    record.reward(decision_id, "rating", 1)
    record.reward(decision_id, "rating", 0)
    record.reward(decision_id, "preferred", 0)
    assert [row.kind for row in Reward.objects.all()] == ["preferred"]


def test_a_reward_for_what_was_never_decided_is_ignored():
    record.reward(uuid4(), "rating", 1)
    assert not Reward.objects.exists()


def test_a_person_who_leaves_is_forgotten_and_the_costs_stay():
    chosen = route()
    decision_id, other = decided(chosen), decided(chosen)
    report = record.report_of(0, ended(chosen.candidates[1], "refused"), NOW)
    for each in (decision_id, other):
        record.closed(each, [report])
    person = Decision.objects.get(pk=decision_id).user
    assert person
    assert statements(lambda: record.forget_person(person)) == ["UPDATE", "UPDATE"]
    row = Decision.objects.get(pk=decision_id)
    assert (row.user, row.conversation, row.turn, row.run) == (None,) * 4
    assert row.cost_microusd == report.cost_microusd
    assert row.attempts.get().detail == ""
    assert Attempt.objects.get(decision_id=other).detail == "it said no"


# What the database keeps


@pytest.mark.parametrize(
    "change",
    [{"propensity": 0}, {"propensity": 1.5}, {"confidence": -0.1}, {"complexity": 11}],
)
def test_the_database_refuses_impossible_decisions(change: dict[str, Any]):
    decision_id = decided(route())
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=decision_id).update(**change)


def test_the_database_refuses_impossible_rewards():
    decision_id = decided(route())
    with pytest.raises(IntegrityError), transaction.atomic():
        Reward.objects.create(decision_id=decision_id, kind="rating", value=2)
