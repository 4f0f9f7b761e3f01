"""Models as data: which slot each fills, where it runs and what it costs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter

from routing.core import documents
from routing.core.errors import PolicyError

Trains = Literal["no", "yes", "unknown"]
Provider = Literal[
    "vllm",
    "ollama",
    "textgen",
    "modal",
    "groq",
    "openrouter",
    "openai",
    "anthropic",
    "together",
    "mistral",
    "huggingface",
    "baseten",
    "replicate",
    "guide",
]
PROVIDERS: tuple[Provider, ...] = get_args(Provider)
DEMO_PROVIDER: Provider = "guide"
# Servers of our own: each serves what was loaded into it, so one row at a time.
OWN_SERVERS = frozenset({"vllm", "ollama", "textgen", "modal"})
PRICE_LIMIT_MICROUSD = 1_000_000_000


def _plausible(microusd: int) -> int:
    """Refuse a price typed per token, or with the wrong sign."""
    if not 0 <= microusd < PRICE_LIMIT_MICROUSD:
        raise ValueError("must be at least $0 and less than $1,000 per million tokens")
    return microusd


Microusd = Annotated[int, Field(strict=True), AfterValidator(_plausible)]
Tokens = Annotated[int, Field(strict=True, gt=0)]
Credits = Annotated[int, Field(strict=True, ge=0, le=1_000)]
Seconds = Annotated[float, Field(gt=0, le=600)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=100)]


@dataclass(frozen=True, slots=True)
class Price:
    """What a provider charges, from `since` on, for prompts up to `up_to_tokens`.

    Money is integer micro-dollars per million tokens, so $2.50/M is 2_500_000.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    input_microusd: Microusd
    output_microusd: Microusd
    cached_microusd: Microusd | None = None
    since: date = date.min
    up_to_tokens: Tokens | None = None


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
        trains: whether the provider trains on what it is sent; unknown counts as yes.
        retention_days: how long it keeps that, None when unknown.
        ends_on: the last day on which the provider serves it.
        successor: name of the row that takes its place after that day.
        quirks: differences of the wire, read by the adapter.
        also: further slots it fills, each at that slot's usual price.
        enabled: whether it may answer; a row that is off keeps its place in history.
        note: remark and source, for staff.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: Name
    label: Line
    slot: str
    provider: Provider
    model_id: Line
    credits: Credits
    prices: tuple[Price, ...]
    context_tokens: Tokens
    trains: Trains = "unknown"
    retention_days: Annotated[int, Field(strict=True, ge=0)] | None = None
    logprobs: bool = False
    ends_on: date | None = None
    successor: str | None = None
    first_token_s: Seconds | None = None
    idle_s: Seconds | None = None
    quirks: Mapping[str, object] = field(default_factory=dict, hash=False)
    also: tuple[str, ...] = ()
    enabled: bool = True
    note: str = ""

    def ended(self, day: date) -> bool:
        """Return whether the provider no longer serves it on `day`."""
        return self.ends_on is not None and day > self.ends_on


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every model we know, in order of preference.

    Attributes:
        slots: the usual price of an answer by slot, credits; the weakest slot first.
        models: the rows; the earlier of two that fill a slot is asked first.
    """

    slots: Mapping[str, int]
    models: tuple[Model, ...]

    def by_name(self) -> dict[str, Model]:
        """Return the rows by their names."""
        return {model.name: model for model in self.models}

    def ending(self, day: date, within_days: int) -> list[Model]:
        """Return usable rows whose last day is at most `within_days` after `day`."""
        return [
            model
            for model in self.models
            if model.enabled
            and model.ends_on is not None
            and 0 <= (model.ends_on - day).days <= within_days
        ]


_SLOTS: TypeAdapter[dict[str, int]] = TypeAdapter(dict[Name, Credits])
_MODELS: TypeAdapter[dict[str, Model]] = TypeAdapter(dict[Name, Model])


def parse(document: Mapping[str, Any]) -> Catalogue:
    """Return the catalogue that a document (as in `catalogue.toml`) describes.

    `credits` may be left out: then an answer costs what is usual for the slot.

    Raises:
        PolicyError: one line per fault, each beginning with its path.
    """
    if unknown := set(document) - {"slots", "models"}:
        raise PolicyError(f"{min(unknown)}: a catalogue has slots and models")
    slots = documents.read(_SLOTS, document.get("slots", {}), "slots")
    rows = document.get("models", {})
    if isinstance(rows, Mapping):
        rows = {name: _filled(str(name), row, slots) for name, row in rows.items()}
    models = documents.read(_MODELS, rows, "models")
    return check(Catalogue(slots, tuple(models.values())))


def _filled(name: str, row: object, slots: Mapping[str, int]) -> object:
    """Return the row with its name, and with its slot's usual price if it has none."""
    if not isinstance(row, Mapping):
        return row
    usual = slots.get(str(row.get("slot")), 0)
    return {"credits": usual, **row, "name": name}


def check(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue if its rows agree with each other.

    Raises:
        PolicyError: one line per fault, each beginning with its path.
    """
    rows = catalogue.by_name()
    faults = [
        f"models.{model.name}.{fault}"
        for model in catalogue.models
        for fault in _faults(model, catalogue.slots, rows)
    ]
    if not catalogue.slots:
        faults.insert(0, "slots: at least one is needed")
    if faults:
        raise PolicyError("\n".join(faults))
    return catalogue


def _faults(
    model: Model, slots: Mapping[str, int], rows: Mapping[str, Model]
) -> Iterator[str]:
    if model.slot not in slots:
        yield f"slot: no slot is called {model.slot!r}"
    for slot in model.also:
        if slot not in slots or slot == model.slot:
            yield f"also: {slot!r} is no further slot"
    if fault := price_fault(model.prices):
        yield f"prices: {fault}"
    if fault := successor_fault(model, rows):
        yield f"successor: {fault}"


def price_fault(prices: tuple[Price, ...]) -> str:
    """Return what is wrong with a model's prices as a whole, empty when nothing is."""
    if date.min not in {price.since for price in prices}:
        return "one price must hold from the beginning, without `since`"
    for since in {price.since for price in prices}:
        tiers = [price.up_to_tokens for price in prices if price.since == since]
        if tiers.count(None) != 1:
            return "one tier, and only one, must be without `up_to_tokens`"
        if len(set(tiers)) != len(tiers):
            return "two tiers end at the same `up_to_tokens`"
    return ""


def successor_fault(model: Model, rows: Mapping[str, Model]) -> str:
    """Return what is wrong with a model's successor, empty when nothing is."""
    if model.successor is None:
        return "a model that ends needs one" if model.ends_on else ""
    seen = {model.name}
    name: str | None = model.successor
    while name is not None:
        if name not in rows:
            return f"no model is called {name!r}"
        if name in seen:
            return f"{name!r} would succeed itself"
        seen.add(name)
        name = rows[name].successor
    return ""
