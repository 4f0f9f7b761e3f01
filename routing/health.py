"""The breakers of this process, by model name: what is failing now, and until when.

Each process learns for itself; a breaker is a memory of minutes, not a record. Calls
with a person's own key never come here: their failures say nothing about ours.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from routing.core import breaker
from routing.core.breaker import CLOSED, Breaker, State
from routing.core.errors import ProviderError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Permit:
    """Leave to make one call; `probe`: it decides about a half-open breaker."""

    model: str
    probe: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """One model that is kept out.

    Attributes:
        open_s: since when, seconds ago.
        retry_after_s: until when, seconds from now; 0 while it is half-open.
        why: code of the failure that opened it.
    """

    model: str
    state: State
    open_s: float
    retry_after_s: float
    why: str


class Health:
    """Breakers by model name. Safe to use from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._breakers: dict[str, Breaker] = {}
        self._lock = threading.Lock()

    def usable(self, model: str) -> bool:
        """Return whether `model` may be asked now; asking takes a `begin`."""
        return breaker.usable(self._breakers.get(model, CLOSED), self._clock())

    def idle(self, model: str) -> bool:
        """Return whether nothing speaks against `model`: no failure is remembered."""
        return self._breakers.get(model, CLOSED) == CLOSED

    def begin(self, model: str) -> Permit | None:
        """Return leave to call `model`, None when it must not be called now.

        Every permit must come back through `record` or `let_go`.
        """
        with self._lock:
            now = self._clock()
            known = self._breakers.get(model, CLOSED)
            if not breaker.usable(known, now):
                return None
            if breaker.state(known, now) == "closed":
                return Permit(model)
            self._breakers[model] = breaker.probed(known, now)
            return Permit(model, probe=True)

    def record(self, permit: Permit, error: ProviderError | None) -> None:
        """Learn how the call ended; None: it was answered."""
        with self._lock:
            now = self._clock()
            before = self._breakers.get(permit.model, CLOSED)
            if error is None:
                after = breaker.answered(before, now, probe=permit.probe)
            else:
                after = breaker.failed(before, error, now, probe=permit.probe)
            self._breakers[permit.model] = after
        if before.until is None and after.until is not None:
            rest_s = after.until - now
            logger.warning("%s is out for %.0f s: %s", permit.model, rest_s, error)
        elif before.until is not None and after.until is None:
            logger.info("%s is back", permit.model)

    def let_go(self, permit: Permit) -> None:
        """Take back a permit whose call proved nothing, such as a cancelled one."""
        if permit.probe:
            with self._lock:
                known = self._breakers.get(permit.model, CLOSED)
                self._breakers[permit.model] = breaker.let_go(known)

    def retry_after_s(self, models: Iterable[str]) -> float | None:
        """Return the seconds until one of `models` may be asked; None without any."""
        now = self._clock()
        waits = [
            breaker.retry_after_s(self._breakers.get(model, CLOSED), now)
            for model in models
        ]
        return min(waits, default=None)

    def openings(self) -> list[Opening]:
        """Return every model that is not closed, the longest open first."""
        now = self._clock()
        found = [
            Opening(
                model=model,
                state=breaker.state(known, now),
                open_s=now - known.opened_at,
                retry_after_s=max(known.until - now, 0.0),
                why=known.why,
            )
            for model, known in list(self._breakers.items())
            if known.until is not None and known.opened_at is not None
        ]
        return sorted(found, key=lambda opening: -opening.open_s)

    def reset(self, model: str) -> None:
        """Forget what is known of `model`, because a person has mended it."""
        with self._lock:
            self._breakers.pop(model, None)


_here = Health()


def here() -> Health:
    """Return the breakers of this process."""
    return _here
