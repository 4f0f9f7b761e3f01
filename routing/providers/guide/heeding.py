"""Show the person that they were heard: feelings first, then their own words."""

import re
from collections.abc import Callable, Mapping

from routing.providers.guide.book import STAGE_OF, Kind, Slot
from routing.providers.guide.story import Story
from routing.providers.guide.voice import Voice

_FEELING_FIRST = ("statement", "unsure", "advice", "expert")
_SAID_AS_IT_IS = ("choice", "step", "when")
_CONCRETE = ("options", "more", "choice", "step", "when", "confidence", "adjust")
_LEADS_ON = ("statement", "number", "yes", "no", "unsure")
_SURE, _DOUBTFUL = 8, 5
_SHORT_CLAUSE = 3
_LONG_LINE = 90
_THEN = re.compile(
    r"[,.;]\s|\bthen\b|^(?:if|when|si|wenn|falls|quand)\b", re.IGNORECASE
)
"""What a hurdle has that comes with its answer."""


def heeded(voice: Voice, slot: Slot) -> list[str]:
    """Return a few sentences that answer what the person said.

    Args:
        voice: the manner of speaking.
        slot: what the answer is going to ask for.
    """
    feeling, noted = _feeling(voice), _noted(voice)
    connected = _connection(voice) if voice.deep else ""
    reflected = connected or ("" if noted else _reflection(voice))
    leading = "" if feeling or connected else _bridge(voice, slot)
    lingering = "" if connected else _lingering(voice, slot, noted)
    said = (feeling, noted, reflected, leading, lingering)
    return [sentence for sentence in said if sentence]


def _feeling(voice: Voice) -> str:
    reading = voice.story.latest
    if not reading or not reading.feeling or reading.kind not in _FEELING_FIRST:
        return ""
    occasion = f"feeling.{reading.feeling}"
    return voice.line(occasion) if voice.has_fresh(occasion) else ""


def _noted(voice: Voice) -> str:
    """Return a sentence that fits the kind of the message; empty to reflect it."""
    story = voice.story
    if story.question == "adjust" and story.kind in ("yes", "no", "unsure"):
        return voice.line("settled")
    if story.kind in _NOTES:
        return _NOTES[story.kind](voice)
    return voice.line(story.kind)


def _answered(voice: Voice) -> str:
    """Return a sentence on what the latest message told; empty if it told nothing."""
    news, slot = voice.story.news, voice.story.question
    if slot == "adjust" and news:
        changed = "; ".join(voice.fact(changed) for changed in news)
        return f"{voice.line('adjusted')} {changed}."
    if "confidence" in news:
        return _sureness(voice)
    occasion = _occasion(voice.story)
    words = (slot and news.get(slot)) or news.get("when")
    fields = {"goal": news.get("goal"), "options": news.get("options"), "words": words}
    return voice.line(occasion, **fields) if occasion else ""


def _occasion(story: Story) -> str:
    """Return the occasion of the line that takes up what is new; empty if none does."""
    news, slot = story.news, story.question
    if "goal" in news:
        return "goal"
    if "options" in news and story.options_before:
        return "options.more"
    if "options" in news:
        return "options" if len(story.options) > 1 else "option"
    if news.keys() == {"when"}:
        return "when"
    if slot == "hurdle":
        return slot if _THEN.search(news.get(slot, "")) else ""
    return slot if slot in _SAID_AS_IT_IS and slot in news else ""


def _sureness(voice: Voice) -> str:
    number = voice.story.confidence or 0
    level = "high" if number >= _SURE else "middle" if number >= _DOUBTFUL else "low"
    return voice.line(f"confident.{level}", number=number)


def _number(voice: Voice) -> str:
    return _answered(voice) or voice.line("number")


def _recapped(voice: Voice) -> str:
    return "" if voice.story.said else voice.line("recap.empty")


def _reflection(voice: Voice) -> str:
    """Return the person's own words; after a feeling only if they say more."""
    story = voice.story
    heart = story.heart
    if story.kind != "statement":
        return ""
    if not heart:
        return "" if _feeling(voice) else voice.line("listened")
    if _feeling(voice) and _only_feels(story, heart.words):
        return ""
    return voice.line("echo" if heart.whole else "quote", words=heart.words)


def _only_feels(story: Story, words: str) -> bool:
    """Say whether a clause names the feeling once more and hardly anything else."""
    feeling = story.latest.feeling if story.latest else ""
    names = story.book.hearing.feelings[feeling].search(words) if feeling else None
    return bool(names) and len(words.split()) <= _SHORT_CLAUSE


def _ideas(voice: Voice) -> str:
    """Return general ideas not named before, or say that there are no more."""
    heart = voice.story.heart
    fresh = voice.ideas()
    if len(fresh) < 2:  # noqa: PLR2004 - a pair
        return voice.line("advice.spent")
    if not heart or not heart.whole:
        return voice.line("advice", first=fresh[0], second=fresh[1])
    brief = voice.line("advice.brief", first=fresh[0])
    told = "" if _feeling(voice) else voice.line("echo", words=heart.words)
    return f"{told} {brief}".strip()


def _explained(voice: Voice) -> str:
    """Return what one of the trade's words means, or say that facts are not here."""
    reading = voice.story.latest
    asked = reading.text.lower() if reading else ""
    glossary = voice.saying.glossary
    found = next((glossary[term] for term in glossary if term in asked), "")
    return found or voice.line("knowledge")


def _turning(voice: Voice) -> str:
    """Return sentences that leave one subject and, if it is named, take the next."""
    left = voice.story.left
    leaving = voice.line("topic.kept", goal=left) if left else voice.line("topic")
    return f"{leaving} {_answered(voice)}".strip()


_NOTES: Mapping[Kind, Callable[[Voice], str]] = {
    "statement": _answered,
    "number": _number,
    "advice": _ideas,
    "knowledge": _explained,
    "topic": _turning,
    "recap": _recapped,
}
"""What is said to the kinds of message that need more than a line of their own."""


def _bridge(voice: Voice, slot: Slot) -> str:
    """Return a sentence that leads into a new stage; empty within one."""
    stage, before = STAGE_OF[slot], voice.story.stage
    if before in (None, stage) or stage in ("goal", "after"):
        return ""
    occasion = f"bridge.{stage}"
    leads = voice.story.kind in _LEADS_ON and voice.has_fresh(occasion)
    return voice.line(occasion) if leads else ""


def _lingering(voice: Voice, slot: Slot, noted: str) -> str:
    """Return a sentence that slows the deep coach down after a brief one."""
    brief = voice.deep and len(noted) < _LONG_LINE
    if not brief or slot == "adjust" or voice.story.kind == "greeting":
        return ""
    return voice.line("linger")


def _connection(voice: Voice) -> str:
    """Return what was just said beside something said before; empty if it won't fit."""
    story, heart = voice.story, voice.story.heart
    sayable = heart and (heart.whole or not voice.saying.turned)
    if not heart or not sayable or story.question in _CONCRETE:
        return ""
    earlier, goal = _earlier(voice), story.said.get("goal")
    if "goal" in story.news:
        return voice.line("connect.turn", earlier=earlier) if earlier else ""
    if earlier and voice.has_fresh("connect"):
        return voice.line("connect", earlier=earlier, words=heart.words)
    if goal and voice.has_fresh("connect.goal"):
        return voice.line("connect.goal", goal=goal, words=heart.words)
    return "" if earlier else voice.line("connect.first", words=heart.words)


def _earlier(voice: Voice) -> str:
    """Return something telling that was said before and not yet put side by side."""
    story, heart = voice.story, voice.story.heart
    said = [
        gist.words
        for gist in story.told[:-1]
        if heart and gist.whole == heart.whole and gist.words != heart.words
    ]
    fresh = [words for words in said if words not in story.past]
    return next(reversed(fresh or said), "")
