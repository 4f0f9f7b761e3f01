"""Tell what a message is: its language, its kind, the feeling in it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from routing.providers.guide.book import Book, Domain, Kind
from routing.providers.guide.plain import LINK, LONGEST, plain
from routing.providers.guide.shelf import LANGUAGES, book_of

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
_CODE = re.compile(
    r"""
      ^\s*(?:def|class|import|from|function|const|let|var|public|SELECT)\s.*[(;:={]
    | ^\s*(?:return\b|\w+\s=\s|\w+\(.*\);?$|[{}]\s*$) | Traceback\ \(most
    | (?:=>|::|&&|\|\||\);|\{\s*$) | ^\s*[{\[]\s*"      # arrows, blocks, JSON
    """,
    re.MULTILINE | re.VERBOSE,
)
_CLAUSE_END = re.compile(r"[.!?;,\n]")
_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop")
_KEYS = 4
_NO_VOWEL = re.compile(r"[^aeiouyáéíóúàèìòùâêîôûäëïöüœæ]{4,}")
_VOWEL = re.compile(r"[aeiouyáéíóúàèìòùâêîôûäëïöüœæ]")
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
_SAME_LETTER = re.compile(r"(\w)\1{3,}")
_DRAWN_OUT = re.compile(r"([^\W\d])\1{2,}")
_NUMBER = re.compile(r"(?<![\d.,])(\d{1,3})(?!\d|[.,]\d)(?:\s*(%|/\s*10|out of ten))?")

_FOREIGN = """
não você eu uma muito mas obrigado obrigada isso meu minha estou quero trabalho il che
sono non perché voglio ciao grazie della anche più questo lavoro gli ik het een niet
mijn wil hoe maar voor dat ben heb goed graag jag och inte är att det mig jeg ikke og
hvad det nie jest się jak co mam chcę ve bir bu için ben çok nasıl merhaba
"""
_FOREIGN_WORDS = frozenset(_FOREIGN.split())

TOP = 10
"""The upper end of the scale on which people say how sure they are."""

SHORT_WORDS = 12
"""Up to here a message can be nothing but small talk."""

BLANK_WORDS = 3
"""More words than these beside an "I don't know" tell something after all."""

QUESTION_WORDS = 30
"""Up to here a question at the end makes the whole message one."""

MOST_KEYS = 4
"""Up to so many words a message can be nothing but keys."""

REMARK_WORDS = 16
"""Up to here a remark about the coach makes the whole message one."""

_REMARKS: frozenset[Kind] = frozenset(
    ("repeated", "complaint", "skip", "confused", "why", "help", "account", "thanks")
)
_AFTER_AN_ANSWER: frozenset[Kind] = frozenset(
    ("repeated", "complaint", "skip", "confused", "why")
)
"""Remarks that make sense only when the coach has said something before."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One message of the person, read.

    Attributes:
        text: the message as plain words, safe to say back.
        feeling: the feeling named in it, a key of `Hearing.feelings`.
    """

    text: str
    kind: Kind
    book: Book
    feeling: str = ""

    @property
    def length(self) -> int:
        """Return the number of words."""
        return len(self.text.split())


def read(raw: str, spoken: Book, *, met: bool = True) -> Reading:
    """Read a message.

    Args:
        raw: the message as it was typed.
        spoken: the language of the conversation so far.
        met: the coach has spoken before, so that the message may be about that.
    """
    text = plain(_both_ends(raw))
    urgent = _crisis(text, spoken)
    if urgent:
        return Reading(text, "crisis", urgent)
    book = language_of(text, spoken, met=met)
    kind = _kind(raw[:LONGEST], text, book)
    if kind in _AFTER_AN_ANSWER and not met:
        kind = "statement"
    return Reading(text, kind, book, _feeling(text, book))


def _both_ends(raw: str) -> str:
    """Return the beginning and the end of a long message, where the gist mostly is."""
    if len(raw) <= LONGEST:
        return raw
    return f"{raw[: LONGEST // 2]}\n{raw[-LONGEST // 2 :]}"


def language_of(text: str, spoken: Book, *, met: bool = True) -> Book:
    """Return the phrasebook of a text's language, the spoken one when in doubt.

    Once a language is spoken, one frequent word of another is no proof; a whole
    message of its small talk is.
    """
    heard = [word.lower() for word in _WORD.findall(text)]
    small = _language_of_small_talk(" ".join(heard), spoken)
    if small:
        return small
    counts = {
        language: sum(word in book_of(language).hearing.stop_words for word in heard)
        for language in LANGUAGES
    }
    best = max(counts, key=lambda language: counts[language])
    clear = counts[best] > 1.2 * counts[spoken.language] and counts[best] > met
    return book_of(best) if clear else spoken


def _language_of_small_talk(bare: str, spoken: Book) -> Book | None:
    if len(bare.split()) > SHORT_WORDS:
        return None
    others = (book_of(language) for language in LANGUAGES)
    return next(
        (
            book
            for book in (spoken, *others)
            if any(some.fullmatch(bare) for some in book.hearing.small_talk.values())
        ),
        None,
    )


def number_in(text: str, book: Book) -> int | None:
    """Return a number from 0 to 10 that the text names, per cent as tenths."""
    for found in _NUMBER.finditer(text):
        number = int(found[1]) / (TOP if found[2] == "%" else 1)
        if number <= TOP:
            return round(number)
    spelled = _WORD.findall(text.lower())
    known = (book.hearing.numbers.get(word) for word in spelled)
    first = next((number for number in known if number is not None), None)
    return first if len(spelled) <= SHORT_WORDS // 2 else None


def domain_of(texts: Iterable[str], book: Book) -> Domain | None:
    """Return what the texts are about, by the words they use most."""
    joined = "\n".join(texts)
    counts: dict[Domain, int] = {
        domain: len(found.findall(joined))
        for domain, found in book.hearing.domains.items()
    }
    if counts.get("loss"):
        return "loss"  # however little is said of it
    best = max(counts, key=lambda domain: counts[domain])
    enough = 1 if len(joined.split()) <= SHORT_WORDS else 2
    return best if counts[best] >= enough else None


def _kind(raw: str, text: str, book: Book) -> Kind:
    words = _WORD.findall(text.lower())
    if not words or not text.replace(LINK, "").strip(" .,!?:"):
        return _kind_without_words(raw, text)
    if len(_CODE.findall(raw)) > 1:
        return "code"
    return _kind_of_words(words, book) or _kind_by_cue(text, len(words), book)


def _kind_without_words(raw: str, text: str) -> Kind:
    if "```" in raw:
        return "code"
    return "link" if LINK in text else "wordless"


def _kind_of_words(words: list[str], book: Book) -> Kind | None:
    """Return what a message is by its single words: foreign, small talk or keys."""
    if _is_foreign(words, book):
        return "foreign"
    calm = [_DRAWN_OUT.sub(r"\1", word) for word in words]
    small = _small_talk(" ".join(calm), calm, book)
    if small:
        return small
    return "gibberish" if _is_gibberish(words, book) else None


def _crisis(text: str, spoken: Book) -> Book | None:
    """Return the language in which a text tells of a crisis; None if it tells none."""
    for book in (spoken, *map(book_of, LANGUAGES)):
        hearing = book.hearing
        if hearing.cues["crisis"].search(text) and not hearing.past.search(text):
            return book
    return None


def _small_talk(bare: str, words: list[str], book: Book) -> Kind | None:
    if len(words) > SHORT_WORDS:
        return None
    for kind, pattern in book.hearing.small_talk.items():
        if pattern.fullmatch(bare):
            return kind
    others = {word for word in words if not word.isdigit()} - set(book.hearing.numbers)
    if number_in(bare, book) is not None and others <= book.hearing.around_numbers:
        return "number"
    return None


def _kind_by_cue(text: str, length: int, book: Book) -> Kind:
    hearing = book.hearing
    for kind, pattern in hearing.cues.items():
        if kind in _REMARKS and length > REMARK_WORDS:
            continue
        if kind != "crisis" and pattern.search(text):
            return kind
    more = len(hearing.blank.sub("", text).split()) > BLANK_WORDS
    if hearing.blank.search(text) and length <= SHORT_WORDS and not more:
        return "unsure"
    return "advice" if _asks_briefly(text) else "statement"


def _asks_briefly(text: str) -> bool:
    """Say whether a short message ends with a question."""
    return text.endswith("?") and len(text.split()) <= QUESTION_WORDS


def _is_foreign(words: list[str], book: Book) -> bool:
    letters = [char for word in words for char in word if char.isalpha()]
    other = sum(not unicodedata.name(char, "").startswith("LATIN") for char in letters)
    if letters and other > len(letters) / 2:
        return True
    known = sum(word in book.hearing.stop_words for word in words)
    strange = sum(word in _FOREIGN_WORDS for word in words)
    return strange > 1 and strange > known


def _is_gibberish(words: list[str], book: Book) -> bool:
    """Say whether a short message is keys rather than words."""
    letters = [word for word in words if not word.isdigit()]
    if not letters or len(letters) > MOST_KEYS:
        return False
    if any(word in book.hearing.stop_words for word in letters):
        return False
    return any(_is_keys(word) for word in letters) and all(
        _is_keys(word) or not _VOWEL.search(word) for word in letters
    )


def _is_keys(word: str) -> bool:
    return bool(
        any(run in row for row in _KEY_ROWS for run in _runs(word))
        or _NO_VOWEL.fullmatch(word)
        or _CLUSTER.search(word)
        or _SAME_LETTER.search(word)
    )


def _feeling(text: str, book: Book) -> str:
    """Return the gravest feeling that is named and not denied or somebody else's."""
    for feeling, pattern in book.hearing.feelings.items():
        for found in pattern.finditer(text):
            clause = _CLAUSE_END.split(text[: found.start()])[-1].strip()
            if not book.hearing.denial.search(clause):
                return feeling
    return ""


def _runs(word: str) -> list[str]:
    """Return the stretches of a word that only fingers produce: "asdf", "qwert"."""
    if len(word) == _KEYS:
        return [word]
    return [word[at : at + _KEYS + 1] for at in range(len(word) - _KEYS)]
