"""FailoverBench's faults, faster than real; and cuts at every kind of place.

The scenarios restate FailoverBench v0.1 (failoverbench/failoverbench, results
CC-BY-4.0); `python -m benchmarks.failover` plays them in their real time.
"""

import asyncio
import random

import pytest

from benchmarks.failover import SCENARIOS, Scenario, Turn, play, row
from routing import engine
from routing.core.errors import NoModelAvailable
from routing.core.messages import Message
from routing.health import Health
from routing.providers.openai_compatible import OpenAICompatible
from tests.fakes.openai_server import SIXTY_WORDS, FakeOpenAI

SCALE = 0.03
SLACK_S = 1.0
LIMITS = engine.Limits(first_token_s=1.0, idle_s=1.0, turn_s=5.0)
EMOJI = "Gut gemacht 👩‍👩‍👧‍👦! 次の一歩を。 أحسنت 🇩🇪 Ça va? "


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
async def test_failover_bench(scenario: Scenario):
    result = await play(scenario, SCALE, SLACK_S)
    assert result.faults == []


async def _turn(upstream: FakeOpenAI, names: list[str]) -> Turn:
    turn = Turn()
    host = OpenAICompatible(upstream.url)
    events = engine.answer(
        [row(name) for name in names],
        (Message("user", "How do I begin?"),),
        providers={"groq": host},
        journal=turn,
        limits=LIMITS,
        health=Health(),
    )
    try:
        async for event in events:
            turn.hear(event)
    except NoModelAvailable as error:
        turn.error = error
    finally:
        await host.aclose()
    return turn


def _body_bytes(text: str) -> int:
    """Return about how long the stream of `text` is: a quarter more than it may be."""
    return 210 * (len(text.split(" ")) + 4)


@pytest.mark.parametrize("cut", ["eof", "reset", "clean"])
@pytest.mark.parametrize("seed", range(4))
async def test_no_cut_makes_a_truncated_answer_look_complete(cut: str, seed: int):
    """100 seeded cuts, each at a byte of its own."""
    chance = random.Random(f"{cut} {seed}")
    async with FakeOpenAI() as upstream:
        for _ in range(9):
            at = chance.randrange(_body_bytes(EMOJI))
            upstream.script("cut", text=EMOJI, cut_at_byte=at, cut=cut)
            upstream.script("whole", text="From the next one.")
            turn = await _turn(upstream, ["cut", "whole"])
            assert turn.answered is not None
            assert turn.text in (EMOJI, "From the next one.")
            assert turn.text == EMOJI or turn.answered.model.name == "whole"


async def test_a_cut_on_the_last_route_is_an_error_and_never_an_answer():
    async with FakeOpenAI() as upstream:
        for at in range(0, 60, 6):
            upstream.script("cut", cut_after=at)
            turn = await _turn(upstream, ["cut"])
            assert turn.answered is None
            assert isinstance(turn.error, NoModelAvailable)
            assert SIXTY_WORDS.startswith(turn.text)


async def test_after_every_fault_the_same_connections_still_serve():
    async with FakeOpenAI() as upstream:
        host = OpenAICompatible(upstream.url)
        upstream.script("cut", cut_after=3)
        upstream.script("limited", status=429)
        for _ in range(5):
            for names in (["cut"], ["limited"], ["healthy"]):
                turn = Turn()
                events = engine.answer(
                    [row(name) for name in names],
                    (Message("user", "?"),),
                    providers={"groq": host},
                    journal=turn,
                    limits=LIMITS,
                    health=Health(),
                )
                try:
                    async for event in events:
                        turn.hear(event)
                except NoModelAvailable as error:
                    turn.error = error
            assert turn.text == SIXTY_WORDS
        await host.aclose()
        await asyncio.sleep(0.05)
        assert len(upstream.of("healthy")) == 5
