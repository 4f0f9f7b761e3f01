"""How complex a request is: its signals times the weights of a policy, 0 to 10."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from routing.core.policy import SIGNALS, Signal
from routing.core.signals import Signals

LOWEST: Final = 0
HIGHEST: Final = 10

SEED_WEIGHTS: Final[Mapping[Signal, int]] = {
    "multi_turn": 3,
    "requires_analysis": 2,
    "requires_creativity": 2,
    "personal_data": 1,
    "long": 1,
    "simple": -2,
    "has_examples": -1,
    "faq": -2,
}
"""The weights the product was planned with; policies may bring others."""


@dataclass(frozen=True, slots=True)
class Score:
    """How complex, and why.

    Attributes:
        total: 0 to 10.
        parts: the signals that were true, with the points each brought.
    """

    total: int
    parts: tuple[tuple[Signal, int], ...] = ()


def score(signals: Signals, weights: Mapping[Signal, int] = SEED_WEIGHTS) -> Score:
    """Return the complexity of a request; a signal without a weight brings nothing."""
    parts = tuple(
        (signal, weights.get(signal, 0))
        for signal in SIGNALS
        if getattr(signals, signal)
    )
    total = sum(points for _, points in parts)
    return Score(min(max(total, LOWEST), HIGHEST), parts)
