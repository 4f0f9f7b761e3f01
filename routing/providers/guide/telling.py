"""Take from one message what it tells: the answer to the question, and more."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from routing.providers.guide.book import STAGE_OF, Book, Kind, Slot
from routing.providers.guide.clauses import is_a_feeling
from routing.providers.guide.gist import (
    MOST_OF_A_WAY,
    Gist,
    caught_by,
    gist_of,
    goal_in,
    options_in,
    said_back,
    step_in,
    summed_up,
    time_in,
    wish_in,
)
from routing.providers.guide.plain import sentences
from routing.providers.guide.reading import Reading, number_in
from routing.providers.guide.story import Story

MOST_OPTIONS = 6

LONGEST_CHOICE = 18
LONGEST_TIME = 4
"""Words; a longer answer to "when" that names no time is none."""

_MOSTLY = 0.5

ANSWERS: frozenset[Kind] = frozenset(("statement", "number"))
"""Kinds that answer the question before them."""

TELLS: frozenset[Kind] = ANSWERS | {"advice", "writing", "ideas", "expert", "topic"}
"""Kinds that can tell something unasked, such as a goal."""

_News = dict[Slot, str]


def told(story: Story, reading: Reading) -> Story:
    """Return the story with what its latest message tells."""
    heart = gist_of(reading.text, reading.book)
    found = _volunteered(story, reading) | _answer(story, reading, heart)
    news = {slot: said for slot, said in found.items() if said}
    known = " ".join(story.options)
    named = [way for way in _options(story, reading) if way not in known]
    options = (*story.options, *named)[:MOST_OPTIONS]
    said = {**story.said, **news, **_listing(options, story.book)}
    return replace(
        story,
        said=said,
        news=news | _listing(named, story.book),
        options=options,
        options_before=len(story.options),
        heart=heart,
        told=(*story.told, heart) if heart else story.told,
        texts=(*story.texts, reading.text),
        commissioned=story.commissioned or reading.kind == "writing",
    )


def _listing(options: Sequence[str], book: Book) -> _News:
    if not options:
        return {}
    *most, last = options
    listed = f"{', '.join(most)}{book.saying.conjunction}{last}" if most else last
    return {"options": listed}


def _volunteered(story: Story, reading: Reading) -> _News:
    """Return what is told unasked: a goal, an attempt, an obstacle, a step."""
    text, book, known = reading.text, reading.book, story.said
    found: _News = {}
    if "goal" not in known:
        found["goal"] = goal_in(text, book)
    if "tried" not in known:
        found["tried"] = caught_by(book.hearing.tried, text, book)
    if "obstacle" not in known:
        found["obstacle"] = caught_by(book.hearing.hindered, text, book)
    acts = story.stage not in ("goal", "reality") and "goal" in known
    if acts and "step" not in known and book.hearing.will.search(text):
        found |= _step(story, reading)
    if "step" in known and "when" not in known:
        found["when"] = time_in(text, book)
    return found


def _answer(story: Story, reading: Reading, heart: Gist | None) -> _News:
    """Return what the message says to the question that was asked before it."""
    slot = story.question
    if reading.kind not in ANSWERS or slot is None or slot in _OPEN:
        return {}
    if STAGE_OF[slot] in ("options", "will") and _is_only_a_time(reading):
        return {"when": time_in(reading.text, reading.book)}
    if reading.kind == "number":
        return _confidence(story, reading) if story.stage == "will" else {}
    if slot in _READERS:
        return _READERS[slot](story, reading)
    if story.stage == "reality" and _tells_something_else(reading):
        return {}
    return {slot: summed_up(reading.text, reading.book, heart)}


def _goal(_: Story, reading: Reading) -> _News:
    return {
        "goal": goal_in(reading.text, reading.book)
        or wish_in(reading.text, reading.book)
    }


def _choice(story: Story, reading: Reading) -> _News:
    """Return the option that is meant, also by "the second one"."""
    for ordinal, place in reading.book.hearing.ordinals.items():
        if ordinal in reading.text.lower() and place < len(story.options):
            return {"choice": story.options[place]}
    named = options_in(reading.text, reading.book)
    if named or reading.length > LONGEST_CHOICE:
        return {"choice": next(iter(named), "")}
    return {"choice": said_back(reading.text, reading.book)}


def _step(_: Story, reading: Reading) -> _News:
    text, book = reading.text, reading.book
    if _is_a_list(reading) or (book.saying.turned and is_a_feeling(text)):
        return {}
    step = step_in(text, book)
    said = "" if book.hearing.vague.fullmatch(step) else step
    return {"step": said, "when": time_in(text, book)}


def _time(_: Story, reading: Reading) -> _News:
    """Return when it will be, or the step once more when no time is named."""
    text, book = reading.text, reading.book
    named = time_in(text, book)
    if not named and book.hearing.will.search(text):
        return {"step": step_in(text, book)}
    brief = reading.length <= LONGEST_TIME
    return {"when": named or (said_back(text, book) if brief else "")}


def _confidence(_: Story, reading: Reading) -> _News:
    number = number_in(reading.text, reading.book)
    return {} if number is None else {"confidence": str(number)}


def _corrections(story: Story, reading: Reading) -> _News:
    """Return what the person changes in the plan."""
    willing = reading.book.hearing.will.search(reading.text)
    changed = _step(story, reading) if willing else {}
    return {**changed, "when": time_in(reading.text, reading.book)}


_OPEN: tuple[Slot, ...] = ("topic", "options", "more", "after")
"""Questions whose answers are taken up elsewhere, or by nothing."""

_READERS: Mapping[Slot, Callable[[Story, Reading], _News]] = {
    "goal": _goal,
    "choice": _choice,
    "step": _step,
    "when": _time,
    "confidence": _confidence,
    "adjust": _corrections,
}


def _options(story: Story, reading: Reading) -> tuple[str, ...]:
    """Return the ways forward that the message names."""
    text, book = reading.text, reading.book
    if reading.kind not in ANSWERS:
        return ()
    if story.question in ("options", "more"):
        return options_in("\n".join(_looking_ahead(reading)), book)
    instead_of_a_step = story.question == "step" and _is_a_list(reading)
    if "goal" not in story.said or (story.stage == "will" and not instead_of_a_step):
        return ()
    hopeful = [said for said in sentences(text) if book.hearing.may.search(said)]
    everything = [] if hopeful or not _is_a_list(reading) else [text]
    return options_in("\n".join(hopeful or everything), book)


def _looking_ahead(reading: Reading) -> list[str]:
    """Return the sentences that do not tell of an earlier attempt."""
    tried = reading.book.hearing.tried
    return [
        said
        for said in sentences(reading.text)
        if not any(pattern.search(said) for pattern in tried)
    ]


def _tells_something_else(reading: Reading) -> bool:
    """Say whether the message names a way or an attempt, whatever was asked."""
    text, book = reading.text, reading.book
    brief = reading.length <= MOST_OF_A_WAY
    hopes = bool(book.hearing.may.search(text)) and brief
    return (
        hopes or _is_a_list(reading) or bool(caught_by(book.hearing.tried, text, book))
    )


def _is_only_a_time(reading: Reading) -> bool:
    time = time_in(reading.text, reading.book)
    return len(time) > len(reading.text) * _MOSTLY


def _is_a_list(reading: Reading) -> bool:
    """Say whether the message weighs several ways rather than naming one."""
    text, book = reading.text, reading.book
    lines = text.splitlines()
    listed = len(lines) > 1 and all(
        len(line.split()) <= MOST_OF_A_WAY for line in lines
    )
    several = len(book.hearing.either.findall(text)) > 1
    weighed = listed or several or book.hearing.may.search(text)
    return bool(weighed) and len(options_in(text, book)) > 1
