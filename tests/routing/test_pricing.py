"""What calls cost: tiers, dates, cached input, and the bound that is reserved."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.core.catalogue import Model, Price
from routing.core.messages import Message, Usage
from routing.core.pricing import (
    cost,
    costs_nothing,
    price_on,
    prompt_tokens_at_most,
    worst_case,
)

pytestmark = pytest.mark.pure

TODAY = date(2026, 11, 23)
CHANGE = date(2026, 10, 7)
GPT_4O = Price(2_500_000, 10_000_000, 1_250_000)


def model(*prices: Price) -> Model:
    return Model("m", "M", "large", "openai", "m", 10, prices, 128_000)


@pytest.mark.parametrize(
    ("usage", "microusd"),
    [
        pytest.param(Usage(320, 190), 2_700, id="320 in, 190 out at GPT-4o's price"),
        pytest.param(Usage(320, 190, cached_tokens=320), 2_300, id="all of it cached"),
        pytest.param(Usage(320, 190, cached_tokens=100), 2_575, id="some of it cached"),
        pytest.param(Usage(320, 190, cached_tokens=999), 2_300, id="more than all"),
        pytest.param(Usage(0, 0), 0, id="nothing used, nothing paid"),
        pytest.param(Usage(1, 0), 3, id="rounded up to a whole micro-dollar"),
    ],
)
def test_cost(usage: Usage, microusd: int):
    assert cost(model(GPT_4O), usage, TODAY) == microusd


def test_a_priced_call_is_never_recorded_as_free():
    assert cost(model(Price(1, 1)), Usage(1, 0), TODAY) == 1


def test_cached_input_without_a_price_of_its_own_costs_the_full_price():
    plain = model(Price(1_000_000, 0))
    assert cost(plain, Usage(10, 0, cached_tokens=10), TODAY) == 10


@pytest.mark.parametrize(
    ("prompt_tokens", "input_microusd"),
    [(0, 1), (100_000, 1), (100_001, 5), (200_000, 5), (200_001, 9)],
)
def test_the_tier_is_chosen_by_the_size_of_the_prompt(
    prompt_tokens: int, input_microusd: int
):
    tiers = model(
        Price(9, 9),
        Price(1, 1, up_to_tokens=100_000),
        Price(5, 5, up_to_tokens=200_000),
    )
    assert price_on(tiers, TODAY, prompt_tokens).input_microusd == input_microusd


@pytest.mark.parametrize(
    ("day", "input_microusd"),
    [
        (date(2020, 1, 1), 1),
        (date(2026, 10, 6), 1),
        (CHANGE, 2),
        (TODAY, 2),
        (date(2027, 1, 1), 3),
    ],
)
def test_the_price_is_that_of_the_day(day: date, input_microusd: int):
    dated = model(
        Price(3, 0, since=date(2027, 1, 1)), Price(1, 0), Price(2, 0, since=CHANGE)
    )
    assert price_on(dated, day, 10).input_microusd == input_microusd


def test_a_new_date_replaces_all_tiers_of_the_old_one():
    dated = model(Price(1, 0, up_to_tokens=10), Price(5, 0), Price(2, 0, since=CHANGE))
    assert price_on(dated, TODAY, 5).input_microusd == 2


@given(st.integers(0, 50_000), st.integers(0, 2_000), st.integers(0, 60_000), st.data())
def test_no_call_costs_more_than_its_worst_case(
    prompt: int, answer: int, cached: int, data: st.DataObject
):
    priced = model(GPT_4O, Price(2_000_000, 9_000_000, since=CHANGE))
    bound = worst_case(priced, prompt, 2_000, TODAY)
    used = Usage(data.draw(st.integers(0, prompt)), answer, cached)
    assert cost(priced, used, TODAY) <= bound


def test_what_costs_nothing_is_told_from_what_may_cost():
    assert costs_nothing(model(Price(0, 0)))
    assert not costs_nothing(model(Price(0, 0), Price(0, 1, since=CHANGE)))


@given(st.lists(st.text(max_size=200), max_size=5))
def test_a_prompt_has_at_most_as_many_tokens_as_bytes(texts: list[str]):
    messages = [Message("user", text) for text in texts]
    at_least = sum(len(text) for text in texts)
    assert prompt_tokens_at_most(messages) >= at_least
