"""Read what a provider says when it says no: status, headers, body become our error.

Providers agree on little. The shapes read here: OpenAI `{"error": {...}}`, a bare
string for `error`, vLLM `{"object": "error", "message"}`, FastAPI `{"detail"}`,
Google's list around the object, OpenRouter's `error.metadata`, HTML from a proxy.
Sources: the providers' API references; "Error handling" at openrouter.ai/docs.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, NamedTuple

from routing.core.errors import (
    BadRequest,
    ContextTooLong,
    KeyRefused,
    ModelGone,
    ProviderError,
    RateLimited,
    Refused,
    RequestTooLarge,
    Unavailable,
)
from routing.providers import waits

_SHOWN_CHARS: Final = 300
_SECRET = re.compile(
    r"(?i)\b(?:bearer\s+\S+|(?:sk|gsk|hf|r8|tgp|pk|rk|key)[-_][\w.*\-]{6,})"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A provider's no.

    Attributes:
        status: HTTP status, or the one named in an error frame; None when neither.
        code: what the provider calls it, lower case: its code and its type.
        message: what it says, with nothing left out.
        retry_after_s: how long to wait, None when it does not say.
    """

    status: int | None
    code: str = ""
    message: str = ""
    retry_after_s: float | None = None

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Return whether the code or the message matches."""
        return bool(pattern.search(self.code) or pattern.search(self.message))

    def shown(self) -> str:
        """Return one short line for logs, without anything that looks like a key."""
        text = " ".join(_SECRET.sub("[key]", self.message or self.code).split())
        status = f"HTTP {self.status}: " if self.status else ""
        return f"{status}{text[:_SHOWN_CHARS]}"


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_MODERATION = _words(
    r"content[_ ]?(filter|policy|management)",
    r"responsible ?ai",
    r"moderation",
    r"\bflagged\b",
    r"safety system",
)
_NO_CREDIT = _words(
    r"insufficient_(quota|credits|balance|funds)",
    r"billing_(hard_limit|not_active)",
    r"credit balance is too low",
)
_TOO_LONG = _words(
    r"context[_ ](length|window|size)",
    r"maximum (context|model|input|prompt|number of tokens)",
    r"string_above_max_length",
    r"(prompt|input|request|message)s? (is|are) too (long|large)",
    r"too many (input |prompt )?tokens",
    r"reduce the length",
    r"exceeds? the (available )?context",
    r"tokens.{0,40}must be <=",
)
_PER_MINUTE = _words(r"per (minute|day|hour)", r"\b[TR]P[MD]\b", r"rate.?limit")
_MODEL_GONE = _words(
    r"model_(not_found|decommissioned|not_available|deprecated)",
    r"deploymentnotfound",
    r"no (allowed providers|endpoints)",
    r"(model|deployment|engine)\b.{0,120}\b(not found|not exist|not available|"
    r"decommissioned|deprecated|retired|removed|no longer|unknown)",
    r"(unknown|no such|invalid) model",
)
_UPSTREAM = _words(
    r"upstream",
    r"provider returned error",
    r"(connection|gateway|inference|backend|server).{0,20}"
    r"(failed|timed ?out|timeout|refused|reset|aborted|unavailable)",
    r"(request|call|operation).{0,20}timed ?out",
    r"overloaded",
)
_BUSY = _words(r"overloaded", r"capacity", r"server_error", r"unavailable")
_RATE = _words(r"rate.?limit", r"too many requests", r"resource_exhausted", r"throttl")
_KEY = _words(r"invalid.?api.?key", r"authenticat", r"unauthori[sz]ed", r"permission_")


class _Rule(NamedTuple):
    """A fault with one of these statuses that says this is an error of this kind."""

    statuses: frozenset[int | None]
    says: re.Pattern[str] | None
    kind: type[ProviderError]


_ANY: Final = frozenset({None, *range(300, 600)})
_UNNAMED: Final = frozenset({None})  # an error frame that gives no number
_ABOUT_US: Final = frozenset({400, 403, 404, 410, 413, 422, None})
_PASSING: Final = frozenset({409, 422, 425, 500})

# What is said counts before the number it is said with; the first that holds wins.
_RULES: Final = (
    _Rule(_ABOUT_US, _MODERATION, Refused),
    _Rule(_ANY, _NO_CREDIT, KeyRefused),
    _Rule(frozenset({413}), _PER_MINUTE, RequestTooLarge),
    _Rule(_ABOUT_US, _TOO_LONG, ContextTooLong),
    _Rule(_ABOUT_US, _MODEL_GONE, ModelGone),
    _Rule(frozenset({400}), _UPSTREAM, Unavailable),
    _Rule(frozenset({400}), None, BadRequest),
    _Rule(frozenset({401, 402, 403}), None, KeyRefused),
    _Rule(frozenset({410}), None, ModelGone),
    _Rule(frozenset({413}), None, RequestTooLarge),
    _Rule(frozenset({429}), None, RateLimited),
    _Rule(_UNNAMED, _BUSY, Unavailable),
    _Rule(_UNNAMED, _RATE, RateLimited),
    _Rule(_UNNAMED, _KEY, KeyRefused),
    _Rule(_ANY, None, Unavailable),
)


def translate(fault: Fault) -> ProviderError:
    """Return the error that `fault` is."""
    kind = next(
        (
            rule.kind
            for rule in _RULES
            if fault.status in rule.statuses
            and (rule.says is None or fault.says(rule.says))
        ),
        Unavailable,
    )
    if kind is Refused:
        return Refused(fault.shown())
    if kind is KeyRefused and fault.retry_after_s is not None:
        kind = RateLimited  # a key that is good again in a moment has no room now
    again = kind is Unavailable and fault.status in _PASSING
    return kind(fault.shown(), fault.retry_after_s, again=again)


def read(
    status: int | None, headers: Mapping[str, str], body: str, now: datetime
) -> Fault:
    """Return the fault in an HTTP answer; `now` turns dates into waits."""
    try:
        document: object = json.loads(body)
    except (ValueError, RecursionError):
        document = body
    said = _Said()
    said.gather(document)
    lower = {name.lower(): value for name, value in headers.items()}
    return said.fault(status, waits.in_headers({**said.headers, **lower}, now))


def read_frame(document: object) -> Fault:
    """Return the fault in an error frame of a stream; its status is what it names."""
    said = _Said()
    said.gather(document)
    return said.fault(None, None)


_STATUSES: Final = frozenset(str(number) for number in range(400, 600))
_TELLING: Final = frozenset(
    {"error", "errors", "innererror", "metadata", "details"}
    | {"message", "msg", "detail", "error_description", "raw", "reason"}
)


@dataclass(slots=True)
class _Said:
    """What was found in an error document, wherever the provider put it."""

    codes: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    status: int | None = None
    wait_s: float | None = None

    def fault(self, status: int | None, wait_s: float | None) -> Fault:
        """Return it as one value; a status or wait from the headers comes first."""
        message = " ".join(self.messages)
        for found in (wait_s, self.wait_s, waits.in_words(message)):
            if found is not None:
                wait_s = waits.bounded(found)
                break
        status = self.status if status is None else status
        return Fault(status, " ".join(self.codes).lower(), message, wait_s)

    def gather(self, document: object, depth: int = 4) -> None:
        """Note what `document` says, `depth` levels down."""
        match document:
            case str():
                self.messages.append(document)
            case list() if depth:
                for part in document[:5]:
                    self.gather(part, depth - 1)
            case dict() if depth:
                for name, value in document.items():
                    self._field(name, value, depth - 1)

    def _field(self, name: object, value: object, depth: int) -> None:
        match name:
            case "code" | "type" | "error_type" | "provider_code" | "status":
                self._code(value)
            case "loc" | "param" | "reasons" if value:
                self.messages.append(json.dumps(value))
            case "retry_after" | "retry_after_seconds" | "retryDelay":
                self.wait_s = waits.duration_s(str(value))
            case "estimated_time":  # Hugging Face, while a model loads
                self.wait_s = waits.duration_s(str(value))
            case "headers" if isinstance(value, dict):  # OpenRouter, in metadata
                self.headers = {str(k).lower(): str(v) for k, v in value.items()}
            case str() if name in _TELLING:
                self.gather(value, depth)

    def _code(self, value: object) -> None:
        if isinstance(value, str):
            self.codes.append(value)
        if self.status is None and str(value) in _STATUSES:
            self.status = int(str(value))
