"""Decide when a failing model may be asked again. Pure: the time comes in.

closed -> open         three failures in a row within the window, or a telling one
open -> half-open      its cooldown is over
half-open -> closed    two calls in a row were answered, one at a time
half-open -> open      the call failed; the cooldown doubles up to its limit

Times are seconds of any monotonic clock, the same one in every call.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from routing.core.errors import (
    FirstTokenTimeout,
    IdleTimeout,
    KeyRefused,
    ModelGone,
    ProviderError,
    RateLimited,
    TurnTimeout,
)

State = Literal["closed", "open", "half-open"]

THRESHOLD: Final = 3  # failures in a row that open
WINDOW_S: Final = 30.0  # within so many seconds
PROOFS: Final = 2  # answers in a row that close
PROBE_S: Final = 60.0  # a probe that is not reported by then is forgotten
BUSY_S: Final = 1.0  # a guess at how long somebody else's probe still takes
DAY_S: Final = 86_400.0


@dataclass(frozen=True, slots=True)
class Cooldown:
    """How long one kind of failure keeps a model out.

    Attributes:
        first_s, longest_s: it doubles from the one to the other while failures go on.
        at_once: whether a single failure is enough.
    """

    first_s: float
    longest_s: float
    at_once: bool = False


# The first kind that fits. A fault that shows itself quickly is probed every 5 s, so
# that a model which recovers is back soon; one that costs a person a long wait is not.
_SLOW: Final = Cooldown(5, 60)
COOLDOWNS: Final[tuple[tuple[type[ProviderError], Cooldown], ...]] = (
    (ModelGone, Cooldown(DAY_S, DAY_S, at_once=True)),
    (KeyRefused, Cooldown(300, 3600, at_once=True)),
    (RateLimited, Cooldown(30, 300, at_once=True)),
    (FirstTokenTimeout, _SLOW),
    (IdleTimeout, _SLOW),
    (TurnTimeout, _SLOW),
    (ProviderError, Cooldown(5, 5)),
)


@dataclass(frozen=True, slots=True)
class Breaker:
    """What is remembered of one model.

    Attributes:
        failures: when calls failed, in a row, while it was closed.
        trips: how often it opened since it was last closed.
        opened_at: when it first did; None while it is closed.
        until: when its cooldown ends; None while it is closed.
        probe_until: when the running probe is given up; None when none runs.
        proofs: probes answered in a row.
        why: code of the failure that opened it, empty while closed.
    """

    failures: tuple[float, ...] = ()
    trips: int = 0
    opened_at: float | None = None
    until: float | None = None
    probe_until: float | None = None
    proofs: int = 0
    why: str = ""


CLOSED: Final = Breaker()


def state(breaker: Breaker, now: float) -> State:
    """Return what the breaker is at `now`."""
    if breaker.until is None:
        return "closed"
    return "open" if now < breaker.until else "half-open"


def usable(breaker: Breaker, now: float) -> bool:
    """Return whether a call may be made: closed, or half-open and nobody is probing."""
    return retry_after_s(breaker, now) == 0


def retry_after_s(breaker: Breaker, now: float) -> float:
    """Return the seconds until a call may be made, as far as is known; 0 for now."""
    if breaker.until is None:
        return 0.0
    if now < breaker.until:
        return breaker.until - now
    if breaker.probe_until is not None and now < breaker.probe_until:
        return BUSY_S
    return 0.0


def probed(breaker: Breaker, now: float) -> Breaker:
    """Return the breaker while its one probe runs. Only for a half-open one."""
    return replace(breaker, probe_until=now + PROBE_S)


def let_go(breaker: Breaker) -> Breaker:
    """Return the breaker after a probe that proved nothing, such as a cancelled one."""
    return replace(breaker, probe_until=None)


def answered(breaker: Breaker, now: float, *, probe: bool) -> Breaker:
    """Return the breaker after a call that was answered.

    An answer to a call from before it opened proves nothing about now; a probe that
    was made during the cooldown, by hand, ends the cooldown.
    """
    if breaker.until is None:
        return CLOSED
    if not probe:
        return breaker
    proofs = breaker.proofs + 1
    if proofs >= PROOFS:
        return CLOSED
    return replace(
        breaker, until=min(breaker.until, now), probe_until=None, proofs=proofs
    )


def failed(
    breaker: Breaker, error: ProviderError, now: float, *, probe: bool
) -> Breaker:
    """Return the breaker after a call that failed with `error`."""
    if not error.counts:
        return let_go(breaker) if probe else breaker
    cooldown = next(rest for kind, rest in COOLDOWNS if isinstance(error, kind))
    if breaker.until is None:
        recent = (*(at for at in breaker.failures if now - at <= WINDOW_S), now)
        told = cooldown.at_once or error.retry_after_s is not None
        if not told and len(recent) < THRESHOLD:
            return replace(breaker, failures=recent)
    elif not probe:  # it began before the breaker opened: it may only lengthen the rest
        until = max(breaker.until, now + _rest_s(cooldown, error, 0))
        return replace(breaker, until=until)
    return Breaker(
        trips=breaker.trips + 1,
        opened_at=breaker.opened_at if breaker.opened_at is not None else now,
        until=now + _rest_s(cooldown, error, breaker.trips),
        why=error.code,
    )


def _rest_s(cooldown: Cooldown, error: ProviderError, trips: int) -> float:
    """Return the cooldown; what the provider asked for counts, if it did ask."""
    if error.retry_after_s is not None:
        return min(max(error.retry_after_s, 0.0), DAY_S)
    return min(cooldown.first_s * 2.0 ** min(trips, 20), cooldown.longest_s)
