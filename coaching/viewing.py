"""Reading turns: every event once and in order, from any place, then live.

A viewer is a socket or an SSE response. It keeps one place per turn, is woken by
the log and sends what follows. Where the log cannot replay, the database says
what was said, as snapshots.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Awaitable, Callable
from uuid import UUID

from coaching import reading
from coaching.events import is_final, numbered
from coaching.log import Event, Log
from coaching.threads import in_thread

# A turn whose log and checkpoint do not meet yet is looked at again this much later.
RECHECK_S = 1.0
PAGE = 200

Send = Callable[[Event], Awaitable[None]]


class Viewer:
    """One reader of any number of turns."""

    def __init__(self, log: Log, send: Send) -> None:
        self._log = log
        self._send = send
        self._places: dict[UUID, int] = {}
        self._woken: set[UUID] = set()
        self._wake = asyncio.Event()
        self._sending = asyncio.Lock()

    async def attach(self, turn: UUID, after: int) -> int:
        """Send what follows `after`, stay attached, return the place reached."""
        async with self._sending:
            self._places[turn] = after
            await self._log.follow(turn, self._on_event)
            await self._catch_up(turn)
            return self._places[turn]

    def attached(self, turn: UUID) -> bool:
        """Return whether the viewer reads this turn."""
        return turn in self._places

    def detach(self) -> None:
        """Stop reading everything."""
        for turn in self._places:
            self._log.unfollow(turn, self._on_event)
        self._places.clear()
        self._woken.clear()

    async def run(self) -> None:
        """Send events as they come, for ever."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._woken:
                turn = self._woken.pop()
                async with self._sending:
                    if turn in self._places:
                        await self._catch_up(turn)

    def _on_event(self, turn: UUID) -> None:
        self._woken.add(turn)
        self._wake.set()

    async def _catch_up(self, turn: UUID) -> None:
        events = self._log.after(turn, self._places[turn])
        if events is None:
            await self._send_snapshots(turn)
            events = self._log.after(turn, self._places[turn])
        if events is None:
            if self._log.last(turn) > self._places[turn]:
                loop = asyncio.get_running_loop()
                loop.call_later(RECHECK_S, self._on_event, turn)
            return
        for number, event in enumerate(events, start=1):
            await self._send(event)
            self._places[turn] = event.seq
            if number % PAGE == 0:
                await asyncio.sleep(0)

    async def _send_snapshots(self, turn: UUID) -> None:
        for event in await in_thread(reading.replay, turn, self._places[turn]):
            await self._send(numbered(event))
            self._places[turn] = event["seq"]


async def tail(
    log: Log, turn: UUID, after: int, patience_s: float
) -> AsyncGenerator[Event | None, None]:
    """Yield a turn's events until its last run is over.

    None stands for `patience_s` seconds in which nothing happened.
    """
    queue: asyncio.Queue[Event] = asyncio.Queue()
    viewer = Viewer(log, queue.put)
    pump = asyncio.create_task(viewer.run())
    try:
        await viewer.attach(turn, after)
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), patience_s)
            except TimeoutError:
                if not await in_thread(reading.streaming, turn):
                    return  # deleted, or ended by a process that then died
                yield None
                continue
            yield event
            over = is_final(event) and queue.empty()
            if over and not await in_thread(reading.streaming, turn):
                return
    finally:
        viewer.detach()
        pump.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await pump
