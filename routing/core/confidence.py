"""How likely the small model is enough: before the call, and from its first tokens.

Both are probabilities, 0 to 1. What is said here before a call is a prior: the longer
the message the less likely, which without labels ranks better than any of our signals
(RouteLLM's outcomes on MMLU and GSM8K: length APGR 0.58 and 0.60, a complexity score
0.57 and 0.52); what makes the request harder for a small model is taken off.
"""

import math
from collections.abc import Sequence
from typing import Final

from routing.core.complexity import Score
from routing.core.signals import Signals

CERTAIN: Final = 2.2
PER_LENGTH: Final = 0.9
LENGTH_CHARS: Final = 100
PER_SQUARED_POINT: Final = 0.03
SIMPLE: Final = 0.05
KNOWN: Final = 0.3
"""The prior in log-odds: `CERTAIN` at no length; less by the logarithm of the length
and by points of complexity, which weigh more together; a little more for what is simple
(short already) and for a known answer."""

FARTHEST: Final = 30.0
"""Log-odds beyond this tell nothing more."""

NOT_DIFFICULTY: Final = frozenset({"personal_data", "long", "has_examples"})
"""Signals whose points say nothing here: sensitive is not hard, and length counts
already."""


def prior(signals: Signals, score: Score, text_chars: int, gain: float = 0.0) -> float:
    """Return the probability that the small model is enough, before any call.

    It falls with the length of the message and with its complexity. Calibrated by hand
    for coaching talk: a short simple question is near 0.9, a long complex one near 0.3.

    Args:
        signals: what the message shows.
        score: how complex it is.
        text_chars: its length, code points.
        gain: what a learned `GainModel` says of it; learning only adds to this prior.
    """
    beside = sum(points for name, points in score.parts if name in NOT_DIFFICULTY)
    points = max(score.total - beside, 0)
    return _probability(
        CERTAIN
        - PER_LENGTH * math.log1p(max(text_chars, 0) / LENGTH_CHARS)
        - PER_SQUARED_POINT * points**2
        + SIMPLE * signals.simple
        + KNOWN * signals.faq
        - gain
    )


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-min(max(log_odds, -FARTHEST), FARTHEST)))


SURE: Final = 2.4
PER_QUANTILE: Final = 0.8
PER_LOWEST: Final = 0.15
QUANTILE: Final = 0.1
LEAST_LOGPROB: Final = -20.0


def of_tokens(logprobs: Sequence[float], quantile: float = QUANTILE) -> float:
    """Return the probability that an answer is enough, from its first tokens.

    A low quantile and the minimum count, not the mean, which long easy stretches lift
    ("Language model cascades: token-level uncertainty and beyond", arXiv:2404.10136).
    The two weights are set by hand until outcomes are recorded. Without any token
    nothing is known: 0.5.

    Args:
        logprobs: natural logarithms, one per token, at most 0.
        quantile: which one counts, 0 to 1, interpolated between neighbours.
    """
    known = sorted(
        min(max(p, LEAST_LOGPROB), 0.0) for p in logprobs if not math.isnan(p)
    )
    if not known:
        return 0.5
    place = quantile * (len(known) - 1)
    below, above = known[math.floor(place)], known[math.ceil(place)]
    low = below + (above - below) * (place - math.floor(place))
    return _probability(SURE + PER_QUANTILE * low + PER_LOWEST * known[0])
