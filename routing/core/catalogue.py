"""Models as data: which slot each fills, where it runs and what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Trains = Literal["no", "yes", "unknown"]


@dataclass(frozen=True, slots=True)
class Price:
    """What a provider charges, from `since` on, for prompts up to `up_to_tokens`.

    Money is integer micro-dollars per million tokens, so $2.50/M is 2_500_000.
    """

    input_microusd: int
    output_microusd: int
    cached_microusd: int | None = None
    since: date = date.min
    up_to_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """One row of the catalogue: a model at a host.

    Attributes:
        name: unique in the catalogue, stable, used in logs and API paths.
        label: what people read, for example "Mistral 7B".
        slot: the role it fills: local, fast, medium or large.
        provider: key of the provider table, for example "groq".
        model_id: what the provider calls it.
        credits: flat price of an answer, credits.
        quirks: differences of the wire, read by the adapter.
    """

    name: str
    label: str
    slot: str
    provider: str
    model_id: str
    credits: int
    prices: tuple[Price, ...]
    context_tokens: int
    trains: Trains = "unknown"
    retention_days: int | None = None
    logprobs: bool = False
    ends_on: date | None = None
    successor: str | None = None
    first_token_s: float | None = None
    idle_s: float | None = None
    quirks: Mapping[str, object] = field(default_factory=dict)
