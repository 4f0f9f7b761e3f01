"""Replicate: a prediction is made, then its output is read as an event stream.

The events are turned into frames of a chat completion, so that one reader judges every
answer by the same rules. Source: replicate.com/docs, "HTTP API" and "Streaming output".
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from weakref import WeakKeyDictionary

import httpx2

from routing.core.errors import ProviderError, Unavailable, UpstreamCut
from routing.core.messages import Chunk, Prompt, Request
from routing.providers import faults
from routing.providers.client import FOREIGN, broken_off, new_http_client, unreached
from routing.providers.completion import Completion
from routing.providers.sse import Decoder, ServerSentEvent

AFTERWARDS_S: Final = 1.0  # for the counts, and for a cancellation to arrive
MAX_BODY_BYTES: Final = 1024 * 1024
OK: Final = 300  # statuses below it


@dataclass(frozen=True, slots=True)
class _Prediction:
    """Where a running prediction can be read, asked about and cancelled."""

    stream: str
    get: str
    cancel: str


class Replicate:
    """Replicate's predictions API."""

    def __init__(
        self, base_url: str, api_key: str = "", *, connect_s: float = 2.0
    ) -> None:
        """Prepare; nothing is connected before the first call."""
        self.base_url = base_url.rstrip("/")
        self._api_key = api_key
        self._connect_s = connect_s
        self._cancelling: set[asyncio.Task[None]] = set()
        self._clients: WeakKeyDictionary[
            asyncio.AbstractEventLoop, httpx2.AsyncClient
        ] = WeakKeyDictionary()

    async def stream(self, request: Request) -> AsyncGenerator[Chunk, None]:
        """See `Provider.stream`."""
        answer = Completion()
        try:
            prediction = await self._predict(request)
        except FOREIGN as error:
            raise unreached(error) from None
        try:
            async with aclosing(self._frames(prediction, request)) as frames:
                async for frame in frames:
                    for chunk in answer.read(frame):
                        yield chunk
        except FOREIGN as error:
            raise broken_off(error) from None
        finally:
            if not answer.finished:
                self._cancel(prediction, request)
        for chunk in answer.end():
            yield chunk

    async def aclose(self) -> None:
        """Close the connections made in this event loop."""
        await asyncio.gather(*self._cancelling)
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.aclose()

    async def _predict(self, request: Request) -> _Prediction:
        url = f"{self.base_url}/models/{request.model.model_id}/predictions"
        body = {"input": _input(request), "stream": True}
        async with self._open("POST", url, request, body=body) as response:
            made = await _whole(response)
        try:
            urls = json.loads(made)["urls"]
            return _Prediction(urls["stream"], urls["get"], urls["cancel"])
        except (ValueError, KeyError, TypeError):
            raise Unavailable("no prediction that can be streamed") from None

    async def _frames(
        self, prediction: _Prediction, request: Request
    ) -> AsyncGenerator[ServerSentEvent, None]:
        """Yield the prediction's events as frames of a chat completion."""
        accept = {"Accept": "text/event-stream", "Cache-Control": "no-store"}
        async with self._open("GET", prediction.stream, request, accept) as response:
            decoder = Decoder()
            async for part in response.aiter_bytes():
                for event in decoder.feed(part):
                    if event.name == "done":
                        yield await self._ending(event, prediction, request)
                        return
                    yield _frame(event)

    async def _ending(
        self, done: ServerSentEvent, prediction: _Prediction, request: Request
    ) -> ServerSentEvent:
        if '"reason"' in done.data:
            raise UpstreamCut(f"the prediction ended: {done.data[:100]}")
        counts = await self._counts(prediction, request)
        finish = "stop"
        if counts.get("completion_tokens", 0) >= request.max_tokens:
            finish = "length"
        choice = {"delta": {}, "finish_reason": finish}
        return ServerSentEvent(json.dumps({"choices": [choice], "usage": counts}))

    async def _counts(
        self, prediction: _Prediction, request: Request
    ) -> dict[str, int]:
        """Return the prediction's token counts, nothing if they do not come soon."""
        try:
            async with (
                asyncio.timeout(AFTERWARDS_S),
                self._open("GET", prediction.get, request) as response,
            ):
                metrics = json.loads(await _whole(response))["metrics"]
            return {
                "prompt_tokens": int(metrics["input_token_count"]),
                "completion_tokens": int(metrics["output_token_count"]),
            }
        except (*FOREIGN, ValueError, KeyError, TypeError, Unavailable):
            return {}

    def _cancel(self, prediction: _Prediction, request: Request) -> None:
        """Ask for the end of a prediction that nobody reads; do not wait for it."""
        task = asyncio.create_task(self._send_cancel(prediction, request))
        self._cancelling.add(task)
        task.add_done_callback(self._cancelling.discard)

    async def _send_cancel(self, prediction: _Prediction, request: Request) -> None:
        with contextlib.suppress(*FOREIGN, ProviderError):
            async with (
                asyncio.timeout(AFTERWARDS_S),
                self._open("POST", prediction.cancel, request),
            ):
                pass

    @asynccontextmanager
    async def _open(
        self,
        method: str,
        url: str,
        request: Request,
        headers: Mapping[str, str] | None = None,
        body: object = None,
    ) -> AsyncIterator[httpx2.Response]:
        """Make one HTTP request, with the key, and only at home.

        Raises:
            ProviderError: the status says no, or the address is somebody else's.
        """
        if not self._is_home(httpx2.URL(url)):
            raise Unavailable("the prediction is to be read at another host")
        key = self._api_key if request.api_key is None else request.api_key
        named = {"Authorization": f"Bearer {key}", **(headers or {})}
        call = self._client().stream(method, url, headers=named, json=body)
        async with call as response:
            if response.status_code >= OK:
                text = (await _whole(response)).replace(key or "\0", "[key]")
                now = datetime.now(UTC)
                fault = faults.read(response.status_code, response.headers, text, now)
                raise faults.translate(fault)
            yield response

    def _is_home(self, url: httpx2.URL) -> bool:
        """Return whether `url` is Replicate's: the same origin, or a sister by TLS."""
        home = httpx2.URL(self.base_url)
        if (url.scheme, url.host, url.port) == (home.scheme, home.host, home.port):
            return True
        domain = home.host.partition(".")[2]
        return url.scheme == home.scheme == "https" and url.host.endswith(f".{domain}")

    def _client(self) -> httpx2.AsyncClient:
        loop = asyncio.get_running_loop()
        client = self._clients.get(loop)
        if client is None:
            client = new_http_client(self._connect_s)
            self._clients[loop] = client
        return client


def _input(request: Request) -> dict[str, Any]:
    """Return the model's input: one prompt, for there are no messages here."""
    rules = [line.text for line in request.prompt if line.role == "system"]
    told: dict[str, Any] = {"prompt": _transcript(request.prompt)}
    if rules:
        told["system_prompt"] = "\n\n".join(rules)
    return {**told, "max_tokens": request.max_tokens}


def _transcript(prompt: Prompt) -> str:
    talk = [line for line in prompt if line.role != "system"]
    if len(talk) == 1:
        return talk[0].text
    names = {"user": "Person", "assistant": "Coach"}
    lines = [f"{names[line.role]}: {line.text}" for line in talk]
    return "\n\n".join([*lines, "Coach:"])


def _frame(event: ServerSentEvent) -> ServerSentEvent:
    if event.name != "output":
        return event  # `error` is one for the reader too
    frame = {"choices": [{"delta": {"content": event.data}}]}
    return ServerSentEvent(json.dumps(frame), id=event.id)


async def _whole(response: httpx2.Response) -> str:
    body = bytearray()
    async for part in response.aiter_bytes():
        body += part
        if len(body) > MAX_BODY_BYTES:
            raise Unavailable("the answer is too large")
    return body.decode("utf-8", "replace")
