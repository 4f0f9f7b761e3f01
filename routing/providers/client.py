"""The HTTP client of one host, and what its failures mean."""

import ssl
from collections.abc import AsyncIterator
from functools import cache
from typing import Final

import aiohttp
import httpx2
import openai
import openai.resources.chat.completions  # or the first call waits for it

from routing.core.errors import (
    FirstTokenTimeout,
    IdleTimeout,
    ProviderError,
    Unavailable,
    UpstreamCut,
)
from routing.providers.sse import EventTooLarge

SILENCE_S: Final = 60.0  # a backstop: the engine's own clocks are shorter
KEEP_ALIVE_S: Final = 30.0
MAX_ERROR_BYTES: Final = 64 * 1024

# What the client, its transport and our decoder can raise.
FOREIGN: Final = (
    openai.OpenAIError,
    httpx2.HTTPError,
    httpx2.StreamError,
    aiohttp.ClientError,
    OSError,
    EventTooLarge,
)
# No answer began: what that is, and whether it may pass at once. First match wins.
_UNREACHED: Final[tuple[tuple[type[Exception], type[ProviderError], bool], ...]] = (
    (aiohttp.ClientConnectorError, Unavailable, False),
    (aiohttp.ConnectionTimeoutError, Unavailable, False),
    (aiohttp.ServerTimeoutError, FirstTokenTimeout, False),
    (aiohttp.ServerDisconnectedError, Unavailable, True),
    (aiohttp.ClientOSError, Unavailable, True),
)


def new_client(base_url: str, api_key: str, connect_s: float) -> openai.AsyncOpenAI:
    """Return a client for `base_url`, which holds no connection yet.

    It follows redirects only within the host, so that neither the key nor the prompt
    goes elsewhere, and never retries.
    """
    home = httpx2.URL(base_url)

    async def stay_home(request: httpx2.Request) -> None:
        if _origin(request.url) != _origin(home):
            raise httpx2.RequestError("redirected to another host", request=request)

    http_client = new_http_client(connect_s)
    http_client.follow_redirects = True
    http_client.event_hooks = {"request": [stay_home], "response": [_shorten_errors]}
    client = openai.AsyncOpenAI(
        api_key=api_key or "none",
        base_url=base_url,
        max_retries=0,
        http_client=http_client,
    )
    # Read from the environment by the client, which would send them to every host.
    client.organization = client.project = None
    return client


def new_http_client(connect_s: float) -> httpx2.AsyncClient:
    """Return a client over aiohttp that gives up what is silent too long."""
    return openai.DefaultAioHttpClient(
        verify=_certificates(),
        # Unlimited: a silent host must not use up what other calls need.
        limits=httpx2.Limits(max_connections=0, keepalive_expiry=KEEP_ALIVE_S),
        timeout=openai.Timeout(SILENCE_S, connect=connect_s, pool=connect_s),
        headers={"Accept-Encoding": "identity"},
        follow_redirects=False,
    )


@cache
def _certificates() -> ssl.SSLContext:
    """Return whom we trust; reading it takes as long as a whole local call."""
    return httpx2.create_ssl_context()


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    port = url.port or {"http": 80, "https": 443}.get(url.scheme)
    return url.scheme, url.host, port


async def _shorten_errors(response: httpx2.Response) -> None:
    """Bound the body of an error: the client reads it whole."""
    if response.is_error and isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Beginning(response.stream)


class _Beginning(httpx2.AsyncByteStream):
    """The first MAX_ERROR_BYTES of a body."""

    def __init__(self, whole: httpx2.AsyncByteStream) -> None:
        self._whole = whole

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = MAX_ERROR_BYTES
        async for part in self._whole:
            yield part[:left]
            left -= len(part)
            if left <= 0:
                return

    async def aclose(self) -> None:
        await self._whole.aclose()


def unreached(error: BaseException) -> ProviderError:
    """Return what a call comes to that ended before an answer began."""
    cause = _cause(error)
    for theirs, ours, again in _UNREACHED:
        if isinstance(cause, theirs):
            return ours(_said(cause), again=again)
    return Unavailable(_said(cause))


def broken_off(error: BaseException) -> ProviderError:
    """Return what an answer comes to whose connection failed."""
    cause = _cause(error)
    if isinstance(cause, aiohttp.ServerTimeoutError):
        return IdleTimeout(_said(cause))
    return UpstreamCut(_said(cause))


def _said(cause: BaseException) -> str:
    return f"{type(cause).__name__}: {cause}"[:300]


def _cause(error: BaseException) -> BaseException:
    """Return what the transport met, below what the client made of it."""
    while error.__cause__ is not None and not isinstance(error, aiohttp.ClientError):
        error = error.__cause__
    return error
