"""A small language of phrases over folded words, and an index that finds them.

A phrase is written as words with spaces between them:

    die             this word                  di*         a word that begins so
    die|be_dead     one of these; `_` joins the words of one alternative
    <want>          one of the words of the class `want`
    honestly?       there or not (also after alternatives and classes)
    ..   ....       up to three words, up to seven words, none of them a negation
    ^   $           the sentence begins here, ends here
    !with|at        the next word is none of these

Matching is a walk over sets of positions: its cost is bounded by words times phrase
length whatever the text, there is no backtracking.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from coaching.safety.folding import fold_words

GAPS = {"..": 3, "....": 7}

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One place of a phrase: any of some words, beginnings of words or word groups."""

    words: frozenset[str]
    prefixes: Words = ()
    groups: tuple[Words, ...] = ()
    optional: bool = False
    forbidden: bool = False

    def ends(self, words: Words, at: int) -> Iterator[int]:
        """Yield where the sentence goes on after this place was filled from `at`."""
        if at < len(words):
            word = words[at]
            if word in self.words or (self.prefixes and word.startswith(self.prefixes)):
                yield at + 1
            for group in self.groups:
                if words[at : at + len(group)] == group:
                    yield at + len(group)

    def keys(self) -> Iterator[str]:
        """Yield the words (`x*` for beginnings) one of which a match must contain."""
        yield from self.words
        yield from (f"{prefix}*" for prefix in self.prefixes)
        yield from (group[-1] for group in self.groups)


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `size` words that do not matter."""

    size: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning or the end of a sentence."""

    end: bool


Place = Choice | Gap | Edge


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

    def find(
        self, words: Words, negations: frozenset[str], starts: Iterable[int]
    ) -> Iterator[Span]:
        """Yield the longest match from each of `starts`; gaps never span a negation."""
        for start in starts:
            ends = {start}
            for place in self.places:
                ends = set(_step(place, words, ends, negations))
                if not ends:
                    break
            else:
                yield Span(start, max(ends))

    @cached_property
    def reach(self) -> int:
        """How many words at most a match is long."""
        return sum(_reach(place) for place in self.places)


def _step(
    place: Place, words: Words, ends: set[int], negations: frozenset[str]
) -> Iterator[int]:
    for at in ends:
        match place:
            case Choice(forbidden=True):
                if not any(True for _ in place.ends(words, at)):
                    yield at
            case Choice():
                if place.optional:
                    yield at
                yield from place.ends(words, at)
            case Gap(size):
                yield at
                for to in range(at, min(at + size, len(words))):
                    if words[to] in negations:
                        break
                    yield to + 1
            case Edge(end):
                if at == (len(words) if end else 0):
                    yield at


def _reach(place: Place) -> int:
    match place:
        case Choice(forbidden=True) | Edge():
            return 0
        case Choice():
            return max([1, *(len(group) for group in place.groups)])
        case Gap(size):
            return size


def parse(family: str, line: str, classes: Mapping[str, Sequence[str]]) -> Phrase:
    """Parse one line of the phrase language.

    Raises:
        ValueError: if the line names an unknown class or has no word to find it by.
    """
    places = tuple(_place(token, classes) for token in line.split())
    if not any(_required(place) for place in places):
        raise ValueError(f"{family}: nothing to look for in {line!r}")
    return Phrase(family, places)


def _place(token: str, classes: Mapping[str, Sequence[str]]) -> Place:
    if token in GAPS:
        return Gap(GAPS[token])
    if token in {"^", "$"}:
        return Edge(end=token == "$")
    forbidden = token.startswith("!")
    optional = token.endswith("?")
    return _choice(
        token.strip("!?").split("|"), classes, optional=optional, forbidden=forbidden
    )


def _choice(
    options: Sequence[str],
    classes: Mapping[str, Sequence[str]],
    *,
    optional: bool,
    forbidden: bool,
) -> Choice:
    words: set[str] = set()
    prefixes: set[str] = set()
    groups: set[Words] = set()
    for option in _expanded(options, classes):
        folded = fold_words(option.rstrip("*").replace("_", " "))
        if len(folded) > 1:
            groups.add(folded)
        elif option.endswith("*"):
            prefixes.update(folded)
        else:
            words.update(folded)
    return Choice(
        frozenset(words),
        tuple(sorted(prefixes)),
        tuple(sorted(groups)),
        optional,
        forbidden,
    )


def _expanded(
    options: Sequence[str], classes: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    for option in options:
        if not option.startswith("<"):
            yield option
        elif option.strip("<>") in classes:
            yield from _expanded(classes[option.strip("<>")], classes)
        else:
            raise ValueError(f"no class of words is called {option}")


def _required(place: Place) -> bool:
    return isinstance(place, Choice) and not place.optional and not place.forbidden


class Index:
    """All phrases, found by one telling word of each.

    The telling word is the one that the phrases share least, so that an ordinary
    message wakes few of them.
    """

    def __init__(self, phrases: Iterable[Phrase], negations: frozenset[str]) -> None:
        self.phrases = tuple(phrases)
        self.negations = negations
        common = Counter(
            key
            for phrase in self.phrases
            for place in phrase.places
            if isinstance(place, Choice)
            for key in place.keys()
        )
        self._by_key: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            places = [p for p in phrase.places if isinstance(p, Choice) and _required(p)]
            rarest = min(places, key=lambda p: sum(common[key] for key in p.keys()))
            for key in rarest.keys():
                self._by_key.setdefault(key, []).append(phrase)
        self._prefix_sizes = sorted(
            {len(key) - 1 for key in self._by_key if key.endswith("*")}
        )

    def search(self, words: Words) -> Iterator[tuple[Phrase, Span]]:
        """Yield every phrase that occurs in a sentence, with each place it does."""
        seen: set[int] = set()
        for word in dict.fromkeys(words):
            for phrase in self._woken(word):
                if id(phrase) not in seen:
                    seen.add(id(phrase))
                    starts = range(len(words))
                    for span in phrase.find(words, self.negations, starts):
                        yield phrase, span

    def _woken(self, word: str) -> Iterator[Phrase]:
        yield from self._by_key.get(word, ())
        for size in self._prefix_sizes:
            yield from self._by_key.get(f"{word[:size]}*", ())
