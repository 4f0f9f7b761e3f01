"""What a decision is made from, and what comes out: the ask, the route, the offer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from routing.core.catalogue import Model

if TYPE_CHECKING:
    from routing.core.signals import Signals

Obstacle = Literal["down", "trains", "retains", "budget", "context"]


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
