"""Decide who answers. Pure: the same policy, line-up and ask give the same route."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from routing.core.admission import (
    admit,
    distinct,
    obstacle_to,
    privacy_obstacle_to,
    wanted,
)
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
from routing.core.route import Ask, Obstacle, Offer, Purse, Reason, Route, Skip

__all__ = [
    "Ask",
    "Offer",
    "Purse",
    "Reason",
    "Route",
    "Skip",
    "better_offer",
    "choose",
    "choose_within",
    "direct",
]

WORDS: dict[Obstacle, str] = {
    "down": "the usual model is down",
    "trains": "the usual model's provider may train on personal data",
    "retains": "the usual model's provider keeps what it is sent",
    "budget": "today's budget is nearly spent",
    "context": "the conversation is too long for the usual model",
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
        SlotForbidden: the pinned slot is stronger than the plan's ladder, or none.
        BudgetReached: the model to be asked first does not fit the allowance.
        NoModelAvailable: nobody is left.
    """
    if ask.demo:
        return _demo_route(policy, lineup, ask)
    plan = policy.plan(ask.plan)
    ladder = distinct(plan.ladder, lineup)
    if not ladder:
        raise NoModelAvailable("no model is configured for this plan")
    start = _start(plan, ladder, lineup, ask)
    models = wanted(start.slot, plan, lineup, ask)
    admitted = admit(models, ask, policy.max_tokens, lineup.day)
    if not admitted.candidates:
        raise _nobody(admitted.skipped)
    usual, first = models[0], admitted.candidates[0]
    why = start.why + _detour(usual, first, admitted.skipped)
    return Route(
        rung=lineup.rung(start.slot),
        slot=start.slot,
        candidates=admitted.candidates,
        credits=min(usual.credits, first.credits),
        worst_case_microusd=admitted.worst_case_microusd,
        reason=_reason(policy, ask, why),
        propensity=start.propensity,
        max_tokens=policy.max_tokens,
        explored=start.explored,
        skipped=admitted.skipped,
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
    if obstacle := privacy_obstacle_to(own, ask):
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
    above = [slot for slot in distinct(plan.ladder, lineup) if lineup.rung(slot) > rung]
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
    return any(lineup.rung(slot) > rung for slot in distinct(higher.ladder, lineup))


def _start(plan: Plan, ladder: Sequence[str], lineup: Lineup, ask: Ask) -> _Start:
    if ask.slot_pinned is not None:
        if ask.slot_pinned not in lineup.up_to(plan.ladder[-1]):
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
            if any(obstacle_to(model, ask) is None for model in lineup.filled[slot])
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
