"""What can be counted in a message before any model reads it: wishes, subjects, shape.

A piece of evidence has a name and a number. A bare name is about the message,
"asked ..." about its questions and orders only, "before ..." about earlier turns.
"""

from collections.abc import Iterable, Mapping

from routing.core.lexicon.fields import FIELDS
from routing.core.lexicon.grammar import ASKING, AUXILIARIES, OR, ORDERS
from routing.core.material import apart, brought
from routing.core.messages import Message
from routing.core.personal import is_personal
from routing.core.phrases import Sentence, sentences
from routing.core.vocabulary import BOOK, phrases_in

MOST = 3
"""More phrases of one label than this say no more."""
TURNS, TURN_CHARS = 4, 600
"""How much of the conversation is read: the last turns, and the end of each."""
CHARS = (40, 80, 140, 250, 500)
QUESTION_WORDS = (12, 20)


def gather(text: str, history: tuple[Message, ...]) -> dict[str, int]:
    """Return the evidence in `text` and, about its subject, in the turns before it."""
    prose, quoted = apart(text)
    own = sentences(prose)
    found = [BOOK.find(sentence) for sentence in own]
    wished = BOOK.count(set().union(*found))
    said = BOOK.count(set().union(*found, phrases_in(quoted))) if quoted else wished
    orders = [f for sentence, f in zip(own, found, strict=True) if _asks(sentence)]
    asked = BOOK.count(set().union(*orders)) if orders else wished

    evidence = _capped(wished) | _capped(said, only=FIELDS)
    evidence |= _capped(asked, "asked ", only=FIELDS)
    if history:
        past = "\n".join(turn.text[-TURN_CHARS:] for turn in history[-TURNS:])
        evidence["later turn"] = 1
        evidence |= _capped(BOOK.count(phrases_in(past)), "before ", only=FIELDS)
    marks = [*_shape(prose, own), brought(text, said)]
    if is_personal(text, said):
        marks.append("personal")
    return evidence | {mark: 1 for mark in marks if mark}


def _capped(
    counts: Mapping[str, int], prefix: str = "", only: Iterable[str] | None = None
) -> dict[str, int]:
    names = counts if only is None else counts.keys() & set(only)
    return {prefix + name: min(counts[name], MOST) for name in names}


def _asks(sentence: Sentence) -> bool:
    return sentence.question or not ORDERS.isdisjoint(sentence.words[:2])


def _shape(prose: str, own: list[Sentence]) -> list[str]:
    """Return marks of length and of how questions are built."""
    marks = [f"over {chars}" for chars in CHARS if len(prose) > chars]
    longest = max((len(said.words) for said in own if said.question), default=0)
    marks += [f"question over {most}" for most in QUESTION_WORDS if longest > most]
    asks = [_question_words(sentence) for sentence in own]
    marks += [f"asks {least}" for least in (2, 3) if sum(asks) >= least]
    if max(asks, default=0) > 1:
        marks.append("asks in a row")
    if any(map(_offers_a_choice, own)):
        marks.append("either or")
    return marks


def _question_words(sentence: Sentence) -> int:
    said = sentence.words
    return sum(said[at] in ASKING for at in sentence.starts if at < len(said))


def _offers_a_choice(sentence: Sentence) -> bool:
    """Recognise "Should I stay or go?"."""
    asks = sentence.question or sentence.words[0] in AUXILIARIES
    return asks and not OR.isdisjoint(sentence.words[1:-1])
