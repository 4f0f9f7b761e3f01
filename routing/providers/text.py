"""Make a model's text safe to store and send without damaging what is valid in it."""

import re
from typing import Final

# Control characters but tab, line feed and carriage return. PostgreSQL refuses
# U+0000; terminals and logs obey others.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_FIRST_HIGH, _LAST_HIGH = "\ud800", "\udbff"
REPLACEMENT: Final = "\ufffd"


def without_controls(text: str) -> str:
    """Return `text` without control characters and without halves of characters."""
    cleaner = Cleaner()
    return cleaner.clean(text) + cleaner.rest()


class Cleaner:
    """Cleans a text that arrives in pieces.

    JSON writes an emoji as two escapes, and some providers send each in a piece of
    its own: the first half is kept back until the second one comes.
    """

    def __init__(self) -> None:
        self._half = ""

    def clean(self, piece: str) -> str:
        """Return what of the text so far can be said now."""
        if not self._half and not _ODD.search(piece):
            return piece
        text = _CONTROL.sub("", self._half + piece)
        self._half = ""
        if text and _FIRST_HIGH <= text[-1] <= _LAST_HIGH:
            self._half, text = text[-1], text[:-1]
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def rest(self) -> str:
        """Return what stands for a half whose other half never came."""
        half, self._half = self._half, ""
        return REPLACEMENT if half else ""
