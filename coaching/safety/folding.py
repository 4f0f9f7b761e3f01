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
_PAIRS: dict[tuple[str, str], str] = {
    (first, second): meant
    for written, meant in _SPELLINGS["pairs"].items()
    for first, second in [written.split()]
}
_ENDINGS: dict[str, str] = _SPELLINGS["endings"]
_ELISIONS: dict[str, str] = _SPELLINGS["elisions"]

_APOSTROPHES = str.maketrans(dict.fromkeys("‘’‚‛ʼʹ′`´＇ꞌ", "'"))
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
_EMOJI = str.maketrans({"💀": " die ", "☠": " die ", "🪦": " die "})
_HIDDEN = re.compile("[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\u00ad\ufeff]")
_LETTERS_APART = re.compile(r"\b(?:[a-z][ .\-_]){2,}[a-z]\b")
_LOOKALIKE = re.compile(r"(?<=[a-z])[013457@$!](?=[a-z])")
_STRETCHED_VOWEL = re.compile(r"([aeiou])\1{2,}")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_ELISION = re.compile(rf"\b({'|'.join(_ELISIONS)})'(?=[a-z])")
_ENDING = re.compile(rf"({'|'.join(_ENDINGS)})\b")
_NOT = re.compile(r"n't\b")
_WORD = re.compile(r"[a-z0-9]+(?:[*#][a-z*#]+)?|[^\W\d_]+")
_ELLIPSIS = re.compile(r"\.{2,}|…")
_SENTENCE = re.compile(r"[.!?;\n:]+")


def _typos(word: str) -> Iterator[str]:
    """Yield the word with a letter missing, doubled or swapped with the next."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[: at + 1] + word[at:]
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _mended() -> dict[str, str]:
    typos = _SPELLINGS["typos"]
    words = typos["words"].split()
    real = {*words, *typos["real_words"].split()}
    return {
        typo: word for word in words for typo in _typos(word) if typo not in real
    }


_TYPOS = _mended()


@dataclass(frozen=True, slots=True)
class Sentence:
    """The folded words of one sentence, and whether it stood in quotation marks."""

    words: Words
    quoted: bool = False


def fold(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a message in lower case, without accents and spelling fun.

    Curly apostrophes, missing apostrophes, stretched letters, letters set apart,
    lookalikes ("k1ll") and common typos all come out as the plain words.
    """
    return tuple(
        Sentence(words, quoted)
        for part, quoted in _unquoted(_plain(text))
        for piece in _SENTENCE.split(part)
        if (words := tuple(_spelled(piece)))
    )


@lru_cache(maxsize=4096)
def fold_words(text: str) -> Words:
    """Return the folded words of a piece of a phrase."""
    return tuple(_spelled(_plain(text)))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).translate(_EMOJI))
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = _HIDDEN.sub("", text).translate(_APOSTROPHES).translate(_QUOTES)
    text = _ELLIPSIS.sub(" ", text.lower().replace("ß", "ss"))
    return _LETTERS_APART.sub(_joined, text)


def _unquoted(text: str) -> Iterator[tuple[str, bool]]:
    parts = text.split('"')
    if len(parts) % 2 == 0:
        yield text.replace('"', " "), False
        return
    for number, part in enumerate(parts):
        yield part, number % 2 == 1


def _spelled(sentence: str) -> Iterator[str]:
    sentence = _LOOKALIKE.sub(_letter, sentence)
    sentence = _STRETCHED_VOWEL.sub(r"\1", sentence)
    sentence = _STRETCHED.sub(r"\1\1", sentence)
    sentence = _ELISION.sub(_whole, sentence)
    sentence = _ENDING.sub(_ended, _NOT.sub(" not", sentence))
    previous = ""
    for written in _WORD.findall(sentence):
        for word in _WORDS.get(written) or (_TYPOS.get(written, written),):
            pair = _PAIRS.get((previous, word))
            if pair is not None:
                previous = pair
                continue
            if previous:
                yield previous
            previous = word
    if previous:
        yield previous


def _joined(match: re.Match[str]) -> str:
    return re.sub(r"[ .\-_]", "", match[0])


def _letter(match: re.Match[str]) -> str:
    return match[0].translate(_LOOKALIKES)


def _whole(match: re.Match[str]) -> str:
    return _ELISIONS[match[1]]


def _ended(match: re.Match[str]) -> str:
    return _ENDINGS[match[1]]
