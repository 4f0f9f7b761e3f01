"""Read a streamed chat completion: events in, our chunks out, and a verdict at the end.

An upstream may be wrong in any field, and any byte may be its last. So a field counts
only if it has the shape it should have, and an answer is finished only on evidence:
a finish reason that means so, or the provider's final counts. Pure: no network here.
Sources: platform.openai.com "Chat Completions / streaming"; docs.vllm.ai; the API
references of Groq, OpenRouter, Azure OpenAI, Mistral, DeepSeek and Moonshot.
"""

import json
import logging
import math
from collections.abc import Iterator
from typing import Any, Final

from routing.core.errors import Refused, Unavailable, UpstreamCut
from routing.core.messages import Chunk, Delta, Finish, FinishReason, Thinking, Usage
from routing.providers import faults
from routing.providers.sse import ServerSentEvent
from routing.providers.text import Cleaner
from routing.providers.usage import read_usage

MAX_ANSWER_CHARS = 100_000

_FINISHED: Final[dict[str, FinishReason]] = {
    "stop": "stop",
    "eos": "stop",
    "eos_token": "stop",
    "end_turn": "stop",
    "stop_sequence": "stop",
    "complete": "stop",
    "length": "length",
    "max_tokens": "length",
    "max_output_tokens": "length",
    "model_length": "length",
}
_DENIED: Final = frozenset(
    {"content_filter", "content_filtered", "refusal", "safety", "prohibited_content"}
    | {"recitation", "blocklist", "spii", "guardrail_intervened"}
)
_BROKEN: Final = frozenset(
    {"error", "abort", "cancelled", "network_error", "insufficient_system_resource"}
)
_LEAST_LOGPROB: Final = -10_000  # vLLM says -9999 for "impossible"
_REASONING: Final = ("reasoning_content", "reasoning", "reasoning_details", "thinking")

logger = logging.getLogger(__name__)


class Completion:
    """One answer as it is read.

    Attributes:
        finished: whether the provider said that the answer ended; more may follow.
        done: whether nothing more is worth reading.
    """

    def __init__(self, max_chars: int = MAX_ANSWER_CHARS) -> None:
        self.finished = False
        self.done = False
        self._chars_left = max_chars
        self._reason = ""
        self._refusal: list[str] = []
        self._usage: Usage | None = None
        self._usage_is_last = False  # nothing generated came after it
        self._new_tokens = 0
        self._answer = Cleaner()
        self._spoke = False
        self._blank: list[Delta] = []  # white space before the first word
        self._frames = 0  # with something generated in them
        self._unread = 0  # frames too damaged to read
        self._last_id: str | None = None

    def read(self, event: ServerSentEvent) -> list[Chunk]:
        """Return what `event` adds to the answer.

        Raises:
            ProviderError: the event says that the answer failed.
        """
        if self.done or self._is_replayed(event):
            return []
        if event.data == "[DONE]":
            self.done = True
            return []
        frame = self._frame(event)
        if frame is None:
            return []
        if event.name == "error" or _tells_error(frame):
            self._fail(frame)
            return []
        choice = _choice(frame)
        self._note_usage(frame, choice)
        chunks = self._generated(choice)
        self._note_finish(choice.get("finish_reason"))
        return chunks

    def end(self) -> Iterator[Chunk]:
        """Yield what is left to say when nothing more will come.

        Raises:
            Refused: the provider's moderation ended the answer.
            UpstreamCut: nothing shows that the answer is whole.
            Unavailable: it is whole, and empty.
        """
        if (rest := self._answer.rest()) and self._spoke:
            yield Delta(rest)
        if self._usage is not None:
            yield self._usage
        if self._reason in _DENIED or self._refusal:
            why = "the model declined" if self._refusal else self._reason
            raise Refused(why, "".join(self._refusal))
        reason = self._verdict()
        if not self._spoke:
            raise Unavailable("the model finished and said nothing")
        yield Finish(reason)

    def _is_replayed(self, event: ServerSentEvent) -> bool:
        """Return whether a proxy sent the event twice; only an id can tell."""
        replayed = event.id is not None and event.id == self._last_id
        self._last_id = event.id
        return replayed

    def _frame(self, event: ServerSentEvent) -> dict[str, Any] | None:
        try:
            frame = json.loads(event.data)
        except (ValueError, RecursionError):
            if event.name == "error":
                return {"error": event.data}
            # Words such as `ping` keep a connection alive; a brace began a frame.
            self._unread += "{" in event.data
            return None
        if isinstance(frame, list) and frame:  # Google wraps its errors
            frame = frame[0]
        return frame if isinstance(frame, dict) else None

    def _fail(self, frame: dict[str, Any]) -> None:
        error = faults.translate(faults.read_frame(frame))
        if self.finished:
            logger.info("error after the finish: %s", error)
            return
        if self._spoke and not error.retryable and not isinstance(error, Refused):
            error = UpstreamCut(str(error))  # it began well: the request was right
        error.again = False
        raise error

    def _generated(self, choice: dict[str, Any]) -> list[Chunk]:
        """Return the chunks in one choice; tool calls are none, for none was asked."""
        delta = choice.get("delta") or choice.get("message")
        if not isinstance(delta, dict):
            delta = {"content": choice.get("text")}
        content = delta.get("content")
        text = content if isinstance(content, str) else _text_of_parts(content)
        if text:
            self._note_generated()
            return self._text(text, choice)
        if isinstance(refusal := delta.get("refusal"), str) and refusal:
            self._note_generated()
            self._refusal.append(Cleaner().clean(refusal))
            return [Thinking()]
        if content or any(delta.get(name) for name in _REASONING):
            self._note_generated()
            return [Thinking()]
        return []

    def _note_generated(self) -> None:
        self._frames += 1
        self._usage_is_last = False

    def _text(self, text: str, choice: dict[str, Any]) -> list[Chunk]:
        text = self._answer.clean(text)
        if len(text) > self._chars_left:
            text = text[: self._chars_left]
            self._reason, self.finished, self.done = "length", True, True
        self._chars_left -= len(text)
        logprobs = choice.get("logprobs")
        values = _logprobs(logprobs) if logprobs else ()
        delta = Delta(text, values, len(values) or self._new_tokens)
        if self._spoke:
            return [delta] if text else []
        if not text or text.isspace():
            self._blank.append(delta)
            return [Thinking()]
        self._spoke = True
        if self._blank:
            delta = _joined([*self._blank, delta])
            self._blank.clear()
        return [delta]

    def _note_usage(self, frame: dict[str, Any], choice: dict[str, Any]) -> None:
        groq = frame.get("x_groq")
        places = (
            frame.get("usage"),
            groq.get("usage") if isinstance(groq, dict) else None,
            choice.get("usage"),
        )
        self._new_tokens = 0
        for place in places:
            if isinstance(place, dict) and (usage := read_usage(place)):
                if self._usage is not None:  # counted as it goes, as vLLM can
                    more = usage.output_tokens - self._usage.output_tokens
                    self._new_tokens = max(more, 0)
                self._usage = usage
                self._usage_is_last = True
                return

    def _note_finish(self, reason: object) -> None:
        if not isinstance(reason, str) or not reason or self._reason:
            return
        self._reason = reason.lower()
        if self._reason in _BROKEN:
            raise UpstreamCut(f"finish_reason {reason[:40]}")
        self.finished = True

    def _verdict(self) -> FinishReason:
        """Return how the answer ended, if there is evidence that it did.

        An unknown reason, or `[DONE]` without any, counts with the final usage. A
        frame that could not be read may have held text: then every token that the
        provider counted must have come.
        """
        reason = _FINISHED.get(self._reason)
        if reason is None:
            ended = self.finished or (self.done and self._usage_is_last)
            if self._usage is None or not ended:
                raise UpstreamCut(f"ended with finish_reason {self._reason[:40]!r}")
            logger.info("finish_reason %r counts as stop", self._reason[:40])
            reason = "stop"
        counted = self._usage.output_tokens if self._usage else math.inf
        if self._unread and self._frames < counted:
            raise UpstreamCut("a damaged frame may have held text")
        return reason


def _tells_error(frame: dict[str, Any]) -> bool:
    if frame.get("error") or frame.get("errors") or frame.get("object") == "error":
        return True
    return "choices" not in frame and ("detail" in frame or "message" in frame)


def _choice(frame: dict[str, Any]) -> dict[str, Any]:
    """Return the first choice; empty for a frame of counts or of filter results."""
    choices = frame.get("choices")
    if isinstance(choices, list):
        for choice in choices:
            if isinstance(choice, dict) and choice.get("index") in (0, "0", None):
                return choice
    return {}


def _text_of_parts(content: object) -> str:
    """Return the text of a content list; parts that are thoughts have none."""
    if not isinstance(content, list):
        return ""
    texts = [
        part.get("text") if isinstance(part, dict) else part
        for part in content
        if not isinstance(part, dict) or part.get("type", "text") == "text"
    ]
    return "".join(text for text in texts if isinstance(text, str))


def _logprobs(logprobs: object) -> tuple[float, ...]:
    """Return the sampled tokens' log-probabilities, those that can be ones."""
    content = logprobs.get("content") if isinstance(logprobs, dict) else None
    if not isinstance(content, list):
        return ()
    values = [part.get("logprob") for part in content if isinstance(part, dict)]
    return tuple(
        min(float(value), 0.0)
        for value in values
        if isinstance(value, int | float) and _LEAST_LOGPROB <= value <= 1
    )


def _joined(deltas: list[Delta]) -> Delta:
    text = "".join(delta.text for delta in deltas)
    logprobs = tuple(value for delta in deltas for value in delta.logprobs)
    return Delta(text, logprobs, sum(delta.tokens for delta in deltas))
