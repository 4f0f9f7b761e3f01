"""How long a provider asks us to wait, in whatever form it says so.

Seen in the wild: `Retry-After` in seconds, as an HTTP date, as seconds since 1970;
`retry-after-ms` (OpenAI); `x-ratelimit-reset-tokens: 2m59.56s` (Groq);
`X-RateLimit-Reset` in milliseconds since 1970, inside the body (OpenRouter);
`estimated_time` (Hugging Face); `retryDelay: "34s"` (Google); "try again in 7.66s".
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

LONGEST_WAIT_S: Final = 86_400.0
_UNITS_S: Final = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PART = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)\s*", re.IGNORECASE)
_DURATION = re.compile(rf"(?:{_PART.pattern})+", re.IGNORECASE)
_WORDED = re.compile(
    r"(?:try again|retry|wait|available)\b[^.\d]{0,30}"
    r"((?:\d+(?:\.\d+)?\s*(?:milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|"
    r"hours?|h)(?![a-z])\s*)+)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*(ms|milli|s|m|h)[a-z]*\s*", re.IGNORECASE)
_EPOCH_S: Final = 1e9  # a larger "wait" is a date: seconds since 1970,
_EPOCH_MS: Final = 1e12  # or milliseconds


def bounded(wait_s: float) -> float:
    """Return a wait that a clock can be set to: none below 0, none above a day."""
    return min(max(wait_s, 0.0), LONGEST_WAIT_S)


def duration_s(text: str) -> float | None:
    """Return `7.66s`, `2m59.56s`, `120ms` or plain seconds as seconds, else None."""
    text = text.strip()[:40]
    if _NUMBER.fullmatch(text):
        return float(text)
    if not _DURATION.fullmatch(text):
        return None
    return sum(float(n) * _UNITS_S[unit.lower()] for n, unit in _PART.findall(text))


def in_words(text: str) -> float | None:
    """Return the wait in a sentence such as "Please try again in 2m59.56s."."""
    found = _WORDED.search(text)
    return duration_s(_UNIT.sub(_short_unit, found[1])) if found else None


def _short_unit(unit: re.Match[str]) -> str:
    name = unit[1].lower()
    return "ms" if name == "milli" else name


def in_headers(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the wait that lower-case `headers` name, the most exact first."""
    return next((wait for wait in _waits(headers, now) if wait is not None), None)


def _waits(headers: Mapping[str, str], now: datetime) -> Iterator[float | None]:
    yield duration_s(headers.get("retry-after-ms", "").strip() + "ms")
    yield _wait_or_date(headers.get("retry-after", ""), headers, now)
    for what in ("-requests", "-tokens", ""):
        if headers.get(f"x-ratelimit-remaining{what}", "").strip() == "0":
            reset = headers.get(f"x-ratelimit-reset{what}", "")
            yield _wait_or_date(reset, headers, now)


def _wait_or_date(text: str, headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds to wait; a date counts by the provider's own clock."""
    seconds = duration_s(text)
    if seconds is not None:
        if seconds >= _EPOCH_MS:
            seconds /= 1000
        return seconds - now.timestamp() if seconds >= _EPOCH_S else seconds
    until = _date(text)
    if until is None:
        return None
    return (until - (_date(headers.get("date", "")) or now)).total_seconds()


def _date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
