"""Any host that speaks Chat Completions: one adapter, because differences are data.

The openai client makes the call over aiohttp; we decode the bytes ourselves, for its
parsed chunks cost five times the CPU. It never retries: the engine does, alone.
Sources: docs.vllm.ai "OpenAI-Compatible Server"; api.groq.com/openai/v1;
platform.openai.com "Chat Completions / streaming".
"""

import asyncio
import contextlib
import logging
import re
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import AbstractAsyncContextManager, aclosing
from datetime import UTC, datetime
from typing import Any, Final, cast
from weakref import WeakKeyDictionary

import openai
from openai import AsyncAPIResponse
from openai.types.chat import ChatCompletionMessageParam

from routing.core.catalogue import Model
from routing.core.errors import (
    PolicyError,
    ProviderError,
    Unavailable,
    UnsupportedParameter,
)
from routing.core.messages import Chunk, Request, estimated_tokens
from routing.providers import faults, quirks
from routing.providers.client import FOREIGN, broken_off, new_client, unreached
from routing.providers.completion import Completion
from routing.providers.quirks import Quirks
from routing.providers.quota import Quota
from routing.providers.sse import Decoder, EventTooLarge, ServerSentEvent

AFTER_FINISH_S: Final = 0.5  # for the counts that follow the finish
AFTER_DONE_S: Final = 0.05  # for the end of the body, so that the connection lives on
MAX_BODY_BYTES: Final = 4 * 1024 * 1024

Response = AsyncAPIResponse[Any]
Events = AsyncGenerator[ServerSentEvent, None]

_REJECTED = re.compile(
    r"unsupported|not supported|does not support|unrecogni[sz]ed|unknown|unexpected|"
    r"extra|not permitted|not allowed|must be one of",
    re.IGNORECASE,
)

logger = logging.getLogger(__name__)


class OpenAICompatible:
    """One host, or one replica of it. Usable from several event loops."""

    def __init__(
        self,
        base_url: str,
        api_key: str = "",
        *,
        host_quirks: Mapping[str, Any] | None = None,
        connect_s: float = 2.0,
    ) -> None:
        """Prepare; nothing is connected before the first call.

        Args:
            base_url: address up to and with `/v1`.
            api_key: the operator's key; a request may carry its own.
            host_quirks: what is different at this host; see `quirks.Quirks`.
            connect_s: longest wait for a connection, name resolution included.
        """
        self.base_url = base_url
        self._api_key = api_key
        self._host_quirks = dict(host_quirks or {})
        self._connect_s = connect_s
        self._without: dict[str, frozenset[str]] = {}
        self._quotas: dict[str, Quota] = {}
        self._clients: WeakKeyDictionary[
            asyncio.AbstractEventLoop, openai.AsyncOpenAI
        ] = WeakKeyDictionary()

    async def stream(self, request: Request) -> AsyncGenerator[Chunk, None]:
        """See `Provider.stream`."""
        answer = Completion()
        answering = False
        quota = self._quota(request)
        quota.take(_most_tokens(request), time.monotonic())
        try:
            async with self._call(request) as response:
                answering = True
                quota.learn(response.headers, time.monotonic())
                async with aclosing(_events(response)) as events:
                    async for event in events:
                        for chunk in answer.read(event):
                            yield chunk
                        if answer.finished or answer.done:
                            break
                    for chunk in await _rest(events, answer):
                        yield chunk
            for chunk in answer.end():
                yield chunk
        except FOREIGN as error:
            raise self._translated(error, request, answering=answering) from None
        except ProviderError as error:
            error.args = (self._without_keys(str(error), request),)
            raise

    async def aclose(self) -> None:
        """Close the connections made in this event loop."""
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.close()

    def _quota(self, request: Request) -> Quota:
        """Return the operator's allowance; of a person's own we know nothing."""
        if request.api_key is not None:
            return Quota()
        return self._quotas.setdefault(request.model.model_id, Quota())

    def _call(self, request: Request) -> AbstractAsyncContextManager[Response]:
        model = request.model
        own = self._quirks(model)
        headers = {}
        if request.api_key is not None:
            headers["Authorization"] = f"Bearer {request.api_key}"
        messages = quirks.messages_of(request.prompt, own)
        return self._client().chat.completions.with_streaming_response.create(
            model=model.model_id,
            messages=cast("list[ChatCompletionMessageParam]", messages),
            stream=True,
            extra_body=self._body(request, own),
            extra_headers=headers,
        )

    def _quirks(self, model: Model) -> Quirks:
        try:
            return quirks.parse(self._host_quirks, model.quirks)
        except PolicyError as error:  # a row that nobody can call
            raise Unavailable(str(error)) from None

    def _body(self, request: Request, own: Quirks) -> dict[str, Any]:
        without = self._without.get(request.model.model_id, frozenset())
        return quirks.body_of(request, own, without)

    def _client(self) -> openai.AsyncOpenAI:
        """Return this event loop's client: connections belong to the loop."""
        loop = asyncio.get_running_loop()
        client = self._clients.get(loop)
        if client is None:
            client = new_client(self.base_url, self._api_key, self._connect_s)
            self._clients[loop] = client
        return client

    def _translated(
        self, error: Exception, request: Request, *, answering: bool
    ) -> ProviderError:
        if isinstance(error, openai.APIStatusError):
            return self._status_error(error, request)
        translated = broken_off(error) if answering else unreached(error)
        translated.args = (self._without_keys(str(translated), request),)
        return translated

    def _status_error(
        self, error: openai.APIStatusError, request: Request
    ) -> ProviderError:
        response = error.response
        self._quota(request).learn(response.headers, time.monotonic())
        text = self._without_keys(response.text, request)
        now = datetime.now(UTC)
        fault = faults.read(response.status_code, response.headers, text, now)
        translated = faults.translate(fault)
        if fault.status in {400, 422} and self._leave_out(fault, request):
            return UnsupportedParameter(fault.shown(), again=True)
        return translated

    def _leave_out(self, fault: faults.Fault, request: Request) -> bool:
        """Remember which optional parameters `fault` rejects; False if it is none."""
        if not fault.says(_REJECTED):
            return False
        own = self._quirks(request.model)
        sent = self._body(request, own).keys() & quirks.OPTIONAL
        named = {name for name in sent if re.search(rf"\b{name}\b", fault.message)}
        if not named:
            return False
        model_id = request.model.model_id
        before = self._without.get(model_id, frozenset())
        self._without[model_id] = before | quirks.with_companions(named)
        logger.warning("%s is sent to %s no more", sorted(named), request.model.name)
        return True

    def _without_keys(self, text: str, request: Request) -> str:
        for key in (self._api_key, request.api_key):
            if key:
                text = text.replace(key, "[key]")
        return text


async def _events(response: Response) -> Events:
    """Yield the stream's events; a whole answer, though none was asked for, is one."""
    parts = cast("AsyncGenerator[bytes, None]", response.iter_bytes())
    async with aclosing(parts):
        if response.headers.get("content-type", "").startswith("application/json"):
            yield ServerSentEvent(await _whole(parts))
            return
        decoder = Decoder()
        async for part in parts:
            for event in decoder.feed(part):
                yield event


async def _whole(parts: AsyncGenerator[bytes, None]) -> str:
    body = bytearray()
    async for part in parts:
        body += part
        if len(body) > MAX_BODY_BYTES:
            raise EventTooLarge(f"a body is larger than {MAX_BODY_BYTES} bytes")
    return body.decode("utf-8", "replace")


async def _rest(events: Events, answer: Completion) -> list[Chunk]:
    """Read what follows the finish; whatever goes wrong now, the answer is whole."""
    chunks: list[Chunk] = []
    with contextlib.suppress(StopAsyncIteration, *FOREIGN):
        async with asyncio.timeout(AFTER_FINISH_S):
            while not answer.done:
                chunks += answer.read(await anext(events))
        async with asyncio.timeout(AFTER_DONE_S):
            while True:
                await anext(events)
    return chunks


def _most_tokens(request: Request) -> int:
    """Return about what the host will count against its limit per minute."""
    return estimated_tokens(request.prompt) + request.max_tokens
