"""The decision in its surroundings: catalogue, policy, health, budget and privacy."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from routing import budget, decide, health, rollout, shipped, store
from routing.core.decision import Offer
from routing.core.errors import (
    BudgetReached,
    LadderTop,
    ModelGone,
    NoModelAvailable,
    PolicyError,
    SlotForbidden,
)
from routing.core.messages import Message
from routing.decide import Question
from routing.models import Decision, Policy, SpendDay

pytestmark = pytest.mark.django_db

STACK = {
    "vllm": {"base_urls": ["http://127.0.0.1:1/v1"], "api_key": "", "model": ""},
    "groq": {"api_key": "key", "base_url": ""},
    "openai": {"api_key": "key", "base_url": ""},
}
LOCAL, GROQ, GPT_4O = "mistral-7b-vllm", "gpt-oss-120b-groq", "gpt-4o"
MAIL = "You can write to me at ana.diaz@example.com about it."


@pytest.fixture(autouse=True)
def stack(settings: Any) -> Iterator[None]:
    settings.PROVIDERS = STACK
    settings.DAILY_BUDGET_MICROUSD = 50_000_000
    settings.EMERGENCY_BUDGET_MICROUSD = 2_000_000
    store.forget()
    budget.forget()
    yield
    store.forget()
    budget.forget()
    for model in shipped.read_catalogue().models:
        health.here().reset(model.name)


def ask(text: str = "How do I begin to keep a diary?", **fields: Any) -> Question:
    return Question(**{"user_id": "ana", "plan": "trial", "text": text, **fields})


def names(question: Question) -> list[str]:
    return [model.name for model in decide.decide(question).candidates]


def fail(*models: str) -> None:
    for model in models:
        permit = health.here().begin(model)
        assert permit
        health.here().record(permit, ModelGone("gone"))


def spend(microusd: int) -> None:
    SpendDay.objects.create(day=timezone.now().date(), spent_microusd=microusd)
    budget.forget()


# What is looked at


def test_a_question_gets_a_route_with_its_reasons():
    route = decide.decide(ask())
    assert {model.name for model in route.candidates} == {LOCAL, GROQ, GPT_4O}
    assert (route.credits, route.max_tokens) == (route.candidates[0].credits, 1_024)
    assert route.reason.policy == "cascade@1"
    assert 0 <= route.reason.complexity <= 10
    assert 0 <= route.reason.confidence <= 1
    assert route.signals is not None
    assert route.signals.task == route.reason.task
    assert route.text_chars == len(ask().text)


@pytest.mark.parametrize(
    "text",
    [
        "hi",
        "How do I begin to keep a diary?",
        "Why do I give up on everything after a month, and what pattern is behind it?",
        "Compare two offers for me, weigh the risks, and write a speech. " * 20,
        "\U0001f600" * 300,
        "\x00 \ud800 half a character",
    ],
)
@pytest.mark.parametrize("plan", ["trial", "growthplus"])
def test_the_slot_follows_from_the_numbers_that_are_told(text: str, plan: str):
    """The rules of `cascade`, checked against the reason the person is given."""
    route = decide.decide(ask(text, plan=plan))
    complexity, confidence = route.reason.complexity, route.reason.confidence
    if plan == "trial":
        expected = "local" if confidence > 0.7 else "fast"
    elif complexity < 4 and confidence > 0.75:
        expected = "local"
    else:
        expected = "fast" if complexity < 7 else "large"
    assert route.slot == expected


def test_the_same_question_gets_the_same_route():
    assert decide.decide(ask()) == decide.decide(ask())


def test_no_query_is_made_between_two_looks():
    decide.decide(ask())
    with CaptureQueriesContext(connection) as caught:
        decide.decide(ask())
    assert len(caught) == 0


def test_deciding_writes_nothing():
    decide.decide(ask())
    assert not Decision.objects.exists()
    assert not SpendDay.objects.exists()


# Privacy


@pytest.fixture
def mistral(settings: Any) -> None:
    """Mistral's key may be of a plan that trains: unknown counts as training."""
    settings.PROVIDERS = {
        "mistral": {"api_key": "key"},
        "groq": {"api_key": "key"},
    }


def providers(**fields: Any) -> set[str]:
    route = decide.decide(ask(**fields))
    return {model.provider for model in route.candidates}


PERSONAL: list[Any] = [
    pytest.param({"text": MAIL}, id="message"),
    pytest.param({"history": (Message("user", MAIL),)}, id="history"),
    pytest.param({"history": (Message("assistant", MAIL),)}, id="an answer"),
    pytest.param({"background": MAIL}, id="memory or summary"),
]


@pytest.mark.parametrize("fields", PERSONAL)
def test_personal_data_anywhere_in_the_prompt_stays_with_who_does_not_train(
    mistral: None, fields: dict[str, Any]
):
    assert providers(**fields) == {"groq"}
    assert "mistral" in providers(**fields, allow_training=True)


@pytest.mark.parametrize("fields", PERSONAL)
def test_strict_personal_data_stays_with_who_keeps_nothing(fields: dict[str, Any]):
    assert providers(**fields) == {"vllm", "groq", "openai"}
    assert providers(**fields, strict_privacy=True) == {"vllm"}


def test_nothing_personal_may_go_anywhere(mistral: None):
    assert "mistral" in providers()


# Health


def test_a_model_that_is_down_is_passed_over():
    fail(LOCAL)
    route = decide.decide(ask(rung_pinned=0))
    assert [model.name for model in route.candidates] == [GROQ, GPT_4O]
    assert (route.credits, route.rung) == (1, 0)
    assert "stands in" in route.reason.why


def test_when_everything_is_down_the_answer_fails_in_the_conversation():
    fail(*(model.name for model in shipped.read_catalogue().models))
    assert names(ask(rung_pinned=0)) == [LOCAL, GROQ, GPT_4O]


def test_slots_without_a_model_that_is_up_are_told():
    fail(GROQ, "gpt-oss-20b-groq")
    assert store.usable_slots(demo=True) == {
        "local": True,
        "fast": False,
        "medium": True,
        "large": True,
    }


# Budget


def test_paid_models_stop_at_the_cap_less_the_emergency_part():
    spend(48_000_000)
    route = decide.decide(ask(plan="growthplus", rung_pinned=3))
    assert (route.slot, route.emergency, route.reason.policy) == (
        "fast",
        True,
        "groq-only@1",
    )
    assert route.reason.why.startswith("today's budget is nearly spent")
    budget.reserve(
        uuid4(), route.worst_case_microusd, timezone.now(), emergency=route.emergency
    )


def test_then_only_what_costs_nothing_answers():
    spend(50_000_000)
    route = decide.decide(ask(plan="growthplus"))
    assert [model.name for model in route.candidates] == [LOCAL]
    assert route.worst_case_microusd == 0


def test_then_the_budget_is_reached(settings: Any):
    settings.PROVIDERS = {"groq": {"api_key": "key"}}
    spend(50_000_000)
    with pytest.raises(BudgetReached):
        decide.decide(ask())


def test_after_a_crisis_the_emergency_part_serves_the_usual_models():
    spend(48_000_000)
    route = decide.decide(ask(plan="growthplus", rung_pinned=3, after_crisis=True))
    assert (route.slot, route.emergency) == ("large", True)


# Plans


def test_better_and_again_and_pinned():
    assert names(ask(rung_min=1)) == [GROQ, GPT_4O]
    assert names(ask(rung_pinned=0))[0] == LOCAL
    assert names(ask(plan="growthplus", slot_pinned="large")) == [GPT_4O]
    with pytest.raises(LadderTop):
        decide.decide(ask(rung_min=2))
    with pytest.raises(SlotForbidden):
        decide.decide(ask(slot_pinned="large"))
    with pytest.raises(PolicyError):
        decide.decide(ask(plan="gold"))


def test_an_own_key_goes_straight_to_its_provider_and_costs_nothing():
    own = decide.own_model("anthropic", "claude-sonnet-5-5")
    route = decide.decide(ask(plan="byok", own_model=own))
    (model,) = route.candidates
    assert (model.provider, model.model_id, model.slot) == (
        "anthropic",
        "claude-sonnet-5-5",
        "own",
    )
    assert (route.credits, route.worst_case_microusd) == (0, 0)


def test_without_a_key_there_is_no_own_model():
    with pytest.raises(NoModelAvailable, match="key of your own"):
        decide.decide(ask(plan="byok"))


def test_an_own_key_keeps_personal_data_from_who_may_train():
    own = decide.own_model("openrouter", "somebody/unknown")
    with pytest.raises(NoModelAvailable, match="privacy"):
        decide.decide(ask(MAIL, plan="byok", own_model=own))
    assert decide.decide(ask(MAIL, plan="byok", own_model=own, allow_training=True))


@pytest.mark.parametrize(
    ("provider", "model_id", "trains", "retention_days"),
    [
        ("openai", "gpt-4o", "no", 30),
        ("openai", "gpt-7", "no", 30),
        ("openrouter", "openai/gpt-oss-20b:free", "unknown", None),
        ("openrouter", "somebody/unknown", "unknown", None),
        ("replicate", "somebody/unknown", "unknown", None),
    ],
)
def test_the_data_policy_of_an_own_model_is_the_one_we_know(
    provider: Any, model_id: str, trains: str, retention_days: int | None
):
    own = decide.own_model(provider, model_id)
    assert (own.trains, own.retention_days) == (trains, retention_days)


def test_the_demo_coach_can_be_asked_for_and_is_free():
    route = decide.decide(ask(demo=True))
    assert ([m.name for m in route.candidates], route.credits) == (["guide"], 0)


def test_the_models_of_a_plan():
    assert [m.name for m in decide.models_for("trial")] == [
        LOCAL,
        GROQ,
        "gpt-oss-20b-groq",
    ]
    assert GPT_4O in [m.name for m in decide.models_for("growthplus")]
    assert decide.models_for("byok") == []


# Policies


def test_a_person_on_trial_is_decided_by_the_trial():
    shipped.seed()
    tiers = Policy.objects.get(name="tiers")
    rollout.activate(tiers, 50, timezone.now())
    store.expire()
    told = {
        person: decide.decide(ask(user_id=person)).reason.policy
        for person in (f"person-{number}" for number in range(40))
    }
    assert set(told.values()) == {"cascade@1", "tiers@1"}
    for person, policy in told.items():
        assert decide.decide(ask(user_id=person)).reason.policy == policy


# The offer


def test_the_offer_beside_an_answer():
    assert decide.better_offer("trial", 0) == Offer(True, 2, "fast", upgrade=True)
    assert decide.better_offer("trial", 1) == Offer(False, upgrade=True)
    assert decide.better_offer("growthplus", 1) == Offer(True, 10, "large")
    assert [decide.rung_of(slot) for slot in ("local", "large", "own")] == [0, 3, -1]


async def test_the_offer_can_be_made_on_the_event_loop():
    assert decide.better_offer("trial", 0).available


# Explaining


@pytest.fixture
def explained() -> Callable[..., dict[str, Any]]:
    def explain(text: str = "How do I begin?", **fields: Any) -> dict[str, Any]:
        options = {"history": (), "plan": "trial", "crisis": "none", **fields}
        history, plan = options.pop("history"), options.pop("plan")
        return decide.explain(text, history, plan, **options)

    return explain


def test_an_explanation_has_the_shape_of_the_protocol(
    explained: Callable[..., dict[str, Any]],
):
    told = explained()
    assert list(told) == [
        "signals",
        "task",
        "complexity",
        "score",
        "confidence",
        "crisis",
        "route",
        "why",
    ]
    assert list(told["signals"]) == [
        "multi_turn",
        "requires_analysis",
        "requires_creativity",
        "personal_data",
        "long",
        "simple",
        "has_examples",
        "faq",
    ]
    assert {type(seen) for seen in told["signals"].values()} == {bool}
    assert list(told["route"][0]) == ["model", "slot", "provider", "credits"]
    assert told["score"] == pytest.approx(1 - told["confidence"])
    assert told["crisis"] == "none"


def test_an_explanation_is_what_would_happen(explained: Callable[..., dict[str, Any]]):
    for plan in ("trial", "growthplus"):
        route = decide.decide(ask("How do I begin?", plan=plan))
        told = explained(plan=plan)
        assert [m["model"] for m in told["route"]] == [
            model.label for model in route.candidates
        ]
        assert (told["why"], told["complexity"]) == (
            route.reason.why,
            route.reason.complexity,
        )


def test_an_explanation_counts_personal_data_of_the_history(
    explained: Callable[..., dict[str, Any]],
):
    told = explained(history=(Message("user", MAIL),))
    assert told["signals"]["personal_data"]
    assert told["signals"]["multi_turn"]


@pytest.mark.parametrize("level", ["indirect", "direct"])
def test_a_crisis_asks_no_model(explained: Callable[..., dict[str, Any]], level: str):
    told = explained(crisis=level)
    assert (told["crisis"], told["route"]) == (level, [])
    assert "answers by itself" in told["why"]


def test_an_own_key_is_explained_without_a_route(
    explained: Callable[..., dict[str, Any]],
):
    told = explained(plan="byok")
    assert told["route"] == []
    assert "straight to their provider" in told["why"]


def test_a_refusal_is_explained(
    settings: Any, explained: Callable[..., dict[str, Any]]
):
    settings.PROVIDERS = {"mistral": {"api_key": "key"}}
    told = explained(MAIL)
    assert told["route"] == []
    assert "privacy" in told["why"]


def test_explaining_writes_nothing(explained: Callable[..., dict[str, Any]]):
    explained()
    with CaptureQueriesContext(connection) as caught:
        explained()
    assert len(caught) == 0
