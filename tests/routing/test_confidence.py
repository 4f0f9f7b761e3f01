"""Whether the small model is enough: before a call, and from its first tokens."""

import math
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.core import complexity
from routing.core.complexity import Score
from routing.core.confidence import of_tokens, prior
from routing.core.policy import SIGNALS
from routing.core.signals import Signals, read
from tests.routing.test_complexity import NOTHING

SHOWN = st.fixed_dictionaries(dict.fromkeys(SIGNALS, st.booleans())).map(
    lambda fields: replace(NOTHING, **fields)
)
CHARS = st.integers(0, 100_000)
LOGPROBS = st.lists(st.floats(-30, 0), min_size=1, max_size=64)


def prior_of(text: str) -> float:
    shown = read(text, ())
    return prior(shown, complexity.score(shown), len(text))


@given(SHOWN, CHARS)
def test_it_is_a_probability(shown: Signals, chars: int):
    assert 0 < prior(shown, complexity.score(shown), chars) < 1


@given(SHOWN, CHARS, CHARS)
def test_a_longer_message_is_never_likelier(shown: Signals, one: int, other: int):
    short, long = sorted((one, other))
    points = complexity.score(shown)
    assert prior(shown, points, short) >= prior(shown, points, long)


@given(SHOWN, CHARS, st.integers(0, 9))
def test_more_complexity_makes_it_less_likely(shown: Signals, chars: int, points: int):
    assert prior(shown, Score(points), chars) > prior(shown, Score(points + 1), chars)


@pytest.mark.parametrize("signal", ["personal_data", "long", "has_examples"])
def test_what_is_not_difficulty_does_not_count(signal: str):
    shown = replace(NOTHING, multi_turn=True)
    also = replace(shown, **{signal: True})
    assert prior(also, complexity.score(also), 300) == prior(
        shown, complexity.score(shown), 300
    )


@pytest.mark.parametrize(
    ("shown", "chars", "low", "high"),
    [
        pytest.param(["simple"], 30, 0.86, 0.92, id="a simple short question"),
        pytest.param([], 60, 0.82, 0.9, id="a short message"),
        pytest.param(["requires_analysis"], 300, 0.6, 0.72, id="weighing, at length"),
        pytest.param(
            ["multi_turn", "requires_analysis", "requires_creativity", "long"],
            600,
            0.2,
            0.32,
            id="long and complex",
        ),
    ],
)
def test_it_is_calibrated_for_coaching(
    shown: list[str], chars: int, low: float, high: float
):
    signals = replace(NOTHING, **dict.fromkeys(shown, True))
    assert low <= prior(signals, complexity.score(signals), chars) <= high


@pytest.mark.parametrize(
    "text", ["hi", "What is a SMART goal?", "how do i stop forgetting names"]
)
def test_simple_questions_pass_every_threshold_of_the_plan(text: str):
    assert prior_of(text) > 0.85


def test_a_long_question_to_be_weighed_passes_none():
    text = "Should I take the offer or stay? What are the risks of each? " * 8
    assert prior_of(text) < 0.7


# The first tokens


@given(LOGPROBS)
def test_tokens_give_a_probability(logprobs: list[float]):
    assert 0 <= of_tokens(logprobs) <= 1


@given(LOGPROBS, st.data())
def test_a_surer_token_never_lowers_it(logprobs: list[float], data: st.DataObject):
    place = data.draw(st.integers(0, len(logprobs) - 1))
    surer = [*logprobs]
    surer[place] = data.draw(st.floats(logprobs[place], 0))
    assert of_tokens(surer) >= of_tokens(logprobs) - 1e-12


@given(LOGPROBS, st.randoms())
def test_the_order_of_tokens_does_not_matter(logprobs: list[float], chance: Random):
    shuffled = [*logprobs]
    chance.shuffle(shuffled)
    assert of_tokens(shuffled) == of_tokens(logprobs)


def test_a_few_doubtful_tokens_count_more_than_many_sure_ones():
    """The mean of both is the same."""
    even = [-0.5] * 32
    doubtful = [-0.1] * 28 + [-3.3] * 4
    assert math.isclose(sum(even), sum(doubtful))
    assert of_tokens(doubtful) < of_tokens(even)


@pytest.mark.parametrize(
    ("logprobs", "low", "high"),
    [
        pytest.param([-0.01] * 16, 0.85, 1, id="sure of every word"),
        pytest.param([-0.3] * 20 + [-4.0] * 12, 0, 0.25, id="guessing often"),
        pytest.param([-math.inf], 0, 0.01, id="an impossible word"),
        pytest.param([], 0.5, 0.5, id="no token: nothing is known"),
        pytest.param([math.nan], 0.5, 0.5, id="nor from what is no number"),
    ],
)
def test_tokens_are_judged(logprobs: list[float], low: float, high: float):
    assert low <= of_tokens(logprobs) <= high


@pytest.mark.parametrize(("quantile", "least"), [(0.0, -4.0), (0.5, -2.0), (1.0, 0.0)])
def test_the_quantile_can_be_chosen(quantile: float, least: float):
    logprobs = [-4.0, -3.0, -2.0, -1.0, 0.0]
    assert of_tokens(logprobs, quantile) == pytest.approx(
        1 / (1 + math.exp(-(2.4 + 0.8 * least + 0.15 * -4.0)))
    )
