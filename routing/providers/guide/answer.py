"""Put an answer together: what was heard, perhaps a plan, and one question."""

from collections.abc import Iterable, Sequence
from typing import Literal
from zlib import crc32

from routing.core.messages import Prompt
from routing.providers.guide.agenda import next_slots
from routing.providers.guide.book import Slot
from routing.providers.guide.heeding import heeded
from routing.providers.guide.listening import heard
from routing.providers.guide.story import Story
from routing.providers.guide.voice import Voice

Depth = Literal["short", "deep"]

CARE = 2
"""How many messages after one about a crisis the coach offers nothing but care."""

_ENDS_CARE = ("topic", "goodbye", "identity")
_SAYS_WHO_IT_IS = ("identity", "help")


def reply(prompt: Prompt, depth: Depth, variant: int = 0) -> str:
    """Return the coach's answer to a prompt: the same call, the same answer.

    Args:
        prompt: the conversation, oldest first; messages of the system are ignored.
        depth: "short" is a reflection and a question in a few sentences; "deep" names
            the stage, connects what was said and adds a closer look.
        variant: another one gives another answer, as far as there is one.
    """
    story = heard(prompt)
    spoken = "\n".join(line.text for line in prompt if line.role != "system")
    seed = crc32(spoken.encode(errors="replace"))
    voice = Voice(story, seed, deep=depth == "deep", variant=variant)
    if _needs_care(story):
        return _care(voice)
    if story.kind == "goodbye" and voice.has_fresh(_farewell(story)):
        return _goodbye(voice)
    return _turn(voice)


def _turn(voice: Voice) -> str:
    """Return an ordinary answer."""
    slots = next_slots(voice.story)
    slot, question = _question(voice, slots or ("adjust",))
    said = [*_introduction(voice), *heeded(voice, slot)]
    if voice.story.kind == "greeting":
        said.reverse()  # hello first, then who is speaking
    if not question:
        said.append(voice.line("spent", turn=len(voice.story.kinds)))
    if not slots:
        return _paragraphs(
            _heading(voice, "step"), _line(said), *_plan(voice), question
        )
    recap = _facts_after(voice, "recap") if voice.story.kind == "recap" else ()
    if not voice.deep and not recap:
        return _line((*said, question))
    look = _closer_look(voice, slot) if voice.deep else ()
    return _paragraphs(_heading(voice, slot), _line(said), *recap, *look, question)


def _question(voice: Voice, slots: Sequence[Slot]) -> tuple[Slot, str]:
    """Return the first question that is left, and what it asks for."""
    for slot in (*slots, "after"):
        question = voice.question(slot)
        if question:
            return slot, question
    return "after", ""


def _introduction(voice: Voice) -> Sequence[str]:
    """Return who is speaking, when the coach speaks for the first time."""
    story = voice.story
    known = story.met or story.kind in _SAYS_WHO_IT_IS
    return () if known else (voice.line("disclosure"),)


def _closer_look(voice: Voice, slot: Slot) -> Sequence[str]:
    """Return a small exercise or a few points of view on the question."""
    lens = voice.lens(slot)
    if lens:
        return lens.opening, _bullets(lens.points)
    return _facts_after(voice, "known")


def _plan(voice: Voice) -> Sequence[str]:
    """Return the person's own words as a plan."""
    complete = {"goal", "step"} <= voice.story.said.keys()
    plan = _facts_after(voice, "plan" if complete else "plan.thin")
    return (*plan, *_closer_look(voice, "adjust")) if voice.deep else plan


def _facts_after(voice: Voice, occasion: str) -> Sequence[str]:
    """Return what is known as a list in the order of a plan, with its introduction."""
    known = (slot for slot in voice.saying.labels if slot in voice.story.said)
    facts = [voice.fact(slot) for slot in known]
    return (voice.line(occasion), _bullets(facts)) if facts else ()


def _needs_care(story: Story) -> bool:
    """Say whether the latest message or one just before it tells of a crisis."""
    return "crisis" in story.kinds[-1 - CARE :] and story.kind not in _ENDS_CARE


def _care(voice: Voice) -> str:
    """Return a pointer to people who can help; a crisis is no time for coaching."""
    kinds, lines = voice.story.kinds, voice.saying.lines
    turn = len(kinds) - kinds.index("crisis")
    cares, asks = lines["crisis"], lines["crisis.question"]
    care = cares[turn % len(cares)]
    ask = asks[(turn + turn // len(cares)) % len(asks)]
    if not voice.deep:
        return _line((care, ask))
    steps = voice.saying.lenses["care"][0]
    return _paragraphs(care, steps.opening, _bullets(steps.points), ask)


def _goodbye(voice: Voice) -> str:
    """Return a farewell, which asks for nothing."""
    step = voice.story.said.get("step", "")
    farewell = voice.line(_farewell(voice.story), step=step)
    said = _line((*_introduction(voice), farewell))
    if not voice.deep:
        return said
    return _paragraphs(_heading(voice, "after"), said, *_closer_look(voice, "after"))


def _farewell(story: Story) -> str:
    return "goodbye.plan" if "step" in story.said else "goodbye"


def _heading(voice: Voice, slot: Slot) -> str:
    return f"**{voice.stage_name(slot)}**" if voice.deep else ""


def _line(sentences: Iterable[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _paragraphs(*blocks: str) -> str:
    return "\n\n".join(block for block in blocks if block)


def _bullets(points: Iterable[str]) -> str:
    return "\n".join(f"- {point}" for point in points)
