"""A host that counts aloud is left before it has to say no."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from routing.core.errors import RateLimited, RequestTooLarge
from routing.providers.openai_compatible import OpenAICompatible
from routing.providers.quota import Quota
from tests.fakes.openai_server import SIXTY_WORDS, FakeOpenAI
from tests.routing.contract import heard, model, request, text_of


def said(what: str, limit: str, left: str, reset: str) -> dict[str, str]:
    values = {"limit": limit, "remaining": left, "reset": reset}
    return {f"x-ratelimit-{name}-{what}": value for name, value in values.items()}


@pytest.fixture
def quota() -> Quota:
    return Quota()


def test_what_is_not_known_is_allowed(quota: Quota):
    for _ in range(1000):
        quota.take(10**9, now=0)


def test_too_few_tokens_stop_a_large_request_and_no_small_one(quota: Quota):
    quota.learn(said("tokens", "8000", "2000", "45s"), now=0)
    with pytest.raises(RequestTooLarge) as caught:
        quota.take(3000, now=0)
    assert caught.value.retry_after_s == pytest.approx(7.5)  # 1,000 of 8,000 a minute
    assert not caught.value.counts
    quota.take(1500, now=0)


def test_the_allowance_grows_with_time(quota: Quota):
    quota.learn(said("tokens", "8000", "2000", "45s"), now=0)
    quota.take(3000, now=8)
    quota.learn(said("tokens", "8000", "0", "1m"), now=10)
    quota.take(8000, now=70)


def test_calls_on_their_way_count(quota: Quota):
    quota.learn(said("tokens", "8000", "6000", "15s"), now=0)
    quota.take(2500, now=0)
    quota.take(2500, now=0)
    with pytest.raises(RequestTooLarge):
        quota.take(2500, now=0)


def test_no_requests_left_closes_the_route(quota: Quota):
    quota.learn(said("requests", "1000", "0", "2m24s"), now=0)
    with pytest.raises(RateLimited) as caught:
        quota.take(1, now=0)
    assert caught.value.counts
    assert caught.value.retry_after_s == pytest.approx(0.144)
    quota.take(1, now=1)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        said("tokens", "8000", "0", ""),
        said("tokens", "8000", "-5", "3s"),
        said("tokens", "0", "0", "0s"),
        said("tokens", "8000", "8000", "0s"),
        said("tokens", "x", "y", "z"),
    ],
    ids=["none", "no reset", "negative", "zeros", "nothing used", "words"],
)
def test_nonsense_limits_nothing(quota: Quota, headers: dict[str, str]):
    quota.learn(headers, now=0)
    quota.take(10**6, now=0)


@pytest.fixture
async def upstream() -> AsyncGenerator[FakeOpenAI]:
    async with FakeOpenAI() as server:
        yield server


async def test_a_call_that_would_be_refused_is_not_made(upstream: FakeOpenAI):
    host = OpenAICompatible(upstream.url)
    upstream.script("m", headers=said("tokens", "8000", "500", "56s"))
    assert text_of(await heard(host, request(model("m")))) == SIXTY_WORDS
    with pytest.raises(RequestTooLarge):
        await heard(host, request(model("m")))
    assert len(upstream.of("m")) == 1
    assert text_of(await heard(host, request(model("m"), max_tokens=50))) == SIXTY_WORDS
    assert text_of(await heard(host, request(model("other")))) == SIXTY_WORDS
    own = request(model("m"), api_key="their-own")
    assert text_of(await heard(host, own)) == SIXTY_WORDS
    await host.aclose()


async def test_a_refusal_by_the_host_teaches_too(upstream: FakeOpenAI):
    host = OpenAICompatible(upstream.url)
    upstream.script("m", status=429, headers=said("requests", "1000", "0", "50s"))
    with pytest.raises(RateLimited):
        await heard(host, request(model("m")))
    with pytest.raises(RateLimited):
        await heard(host, request(model("m")))
    assert len(upstream.of("m")) == 1
    await asyncio.sleep(0.06)
    with pytest.raises(RateLimited):
        await heard(host, request(model("m")))
    assert len(upstream.of("m")) == 2
    await host.aclose()
