"""What the strong model would add to a message: learned, as plain weights.

The label is the gain, the strong answer's quality less the weak one's, not the failure
of the weak model: where both fail, the dearer answer buys nothing. The weights are kept
by name, so that a person can read what was learned.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from routing.core.phrases import fold
from routing.core.policy import SIGNALS
from routing.core.signals import Signals

_WORD = re.compile(r"\w+|\$")
_DIGIT = re.compile(r"\d")
_NUMBER = "0"


def terms(text: str) -> frozenset[str]:
    """Return the words of `text` and its pairs of words, folded; numbers are alike."""
    words = [_DIGIT.sub(_NUMBER, word) for word in _WORD.findall(fold(text))]
    return frozenset(words) | {f"{a} {b}" for a, b in pairwise(words)}


def shape(text: str, signals: Signals) -> dict[str, float]:
    """Return what is numbered about `text`: its length, digits, lines and signals."""
    return {
        "log chars": math.log1p(len(text)),
        "log digits": math.log1p(len(_DIGIT.findall(text))),
        "lines": math.log1p(text.count("\n")),
        **{signal: float(getattr(signals, signal)) for signal in SIGNALS},
    }


@dataclass(frozen=True, slots=True)
class GainModel:
    """Weights of a learned gain; without any it is neutral and always says 0.

    Attributes:
        words: weight of each term; terms not listed weigh nothing.
        shape: weight of each number of `shape`.
        bias: what every message has.
    """

    words: Mapping[str, float] = field(default_factory=dict)
    shape: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0

    def score(self, text: str, signals: Signals) -> float:
        """Return how much is to be taken off the log-odds that the weak one is enough.

        Terms count over the root of their number, so that long texts are not louder.
        """
        total = self.bias
        if self.words and (said := terms(text)):
            heard = sum(self.words.get(term, 0.0) for term in said)
            total += heard / math.sqrt(len(said))
        if self.shape:
            numbers = shape(text, signals)
            total += sum(self.shape.get(name, 0.0) * n for name, n in numbers.items())
        return total


NEUTRAL: Final = GainModel()
