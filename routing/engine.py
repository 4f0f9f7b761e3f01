"""Walk a route: ask one model after another, until one has answered.

A failure before anything was shown goes unseen to the next candidate. After that the
next candidate begins again: what was shown is void, and `Trying.restart` says so. The
same model is asked a second time only where its failure says that it may pass at once.
This is the one loop in the process that retries.
"""

import asyncio
import logging
import random
from collections import deque
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Final, Protocol

from routing.attempt import Attempt, AttemptReport, Clocks, Doubt, Unsure
from routing.core.catalogue import Model
from routing.core.errors import (
    NoModelAvailable,
    ProviderError,
    RateLimited,
    Refused,
    RoutingError,
    TurnTimeout,
)
from routing.core.messages import (
    FinishReason,
    Message,
    Prompt,
    Provider,
    Request,
    Usage,
)
from routing.health import Health, Permit

__all__ = [
    "Answered",
    "AttemptReport",
    "DeniedByModeration",
    "Doubt",
    "Event",
    "Journal",
    "Limits",
    "Terms",
    "Text",
    "Trying",
    "Usage",
    "answer",
    "probe",
]

SECOND_TRY_S: Final = (0.02, 0.08)  # before it, drawn at random: not all at once

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long anybody waits, seconds.

    Attributes:
        first_token_s, idle_s: of one call; a catalogue row may set its own.
        turn_s: for the whole turn, every attempt included.
        retry_s: a model that failed is asked again only this soon after its call.
        wait_s: the longest Retry-After that is waited for, though another candidate
            could be asked at once.
        wait_last_s: the same when there is no other candidate.
    """

    first_token_s: float = 8.0
    idle_s: float = 10.0
    turn_s: float = 45.0
    retry_s: float = 1.0
    wait_s: float = 0.0
    wait_last_s: float = 1.5

    @classmethod
    def from_settings(cls, settings: Any) -> "Limits":
        """Return the limits that the environment sets."""
        return cls(
            first_token_s=settings.FIRST_TOKEN_TIMEOUT_S,
            idle_s=settings.IDLE_TIMEOUT_S,
            turn_s=settings.TURN_TIMEOUT_S,
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms the models are asked.

    Attributes:
        max_tokens: upper bound of the answer's length.
        api_key: a person's own key; then no breaker is asked or told.
        doubt: how to judge a model's first words; None: they are shown as they come.
        variant: which answer of the turn this is, from 0.
    """

    max_tokens: int = 1024
    api_key: str | None = None
    doubt: Doubt | None = None
    variant: int = 0


USUAL: Final = Terms()


@dataclass(frozen=True, slots=True)
class Trying:
    """A model is about to be asked.

    Attributes:
        position: of the attempt, from 0; the same model may come twice in a row.
        restart: whether text was shown, which is void now.
        error: why the attempt before failed: the code of its error.
    """

    position: int
    model: Model
    restart: bool = False
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of the answer, to be shown."""

    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer is complete; sent once, last."""

    model: Model
    finish: FinishReason
    usage: Usage


@dataclass(frozen=True, slots=True)
class DeniedByModeration:
    """The provider's moderation ended the answer; sent once, last.

    Attributes:
        text: what the provider said about it, to be added to what was shown.
    """

    model: Model
    text: str
    usage: Usage


Event = Trying | Text | Answered | DeniedByModeration


class Journal(Protocol):
    """Whoever keeps the attempts of a turn."""

    async def begin(self, position: int, model: Model) -> None:
        """Note that `model` is about to be called. Awaited before the call."""
        ...

    def end(self, position: int, report: AttemptReport) -> None:
        """Note how the call ended. Must not block."""
        ...


async def answer(  # noqa: PLR0913 - what a turn needs, each by its name
    candidates: Sequence[Model],
    prompt: Prompt,
    *,
    providers: Mapping[str, Provider],
    journal: Journal,
    limits: Limits,
    health: Health,
    terms: Terms = USUAL,
) -> AsyncGenerator[Event, None]:
    """Yield what the candidates say, asked in order, until one has answered.

    Ends with Answered or DeniedByModeration. Closing the generator closes the
    connection to the provider; the attempt then ends as `cancelled`.

    Raises:
        NoModelAvailable: nobody answered; its cause is the last failure.
        ProviderError: the request itself is at fault, or the key is a person's own.
    """
    walk = _Walk(candidates, providers, limits, health, terms)
    while step := walk.next(prompt):
        attempt = step.attempt
        try:
            await journal.begin(step.position, attempt.model)
            yield Trying(step.position, attempt.model, walk.shown, walk.error)
            walk.shown = False
            async with aclosing(attempt.texts()) as texts:
                async for text in texts:
                    walk.shown = True
                    yield Text(text)
        except (ProviderError, Unsure) as error:
            attempt.failure = error
        finally:
            walk.close(step)
            journal.end(step.position, attempt.report())
        if attempt.failure is None and attempt.finish is not None:
            yield Answered(attempt.model, attempt.finish, attempt.usage())
            return
        if isinstance(attempt.failure, Refused):
            text = attempt.failure.text
            yield DeniedByModeration(attempt.model, text, attempt.usage())
            return
        await walk.after(step)
    raise walk.defeat() from walk.cause


async def probe(
    model: Model, *, providers: Mapping[str, Provider], limits: Limits, health: Health
) -> AttemptReport:
    """Ask `model` for one token, whatever its breaker says, and tell the breaker."""
    request = Request(model, (Message("user", "Say: ready"),), max_tokens=1)
    turn_ends = asyncio.get_running_loop().time() + limits.turn_s
    clocks = Clocks(limits.first_token_s, limits.idle_s, turn_ends)
    attempt = Attempt(request, providers[model.provider], clocks)
    try:
        async with aclosing(attempt.texts()) as texts:
            async for _ in texts:
                pass
    except ProviderError as error:
        attempt.failure = error
        # One token may end inside a thought: what counts is that there was one.
        health.record(Permit(model.name, probe=True), None if attempt.alive else error)
    else:
        health.record(Permit(model.name, probe=True), None)
    return attempt.report()


@dataclass(frozen=True, slots=True)
class _Step:
    """One attempt on the walk.

    Attributes:
        permit: leave of the model's breaker; None with a person's own key.
        calm: whether nothing had spoken against the model before.
        second: whether the model is asked a second time.
    """

    position: int
    attempt: Attempt
    permit: Permit | None
    calm: bool
    second: bool


class _Walk:
    """Where a turn stands on its route: who is next, and until when.

    Attributes:
        shown: whether text of a failed attempt is on the person's screen.
        error: code of the last failure.
        cause: the last failure of a provider.
    """

    def __init__(
        self,
        candidates: Sequence[Model],
        providers: Mapping[str, Provider],
        limits: Limits,
        health: Health,
        terms: Terms,
    ) -> None:
        self.shown = False
        self.error: str | None = None
        self.cause: ProviderError | None = None
        self._names = [model.name for model in candidates]
        self._queue = deque(
            model for model in candidates if model.provider in providers
        )
        self._providers = providers
        self._limits = limits
        self._health = health
        self._terms = terms
        self._turn_ends = asyncio.get_running_loop().time() + limits.turn_s
        self._position = 0
        self._second = False  # the next in the queue is asked a second time
        self._unsure: Model | None = None  # answers after all, if nobody else does

    def next(self, prompt: Prompt) -> _Step | None:
        """Return the next attempt, None when nobody is left to ask."""
        while model := self._pop():
            if self._left_s() <= 0:
                self.cause = TurnTimeout("the time for the turn is up")
                return None
            calm = self._health.idle(model.name)
            permit = None
            if self._terms.api_key is None:
                permit = self._health.begin(model.name)
                if permit is None:
                    continue
            attempt = self._attempt(model, prompt)
            step = _Step(self._position, attempt, permit, calm, self._second)
            self._position += 1
            self._second = False
            return step
        return None

    def _pop(self) -> Model | None:
        if self._queue:
            return self._queue.popleft()
        unsure, self._unsure = self._unsure, None
        return unsure

    def _attempt(self, model: Model, prompt: Prompt) -> Attempt:
        doubt = self._terms.doubt
        if not (model.logprobs and self._others()):
            doubt = None
        request = Request(
            model=model,
            prompt=prompt,
            max_tokens=self._terms.max_tokens,
            logprobs=1 if doubt else 0,
            api_key=self._terms.api_key,
            variant=self._terms.variant,
        )
        clocks = Clocks(
            first_token_s=model.first_token_s or self._limits.first_token_s,
            idle_s=model.idle_s or self._limits.idle_s,
            turn_ends=self._turn_ends,
        )
        provider = self._providers[model.provider]
        return Attempt(request, provider, clocks, doubt=doubt)

    def close(self, step: _Step) -> None:
        """Tell the breaker how the attempt went."""
        failure = step.attempt.failure
        if isinstance(failure, ProviderError):
            logger.info("%s: %s: %s", step.attempt.model.name, failure.code, failure)
        if step.permit is None:
            return
        if isinstance(failure, ProviderError):
            self._health.record(step.permit, failure)
        elif failure is not None or step.attempt.finish is not None:
            self._health.record(step.permit, None)
        else:
            self._health.let_go(step.permit)

    async def after(self, step: _Step) -> None:
        """Draw the consequences of a failed attempt; may wait for the same model."""
        failure = step.attempt.failure
        model = step.attempt.model
        if failure is None:
            return
        self.error = failure.code
        if isinstance(failure, Unsure):
            self._unsure = model
            return
        self.cause = failure
        if not failure.retryable:
            self._queue.clear()
            self._unsure = None
            return
        pause_s = self._pause_s(step, failure)
        if pause_s is not None:
            await asyncio.sleep(pause_s)
            self._queue.appendleft(model)
            self._second = True

    def _pause_s(self, step: _Step, failure: ProviderError) -> float | None:
        """Return the wait before the same model is asked again; None: it is not."""
        if step.second or step.attempt.alive:
            return None
        if failure.again:
            soon = step.attempt.age_s < self._limits.retry_s
            passing = (step.calm and soon) or not failure.counts
            return random.uniform(*SECOND_TRY_S) if passing else None  # noqa: S311
        if isinstance(failure, RateLimited) and failure.retry_after_s is not None:
            limits = self._limits
            longest_s = limits.wait_s if self._others() else limits.wait_last_s
            if failure.retry_after_s <= min(longest_s, self._left_s()):
                return failure.retry_after_s
        return None

    def _others(self) -> bool:
        """Return whether anybody else could be asked."""
        own_key = self._terms.api_key is not None
        return any(own_key or self._health.usable(m.name) for m in self._queue)

    def _left_s(self) -> float:
        return self._turn_ends - asyncio.get_running_loop().time()

    def defeat(self) -> RoutingError:
        """Return what to raise when nobody has answered."""
        own_key = self._terms.api_key is not None
        if self.cause is not None and (own_key or not self.cause.retryable):
            return self.cause
        retry_after_s = self._health.retry_after_s(self._names)
        why = f"the last one: {self.cause}" if self.cause else "all of them are out"
        return NoModelAvailable(f"no model answered; {why}", retry_after_s)
