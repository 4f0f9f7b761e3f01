"""What can go wrong between a message and a model.

RoutingError
├── PolicyError         a policy or catalogue document is wrong   fix the data
├── LadderTop           the plan has no stronger rung             tell the person
├── SlotForbidden       the plan does not include that slot       tell the person
├── NoModelAvailable    every candidate is down or has failed     tell the person
├── BudgetReached       the operator's daily cap is spent         tell the person
└── ProviderError       one call to one provider failed
    ├── Unavailable     connection, timeout, 5xx, broken stream   try the next
    │   ├── FirstTokenTimeout   nothing said within the first-token limit
    │   ├── IdleTimeout         silence in the middle of an answer
    │   ├── TurnTimeout         the whole turn's time is spent
    │   └── UpstreamCut         the stream ended without a finish
    ├── RateLimited     429 and its disguises                     try the next
    │   └── RequestTooLarge     413: too much for this route; no charge to its breaker
    ├── ModelGone       retired or unknown there                  try the next, close it
    ├── KeyRefused      401, 403, 402: the key or account         try the next, alert
    ├── BadRequest      400: our request is wrong                 tell the person
    │   ├── ContextTooLong        more text than the model can read: try the next
    │   └── UnsupportedParameter  drop it and ask the same model once more
    └── Refused         the provider's moderation said no         show it, ask no other
"""

from typing import ClassVar


class RoutingError(Exception):
    """Base class; `code` is stable and safe to show, store and count."""

    code: ClassVar[str] = "routing_error"


class PolicyError(RoutingError):
    """A policy or catalogue document contradicts itself; the text names the path."""

    code = "policy_error"


class LadderTop(RoutingError):
    """There is no rung above the one that answered."""

    code = "ladder_top"


class SlotForbidden(RoutingError):
    """The slot that was asked for by name is beyond the plan's ladder."""

    code = "forbidden"


class NoModelAvailable(RoutingError):
    """Every candidate is down, excluded or has failed.

    Attributes:
        retry_after_s: seconds until the earliest candidate may be tried again,
            None when unknown.
    """

    code = "no_model_available"

    def __init__(self, message: str = "", retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class BudgetReached(RoutingError):
    """The operator's spend cap leaves no room for this call today."""

    code = "budget_reached"


class ProviderError(RoutingError):
    """One call to one provider failed.

    Attributes:
        retryable: whether the next candidate may be asked instead.
        counts: whether the failure is charged to the model's breaker.
        retry_after_s: how long the provider asked us to wait, None when it did not.
        again: whether it may pass at once: the same model may be asked once more.
    """

    code = "provider_error"
    retryable: ClassVar[bool] = True
    counts: ClassVar[bool] = True

    def __init__(
        self,
        message: str = "",
        retry_after_s: float | None = None,
        *,
        again: bool = False,
    ) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s
        self.again = again


class Unavailable(ProviderError):
    """The provider could not be reached, timed out, answered 5xx or broke off."""

    code = "unavailable"


class FirstTokenTimeout(Unavailable):
    """The model said nothing within the first-token limit."""

    code = "first_token_timeout"


class IdleTimeout(Unavailable):
    """The model fell silent in the middle of its answer."""

    code = "idle_timeout"


class TurnTimeout(Unavailable):
    """The time for the whole turn, every attempt included, is spent."""

    code = "turn_timeout"


class UpstreamCut(Unavailable):
    """The stream ended without saying that the answer was finished."""

    code = "upstream_cut"


class RateLimited(ProviderError):
    """The provider has no room for this call now."""

    code = "rate_limited"


class RequestTooLarge(RateLimited):
    """The request alone is more than the provider takes at once, or per minute."""

    counts = False


class ModelGone(ProviderError):
    """The provider no longer serves this model."""

    code = "model_gone"


class KeyRefused(ProviderError):
    """The provider refused the key, or its account has no credit."""

    code = "key_refused"


class BadRequest(ProviderError):
    """The provider found fault with our request; that says nothing about its health.

    Another model would be sent the same request, so none is asked.
    """

    code = "bad_request"
    retryable = False
    counts = False


class ContextTooLong(BadRequest):
    """The prompt is longer than this model can read; another may read more."""

    code = "context_too_long"
    retryable = True


class UnsupportedParameter(BadRequest):
    """A parameter this model does not know; the adapter leaves it out from now on."""

    code = "unsupported_parameter"
    retryable = True


class Refused(ProviderError):
    """The provider's moderation refused; no other model is asked to say it instead.

    Attributes:
        text: what the provider said about the refusal, perhaps empty.
    """

    code = "refused"
    retryable = False
    counts = False

    def __init__(self, message: str = "", text: str = "") -> None:
        super().__init__(message)
        self.text = text
