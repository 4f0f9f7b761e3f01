"""Which models may answer today, slot by slot: the catalogue as one site can use it.

The rules, in this order:

1. A row counts when it is enabled and its provider is switched on.
2. A server of our own (vLLM, Ollama, ...) serves one model. When the site names it,
   only the rows with that id count, and they are enabled by it; when no row has that
   id, the server's first row takes the name as its id and label.
3. After its last day a row is replaced by its successor, which takes its slot and
   its place in the order and keeps its own price.
4. The demo coach answers only when no other row counts.
5. A slot that no row fills borrows the rows of the nearest slot that is filled, of
   two equally near the stronger one. A borrowed answer is called by the slot it
   comes from and has the price of the row that gives it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from routing.core.catalogue import DEMO_PROVIDER, OWN_SERVERS, Catalogue, Model

Filled = Mapping[str, tuple[Model, ...]]

# Ollama's tag for a name without one.
LATEST = ":latest"


@dataclass(frozen=True, slots=True)
class Lineup:
    """Who may answer on one day.

    Attributes:
        day: the day it holds for; prices and end dates depend on it.
        slots: every slot, the weakest first; a slot's place is its rung.
        filled: the models of each slot that has its own, best first.
        stand_ins: for every slot, the slot whose models answer for it.
        demo: the demo coach's models by slot, for whoever asks for it.
    """

    day: date
    slots: tuple[str, ...]
    filled: Filled
    stand_ins: Mapping[str, str]
    demo: Filled

    def rung(self, slot: str) -> int:
        """Return the slot's rung, 0 for the weakest; -1 for a slot that is none.

        A rung means the same under every plan and policy, so that an answer given
        under one can be bettered under another.
        """
        return self.slots.index(slot) if slot in self.slots else -1

    def up_to(self, slot: str) -> tuple[str, ...]:
        """Return the slots that are not stronger than this one."""
        return self.slots[: self.rung(slot) + 1]

    def models_of(self, slot: str) -> tuple[Model, ...]:
        """Return the models that answer for a slot, best first."""
        return self.filled.get(self.stand_ins.get(slot, ""), ())

    @property
    def is_demo(self) -> bool:
        """Return whether the demo coach is all there is."""
        return self.filled is self.demo


def lineup(catalogue: Catalogue, day: date, served: Mapping[str, str]) -> Lineup:
    """Return who may answer on `day`.

    Args:
        catalogue: every row.
        day: the day, UTC.
        served: the providers that are switched on; for a server of our own the id of
            the model it serves, empty when that is not known.
    """
    slots = tuple(catalogue.slots)
    rows = _retire(catalogue, _usable(catalogue.models, served), day, served)
    real = _by_slot(slots, [m for m in rows if m.provider != DEMO_PROVIDER], catalogue)
    guides = [m for m in catalogue.models if m.provider == DEMO_PROVIDER and m.enabled]
    demo = _by_slot(slots, guides, catalogue)
    filled = real or demo
    nearest = {slot: _nearest(slot, slots, filled) for slot in slots}
    stand_ins = {slot: near for slot, near in nearest.items() if near}
    return Lineup(day, slots, filled, stand_ins, demo)


def _usable(models: Iterable[Model], served: Mapping[str, str]) -> list[Model]:
    """Return the rows whose provider is on, with the names of our own servers."""
    rows = [model for model in models if model.provider in served]
    for provider in OWN_SERVERS:
        if model_id := served.get(provider, ""):
            rows = _named(rows, provider, model_id)
    return [model for model in rows if model.enabled]


def _named(rows: list[Model], provider: str, model_id: str) -> list[Model]:
    """Return the rows with those of `provider` reduced to what it serves."""
    own = [model for model in rows if model.provider == provider]
    untagged = model_id.removesuffix(LATEST)
    chosen = {
        model.name: replace(model, model_id=model_id, enabled=True)
        for model in own
        if model.model_id in (model_id, untagged)
    }
    if own and not chosen:
        label = untagged.rsplit("/", 1)[-1]
        chosen = {own[0].name: replace(own[0], model_id=model_id, label=label)}
    return [
        chosen.get(model.name, model)
        for model in rows
        if model.provider != provider or model.name in chosen
    ]


def _retire(
    catalogue: Catalogue, rows: list[Model], day: date, served: Mapping[str, str]
) -> list[Model]:
    """Return the rows with each that has ended replaced by its successor."""
    by_name = catalogue.by_name() | {model.name: model for model in rows}
    return [
        heir
        for model in rows
        if (heir := _heir(model, by_name, day))
        and heir.enabled
        and heir.provider in served
    ]


def _heir(model: Model, by_name: Mapping[str, Model], day: date) -> Model | None:
    heir = model
    while heir.ended(day):
        if heir.successor is None:
            return None
        heir = by_name[heir.successor]
    return heir if heir is model else replace(heir, slot=model.slot)


def _by_slot(
    slots: tuple[str, ...], rows: Iterable[Model], catalogue: Catalogue
) -> Filled:
    filled: dict[str, dict[str, Model]] = {slot: {} for slot in slots}
    for model in rows:
        filled[model.slot].setdefault(model.name, model)
        for slot in model.also:
            usual = replace(model, slot=slot, credits=catalogue.slots[slot])
            filled[slot].setdefault(model.name, usual)
    return {slot: tuple(models.values()) for slot, models in filled.items() if models}


def _nearest(slot: str, slots: tuple[str, ...], filled: Filled) -> str:
    """Return the nearest filled slot, the stronger of two; empty when there is none."""
    place = slots.index(slot)
    return min(
        (other for other in slots if other in filled),
        key=lambda other: (abs(slots.index(other) - place), -slots.index(other)),
        default="",
    )
