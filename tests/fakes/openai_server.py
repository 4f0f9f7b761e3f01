"""A stand-in for an OpenAI-compatible provider: a real server that misbehaves on request.

In a test, in this event loop:

    async with FakeOpenAI() as upstream:
        upstream.script("gpt-4o", status=503, times=1)     # once, then healthy
        ...                                                # use upstream.url
        assert upstream.of("gpt-4o")[0].body["stream"]

In a test without an event loop (a browser, a management command), `with running() as
upstream:` serves from a thread of its own. From a shell, for any other program:

    python -m tests.fakes.openai_server --port 9000
    curl -X POST localhost:9000/_fake/scripts -d '{"gpt-4o": {"stall_after": 20}}'
    curl localhost:9000/_fake/requests          # what was asked, and who hung up
    curl -X DELETE localhost:9000/_fake/scripts # healthy again, nothing remembered

A model can also be its own script, so that a catalogue row alone makes a fault:
`fake:cut_after=40,every_s=0.015`. A model that nobody scripted is healthy: it says
`SIXTY_WORDS`. Fields and their meaning: `Script`.
"""

import argparse
import asyncio
import contextlib
import dataclasses
import json
import socket
import struct
import threading
import time
from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

SIXTY_WORDS = (
    "Start with one small step that you can finish today. Name it in plain words and "
    "choose an hour for it. Tell somebody who will ask how it went. When the hour "
    "comes, begin badly rather than late. Afterwards write down what helped and what "
    "got in your way. Tomorrow take the next step, a little larger than this one."
)


@dataclass(frozen=True)
class Script:
    """How one model answers. Everything healthy by default.

    What it says:
        text, pieces: the answer; `pieces` gives the deltas, else one per word.
        first_s, every_s: wait before the first delta, and between deltas.
        thoughts: that many reasoning deltas come first, `every_s` apart.
        refusal: said as `refusal` deltas instead of content.
        finish: the finish_reason; None: never sent.
        usage: where the counts are: final, finish, x_groq, every, choice, none.
        input_tokens, output_tokens, cached_tokens: the counts; output_tokens None:
            as many as deltas.
        logprobs: log-probabilities of the deltas, the last one repeated.

    What it does instead of answering:
        connect: reset or close before any byte; silent: accept and never answer;
            garbage: answer in another protocol.
        headers_s: wait before the status line.
        status, body, headers: an HTTP error, or a redirect.
        no_prefill: answer 400 when the prompt ends with the assistant's own words.

    How the stream travels:
        frames: raw SSE text sent before delta n; n = number of deltas: before the
            finish. Say "n" as a string in JSON.
        newline, bom, space, split: line ends, a byte-order mark, the blank after
            `data:`, bytes per write (0: a frame at a time).
        role: whether a role-only delta comes first.
        done: whether `[DONE]` is sent; trailer: raw text after it.
        content_type: of the stream.

    How it ends:
        cut_after, cut_at_byte: deltas, or bytes of the body, after which it ends.
        cut: eof (inside the chunked body), reset, clean (a proper end of body).
        stall_after: deltas after which it falls silent; comments_s: but for an SSE
            comment every so often.
        hold_s: how long the socket stays open, silent, after the last byte.

    How often:
        times: for that many requests, then healthy; for_s: for that many seconds from
            the first request on, then healthy.
    """

    text: str = SIXTY_WORDS
    pieces: Sequence[str] | None = None
    first_s: float = 0.0
    every_s: float = 0.0
    thoughts: int = 0
    refusal: str = ""
    finish: str | None = "stop"
    usage: str = "final"
    input_tokens: int = 320
    output_tokens: int | None = None
    cached_tokens: int = 0
    logprobs: Sequence[float] = ()

    connect: str = ""
    headers_s: float = 0.0
    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    no_prefill: bool = False

    frames: Mapping[Any, str] = field(default_factory=dict)
    newline: str = "\n"
    bom: bool = False
    space: bool = True
    split: int = 0
    role: bool = True
    done: bool = True
    trailer: str = ""
    content_type: str = "text/event-stream; charset=utf-8"

    cut_after: int | None = None
    cut_at_byte: int | None = None
    cut: str = "eof"
    stall_after: int | None = None
    comments_s: float = 0.0
    hold_s: float = 0.0

    times: int | None = None
    for_s: float | None = None

    def healthy(self) -> "Script":
        """Return how the model answers when its fault is over: the same, but well."""
        return Script(text=self.text, pieces=self.pieces, every_s=self.every_s)

    def deltas(self) -> list[str]:
        """Return the pieces of the answer; joined they are the answer."""
        if self.pieces is not None:
            return list(self.pieces)
        if self.refusal:
            return _words(self.refusal)
        return _words(self.text)


HEALTHY = Script()


@dataclass
class Call:
    """One request, and what became of it.

    Attributes:
        at: monotonic seconds when it was read.
        said: deltas sent so far.
        hung_up_at: monotonic seconds when the client closed the connection before
            the answer had ended; None while it has not.
        ended: whether the answer was sent as scripted, to its end.
    """

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    at: float
    said: int = 0
    hung_up_at: float | None = None
    ended: bool = False

    @property
    def model(self) -> str:
        return str(self.body.get("model", ""))


class FakeOpenAI:
    """The server. `calls` holds every request for a completion, oldest first."""

    def __init__(self, port: int = 0, *, api_key: str = "") -> None:
        self.port = port
        self.calls: list[Call] = []
        self.connections = 0
        self._api_key = api_key
        self._scripts: dict[str, Script] = {}
        self._first_asked: dict[str, float] = {}
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """The base URL to give a client."""
        return f"http://127.0.0.1:{self.port}/v1"

    def script(self, model: str, **fields: Any) -> Script:
        """Make `model` behave as `Script(**fields)`; what it did before is forgotten."""
        script = Script(**fields)
        self._scripts[model] = script
        self._first_asked.pop(model, None)
        self.calls = [call for call in self.calls if call.model != model]
        return script

    def forget(self) -> None:
        """Make every model healthy and forget all calls."""
        self._scripts.clear()
        self._first_asked.clear()
        self.calls.clear()

    def of(self, model: str) -> list[Call]:
        """Return the calls for `model`, oldest first."""
        return [call for call in self.calls if call.model == model]

    async def __aenter__(self) -> "FakeOpenAI":
        self._server = await asyncio.start_server(
            self._connected, "127.0.0.1", self.port, limit=8 << 20
        )
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    async def hung_up(self, model: str, within_s: float = 2.0) -> float:
        """Wait until the last call for `model` was hung up; return when it was.

        Raises:
            TimeoutError: it was not.
        """
        async with asyncio.timeout(within_s):
            while True:
                calls = self.of(model)
                if calls and calls[-1].hung_up_at is not None:
                    return calls[-1].hung_up_at
                await asyncio.sleep(0.005)

    async def _connected(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.connections += 1
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await _Connection(self, reader, writer).serve()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        except asyncio.CancelledError:
            pass  # the server is closing
        finally:
            self._tasks.discard(task)
            writer.close()

    def _script_for(self, model: str) -> Script:
        script = self._scripts.get(model) or parse_name(model) or HEALTHY
        now = time.monotonic()
        since = now - self._first_asked.setdefault(model, now)
        spent = script.times is not None and len(self.of(model)) > script.times
        over = script.for_s is not None and since >= script.for_s
        return script.healthy() if spent or over else script


def parse_name(model: str) -> Script | None:
    """Return the script in a name such as `fake:status=503,times=1`, if it is one."""
    if not model.startswith("fake:"):
        return None
    fields: dict[str, Any] = {}
    for part in model.removeprefix("fake:").split(","):
        name, _, value = part.partition("=")
        if not name:
            continue
        try:
            fields[name] = json.loads(value)
        except ValueError:
            fields[name] = value
    return Script(**fields)


@contextlib.contextmanager
def running(port: int = 0, *, api_key: str = "") -> Generator[FakeOpenAI]:
    """Serve from a thread while the block runs, for tests without an event loop."""
    server = FakeOpenAI(port, api_key=api_key)
    loop = asyncio.new_event_loop()
    ready, over = threading.Event(), asyncio.Event()

    async def serve() -> None:
        async with server:
            ready.set()
            await over.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    try:
        if not ready.wait(10):
            raise TimeoutError("the fake provider did not start")
        yield server
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join(10)
        loop.close()


class _Cut(Exception):
    """The script says that the stream ends here."""


class _Connection:
    """One client's connection: requests one after another, each scripted."""

    def __init__(
        self,
        server: FakeOpenAI,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self._server = server
        self._reader = reader
        self._writer = writer
        self._early = b""

    async def serve(self) -> None:
        """Answer until the client leaves or a script breaks the connection."""
        while True:
            head = self._early + await self._reader.readuntil(b"\r\n\r\n")
            self._early = b""
            method, path, headers = _parse_head(head)
            size = int(headers.get("content-length", 0))
            body = await self._reader.readexactly(size)
            if path.startswith("/_fake/"):
                await self._control(method, path, body)
            elif path.endswith("/models"):
                await self._models()
            elif not await self._completion(path, headers, body):
                return

    async def _control(self, method: str, path: str, body: bytes) -> None:
        server = self._server
        match method, path:
            case "POST", "/_fake/scripts":
                for model, fields in json.loads(body).items():
                    server.script(model, **fields)
                await self._reply(200, {"scripted": len(server._scripts)})
            case "DELETE", "/_fake/scripts":
                server.forget()
                await self._reply(200, {"scripted": 0})
            case "GET", "/_fake/requests":
                calls = [dataclasses.asdict(call) for call in server.calls]
                await self._reply(200, {"requests": calls})
            case _:
                await self._reply(404, {"error": "no such control"})

    async def _models(self) -> None:
        names = sorted({"healthy", *self._server._scripts})
        data = [{"id": name, "object": "model", "owned_by": "fake"} for name in names]
        await self._reply(200, {"object": "list", "data": data})

    async def _completion(
        self, path: str, headers: dict[str, str], body: bytes
    ) -> bool:
        """Answer one completion; return whether the connection lives on."""
        server = self._server
        call = Call(path, headers, json.loads(body or b"{}"), time.monotonic())
        server.calls.append(call)
        if server._api_key and headers.get("authorization") != (
            f"Bearer {server._api_key}"
        ):
            error = {"message": "Incorrect API key provided", "code": "invalid_api_key"}
            await self._reply(401, {"error": error})
            return True
        script = server._script_for(call.model)
        answering = asyncio.create_task(self._answer(script, call))
        leaving = asyncio.create_task(self._reader.read(1))
        try:
            await asyncio.wait({answering, leaving}, return_when="FIRST_COMPLETED")
            if answering.done():
                call.ended = True
                return await answering
            if byte := await leaving:  # the next request, or a byte of one
                self._early = byte
                return await answering
            call.hung_up_at = time.monotonic()
        except ConnectionError:
            call.hung_up_at = time.monotonic()
        finally:
            for task in (answering, leaving):
                task.cancel()
            await asyncio.gather(answering, leaving, return_exceptions=True)
            if leaving.done() and not leaving.cancelled() and not leaving.exception():
                self._early = self._early or leaving.result()
        return False

    async def _answer(self, script: Script, call: Call) -> bool:
        if script.connect:
            await self._break_off(script.connect)
            return False
        await asyncio.sleep(script.headers_s)
        if script.status != 200:
            await self._reply(script.status, script.body, script.headers)
            return True
        if script.no_prefill and call.body["messages"][-1]["role"] == "assistant":
            error = {"message": "This model does not support assistant prefill."}
            await self._reply(400, {"error": error})
            return True
        if not call.body.get("stream"):
            await asyncio.sleep(script.first_s)
            await self._reply(200, _completion(script, call), script.headers)
            return True
        return await self._stream(script, call)

    async def _break_off(self, how: str) -> None:
        """Leave the client without an HTTP answer."""
        match how:
            case "reset":
                self._reset()
            case "garbage":
                self._writer.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
                await self._writer.drain()
            case "silent":
                await asyncio.sleep(3600)

    async def _stream(self, script: Script, call: Call) -> bool:
        head = {
            "content-type": script.content_type,
            "transfer-encoding": "chunked",
            **script.headers,
        }
        self._head(200, head)
        await self._writer.drain()
        body = _Body(self._writer, script)
        try:
            async with contextlib.aclosing(_frames(script, call)) as frames:
                async for frame in frames:
                    await body.send(frame)
        except _Cut:
            await self._writer.drain()
            await asyncio.sleep(script.hold_s)
            if script.cut == "clean":
                self._writer.write(b"0\r\n\r\n")
                return True
            if script.cut == "reset":
                self._reset()
            return False
        await asyncio.sleep(script.hold_s)
        self._writer.write(b"0\r\n\r\n")
        await self._writer.drain()
        return True

    def _head(self, status: int, headers: Mapping[str, str]) -> None:
        lines = [f"HTTP/1.1 {status} Scripted"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self._writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))

    async def _reply(
        self, status: int, body: Any, headers: Mapping[str, str] | None = None
    ) -> None:
        raw = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        kind = "text/plain" if isinstance(body, str) else "application/json"
        head = {"content-type": kind, "content-length": str(len(raw))}
        self._head(status, {**head, **(headers or {})})
        self._writer.write(raw)
        await self._writer.drain()

    def _reset(self) -> None:
        """Close with a TCP reset instead of an orderly end."""
        linger = struct.pack("ii", 1, 0)
        sock = self._writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._writer.transport.abort()


class _Body:
    """Writes a chunked body, split and cut as scripted."""

    def __init__(self, writer: asyncio.StreamWriter, script: Script) -> None:
        self._writer = writer
        self._split = script.split
        self._left = script.cut_at_byte

    async def send(self, data: bytes) -> None:
        """Write `data`.

        Raises:
            _Cut: its last byte to send was reached.
        """
        cut = self._left is not None and len(data) >= self._left
        if self._left is not None:
            data = data[: self._left]
            self._left -= len(data)
        size = self._split or len(data) or 1
        for start in range(0, len(data), size):
            part = data[start : start + size]
            self._writer.write(b"%x\r\n%s\r\n" % (len(part), part))
            if self._split:
                await self._writer.drain()
                await asyncio.sleep(0)
        await self._writer.drain()
        if cut:
            raise _Cut


async def _frames(script: Script, call: Call) -> AsyncGenerator[bytes, None]:
    """Yield the stream's bytes in time; raise _Cut where the script ends early."""
    async for frame in _opening(script, call):
        yield frame
    pieces = script.deltas()
    for n, piece in enumerate(pieces):
        async for frame in _before(script, n, script.cut_after == n):
            yield frame
        await asyncio.sleep(script.every_s if n else script.first_s)
        yield _event(script, _piece(script, call, n, piece))
        call.said = n + 1
    async for frame in _before(script, len(pieces), script.cut_after is not None):
        yield frame
    for chunk in _ending(script, call):
        yield _event(script, chunk)
    if script.done:
        yield _raw(script, "data: [DONE]\n\n")
    if script.trailer:
        yield script.trailer.encode()


async def _opening(script: Script, call: Call) -> AsyncGenerator[bytes, None]:
    if script.bom:
        yield b"\xef\xbb\xbf"
    if script.role:
        yield _event(script, _chunk(call, {"role": "assistant", "content": ""}))
    for _ in range(script.thoughts):
        await asyncio.sleep(script.every_s)
        yield _event(script, _chunk(call, {"reasoning_content": "hm"}))


async def _before(script: Script, n: int, cut: bool) -> AsyncGenerator[bytes, None]:
    """Yield what comes before delta `n`, which may be the end, or silence."""
    raw = script.frames.get(n, script.frames.get(str(n)))
    if raw is not None:
        yield _raw(script, raw)
    if cut:
        raise _Cut
    silent = script.stall_after == n or (
        script.stall_after is not None and n == len(script.deltas())
    )
    while silent:
        await asyncio.sleep(script.comments_s or 3600)
        yield _raw(script, ": OPENROUTER PROCESSING\n\n")


def _event(script: Script, chunk: dict[str, Any]) -> bytes:
    return _raw(script, f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n")


def _raw(script: Script, text: str) -> bytes:
    if not script.space:
        text = text.replace("data: ", "data:", 1)
    if script.newline != "\n":
        text = text.replace("\n", script.newline)
    return text.encode("utf-8", "surrogatepass")


def _chunk(
    call: Call, delta: dict[str, Any] | None, finish: str | None = None
) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {
        "id": "chatcmpl-fake",
        "object": "chat.completion.chunk",
        "created": 1_795_000_000,
        "model": call.model,
        "choices": [choice],
    }


def _piece(script: Script, call: Call, n: int, piece: str) -> dict[str, Any]:
    kind = "refusal" if script.refusal else "content"
    chunk = _chunk(call, {kind: piece})
    if script.logprobs and call.body.get("logprobs"):
        value = script.logprobs[min(n, len(script.logprobs) - 1)]
        token = {"token": piece, "logprob": value, "top_logprobs": []}
        chunk["choices"][0]["logprobs"] = {"content": [token]}
    if script.usage == "every":
        chunk["usage"] = _usage(script, n + 1)
    return chunk


def _ending(script: Script, call: Call) -> list[dict[str, Any]]:
    counts = _usage(script)
    ending = _chunk(call, {}, script.finish)
    match script.usage:
        case "finish" | "every":
            ending["usage"] = counts
        case "x_groq":
            ending["x_groq"] = {"id": "req_fake", "usage": counts}
        case "choice":
            ending["choices"][0]["usage"] = counts
    frames = [ending] if script.finish is not None or script.usage != "final" else []
    if script.usage == "final":
        frames.append({**_chunk(call, {}), "choices": [], "usage": counts})
    return frames


def _usage(script: Script, said: int | None = None) -> dict[str, Any]:
    output = script.output_tokens
    if said is not None:
        output = said
    elif output is None:
        output = len(script.deltas())
    return {
        "prompt_tokens": script.input_tokens,
        "completion_tokens": output,
        "total_tokens": script.input_tokens + output,
        "prompt_tokens_details": {"cached_tokens": script.cached_tokens},
    }


def _completion(script: Script, call: Call) -> dict[str, Any]:
    message = {"role": "assistant", "content": "".join(script.deltas())}
    if script.refusal:
        message = {"role": "assistant", "content": None, "refusal": script.refusal}
    whole = _chunk(call, None, script.finish)
    whole["object"] = "chat.completion"
    del whole["choices"][0]["delta"]
    whole["choices"][0]["message"] = message
    return {**whole, "usage": _usage(script)}


def _words(text: str) -> list[str]:
    words = text.split(" ")
    return [word if n == 0 else f" {word}" for n, word in enumerate(words)]


def _parse_head(head: bytes) -> tuple[str, str, dict[str, str]]:
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    return method, path, headers


async def _main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--api-key", default="", help="refuse other keys with 401")
    options = parser.parse_args()
    async with FakeOpenAI(options.port, api_key=options.api_key) as server:
        print(server.url, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_main())
