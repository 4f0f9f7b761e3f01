"""Measure how long something took, less what a busy machine took from it."""

import asyncio
import time
from typing import Self

TICK_S = 0.005


class Stopwatch:
    """Runs while its block runs.

    Attributes:
        elapsed_s: by the clock.
        stalled_s: of it, how long the event loop could not run when it wanted to.
    """

    def __init__(self) -> None:
        self.elapsed_s = 0.0
        self.stalled_s = 0.0

    @property
    def own_s(self) -> float:
        """What the block itself took."""
        return self.elapsed_s - self.stalled_s

    async def __aenter__(self) -> Self:
        self._start = time.perf_counter()
        self._ticking = asyncio.create_task(self._tick())
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        self.elapsed_s = time.perf_counter() - self._start
        self._ticking.cancel()
        await asyncio.gather(self._ticking, return_exceptions=True)

    async def _tick(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK_S)
            late_s = time.perf_counter() - before - TICK_S
            self.stalled_s += late_s if late_s > TICK_S else 0.0
