"""Policies as data: each plan's ladder, where an answer starts, who stands in.

A document, as in `routing/policies/*.toml`:

    name = "cascade"                    # with the version it is the label "cascade@4"
    about = "what staff should know"
    max_tokens = 1024                   # upper bound of an answer's length

    [weights]                           # of the complexity score, one per signal
    multi_turn = 3                      # ... and seven more

    [plans.trial]
    ladder = ["local", "fast"]          # what quality asks for, the weakest slot first
    on_failure = ["local", "fast", "large"]   # who answers when a model is down
    upgrade_to = "growthplus"           # the plan that offers more

    [[plans.trial.start]]               # the first rule that holds gives the slot;
    slot = "local"                      # all its conditions must hold
    complexity_below = 5
    confidence_above = 0.7
    tasks = ["coaching", "advice"]
    why = "what the person is told"

    [[plans.trial.start]]               # the last rule has no condition
    slot = "fast"
    why = "..."

    [plans.trial.explore]               # optional: learn where the rules are unsure
    share = 0.1                         # of the messages whose confidence lies
    confidence = [0.65, 0.75]           # in this band

    [plans.byok]
    direct = true                       # the person's own key, straight to its provider
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, Field, TypeAdapter

from routing.core import documents
from routing.core.errors import PolicyError

Signal = Literal[
    "multi_turn",
    "requires_analysis",
    "requires_creativity",
    "personal_data",
    "long",
    "simple",
    "has_examples",
    "faq",
]
Task = Literal[
    "coaching",
    "advice",
    "motivation",
    "relationship",
    "career",
    "development_plan",
    "strategy",
    "brainstorm",
    "summary",
    "product_faq",
    "other",
]
SIGNALS: tuple[Signal, ...] = get_args(Signal)
PLANS = ("trial", "growthplus", "byok")

Weight = Annotated[int, Field(strict=True, ge=-10, le=10)]
Probability = Annotated[float, Field(ge=0, le=1)]
Level = Annotated[int, Field(strict=True, ge=1, le=10)]
Words = Annotated[str, Field(min_length=1, max_length=200)]


@dataclass(frozen=True, slots=True)
class Rule:
    """Start at `slot` when every condition given holds."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    slot: str
    why: Words
    complexity_below: Level | None = None
    confidence_above: Probability | None = None
    tasks: frozenset[Task] | None = None

    def holds(self, complexity: int, confidence: float, task: str) -> bool:
        """Return whether the rule applies to a message."""
        return (
            (self.complexity_below is None or complexity < self.complexity_below)
            and (self.confidence_above is None or confidence > self.confidence_above)
            and (self.tasks is None or task in self.tasks)
        )

    @property
    def always(self) -> bool:
        """Return whether the rule has no condition."""
        return (self.complexity_below, self.confidence_above, self.tasks) == (
            None,
            None,
            None,
        )


@dataclass(frozen=True, slots=True)
class Explore:
    """For `share` of the messages in the band, start anywhere on the ladder."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    share: Probability
    confidence: tuple[Probability, Probability]

    def covers(self, confidence: float) -> bool:
        """Return whether a message of this confidence may be explored with."""
        low, high = self.confidence
        return self.share > 0 and low <= confidence <= high


@dataclass(frozen=True, slots=True)
class Plan:
    """What one plan gets. A direct plan has nothing here: its key decides."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    ladder: tuple[str, ...] = ()
    on_failure: tuple[str, ...] = ()
    start: tuple[Rule, ...] = ()
    explore: Explore | None = None
    upgrade_to: str | None = None
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of a policy; see the module for what the parts mean."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
    weights: Mapping[Signal, Weight]
    plans: Mapping[str, Plan]
    about: str = ""
    max_tokens: Annotated[int, Field(strict=True, ge=16, le=8_192)] = 1_024
    version: Annotated[int, Field(strict=True, ge=1)] = 1

    @property
    def label(self) -> str:
        """Return name and version as people and records write them."""
        return f"{self.name}@{self.version}"

    def plan(self, name: str) -> Plan:
        """Return a plan.

        Raises:
            PolicyError: the policy has no such plan.
        """
        if name not in self.plans:
            raise PolicyError(f"plans.{name}: the policy has no such plan")
        return self.plans[name]


_POLICY: TypeAdapter[Policy] = TypeAdapter(Policy)


def parse(
    document: Mapping[str, Any], slots: Sequence[str], version: int = 1
) -> Policy:
    """Return the policy that a document describes.

    Args:
        document: see the module.
        slots: every slot of the catalogue, the weakest first.
        version: the number of this version, which a document does not carry.

    Raises:
        PolicyError: one line per fault, each beginning with its path.
    """
    if "version" in document:
        raise PolicyError("version: the version is counted, not written")
    policy = documents.read(_POLICY, {**document, "version": version})
    if faults := list(_faults(policy, slots)):
        raise PolicyError("\n".join(faults))
    return policy


def _faults(policy: Policy, slots: Sequence[str]) -> Iterator[str]:
    for signal in SIGNALS:
        if signal not in policy.weights:
            yield f"weights.{signal}: a weight is needed"
    for name in PLANS:
        if name not in policy.plans:
            yield f"plans.{name}: the plan is missing"
    for name, plan in policy.plans.items():
        faults = _direct_faults(plan) if plan.direct else _plan_faults(plan, slots)
        for fault in faults:
            yield f"plans.{name}.{fault}"
        if plan.upgrade_to is not None and (
            plan.upgrade_to == name or plan.upgrade_to not in policy.plans
        ):
            yield f"plans.{name}.upgrade_to: {plan.upgrade_to!r} is no other plan"


def _direct_faults(plan: Plan) -> Iterator[str]:
    if plan.ladder or plan.on_failure or plan.start or plan.explore:
        yield "direct: a direct plan has no ladder, rules or exploration"


def _plan_faults(plan: Plan, slots: Sequence[str]) -> Iterator[str]:
    yield from _ladder_faults(plan.ladder, slots)
    for slot in plan.on_failure:
        if slot not in slots:
            yield f"on_failure: no slot is called {slot!r}"
    if len(set(plan.on_failure)) != len(plan.on_failure):
        yield "on_failure: a slot stands there twice"
    yield from _rule_faults(plan)
    if plan.explore and plan.explore.confidence[0] > plan.explore.confidence[1]:
        yield "explore.confidence: the band ends before it begins"


def _ladder_faults(ladder: Sequence[str], slots: Sequence[str]) -> Iterator[str]:
    if not ladder:
        yield "ladder: at least one slot is needed"
    unknown = [slot for slot in ladder if slot not in slots]
    for slot in unknown:
        yield f"ladder: no slot is called {slot!r}"
    if not unknown:
        places = [slots.index(slot) for slot in ladder]
        if any(low >= high for low, high in pairwise(places)):
            yield "ladder: each slot must be stronger than the one before"


def _rule_faults(plan: Plan) -> Iterator[str]:
    if not plan.start or not plan.start[-1].always:
        yield "start: the last rule must be without condition"
    for place, rule in enumerate(plan.start):
        if rule.slot not in plan.ladder:
            yield f"start.{place}.slot: {rule.slot!r} is not on the ladder"
        if rule.always and place < len(plan.start) - 1:
            yield f"start.{place}: the rules after one without condition never apply"
