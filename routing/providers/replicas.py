"""Several servers of one model as one provider.

A conversation goes to its own replica, whose prefix cache is warm, while that one is
not busier than the others by more than a quarter ("consistent hashing with bounded
loads", Mirrokni, Thorup, Zadimoghaddam, 2016). A replica that fails is left out for a
while; the engine, not this module, asks again.
"""

import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, Protocol

from routing.core import breaker
from routing.core.breaker import CLOSED, Breaker
from routing.core.errors import FirstTokenTimeout, ProviderError, Unavailable
from routing.core.messages import Chunk, Prompt, Request

HEADROOM: Final = 1.25
OUT_S: Final = 5.0


class Server(Protocol):
    """One replica."""

    base_url: str

    def stream(self, request: Request) -> AsyncGenerator[Chunk, None]:
        """See `Provider.stream`."""
        ...

    async def aclose(self) -> None:
        """Close its connections."""
        ...


@dataclass(slots=True)
class _Replica:
    server: Server
    running: int = 0
    health: Breaker = CLOSED


class Replicas:
    """The replicas of one model server. Belongs to one process."""

    def __init__(
        self, servers: Sequence[Server], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._replicas = [_Replica(server) for server in servers]
        self._clock = clock

    async def stream(self, request: Request) -> AsyncGenerator[Chunk, None]:
        """See `Provider.stream`."""
        replica = self._choose(request.prompt)
        now = self._clock()
        probe = breaker.state(replica.health, now) == "half-open"
        if probe:
            replica.health = breaker.probed(replica.health, now)
        replica.running += 1
        # Closed before it said a word: it may be the one that hangs.
        outcome: ProviderError | None = FirstTokenTimeout()
        try:
            async with aclosing(replica.server.stream(request)) as chunks:
                async for chunk in chunks:
                    outcome = None
                    yield chunk
        except ProviderError as error:
            outcome = error
            error.again = error.again or self._another_may_do(replica, error)
            raise
        finally:
            replica.running -= 1
            self._learn(replica, outcome, probe=probe)

    async def aclose(self) -> None:
        """Close the connections to all replicas."""
        for replica in self._replicas:
            await replica.server.aclose()

    def _choose(self, prompt: Prompt) -> _Replica:
        key = _conversation(prompt)
        ranked = sorted(self._replicas, key=lambda one: _rank(key, one.server.base_url))
        usable = [one for one in ranked if self._usable(one)] or ranked
        running = sum(one.running for one in usable)
        most = HEADROOM * (running + 1) / len(usable)
        return next(one for one in usable if one.running < most)

    def _usable(self, replica: _Replica) -> bool:
        return breaker.usable(replica.health, self._clock())

    def _another_may_do(self, failed: _Replica, error: ProviderError) -> bool:
        """Return whether the fault is this replica's, and another is there."""
        others = (one for one in self._replicas if one is not failed)
        return isinstance(error, Unavailable) and any(map(self._usable, others))

    def _learn(
        self, replica: _Replica, outcome: ProviderError | None, *, probe: bool
    ) -> None:
        now = self._clock()
        if outcome is None:
            replica.health = breaker.answered(replica.health, now, probe=probe)
            return
        silent = isinstance(outcome, FirstTokenTimeout)
        if isinstance(outcome, Unavailable) and not silent:
            outcome = Unavailable(retry_after_s=OUT_S)  # one such failure is enough
        replica.health = breaker.failed(replica.health, outcome, now, probe=probe)


def _conversation(prompt: Prompt) -> str:
    """Return what all prompts of one conversation share: its first question."""
    return next((line.text for line in prompt if line.role == "user"), "")


def _rank(key: str, base_url: str) -> bytes:
    return blake2b(f"{base_url}\n{key}".encode("utf-8", "replace")).digest()
