"""The replayable log of events: what any reader of a turn has seen or missed.

Each turn has a tape of frames numbered by `seq`. Writers append in order; readers
ask for everything after the place they have reached and are woken when more comes.
One process needs no more than `Log`; `RedisLog` carries the same tapes between nodes.
"""

import asyncio
import contextlib
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

import redis.asyncio as redis
from redis.exceptions import RedisError

TAPE_BYTES = 1_000_000
TAPE_KEPT_S = 600.0
STREAM_EVENTS = 5_000
STREAM_KEPT_S = 3_600
PENDING_EVENTS = 20_000
RETRY_S = 0.5
READ_BLOCK_S = 5

logger = logging.getLogger(__name__)
Listener = Callable[[UUID], None]
Entry = tuple[bytes, dict[bytes, bytes]]


class Event(NamedTuple):
    """One frame as every reader gets it: JSON text, encoded once."""

    seq: int
    frame: str


@dataclass(slots=True)
class Tape:
    """The newest events of one turn, without gaps, at most TAPE_BYTES of them."""

    events: deque[Event] = field(default_factory=deque)
    size: int = 0
    touched: float = 0.0
    owned: bool = False
    listeners: set[Listener] = field(default_factory=set)

    @property
    def last(self) -> int:
        """Return the newest seq, 0 when empty."""
        return self.events[-1].seq if self.events else 0

    def add(self, event: Event) -> bool:
        """Append unless it is known; a jump makes what came before useless."""
        if event.seq <= self.last:
            return False
        if self.events and event.seq != self.last + 1:
            self.events.clear()
            self.size = 0
        self.events.append(event)
        self.size += len(event.frame)
        while self.size > TAPE_BYTES:
            self.size -= len(self.events.popleft().frame)
        self.touched = time.monotonic()
        return True

    def after(self, place: int) -> list[Event] | None:
        """Return what follows `place`; None when some of it is no longer here."""
        if not self.events:
            return None
        first = self.events[0].seq
        if place < first - 1:
            return None
        if place >= self.last:
            return []
        return list(self.events)[place + 1 - first :]


class Log:
    """The tapes of this process.

    Attributes:
        shared: whether other processes may answer turns too.
    """

    shared = False

    def __init__(self) -> None:
        self._tapes: dict[UUID, Tape] = {}

    def append(self, turn: UUID, event: Event) -> None:
        """Add the next event of a turn that this process answers."""
        tape = self._tape(turn)
        if tape.add(event):
            self._wake(turn, tape)

    def own(self, turn: UUID) -> None:
        """Note that this process writes the turn's events from now on."""
        self._tape(turn).owned = True

    def disown(self, turn: UUID) -> None:
        """Note that this process has written the last event of its run."""
        self._tape(turn).owned = False

    def after(self, turn: UUID, place: int) -> list[Event] | None:
        """Return the events after `place`; None when they cannot be replayed."""
        tape = self._tapes.get(turn)
        return tape.after(place) if tape else None

    def last(self, turn: UUID) -> int:
        """Return the newest seq known here, 0 when none is."""
        tape = self._tapes.get(turn)
        return tape.last if tape else 0

    async def follow(self, turn: UUID, listener: Listener) -> None:
        """Call `listener(turn)` after every new event of the turn."""
        self._tape(turn).listeners.add(listener)

    def unfollow(self, turn: UUID, listener: Listener) -> None:
        """Stop calling `listener`."""
        if tape := self._tapes.get(turn):
            tape.listeners.discard(listener)

    def sweep(self) -> None:
        """Forget tapes that nobody writes, reads or has touched for a while."""
        horizon = time.monotonic() - TAPE_KEPT_S
        for turn, tape in list(self._tapes.items()):
            if not tape.owned and not tape.listeners and tape.touched < horizon:
                del self._tapes[turn]

    async def start(self) -> None:
        """Begin to exchange events with other processes."""

    async def stop(self) -> None:
        """Hand over what is left to hand over."""

    async def healthy(self) -> bool:
        """Return whether events reach other processes."""
        return True

    def _tape(self, turn: UUID) -> Tape:
        tape = self._tapes.get(turn)
        if tape is None:
            tape = self._tapes[turn] = Tape(touched=time.monotonic())
        return tape

    def _wake(self, turn: UUID, tape: Tape) -> None:
        for listener in tuple(tape.listeners):
            listener(turn)


class RedisLog(Log):
    """Tapes shared through Redis Streams, one stream per turn, ids `<seq>-0`.

    Two tasks serve the whole process: one writes what was appended here, one
    blocks on all streams that have listeners here. While Redis is away both
    retry; readers on the owner's node notice nothing.
    """

    shared = True

    def __init__(self, url: str, node: str) -> None:
        super().__init__()
        # Reading blocks for up to READ_BLOCK_S: the socket must be more patient.
        self._redis = redis.Redis.from_url(
            url, socket_connect_timeout=2, socket_timeout=3 * READ_BLOCK_S
        )
        self._bell = f"coach:bell:{node}"
        self._pending: deque[tuple[UUID, Event]] = deque(maxlen=PENDING_EVENTS)
        self._written = asyncio.Event()
        self._followed: dict[str, UUID] = {}
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin to write and to read."""
        self._tasks = [
            asyncio.create_task(self._write_forever()),
            asyncio.create_task(self._read_forever()),
        ]

    async def stop(self) -> None:
        """Write what is pending, then close the connections."""
        with contextlib.suppress(RedisError, OSError, TimeoutError):
            async with asyncio.timeout(2):
                await self._write_pending()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        with contextlib.suppress(RedisError, OSError):
            await self._redis.delete(self._bell)
        await self._redis.aclose()

    async def healthy(self) -> bool:
        """Return whether Redis answers."""
        try:
            async with asyncio.timeout(1):
                return bool(await self._redis.ping())
        except (RedisError, OSError, TimeoutError):
            return False

    def append(self, turn: UUID, event: Event) -> None:
        """Add the event here at once and to Redis soon."""
        super().append(turn, event)
        self._pending.append((turn, event))
        self._written.set()

    def disown(self, turn: UUID) -> None:
        """Go on listening for runs of other nodes."""
        super().disown(turn)
        if self._tapes[turn].listeners:
            self._listen(turn)

    async def follow(self, turn: UUID, listener: Listener) -> None:
        """Fetch what Redis has, then listen for more."""
        tape = self._tape(turn)
        tape.listeners.add(listener)
        if tape.owned or _key(turn) in self._followed:
            return
        with contextlib.suppress(RedisError, OSError):
            await self._fetch(turn, tape)
        self._listen(turn)

    def unfollow(self, turn: UUID, listener: Listener) -> None:
        """Stop listening when nobody here is left to tell."""
        super().unfollow(turn, listener)
        tape = self._tapes.get(turn)
        if tape is not None and not tape.listeners:
            self._followed.pop(_key(turn), None)

    async def _fetch(self, turn: UUID, tape: Tape) -> None:
        start = f"({tape.last}-0"
        entries: list[Any] = await self._redis.xrange(_key(turn), min=start) or []
        for entry in entries:
            tape.add(_event(entry))

    def _listen(self, turn: UUID) -> None:
        self._followed[_key(turn)] = turn
        self._pending_bell = asyncio.ensure_future(self._ring())

    async def _ring(self) -> None:
        """Interrupt the blocked read, so that it sees the new list of streams."""
        with contextlib.suppress(RedisError, OSError):
            await self._redis.xadd(self._bell, {"f": ""}, maxlen=10)
            await self._redis.expire(self._bell, STREAM_KEPT_S)

    async def _write_forever(self) -> None:
        while True:
            await self._written.wait()
            self._written.clear()
            try:
                await self._write_pending()
            except (RedisError, OSError) as error:
                logger.warning("event log: cannot write to Redis: %s", error)
                await asyncio.sleep(RETRY_S)
                self._written.set()

    async def _write_pending(self) -> None:
        while self._pending:
            batch = [self._pending[i] for i in range(min(500, len(self._pending)))]
            pipe = self._redis.pipeline(transaction=False)
            for turn, event in batch:
                pipe.xadd(
                    _key(turn),
                    {"f": event.frame},
                    id=f"{event.seq}-0",
                    maxlen=STREAM_EVENTS,
                )
            for turn in {turn for turn, _ in batch}:
                pipe.expire(_key(turn), STREAM_KEPT_S)
            # An id that exists already was written before a lost reply.
            await pipe.execute(raise_on_error=False)
            for _ in batch:
                self._pending.popleft()

    async def _read_forever(self) -> None:
        bell_id = "0-0"
        while True:
            streams: dict[Any, Any] = {self._bell: bell_id}
            for key, turn in self._followed.items():
                streams[key] = f"{self.last(turn)}-0"
            try:
                found: Any = await self._redis.xread(
                    streams, count=500, block=READ_BLOCK_S * 1_000
                )
            except (RedisError, OSError) as error:
                logger.warning("event log: cannot read from Redis: %s", error)
                await asyncio.sleep(RETRY_S)
                continue
            for key, entries in found or []:
                name = key.decode() if isinstance(key, bytes) else key
                if name == self._bell:
                    bell_id = entries[-1][0].decode()
                elif followed := self._followed.get(name):
                    self._receive(followed, entries)

    def _receive(
        self, turn: UUID, entries: list[tuple[bytes, dict[bytes, bytes]]]
    ) -> None:
        tape = self._tape(turn)
        fresh = [tape.add(_event(entry)) for entry in entries]
        if any(fresh):
            self._wake(turn, tape)


def _key(turn: UUID) -> str:
    return f"coach:log:{turn}"


def _event(entry: Entry) -> Event:
    entry_id, fields = entry
    return Event(int(entry_id.split(b"-")[0]), fields[b"f"].decode())
