"""Several servers of one model: warm caches, level load, and no turn lost to a dead one."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from routing import engine
from routing.core.catalogue import Model
from routing.core.errors import BadRequest, Unavailable
from routing.core.messages import (
    Chunk,
    Delta,
    Finish,
    Message,
    Provider,
    Request,
    Usage,
)
from routing.health import Health
from routing.providers import registry
from routing.providers.guide import Guide
from routing.providers.openai_compatible import OpenAICompatible
from routing.providers.replicas import Replicas
from tests.fakes.openai_server import SIXTY_WORDS, FakeOpenAI
from tests.routing.contract import ProviderContract, heard, model, request, text_of


class Server:
    """A replica that answers, fails or waits as it is told."""

    def __init__(self, base_url: str, error: Exception | None = None) -> None:
        self.base_url = base_url
        self.error = error
        self.pause_s = 0.0
        self.asked = 0
        self.closed = False

    async def stream(self, request: Request) -> AsyncGenerator[Chunk, None]:
        self.asked += 1
        await asyncio.sleep(self.pause_s)
        if self.error:
            raise self.error
        yield Delta(self.base_url)
        yield Usage(1, 1)
        yield Finish()

    async def aclose(self) -> None:
        self.closed = True


@pytest.fixture
def servers() -> list[Server]:
    return [Server("one"), Server("two"), Server("three")]


@pytest.fixture
def now() -> list[float]:
    return [0.0]


@pytest.fixture
def replicas(servers: list[Server], now: list[float]) -> Replicas:
    return Replicas(servers, lambda: now[0])


class TestContract(ProviderContract):
    @pytest.fixture
    async def provider(self) -> AsyncGenerator[Provider]:
        async with FakeOpenAI() as one, FakeOpenAI() as two:
            several = Replicas([OpenAICompatible(one.url), OpenAICompatible(two.url)])
            yield several
            await several.aclose()

    @pytest.fixture
    def row(self) -> Model:
        return model("fake:every_s=0.001")


async def answered_by(replicas: Replicas, question: str) -> str:
    return text_of(await heard(replicas, request(model("m"), question)))


def named(servers: list[Server], url: str) -> Server:
    return next(server for server in servers if server.base_url == url)


async def test_a_conversation_stays_with_its_replica(replicas: Replicas):
    opening = Message("user", "My boss yells at me.")
    short = (Message("system", "Be kind."), opening)
    long = (*short, Message("assistant", "When?"), Message("user", "Daily."))
    answers = {
        text_of(await heard(replicas, Request(model("m"), prompt)))
        for prompt in (short, long, (opening,))
    }
    assert len(answers) == 1


async def test_conversations_spread_over_all(replicas: Replicas):
    load = Counter([await answered_by(replicas, f"Question {n}") for n in range(300)])
    assert min(load.values()) > 60


async def test_a_busy_replica_is_helped_out(replicas: Replicas, servers: list[Server]):
    for server in servers:
        server.pause_s = 0.02
    answers = await asyncio.gather(
        *(answered_by(replicas, "the same") for _ in range(24))
    )
    assert max(Counter(answers).values()) <= 11  # a quarter above the mean, and one


async def test_a_failed_replica_is_left_out_and_comes_back_by_proof(
    replicas: Replicas, servers: list[Server], now: list[float]
):
    dead = named(servers, await answered_by(replicas, "q"))
    dead.error = Unavailable("connection refused")
    with pytest.raises(Unavailable) as caught:
        await answered_by(replicas, "q")
    assert caught.value.again  # another replica is there
    assert await answered_by(replicas, "q") != dead.base_url
    dead.error, dead.asked, now[0] = None, 0, 5.0
    assert [await answered_by(replicas, "q") for _ in range(3)] == [dead.base_url] * 3


async def test_a_fault_of_ours_is_not_the_replicas(
    replicas: Replicas, servers: list[Server]
):
    for server in servers:
        server.error = BadRequest("nonsense")
    with pytest.raises(BadRequest) as caught:
        await answered_by(replicas, "q")
    assert not caught.value.again
    for server in servers:
        server.error = None
    assert len({await answered_by(replicas, "q") for _ in range(3)}) == 1


async def test_when_all_are_out_one_is_asked_all_the_same(
    replicas: Replicas, servers: list[Server]
):
    for server in servers:
        server.error = Unavailable()
    for n in range(3):
        with pytest.raises(Unavailable):
            await answered_by(replicas, f"q{n}")
    for server in servers:
        server.error = None
    assert await answered_by(replicas, "q")


async def test_a_replica_that_hangs_is_found_out(
    replicas: Replicas, servers: list[Server]
):
    hangs = named(servers, await answered_by(replicas, "q"))
    hangs.pause_s = 60
    for _ in range(3):
        async with aclosing(replicas.stream(request(model("m"), "q"))) as chunks:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.01):
                    await anext(chunks)
    async with asyncio.timeout(1):
        assert await answered_by(replicas, "q") != hangs.base_url


async def test_closing_closes_all(replicas: Replicas, servers: list[Server]):
    await replicas.aclose()
    assert all(server.closed for server in servers)


class Nobody:
    """A journal that keeps nothing."""

    async def begin(self, position: int, row: Model) -> None: ...

    def end(self, position: int, report: engine.AttemptReport) -> None: ...


async def test_no_turn_notices_that_one_of_three_is_dead():
    """The engine asks the same model again, and another replica answers."""
    async with FakeOpenAI() as one, FakeOpenAI() as two:
        urls = [one.url, "http://127.0.0.1:1/v1", two.url]
        providers = registry.build({"vllm": {"base_urls": urls}})
        health = Health()
        for n in range(12):
            prompt = (Message("user", f"Question {n}"),)
            limits = engine.Limits()
            events = engine.answer(
                [model("m")],
                prompt,
                providers=providers,
                journal=Nobody(),
                limits=limits,
                health=health,
            )
            texts = [
                event.text async for event in events if isinstance(event, engine.Text)
            ]
            assert "".join(texts) == SIXTY_WORDS
        assert health.idle("m")
        await registry.close(providers)


def test_the_registry_knows_every_provider_with_an_address():
    providers = registry.build({})
    assert isinstance(providers["guide"], Guide)
    assert "vllm" not in providers
    assert "modal" not in providers
    groq = providers["groq"]
    assert isinstance(groq, OpenAICompatible)
    assert groq.base_url == "https://api.groq.com/openai/v1"


def test_the_environment_may_move_a_provider():
    access = {
        "groq": {"api_key": "k", "base_url": "http://127.0.0.1:9/v1"},
        "openai": {"api_key": "k", "base_url": ""},
        "modal": {"base_urls": ["http://127.0.0.1:8/v1"]},
        "vllm": {"base_urls": ["http://a/v1", "http://b/v1"], "api_key": ""},
    }
    providers = registry.build(access)
    urls = {
        name: provider.base_url
        for name, provider in providers.items()
        if isinstance(provider, OpenAICompatible)
    }
    assert urls["groq"] == "http://127.0.0.1:9/v1"
    assert urls["openai"] == "https://api.openai.com/v1"
    assert urls["modal"] == "http://127.0.0.1:8/v1"
    assert isinstance(providers["vllm"], Replicas)
