"""Does a message, read in the light of its history, speak of a crisis?

Two ears listen. Phrases (`hearing`) catch what people usually say and tell how direct
it is. Where no phrase is found, the wording as a whole (`wording`) may still resemble
messages that imply a crisis; where it is far from any, an indirect phrase is chance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from coaching.safety.folding import Text
from coaching.safety.hearing import Finding, Hearing, Said, hear, literal
from coaching.safety.lexicon import FAMILIES, Kind
from coaching.safety.wording import features, resemblance, weights

Level = Literal["none", "indirect", "direct"]

# Log-odds of `wording.resemblance`, chosen on messages that were not fitted.
RESEMBLES = 0.7  # from here on the wording alone is a signal
RESEMBLES_AGAIN = 0.2  # the same, after a signal in the history
FAR_FROM_IT = -2.5  # below this an indirect phrase is chance

# In these the wording alone says nothing.
UNTELLING = frozenset({"fiction", "study", "safe_now"})


@dataclass(frozen=True, slots=True)
class Screening:
    """What screening found; never the person's words.

    Attributes:
        kinds: what it is about, empty where only the wording tells.
        signals: names of what decided: families of phrases, "answer" or "wording".
    """

    level: Level = "none"
    kinds: frozenset[Kind] = frozenset()
    signals: tuple[str, ...] = ()


def screen(text: str, history: Sequence[Said] = ()) -> Screening:
    """Screen a new message; `history` is the turns before it, oldest first.

    Says `direct` for stated intent, action or danger (also somebody else's), `indirect`
    for what implies it, alone or together with the history.
    """
    new = literal(text)
    hearings = hear(new, history)
    found = {
        finding.family
        for hearing in hearings
        for finding in hearing.found
        if not _chance(finding, new, hearing.frames)
    }
    answers = {hearing.answer for hearing in hearings}
    if "yes" in answers:
        return _screening("direct", {*found, "answer"})
    if any(FAMILIES[family].weight == "direct" for family in found):
        return _screening("direct", found)
    if found:
        return _screening("indirect", found)
    if "unsure" in answers:
        return _screening("indirect", {"answer"})
    if "no" not in answers and _resembles(new, hearings, history):
        return _screening("indirect", {"wording"})
    return Screening()


def wording_of(text: str, history: Sequence[Said] = ()) -> frozenset[str]:
    """Return the features of a message's wording; what the weights are fitted on."""
    new = literal(text)
    return _wording(new, hear(new, history), history)


def _screening(level: Level, signals: set[str]) -> Screening:
    families = (FAMILIES[name] for name in signals if name in FAMILIES)
    kinds = frozenset(kind for family in families for kind in family.kinds)
    return Screening(level, kinds, tuple(sorted(signals)))


def _chance(finding: Finding, new: Text, frames: frozenset[str]) -> bool:
    """Tell whether all around an indirect phrase sounds like anything but a crisis."""
    if FAMILIES[finding.family].weight == "direct":
        return False
    around = new[max(0, finding.sentence - 1) : finding.sentence + 2]
    near = features(around, frames, in_conversation=False)
    return resemblance(near, weights()) < FAR_FROM_IT


def _resembles(new: Text, hearings: Sequence[Hearing], history: Sequence[Said]) -> bool:
    if not UNTELLING.isdisjoint(_frames(hearings)):
        return False
    odds = resemblance(_wording(new, hearings, history), weights())
    known = any(hearing.before for hearing in hearings)
    return odds >= (RESEMBLES_AGAIN if known else RESEMBLES)


def _wording(
    new: Text, hearings: Iterable[Hearing], history: Sequence[Said]
) -> frozenset[str]:
    return features(new, _frames(hearings), in_conversation=bool(history))


def _frames(hearings: Iterable[Hearing]) -> frozenset[str]:
    return frozenset[str]().union(*(hearing.frames for hearing in hearings))
