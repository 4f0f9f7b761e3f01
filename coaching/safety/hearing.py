"""Which families of phrases a message holds, weighed by what colours them.

The same words can be a plan, a line of a novel, a memory or a last day at work. What is
found in a sentence therefore stands only if no frame explains it: negation, a story, a
lecture, long ago, moving house.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal, Protocol

from coaching.safety.folding import Text, Words, fold
from coaching.safety.lexicon import FAMILIES, Lexicon, figures, lexicons
from coaching.safety.phrases import Span

Answer = Literal["", "yes", "no", "unsure"]
Names = frozenset[str]

REMEMBERED = 6  # user messages before the new one that still colour it
BLANK = "_"

# Frames of earlier messages that colour the new one.
LASTING = frozenset({"fiction", "leaving", "moving", "mourning", "estate"})
UNREAL = frozenset({"fiction", "study"})

# What explains a family in its own sentence, and what does anywhere in the message.
EXPLAINED_HERE = {
    "leaving": {"farewell", "suicide_plan", "third_farewell"},
    "away": {"farewell", "no_future"},
}
EXPLAINED = {
    "moving": {"giving_away"},
    "estate": {"affairs"},
    "mourning": {"farewell", "giving_away", "third_farewell", "third_worry"},
    "sport": {"abuse", "fear_at_home"},
}


class Said(Protocol):
    """One line of the conversation."""

    @property
    def role(self) -> str:
        """Who: "user" or "assistant"."""
        ...

    @property
    def text(self) -> str:
        """What."""
        ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One family of phrases found in one sentence.

    Attributes:
        to_oneself: it says what one does to oneself, in so many words.
        quoted: it stands in quotation marks.
    """

    family: str
    sentence: int
    to_oneself: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Hearing:
    """A message and its history, through one language's phrases.

    Attributes:
        found: what stands in the new message.
        before: families of the person's own that stand from earlier messages.
        frames: what colours the new message, with what lasts from earlier ones.
        answer: to the coach's question about danger, if there was one; "yes" means in
            danger, whichever way round the question was put.
    """

    found: tuple[Finding, ...]
    before: Names
    frames: Names
    answer: Answer


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message shows through one language's phrases, before it is weighed.

    Attributes:
        frames: per sentence, what colours it.
        selves: the sentences in which the writer speaks of themselves.
    """

    findings: tuple[Finding, ...]
    frames: tuple[Names, ...]
    selves: frozenset[int]

    @property
    def all_frames(self) -> Names:
        """Everything that colours some sentence of the message."""
        return frozenset(chain.from_iterable(self.frames))


def literal(text: str) -> Text:
    """Fold a message and blank its figures of speech."""
    return tuple(
        replace(sentence, words=_without_figures(sentence.words))
        for sentence in fold(text)
    )


def hear(new: Text, history: Sequence[Said]) -> tuple[Hearing, ...]:
    """Hear a message in every language; `history` is the turns before, oldest first."""
    said = [line.text for line in history if line.role == "user"][-REMEMBERED:]
    earlier = [literal(line) for line in said]
    asked = literal(history[-1].text) if history and history[-1].role != "user" else ()
    return tuple(_hear(lexicon, new, earlier, asked) for lexicon in lexicons())


def _hear(lexicon: Lexicon, new: Text, earlier: Sequence[Text], asked: Text) -> Hearing:
    reading = _read(lexicon, new)
    before, setting = _remembered([_read(lexicon, text) for text in earlier])
    found = _standing(reading, setting)
    if "safe_now" in reading.all_frames:
        found = tuple(
            each for each in found if FAMILIES[each.family].weight == "direct"
        )
        before = frozenset()
    answer = _answer(reading.all_frames, _read(lexicon, asked).all_frames)
    return Hearing(found, before, reading.all_frames | setting, answer)


def _remembered(earlier: Sequence[Reading]) -> tuple[Names, Names]:
    """Return the person's own families still standing, and the frames that last."""
    known: Names = frozenset()
    setting: Names = frozenset()
    for reading in earlier:
        setting |= reading.all_frames & LASTING
        if "safe_now" in reading.all_frames:
            known = frozenset()
        standing = _standing(reading, setting)
        known |= {each.family for each in standing if FAMILIES[each.family].own}
    return known, setting


def _answer(said: Names, asked: Names) -> Answer:
    if not asked & {"risk", "safety"}:
        return ""
    if "safe_now" in said:
        return "no"
    if "unsure" in said:
        return "unsure"
    if "no" in said:
        return "no" if "risk" in asked else "yes"
    if "yes" in said:
        return "yes" if "risk" in asked else "no"
    return ""


# Weighing


def _standing(reading: Reading, setting: Names) -> tuple[Finding, ...]:
    """Return the findings that stand when the frames have had their say."""
    frames = reading.all_frames | setting
    return tuple(
        finding
        for finding in reading.findings
        if not _elsewhere(finding, reading, frames)
        and not _long_ago(finding, reading)
        and not _explained(finding, reading, frames)
    )


def _elsewhere(finding: Finding, reading: Reading, frames: Names) -> bool:
    """Tell whether it happens in a story, a film or a lecture."""
    family = FAMILIES[finding.family]
    if reading.frames[finding.sentence] & UNREAL:
        return finding.quoted or not finding.to_oneself
    if not frames & (UNREAL | {"told"}):
        return False
    if not family.own or finding.quoted:
        return True
    return family.weight == "indirect" and finding.sentence not in reading.selves


def _long_ago(finding: Finding, reading: Reading) -> bool:
    """Tell whether it is past and has not come back."""
    near = reading.frames[max(0, finding.sentence - 1) : finding.sentence + 2]
    here = reading.frames[finding.sentence]
    if "returning" in reading.all_frames:
        return False
    if "well_now" in reading.all_frames:
        return any(frames & {"past", "recent"} for frames in near)
    return "past" in here and "again_now" not in here


def _explained(finding: Finding, reading: Reading, frames: Names) -> bool:
    """Tell whether moving house, a last day at work or a death explains it."""
    here = reading.frames[finding.sentence]
    return any(
        finding.family in families
        for frame, families in chain(EXPLAINED.items(), EXPLAINED_HERE.items())
        if frame in (frames if frame in EXPLAINED else here)
    )


# Reading


def _read(lexicon: Lexicon, text: Text) -> Reading:
    findings: list[Finding] = []
    frames: list[Names] = []
    selves: set[int] = set()
    for number, sentence in enumerate(text):
        words = sentence.words
        if not lexicon.myself.isdisjoint(words):
            selves.add(number)
        around: set[str] = set()
        for family, span in _found(lexicon, words):
            if family in FAMILIES:
                said = words[span.start : span.end]
                oneself = not lexicon.oneself.isdisjoint(said)
                findings.append(Finding(family, number, oneself, sentence.quoted))
            else:
                around.add(family)
        frames.append(frozenset(around))
    return Reading(tuple(findings), tuple(frames), frozenset(selves))


def _found(lexicon: Lexicon, words: Words) -> Iterator[tuple[str, Span]]:
    for phrase, span in lexicon.index.search(words):
        if phrase.family in FAMILIES and _negated(lexicon, words, span.start):
            continue
        yield phrase.family, span


def _negated(lexicon: Lexicon, words: Words, start: int) -> bool:
    """Tell whether a negation reaches forward to a match ("not going to ...")."""
    at = start - 1
    while at >= 0 and words[at] in lexicon.fillers:
        at -= 1
    return at >= 0 and words[at] in lexicon.negations


def _without_figures(words: Words) -> Words:
    plain = list(words)
    for _, span in figures().search(words):
        plain[span.start : span.end] = [BLANK] * (span.end - span.start)
    return tuple(plain)
