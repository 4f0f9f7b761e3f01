"""Which models may answer, and in which order: by plan, health, privacy and budget."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from routing.core.catalogue import Model
from routing.core.errors import BudgetReached
from routing.core.lineup import Lineup
from routing.core.policy import Plan
from routing.core.pricing import worst_case
from routing.core.route import Ask, Obstacle, Skip

# How many providers of one slot a route tries before it goes on to the next slot.
PROVIDERS_PER_SLOT = 2
TYPICAL_BYTES_PER_TOKEN = 4


@dataclass(frozen=True, slots=True)
class Admitted:
    """Who may answer, who was passed over, and what all who may can cost together."""

    candidates: tuple[Model, ...]
    skipped: tuple[Skip, ...]
    worst_case_microusd: int


def wanted(start: str, plan: Plan, lineup: Lineup, ask: Ask) -> list[Model]:
    """Return every model that the plan lets answer, the slot `start` first.

    Of the plan's `on_failure` slots the stronger ones follow, then the weaker ones. A
    better answer never comes from a weaker slot, a pinned one from no other.
    """
    models = list(lineup.filled[start])
    if ask.slot_pinned is not None:
        return models
    rung = lineup.rung(start)
    stand_ins = distinct(plan.on_failure, lineup)
    order = [slot for slot in stand_ins if lineup.rung(slot) > rung]
    if ask.rung_min is None:
        order += [slot for slot in stand_ins if lineup.rung(slot) < rung]
    for slot in order:
        models += lineup.filled[slot]
    return models


def distinct(slots: Sequence[str], lineup: Lineup) -> tuple[str, ...]:
    """Return the slots that answer for these, each once, in the same order."""
    stand_ins = (lineup.stand_ins.get(slot) for slot in slots)
    return tuple(dict.fromkeys(slot for slot in stand_ins if slot))


def admit(models: Iterable[Model], ask: Ask, max_tokens: int, day: date) -> Admitted:
    """Return who of `models` may answer, in the same order.

    When everybody is down they are asked all the same: whoever is up again answers,
    and if nobody is, the answer fails in the conversation, where it can be retried.

    Raises:
        BudgetReached: the model to be asked first does not fit the allowance.
    """
    models = tuple(models)
    admitted = _Gate(ask, max_tokens, day).admit(models)
    if admitted.candidates or all(s.obstacle != "down" for s in admitted.skipped):
        return admitted
    hopeful = _Gate(replace(ask, down=frozenset()), max_tokens, day).admit(models)
    return replace(hopeful, skipped=admitted.skipped)


def obstacle_to(model: Model, ask: Ask) -> Obstacle | None:
    """Return what speaks against a model, its price apart; None: nothing."""
    if model.name in ask.down:
        return "down"
    if obstacle := privacy_obstacle_to(model, ask):
        return obstacle
    # The bound counts bytes; a token of real text is several.
    if ask.prompt_tokens > model.context_tokens * TYPICAL_BYTES_PER_TOKEN:
        return "context"
    return None


def privacy_obstacle_to(model: Model, ask: Ask) -> Obstacle | None:
    """Return why a model may not see the prompt; None: it may."""
    if not ask.personal_data:
        return None
    if model.trains != "no" and not ask.allow_training:
        return "trains"
    if ask.strict_privacy and model.retention_days != 0:
        return "retains"
    return None


class _Gate:
    """Lets models through one by one; those before decide about those behind."""

    def __init__(self, ask: Ask, max_tokens: int, day: date) -> None:
        self._ask = ask
        self._max_tokens = max_tokens
        self._day = day
        self._candidates: dict[str, Model] = {}
        self._skipped: dict[str, Skip] = {}
        self._providers: dict[str, set[str]] = {}
        self._total_microusd = 0

    def admit(self, models: Iterable[Model]) -> Admitted:
        for model in models:
            if model.name not in self._candidates and model.name not in self._skipped:
                self._consider(model)
        return Admitted(
            tuple(self._candidates.values()),
            tuple(self._skipped.values()),
            self._total_microusd,
        )

    def _consider(self, model: Model) -> None:
        asked = self._providers.setdefault(model.slot, set())
        if model.provider in asked or len(asked) == PROVIDERS_PER_SLOT:
            return
        prompt_tokens = self._ask.prompt_tokens
        cost = worst_case(model, prompt_tokens, self._max_tokens, self._day)
        obstacle = obstacle_to(model, self._ask) or self._too_dear(model, cost)
        if obstacle is not None:
            self._skipped[model.name] = Skip(model.name, obstacle)
            return
        asked.add(model.provider)
        self._candidates[model.name] = model
        self._total_microusd += cost

    def _too_dear(self, model: Model, cost_microusd: int) -> Obstacle | None:
        if cost_microusd == 0:
            return None
        if self._ask.free_only:
            return "budget"
        allowance = self._ask.allowance_microusd
        if allowance is None or self._total_microusd + cost_microusd <= allowance:
            return None
        if not self._candidates:
            raise BudgetReached(f"{model.label} does not fit today's budget")
        return "budget"
