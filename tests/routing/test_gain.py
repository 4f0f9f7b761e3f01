"""The learned gain: neutral without weights, readable with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.core import complexity
from routing.core.confidence import prior
from routing.core.gain import NEUTRAL, GainModel, shape, terms
from routing.core.signals import read
from tests.routing.test_complexity import NOTHING

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


@given(ANY_TEXT)
def test_without_weights_it_adds_nothing(text: str):
    assert NEUTRAL.score(text, NOTHING) == 0


def test_words_pairs_and_numbers_are_terms():
    assert terms("Ask José 12 times, ask") == {
        "ask", "jose", "00", "times",
        "ask jose", "jose 00", "00 times", "times ask",
    }  # fmt: skip


def test_a_known_word_counts_less_among_many():
    model = GainModel(words={"proof": 3.0})
    alone = model.score("proof", NOTHING)
    among = model.score("a proof of this", NOTHING)
    assert alone == 3
    assert 0 < among < alone


def test_shape_and_bias_are_added():
    model = GainModel(shape={"long": 2.0, "lines": 0.0}, bias=-1.0)
    text = "x" * 600
    assert model.score(text, NOTHING) == -1
    assert model.score(text, read(text, ())) == 1
    assert set(model.shape) <= set(shape(text, NOTHING))


@given(st.floats(-1e6, 1e6), st.integers(0, 10_000))
def test_a_gain_lowers_the_prior_and_never_breaks_it(gain: float, chars: int):
    points = complexity.score(NOTHING)
    with_gain = prior(NOTHING, points, chars, gain)
    assert 0 <= with_gain <= 1
    without = prior(NOTHING, points, chars)
    assert with_gain == pytest.approx(without) or (with_gain < without) == (gain > 0)
