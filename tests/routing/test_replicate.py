"""Replicate's predictions, read by the same rules as everybody's answers."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import httpx2
import pytest

from routing.core.catalogue import Model
from routing.core.errors import (
    KeyRefused,
    ModelGone,
    ProviderError,
    RateLimited,
    Unavailable,
    UpstreamCut,
)
from routing.core.messages import Finish, Message, Provider, Request, Usage
from routing.providers.replicate import Replicate
from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.replicate_server import FakeReplicate
from tests.routing.contract import ProviderContract, heard, model, request, text_of

ANSWER = "Well done\nand now rest."


@pytest.fixture
async def upstream() -> AsyncGenerator[FakeReplicate]:
    async with FakeReplicate() as server:
        yield server


@pytest.fixture
async def host(upstream: FakeReplicate) -> AsyncGenerator[Replicate]:
    adapter = Replicate(upstream.url, "r8_operators-own")
    yield adapter
    await adapter.aclose()


@pytest.fixture
def row() -> Model:
    return model("meta/llama", "replicate")


class TestContract(ProviderContract):
    @pytest.fixture
    def provider(self, host: Replicate, upstream: FakeReplicate) -> Provider:
        upstream.every_s = 0.001
        return host


async def test_an_answer_with_its_counts(
    host: Replicate, upstream: FakeReplicate, row: Model
):
    prompt = (Message("system", "Be kind."), Message("user", "Hi"))
    chunks = await heard(host, Request(row, prompt, max_tokens=99))
    assert text_of(chunks) == ANSWER
    assert chunks[-2:] == [Usage(12, 7), Finish("stop")]
    assert upstream.made == [
        {
            "path": "/v1/models/meta/llama/predictions",
            "input": {"prompt": "Hi", "system_prompt": "Be kind.", "max_tokens": 99},
            "stream": True,
        }
    ]
    assert set(upstream.keys) == {"Bearer r8_operators-own"}
    assert not upstream.cancelled.is_set()


async def test_a_conversation_becomes_a_transcript(
    host: Replicate, upstream: FakeReplicate, row: Model
):
    prompt = (
        Message("user", "Hi"),
        Message("assistant", "Hello"),
        Message("user", "So?"),
    )
    await heard(host, Request(row, prompt))
    told = upstream.made[0]["input"]["prompt"]
    assert told == "Person: Hi\n\nCoach: Hello\n\nPerson: So?\n\nCoach:"


async def test_an_answer_of_full_length_is_cut_off(
    host: Replicate, upstream: FakeReplicate, row: Model
):
    chunks = await heard(host, request(row, max_tokens=7))
    assert chunks[-1] == Finish("length")


async def test_counts_may_be_missing(
    host: Replicate, upstream: FakeReplicate, row: Model
):
    upstream.metrics = {}
    chunks = await heard(host, request(row))
    assert chunks[-1] == Finish("stop")
    assert not any(isinstance(chunk, Usage) for chunk in chunks)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        pytest.param({"ending": None}, UpstreamCut, id="cut"),
        pytest.param(
            {"ending": ("done", '{"reason": "error"}')}, UpstreamCut, id="failed"
        ),
        pytest.param(
            {"ending": ("done", '{"reason": "canceled"}')}, UpstreamCut, id="cancelled"
        ),
        pytest.param(
            {"ending": ("error", '{"detail": "CUDA"}')}, Unavailable, id="error"
        ),
        pytest.param(
            {"pieces": (), "ending": ("error", "CUDA")}, Unavailable, id="in words"
        ),
        pytest.param({"pieces": ()}, Unavailable, id="nothing said"),
        pytest.param({"status": 401, "body": '{"detail": "x"}'}, KeyRefused, id="401"),
        pytest.param({"status": 429, "body": '{"detail": "x"}'}, RateLimited, id="429"),
        pytest.param(
            {"status": 404, "body": '{"detail": "The model was not found"}'},
            ModelGone,
            id="404",
        ),
        pytest.param({"body": "<html>"}, Unavailable, id="no JSON"),
        pytest.param({"body": '{"urls": {}}'}, Unavailable, id="no stream"),
        pytest.param(
            {"urls": {"stream": "http://127.0.0.1:1/v1/x"}}, Unavailable, id="elsewhere"
        ),
    ],
)
async def test_failures(
    host: Replicate,
    upstream: FakeReplicate,
    row: Model,
    fault: dict[str, Any],
    kind: type[ProviderError],
):
    for name, value in fault.items():
        setattr(upstream, name, value)
    with pytest.raises(kind):
        await heard(host, request(row))


async def test_stop_cancels_the_prediction(
    host: Replicate, upstream: FakeReplicate, row: Model
):
    upstream.stall = True
    async with aclosing(host.stream(request(row))) as chunks:
        await anext(chunks)
    async with asyncio.timeout(1):
        await upstream.cancelled.wait()


async def test_the_key_and_the_prompt_stay_at_home(
    host: Replicate, upstream: FakeReplicate, row: Model
):
    async with FakeOpenAI() as elsewhere:
        upstream.urls = {"stream": f"{elsewhere.url}/stream"}
        with pytest.raises(Unavailable):
            await heard(host, request(row))
        assert elsewhere.connections == 0


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://api.replicate.com/v1/x", True),
        ("https://stream.replicate.com/v1/x", True),
        ("http://stream.replicate.com/v1/x", False),
        ("https://replicate.com.evil.example/x", False),
        ("https://evilreplicate.com/x", False),
    ],
)
def test_home(url: str, home: bool):
    adapter = Replicate("https://api.replicate.com/v1")
    assert adapter._is_home(httpx2.URL(url)) is home
