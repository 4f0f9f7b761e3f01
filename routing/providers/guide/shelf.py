"""Read the phrasebooks: per language, `heard.toml` and `said.toml`."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from routing.providers.guide.book import Book, Hearing, Kind, Lens, Saying, Slot
from routing.providers.guide.mirror import turned

LANGUAGES = ("en", "es", "de", "fr")

_DATA = Path(__file__).parent / "languages"
_PLAIN_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_PART = re.compile(r"<([a-z]+)>")

_Heard = dict[str, Any]
_Alternatives = Sequence[str]


@cache
def book_of(language: str) -> Book:
    """Return the phrasebook of a language, one of `LANGUAGES`."""
    folder = _DATA / language
    heard, said = (
        tomllib.loads((folder / f"{part}.toml").read_text(encoding="utf-8"))
        for part in ("heard", "said")
    )
    turning = turned if language == "en" else None
    return Book(language, _hearing(heard), _saying(said, turning))


@cache
def slots_of_questions() -> Mapping[str, Slot]:
    """Return every question of every language with what it asks for."""
    found: dict[str, Slot] = {}
    for saying in (book_of(language).saying for language in LANGUAGES):
        for table in (saying.questions, saying.gentle, *saying.special.values()):
            found |= {text: slot for slot, texts in table.items() for text in texts}
    return MappingProxyType(found)


@cache
def slots_of_labels() -> Mapping[str, Slot]:
    """Return the name of every line of a plan, in every language, with its slot."""
    books = map(book_of, LANGUAGES)
    return MappingProxyType(
        {label: slot for book in books for slot, label in book.saying.labels.items()}
    )


@cache
def plan_openings() -> tuple[str, ...]:
    """Return every line of every language that stands before a plan."""
    tables = (book_of(language).saying.lines for language in LANGUAGES)
    return tuple(
        line for lines in tables for line in (*lines["plan"], *lines["plan.thin"])
    )


def _hearing(heard: _Heard) -> Hearing:
    parts: dict[str, str] = heard["parts"]

    def found(name: str) -> re.Pattern[str]:
        return _found(heard[name], parts)

    def table(name: str) -> dict[Any, re.Pattern[str]]:
        return {key: _found(some, parts) for key, some in heard[name].items()}

    def catching(name: str) -> tuple[re.Pattern[str], ...]:
        return tuple(_catching(opening, parts) for opening in heard[name])

    return Hearing(
        stop_words=frozenset(heard["stop_words"].split()),
        small_talk=_small_talk(heard["small_talk"], heard["fillers"]),
        cues=table("cues"),
        past=found("past"),
        denial=found("denial"),
        feelings=table("feelings"),
        domains=table("domains"),
        goals=catching("goals"),
        wish_ends=_compiled(_pattern([heard["wish_ends"]], parts)),
        vague=found("vague"),
        facts=found("facts"),
        lead_ins=_compiled(rf"^(?:{_pattern(heard['lead_ins'], parts)}(?:[ ,:]+|$))+"),
        separators=_compiled(_pattern([heard["separators"]], parts)),
        either=found("either"),
        may=found("may"),
        will=found("will"),
        blank=found("blank"),
        tried=catching("tried"),
        hindered=catching("hindered"),
        when=found("when"),
        numbers=heard["numbers"],
        around_numbers=frozenset(heard["around_numbers"].split()),
        ordinals=heard["ordinals"],
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _pattern(alternatives: _Alternatives, parts: Mapping[str, str]) -> str:
    """Return one pattern of the alternatives; their groups catch nothing."""
    joined = "|".join(alternatives)
    filled = _PART.sub(lambda part: parts[part[1]], joined)
    return f"(?:{_PLAIN_GROUP.sub('(?:', filled)})"


def _found(alternatives: _Alternatives, parts: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the alternatives as whole words."""
    return _compiled(rf"(?<!\w){_pattern(alternatives, parts)}(?!\w)")


def _catching(opening: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern that catches what follows an opening, to the sentence's end."""
    return _compiled(rf"(?<!\w){_pattern([opening], parts)}[ ,:]+([^.!?;\n]+)")


def _small_talk(
    phrases: dict[Kind, str], fillers: str
) -> Mapping[Kind, re.Pattern[str]]:
    """Return, by kind, what matches a message of nothing but small talk with it."""
    listed = {kind: _listed(text) for kind, text in phrases.items()}
    phrases_of_all = [phrase for some in listed.values() for phrase in some]
    anything = _any_of([*_listed(fillers), *phrases_of_all])
    return {
        kind: _compiled(rf"(?:{anything} )*?{_any_of(some)}(?: {anything})*")
        for kind, some in listed.items()
    }


def _listed(text: str) -> list[str]:
    return [re.escape(" ".join(phrase.split())) for phrase in text.split(",")]


def _any_of(phrases: Sequence[str]) -> str:
    """Return a pattern of the phrases, the longer ones first."""
    return f"(?:{'|'.join(sorted(set(phrases), key=len, reverse=True))})"


def _saying(said: dict[str, Any], turning: Callable[[str], str] | None) -> Saying:
    return Saying(
        conjunction=said["conjunction"],
        colon=said["colon"],
        stages=said["stages"],
        labels=said["labels"],
        questions=_texts(said["questions"]),
        gentle=_texts(said["gentle"]),
        special={domain: _texts(some) for domain, some in said["special"].items()},
        lines=_texts(said["lines"]),
        lenses=_lenses(said["lenses"]),
        views=_lenses(said["views"]),
        ideas=_texts(said["ideas"]),
        glossary=said["glossary"],
        turned=turning,
    )


def _texts(table: dict[Any, list[str]]) -> dict[Any, tuple[str, ...]]:
    return {key: tuple(texts) for key, texts in table.items()}


def _lenses(table: dict[Any, list[dict[str, Any]]]) -> dict[Any, tuple[Lens, ...]]:
    return {
        key: tuple(Lens(lens["opening"], tuple(lens["points"])) for lens in lenses)
        for key, lenses in table.items()
    }
