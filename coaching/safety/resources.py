"""Where people find help, by country; data with the day each entry was checked."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

ResourceKind = Literal["suicide", "abuse", "emergency", "directory"]

RESOURCES = Path(__file__).with_name("resources.toml")

# The countries whose help is offered when only the language is known.
SPOKEN_IN = {
    "en": ("US", "GB", "CA", "IE", "AU", "NZ"),
    "es": ("ES", "MX", "AR", "US"),
    "de": ("DE", "AT", "CH"),
    "fr": ("FR", "BE", "CH", "CA"),
}


@dataclass(frozen=True, slots=True)
class Resource:
    """One place to turn to.

    Attributes:
        country: ISO 3166 code, empty for everywhere.
        also: more numbers of the same place.
        text: where to text, or what to text where.
        checked_on: when it was last compared with `source`; None: never.
    """

    kind: ResourceKind
    name: str
    country: str = ""
    phone: str = ""
    also: str = ""
    text: str = ""
    url: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    checked_on: date | None = None
    source: str = ""

    @property
    def confirmed(self) -> bool:
        """Whether somebody has compared it with a page that names it."""
        return self.checked_on is not None

    @property
    def note(self) -> str:
        """Say in English how to reach it and how sure we are."""
        facts = (
            self.hours,
            self.also and f"also {self.also}",
            self.text and f"text {self.text}",
            self.url if self.phone else "",
            "" if self.confirmed else "not checked by us yet",
        )
        return " · ".join(fact for fact in facts if fact)


def resources_for(country: str | None) -> tuple[Resource, ...]:
    """Return the help of a country, then what is there for everybody.

    An unknown country has only what is there for everybody.
    """
    everywhere = [each for each in _all() if not each.country]
    local = [each for each in _all() if country and each.country == country.upper()]
    if any(each.kind == "emergency" for each in local):
        everywhere = [each for each in everywhere if each.kind != "emergency"]
    return (*local, *everywhere)


def resources_in(language: str) -> tuple[Resource, ...]:
    """Return the help of every place where a language is spoken, then for everybody."""
    codes = SPOKEN_IN.get(language, SPOKEN_IN["en"])
    local = [each for code in codes for each in _all() if each.country == code]
    return (*local, *(each for each in _all() if not each.country))


def countries() -> tuple[tuple[str, str], ...]:
    """Return code and English name of every country with an entry, by name."""
    return tuple(sorted(_document()["countries"].items(), key=lambda pair: pair[1]))


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(RESOURCES.read_text(encoding="utf-8"))


@cache
def _all() -> tuple[Resource, ...]:
    """Return every entry.

    Raises:
        ValueError: if an entry is neither dated nor marked as not confirmed.
    """
    return tuple(_resource(**entry) for entry in _document()["resource"])


def _resource(confirmed: bool = True, **entry: Any) -> Resource:
    if confirmed != ("checked_on" in entry):
        raise ValueError(f"{entry['name']}: dated or not confirmed, one of the two")
    languages = tuple(entry.pop("languages", ()))
    return Resource(languages=languages, **entry)
