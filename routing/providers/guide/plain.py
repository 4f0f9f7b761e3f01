"""Make the person's words safe to say back: no markup, no links, no control signs."""

import html
import re
import unicodedata

LONGEST = 1_500
"""Characters of one message that are read; a coach listens for the gist."""

LINK = "(link)"
"""Stands for every address, so that no answer can carry somebody's link."""

_FENCED = re.compile(r"```.*?(?:```|$)", re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,200}>")
_LABELLED_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
_NUMBERED = re.compile(r"^[ \t]*(?:[-+*•>#=]+|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_INSIDE_A_WORD = re.compile(r"(?<=[^\W_])[_#](?=[^\W_])|(?<=\b[A-Za-z])#(?!\w)")
_MARKS = re.compile(r"[\\`*_~#|<>\[\]{}^]")
_RULE = re.compile(r"[=+]{2,}|(?<!\w)[=+](?=\s|$)")
_DASH = re.compile(r"(?<=\w)[ \t]*--+[ \t]*(?=\w)|(?<=\w)[ \t]+-[ \t]+(?=\w)")
_STRAY_DASH = re.compile(r"-{2,}|(?<!\w)-(?!\w)")
_REPEATED = re.compile(r"([!?,;:])(?:\s*[!?,;:])+|\.{4,}")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”»)]*\s+|\n+")
_ABBREVIATION = re.compile(
    r"\b(?:mr|mrs|ms|dr|st|prof|vs|etc|e\.g|i\.e|z\.B|bzw|sra?|mme)\.$", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"""
      \S*://\S*                                        # any scheme
    | \bwww\.\S*
    | \b(?:javascript|vbscript|data|mailto|xmpp|tel|file):\S+
    | [^\s@]+@[^\s@]+                                  # an e-mail address
    | \b(?:[a-z0-9-]{1,63}\.){1,5}
      (?:com|org|net|io|ai|app|dev|edu|gov|info|co|de|es|fr|uk|eu|ru|xyz)\b(?:/\S*)?
    """,
    re.IGNORECASE | re.VERBOSE,
)


def plain(text: str) -> str:
    """Return the text as plain words and line breaks that Markdown leaves alone.

    The result holds no tag, link, address, emphasis, code, heading mark, entity,
    emoji or control character; list marks at the start of lines are gone.
    """
    text = unicodedata.normalize("NFKC", text[: 2 * LONGEST]).replace("\r", "\n")
    text = _entities_resolved(text[: 2 * LONGEST])
    text = text.replace("\u2019", "'").replace("\u2018", "'").replace("<3", " ")
    text = _LABELLED_LINK.sub(r"\1", _FENCED.sub(" ", text))
    text = _TAG.sub(" ", text)
    text = "".join(char if _speakable(char) else " " for char in text)
    text = _without_marks(_NUMBERED.sub("", text))
    text = _REPEATED.sub(r"\1", _ADDRESS.sub(LINK, text))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)[:LONGEST].strip()


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a plain text, without the space between them."""
    found: list[str] = []
    for piece in _SENTENCE_END.split(text):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] = f"{found[-1]} {piece.strip()}"
        elif piece.strip():
            found.append(piece.strip())
    return tuple(found)


def shortened(text: str, *, words: int = 18, chars: int = 130) -> str:
    """Return the beginning of a text on one line, with an ellipsis where it was cut."""
    said = text.split()
    cut = " ".join(said[:words])
    if len(cut) > chars:
        cut = cut[:chars].rsplit(" ", 1)[0]
    if len(cut) < len(" ".join(said)):
        return cut.rstrip(" ,;:.-") + "…"
    return cut


def unended(text: str) -> str:
    """Return a clause without the punctuation around it."""
    return text.strip(" \t\n.,;:!?¿¡…-=+\"“”„«»'()/")


def _entities_resolved(text: str) -> str:
    for _ in range(3):
        text = html.unescape(text)
    return _ENTITY.sub(" ", text)


def _speakable(char: str) -> bool:
    """Say whether a character may be said back: letters, figures, punctuation."""
    category = unicodedata.category(char)
    return char in "\n°€$£+%=<>|~^`" or category[0] in "LNPZ" or category == "Sc"


def _without_marks(text: str) -> str:
    """Drop the marks of Markdown, but leave snake_case and C# as they are."""
    kept = _INSIDE_A_WORD.sub(lambda found: "\x00\x01"["_#".index(found[0])], text)
    kept = _RULE.sub(" ", _MARKS.sub(" ", kept))
    kept = _STRAY_DASH.sub(" ", _DASH.sub(", ", kept))
    return kept.replace("\x00", "_").replace("\x01", "#")
