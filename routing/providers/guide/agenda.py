"""What to ask for next, by what has been told: goal, reality, options, will, plan."""

from collections.abc import Mapping

from routing.providers.guide.book import STAGE_OF, Slot
from routing.providers.guide.story import Story

MOST_ASKED: Mapping[Slot, int] = {
    "topic": 3, "goal": 3, "now": 2, "options": 2, "step": 2, "when": 2,
    "confidence": 2, "after": 99,
}  # fmt: skip
"""How often the coach asks for one thing before it leaves it; for the others once."""

ENOUGH_FACTS = 3
ENOUGH_FACTS_AFTER_MUCH = 2
MUCH = 60
"""Words of one message that have told so much that fewer questions are needed."""

MOST_ABOUT_REALITY = 4
ENOUGH_OPTIONS = 4
SURE = 8


def next_slots(story: Story) -> tuple[Slot, ...]:
    """Return what may be asked for now, the first choice first.

    Before the plan an empty answer means that the plan is due.
    """
    if story.planned:
        return ("adjust", "after") if "adjust" not in story.asked else ("after",)
    due = (*_goal(story), *_reality(story), *_options(story), *_will(story))
    open_ones = tuple(slot for slot in due if _is_open(story, slot))
    if not open_ones and not story.said and not story.options:
        return ("after",)
    return open_ones


def _goal(story: Story) -> tuple[Slot, ...]:
    if "goal" in story.said:
        return ("measure",)
    return ("goal",) if story.texts else ("topic", "goal")


def _reality(story: Story) -> tuple[Slot, ...]:
    slots: tuple[Slot, ...] = ("now", "obstacle", "tried", "bright")
    known = sum(slot in story.said for slot in slots)
    asked = sum(STAGE_OF[slot] == "reality" for slot in story.asked)
    told_much = any(len(text.split()) > MUCH for text in story.texts)
    enough = ENOUGH_FACTS_AFTER_MUCH if told_much else ENOUGH_FACTS
    is_ahead = len(story.options) > 1 or "step" in story.said
    done = is_ahead or known >= enough or asked >= MOST_ABOUT_REALITY
    return () if done else slots


def _options(story: Story) -> tuple[Slot, ...]:
    if "step" in story.said:
        return ()
    if not story.options:
        return ("options",)
    more: tuple[Slot, ...] = ("more",) if len(story.options) < ENOUGH_OPTIONS else ()
    return (*more, "choice") if len(story.options) > 1 else more


def _will(story: Story) -> tuple[Slot, ...]:
    unsure = story.confidence is not None and story.confidence < SURE
    boost: tuple[Slot, ...] = ("boost",) if unsure else ()
    return ("step", "when", "hurdle", "confidence", *boost)


def _is_open(story: Story, slot: Slot) -> bool:
    asked = story.asked.count(slot)
    return (
        slot not in story.said
        and slot not in story.dropped
        and asked < MOST_ASKED.get(slot, 1)
    )
