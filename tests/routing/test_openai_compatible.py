"""The adapter against a real server that behaves as badly as servers do."""

import asyncio
import contextlib
import json
import logging
import socket
import ssl
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from routing.core.catalogue import Model
from routing.core.errors import (
    BadRequest,
    FirstTokenTimeout,
    KeyRefused,
    ProviderError,
    RateLimited,
    Refused,
    Unavailable,
    UnsupportedParameter,
    UpstreamCut,
)
from routing.core.messages import (
    Delta,
    Finish,
    Message,
    Provider,
    Request,
    Thinking,
    Usage,
)
from routing.providers.openai_compatible import OpenAICompatible
from tests.fakes.openai_server import SIXTY_WORDS, FakeOpenAI
from tests.routing.contract import ProviderContract, heard, model, request, text_of
from tests.routing.stopwatch import Stopwatch

KEY = "sk-live-0123456789abcdef"


@pytest.fixture
async def upstream() -> AsyncGenerator[FakeOpenAI]:
    async with FakeOpenAI() as server:
        yield server


@pytest.fixture
async def host(upstream: FakeOpenAI) -> AsyncGenerator[OpenAICompatible]:
    adapter = OpenAICompatible(upstream.url, KEY)
    yield adapter
    await adapter.aclose()


class TestContract(ProviderContract):
    @pytest.fixture
    def provider(self, host: OpenAICompatible) -> Provider:
        return host

    @pytest.fixture
    def row(self, upstream: FakeOpenAI) -> Model:
        upstream.script("paced", every_s=0.001)
        return model("paced")


WHOLE = [
    pytest.param({}, id="healthy"),
    pytest.param({"newline": "\r\n"}, id="CRLF"),
    pytest.param({"newline": "\r"}, id="CR"),
    pytest.param({"bom": True}, id="byte-order mark"),
    pytest.param({"space": False}, id="no blank after data:"),
    pytest.param({"split": 1}, id="byte by byte"),
    pytest.param({"split": 7, "newline": "\r\n", "bom": True}, id="cut anywhere"),
    pytest.param({"role": False}, id="no role delta"),
    pytest.param({"thoughts": 3}, id="thoughts first"),
    pytest.param({"done": False}, id="no [DONE]"),
    pytest.param({"trailer": "data: {\n\nnonsense" * 20}, id="bytes after [DONE]"),
    pytest.param({"usage": "none"}, id="no counts"),
    pytest.param({"usage": "finish"}, id="counts with the finish"),
    pytest.param({"usage": "x_groq"}, id="counts of Groq"),
    pytest.param({"usage": "every"}, id="counts in every frame"),
    pytest.param({"usage": "choice"}, id="counts in the choice"),
    pytest.param(
        {"frames": {0: ": OPENROUTER PROCESSING\n\n", 9: "\n\n"}}, id="comments"
    ),
    pytest.param({"frames": {5: 'data: {"choices":[]}\n\n'}}, id="no choices"),
    pytest.param({"frames": {5: "event: ping\ndata: {}\n\n"}}, id="pings"),
    pytest.param({"frames": {5: "data: \n\nid: 1\nretry: 5\n\n"}}, id="other fields"),
    pytest.param({"content_type": "text/plain"}, id="wrong content type"),
]


@pytest.mark.parametrize("script", WHOLE)
async def test_a_whole_answer_arrives_whole(
    upstream: FakeOpenAI, host: OpenAICompatible, script: dict[str, Any]
):
    upstream.script("m", **script)
    chunks = await heard(host, request(model("m")))
    assert text_of(chunks) == SIXTY_WORDS
    assert chunks[-1] == Finish("stop")
    if script.get("usage") != "none":
        assert Usage(320, 60) in chunks


@pytest.mark.parametrize(
    ("script", "kind", "code"),
    [
        pytest.param({"connect": "close"}, Unavailable, "unavailable", id="closed"),
        pytest.param({"connect": "reset"}, Unavailable, "unavailable", id="reset"),
        pytest.param(
            {"status": 500, "body": "<html>"}, Unavailable, "unavailable", id="500"
        ),
        pytest.param({"status": 503}, Unavailable, "unavailable", id="503"),
        pytest.param({"status": 429}, RateLimited, "rate_limited", id="429"),
        pytest.param({"status": 401}, KeyRefused, "key_refused", id="401"),
        pytest.param({"status": 400}, BadRequest, "bad_request", id="400"),
        pytest.param({"cut_after": 0}, UpstreamCut, "upstream_cut", id="cut at once"),
        pytest.param({"cut_after": 40}, UpstreamCut, "upstream_cut", id="cut"),
        pytest.param(
            {"cut_after": 40, "cut": "reset"},
            UpstreamCut,
            "upstream_cut",
            id="reset mid",
        ),
        pytest.param(
            {"cut_after": 40, "cut": "clean"},
            UpstreamCut,
            "upstream_cut",
            id="clean end",
        ),
        pytest.param(
            {"finish": None, "usage": "none"},
            UpstreamCut,
            "upstream_cut",
            id="no finish",
        ),
        pytest.param(
            {"frames": {0: 'data: {"error":{"code":502}}\n\n'}},
            Unavailable,
            "unavailable",
            id="error first",
        ),
        pytest.param(
            {"frames": {9: "event: error\ndata: {}\n\n"}},
            Unavailable,
            "unavailable",
            id="error mid",
        ),
        pytest.param({"text": ""}, Unavailable, "unavailable", id="nothing said"),
        pytest.param({"refusal": "I cannot."}, Refused, "refused", id="refusal"),
        pytest.param({"finish": "content_filter"}, Refused, "refused", id="filtered"),
        pytest.param(
            {"frames": {3: "data: " + "x" * 2_000_000}},
            UpstreamCut,
            "upstream_cut",
            id="endless event",
        ),
        pytest.param(
            {
                "frames": {0: "<html>Please log in</html>"},
                "cut_after": 0,
                "cut": "clean",
            },
            UpstreamCut,
            "upstream_cut",
            id="200 and a page",
        ),
        pytest.param(
            {"headers": {"content-encoding": "gzip"}},
            UpstreamCut,
            "upstream_cut",
            id="not gzip",
        ),
        pytest.param(
            {"connect": "garbage"},
            Unavailable,
            "unavailable",
            id="not HTTP",
        ),
    ],
)
async def test_a_failure_is_one_of_our_errors(
    upstream: FakeOpenAI,
    host: OpenAICompatible,
    script: dict[str, Any],
    kind: type[ProviderError],
    code: str,
):
    upstream.script("m", **script)
    with pytest.raises(kind) as caught:
        await heard(host, request(model("m")))
    assert caught.value.code == code
    upstream.script("m")
    assert text_of(await heard(host, request(model("m")))) == SIXTY_WORDS


async def test_nobody_listening():
    host = OpenAICompatible("http://127.0.0.1:1/v1")
    async with Stopwatch() as watch:
        with pytest.raises(Unavailable) as caught:
            await heard(host, request(model()))
    await host.aclose()
    assert watch.own_s < 1
    assert not caught.value.again


async def test_no_such_name():
    host = OpenAICompatible("http://no-such-host.invalid/v1", connect_s=1.0)
    with pytest.raises(Unavailable):
        await heard(host, request(model()))
    await host.aclose()


async def test_a_connection_that_nobody_accepts_is_given_up():
    """A full backlog drops our SYN, as a black hole does."""
    with socket.socket() as deaf, contextlib.ExitStack() as queue:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        port = deaf.getsockname()[1]
        for _ in range(4):
            waiting = queue.enter_context(socket.socket())
            waiting.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                waiting.connect(("127.0.0.1", port))
        await _is_given_up(f"http://127.0.0.1:{port}/v1")


async def test_a_tls_handshake_that_stalls_is_given_up():
    async with asyncio.timeout(5):
        server = await asyncio.start_server(_say_nothing, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        await _is_given_up(f"https://127.0.0.1:{port}/v1")
        server.close()
        await asyncio.sleep(0.05)  # its end of the connection closes


async def _say_nothing(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    await reader.read()
    writer.close()


async def _is_given_up(url: str) -> None:
    host = OpenAICompatible(url, connect_s=0.3)
    async with Stopwatch() as watch:
        with pytest.raises(Unavailable):
            await heard(host, request(model()))
    await host.aclose()
    assert watch.own_s < 1


async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path: Path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    server = await asyncio.start_server(_say_nothing, "127.0.0.1", 0, ssl=context)
    host = OpenAICompatible(
        f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    )
    with pytest.raises(Unavailable, match="Certificate"):
        await heard(host, request(model()))
    await host.aclose()
    await asyncio.sleep(0.05)  # the server hears of it
    server.close()
    await server.wait_closed()


def self_signed(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    unlocked = serialization.NoEncryption()
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, unlocked)
    path = folder / "server.pem"
    path.write_bytes(private + certificate.public_bytes(pem))
    return path


async def test_a_finish_with_the_socket_held_open_ends_the_answer_within_a_second(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    upstream.script("m", done=False, hold_s=30)
    async with Stopwatch() as watch:
        chunks = await heard(host, request(model("m")))
    assert watch.own_s < 1
    assert chunks[-1] == Finish("stop")


async def test_a_connection_serves_again_after_a_whole_answer(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    for _ in range(5):
        await heard(host, request(model()))
    assert upstream.connections == 1


@pytest.mark.parametrize(
    "script",
    [
        pytest.param({"connect": "silent"}, id="before the headers"),
        pytest.param({"stall_after": 0}, id="before the first token"),
        pytest.param({"stall_after": 20}, id="in the middle"),
        pytest.param({"every_s": 0.01}, id="while it speaks"),
    ],
)
async def test_closing_the_stream_hangs_up_at_once(
    upstream: FakeOpenAI, host: OpenAICompatible, script: dict[str, Any]
):
    upstream.script("m", **script)
    task = asyncio.create_task(heard(host, request(model("m"))))
    await asyncio.sleep(0.2)
    closed_at = time.monotonic()
    task.cancel()
    await asyncio.wait({task})
    assert await upstream.hung_up("m") - closed_at < 0.5


async def test_leaving_the_loop_hangs_up_at_once(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    upstream.script("m", every_s=0.005)
    async with aclosing(host.stream(request(model("m")))) as chunks:
        async for chunk in chunks:
            if isinstance(chunk, Delta):
                break
    closed_at = time.monotonic()
    assert await upstream.hung_up("m") - closed_at < 0.5


async def test_the_request_is_what_it_should_be(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    prompt = (
        Message("system", "Be kind.\n"),
        Message("user", "Hi 👋"),
        Message("assistant", "Hi"),
        Message("user", "?"),
    )
    await heard(host, Request(model("m"), prompt, max_tokens=77))
    (call,) = upstream.of("m")
    assert call.path == "/v1/chat/completions"
    assert call.body == {
        "model": "m",
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": 77,
        "messages": [
            {"role": "system", "content": "Be kind.\n"},
            {"role": "user", "content": "Hi 👋"},
            {"role": "assistant", "content": "Hi"},
            {"role": "user", "content": "?"},
        ],
    }
    assert call.headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("quirks", "has", "lacks"),
    [
        pytest.param(
            {"max_tokens": "max_completion_tokens"},
            {"max_completion_tokens": 1024},
            "max_tokens",
            id="another name for the limit",
        ),
        pytest.param({"max_tokens": ""}, {}, "max_tokens", id="no limit"),
        pytest.param(
            {"stream_options": False}, {}, "stream_options", id="no stream options"
        ),
        pytest.param(
            {"continuous_usage": True},
            {"stream_options": {"include_usage": True, "continuous_usage_stats": True}},
            "temperature",
            id="counts all along",
        ),
        pytest.param(
            {"temperature": 0.3},
            {"temperature": 0.3},
            "reasoning_effort",
            id="temperature",
        ),
        pytest.param(
            {"reasoning_effort": "low"},
            {"reasoning_effort": "low"},
            "temperature",
            id="effort",
        ),
        pytest.param(
            {"extra_body": {"provider": {"zdr": True}}},
            {"provider": {"zdr": True}},
            "x",
            id="extra",
        ),
        pytest.param(
            {"system": "developer"},
            {
                "messages": [
                    {"role": "developer", "content": "S"},
                    {"role": "user", "content": "U"},
                ]
            },
            "x",
            id="developer role",
        ),
        pytest.param(
            {"system": "user"},
            {"messages": [{"role": "user", "content": "S\n\nU"}]},
            "x",
            id="no system role",
        ),
    ],
)
@pytest.mark.parametrize("layer", ["host", "row"])
async def test_quirks(
    upstream: FakeOpenAI,
    quirks: dict[str, Any],
    has: dict[str, Any],
    lacks: str,
    layer: str,
):
    host = OpenAICompatible(upstream.url, host_quirks=quirks if layer == "host" else {})
    row = model("m", quirks=quirks if layer == "row" else {})
    await heard(host, Request(row, (Message("system", "S"), Message("user", "U"))))
    await host.aclose()
    body = upstream.of("m")[0].body
    assert body.items() >= has.items()
    assert lacks not in body


async def test_a_row_overrides_its_host_and_a_typing_error_is_named(
    upstream: FakeOpenAI,
):
    host = OpenAICompatible(upstream.url, host_quirks={"temperature": 1.0})
    await heard(host, request(model("m", quirks={"temperature": 0.0})))
    assert upstream.of("m")[0].body["temperature"] == 0.0
    with pytest.raises(Unavailable, match="temprature"):
        await heard(host, request(model("m", quirks={"temprature": 0.0})))
    await host.aclose()


async def test_logprobs_come_when_asked_for(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    upstream.script("m", logprobs=[-0.1, -2.5])
    plain = await heard(host, request(model("m")))
    assert not any(chunk.logprobs for chunk in plain if isinstance(chunk, Delta))
    chunks = await heard(host, request(model("m"), logprobs=1))
    deltas = [chunk for chunk in chunks if isinstance(chunk, Delta)]
    assert [delta.logprobs for delta in deltas[:3]] == [(-0.1,), (-2.5,), (-2.5,)]
    assert upstream.of("m")[1].body["top_logprobs"] == 1


@pytest.mark.parametrize(
    ("status", "message", "dropped", "instead"),
    [
        (
            400,
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
            "max_tokens",
            "max_completion_tokens",
        ),
        (
            400,
            "Unrecognized request argument supplied: stream_options",
            "stream_options",
            "",
        ),
        (
            422,
            "Extra inputs are not permitted: ['body', 'stream_options']",
            "stream_options",
            "",
        ),
        (400, "'temperature' does not support 0.5 with this model", "temperature", ""),
        (400, "`logprobs` is not supported with this model", "top_logprobs", ""),
    ],
)
async def test_a_parameter_that_is_refused_is_sent_no_more(
    upstream: FakeOpenAI,
    host: OpenAICompatible,
    status: int,
    message: str,
    dropped: str,
    instead: str,
):
    upstream.script("m", status=status, body={"error": {"message": message}}, times=1)
    call = request(model("m", quirks={"temperature": 0.5}), logprobs=1)
    with pytest.raises(UnsupportedParameter) as caught:
        await heard(host, call)
    assert caught.value.again
    assert text_of(await heard(host, call)) == SIXTY_WORDS
    first, second = upstream.of("m")
    assert dropped in first.body
    assert dropped not in second.body
    assert not instead or instead in second.body


async def test_what_promises_privacy_is_never_dropped(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    upstream.script(
        "m", status=400, body={"error": {"message": "provider is not supported"}}
    )
    row = model("m", quirks={"extra_body": {"provider": {"data_collection": "deny"}}})
    for _ in range(2):
        with pytest.raises(BadRequest):
            await heard(host, request(row))
    assert all("provider" in call.body for call in upstream.of("m"))


async def test_a_persons_own_key_is_the_one_that_is_sent(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    await heard(host, request(model("m"), api_key="their-own"))
    assert upstream.of("m")[0].headers["authorization"] == "Bearer their-own"


@pytest.mark.parametrize("own", [None, "their-own-secret-9"])
@pytest.mark.parametrize(
    "script",
    [
        {"status": 401, "body": "wrong key: {key}"},
        {"frames": {0: 'data: {"error": "wrong key: {key}"}\n\n'}},
        {"frames": {4: 'data: {"error": "wrong key: {key}"}\n\n'}},
    ],
    ids=["status", "first frame", "later frame"],
)
async def test_no_error_and_no_log_repeats_a_key(
    upstream: FakeOpenAI,
    script: dict[str, Any],
    own: str | None,
    caplog: pytest.LogCaptureFixture,
):
    caplog.set_level(logging.DEBUG)
    host = OpenAICompatible(upstream.url, "operators-secret-7")
    key = own or "operators-secret-7"
    upstream.script("m", **json.loads(json.dumps(script).replace("{key}", key)))
    with pytest.raises(ProviderError) as caught:
        await heard(host, request(model("m"), api_key=own))
    await host.aclose()
    assert "wrong key" in str(caught.value)
    assert key not in str(caught.value)
    assert key not in caplog.text
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


async def test_a_redirect_within_the_host_is_followed(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    upstream.script(
        "m", status=307, headers={"location": "/v1/moved/chat/completions"}, times=1
    )
    assert text_of(await heard(host, request(model("m")))) == SIXTY_WORDS
    assert upstream.of("m")[1].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_elsewhere_is_not(
    upstream: FakeOpenAI, host: OpenAICompatible, status: int
):
    async with FakeOpenAI() as elsewhere:
        url = f"{elsewhere.url}/chat/completions"
        upstream.script("m", status=status, headers={"location": url})
        with pytest.raises(Unavailable):
            await heard(host, request(model("m")))
        assert elsewhere.connections == 0


async def test_retry_after_reaches_the_error(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    upstream.script("m", status=429, headers={"Retry-After": "17"})
    with pytest.raises(RateLimited) as caught:
        await heard(host, request(model("m")))
    assert caught.value.retry_after_s == 17


async def test_it_never_retries_by_itself(upstream: FakeOpenAI, host: OpenAICompatible):
    for status in (429, 500, 503):
        upstream.script("m", status=status, headers={"Retry-After": "0"})
        with pytest.raises(ProviderError):
            await heard(host, request(model("m")))
        assert len(upstream.of("m")) == 1


async def test_the_body_of_an_error_is_read_only_so_far(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    upstream.script("m", status=500, body="x" * 20_000_000)
    with pytest.raises(Unavailable) as caught:
        await heard(host, request(model("m")))
    assert len(str(caught.value)) < 400


async def test_an_answer_that_never_ends_is_ended(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    upstream.script("m", pieces=["la " * 1000] * 200)
    chunks = await heard(host, request(model("m")))
    assert len(text_of(chunks)) == 100_000
    assert chunks[-1] == Finish("length")


async def test_a_host_that_does_not_stream_is_understood(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    whole = {
        "choices": [
            {
                "message": {"role": "assistant", "content": "All of it."},
                "finish_reason": "stop",
            }
        ],
        "usage": {"prompt_tokens": 3, "completion_tokens": 4},
    }
    upstream.script(
        "m",
        content_type="application/json",
        frames={0: json.dumps(whole)},
        cut_after=0,
        cut="clean",
        role=False,
    )
    chunks = await heard(host, request(model("m")))
    assert chunks == [Delta("All of it."), Usage(3, 4), Finish("stop")]


async def test_thoughts_are_heard(upstream: FakeOpenAI, host: OpenAICompatible):
    upstream.script("m", thoughts=2)
    chunks = await heard(host, request(model("m")))
    assert chunks[:2] == [Thinking(), Thinking()]


async def test_one_adapter_serves_several_event_loops(
    upstream: FakeOpenAI, host: OpenAICompatible
):
    async def once() -> str:
        try:
            return text_of(await heard(host, request(model())))
        finally:
            await host.aclose()

    for _ in range(2):
        assert await asyncio.to_thread(asyncio.run, once()) == SIXTY_WORDS
    assert text_of(await heard(host, request(model()))) == SIXTY_WORDS


async def test_the_environment_adds_nothing(
    upstream: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-somebody")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-of-somebody")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-somebody")
    host = OpenAICompatible(upstream.url)
    await heard(host, request(model("m")))
    await host.aclose()
    assert "somebody" not in json.dumps(upstream.of("m")[0].headers)


async def test_silence_has_an_end_even_without_an_engine(
    upstream: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("routing.providers.client.SILENCE_S", 0.2)
    host = OpenAICompatible(upstream.url)
    upstream.script("m", connect="silent")
    with pytest.raises(FirstTokenTimeout):
        await heard(host, request(model("m")))
    upstream.script("m", stall_after=3)
    with pytest.raises(Unavailable):
        await heard(host, request(model("m")))
    await host.aclose()
