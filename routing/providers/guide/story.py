"""What a conversation has told so far: one value, changed only by making another."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from routing.providers.guide.book import STAGE_OF, Book, Domain, Kind, Slot, Stage
from routing.providers.guide.gist import Gist
from routing.providers.guide.reading import Reading, domain_of

GOAL_COUNTS = 2
"""How often the words of the goal count once more when the subject is guessed."""


@dataclass(frozen=True, slots=True)
class Story:
    """The conversation about one goal.

    Attributes:
        book: the language spoken now.
        said: what answers each question, as the coach would say it.
        news: what of that the latest message told.
        options: the ways forward that were named.
        options_before: how many of them before the latest message.
        told: the telling sentences, oldest first.
        texts: the person's messages about this goal, to see what it is about.
        asked: what has been asked for about this goal, oldest first.
        dropped: what shall not be asked again about this goal.
        question: what the coach asked for just before the latest message.
        latest: the message to answer; None before the first.
        heart: the latest message in a few words.
        kinds: of all messages of the person, oldest first.
        commissioned: the person has asked for a text.
        planned: the plan has been shown.
        left: the goal that the latest message left for another subject.
        met: the coach has spoken in this conversation before.
        past: all that was answered in the conversation.
    """

    book: Book
    said: Mapping[Slot, str] = field(default_factory=dict)
    news: Mapping[Slot, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    options_before: int = 0
    told: tuple[Gist, ...] = ()
    texts: tuple[str, ...] = ()
    asked: tuple[Slot, ...] = ()
    dropped: frozenset[Slot] = frozenset()
    question: Slot | None = None
    latest: Reading | None = None
    heart: Gist | None = None
    kinds: tuple[Kind, ...] = ()
    commissioned: bool = False
    planned: bool = False
    left: str = ""
    met: bool = False
    past: str = ""

    @property
    def kind(self) -> Kind:
        """Return what the latest message is; before the first one, a greeting."""
        return self.latest.kind if self.latest else "greeting"

    @property
    def stage(self) -> Stage | None:
        """Return the stage of the question that the latest message answers."""
        return STAGE_OF[self.question] if self.question else None

    @property
    def domain(self) -> Domain | None:
        """Return what the conversation is about, as far as words show it."""
        if self.commissioned:
            return "text"
        wish = self.said.get("goal", "")
        return domain_of((*self.texts, *GOAL_COUNTS * (wish,)), self.book)

    @property
    def confidence(self) -> int | None:
        """Return how sure the person is, from 0 to 10, once they have said it."""
        return int(self.said["confidence"]) if "confidence" in self.said else None
