"""Follow a conversation message by message; the state is derived, never kept."""

import re
from collections.abc import Mapping
from dataclasses import replace

from routing.core.messages import Prompt
from routing.providers.guide.book import Kind, Slot
from routing.providers.guide.gist import goal_in
from routing.providers.guide.plain import plain, shortened
from routing.providers.guide.reading import Reading, read
from routing.providers.guide.shelf import (
    LANGUAGES,
    book_of,
    plan_openings,
    slots_of_labels,
    slots_of_questions,
)
from routing.providers.guide.story import Story
from routing.providers.guide.telling import TELLS, told

ASIDES: frozenset[Kind] = frozenset(
    ("confused", "why", "identity", "credits", "privacy", "account", "help", "recap",
     "code", "link", "wordless", "gibberish", "foreign", "greeting", "thanks",
     "knowledge", "advice", "writing", "ideas", "expert")
)  # fmt: skip
"""Kinds that leave the question of the coach standing."""

_CAN_BE_EMPTY: tuple[Slot, ...] = (
    "measure", "obstacle", "tried", "bright", "more", "choice", "hurdle", "boost",
    "adjust", "after",
)  # fmt: skip
"""What a plain "no" or "nothing" answers: there is none, so ask no more."""

_LINE_OF_A_PLAN = re.compile(r"^- \*\*(.{1,60}?) ?:\*\* (.+)$", re.MULTILINE)
_LONGEST_LINE = 40
"""Words of a plan's line that are remembered from an answer of the past."""


def heard(prompt: Prompt) -> Story:
    """Read a whole prompt; messages of the system are none of the coach's business."""
    story = Story(book_of(LANGUAGES[0]))
    for message in prompt:
        if message.role == "assistant":
            story = _after_answer(story, message.text)
        elif message.role == "user":
            story = _after_message(story, message.text)
    return story


def _after_answer(story: Story, text: str) -> Story:
    """Note what was asked for; an answer that is not the coach's asks for nothing."""
    slot = _asked_in(text)
    planned = any(line in text for line in plan_openings())
    return replace(
        story,
        said={**_remembered(text), **story.said},
        question=slot,
        asked=(*story.asked, slot) if slot else story.asked,
        planned=story.planned or planned or slot == "adjust",
        met=story.met or slot is not None,
        past=f"{story.past}\n{text}",
    )


def _asked_in(text: str) -> Slot | None:
    if "?" not in text:
        return None
    questions = slots_of_questions().items()
    return next((slot for question, slot in questions if question in text), None)


def _remembered(text: str) -> Mapping[Slot, str]:
    """Return the lines of a plan in an answer, for a history that begins after them."""
    lines = _LINE_OF_A_PLAN.findall(text)
    labels = slots_of_labels()
    return {
        labels[label]: shortened(plain(said), words=_LONGEST_LINE, chars=300)
        for label, said in lines
        if label in labels and labels[label] != "confidence"
    }


def _after_message(story: Story, text: str) -> Story:
    reading = read(text, story.book, met=story.met)
    if _opens_new_topic(story, reading):
        story = Story(
            story.book,
            kinds=story.kinds,
            left=story.said.get("goal", ""),
            met=story.met,
            past=story.past,
        )
    story = replace(
        story,
        book=reading.book,
        latest=reading,
        heart=None,
        news={},
        left=story.left if reading.kind == "topic" else "",
        kinds=(*story.kinds, reading.kind),
    )
    if story.question and _ends_the_question(reading.kind, story.question):
        return replace(story, dropped=story.dropped | {story.question})
    if reading.kind in ASIDES and story.asked:
        story = replace(story, asked=story.asked[:-1])
    return told(story, reading) if reading.kind in TELLS else story


def _ends_the_question(kind: Kind, slot: Slot) -> bool:
    """Say whether the message means that there is no more to say to a question."""
    if kind in ("skip", "repeated"):
        return True
    if kind == "no":
        return slot in _CAN_BE_EMPTY
    return slot == "adjust" and kind in ("yes", "unsure", "thanks")


def _opens_new_topic(story: Story, reading: Reading) -> bool:
    """Say whether the message leaves the goal of the story for another one."""
    if reading.kind == "topic":
        return True
    if not story.planned or story.question != "after":
        return False
    wish = set(goal_in(reading.text, reading.book).lower().split())
    known = set(story.said.get("goal", "").lower().split())
    return bool(wish) and not wish & known
