"""How much the wording of a message resembles messages that imply a crisis.

Phrases catch what people usually say; much of what implies a crisis is said in no usual
phrase. So a plain linear model adds up small weights of words, pairs of words, ideas
that several words share (also across languages), and what colours the message. The
weights are data, fitted by `fitting.py` on labelled messages.
"""

import json
import math
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from pathlib import Path

from coaching.safety.folding import Text, Words, fold_words

HERE = Path(__file__).parent
WEIGHTS = HERE / "weights.json"
CONCEPTS = HERE / "concepts.toml"

SHORT = 12  # words
LONG = 60

# What colours a message and tells plans, stories and goodbyes of everyday life from a
# crisis; the names are lexicon.FRAMES.
TELLING_FRAMES = frozenset(
    {
        "asks",
        "fiction",
        "study",
        "told",
        "leaving",
        "away",
        "moving",
        "mourning",
        "estate",
        "sport",
        "safe_now",
        "well_now",
        "past",
    }
)


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted model."""

    bias: float
    features: Mapping[str, float]


@cache
def weights() -> Weights:
    """Return the shipped weights."""
    document = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(document["bias"], document["features"])


def resemblance(features: Collection[str], model: Weights) -> float:
    """Return the log-odds that a message with these features implies a crisis.

    What is said of the whole message counts fully; the features of its words count less
    the more there are, or long messages would add up chance.
    """
    share = share_of_words(features)
    return model.bias + sum(
        model.features.get(feature, 0.0) * (share if is_of_words(feature) else 1.0)
        for feature in features
    )


def share_of_words(features: Collection[str]) -> float:
    """Return what each feature of the words counts in a message with these."""
    return 1 / math.sqrt(len(features) + 1)


def is_of_words(feature: str) -> bool:
    """Tell features of the words from features of the whole message ("@...")."""
    return not feature.startswith("@")


def features(
    text: Text, frames: Collection[str], *, in_conversation: bool
) -> frozenset[str]:
    """Return the names of what the model looks at in a folded message."""
    found = {f"@{frame}" for frame in TELLING_FRAMES.intersection(frames)}
    for sentence in text:
        found.update(_of_sentence(sentence.words))
    if any(sentence.asked for sentence in text):
        found.add("@asked")
    if text and text[-1].asked:
        found.add("@asked last")
    if in_conversation:
        found.add("@in conversation")
    length = sum(len(sentence.words) for sentence in text)
    if length < SHORT:
        found.add("@short")
    if length > LONG:
        found.add("@long")
    return frozenset(found)


def _of_sentence(words: Words) -> Iterator[str]:
    for first, second in zip(("^", *words), (*words, "$"), strict=True):
        yield f"{first} {second}"
    yield from words
    whole, _ = _dictionary()
    for pair in pairwise(words):
        yield from whole.get(pair, ())
    for word in words:
        yield from _ideas(word)


@lru_cache(maxsize=8192)
def _ideas(word: str) -> tuple[str, ...]:
    """Return the ideas of a single word, as features."""
    whole, beginnings = _dictionary()
    begun = (beginnings.get(word[:size], ()) for size in range(2, len(word) + 1))
    return tuple(chain(whole.get((word,), ()), *begun))


@cache
def _dictionary() -> tuple[dict[Words, list[str]], dict[str, list[str]]]:
    """Return the ideas of whole words or pairs, and of beginnings of words."""
    whole: dict[Words, list[str]] = {}
    beginnings: dict[str, list[str]] = {}
    for concept, line in tomllib.loads(CONCEPTS.read_text(encoding="utf-8")).items():
        feature = f"<{concept}>"
        for written in line.split():
            words = fold_words(written.rstrip("*").replace("_", " "))
            if written.endswith("*"):
                beginnings.setdefault(words[0], []).append(feature)
            else:
                whole.setdefault(words[:2], []).append(feature)
    return whole, beginnings
