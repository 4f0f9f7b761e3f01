"""Choose among the ways to say one thing, so that nothing is said twice."""

import re
from dataclasses import dataclass

from routing.providers.guide.book import STAGE_OF, Lens, Saying, Slot
from routing.providers.guide.story import Story

_FIELD = re.compile(r"\{\w+\}")
_EASIER = ("unsure", "confused")
_SUBJECT_FIRST = ("now", "obstacle")


@dataclass(frozen=True, slots=True)
class Voice:
    """The coach's manner of speaking in one answer.

    What was said in the conversation before is not said again while there is another
    way; the seed varies the rest.

    Attributes:
        deep: the longer manner, which looks at things more closely.
        variant: how often the same message was answered before.
    """

    story: Story
    seed: int
    deep: bool
    variant: int = 0

    @property
    def saying(self) -> Saying:
        """Return what can be said in the language of the conversation."""
        return self.story.book.saying

    def line(self, occasion: str, **fields: object) -> str:
        """Return a line for an occasion with its fields filled in.

        A field in capitals (`{Words}`) is the field of that name at the start of a
        sentence.
        """
        lines = self.saying.lines[occasion]
        fresh = [line for line in lines if self._is_fresh(line)] or lines
        opening = {
            key.capitalize(): _capital(str(said)) for key, said in fields.items()
        }
        line = fresh[(self.seed + self.variant) % len(fresh)]
        return line.format(**fields, **opening)

    def has_fresh(self, occasion: str) -> bool:
        """Say whether there is a line for the occasion that was not used yet."""
        return any(map(self._is_fresh, self.saying.lines[occasion]))

    def question(self, slot: Slot) -> str:
        """Return a question that was not asked before; empty when none is left.

        The deep coach takes the next one, so that a better answer asks differently.
        """
        saying, domain = self.saying, self.story.domain
        fitting = saying.special.get(domain, {}).get(slot, ()) if domain else ()
        gentle = saying.gentle.get(slot, ())
        ways = (*fitting, *saying.questions[slot], *gentle)
        if self.story.kind in _EASIER and self.story.question == slot:
            ways = (*gentle, *ways)
        fresh = [way for way in ways if way not in self.story.past]
        if not fresh:
            return ""
        varied = 0 if fresh[0] in (*fitting, *gentle) else self.seed % 2
        return fresh[(varied + self.deep + self.variant) % len(fresh)]

    def lens(self, slot: Slot) -> Lens | None:
        """Return a closer look that was not offered before."""
        saying, domain = self.saying, self.story.domain
        views = saying.views.get(domain, ()) if domain else ()
        looks = (*saying.lenses.get(slot, ()), *views, *saying.lenses["any"])
        if slot in _SUBJECT_FIRST:
            looks = (*views, *looks)
        return next((lens for lens in looks if self._is_fresh(lens.opening)), None)

    def ideas(self) -> list[str]:
        """Return the general ideas not named before, the most fitting first."""
        pools = self.saying.ideas
        pool = (*pools.get(self.story.domain or "any", ()), *pools["any"])
        return [idea for idea in dict.fromkeys(pool) if idea not in self.story.past]

    def fact(self, slot: Slot) -> str:
        """Return what was said to one question, as a line of a plan."""
        label, said = self.saying.labels[slot], self.story.said[slot]
        scale = "/10" if slot == "confidence" else ""
        return f"**{label}{self.saying.colon}** {said}{scale}"

    def stage_name(self, slot: Slot) -> str:
        """Return the name of the stage that something asked for belongs to."""
        return self.saying.stages[STAGE_OF[slot]]

    def _is_fresh(self, line: str) -> bool:
        fixed = max(_FIELD.split(line), key=len).strip()
        return fixed not in self.story.past


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
