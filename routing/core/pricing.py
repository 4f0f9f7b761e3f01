"""What an answer costs the operator, in integer micro-dollars."""

from collections.abc import Iterable
from datetime import date

from routing.core.catalogue import Model, Price
from routing.core.messages import Message, Usage

MILLION = 1_000_000
# Role and separators of one message; the largest figure among known chat templates.
TOKENS_PER_MESSAGE = 8


def price_on(model: Model, day: date, prompt_tokens: int) -> Price:
    """Return the price that holds on `day` for a prompt of this many tokens.

    Raises:
        ValueError: the model has no price for that day.
    """
    since = max(price.since for price in model.prices if price.since <= day)
    tiers = [price for price in model.prices if price.since == since]
    return min(
        (p for p in tiers if p.up_to_tokens is None or prompt_tokens <= p.up_to_tokens),
        key=lambda price: price.up_to_tokens or float("inf"),
    )


def cost(model: Model, usage: Usage, day: date) -> int:
    """Return what a call cost, rounded up: a priced call is never free.

    Cached tokens are part of the input tokens and have their own price.
    """
    price = price_on(model, day, usage.input_tokens)
    cached = min(usage.cached_tokens, usage.input_tokens)
    cached_price = price.cached_microusd
    if cached_price is None:
        cached_price = price.input_microusd
    total = (
        (usage.input_tokens - cached) * price.input_microusd
        + cached * cached_price
        + usage.output_tokens * price.output_microusd
    )
    return -(-total // MILLION)


def worst_case(model: Model, prompt_tokens: int, max_tokens: int, day: date) -> int:
    """Return the most that a call can cost: nothing cached, the longest answer."""
    return cost(model, Usage(prompt_tokens, max_tokens), day)


def costs_nothing(model: Model) -> bool:
    """Return whether no call of the model ever costs money."""
    return not any(
        price.input_microusd or price.output_microusd for price in model.prices
    )


def prompt_tokens_at_most(messages: Iterable[Message]) -> int:
    """Return a bound that no tokenizer exceeds: every token is at least one byte."""
    return sum(
        len(message.text.encode("utf-8", "replace")) + TOKENS_PER_MESSAGE
        for message in messages
    )
