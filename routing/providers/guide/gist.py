"""Find in a message the few words that are worth saying back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from routing.providers.guide.book import Book
from routing.providers.guide.clauses import (
    MOST_WORDS,
    as_wish,
    clauses,
    is_a_feeling,
    is_against_oneself,
    is_to_the_coach,
    trimmed,
    weight,
)
from routing.providers.guide.plain import LINK, sentences, shortened, unended

_SHORTEST_WAY = 3
MOST_QUOTED = 14
MOST_NOTED = 32
MOST_OF_A_WAY = 12
MOST_WAYS = 5
NEAR = 6
"""Characters between two words that name one time, such as ", at ". """

_QUESTION_MARK = re.compile(r"\s*[?¿;]+")
_PARENTHESIS = re.compile(r"\s*\([^()]{0,200}\)")


@dataclass(frozen=True, slots=True)
class Gist:
    """The heart of a message.

    Attributes:
        words: what to say back, without punctuation around it.
        whole: it is a sentence turned round for the coach to say; else it is a piece
            of the person's own words and belongs in quotation marks.
    """

    words: str
    whole: bool


def gist_of(text: str, book: Book) -> Gist | None:
    """Return the most telling clause of a plain text, or None where all are clumsy."""
    said = sentences(text)
    if book.saying.turned:
        said = tuple(line for line in said if not is_against_oneself(line))
        fitting = [clause for sentence in said for clause in clauses(sentence)]
        if fitting:
            best = max(fitting, key=lambda clause: (weight(clause), len(clause)))
            return Gist(said_back(best, book), whole=True)
    return _quoted(said, book)


def said_back(text: str, book: Book, *, words: int = MOST_WORDS) -> str:
    """Return a short piece of text the way the coach would write it down."""
    bare = trimmed(text) if book.saying.turned else unended(text)
    return _written_down(bare, book, words=words)


def summed_up(text: str, book: Book, heart: Gist | None) -> str:
    """Return a message for the plan: all of it when it is short, else its heart."""
    joined = " ".join(sentences(_PARENTHESIS.sub("", text).replace(LINK, "")))
    long = len(joined.split()) > MOST_NOTED
    if heart and (long or (book.saying.turned and is_to_the_coach(joined))):
        return heart.words
    return said_back(joined, book, words=MOST_NOTED)


def caught_by(patterns: Iterable[re.Pattern[str]], text: str, book: Book) -> str:
    """Return what the first of the patterns catches in a text, turned round."""
    hearing = book.hearing
    for pattern in patterns:
        for found in pattern.finditer(text):
            caught = unended(hearing.wish_ends.split(found[1])[0])
            caught = as_wish(caught) if book.saying.turned else caught
            if caught and not hearing.vague.fullmatch(caught):
                return said_back(caught, book)
    return ""


def goal_in(text: str, book: Book) -> str:
    """Return what the person says they want, turned round; empty if nothing."""
    return caught_by(book.hearing.goals, text, book)


def wish_in(text: str, book: Book) -> str:
    """Return a direct answer to "what do you want"; empty if it only states a fact."""
    hearing = book.hearing
    said = hearing.wish_ends.split(next(iter(sentences(text)), ""))[0]
    first = unended(hearing.lead_ins.sub("", said))
    tells_nothing = hearing.facts.match(first) or hearing.vague.fullmatch(first)
    return "" if tells_nothing else said_back(first, book)


def options_in(text: str, book: Book) -> tuple[str, ...]:
    """Return the ways forward that a text lists, at most `MOST_WAYS`."""
    pieces = (
        unended(piece)
        for sentence in sentences(text)
        for piece in book.hearing.separators.split(sentence)
    )
    ways = (_way(piece, book) for piece in pieces)
    named = (said_back(way, book, words=MOST_OF_A_WAY) for way in ways if way)
    return tuple(islice((way for way in named if not _is_chaff(way, book)), MOST_WAYS))


def step_in(text: str, book: Book) -> str:
    """Return what the person will do, without "I will" and the like."""
    hearing = book.hearing
    for sentence in sentences(text):
        found = hearing.will.search(sentence)
        if found:
            return said_back(hearing.wish_ends.split(sentence[found.end() :])[0], book)
    first = hearing.wish_ends.split(next(iter(sentences(text)), ""))[0]
    return said_back(hearing.lead_ins.sub("", unended(first)), book)


def time_in(text: str, book: Book) -> str:
    """Return the fullest words that say when; neighbouring ones belong together."""
    joined: list[tuple[int, int]] = []
    for start, end in (found.span() for found in book.hearing.when.finditer(text)):
        if joined and start - joined[-1][1] <= NEAR:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    spans = [text[start:end] for start, end in joined]
    return _written_down(max(spans, key=len, default=""), book, words=MOST_WORDS)


def _written_down(text: str, book: Book, *, words: int) -> str:
    """Return a text turned round, in small letters unless a name opens it."""
    short = shortened(_QUESTION_MARK.sub("", text), words=words, chars=7 * words)
    if not book.saying.turned:
        return short
    said = book.saying.turned(short)
    return said[:1].lower() + said[1:] if _is_lowerable(short) else said


def _quoted(said: Iterable[str], book: Book) -> Gist | None:
    """Return the first words of a message as they stand, for quotation marks."""
    first = next((sentence for sentence in said if "?" not in sentence), "")
    hello, comma, rest = first.partition(",")
    if comma and book.hearing.small_talk["greeting"].fullmatch(hello):
        first = rest
    bare = trimmed(first) if book.saying.turned else unended(first)
    length = len(bare.split())
    if not bare or LINK in bare or (book.saying.turned and length > MOST_WORDS):
        return None
    quoted = re.sub('["“”„«»?¿]', "", bare)
    return Gist(shortened(quoted, words=MOST_QUOTED), whole=False)


def _way(piece: str, book: Book) -> str:
    """Return a piece of a list without its lead-in; empty if it only states a fact."""
    if book.saying.turned and is_a_feeling(piece):
        return ""
    way = unended(book.hearing.lead_ins.sub("", piece))
    tells = book.hearing.facts.match(way) or len(way.split()) > MOST_OF_A_WAY
    return "" if way == piece and tells else way


def _is_chaff(way: str, book: Book) -> bool:
    blank = book.hearing.blank.search(way) or book.hearing.vague.fullmatch(way)
    return len(way) < _SHORTEST_WAY or bool(blank) or way == time_in(way, book)


_COMMON = """
a an the last my our i i'm i've i'd i'll we we'd we'll we're we've he she they he's
she's they're they'd they've they'll he'd she'd that's what's who's his her if when
because since while after before until as once unless where how what why who
whenever there there's it it's this that these those to not no more less being
having at on in by for with some any all every be get make lose find stop start talk
call ask write go have take do learn save quit change finish work eat run sleep read
build join leave move apply look try buy sell plan say tell let give keep put meet
turn switch cut speak spend help feel know become live send use set delete tomorrow
tonight today next after before right later open walk visit book maybe just
something somebody someone nobody everyone
"""
_COMMON_STARTS = frozenset(_COMMON.split())


def _is_lowerable(text: str) -> bool:
    """Say whether a text may go on in small letters: it does not open with a name."""
    first = text.split(" ", 1)[0]
    is_me = first.lower().startswith("you")  # it turns into "I"
    common = first.endswith("ing") or first.lower() in _COMMON_STARTS
    return not is_me and (first[:1].islower() or common)
