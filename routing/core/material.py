"""What a writer brings along: a draft, quotations, a list, examples."""

import re
from collections.abc import Mapping
from typing import Literal

from routing.core.lexicon.grammar import COLLECTED
from routing.core.phrases import fold

Material = Literal["draft", "quotations", "list", "examples"]

QUOTE_CHARS = 40
"""A quotation from this length on is not the writer's own question."""
DRAFT_WORDS = 9
INTRO_CHARS = 80

_QUOTE = re.compile(r'[“„«"]([^"“”„«»]{2,4000})["”“»]')
_SINGLE_QUOTE = re.compile(r"(?<!\w)'([^'\n]{8,400})'(?!\w)")
_ITEM = re.compile(
    r"(?m)^[ \t]*(?:[-*•–]|\(?(?:\d{1,2}|[A-Ha-h])[.):]|[A-H] -)[ \t]*\S"
    r"|^[^\n.?!-]{3,40} - \S"
)
_INLINE_ITEM = re.compile(r"[\s(][1-9a-e][.)] \S")
_LABELLED = re.compile(r"(?:^|[.!?;] |\n)[A-ZÄÖÜÉ]\w{1,12}: ")
_FOR_EXAMPLE = re.compile(r"e\. ?g\.|[zZ]\. ?B\.|[pP]\. ?ej\.")
_SERIES = re.compile(r"\s[^.?!\n:,]+,[^.?!\n]+[.!\n]")


def apart(text: str) -> tuple[str, str]:
    """Return `text` without its long quotations, and these."""
    quoted = [said for said in _QUOTE.findall(text) if len(said) >= QUOTE_CHARS]
    if not quoted:
        return text, ""
    return _QUOTE.sub(_without_long, text), "\n".join(quoted)


def _without_long(quote: re.Match[str]) -> str:
    return quote[0] if len(quote[1]) < QUOTE_CHARS else '""'


def brought(text: str, said: Mapping[str, int]) -> Material | None:
    """Return the material in `text`, None when there is none.

    Args:
        text: the message.
        said: how many phrases of "example" and "not example" it has.
    """
    if _is_list(text):
        return "list"
    quotes = [quote.strip() for quote in _QUOTE.findall(text)]
    quotes += _SINGLE_QUOTE.findall(text)
    if any(len(quote.split()) >= DRAFT_WORDS for quote in quotes):
        return "draft"
    if len(quotes) > 2 or sum(" " in quote for quote in quotes) > 1:  # noqa: PLR2004
        return "quotations"
    marked = said.get("example", 0) > said.get("not example", 0)
    if marked or _FOR_EXAMPLE.search(text) or _lists_in_line(text):
        return "examples"
    return None


def _lists_in_line(text: str) -> bool:
    """Recognise "What I tried so far: a course, a mentor, a book."."""
    return any(
        _SERIES.match(text, colon.end())
        and not COLLECTED.isdisjoint(_words_before(text, colon.start()))
        for colon in re.finditer(":", text)
    )


def _words_before(text: str, place: int) -> list[str]:
    clause = re.split(r"[.:?!\n]", text[max(0, place - INTRO_CHARS) : place])[-1]
    return re.findall(r"\w+", fold(clause))


def _is_list(text: str) -> bool:
    return (
        len(_ITEM.findall(text)) > 1
        or len(_INLINE_ITEM.findall(f" {text}")) > 1
        or (": - " in text and text.count(" - ") > 1)
        or len(_LABELLED.findall(text)) > 2  # noqa: PLR2004
    )
