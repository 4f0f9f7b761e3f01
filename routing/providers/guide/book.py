"""The shape of a phrasebook: all that the demo coach hears and says in one language."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Stage = Literal["goal", "reality", "options", "will", "after"]

Slot = Literal[
    "topic", "goal", "measure",
    "now", "obstacle", "tried", "bright",
    "options", "more", "choice",
    "step", "when", "hurdle", "confidence", "boost",
    "adjust", "after",
]  # fmt: skip
"""What one question asks for, in the order of a GROW conversation."""

STAGE_OF: Mapping[Slot, Stage] = {
    "topic": "goal", "goal": "goal", "measure": "goal",
    "now": "reality", "obstacle": "reality", "tried": "reality", "bright": "reality",
    "options": "options", "more": "options", "choice": "options",
    "step": "will", "when": "will", "hurdle": "will", "confidence": "will",
    "boost": "will",
    "adjust": "after", "after": "after",
}  # fmt: skip

Domain = Literal[
    "text", "loss", "work", "people", "habit", "study", "money", "balance", "nerve"
]
"""What a conversation is about, where that makes another question the better one."""

Kind = Literal[
    "crisis", "wordless", "foreign", "gibberish", "code", "link", "number",
    "goodbye", "confused", "skip", "unsure", "no", "thanks", "greeting", "help", "yes",
    "repeated", "complaint", "identity", "credits", "privacy", "account",
    "recap", "topic", "why", "expert", "writing", "ideas", "advice", "knowledge",
    "statement",
]  # fmt: skip
"""What a message is, as far as the way of answering it goes."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the coach recognises in one language.

    Attributes:
        stop_words: frequent words that tell the language from the others.
        small_talk: what a message is that holds nothing else, most telling kind first.
        cues: what makes a message a kind wherever it stands, most urgent first.
        past: what takes the urgency from the cue of a crisis ("I used to ...").
        denial: what takes a feeling back before it in the clause ("not", "she").
        feelings: what names a feeling, the gravest first.
        goals: patterns whose first group is what the person wants, clearest first.
        wish_ends: what ends the words of a wish or a step ("because", ", and I").
        vague: what is too little to be a wish or a way ("it", "something").
        facts: openings of a sentence that states a fact and names no wish.
        lead_ins: words before an option or a step that are not part of it.
        separators: what stands between two options.
        either: the word between two ways ("or").
        may: what marks an option wherever it stands ("I could ...").
        will: what marks a step wherever it stands ("I will ...").
        blank: what marks that nothing comes to mind.
        tried: patterns whose first group is an earlier attempt.
        hindered: patterns whose first group is an obstacle.
        when: a phrase that names a time.
        numbers: numbers from 0 to 10 in words.
        around_numbers: words that may stand around a number and add nothing.
        ordinals: "first" and the like, with the place in a list that they mean.
    """

    stop_words: frozenset[str]
    small_talk: Mapping[Kind, re.Pattern[str]]
    cues: Mapping[Kind, re.Pattern[str]]
    past: re.Pattern[str]
    denial: re.Pattern[str]
    feelings: Mapping[str, re.Pattern[str]]
    domains: Mapping[Domain, re.Pattern[str]]
    goals: tuple[re.Pattern[str], ...]
    wish_ends: re.Pattern[str]
    vague: re.Pattern[str]
    facts: re.Pattern[str]
    lead_ins: re.Pattern[str]
    separators: re.Pattern[str]
    either: re.Pattern[str]
    may: re.Pattern[str]
    will: re.Pattern[str]
    blank: re.Pattern[str]
    tried: tuple[re.Pattern[str], ...]
    hindered: tuple[re.Pattern[str], ...]
    when: re.Pattern[str]
    numbers: Mapping[str, int]
    around_numbers: frozenset[str]
    ordinals: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Lens:
    """A closer look: an introduction and two or three points."""

    opening: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """What the coach says in one language.

    Every question is one sentence with one question mark, and none stands inside
    another, so that an answer of the past shows which question it asked.

    Attributes:
        questions: by what they ask for, the best first.
        gentle: easier ways to ask, for a person who does not know.
        special: questions that fit only what the conversation is about.
        lines: everything else, by occasion; `{words}` and the like are filled in.
        stages: names of the stages for headings.
        labels: names of the lines of a plan, in its order.
        lenses: what the deep coach adds, by what it asks for.
        views: what it adds, by what the conversation is about.
        ideas: what people often find useful, by what the conversation is about.
        glossary: the trade's own words, explained.
        conjunction: what stands before the last item of a list.
        colon: as it is set after a word.
        turned: the person's words as the coach says them; None where it can only
            quote them.
    """

    conjunction: str
    colon: str
    stages: Mapping[Stage, str]
    labels: Mapping[Slot, str]
    questions: Mapping[Slot, tuple[str, ...]]
    gentle: Mapping[Slot, tuple[str, ...]]
    special: Mapping[Domain, Mapping[Slot, tuple[str, ...]]]
    lines: Mapping[str, tuple[str, ...]]
    lenses: Mapping[Slot | Literal["any", "care"], tuple[Lens, ...]]
    views: Mapping[Domain, tuple[Lens, ...]]
    ideas: Mapping[str, tuple[str, ...]]
    glossary: Mapping[str, str]
    turned: Callable[[str], str] | None


@dataclass(frozen=True, slots=True)
class Book:
    """One language: what is heard and what is said."""

    language: str
    hearing: Hearing
    saying: Saying
