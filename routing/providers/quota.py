"""What a host still allows us, from its headers: hop before it has to say no.

Groq and OpenAI send `x-ratelimit-{limit,remaining,reset}-{requests,tokens}` with every
answer; `reset` is the time until nothing of the limit is used (Groq: requests per day,
tokens per minute). Between two answers the allowance grows evenly.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from routing.core.errors import RateLimited, RequestTooLarge
from routing.providers.waits import duration_s


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much of one limit was left at a moment.

    Attributes:
        limit: the whole of it.
        left: what was left at `at`, less what was asked for since.
        at: monotonic seconds.
        full_s: seconds from `at` until it is whole again.
    """

    limit: float
    left: float
    at: float
    full_s: float

    def now_left(self, now: float) -> float:
        """Return what is left at `now`."""
        if now - self.at >= self.full_s:
            return self.limit
        grown = (self.limit - self.left) * (now - self.at) / self.full_s
        return self.left + grown

    def wait_s(self, need: float, now: float) -> float:
        """Return the seconds until `need` is left; 0 when it is."""
        short = need - self.now_left(now)
        if short <= 0:
            return 0.0
        return short * self.full_s / (self.limit - self.left)

    def less(self, taken: float, now: float) -> "Allowance":
        """Return what is left after `taken` was asked for at `now`."""
        grown = self.now_left(now)
        left_s = max(self.full_s - (now - self.at), 1.0)
        return replace(self, left=grown - taken, at=now, full_s=left_s)


class Quota:
    """The allowances of one model at one host, for the operator's key."""

    def __init__(self) -> None:
        self._requests: Allowance | None = None
        self._tokens: Allowance | None = None

    def learn(self, headers: Mapping[str, str], now: float) -> None:
        """Take over what an answer says; what it does not say stays as it was."""
        self._requests = _read(headers, "requests", now) or self._requests
        self._tokens = _read(headers, "tokens", now) or self._tokens

    def take(self, tokens: int, now: float) -> None:
        """Note a call that may use `tokens`.

        Raises:
            RequestTooLarge: the host would refuse it now; a smaller one may pass.
            RateLimited: the host would refuse any call now.
        """
        if self._requests and (wait_s := self._requests.wait_s(1, now)):
            raise RateLimited("no requests left, by the host's own count", wait_s)
        if self._tokens and (wait_s := self._tokens.wait_s(tokens, now)):
            raise RequestTooLarge(f"fewer than {tokens} tokens left", wait_s)
        if self._requests:
            self._requests = self._requests.less(1, now)
        if self._tokens:
            self._tokens = self._tokens.less(tokens, now)


def _read(headers: Mapping[str, str], what: str, now: float) -> Allowance | None:
    """Return one allowance, None unless all that it needs is there and makes sense."""
    limit = duration_s(headers.get(f"x-ratelimit-limit-{what}", ""))
    left = duration_s(headers.get(f"x-ratelimit-remaining-{what}", ""))
    full_s = duration_s(headers.get(f"x-ratelimit-reset-{what}", ""))
    if limit is None or left is None or full_s is None:
        return None
    if not (0 <= left < limit and full_s > 0):
        return None  # nothing of it is used
    return Allowance(limit, left, now, full_s)
