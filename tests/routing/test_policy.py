"""Policies: the shipped ones say what the strategy says; bad ones name their faults.

The quotations are the strategy's own; where its tier section and its code example
differ, both are shipped: `tiers` and `cascade`.
"""

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from routing.core import policy
from routing.core.errors import PolicyError
from routing.core.policy import Policy

pytestmark = pytest.mark.pure

FOLDER = Path(policy.__file__).parents[1] / "policies"
SLOTS = ("local", "fast", "medium", "large")


def shipped(name: str) -> Policy:
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    return policy.parse(tomllib.loads(text), SLOTS)


def start(
    found: Policy, plan: str, complexity: int, confidence: float, task: str
) -> str:
    rules = found.plan(plan).start
    return next(r.slot for r in rules if r.holds(complexity, confidence, task))


# The strategy's rules


@pytest.mark.parametrize(
    ("complexity", "confidence", "slot"),
    [
        pytest.param(0, 0.71, "local", id="if (confidence > 0.7) mistralLocal"),
        pytest.param(9, 0.71, "local", id="complexity does not matter"),
        pytest.param(0, 0.70, "fast", id="0.7 is not above 0.7"),
        pytest.param(0, 0.10, "fast", id="else groq (fallback)"),
    ],
)
def test_cascade_for_trial(complexity: int, confidence: float, slot: str):
    """`if (confidence > 0.7) return mistralLocal; else return groq`."""
    assert start(shipped("cascade"), "trial", complexity, confidence, "other") == slot


@pytest.mark.parametrize(
    ("complexity", "confidence", "slot"),
    [
        pytest.param(3, 0.76, "local", id="complexity < 4 and confidence > 0.75"),
        pytest.param(3, 0.75, "fast", id="0.75 is not above 0.75"),
        pytest.param(4, 0.99, "fast", id="4 is not below 4"),
        pytest.param(6, 0.10, "fast", id="else if complexity < 7: groq"),
        pytest.param(7, 0.99, "large", id="else gpt4o: complex only"),
        pytest.param(10, 0.10, "large", id="the most complex"),
    ],
)
def test_cascade_for_growthplus(complexity: int, confidence: float, slot: str):
    """`complexity < 4 && confidence > 0.75: local; complexity < 7: groq; else gpt4o`."""
    found = shipped("cascade")
    assert start(found, "growthplus", complexity, confidence, "career") == slot


@pytest.mark.parametrize(
    ("complexity", "task", "slot"),
    [
        pytest.param(4, "coaching", "local", id="complexity < 5 and coaching"),
        pytest.param(4, "advice", "local", id="complexity < 5 and advice"),
        pytest.param(5, "coaching", "fast", id="5 is not below 5"),
        pytest.param(0, "motivation", "fast", id="another task"),
        pytest.param(0, "other", "fast", id="no task"),
    ],
)
def test_tiers_for_trial(complexity: int, task: str, slot: str):
    """`complexity < 5 AND type IN ['coaching', 'advice'] THEN MistralLocal ELSE Groq`."""
    assert start(shipped("tiers"), "trial", complexity, 0.5, task) == slot


@pytest.mark.parametrize(
    ("complexity", "confidence", "slot"),
    [
        pytest.param(9, 0.86, "fast", id="confidence > 0.85"),
        pytest.param(0, 0.85, "medium", id="0.85 is not above 0.85"),
        pytest.param(6, 0.20, "medium", id="else if complexity < 7: Mixtral"),
        pytest.param(7, 0.20, "large", id="else GPT-4o"),
    ],
)
def test_tiers_for_growthplus(complexity: int, confidence: float, slot: str):
    """`confidence > 0.85 THEN Groq ELSE IF complexity < 7 THEN Mixtral ELSE GPT4o`."""
    assert start(shipped("tiers"), "growthplus", complexity, confidence, "x") == slot


@pytest.mark.parametrize("plan", ["trial", "growthplus"])
@pytest.mark.parametrize(
    ("name", "slot"), [("groq-only", "fast"), ("all-large", "large")]
)
def test_the_two_plain_policies_send_everything_to_one_slot(
    name: str, slot: str, plan: str
):
    found = shipped(name)
    assert found.plan(plan).ladder == (slot,)
    for complexity in range(11):
        assert start(found, plan, complexity, complexity / 10, "coaching") == slot


@pytest.mark.parametrize("name", ["cascade", "tiers", "groq-only", "all-large"])
def test_the_weights_are_those_of_the_strategy(name: str):
    """`isMultiTurn += 3; requiresAnalysis += 2; ...; isFAQ -= 2`."""
    assert dict(shipped(name).weights) == {
        "multi_turn": 3,
        "requires_analysis": 2,
        "requires_creativity": 2,
        "personal_data": 1,
        "long": 1,
        "simple": -2,
        "has_examples": -1,
        "faq": -2,
    }


@pytest.mark.parametrize(
    ("name", "plan", "ladder", "on_failure"),
    [
        ("cascade", "trial", "local fast", "local fast large"),
        ("cascade", "growthplus", "local fast large", "local fast large"),
        ("tiers", "trial", "local fast", "local fast large"),
        ("tiers", "growthplus", "fast medium large", "fast medium large"),
    ],
)
def test_ladders_and_what_follows_a_failure(
    name: str, plan: str, ladder: str, on_failure: str
):
    """`Groq fallback -> GPT-4o fallback -> error message`."""
    found = shipped(name).plan(plan)
    assert (" ".join(found.ladder), " ".join(found.on_failure)) == (ladder, on_failure)


@pytest.mark.parametrize("name", ["cascade", "tiers", "groq-only", "all-large"])
def test_an_own_key_goes_straight_to_its_provider(name: str):
    """`if (userTier === 'api-key') return await userProvider(request)`."""
    own = shipped(name).plan("byok")
    assert own.direct
    assert own.ladder == ()


def test_the_file_and_the_policy_have_one_name():
    found = {path.stem: shipped(path.stem).name for path in FOLDER.glob("*.toml")}
    assert found == {
        name: name for name in ("cascade", "tiers", "groq-only", "all-large")
    }


def test_a_policy_is_called_by_name_and_version():
    text = (FOLDER / "cascade.toml").read_text(encoding="utf-8")
    assert policy.parse(tomllib.loads(text), SLOTS, version=4).label == "cascade@4"


@pytest.mark.parametrize(
    ("confidence", "covered"),
    [(0.67, False), (0.68, True), (0.70, True), (0.72, True), (0.73, False)],
)
def test_exploring_is_for_close_calls_only(confidence: float, covered: bool):
    explore = shipped("cascade").plan("trial").explore
    assert explore is not None
    assert (explore.share, explore.covers(confidence)) == (0.1, covered)


def test_signals_and_tasks_are_those_that_are_read():
    signals = pytest.importorskip("routing.core.signals")
    fields = tuple(f for f in signals.Signals.__dataclass_fields__ if f != "task")
    assert fields == policy.SIGNALS
    assert set(get_args(signals.Task)) == set(get_args(policy.Task))


# What is refused


def document(**trial: Any) -> dict[str, Any]:
    plan = {
        "ladder": ["local", "fast"],
        "on_failure": ["local"],
        "start": [{"slot": "local", "why": "always"}],
        **trial,
    }
    return {
        "name": "mine",
        "weights": dict.fromkeys(policy.SIGNALS, 0),
        "plans": {"trial": plan, "growthplus": plan, "byok": {"direct": True}},
    }


def test_a_plain_document_is_taken():
    assert policy.parse(document(), SLOTS).label == "mine@1"


@pytest.mark.parametrize(
    ("trial", "fault"),
    [
        ({"ladder": []}, "plans.trial.ladder: at least one slot"),
        ({"ladder": ["huge"]}, "plans.trial.ladder: no slot is called 'huge'"),
        (
            {"ladder": ["fast", "local"]},
            "plans.trial.ladder: each slot must be stronger",
        ),
        (
            {"ladder": ["local", "local"]},
            "plans.trial.ladder: each slot must be stronger",
        ),
        ({"ladder": "local"}, "plans.trial.ladder"),
        ({"on_failure": ["huge"]}, "plans.trial.on_failure: no slot is called"),
        ({"on_failure": ["fast", "fast"]}, "plans.trial.on_failure: a slot stands"),
        ({"start": []}, "plans.trial.start: the last rule"),
        (
            {"start": [{"slot": "local", "why": "x", "complexity_below": 4}]},
            "plans.trial.start: the last rule must be without condition",
        ),
        (
            {"start": [{"slot": "local", "why": "x"}, {"slot": "fast", "why": "y"}]},
            "plans.trial.start.0: the rules after one without condition",
        ),
        (
            {"start": [{"slot": "large", "why": "x"}]},
            "plans.trial.start.0.slot: 'large'",
        ),
        ({"start": [{"slot": "local"}]}, "plans.trial.start.0.why: Field required"),
        (
            {"start": [{"slot": "local", "why": "x", "complexity_below": 11}]},
            "plans.trial.start.0.complexity_below",
        ),
        (
            {"start": [{"slot": "local", "why": "x", "complexity_below": 2.5}]},
            "plans.trial.start.0.complexity_below",
        ),
        (
            {"start": [{"slot": "local", "why": "x", "confidence_above": 70}]},
            "plans.trial.start.0.confidence_above",
        ),
        (
            {"start": [{"slot": "local", "why": "x", "tasks": ["cooking"]}]},
            "plans.trial.start.0.tasks",
        ),
        (
            {"start": [{"slot": "local", "why": "x", "complexity_under": 3}]},
            "plans.trial.start.0.complexity_under",
        ),
        ({"upgrade_to": "gold"}, "plans.trial.upgrade_to: 'gold' is no other plan"),
        ({"explore": {"share": 2, "confidence": [0, 1]}}, "plans.trial.explore.share"),
        (
            {"explore": {"share": 0.1, "confidence": [0.8, 0.2]}},
            "plans.trial.explore.confidence: the band ends",
        ),
        ({"direct": True}, "plans.trial.direct: a direct plan has no ladder"),
    ],
)
def test_a_bad_plan_is_refused_with_its_path(trial: dict[str, Any], fault: str):
    with pytest.raises(PolicyError) as refused:
        policy.parse(document(**trial), SLOTS)
    assert str(refused.value).startswith(fault)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": "My Policy"}, "name:"),
        ({"name": None}, "name:"),
        ({"weights": {"multi_turn": 3}}, "weights.requires_analysis: a weight"),
        ({"weights": {**dict.fromkeys(policy.SIGNALS, 0), "mood": 1}}, "weights.mood"),
        ({"weights": dict.fromkeys(policy.SIGNALS, 99)}, "weights.multi_turn"),
        ({"weights": dict.fromkeys(policy.SIGNALS, 0.5)}, "weights.multi_turn"),
        ({"plans": {}}, "plans.trial: the plan is missing"),
        ({"max_tokens": 1}, "max_tokens"),
        ({"version": 3}, "version: the version is counted"),
        ({"note": "x"}, "note:"),
    ],
)
def test_a_bad_document_is_refused_with_its_path(change: dict[str, Any], fault: str):
    with pytest.raises(PolicyError) as refused:
        policy.parse({**document(), **change}, SLOTS)
    assert str(refused.value).startswith(fault)


def test_an_unknown_plan_is_named():
    with pytest.raises(PolicyError, match=r"plans\.gold"):
        policy.parse(document(), SLOTS).plan("gold")
