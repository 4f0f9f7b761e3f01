"""A stand-in for Replicate's predictions API: one scripted event stream per prediction."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web

PIECES = ("Well", " done", "\n", "and", " now", " rest", ".")


@dataclass
class FakeReplicate:
    """The server. Set its fields before a call; read what was asked after it.

    Attributes:
        pieces: the output, an event each.
        every_s: pause before each.
        ending: what comes after them: the name and data of an event, None: nothing.
        stall: whether it then stays silent with the connection open.
        status, body: another answer to the making of a prediction.
        urls: other addresses in the prediction.
        metrics: what asking about the prediction tells.
    """

    pieces: tuple[str, ...] = PIECES
    every_s: float = 0.0
    ending: tuple[str, str] | None = ("done", "{}")
    stall: bool = False
    status: int = 201
    body: str = ""
    urls: dict[str, str] = field(default_factory=dict)
    metrics: dict[str, Any] = field(
        default_factory=lambda: {"input_token_count": 12, "output_token_count": 7}
    )
    made: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    cancelled: asyncio.Event = field(default_factory=asyncio.Event)
    url: str = ""

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self._note_key])
        app.router.add_post("/v1/models/{owner}/{name}/predictions", self._make)
        app.router.add_get("/v1/stream", self._stream)
        app.router.add_get("/v1/predictions/p1", self._get)
        app.router.add_post("/v1/predictions/p1/cancel", self._cancel)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        assert site._server is not None
        port = site._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/v1"
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self._runner.cleanup()

    @web.middleware
    async def _note_key(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.keys.append(request.headers.get("Authorization", ""))
        return await handler(request)

    async def _make(self, request: web.Request) -> web.Response:
        self.made.append({"path": request.path, **await request.json()})
        if self.body:
            return web.Response(status=self.status, text=self.body)
        own = f"{self.url}/predictions/p1"
        urls = {"stream": f"{self.url}/stream", "get": own, "cancel": f"{own}/cancel"}
        prediction = {"id": "p1", "status": "starting", "urls": urls | self.urls}
        return web.json_response(prediction, status=self.status)

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        for number, piece in enumerate(self.pieces):
            await asyncio.sleep(self.every_s)
            lines = "".join(f"data: {line}\n" for line in piece.split("\n"))
            event = f"event: output\nid: 1690212292:{number}\n{lines}\n"
            await response.write(event.encode())
        if self.stall:
            await asyncio.sleep(30)
        if self.ending:
            name, data = self.ending
            await response.write(f"event: {name}\ndata: {data}\n\n".encode())
        return response

    async def _get(self, request: web.Request) -> web.Response:
        return web.Response(text=json.dumps({"id": "p1", "metrics": self.metrics}))

    async def _cancel(self, request: web.Request) -> web.Response:
        self.cancelled.set()
        return web.json_response({"id": "p1", "status": "canceled"})
