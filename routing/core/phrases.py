"""A phrase book: which of many phrases occur in a text, found in one pass.

Phrases are written as people say them, with a few signs:

    weigh*          a word that begins so (three letters at least)
    pros/cons       one word or the other; the line may break after a slash
    (the)           a word that may be missing
    <create>        any word of a named class
    _  ..  ...      any one word; up to 3 words; up to 12, never past a stop
    ^why            only where a clause begins
    worth it ?      only where a question ends

Case, accents and apostrophes do not count: "Qu'est-ce", "quest ce" and "QU’EST-CE"
read alike, and so do "don't" and "dont".
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from routing.core.lexicon.grammar import HOSTS, JOINTS

_TOKEN = re.compile(
    r"(?:qu|[cdjlmnst])'(?=\w)"  # French elision: j'ai is two words,
    r"|\w+(?:'\w+)*"  # but don't is one
    r"|[.!?;\n…]+"
    r"|[,:()\"]"
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_PLAIN = (
    dict.fromkeys("’‘´ʼ", "'")
    | dict.fromkeys("“”„«»", '"')
    | {
        case: unicodedata.normalize("NFD", case)[0].casefold()
        for letter in "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
        for case in (letter, letter.upper())
    }
)
_GAPS = {"_": (1, 1), "..": (0, 3), "...": (0, 12)}
_STEM = 3
_CONTINUED = re.compile(r"/\s+")
_QUESTION = "?"
_STOPS = frozenset(".!?;\n…")
_PAUSES = frozenset(',:()"')

_ENDINGS = {
    "s": ("s", "es"),
    "d": ("d", "ed"),
    "g": ("ing",),
    "e": ("e",),
    "n": ("n", "en"),
    "r": ("er",),
}
"""What an unknown word may lose, by its last letter."""
_SHORTEST = 4


def fold(text: str) -> str:
    """Return `text` without case, accents and typographic signs."""
    plain = _BEYOND_ASCII.sub(_plain, text).casefold()
    if plain.isascii():
        return plain
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))


def _plain(sign: re.Match[str]) -> str:
    return _PLAIN.get(sign[0], sign[0])


@dataclass(slots=True)
class Sentence:
    """The folded words between two stops.

    Attributes:
        starts: places where a clause begins; one may lie past the last word.
        question: whether it ends with a question mark.
    """

    words: list[str] = field(default_factory=list)
    starts: set[int] = field(default_factory=lambda: {0})
    question: bool = False


def sentences(text: str) -> list[Sentence]:
    """Split `text` into sentences that have words."""
    done: list[Sentence] = []
    current = Sentence()
    for token in _TOKEN.findall(fold(text)):
        sign = token[0]
        if sign in _STOPS:
            current.question = _QUESTION in token
            if current.words:
                done.append(current)
                current = Sentence()
        elif sign in _PAUSES:
            current.starts.add(len(current.words))
        else:
            current.words.append(_word(token) if "'" in token else token)
            if token in JOINTS:
                current.starts.add(len(current.words))
    return [*done, current] if current.words else done


def _word(token: str) -> str:
    """Return `token` without apostrophes, and "sister's" as "sister"."""
    host = token.removesuffix("'s")
    return (token if host in HOSTS else host).replace("'", "")


@dataclass(slots=True)
class _Node:
    """A place inside phrases: what may follow, and which end here."""

    after: "_After" = field(default_factory=dict)
    after_gap: dict[tuple[int, int], "_After"] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)


_After = dict[str, _Node]


class Book:
    """Labelled phrases, compiled once and never changed.

    Args:
        shelves: label -> phrases; `|` or a line end stands between two.
        classes: name -> words, the meaning of `<name>` in a phrase.

    Attributes:
        phrases: label and wording of every phrase, by its number.
    """

    def __init__(
        self, shelves: Mapping[str, str], classes: Mapping[str, str] | None = None
    ) -> None:
        self.phrases: list[tuple[str, str]] = []
        self._exact: dict[str, tuple[str, ...]] = {}
        self._stems: dict[str, tuple[tuple[str, str], ...]] = {}
        self._roots: tuple[_After, _After] = ({}, {})
        self._learn(_QUESTION, _QUESTION)
        for name, members in (classes or {}).items():
            for member in fold(members).split():
                self._learn(member, f"<{name}>")
        for label, text in shelves.items():
            for phrase in _phrases(text):
                self._add(phrase, len(self.phrases))
                self.phrases.append((label, phrase))
        for word, symbols in self._exact.items():
            self._exact[word] = (*symbols, *self._begun(word))

    def find(self, sentence: Sentence) -> set[int]:
        """Return the numbers of the phrases that occur in `sentence`."""
        said = [*sentence.words, _QUESTION] if sentence.question else sentence.words
        line = [self._symbols(word) for word in said]
        anywhere, at_start = self._roots
        found: set[int] = set()
        for place, symbols in enumerate(line):
            if symbols:
                _step(anywhere, place, line, found)
                if place in sentence.starts:
                    _step(at_start, place, line, found)
        return found

    def count(self, found: Iterable[int]) -> dict[str, int]:
        """Return how many of the phrases `found` each label has."""
        counts: dict[str, int] = {}
        for number in found:
            label = self.phrases[number][0]
            counts[label] = counts.get(label, 0) + 1
        return counts

    def _symbols(self, word: str) -> tuple[str, ...]:
        """Return how `word` may stand in a phrase; an unknown word loses its ending."""
        if (known := self._exact.get(word)) is not None:
            return known
        if begun := self._begun(word):
            return begun
        for ending in _ENDINGS.get(word[-1], ()) if len(word) > _SHORTEST else ():
            base = word.removesuffix(ending)
            if _SHORTEST <= len(base) < len(word) and base in self._exact:
                return self._exact[base]
        return ()

    def _begun(self, word: str) -> tuple[str, ...]:
        stems = self._stems.get(word[:_STEM], ())
        return tuple(symbol for stem, symbol in stems if word.startswith(stem))

    def _learn(self, word: str, symbol: str) -> None:
        if word.endswith("*"):
            stem = word[:-1]
            entries = self._stems.get(stem[:_STEM], ())
            if (stem, symbol) not in entries:
                self._stems[stem[:_STEM]] = (*entries, (stem, symbol))
        elif symbol not in self._exact.get(word, ()):
            self._exact[word] = (*self._exact.get(word, ()), symbol)

    def _add(self, phrase: str, number: int) -> None:
        anywhere, at_start = self._roots
        first = at_start if phrase.startswith("^") else anywhere
        for parts in _spellings(phrase.removeprefix("^")):
            node = _Node()
            after = first
            for part in parts:
                if part in _GAPS:
                    after = node.after_gap.setdefault(_GAPS[part], {})
                else:
                    node = after.setdefault(self._known(part), _Node())
                    after = node.after
            node.ends.append(number)

    def _known(self, part: str) -> str:
        if not part.startswith("<"):
            self._learn(part, part)
        return part


_Line = list[tuple[str, ...]]
"""The symbols of a sentence, word by word."""


def _walk(node: _Node, here: int, line: _Line, found: set[int]) -> None:
    """Add the phrases that go on from `node` at `here`."""
    if node.ends:
        found.update(node.ends)
    if here < len(line):
        if node.after:
            _step(node.after, here, line, found)
        for (least, most), after in node.after_gap.items():
            for place in range(here + least, min(here + most + 1, len(line))):
                _step(after, place, line, found)


def _step(after: _After, place: int, line: _Line, found: set[int]) -> None:
    """Add the phrases that go on with the word at `place`."""
    for symbol in line[place]:
        if (node := after.get(symbol)) is not None:
            _walk(node, place + 1, line, found)


def _phrases(text: str) -> Iterator[str]:
    whole = _CONTINUED.sub("/", fold(text))
    for phrase in whole.replace("|", "\n").splitlines():
        if phrase.strip():
            yield " ".join(phrase.split())


def _spellings(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield each way to read `a/b (c) d`."""
    choices = [
        ("", *part[1:-1].split("/")) if part.startswith("(") else part.split("/")
        for part in phrase.split()
    ]
    for choice in product(*choices):
        if parts := tuple(part for part in choice if part):
            yield parts
