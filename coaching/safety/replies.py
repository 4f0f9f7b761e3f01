"""What the coach answers when it is serious: fixed words, help nearby, no model."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from coaching.safety.languages import LANGUAGES
from coaching.safety.resources import (
    Resource,
    ResourceKind,
    resources_for,
    resources_in,
)
from coaching.safety.screening import Screening

Situation = Literal["self", "abuse", "third", "indirect"]

REPLIES = Path(__file__).with_name("replies.toml")

HELPERS: dict[Situation, tuple[ResourceKind, ...]] = {
    "self": ("suicide", "directory"),
    "abuse": ("abuse", "directory"),
    "third": ("suicide", "abuse", "directory"),
    "indirect": ("suicide", "abuse", "directory"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language, and its names of the places where it is spoken."""

    texts: dict[str, str]
    places: dict[str, str]


def reply_for(screening: Screening, country: str | None, language: str) -> str:
    """Return the reply, as Markdown, to a message that screening did not pass.

    Without a country that we know, help is listed for the places where the language is
    spoken. A language that we do not write counts as English.
    """
    spoken = language[:2] if language[:2] in LANGUAGES else "en"
    words = _words(spoken)
    texts = words.texts
    situation = _situation(screening)
    near = [each for each in resources_for(country) if each.country]
    if near:
        helpers = [each for each in resources_for(country) if _fits(each, situation)]
        urgent = _lines((each for each in near if each.kind == "emergency"), words)
    else:
        everywhere = resources_in(spoken)
        helpers = [each for each in everywhere if _fits(each, situation)]
        urgent = _numbers(everywhere, words)
    paragraphs = (
        texts[f"opening_{situation}"],
        f"{texts['what_i_am']} {texts[f'now_{situation}']}",
        f"**{texts['list']}**",
        _lines(helpers, words, placed=not near),
        f"**{texts['emergency']}**",
        urgent,
        f"{texts['stay']} {texts[f'ask_{situation}']}",
    )
    return "\n\n".join(paragraphs)


def _situation(screening: Screening) -> Situation:
    if "third_person" in screening.kinds:
        return "third"
    if "abuse" in screening.kinds:
        return "abuse"
    return "self" if screening.level == "direct" else "indirect"


def _fits(resource: Resource, situation: Situation) -> bool:
    return resource.kind in HELPERS[situation]


def _lines(resources: Iterable[Resource], words: Words, *, placed: bool = False) -> str:
    return "\n".join(f"- {_line(each, words, placed=placed)}" for each in resources)


def _line(resource: Resource, words: Words, *, placed: bool) -> str:
    texts = words.texts
    ways = (
        resource.phone and f"{texts['call']} {resource.phone}",
        resource.also,
        resource.text and f"{texts['text']} {resource.text}",
        resource.url,
        resource.hours,
        "" if resource.confirmed else texts["unconfirmed"],
    )
    place = words.places.get(resource.country, "") if placed else ""
    where = f"{place}, " if place else ""
    return f"{where}**{resource.name}**: {' · '.join(way for way in ways if way)}"


def _numbers(resources: Iterable[Resource], words: Words) -> str:
    """Return the emergency numbers of several places in one line."""
    numbers = (
        f"{words.places.get(each.country, each.name)} **{each.phone}**"
        for each in resources
        if each.kind == "emergency"
    )
    return f"- {' · '.join(numbers)}"


@cache
def _words(language: str) -> Words:
    document: dict[str, dict[str, Any]] = tomllib.loads(
        REPLIES.read_text(encoding="utf-8")
    )
    texts = dict(document[language])
    return Words(places=texts.pop("places"), texts=texts)
