"""Decide who answers. Pure: the same policy, line-up and ask give the same route."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from routing.core.catalogue import Model, Price
from routing.core.errors import (
    BudgetReached,
    LadderTop,
    NoModelAvailable,
    RoutingError,
    SlotForbidden,
)
from routing.core.experiment import fraction
from routing.core.lineup import Lineup
from routing.core.policy import Explore, Plan, Policy
from routing.core.pricing import worst_case

if TYPE_CHECKING:
    from routing.core.signals import Signals

# How many providers of one slot a route tries before it goes on to the next slot.
PROVIDERS_PER_SLOT = 2
TYPICAL_BYTES_PER_TOKEN = 4

Obstacle = Literal["down", "trains", "retains", "budget", "context"]
WORDS: dict[Obstacle, str] = {
    "down": "the usual model is down",
    "trains": "the usual model's provider may train on personal data",
    "retains": "the usual model's provider keeps what it is sent",
    "budget": "today's budget is nearly spent",
    "context": "the conversation is too long for the usual model",
}


@dataclass(frozen=True, slots=True)
class Ask:
    """What a decision depends on.

    Attributes:
        plan: the person's plan, a key of `Policy.plans`.
        complexity: 0 to 10.
        confidence: the probability that the small model is enough.
        personal_data: whether the prompt holds any, history and memory included.
        prompt_tokens: an upper bound of the prompt's length.
        rung_min: the lowest rung that will do: a better answer is wanted.
        rung_pinned: the rung of the answer to be repeated.
        slot_pinned: the only slot that will do: the person chose it.
        strict_privacy: personal data goes only where nothing is kept.
        allow_training: the person lets providers train on personal data.
        down: names of models that should not be called now.
        allowance_microusd: what may be reserved for this answer; None: no limit.
        free_only: only models that cost nothing.
        seed: decides whether and how to explore; empty: never.
        demo: the person asks for the demo coach, which then is free.
    """

    plan: str
    complexity: int = 0
    task: str = "other"
    confidence: float = 1.0
    personal_data: bool = False
    prompt_tokens: int = 0
    rung_min: int | None = None
    rung_pinned: int | None = None
    slot_pinned: str | None = None
    strict_privacy: bool = False
    allow_training: bool = False
    down: frozenset[str] = frozenset()
    allowance_microusd: int | None = None
    free_only: bool = False
    seed: str = ""
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why this route: what was seen in the message, which policy, in plain words."""

    complexity: int
    task: str
    confidence: float
    policy: str
    why: str


@dataclass(frozen=True, slots=True)
class Skip:
    """A model that could have been a candidate, and what stood in its way."""

    model: str
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class Route:
    """Who answers, and who does when that fails.

    Attributes:
        rung: the place of `slot` among all slots, 0 for the weakest.
        slot: what the policy wanted; the first candidate may come from elsewhere
            when that slot is down.
        candidates: the models in the order in which they are asked; never empty.
        credits: the price promised: never more than the wanted slot's own price,
            because what happens when a model is down is on the house.
        worst_case_microusd: what all candidates together can cost.
        propensity: the probability with which the policy chose this slot.
        max_tokens: upper bound of the answer's length.
        explored: whether the slot was drawn and not chosen by rule.
        emergency: whether the emergency part of the budget may pay.
        skipped: who was passed over and why.
        signals: what the message showed, for the record.
        text_chars: length of the message, for the record.
    """

    rung: int
    slot: str
    candidates: tuple[Model, ...]
    credits: int
    worst_case_microusd: int
    reason: Reason
    propensity: float
    max_tokens: int
    explored: bool = False
    emergency: bool = False
    skipped: tuple[Skip, ...] = ()
    signals: "Signals | None" = None
    text_chars: int = 0


@dataclass(frozen=True, slots=True)
class Purse:
    """What may still be reserved today, micro-dollars.

    Attributes:
        paid_microusd: for everything: the cap less its emergency part and what is
            spent or reserved.
        emergency_microusd: for the emergency policy: the cap less what is spent or
            reserved.
    """

    paid_microusd: int
    emergency_microusd: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What "Get better response" would do next.

    Attributes:
        upgrade: a higher plan would offer a stronger model here.
    """

    available: bool
    credits: int | None = None
    slot: str | None = None
    upgrade: bool = False

    def body(self) -> dict[str, bool | int | str]:
        """Return the offer as the protocol's `better` object."""
        if self.credits is None or self.slot is None:
            return {"available": False, "upgrade": self.upgrade}
        return {
            "available": self.available,
            "credits": self.credits,
            "slot": self.slot,
            "upgrade": self.upgrade,
        }


@dataclass(frozen=True, slots=True)
class _Start:
    """Where the answer begins, and why."""

    slot: str
    why: str
    propensity: float = 1.0
    explored: bool = False


def choose(policy: Policy, lineup: Lineup, ask: Ask) -> Route:
    """Return the route for `ask`.

    Raises:
        PolicyError: the policy has no such plan.
        LadderTop: no rung of the plan is as high as `rung_min`.
        SlotForbidden: the pinned slot is not on the plan's ladder.
        BudgetReached: the model to be asked first does not fit the allowance.
        NoModelAvailable: nobody is left.
    """
    if ask.demo:
        return _demo_route(policy, lineup, ask)
    plan = policy.plan(ask.plan)
    ladder = _ladder(plan, lineup)
    if not ladder:
        raise NoModelAvailable("no model is configured for this plan")
    start = _start(plan, ladder, lineup, ask)
    wanted = list(_wanted(start, plan, lineup, ask))
    candidates, skipped, worst_case_microusd = _admit(wanted, policy, lineup, ask)
    if not candidates and any(skip.obstacle == "down" for skip in skipped):
        # Everybody is down: ask all the same. Whoever is up again answers, and if
        # nobody is, the answer fails where it can be retried, in the conversation.
        hopeful = replace(ask, down=frozenset())
        candidates, _, worst_case_microusd = _admit(wanted, policy, lineup, hopeful)
    if not candidates:
        raise _nobody(skipped)
    usual = lineup.filled[start.slot][0]
    return Route(
        rung=lineup.rung(start.slot),
        slot=start.slot,
        candidates=candidates,
        credits=min(usual.credits, candidates[0].credits),
        worst_case_microusd=worst_case_microusd,
        reason=_reason(policy, ask, start.why + _detour(usual, candidates[0], skipped)),
        propensity=start.propensity,
        max_tokens=policy.max_tokens,
        explored=start.explored,
        skipped=skipped,
    )


def choose_within(
    purse: Purse, live: Policy, emergency: Policy, lineup: Lineup, ask: Ask
) -> Route:
    """Return the best route that today's budget pays for.

    First the live policy with the paid part; when that is spent, the emergency
    policy with what is left of the cap; then only models that cost nothing.

    Raises:
        BudgetReached: none of these can answer.
        LadderTop, SlotForbidden, NoModelAvailable, PolicyError: as `choose`.
    """
    full = replace(ask, allowance_microusd=purse.paid_microusd)
    try:
        return choose(live, lineup, full)
    except BudgetReached as error:
        spent = error
    frugal = replace(ask, allowance_microusd=purse.emergency_microusd, seed="")
    free = replace(frugal, free_only=True)
    for policy, limited in ((emergency, frugal), (live, free)):
        try:
            route = choose(policy, lineup, limited)
        except RoutingError:  # what stands in the way is the budget, so say that
            continue
        why = f"today's budget is nearly spent: {route.reason.why}"
        return replace(
            route,
            emergency=not limited.free_only,
            reason=replace(route.reason, why=why),
        )
    raise spent


def direct(model: Model, policy: Policy, ask: Ask) -> Route:
    """Return the route of somebody with an own key: that model, at no price here.

    Raises:
        NoModelAvailable: the prompt holds personal data that must not go there.
    """
    own = replace(model, credits=0, prices=(Price(0, 0),))
    if obstacle := _privacy_obstacle(own, ask):
        raise _nobody((Skip(own.name, obstacle),))
    return Route(
        rung=0,
        slot=own.slot,
        candidates=(own,),
        credits=0,
        worst_case_microusd=0,
        reason=_reason(policy, ask, "your own key: straight to your provider"),
        propensity=1.0,
        max_tokens=policy.max_tokens,
    )


def better_offer(policy: Policy, lineup: Lineup, plan_name: str, rung: int) -> Offer:
    """Return what may be offered beside an answer from `rung`.

    A trial answer of the weakest slot always comes with the upgrade when the higher
    plan's ladder goes further.
    """
    plan = policy.plan(plan_name)
    above = [slot for slot in _ladder(plan, lineup) if lineup.rung(slot) > rung]
    upgrade = _upgrade(policy, lineup, plan, rung)
    if not above:
        return Offer(available=False, upgrade=upgrade)
    first = lineup.filled[above[0]][0]
    return Offer(True, first.credits, first.slot, upgrade)


def _upgrade(policy: Policy, lineup: Lineup, plan: Plan, rung: int) -> bool:
    if plan.upgrade_to is None:
        return False
    higher = policy.plan(plan.upgrade_to)
    if rung <= 0:
        return any(lineup.rung(slot) > rung for slot in higher.ladder)
    return any(lineup.rung(slot) > rung for slot in _ladder(higher, lineup))


def _ladder(plan: Plan, lineup: Lineup) -> tuple[str, ...]:
    return _distinct(plan.ladder, lineup)


def _distinct(slots: Sequence[str], lineup: Lineup) -> tuple[str, ...]:
    """Return the slots that answer for these, each once, in the same order."""
    stand_ins = (lineup.stand_ins.get(slot) for slot in slots)
    return tuple(dict.fromkeys(slot for slot in stand_ins if slot))


def _start(plan: Plan, ladder: Sequence[str], lineup: Lineup, ask: Ask) -> _Start:
    if ask.slot_pinned is not None:
        if ask.slot_pinned not in plan.ladder:
            raise SlotForbidden(f"the plan does not include {ask.slot_pinned!r}")
        return _Start(lineup.stand_ins[ask.slot_pinned], "you chose this model")
    if ask.rung_min is not None:
        for slot in ladder:
            if lineup.rung(slot) >= ask.rung_min:
                return _Start(slot, "you asked for a better answer: one step up")
        raise LadderTop(f"the ladder ends at {ladder[-1]!r}")
    if ask.rung_pinned is not None:
        reached = [slot for slot in ladder if lineup.rung(slot) <= ask.rung_pinned]
        slot = reached[-1] if reached else ladder[0]
        return _Start(slot, "you asked again: the same step")
    return _by_rule(plan, ladder, lineup, ask)


def _by_rule(plan: Plan, ladder: Sequence[str], lineup: Lineup, ask: Ask) -> _Start:
    rule = next(
        rule
        for rule in plan.start
        if rule.holds(ask.complexity, ask.confidence, ask.task)
    )
    chosen = _Start(lineup.stand_ins[rule.slot], rule.why)
    if plan.explore and ask.seed and plan.explore.covers(ask.confidence):
        open_slots = [
            slot
            for slot in ladder
            if any(_obstacle(model, ask) is None for model in lineup.filled[slot])
        ]
        if chosen.slot in open_slots and len(open_slots) > 1:
            return _explored(chosen, plan.explore, open_slots, ask.seed)
    return chosen


def _explored(
    chosen: _Start, explore: Explore, open_slots: Sequence[str], seed: str
) -> _Start:
    """Return the start, drawn at random for `explore.share` of the messages."""
    each = explore.share / len(open_slots)
    draw = fraction("explore", seed)
    slot = open_slots[int(draw / each)] if draw < explore.share else chosen.slot
    if slot == chosen.slot:
        return replace(chosen, propensity=1 - explore.share + each)
    why = "a close call: we try another model now and then, to learn which is enough"
    return _Start(slot, why, propensity=each, explored=True)


def _wanted(start: _Start, plan: Plan, lineup: Lineup, ask: Ask) -> Iterator[Model]:
    """Yield every model that may answer, in the order of the plan."""
    for slot in _order(start.slot, plan, lineup, ask):
        yield from lineup.filled[slot]


def _order(start: str, plan: Plan, lineup: Lineup, ask: Ask) -> Sequence[str]:
    """Return the slots to try: the wanted one, then what the plan says on failure.

    What stands after the wanted slot comes first, then what stands before it. A
    better answer never comes from a weaker slot, a pinned one from no other.
    """
    if ask.slot_pinned is not None:
        return (start,)
    rest = [slot for slot in _distinct(plan.on_failure, lineup) if slot != start]
    rung = lineup.rung(start)
    stronger = [slot for slot in rest if lineup.rung(slot) > rung]
    if ask.rung_min is not None:
        return (start, *stronger)
    weaker = [slot for slot in rest if lineup.rung(slot) < rung]
    return (start, *stronger, *weaker)


def _admit(
    wanted: Sequence[Model], policy: Policy, lineup: Lineup, ask: Ask
) -> tuple[tuple[Model, ...], tuple[Skip, ...], int]:
    """Return the candidates, those skipped, and what all candidates can cost.

    Raises:
        BudgetReached: the model to be asked first does not fit the allowance.
    """
    candidates: dict[str, Model] = {}
    skipped: dict[str, Skip] = {}
    providers: dict[str, set[str]] = {}
    total = 0
    for model in wanted:
        asked = providers.setdefault(model.slot, set())
        full = model.provider in asked or len(asked) == PROVIDERS_PER_SLOT
        if model.name in candidates or model.name in skipped or full:
            continue
        obstacle = _obstacle(model, ask)
        if obstacle is None:
            cost = worst_case(model, ask.prompt_tokens, policy.max_tokens, lineup.day)
            if _too_dear(cost, total, ask):
                if not candidates and not ask.free_only:
                    raise BudgetReached(f"{model.label} does not fit today's budget")
                obstacle = "budget"
        if obstacle is not None:
            skipped[model.name] = Skip(model.name, obstacle)
            continue
        asked.add(model.provider)
        candidates[model.name] = model
        total += cost
    return tuple(candidates.values()), tuple(skipped.values()), total


def _too_dear(cost: int, total: int, ask: Ask) -> bool:
    if cost == 0:
        return False
    if ask.free_only:
        return True
    allowance = ask.allowance_microusd
    return allowance is not None and total + cost > allowance


def _obstacle(model: Model, ask: Ask) -> Obstacle | None:
    if model.name in ask.down:
        return "down"
    if obstacle := _privacy_obstacle(model, ask):
        return obstacle
    # The bound counts bytes; a token of real text is several.
    if ask.prompt_tokens > model.context_tokens * TYPICAL_BYTES_PER_TOKEN:
        return "context"
    return None


def _privacy_obstacle(model: Model, ask: Ask) -> Obstacle | None:
    if not ask.personal_data:
        return None
    if model.trains != "no" and not ask.allow_training:
        return "trains"
    if ask.strict_privacy and model.retention_days != 0:
        return "retains"
    return None


def _nobody(skipped: Sequence[Skip]) -> NoModelAvailable:
    """Return the refusal when nobody is left, in words that say what to do."""
    if any(skip.obstacle in ("trains", "retains") for skip in skipped):
        return NoModelAvailable(
            "the message holds personal data, and no model may see it under your "
            "privacy settings"
        )
    return NoModelAvailable("no model can answer this")


def _detour(usual: Model, first: Model, skipped: Sequence[Skip]) -> str:
    """Return why somebody else than the usual model is asked first, if so."""
    for skip in skipped:
        if skip.model == usual.name != first.name:
            return f"; {first.label} stands in, because {WORDS[skip.obstacle]}"
    return ""


def _reason(policy: Policy, ask: Ask, why: str) -> Reason:
    return Reason(ask.complexity, ask.task, ask.confidence, policy.label, why)


def _demo_route(policy: Policy, lineup: Lineup, ask: Ask) -> Route:
    """Return the demo coach, free, for somebody who asked for it."""
    for slot, models in lineup.demo.items():
        guide = replace(models[0], credits=0)
        return Route(
            rung=lineup.rung(slot),
            slot=slot,
            candidates=(guide,),
            credits=0,
            worst_case_microusd=0,
            reason=_reason(policy, ask, "you chose to go on with the demo coach"),
            propensity=1.0,
            max_tokens=policy.max_tokens,
        )
    raise NoModelAvailable("the demo coach is switched off")
