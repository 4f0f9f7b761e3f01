"""What one streamed token costs this process, in CPU time.

    python -m benchmarks.tokens

A host in a process of its own streams 8 answers of 3,000 tokens, half a millisecond
apart, so that hardly ever two come in one read. `adapter` is the wire alone; `engine`
adds the clocks and the events. Aim: 40 microseconds for the adapter, 50 for both; the
openai client's own parsed chunks cost 180 to 220.
"""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable

from routing import engine
from routing.core.catalogue import Model
from routing.core.messages import Message, Request
from routing.health import Health
from routing.providers.openai_compatible import OpenAICompatible

TOKENS = 3000
ANSWERS = 8
PAUSE_S = 0.0005
PROMPT = (Message("user", "How do I begin?"),)
ROW = Model(
    name="m",
    label="M",
    slot="fast",
    provider="groq",
    model_id="m",
    credits=1,
    prices=(),
    context_tokens=8192,
)
HEAD = (
    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
    b"transfer-encoding: chunked\r\nconnection: close\r\n\r\n"
)
TOKEN = (
    b'data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1795000000,'
    b'"model":"m","choices":[{"index":0,"delta":{"content":" word"},'
    b'"finish_reason":null}]}\n\n'
)
END = (
    b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],'
    b'"usage":{"prompt_tokens":5,"completion_tokens":3000}}\n\ndata: [DONE]\n\n'
)


async def serve() -> None:
    """Stream to whoever asks; print the port."""

    async def stream(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(HEAD)
        for _ in range(TOKENS):
            writer.write(b"%x\r\n%s\r\n" % (len(TOKEN), TOKEN))
            await writer.drain()
            await asyncio.sleep(PAUSE_S)
        writer.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(END), END))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(stream, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


class Nobody:
    """A journal that keeps nothing."""

    async def begin(self, position: int, model: Model) -> None:
        """See `engine.Journal`."""

    def end(self, position: int, report: engine.AttemptReport) -> None:
        """See `engine.Journal`."""


async def measure(port: int) -> None:
    """Print the CPU time of each layer per token."""
    host = OpenAICompatible(f"http://127.0.0.1:{port}/v1")

    def adapter() -> AsyncIterator[object]:
        return host.stream(Request(ROW, PROMPT))

    def walk() -> AsyncIterator[object]:
        return engine.answer(
            [ROW],
            PROMPT,
            providers={"groq": host},
            journal=Nobody(),
            limits=engine.Limits(),
            health=Health(),
        )

    await _count(adapter())  # imports, certificates
    for name, source in (("adapter", adapter), ("engine", walk)):
        print(f"{name:8} {await _cpu_us(source):6.1f} us per token")
    await host.aclose()


async def _cpu_us(source: Callable[[], AsyncIterator[object]]) -> float:
    start = time.process_time()
    counts = await asyncio.gather(*(_count(source()) for _ in range(ANSWERS)))
    return (time.process_time() - start) / sum(counts) * 1e6


async def _count(stream: AsyncIterator[object]) -> int:
    return sum([1 async for _ in stream])


def main() -> None:
    """Measure against a host in a process of its own."""
    if sys.argv[1:] == ["serve"]:
        asyncio.run(serve())
        return
    command = [sys.executable, "-m", "benchmarks.tokens", "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        assert server.stdout is not None
        try:
            asyncio.run(measure(int(server.stdout.readline())))
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
