"""Fit the weights of `wording` on labelled messages.

Run it after messages, concepts or phrases have changed; it takes some seconds:

    python -m coaching.safety.fitting tests/data/prompts/dev.jsonl \
        tests/data/prompts/more.jsonl tests/data/crisis/more.jsonl

Messages marked `"held_out": true` are left out: they are for measuring only.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coaching.safety.screening import wording_of
from coaching.safety.wording import (
    WEIGHTS,
    Weights,
    is_of_words,
    resemblance,
    share_of_words,
)

EPOCHS = 25
RATE = 0.1
BIAS_RATE = 0.05
PENALTY = 1e-3  # pulls weights that do not help to nothing
COST_OF_A_MISS = 2.0  # against a false alarm
SELDOM = 2  # a feature of fewer messages is chance
SMALLEST = 0.02  # weights below are left out


@dataclass(frozen=True, slots=True)
class Example:
    """What is to be learned from one message."""

    features: tuple[str, ...]
    crisis: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a conversation."""

    role: str
    text: str


def read(paths: Iterable[Path]) -> Iterator[Example]:
    """Yield the examples of files of labelled messages, without those held out."""
    for path in paths:
        for row in path.read_text(encoding="utf-8").splitlines():
            message = json.loads(row)
            if not message.get("held_out", False):
                history = [Line(**line) for line in message["history"]]
                features = wording_of(message["text"], history)
                yield Example(tuple(sorted(features)), message["crisis"] != "none")


def fit(examples: Sequence[Example]) -> Weights:
    """Fit by logistic regression: AdaGrad, in an order that is always the same."""
    seen = Counter(feature for each in examples for feature in each.features)
    known = {feature: 0.0 for feature, count in seen.items() if count >= SELDOM}
    squares = dict.fromkeys(known, 1e-2)
    bias = 0.0
    for epoch in range(EPOCHS):
        for example in _shuffled(examples, epoch):
            error = _error(example, Weights(bias, known))
            bias -= BIAS_RATE * error
            share = share_of_words(example.features)
            for feature in known.keys() & example.features:
                part = share if is_of_words(feature) else 1.0
                slope = error * part + PENALTY * known[feature]
                squares[feature] += slope * slope
                known[feature] -= RATE * slope / math.sqrt(squares[feature])
    kept = {
        feature: round(weight, 2)
        for feature, weight in sorted(known.items())
        if abs(weight) >= SMALLEST
    }
    return Weights(round(bias, 3), kept)


def _error(example: Example, model: Weights) -> float:
    """Return how far the model is off, above 0 for a false alarm."""
    likely = 1 / (1 + math.exp(-resemblance(example.features, model)))
    return (likely - 1) * COST_OF_A_MISS if example.crisis else likely


def _shuffled(examples: Sequence[Example], epoch: int) -> Iterator[Example]:
    """Yield the examples in an order that looks random and never changes."""
    count = len(examples)
    order = sorted(range(count), key=lambda at: (at * 7919 + epoch * 104729) % 10007)
    return (examples[at] for at in order)


def main(arguments: Sequence[str]) -> None:
    """Fit on the files named and write the weights."""
    model = fit(list(read(map(Path, arguments))))
    document = {"bias": model.bias, "features": model.features}
    WEIGHTS.write_text(
        json.dumps(document, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
