"""One call to one model, as the turn that needs it sees it.

Two clocks bound the waiting, and a third the turn. The first runs from the call to the
first thing the model says or thinks; comments, headers and empty deltas are neither.
The second runs anew from each thing to the next.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import ClassVar, Final

from routing.core.catalogue import Model
from routing.core.errors import (
    FirstTokenTimeout,
    IdleTimeout,
    ProviderError,
    TurnTimeout,
    UpstreamCut,
)
from routing.core.messages import (
    Chunk,
    Delta,
    FinishReason,
    Provider,
    Request,
    Thinking,
    Usage,
    estimated_tokens,
    tokens_of,
)

ONE_TOKEN_CHARS: Final = 16  # a delta no longer than this is one token


@dataclass(frozen=True, slots=True)
class Clocks:
    """How long one call may take.

    Attributes:
        first_token_s, idle_s: seconds.
        turn_ends: when the turn's time is up, in event-loop time.
    """

    first_token_s: float
    idle_s: float
    turn_ends: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """Whether a model's first words may be shown, or another model should speak.

    Attributes:
        tokens: how many of its log-probabilities are judged.
        sure: whether they are those of a model that knows what it says.
    """

    tokens: int
    sure: Callable[[Sequence[float]], bool]


class Unsure(Exception):
    """The first words are not those of a model that knows what it says."""

    code: ClassVar[str] = "low_confidence"


@dataclass(frozen=True, slots=True)
class AttemptReport:
    """How one call ended.

    Attributes:
        error: code of its error, `low_confidence`, `cancelled`; None: it answered.
        detail: what the provider said about the error, safe to store.
        usage: what it burnt; nothing if the provider did not take the call.
        first_token_ms: until the first thing said or thought, None if none came.
        text_chars: length of what it said, shown or not.
        finish: how the answer ended, None if it did not.
    """

    model: Model
    error: str | None
    detail: str
    usage: Usage
    first_token_ms: int | None
    duration_ms: int
    text_chars: int
    finish: FinishReason | None


class Attempt:
    """One call: `texts` makes it, `report` says afterwards how it went.

    Attributes:
        failure: set by whoever catches what `texts` raises.
        finish: how the answer ended; None while, or if, it has not.
    """

    def __init__(
        self,
        request: Request,
        provider: Provider,
        clocks: Clocks,
        *,
        doubt: Doubt | None = None,
    ) -> None:
        self.model = request.model
        self.failure: ProviderError | Unsure | None = None
        self.finish: FinishReason | None = None
        self._request = request
        self._provider = provider
        self._clocks = clocks
        self._held = _Held(doubt) if doubt else None
        self._loop = asyncio.get_running_loop()
        self._asked_at: float | None = None
        self._first_at: float | None = None
        self._deadline = clocks.turn_ends
        self._reported: Usage | None = None
        self._tokens = 0
        self._chars = 0

    @property
    def alive(self) -> bool:
        """Whether the model said or thought anything."""
        return self._first_at is not None

    @property
    def age_s(self) -> float:
        """Seconds since the call was made, 0 before it."""
        return 0.0 if self._asked_at is None else self._loop.time() - self._asked_at

    async def texts(self) -> AsyncGenerator[str, None]:
        """Call the model and yield what of its answer may be shown.

        Raises:
            ProviderError: it did not answer, or not to the end.
            Unsure: it should not be the one to answer; nothing was yielded.
        """
        self._asked_at = self._loop.time()
        self._set_deadline(self._clocks.first_token_s)
        chunks = self._provider.stream(self._request)
        async with aclosing(chunks):
            while (chunk := await self._next(chunks)) is not None:
                if isinstance(chunk, Delta):
                    self._note(chunk.tokens or _tokens_in(chunk.text), chunk.text)
                    if text := self._held.take(chunk) if self._held else chunk.text:
                        yield text
                elif isinstance(chunk, Thinking):
                    self._note(1)
                elif isinstance(chunk, Usage):
                    self._reported = chunk
                else:
                    self.finish = chunk.reason
        if self.finish is None:
            raise UpstreamCut("the stream ended without a finish")
        if self._held and (text := self._held.release()):
            yield text

    async def _next(self, chunks: AsyncGenerator[Chunk, None]) -> Chunk | None:
        try:
            async with asyncio.timeout_at(self._deadline):
                return await anext(chunks, None)
        except TimeoutError:
            raise self._too_late() from None

    def _note(self, tokens: int, text: str = "") -> None:
        """Note that the model said or thought something."""
        self._tokens += tokens
        self._chars += len(text)
        if self._first_at is None:
            self._first_at = self._loop.time()
        self._set_deadline(self._clocks.idle_s)

    def _set_deadline(self, within_s: float) -> None:
        self._deadline = min(self._loop.time() + within_s, self._clocks.turn_ends)

    def _too_late(self) -> ProviderError:
        if self._loop.time() >= self._clocks.turn_ends:
            return TurnTimeout("the time for the turn is up")
        if not self.alive:
            return FirstTokenTimeout(f"silent for {self._clocks.first_token_s:g} s")
        return IdleTimeout(f"fell silent for {self._clocks.idle_s:g} s")

    def usage(self) -> Usage:
        """Return what the call burnt, as far as the provider told; else estimated.

        Counts of zero are not believed when something was said. Of a call that did
        not end, at least what arrived was paid for.
        """
        if not self._was_taken():
            return Usage(0, 0)
        told = self._reported or Usage(0, 0)
        outputs = told.output_tokens
        if self.finish is None or not outputs:
            outputs = max(outputs, self._tokens)
        inputs = told.input_tokens or estimated_tokens(self._request.prompt)
        known = (inputs, outputs) == (told.input_tokens, told.output_tokens)
        return Usage(inputs, outputs, told.cached_tokens, estimated=not known)

    def _was_taken(self) -> bool:
        """Return whether the provider began to work: a refused call burns nothing."""
        if self._asked_at is None:
            return False
        silent = not self.alive and self._reported is None
        turned_away = isinstance(self.failure, ProviderError) and not isinstance(
            self.failure, FirstTokenTimeout | TurnTimeout | UpstreamCut
        )
        return not (silent and turned_away)

    def report(self) -> AttemptReport:
        """Return how the call ended; if it neither failed nor ended: cancelled."""
        error = self.failure.code if self.failure else None
        if error is None and self.finish is None:
            error = "cancelled"
        first_ms = None
        if self._asked_at is not None and self._first_at is not None:
            first_ms = round((self._first_at - self._asked_at) * 1000)
        return AttemptReport(
            model=self.model,
            error=error,
            detail=str(self.failure or ""),
            usage=self.usage(),
            first_token_ms=first_ms,
            duration_ms=round(self.age_s * 1000),
            text_chars=self._chars,
            finish=self.finish,
        )


class _Held:
    """The first words, kept back until they can be judged."""

    def __init__(self, doubt: Doubt) -> None:
        self._doubt = doubt
        self._texts: list[str] = []
        self._logprobs: list[float] = []
        self._judged = False

    def take(self, delta: Delta) -> str:
        """Return what may be shown now, perhaps nothing.

        Raises:
            Unsure: nothing of it may.
        """
        if self._judged:
            return delta.text
        self._texts.append(delta.text)
        self._logprobs += delta.logprobs
        if delta.logprobs and len(self._logprobs) < self._doubt.tokens:
            return ""
        return self.release()

    def release(self) -> str:
        """Judge what there is; without any log-probabilities nothing speaks against it.

        Raises:
            Unsure: nothing of it may be shown.
        """
        first = self._logprobs[: self._doubt.tokens]
        if not self._judged and first and not self._doubt.sure(first):
            raise Unsure(f"unsure after {len(first)} tokens")
        self._judged = True
        text = "".join(self._texts)
        self._texts.clear()
        return text


def _tokens_in(text: str) -> int:
    """Estimate the tokens of one delta: most providers send one token in each."""
    return 1 if len(text) <= ONE_TOKEN_CHARS else tokens_of(text)
