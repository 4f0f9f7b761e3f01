"""What the product refuses to do, in words that say what to do next.

CoachingError
├── BadRequest          the command or body cannot be understood    400
├── Unauthenticated     nobody is logged in                         401
├── Forbidden           logged in, but not allowed                  403
├── NotFound            it is not there, or belongs to others       404
├── Conflict            it contradicts what is already so           409
├── MessageTooLong      over 8,000 characters                       413
└── TooMany             a limit per person                          429

Errors of billing and routing keep their own codes; `describe` gives every one
its status and its sentence.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from django.utils import timezone

from billing.errors import BillingError
from routing.core.errors import NoModelAvailable, RoutingError


class CoachingError(Exception):
    """Base class; `code` is part of the protocol, the text is for people."""

    code: ClassVar[str] = "error"


class BadRequest(CoachingError):
    """The command cannot be understood."""

    code = "bad_request"


class Unauthenticated(CoachingError):
    """Nobody is logged in, or the session ended."""

    code = "unauthenticated"


class Forbidden(CoachingError):
    """The person may not do this."""

    code = "forbidden"


class NotFound(CoachingError):
    """There is no such thing among the person's own."""

    code = "not_found"


class Conflict(CoachingError):
    """The command contradicts the present state."""

    code = "conflict"


class MessageTooLong(CoachingError):
    """The message has more than 8,000 characters."""

    code = "message_too_long"


class TooMany(CoachingError):
    """A limit per person is reached until `retry_at`."""

    code = "rate_limited"

    def __init__(self, message: str, retry_at: datetime) -> None:
        super().__init__(message)
        self.retry_at = retry_at


STATUSES = {
    "bad_request": 400,
    "unauthenticated": 401,
    "insufficient_credits": 402,
    "forbidden": 403,
    "account_frozen": 403,
    "key_refused": 403,
    "not_found": 404,
    "conflict": 409,
    "ladder_top": 409,
    "message_too_long": 413,
    "rate_limited": 429,
    "upstream_refused": 502,
    "no_model_available": 503,
    "budget_reached": 503,
}

SENTENCES = {
    "unauthenticated": "Please log in again to go on.",
    "insufficient_credits": (
        "You do not have enough credits for this answer. Your message is kept: "
        "add credits on the billing page, then send it again."
    ),
    "account_frozen": (
        "Your account is on hold because of a payment question. "
        "The billing page says what to do."
    ),
    "not_found": "This is not here, or it is not yours.",
    "ladder_top": "This is already the strongest answer your plan offers.",
    "message_too_long": "A message can have up to 8,000 characters. Please shorten it.",
    "no_model_available": (
        "No model can answer right now. Nothing was charged. Please try again."
    ),
    "budget_reached": (
        "The service has used up what it may spend today. Nothing was charged; "
        "it starts afresh at midnight UTC."
    ),
    "key_refused": "Your provider refused the API key. Check it on the settings page.",
    "interrupted": "The answer was interrupted. Nothing was charged; try again.",
    "refused": "The model's provider declined to answer this message.",
}
FALLBACK_SENTENCE = "Something went wrong on our side. Nothing was charged."


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error as the outside sees it."""

    code: str
    message: str
    status: int
    retry_at: datetime | None = None

    def body(self) -> dict[str, str]:
        """Return the protocol's `{"code", "message", "retry_at"?}`."""
        body = {"code": self.code, "message": self.message}
        if self.retry_at:
            body["retry_at"] = self.retry_at.isoformat()
        return body


def refusal(code: str, retry_at: datetime | None = None) -> Refusal:
    """Return the standard words for `code`."""
    message = SENTENCES.get(code, FALLBACK_SENTENCE)
    return Refusal(code, message, STATUSES.get(code, 503), retry_at)


def describe(error: CoachingError | BillingError | RoutingError) -> Refusal:
    """Return what to tell a person and a program about `error`."""
    retry_at: datetime | None = getattr(error, "retry_at", None)
    if isinstance(error, NoModelAvailable) and error.retry_after_s is not None:
        retry_at = timezone.now() + timedelta(seconds=error.retry_after_s)
    standard = refusal(error.code, retry_at)
    if isinstance(error, CoachingError) and str(error):
        return Refusal(standard.code, str(error), standard.status, retry_at)
    return standard
