"""Answer turns: the process, not the tab, owns a running answer.

One task per run streams from the engine, coalesces what it says into at most ten
events a second, and closes the run whatever happened. A housekeeper keeps the texts
so far in the database, renews the leases, and ends the runs of dead processes.
"""

import asyncio
import logging
import time
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4
from weakref import WeakKeyDictionary

from channels.layers import get_channel_layer
from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone
from redis.exceptions import RedisError

from coaching import metrics, turns, wakeups
from coaching.errors import refusal
from coaching.events import Head, error_body, numbered
from coaching.log import Log, RedisLog
from coaching.models import RunState
from coaching.threads import in_thread
from coaching.turns import Outcome, Work
from routing import decide, engine, health, record
from routing.core.catalogue import Model
from routing.core.errors import NoModelAvailable, RoutingError
from routing.providers import registry

# Nine in any second, which leaves room for the last one, sent when the run ends.
DELTA_EVERY_S = 0.115
DELTA_EVERY_CROWDED_S = 0.2
CROWDED = 50
CHECKPOINT_EVERY_S = 1.0
REAP_EVERY_S = 10.0
CLOSE_RETRIES_S = (0.1, 0.3, 1, 2, 4, 8, 15, 30)

logger = logging.getLogger(__name__)


class Running:
    """One run in this process: what it has said, and what of it was sent."""

    def __init__(self, work: Work, log: Log) -> None:
        self.work = work
        self.head = Head(work.turn_id, work.number, work.first_seq)
        self.text = ""
        self.kept_chars = 0
        self.checkpoint_seq = work.first_seq - 1
        self.stream: asyncio.Task[None] | None = None
        self.ending: RunState | None = None
        self._log = log
        self._unsent: list[str] = []
        self._sent_at = 0.0
        self._began = time.monotonic()
        self._timer: asyncio.TimerHandle | None = None

    def emit(self, kind: str, **fields: Any) -> None:
        """Send what is unsent, then this event."""
        self.flush()
        self._log.append(self.work.turn_id, numbered(self.head.event(kind, **fields)))

    def say(self, text: str, every_s: float) -> None:
        """Add to the answer; readers get it at most once per `every_s` seconds."""
        if not self.text and not self._unsent:
            metrics.FIRST_TEXT.observe(time.monotonic() - self._began)
        self._unsent.append(text)
        if self._timer is None:
            loop = asyncio.get_running_loop()
            wait_s = self._sent_at + every_s - loop.time()
            if wait_s <= 0:
                self.flush()
            else:
                self._timer = loop.call_later(wait_s, self.flush)

    def flush(self) -> None:
        """Send what was said since the last delta."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._unsent:
            return
        text = "".join(self._unsent)
        self._unsent.clear()
        self.text += text
        self._sent_at = asyncio.get_running_loop().time()
        event = self.head.event("delta", text=text)
        self._log.append(self.work.turn_id, numbered(event))

    def discard(self) -> None:
        """Forget what was said: another model begins again."""
        self._unsent.clear()
        self.flush()
        self.text = ""

    def stop(self, ending: RunState) -> None:
        """End the stream; what was said so far stands."""
        if self.ending is None:
            self.ending = ending
        if self.stream is not None:
            self.stream.cancel()


@dataclass(slots=True)
class Journal:
    """Keeps the attempts of one run; a row exists before its call is made."""

    work: Work
    attempts: list[record.AttemptReport] = field(default_factory=list)

    async def begin(self, position: int, model: Model) -> None:
        """Note that `model` is about to be called."""
        if position:  # the first was written when the run was opened
            await in_thread(
                record.attempt_begun, self.work.decision_id, position, model
            )

    def end(self, position: int, report: engine.AttemptReport) -> None:
        """Note how the call ended."""
        self.attempts.append(record.report_of(position, report, timezone.now()))


class Runner:
    """The running answers of this process."""

    def __init__(self, node: str, log: Log) -> None:
        self.node = node
        self.log = log
        self.draining = False
        self._runs: dict[int, Running] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._keepers: list[asyncio.Task[None]] = []
        self.providers = registry.build(settings.PROVIDERS, settings.CONNECT_TIMEOUT_S)

    async def start_up(self) -> None:
        """Begin to keep house; end what a dead process left."""
        await self.log.start()
        self._keepers = [
            asyncio.create_task(self._keep_house()),
            asyncio.create_task(self._hear_stops()),
        ]

    async def shut_down(self, drain_s: float) -> None:
        """Let running answers finish for `drain_s` seconds, then interrupt them."""
        self.draining = True
        if self._tasks and drain_s:
            await asyncio.wait(self._tasks, timeout=drain_s)
        for running in self._runs.values():
            running.stop(RunState.INTERRUPTED)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=5)
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)
        await self.log.stop()
        await registry.close(self.providers)

    def refuse_when_draining(self) -> None:
        """Raise NoModelAvailable while the process is shutting down."""
        if self.draining:
            raise NoModelAvailable(retry_after_s=2)

    def start(self, work: Work) -> None:
        """Answer `work` in the background."""
        running = Running(work, self.log)
        self._runs[work.run_id] = running
        metrics.RUNNING.inc()
        self.log.own(work.turn_id)
        running.emit(
            "started",
            id=str(work.command.id),
            conversation=str(work.conversation_id),
            held=work.held,
        )
        task = asyncio.create_task(self._answer(running))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def stop(self, run_id: int) -> bool:
        """Stop a run; False when it is not this process's."""
        running = self._runs.get(run_id)
        if running is None:
            return False
        running.stop(RunState.STOPPED)
        return True

    async def _answer(self, running: Running) -> None:
        work = running.work
        await wakeups.began(
            work.conversation_id, work.turn_id, work.number, work.first_seq - 1
        )
        script = _Script(self, running)
        running.stream = asyncio.create_task(script.play())
        if running.ending:  # stopped before the stream began
            running.stream.cancel()
        await asyncio.wait({running.stream})
        if not running.stream.cancelled() and (fault := running.stream.exception()):
            logger.error("run %s broke", work.run_id, exc_info=fault)
        running.flush()
        try:
            await self._close(running, script.outcome())
        finally:
            self._runs.pop(work.run_id, None)
            metrics.RUNNING.dec()
            self.log.disown(work.turn_id)

    async def _close(self, running: Running, outcome: Outcome) -> None:
        work = running.work
        finished = running.head.event("finished", **_ending(outcome))
        event = None
        for pause_s in CLOSE_RETRIES_S:
            try:
                event = await in_thread(
                    turns.close, work, outcome, finished, timezone.now()
                )
                break
            except DatabaseError:
                logger.exception("cannot close run %s yet", work.run_id)
                await asyncio.sleep(pause_s)
        if event is None:
            return  # the reaper was faster: it has told the readers
        self.log.append(work.turn_id, numbered(event))
        metrics.RUNS.labels(outcome.state.value, outcome.slot).inc()
        credits = event["credits"]
        metrics.CREDITS.inc(credits["charged"])
        await wakeups.balance(
            work.command.user_id, credits["available"], credits["held"]
        )

    async def _keep_house(self) -> None:
        reap_at = 0.0
        while True:
            try:
                await self._checkpoint()
                if time.monotonic() >= reap_at:
                    reap_at = time.monotonic() + REAP_EVERY_S
                    await self._reap()
                    self.log.sweep()
            except DatabaseError:
                logger.exception("housekeeping is delayed")
            await asyncio.sleep(CHECKPOINT_EVERY_S)

    async def _checkpoint(self) -> None:
        running = dict(self._runs)
        if not running:
            return
        points = []
        for run_id, run in running.items():
            if run.head.seq != run.checkpoint_seq:
                points.append(turns.Checkpoint(run_id, run.text, run.head.seq))
        alive, stopped = await in_thread(
            turns.checkpoint, self.node, points, list(running), timezone.now()
        )
        for point in points:
            running[point.run_id].checkpoint_seq = point.seq
        for run_id, run in running.items():
            if run_id in stopped:
                run.stop(RunState.STOPPED)
            elif run_id not in alive:
                run.stop(RunState.INTERRUPTED)

    async def _reap(self) -> None:
        only_node = None if self.log.shared else self.node
        now = timezone.now()
        error = refusal("interrupted").body()
        for run_id in await in_thread(turns.expired, now, not_of=only_node):
            if reaped := await in_thread(turns.reap, run_id, error, now):
                turn_id, events = reaped
                for event in events:
                    self.log.append(turn_id, numbered(event))

    async def _hear_stops(self) -> None:
        """Obey stops that arrive at other nodes."""
        layer = get_channel_layer()
        while True:
            try:
                channel = await layer.new_channel("node!")
                await layer.group_add(wakeups.node_group(self.node), channel)
                while True:
                    message = await layer.receive(channel)
                    self.stop(message["run_id"])
            except (RedisError, OSError):
                await asyncio.sleep(1)


class _Script:
    """What one run says, and how it ended."""

    def __init__(self, runner: Runner, running: Running) -> None:
        self._runner = runner
        self._running = running
        self._work = running.work
        self._journal = Journal(running.work)
        self._model: Model | None = None
        self._state = RunState.FAILED
        self._error = ""
        self._usage: engine.Usage | None = None

    async def play(self) -> None:
        """Say it; errors are kept for `outcome`."""
        work = self._work
        if work.route is None:
            self._running.say(work.reply, 0)
            self._state = RunState.SAFETY
            return
        try:
            await self._stream(work.route)
        except RoutingError as error:
            self._error = error.code
            self._state = RunState.FAILED

    async def _stream(self, route: decide.Route) -> None:
        events = engine.answer(
            route.candidates,
            self._work.prompt,
            providers=self._runner.providers,
            journal=self._journal,
            limits=engine.Limits.from_settings(settings),
            health=health.here(),
            terms=engine.Terms(
                max_tokens=route.max_tokens, variant=self._work.number - 1
            ),
        )
        crowded = len(self._runner._runs) > CROWDED
        every_s = DELTA_EVERY_CROWDED_S if crowded else DELTA_EVERY_S
        async with aclosing(events):
            async for event in events:
                match event:
                    case engine.Text(text=text):
                        self._running.say(text, every_s)
                    case engine.Trying():
                        self._try(event)
                    case engine.Answered(usage=usage):
                        self._usage = usage
                        self._state = RunState.ANSWERED
                    case engine.DeniedByModeration(text=text, usage=usage):
                        if text:
                            self._running.say(text, every_s)
                        self._usage = usage
                        self._error = "refused"
                        self._state = RunState.REFUSED

    def _try(self, event: engine.Trying) -> None:
        model = event.model
        if model == self._model and not event.restart:
            return  # the same once more: nothing that a reader could see
        self._model = model
        where = {"model": model.label, "slot": model.slot, "provider": model.provider}
        if event.restart:
            self._running.discard()
            self._running.emit("restart", reason=event.error or "", **where)
            return
        route = self._work.route
        assert route is not None
        self._running.emit(
            "route",
            **where,
            credits=min(route.credits, model.credits),
            reason=turns.reason_of(route),
        )

    def outcome(self) -> Outcome:
        """Return how the run ended."""
        running, work = self._running, self._work
        state = running.ending or self._state
        if self._state != RunState.FAILED:
            state = self._state  # it had ended before it could be stopped
        chosen = self._model or (work.route.candidates[0] if work.route else None)
        return Outcome(
            state=state,
            text=running.text,
            charge=self._charge(state),
            model=chosen.label if chosen else "",
            slot=chosen.slot if chosen else "",
            provider=chosen.provider if chosen else "",
            reached=self._reached(),
            usage=self._burnt(),
            error_code=self._error_code(state),
            attempts=tuple(self._journal.attempts),
        )

    def _reached(self) -> int:
        """Return the rung that a better answer must rise above: the last one tried."""
        if self._model is not None:
            return max(decide.rung_of(self._model.slot), 0)
        return self._work.route.rung if self._work.route else 0

    def _burnt(self) -> engine.Usage | None:
        """Return the tokens of the answer, or of the attempt that came to nothing."""
        attempts = self._journal.attempts
        return self._usage or (attempts[-1].usage if attempts else None)

    def _error_code(self, state: RunState) -> str:
        if state == RunState.INTERRUPTED:
            return "interrupted"
        if state == RunState.FAILED:
            return self._error or "internal"
        return self._error if state == RunState.REFUSED else ""

    def _charge(self, state: RunState) -> int:
        route = self._work.route
        if route is None or not self._running.text:
            return 0
        if state == RunState.STOPPED:
            return self._work.held
        if state in (RunState.ANSWERED, RunState.REFUSED) and self._model:
            return min(self._work.held, self._model.credits)
        return 0


def _ending(outcome: Outcome) -> dict[str, Any]:
    """Return the `finished` event's fields, credits and the next offer apart."""
    usage = None
    if outcome.usage is not None:
        usage = {
            "input_tokens": outcome.usage.input_tokens,
            "output_tokens": outcome.usage.output_tokens,
            "estimated": outcome.usage.estimated,
        }
    error = None
    if outcome.error_code:
        told = refusal(outcome.error_code)
        error = error_body(told.code, told.message)
    return {
        "state": outcome.state.value,
        "answer_chars": len(outcome.text),
        "usage": usage,
        "error": error,
    }


_here: WeakKeyDictionary[asyncio.AbstractEventLoop, Runner] = WeakKeyDictionary()


async def here() -> Runner:
    """Return the runner of this process, started on first use."""
    loop = asyncio.get_running_loop()
    runner = _here.get(loop)
    if runner is None:
        node = uuid4().hex[:12]
        log = Log() if settings.EMBEDDED else RedisLog(settings.REDIS_URL, node)
        runner = _here[loop] = Runner(node, log)
        await runner.start_up()
    return runner


async def leave(drain_s: float) -> None:
    """Shut this process's runner down, if it was ever started."""
    loop = asyncio.get_running_loop()
    runner = _here.get(loop)
    if runner is not None:
        # It stays the one of this process: whoever asks is told that it is leaving.
        await runner.shut_down(drain_s)
        _here.pop(loop, None)
