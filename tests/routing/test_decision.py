"""The decision: one row, one rule; and what holds for every policy and every ask."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from routing.core import catalogue, decision, policy
from routing.core.catalogue import Catalogue, Model, Price
from routing.core.decision import Ask, Offer, Purse, better_offer, choose, choose_within
from routing.core.errors import (
    BudgetReached,
    LadderTop,
    NoModelAvailable,
    PolicyError,
    RoutingError,
    SlotForbidden,
)
from routing.core.lineup import Lineup, lineup
from routing.core.policy import Explore, Plan, Policy, Rule
from routing.core.pricing import worst_case

pytestmark = pytest.mark.pure

FOLDER = Path(catalogue.__file__).parents[1]
TODAY = date(2026, 11, 23)
SLOTS = {"local": 1, "fast": 2, "medium": 4, "large": 10}
STACK = {"vllm": "", "groq": "", "openai": ""}
EASY = {"complexity": 2, "confidence": 0.9}
HARD = {"complexity": 8, "confidence": 0.1}


def read(path: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / path).read_text(encoding="utf-8"))


CATALOGUE = catalogue.parse(read("catalogue.toml"))
POLICIES = {
    name: policy.parse(read(f"policies/{name}.toml"), tuple(SLOTS))
    for name in ("cascade", "tiers", "groq-only", "all-large")
}
CASCADE = POLICIES["cascade"]


def live(served: dict[str, str] | None = None) -> Lineup:
    return lineup(CATALOGUE, TODAY, STACK if served is None else served)


def names(ask: Ask, served: dict[str, str] | None = None, name: str = "cascade") -> str:
    route = choose(POLICIES[name], live(served), ask)
    return " ".join(model.name for model in route.candidates)


LOCAL = "mistral-7b-vllm"
GROQ = "gpt-oss-120b-groq"
GPT_4O = "gpt-4o"


# Who is asked, in which order


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        pytest.param(
            Ask("trial", **EASY), f"{LOCAL} {GROQ} {GPT_4O}", id="local, Groq, GPT-4o"
        ),
        pytest.param(
            Ask("trial", **HARD),
            f"{GROQ} {GPT_4O} {LOCAL}",
            id="a harder one starts at Groq; local is better than nothing",
        ),
        pytest.param(
            Ask("growthplus", **EASY), f"{LOCAL} {GROQ} {GPT_4O}", id="plus, easy"
        ),
        pytest.param(
            Ask("growthplus", complexity=5, confidence=0.9),
            f"{GROQ} {GPT_4O} {LOCAL}",
            id="plus, middling",
        ),
        pytest.param(
            Ask("growthplus", **HARD), f"{GPT_4O} {LOCAL} {GROQ}", id="plus, complex"
        ),
        pytest.param(
            Ask("trial", **EASY, rung_min=1),
            f"{GROQ} {GPT_4O}",
            id="better: one step up, and never weaker than that",
        ),
        pytest.param(
            Ask("growthplus", **EASY, rung_min=2),
            GPT_4O,
            id="better above Groq is the large model",
        ),
        pytest.param(
            Ask("trial", **HARD, rung_pinned=0),
            f"{LOCAL} {GROQ} {GPT_4O}",
            id="again: the same step whatever the rule says now",
        ),
        pytest.param(
            Ask("trial", **EASY, rung_pinned=3),
            f"{GROQ} {GPT_4O} {LOCAL}",
            id="again after a stand-in: the highest step of the plan",
        ),
        pytest.param(
            Ask("growthplus", **EASY, slot_pinned="large"),
            GPT_4O,
            id="a pinned slot is never replaced",
        ),
        pytest.param(
            Ask("growthplus", **EASY, slot_pinned="medium"),
            "gpt-6-luna",
            id="a slot within the plan's reach can be pinned",
        ),
        pytest.param(
            Ask("trial", **EASY, down=frozenset({LOCAL})),
            f"{GROQ} {GPT_4O}",
            id="a model that is down is passed over",
        ),
        pytest.param(
            Ask("trial", **EASY, down=frozenset({LOCAL, GROQ})),
            f"gpt-oss-20b-groq {GPT_4O}",
            id="another model of the same provider stands in",
        ),
        pytest.param(
            Ask(
                "trial", **EASY, rung_min=1, down=frozenset({GROQ, "gpt-oss-20b-groq"})
            ),
            GPT_4O,
            id="better when the step above is down: the one above that",
        ),
    ],
)
def test_candidates(ask: Ask, expected: str):
    assert names(ask) == expected


@pytest.mark.parametrize(
    ("name", "ask", "slot"),
    [
        ("tiers", Ask("trial", complexity=4, task="coaching"), "local"),
        ("tiers", Ask("trial", complexity=4, task="career"), "fast"),
        ("tiers", Ask("growthplus", confidence=0.9, complexity=9), "fast"),
        ("tiers", Ask("growthplus", confidence=0.5, complexity=6), "medium"),
        ("tiers", Ask("growthplus", confidence=0.5, complexity=7), "large"),
        ("groq-only", Ask("trial", **EASY), "fast"),
        ("groq-only", Ask("growthplus", **HARD), "fast"),
        ("all-large", Ask("trial", **EASY), "large"),
    ],
)
def test_every_shipped_policy_starts_where_its_rules_say(
    name: str, ask: Ask, slot: str
):
    served = {**STACK, "together": ""}
    route = choose(POLICIES[name], live(served), ask)
    assert (route.slot, route.candidates[0].slot) == (slot, slot)


def test_a_route_asks_two_providers_of_a_slot_at_most():
    served = {**STACK, "ollama": "", "textgen": "", "together": ""}
    expected = f"{LOCAL} mistral-7b-ollama {GROQ} {GPT_4O}"
    assert names(Ask("trial", **EASY), served) == expected


def test_the_demo_coach_fills_every_ladder_when_nothing_is_configured():
    assert names(Ask("trial", **EASY), {}) == "guide guide-deep"
    better = choose(CASCADE, live({}), Ask("trial", **EASY, rung_min=1))
    assert (better.candidates[0].name, better.credits) == ("guide-deep", 2)


def test_whoever_asks_for_the_demo_coach_gets_it_free():
    route = choose(CASCADE, live(), Ask("trial", **EASY, demo=True))
    assert [m.name for m in route.candidates] == ["guide"]
    assert (route.credits, route.candidates[0].credits) == (0, 0)


def test_an_own_key_is_one_candidate_at_no_price():
    own = Model(
        "own", "Mine", "own", "openai", "gpt-4o", 0, (Price(5, 5),), 8_000, "no"
    )
    route = decision.direct(own, CASCADE, Ask("byok", **HARD))
    assert [m.name for m in route.candidates] == ["own"]
    assert (route.credits, route.worst_case_microusd) == (0, 0)


def test_an_own_key_does_not_send_personal_data_to_where_it_may_be_trained_on():
    own = Model("own", "Mine", "own", "openrouter", "x", 0, (Price(5, 5),), 8_000)
    with pytest.raises(NoModelAvailable, match="privacy settings"):
        decision.direct(own, CASCADE, Ask("byok", personal_data=True))
    allowed = Ask("byok", personal_data=True, allow_training=True)
    assert decision.direct(own, CASCADE, allowed).candidates[0].name == "own"


# The price is a promise


@pytest.mark.parametrize(
    ("ask", "credits"),
    [
        pytest.param(Ask("trial", **EASY), 1, id="local"),
        pytest.param(Ask("trial", **HARD), 2, id="fast"),
        pytest.param(Ask("growthplus", **HARD), 10, id="large"),
        pytest.param(
            Ask("trial", **EASY, down=frozenset({LOCAL})),
            1,
            id="a dearer stand-in is on the house",
        ),
        pytest.param(
            Ask("growthplus", **HARD, down=frozenset({GPT_4O, "gpt-6-1-sol"})),
            1,
            id="a cheaper stand-in has its own price",
        ),
    ],
)
def test_the_price_promised(ask: Ask, credits: int):
    assert choose(CASCADE, live(), ask).credits == credits


def test_the_worst_case_is_that_of_all_candidates_together():
    route = choose(CASCADE, live(), Ask("trial", **EASY, prompt_tokens=1_000))
    groq = (1_000 * 150_000 + 1_024 * 600_000) / 1_000_000
    gpt_4o = (1_000 * 2_500_000 + 1_024 * 10_000_000) / 1_000_000
    assert route.worst_case_microusd == pytest.approx(groq + gpt_4o, abs=2)


# Why, in plain words


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (Ask("trial", **EASY), "a simple question: the small model is enough"),
        (
            Ask("trial", **EASY, down=frozenset({LOCAL})),
            "a simple question: the small model is enough; GPT-OSS 120B stands in, "
            "because the usual model is down",
        ),
        (
            Ask("trial", **EASY, rung_min=1),
            "you asked for a better answer: one step up",
        ),
        (Ask("trial", **EASY, rung_pinned=0), "you asked again: the same step"),
        (Ask("trial", **EASY, slot_pinned="local"), "you chose this model"),
    ],
)
def test_the_reason_is_told_in_words(ask: Ask, why: str):
    reason = choose(CASCADE, live(), ask).reason
    assert reason.why == why
    assert (reason.complexity, reason.confidence) == (ask.complexity, ask.confidence)
    assert reason.policy == "cascade@1"


def test_who_was_passed_over_is_kept_with_the_obstacle():
    ask = Ask("trial", **EASY, down=frozenset({LOCAL}))
    skipped = choose(CASCADE, live(), ask).skipped
    assert [(skip.model, skip.obstacle) for skip in skipped] == [(LOCAL, "down")]


# Refusals


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        pytest.param(Ask("trial", rung_min=2), LadderTop, id="trial ends at fast"),
        pytest.param(Ask("growthplus", rung_min=4), LadderTop, id="above large"),
        pytest.param(
            Ask("trial", slot_pinned="large"), SlotForbidden, id="not in plan"
        ),
        pytest.param(
            Ask("trial", slot_pinned="huge"), SlotForbidden, id="no such slot"
        ),
        pytest.param(Ask("gold"), PolicyError, id="no such plan"),
        pytest.param(Ask("byok"), NoModelAvailable, id="a direct plan has no ladder"),
        pytest.param(
            Ask("growthplus", **HARD, allowance_microusd=100),
            BudgetReached,
            id="the first model does not fit the budget",
        ),
    ],
)
def test_refusals_have_types(ask: Ask, error: type[RoutingError]):
    with pytest.raises(error):
        choose(CASCADE, live(), ask)


EVERYTHING = frozenset(model.name for model in CATALOGUE.models)


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (Ask("trial", **EASY, down=EVERYTHING), f"{LOCAL} {GROQ} {GPT_4O}"),
        (Ask("trial", rung_min=1, down=EVERYTHING), f"{GROQ} {GPT_4O}"),
        (Ask("growthplus", slot_pinned="large", down=EVERYTHING), GPT_4O),
    ],
)
def test_when_everything_is_down_the_usual_models_are_asked_all_the_same(
    ask: Ask, expected: str
):
    """So that the answer fails in the conversation, where it can be tried again."""
    assert names(ask) == expected


def test_everything_down_does_not_open_the_gates_of_privacy():
    ask = Ask("trial", personal_data=True, strict_privacy=True, down=EVERYTHING)
    assert names(ask) == LOCAL


def test_with_one_model_there_is_nothing_better():
    with pytest.raises(LadderTop):
        choose(CASCADE, live({"vllm": ""}), Ask("trial", rung_min=1))


# Privacy


MISTRAL = {"mistral": "", "groq": "", "openai": ""}


@pytest.mark.parametrize(
    ("served", "ask", "expected"),
    [
        pytest.param(
            MISTRAL,
            Ask("trial", **EASY, personal_data=True),
            f"{GROQ} {GPT_4O}",
            id="unknown counts as training",
        ),
        pytest.param(
            MISTRAL,
            Ask("trial", **EASY, personal_data=True, allow_training=True),
            f"ministral-14b-mistral {GROQ} {GPT_4O}",
            id="unless the person agreed",
        ),
        pytest.param(
            MISTRAL,
            Ask("trial", **EASY),
            f"ministral-14b-mistral {GROQ} {GPT_4O}",
            id="what is not personal may go anywhere",
        ),
        pytest.param(
            STACK,
            Ask("trial", **EASY, personal_data=True, strict_privacy=True),
            LOCAL,
            id="strict: nobody who keeps it, on any hop",
        ),
        pytest.param(
            STACK,
            Ask("trial", **EASY, strict_privacy=True),
            f"{LOCAL} {GROQ} {GPT_4O}",
            id="strict is about personal data",
        ),
    ],
)
def test_personal_data(served: dict[str, str], ask: Ask, expected: str):
    assert names(ask, served) == expected


def test_personal_data_that_nobody_may_see_is_refused_in_words():
    ask = Ask("trial", **EASY, personal_data=True)
    with pytest.raises(NoModelAvailable, match="privacy settings"):
        choose(CASCADE, live({"mistral": ""}), ask)


# The budget


def test_a_free_model_answers_whatever_the_budget():
    ask = Ask("trial", **EASY, allowance_microusd=0)
    route = choose(CASCADE, live(), ask)
    assert [m.name for m in route.candidates] == [LOCAL]
    assert route.worst_case_microusd == 0


@pytest.mark.parametrize(
    ("purse", "slot", "emergency"),
    [
        pytest.param(Purse(10_000_000, 12_000_000), "large", False, id="all is well"),
        pytest.param(Purse(0, 2_000_000), "fast", True, id="then Groq only"),
        pytest.param(Purse(5_000, 2_000_000), "fast", True, id="exactly at the cap"),
        pytest.param(Purse(0, 0), "large", False, id="then what costs nothing"),
    ],
)
def test_the_budget_steps_down(purse: Purse, slot: str, *, emergency: bool):
    ask = Ask("growthplus", **HARD, prompt_tokens=2_000)
    route = choose_within(purse, CASCADE, POLICIES["groq-only"], live(), ask)
    assert (route.slot, route.emergency) == (slot, emergency)
    if purse.emergency_microusd == 0:
        assert [m.name for m in route.candidates] == [LOCAL]
        assert "stands in, because today's budget" in route.reason.why


def test_when_nothing_is_free_the_budget_is_reached():
    served = {"groq": "", "openai": ""}
    ask = Ask("growthplus", **HARD)
    with pytest.raises(BudgetReached):
        choose_within(Purse(0, 0), CASCADE, POLICIES["groq-only"], live(served), ask)


@pytest.mark.parametrize("fields", [{"rung_min": 3}, {"slot_pinned": "large"}])
def test_better_and_pinned_are_refused_when_only_the_emergency_part_is_left(
    fields: dict[str, Any],
):
    ask = Ask("growthplus", **EASY, **fields)
    purse = Purse(0, 2_000_000)
    with pytest.raises(BudgetReached):
        choose_within(purse, CASCADE, POLICIES["groq-only"], live(), ask)


def test_a_dearer_stand_in_is_left_out_when_it_does_not_fit():
    ask = Ask("trial", **EASY, prompt_tokens=1_000, allowance_microusd=2_000)
    route = choose(CASCADE, live(), ask)
    assert [m.name for m in route.candidates] == [LOCAL, GROQ]
    assert [(s.model, s.obstacle) for s in route.skipped] == [
        (GPT_4O, "budget"),
        ("gpt-6-1-sol", "budget"),
    ]


# Exploring


def explored(plan: str = "trial", confidence: float = 0.7, **fields: Any) -> list[Any]:
    ask = Ask(plan, complexity=2, confidence=confidence, **fields)
    line = live()
    return [
        choose(CASCADE, line, replace(ask, seed=f"decision-{number}"))
        for number in range(2_000)
    ]


def test_close_calls_are_explored_with_the_propensity_that_is_recorded():
    routes = explored()
    tried = [route for route in routes if route.explored]
    assert 70 < len(tried) < 135  # 10 % of 2,000, half of which fall on the rule's own
    assert {route.slot for route in tried} == {"local"}
    assert {route.propensity for route in tried} == {0.05}
    rest = {round(route.propensity, 9) for route in routes if not route.explored}
    assert rest == {0.95}


def test_inverse_propensities_add_up():
    routes = explored("growthplus", 0.75)
    for slot in ("local", "fast", "large"):
        weights = sum(1 / r.propensity for r in routes if r.slot == slot)
        assert weights == pytest.approx(2_000, rel=0.3)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"confidence": 0.9}, id="a clear case"),
        pytest.param({"rung_min": 1}, id="a better answer"),
        pytest.param({"rung_pinned": 0}, id="the same again"),
        pytest.param({"slot_pinned": "local"}, id="a pinned slot"),
        pytest.param(
            {"down": frozenset({GROQ, "gpt-oss-20b-groq"}), "confidence": 0.71},
            id="only one slot is up",
        ),
    ],
)
def test_nothing_else_is_explored(fields: dict[str, Any]):
    assert {route.propensity for route in explored(**fields)} == {1.0}


def test_without_a_seed_nothing_is_explored():
    route = choose(CASCADE, live(), Ask("trial", complexity=2, confidence=0.7))
    assert (route.slot, route.propensity, route.explored) == ("fast", 1.0, False)


# The offer beside an answer


@pytest.mark.parametrize(
    ("plan", "rung", "served", "offer"),
    [
        ("trial", 0, STACK, Offer(True, 2, "fast", upgrade=True)),
        ("trial", 1, STACK, Offer(False, upgrade=True)),
        ("trial", 3, STACK, Offer(False, upgrade=False)),
        ("growthplus", 0, STACK, Offer(True, 2, "fast", upgrade=False)),
        ("growthplus", 1, STACK, Offer(True, 10, "large", upgrade=False)),
        ("growthplus", 3, STACK, Offer(False, upgrade=False)),
        ("byok", 0, STACK, Offer(False, upgrade=False)),
        ("trial", 0, {"vllm": ""}, Offer(False, upgrade=True)),
        ("growthplus", 0, {"vllm": ""}, Offer(False, upgrade=False)),
        ("trial", 1, {"vllm": "", "groq": ""}, Offer(False, upgrade=False)),
        ("trial", 0, {}, Offer(True, 2, "fast", upgrade=True)),
        ("trial", 1, {}, Offer(False, upgrade=True)),
        ("trial", 2, {"openai": ""}, Offer(False, upgrade=True)),
        ("growthplus", 2, {"openai": ""}, Offer(True, 10, "large", upgrade=False)),
    ],
)
def test_better_offer(plan: str, rung: int, served: dict[str, str], offer: Offer):
    assert better_offer(CASCADE, live(served), plan, rung) == offer


def test_an_offer_says_what_the_protocol_says():
    assert Offer(True, 2, "fast", upgrade=True).body() == {
        "available": True,
        "credits": 2,
        "slot": "fast",
        "upgrade": True,
    }
    assert Offer(False, upgrade=True).body() == {"available": False, "upgrade": True}


@pytest.mark.parametrize("served", [STACK, {}, {"vllm": ""}, {"openai": ""}])
@pytest.mark.parametrize("plan", ["trial", "growthplus"])
@pytest.mark.parametrize("rung", range(4))
def test_what_is_offered_is_what_better_does(
    plan: str, rung: int, served: dict[str, str]
):
    offer = better_offer(CASCADE, live(served), plan, rung)
    ask = Ask(plan, rung_min=rung + 1)
    if not offer.available:
        with pytest.raises(LadderTop):
            choose(CASCADE, live(served), ask)
        return
    route = choose(CASCADE, live(served), ask)
    assert (route.credits, route.candidates[0].slot) == (offer.credits, offer.slot)


# For every policy and every ask


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    ladder = draw(st.lists(st.sampled_from(list(SLOTS)), min_size=1, unique=True))
    ladder.sort(key=list(SLOTS).index)
    slot = st.sampled_from(ladder)
    rules = draw(
        st.lists(
            st.builds(
                Rule,
                slot=slot,
                why=st.just("a rule"),
                complexity_below=st.integers(1, 10),
                confidence_above=st.none() | st.floats(0, 1),
                tasks=st.none() | st.just(frozenset({"advice"})),
            ),
            max_size=3,
        )
    )
    low, high = sorted((draw(st.floats(0, 1)), draw(st.floats(0, 1))))
    explore = Explore(draw(st.floats(0, 1)), (low, high))
    return Plan(
        ladder=tuple(ladder),
        on_failure=tuple(draw(st.lists(st.sampled_from(list(SLOTS)), unique=True))),
        start=(*rules, Rule(draw(slot), "the last rule")),
        explore=draw(st.none() | st.just(explore)),
        upgrade_to=draw(st.none() | st.just("growthplus")),
    )


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    return Policy(
        name="any",
        weights=dict.fromkeys(policy.SIGNALS, 0),
        plans={
            "trial": draw(plans()),
            "growthplus": replace(draw(plans()), upgrade_to=None),
            "byok": Plan(direct=True),
        },
    )


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    price = st.sampled_from([0, 100_000, 10_000_000])
    rows = draw(
        st.lists(
            st.builds(
                Model,
                name=st.uuids().map(str),
                label=st.just("Any"),
                slot=st.sampled_from(list(SLOTS)),
                provider=st.sampled_from(["vllm", "groq", "openai", "guide"]),
                model_id=st.just("any"),
                credits=st.integers(0, 20),
                prices=st.tuples(st.builds(Price, price, price)),
                context_tokens=st.sampled_from([512, 128_000]),
                trains=st.sampled_from(["no", "yes", "unknown"]),
                retention_days=st.sampled_from([None, 0, 30]),
                enabled=st.booleans(),
            ),
            max_size=8,
        )
    )
    return Catalogue(SLOTS, tuple(rows))


@st.composite
def asks(draw: st.DrawFn, names: list[str]) -> Ask:
    return Ask(
        plan=draw(st.sampled_from(["trial", "growthplus", "byok", "gold"])),
        complexity=draw(st.integers(0, 10)),
        task=draw(st.sampled_from(["advice", "other"])),
        confidence=draw(st.floats(0, 1)),
        personal_data=draw(st.booleans()),
        prompt_tokens=draw(st.integers(0, 20_000)),
        rung_min=draw(st.none() | st.integers(0, 5)),
        rung_pinned=draw(st.none() | st.integers(0, 5)),
        slot_pinned=draw(st.none() | st.sampled_from([*SLOTS, "huge"])),
        strict_privacy=draw(st.booleans()),
        allow_training=draw(st.booleans()),
        down=frozenset(draw(st.lists(st.sampled_from(names))))
        if names
        else frozenset(),
        allowance_microusd=draw(st.none() | st.integers(0, 200_000)),
        free_only=draw(st.booleans()),
        seed=draw(st.sampled_from(["", "a", "b", "c"])),
        demo=draw(st.booleans()),
    )


@settings(max_examples=400, deadline=None)
@given(st.data(), catalogues(), policies())
def test_every_route_keeps_every_promise(
    data: st.DataObject, found: Catalogue, rules: Policy
):
    line = lineup(found, TODAY, {"vllm": "", "groq": ""})
    ask = data.draw(asks([model.name for model in found.models]))
    try:
        route = choose(rules, line, ask)
    except RoutingError as refusal:
        with pytest.raises(type(refusal)):
            choose(rules, line, ask)
        return
    assert choose(rules, line, ask) == route
    assert route.candidates
    assert len({model.name for model in route.candidates}) == len(route.candidates)
    assert 0 <= route.credits <= route.candidates[0].credits
    assert 0 < route.propensity <= 1
    assert route.rung == line.rung(route.slot)
    assume(not ask.demo)
    _keeps_plan(route, rules.plan(ask.plan), line, ask)
    _keeps_privacy_and_health(route, ask)
    _keeps_budget(route, rules, ask)


def _keeps_plan(route: decision.Route, plan: Plan, line: Lineup, ask: Ask) -> None:
    slots = {model.slot for model in route.candidates}
    if ask.slot_pinned is not None:
        assert slots == {line.stand_ins[ask.slot_pinned]}
        assert line.rung(ask.slot_pinned) <= line.rung(plan.ladder[-1])
        return
    allowed = {line.stand_ins[slot] for slot in (*plan.ladder, *plan.on_failure)}
    assert slots <= allowed
    assert route.slot in {line.stand_ins[slot] for slot in plan.ladder}
    if ask.rung_min is not None:
        assert min(line.rung(slot) for slot in slots) >= ask.rung_min


def _keeps_privacy_and_health(route: decision.Route, ask: Ask) -> None:
    nobody_is_up = all(model.name in ask.down for model in route.candidates)
    for model in route.candidates:
        assert model.enabled
        assert model.name not in ask.down or nobody_is_up
        if ask.personal_data and not ask.allow_training:
            assert model.trains == "no"
        if ask.personal_data and ask.strict_privacy:
            assert model.retention_days == 0


def _keeps_budget(route: decision.Route, rules: Policy, ask: Ask) -> None:
    costs = [
        worst_case(model, ask.prompt_tokens, rules.max_tokens, TODAY)
        for model in route.candidates
    ]
    assert route.worst_case_microusd == sum(costs)
    if ask.free_only:
        assert sum(costs) == 0
    if ask.allowance_microusd is not None:
        assert sum(costs) <= ask.allowance_microusd


@settings(max_examples=200, deadline=None)
@given(
    st.data(), catalogues(), policies(), st.integers(0, 50_000), st.integers(0, 9_999)
)
def test_no_route_passes_the_budget(
    data: st.DataObject, found: Catalogue, rules: Policy, paid: int, kept: int
):
    line = lineup(found, TODAY, {"vllm": "", "groq": ""})
    ask = data.draw(asks([model.name for model in found.models]))
    ask = replace(ask, demo=False, free_only=False)
    purse = Purse(paid, paid + kept)
    try:
        route = choose_within(purse, rules, POLICIES["groq-only"], line, ask)
    except RoutingError:
        return
    limit = purse.emergency_microusd if route.emergency else purse.paid_microusd
    assert route.worst_case_microusd <= limit
