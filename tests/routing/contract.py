"""What every provider keeps, whatever runs behind it; used by their tests."""

import asyncio
from contextlib import aclosing

from routing.core.catalogue import Model
from routing.core.messages import (
    Chunk,
    Delta,
    Finish,
    Message,
    Provider,
    Request,
    Usage,
)


def model(model_id: str = "healthy", provider: str = "vllm", **fields: object) -> Model:
    """Return a catalogue row, called as its model is."""
    return Model(
        name=model_id,
        label=model_id,
        slot="local",
        provider=provider,
        model_id=model_id,
        credits=1,
        prices=(),
        context_tokens=8192,
        **fields,
    )


def request(row: Model, text: str = "How do I begin?", **fields: object) -> Request:
    """Return a request with one question."""
    return Request(row, (Message("user", text),), **fields)


async def heard(provider: Provider, call: Request) -> list[Chunk]:
    """Return everything the provider yields."""
    async with aclosing(provider.stream(call)) as chunks:
        return [chunk async for chunk in chunks]


def text_of(chunks: list[Chunk]) -> str:
    """Return the answer."""
    return "".join(chunk.text for chunk in chunks if isinstance(chunk, Delta))


class ProviderContract:
    """Subclasses give the fixtures `provider` and `row`."""

    async def test_an_answer_is_deltas_then_one_finish(
        self, provider: Provider, row: Model
    ):
        chunks = await heard(provider, request(row))
        assert text_of(chunks).strip()
        assert all(chunk.text for chunk in chunks if isinstance(chunk, Delta))
        assert isinstance(chunks[-1], Finish)
        assert sum(isinstance(chunk, Finish) for chunk in chunks) == 1

    async def test_counts_come_once_and_are_counts(
        self, provider: Provider, row: Model
    ):
        chunks = await heard(provider, request(row))
        (usage,) = [chunk for chunk in chunks if isinstance(chunk, Usage)]
        assert usage.input_tokens > 0
        assert usage.output_tokens > 0

    async def test_it_may_be_closed_after_any_chunk(
        self, provider: Provider, row: Model
    ):
        for said in range(4):
            async with (
                asyncio.timeout(2),
                aclosing(provider.stream(request(row))) as chunks,
            ):
                for _ in range(said):
                    await anext(chunks)
        assert text_of(await heard(provider, request(row))).strip()

    async def test_it_may_be_cancelled_at_any_time(
        self, provider: Provider, row: Model
    ):
        for pause_s in (0, 0.001, 0.01):
            task = asyncio.create_task(heard(provider, request(row)))
            await asyncio.sleep(pause_s)
            task.cancel()
            async with asyncio.timeout(2):
                await asyncio.wait({task})
        assert text_of(await heard(provider, request(row))).strip()

    async def test_answers_at_the_same_time_do_not_mix(
        self, provider: Provider, row: Model
    ):
        calls = [heard(provider, request(row)) for _ in range(8)]
        answers = await asyncio.gather(*calls)
        assert len({text_of(chunks) for chunks in answers}) == 1
