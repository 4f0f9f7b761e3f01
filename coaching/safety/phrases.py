"""A small language of phrases over folded words, and an index that finds them.

A phrase is written as words with spaces between them:

    die             this word                  di*         a word that begins so
    die|be_dead     one of these; `_` joins the words of one alternative
    <want>          one of the words of the class `want`
    honestly?       there or not (also after alternatives and classes)
    ..   ....       up to three words, up to seven words, none of them a negation
    ^   $           the sentence begins here, ends here; `$` may be an alternative
    !with|at        the next word is none of these

Matching is a walk over sets of positions: its cost is bounded by words times phrase
length whatever the text, there is no backtracking.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from coaching.safety.folding import Words, fold_words

GAPS = {"..": 3, "....": 7}
EDGES = {"^": False, "$": True}

_WELL_WRITTEN = re.compile(r"[\w'#]+\*?|\$")

Classes = Mapping[str, Sequence[str]]
Negations = frozenset[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One place of a phrase: any of some words, beginnings of words or word groups.

    Attributes:
        heads: the first words of the groups.
    """

    words: frozenset[str]
    prefixes: Words = ()
    groups: tuple[Words, ...] = ()
    heads: frozenset[str] = frozenset()
    at_end: bool = False
    optional: bool = False

    @property
    def reach(self) -> int:
        """How many words at most fill this place."""
        return max([1, *(len(group) for group in self.groups)])

    def after(self, words: Words, at: int, _: Negations) -> Iterator[int]:
        """Yield where the sentence goes on when this place was filled from `at`."""
        if self.optional:
            yield at
        yield from self.fillings(words, at)

    def fillings(self, words: Words, at: int) -> Iterator[int]:
        """Yield where each filling of this place from `at` ends."""
        if at == len(words):
            if self.at_end:
                yield at
            return
        word = words[at]
        if word in self.words or (self.prefixes and word.startswith(self.prefixes)):
            yield at + 1
        if word in self.heads:
            for group in self.groups:
                if words[at : at + len(group)] == group:
                    yield at + len(group)

    def telling(self) -> tuple[str, ...]:
        """Return words (`x*` for beginnings) one of which every filling contains."""
        beginnings = (f"{prefix}*" for prefix in self.prefixes)
        return (*self.words, *beginnings, *(group[-1] for group in self.groups))


@dataclass(frozen=True, slots=True)
class Barred:
    """The next word must be none of these; fills nothing."""

    choice: Choice
    reach: int = 0

    def after(self, words: Words, at: int, _: Negations) -> Iterator[int]:
        """Yield `at` unless a barred word stands there."""
        if not any(True for _end in self.choice.fillings(words, at)):
            yield at


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `reach` words that do not matter, but no negation."""

    reach: int

    def after(self, words: Words, at: int, negations: Negations) -> Iterator[int]:
        """Yield every place that the gap may end."""
        yield at
        for end in range(at, min(at + self.reach, len(words))):
            if words[end] in negations:
                return
            yield end + 1


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning or the end of a sentence."""

    end: bool
    reach: int = 0

    def after(self, words: Words, at: int, _: Negations) -> Iterator[int]:
        """Yield `at` if the edge is there."""
        if at == (len(words) if self.end else 0):
            yield at


Place = Choice | Barred | Gap | Edge


@dataclass(frozen=True, slots=True)
class Span:
    """Where a phrase was found: words[start:end]."""

    start: int
    end: int


@dataclass(frozen=True)
class Phrase:
    """One line of a lexicon, parsed, with the family it speaks for."""

    family: str
    places: tuple[Place, ...]

    def match(self, words: Words, start: int, negations: Negations) -> Span | None:
        """Return the longest match that begins at `start`."""
        ends = {start}
        for place in self.places:
            ends = {end for at in ends for end in place.after(words, at, negations)}
            if not ends:
                return None
        return Span(start, max(ends))

    @cached_property
    def required(self) -> tuple[tuple[int, Choice], ...]:
        """The places that every match fills, each with its number."""
        return tuple(
            (number, place)
            for number, place in enumerate(self.places)
            if isinstance(place, Choice) and not place.optional and not place.at_end
        )

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Sets of words each of which a sentence shares, if it has this phrase."""
        return tuple(
            frozenset(place.telling())
            for _, place in self.required
            if not place.prefixes
        )

    def possible(self, present: frozenset[str]) -> bool:
        """Tell whether a sentence with these words can have this phrase at all."""
        return all(not present.isdisjoint(needed) for needed in self.needed)

    @cached_property
    def opening(self) -> frozenset[str]:
        """Words one of which a match begins with; empty if that cannot be told."""
        first = self.places[0]
        if self.required[0][0] != 0 or not isinstance(first, Choice):
            return frozenset()
        return frozenset() if first.prefixes or first.groups else first.words

    def lead(self, number: int) -> int:
        """Return how many words at most stand before a place of a match."""
        return sum(place.reach for place in self.places[:number])


def parse(family: str, line: str, classes: Classes) -> Phrase:
    """Parse one line of the phrase language.

    Raises:
        ValueError: if it cannot be read or has no word to find it by.
    """
    phrase = Phrase(family, tuple(_place(piece, classes) for piece in line.split()))
    if not phrase.required:
        raise ValueError(f"{family}: nothing to look for in {line!r}")
    return phrase


def _place(piece: str, classes: Classes) -> Place:
    if piece in GAPS:
        return Gap(GAPS[piece])
    if piece in EDGES:
        return Edge(EDGES[piece])
    options = piece.removeprefix("!").removesuffix("?").split("|")
    choice = _choice(options, classes, optional=piece.endswith("?"))
    return Barred(choice) if piece.startswith("!") else choice


def _choice(options: Sequence[str], classes: Classes, *, optional: bool) -> Choice:
    words: set[str] = set()
    prefixes: set[str] = set()
    groups: set[Words] = set()
    for option in _expanded(options, classes):
        folded = fold_words(option.rstrip("*$").replace("_", " "))
        if len(folded) > 1:
            groups.add(folded)
        else:
            (prefixes if option.endswith("*") else words).update(folded)
    return Choice(
        frozenset(words),
        tuple(sorted(prefixes)),
        tuple(sorted(groups)),
        frozenset(group[0] for group in groups),
        at_end="$" in options,
        optional=optional,
    )


def _expanded(options: Sequence[str], classes: Classes) -> Iterator[str]:
    """Yield the options with classes replaced by what is in them."""
    for option in options:
        if not option.startswith("<"):
            if not _WELL_WRITTEN.fullmatch(option):
                raise ValueError(f"cannot read {option!r}")
            yield option
        elif option.strip("<>") in classes:
            yield from _expanded(classes[option.strip("<>")], classes)
        else:
            raise ValueError(f"no class of words is called {option}")


@dataclass(frozen=True, slots=True)
class _Entry:
    phrase: Phrase
    lead: int  # words at most before the telling word
    reach: int  # of the place of the telling word


class Index:
    """Phrases, each found by its most telling place.

    That is the place whose words the phrases share least, so that an ordinary sentence
    wakes few of them.
    """

    def __init__(self, phrases: Iterable[Phrase], negations: Negations) -> None:
        self.phrases = tuple(phrases)
        self._negations = negations
        self._entries: dict[str, list[_Entry]] = {}
        shared = Counter(
            key
            for phrase in self.phrases
            for _, place in phrase.required
            for key in place.telling()
        )
        for phrase in self.phrases:
            number, place = min(
                phrase.required,
                key=lambda pair: sum(shared[key] for key in pair[1].telling()),
            )
            entry = _Entry(phrase, phrase.lead(number), place.reach)
            for key in place.telling():
                self._entries.setdefault(key, []).append(entry)
        self._sizes = sorted({len(key) - 1 for key in self._entries if key[-1] == "*"})
        self._woken = lru_cache(maxsize=8192)(self._wake)  # single words, no messages

    def search(self, words: Words) -> Iterator[tuple[Phrase, Span]]:
        """Yield every phrase that occurs in a sentence, with each place it does."""
        present = frozenset(words)
        for at, word in enumerate(words):
            for entry in self._woken(word):
                if entry.phrase.possible(present):
                    yield from self._spans(entry, words, at)

    def _spans(
        self, entry: _Entry, words: Words, at: int
    ) -> Iterator[tuple[Phrase, Span]]:
        """Yield the matches whose telling word may be the one at `at`."""
        opening = entry.phrase.opening
        for start in range(max(0, at - entry.lead - entry.reach + 1), at + 1):
            if opening and words[start] not in opening:
                continue
            span = entry.phrase.match(words, start, self._negations)
            if span is not None:
                yield entry.phrase, span

    def _wake(self, word: str) -> tuple[_Entry, ...]:
        beginnings = (f"{word[:size]}*" for size in self._sizes if size <= len(word))
        return tuple(
            entry for key in (word, *beginnings) for entry in self._entries.get(key, ())
        )
