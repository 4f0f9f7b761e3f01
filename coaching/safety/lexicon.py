"""The families of phrases that screening looks for, read from one file a language."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from coaching.safety.languages import LANGUAGES
from coaching.safety.phrases import Index, Phrase, parse

Kind = Literal["suicide", "self_harm", "abuse", "third_person"]
Weight = Literal["direct", "indirect"]


@dataclass(frozen=True, slots=True)
class Family:
    """What one family of phrases says when one of them is found.

    Attributes:
        own: said of oneself; otherwise of somebody else.
    """

    weight: Weight
    kinds: frozenset[Kind]
    own: bool = True


def _family(weight: Weight, *kinds: Kind, own: bool = True) -> Family:
    return Family(weight, frozenset(kinds), own)


FAMILIES: Mapping[str, Family] = {
    "suicide_wish": _family("direct", "suicide"),
    "suicide_plan": _family("direct", "suicide"),
    "suicide_act": _family("direct", "suicide"),
    "self_harm": _family("direct", "self_harm"),
    "abuse": _family("direct", "abuse"),
    "third_suicide": _family("direct", "suicide", "third_person", own=False),
    "third_farewell": _family("direct", "suicide", "third_person", own=False),
    "third_harm": _family("direct", "self_harm", "third_person", own=False),
    "third_abuse": _family("direct", "abuse", "third_person", own=False),
    "suicide_pull": _family("indirect", "suicide"),
    "burden": _family("indirect", "suicide"),
    "better_without": _family("indirect", "suicide"),
    "unmissed": _family("indirect", "suicide"),
    "no_future": _family("indirect", "suicide"),
    "not_waking": _family("indirect", "suicide"),
    "passive_death": _family("indirect", "suicide"),
    "vanish": _family("indirect", "suicide"),
    "farewell": _family("indirect", "suicide"),
    "giving_away": _family("indirect", "suicide"),
    "affairs": _family("indirect", "suicide"),
    "fear_at_home": _family("indirect", "abuse"),
    "third_worry": _family("indirect", "suicide", "third_person", own=False),
}

# What colours a sentence without being a signal.
FRAMES = frozenset(
    {
        "fiction",  # something is being written or played
        "told",  # a film, a book, a song
        "study",  # a lecture, research, somebody's profession
        "past",  # long ago
        "recent",  # over, but not long
        "well_now",
        "safe_now",
        "again_now",
        "returning",
        "moving",  # house: things are given away
        "leaving",  # a job: people say goodbye
        "away",  # on a journey: not there next week
        "estate",  # a will, insurance
        "mourning",
        "sport",
        "asks",  # for practical help: who asks is making plans
    }
)

# The coach asked about risk or safety; what was answered.
ANSWERS = frozenset({"risk", "safety", "yes", "no", "unsure"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's phrases.

    Attributes:
        figures: figures of speech: said of death and harm, meant otherwise.
        negations: words that turn what follows into its opposite.
        fillers: words that may stand between a negation and what it denies.
        myself: words by which a writer speaks of themselves.
        oneself: words of what one does to oneself.
    """

    index: Index
    figures: tuple[Phrase, ...]
    negations: frozenset[str]
    fillers: frozenset[str]
    myself: frozenset[str]
    oneself: frozenset[str]


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """Return the lexicon of every language, read once.

    Raises:
        ValueError: if a file names an unknown family or a phrase cannot be read.
    """
    return tuple(_lexicon(language) for language in LANGUAGES)


@cache
def figures() -> Index:
    """Return the figures of speech of all languages."""
    negations = frozenset[str]().union(*(each.negations for each in lexicons()))
    return Index((line for each in lexicons() for line in each.figures), negations)


def _lexicon(language: str) -> Lexicon:
    path = Path(__file__).parent / "words" / f"{language}.toml"
    document: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    families = document["families"] | document["frames"] | document["answers"]
    if unknown := families.keys() - FAMILIES.keys() - FRAMES - ANSWERS:
        raise ValueError(f"{path.name}: unknown families {sorted(unknown)}")
    classes: dict[str, list[str]] = document["classes"]
    negations = frozenset(document["negations"].split())
    return Lexicon(
        Index(_phrases(families, classes), negations),
        tuple(_phrases({"figure": document["figures"]["phrases"]}, classes)),
        negations,
        frozenset(document["fillers"].split()),
        frozenset(document["myself"].split()),
        frozenset(document["oneself"].split()),
    )


def _phrases(
    families: Mapping[str, str], classes: Mapping[str, list[str]]
) -> Iterator[Phrase]:
    for family, lines in families.items():
        for line in filter(None, lines.splitlines()):
            yield parse(family, line, classes)
