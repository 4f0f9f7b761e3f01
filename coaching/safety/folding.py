"""What people type, folded to plain words: one spelling for many."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

Words = tuple[str, ...]

_SPELLINGS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("spellings.toml").read_text(encoding="utf-8")
)
_WORDS: dict[str, Words] = {
    written: tuple(meant.split()) for written, meant in _SPELLINGS["words"].items()
}
_PAIRS: dict[Words, str] = {
    tuple(written.split()): meant for written, meant in _SPELLINGS["pairs"].items()
}
_ENDINGS: dict[str, str] = _SPELLINGS["endings"]

_APOSTROPHES = str.maketrans(dict.fromkeys("‘’‚‛ʼʹ′`´＇ꞌ", "'"))
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
_EMOJI = str.maketrans(dict.fromkeys("💀☠🪦", " die "))
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\u00ad\ufeff]")
_LETTERS_APART = re.compile(r"\b(?:[a-z][ .\-_]){2,}[a-z]\b")
_LOOKALIKE = re.compile(r"(?<=[a-z])[013457@$!](?=[a-z])")
_STRETCHED_VOWEL = re.compile(r"([aeiou])\1{2,}")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_ENDING = re.compile(rf"({'|'.join(_ENDINGS)})\b")
_WORD = re.compile(r"[a-z0-9]+(?:[*#][a-z*#]+)?|[^\W\d_]+")
_ELLIPSIS = re.compile(r"\.{2,}|…")
_SENTENCE = re.compile(r"([.!?;:\n]+)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The folded words of one sentence.

    Attributes:
        quoted: it stood in quotation marks.
        asked: it ended with a question mark.
    """

    words: Words
    quoted: bool = False
    asked: bool = False


Text = tuple[Sentence, ...]


def fold(text: str) -> Text:
    """Return the sentences of a message, lower case, without accents and spelling fun.

    Curly apostrophes, missing apostrophes, stretched letters, letters set apart,
    lookalikes ("k1ll") and common typos all come out as the plain words.
    """
    return tuple(
        sentence
        for part, quoted in _parts(_plain(text))
        for sentence in _sentences(part, quoted=quoted)
    )


@lru_cache(maxsize=8192)
def fold_words(text: str) -> Words:
    """Return the folded words of a piece of a phrase."""
    return tuple(_spelled(_plain(text)))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).translate(_EMOJI))
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = _INVISIBLE.sub("", text).translate(_APOSTROPHES).translate(_QUOTES)
    text = _ELLIPSIS.sub(" ", text.lower().replace("ß", "ss"))
    return _LETTERS_APART.sub(_together, text)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts out of and in quotation marks; an odd mark quotes nothing."""
    parts = text.split('"')
    if len(parts) % 2 == 0:
        parts = [text.replace('"', " ")]
    for number, part in enumerate(parts):
        yield part, number % 2 == 1


def _sentences(part: str, *, quoted: bool) -> Iterator[Sentence]:
    pieces = [*_SENTENCE.split(part), ""]
    for piece, mark in zip(pieces[::2], pieces[1::2], strict=True):
        if words := tuple(_spelled(piece)):
            yield Sentence(words, quoted, asked="?" in mark)


def _spelled(sentence: str) -> Iterator[str]:
    sentence = _LOOKALIKE.sub(_letter, sentence)
    sentence = _STRETCHED_VOWEL.sub(r"\1", sentence)
    sentence = _STRETCHED.sub(r"\1\1", sentence)
    sentence = _ENDING.sub(_ended, sentence.replace("n't", "nt"))
    previous = ""
    for written in _WORD.findall(sentence):
        for word in _WORDS[written] if written in _WORDS else (_mended(written),):
            pair = _PAIRS.get((previous, word))
            if pair is None and previous:
                yield previous
            previous = pair or word
    if previous:
        yield previous


def _mended(word: str) -> str:
    if word.isalnum():
        return _TYPOS.get(word, word)
    return next((whole for whole in _MENDED if _fits(word, whole)), word)


def _fits(starred: str, whole: str) -> bool:
    """Tell whether `s*icide` may stand for `suicide`."""
    return len(starred) == len(whole) and all(
        char in {"*", "#", letter} for char, letter in zip(starred, whole, strict=True)
    )


def _typos(word: str) -> Iterator[str]:
    """Yield the word with a letter missing, doubled or swapped with the next."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[: at + 1] + word[at:]
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _together(match: re.Match[str]) -> str:
    return re.sub(r"[ .\-_]", "", match[0])


def _letter(match: re.Match[str]) -> str:
    return match[0].translate(_LOOKALIKES)


def _ended(match: re.Match[str]) -> str:
    return _ENDINGS[match[1]]


_MENDED: Words = tuple(_SPELLINGS["typos"]["words"].split())
_TYPOS: dict[str, str] = {
    typo: word
    for word in _MENDED
    for typo in _typos(word)
    if typo not in {*_MENDED, *_SPELLINGS["typos"]["real_words"].split()}
}
