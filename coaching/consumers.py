"""The chat socket: JSON in, one call, events out. Nothing streams in a handler."""

import asyncio
import contextlib
import json
from typing import Any
from uuid import UUID

from channels.consumer import AsyncConsumer
from channels.exceptions import StopConsumer

from billing.errors import BillingError
from coaching import commands, presenting, reading, runner, wakeups
from coaching.commands import Ask, More
from coaching.errors import (
    BadRequest,
    CoachingError,
    MessageTooLong,
    Refusal,
    describe,
    refusal,
)
from coaching.events import encode
from coaching.log import Event
from coaching.models import Run, RunState
from coaching.sockets import Credentials
from coaching.threads import in_thread
from coaching.turns import Opened
from coaching.viewing import Viewer
from routing.core.errors import RoutingError

UNAUTHENTICATED = 4401
FRAME_BYTES = 32 * 1024
LISTED_TURNS = 1_000


class ChatConsumer(AsyncConsumer):  # type: ignore[misc]
    """One tab of one person."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Serve the socket; whatever ends it, nothing is left behind."""
        self.credentials: Credentials = scope["credentials"]
        self.user_id: UUID | None = None
        self.conversation: UUID | None = None
        self.pump: asyncio.Task[None] | None = None
        self.viewer: Viewer | None = None
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._leave()

    async def dispatch(self, message: dict[str, Any]) -> None:
        """Call the handler; Channels would first touch the database's one thread."""
        handler = getattr(self, message["type"].replace(".", "_"))
        await handler(message)

    async def websocket_connect(self, message: dict[str, Any]) -> None:
        """Accept, then close with 4401 when nobody is logged in."""
        await self.send({"type": "websocket.accept"})
        self.user_id = await in_thread(self.credentials.user_id)
        if self.user_id is None:
            await self._close_unauthenticated()
            return
        here = await runner.here()
        self.viewer = Viewer(here.log, self._send_event)
        self.pump = asyncio.create_task(self.viewer.run())
        await self._join(wakeups.person_group(self.user_id))

    async def websocket_receive(self, message: dict[str, Any]) -> None:
        """Do what one frame says; a frame that cannot be understood harms nothing."""
        if self.viewer is None:
            return
        command_id = None
        try:
            frame = _parse(message)
            command_id = frame.get("id")
            if len(message["text"].encode("utf-8", "replace")) > FRAME_BYTES:
                raise MessageTooLong("A frame can have up to 32 KB.")
            await self._authenticate()
            if frame["type"] == "ping":
                await self._send_json({"type": "pong"})
            else:
                await self._obey(frame)
        except _Ended:
            await self._send_error(refusal("unauthenticated"), command_id)
            await self._close_unauthenticated()
        except (CoachingError, BillingError, RoutingError) as error:
            await self._send_error(describe(error), command_id)

    async def websocket_disconnect(self, message: dict[str, Any]) -> None:
        """End this reader; the answers go on without it."""
        raise StopConsumer

    async def run_began(self, message: dict[str, Any]) -> None:
        """Wake-up: a run began in a watched conversation, perhaps in another tab."""
        turn = UUID(message["turn"])
        if self.viewer is None or self.viewer.attached(turn) or not self.user_id:
            return
        if message["run"] == 1:
            with contextlib.suppress(CoachingError):
                shown = await in_thread(presenting.turn_of, self.user_id, turn)
                await self._send_json({"type": "turn", "turn": str(turn), **shown})
        await self.viewer.attach(turn, message["after"])

    async def wallet_changed(self, message: dict[str, Any]) -> None:
        """Wake-up: credits were spent or granted."""
        await self._send_json(
            {
                "type": "balance",
                "available": message["available"],
                "held": message["held"],
            }
        )

    async def title_changed(self, message: dict[str, Any]) -> None:
        """Wake-up: a conversation got another title."""
        await self._send_json(
            {
                "type": "conversation",
                "conversation": message["conversation"],
                "title": message["title"],
            }
        )

    async def _obey(self, frame: dict[str, Any]) -> None:
        assert self.user_id is not None
        match frame["type"]:
            case "ask":
                await self._attach(await commands.ask(self.user_id, _ask(frame)))
            case "better" | "again":
                await self._attach(await commands.more(self.user_id, _more(frame)))
            case "stop":
                run = frame.get("run")
                number = None if run is None else _whole(frame, "run")
                await commands.stop(self.user_id, _uuid(frame, "turn"), number)
            case "watch":
                await self._watch(frame)
            case "resume":
                await self._resume(frame)
            case _:
                raise BadRequest("This command is not known.")

    async def _attach(self, opened: Opened) -> None:
        """Read a turn from the run that the command started.

        A command that is repeated after the end is answered again in full; while
        the run goes on, its events are on their way already.
        """
        assert self.viewer is not None
        attached = self.viewer.attached(opened.turn_id)
        if opened.work or not attached or opened.ended:
            await self.viewer.attach(opened.turn_id, opened.after)

    async def _watch(self, frame: dict[str, Any]) -> None:
        assert self.user_id is not None
        assert self.viewer is not None
        conversation = _uuid(frame, "conversation")
        places = _places(frame)
        await in_thread(reading.watched, self.user_id, conversation, ())
        self.viewer.detach()
        if self.conversation is not None:
            await self._part(wakeups.conversation_group(self.conversation))
        self.conversation = conversation
        await self._join(wakeups.conversation_group(conversation))
        # Only now: what begins from here on is announced to the group.
        running, listed = await in_thread(
            reading.watched, self.user_id, conversation, list(places)
        )
        for turn in listed:
            await self.viewer.attach(turn, places[turn])
        for turn in running:
            if turn not in places:
                await self.viewer.attach(turn, 0)
        await self._send_json({"type": "synced", "conversation": str(conversation)})

    async def _resume(self, frame: dict[str, Any]) -> None:
        assert self.user_id is not None
        assert self.viewer is not None
        turn = _uuid(frame, "turn")
        after = _whole(frame, "after") if "after" in frame else 0
        known = await in_thread(reading.owned, self.user_id, turn)
        if known.state != RunState.STREAMING:
            after = min(after, known.seq)
        seq = await self.viewer.attach(turn, after)
        found = await in_thread(reading.owned, self.user_id, turn)
        await self._send_json(
            {"type": "synced", "turn": str(turn), "seq": seq, "state": found.state}
        )

    async def _authenticate(self) -> None:
        if await in_thread(self.credentials.user_id) != self.user_id:
            raise _Ended

    async def _join(self, group: str) -> None:
        await self.channel_layer.group_add(group, self.channel_name)

    async def _part(self, group: str) -> None:
        await self.channel_layer.group_discard(group, self.channel_name)

    async def _leave(self) -> None:
        if self.pump is not None:
            self.pump.cancel()
        if self.viewer is not None:
            self.viewer.detach()
        if self.conversation is not None:
            await self._part(wakeups.conversation_group(self.conversation))
        if self.user_id is not None:
            await self._part(wakeups.person_group(self.user_id))

    async def _close_unauthenticated(self) -> None:
        await self.send({"type": "websocket.close", "code": UNAUTHENTICATED})

    async def _send_event(self, event: Event) -> None:
        await self._send_text(event.frame)

    async def _send_text(self, text: str) -> None:
        await self.send({"type": "websocket.send", "text": text})

    async def _send_json(self, message: dict[str, Any]) -> None:
        await self._send_text(encode(message))

    async def _send_error(self, told: Refusal, command_id: object) -> None:
        message: dict[str, Any] = {"type": "error", **told.body()}
        if isinstance(command_id, str):
            message["id"] = commands.readable(command_id[:64])
        await self._send_json(message)


class _Ended(Exception):
    """The session or token of the socket is no longer valid."""


def _parse(message: dict[str, Any]) -> dict[str, Any]:
    text = message.get("text")
    if text is None:
        raise BadRequest("Frames are JSON text.")
    try:
        frame = json.loads(text)
    except (ValueError, RecursionError):
        raise BadRequest("This frame is not JSON.") from None
    if not isinstance(frame, dict) or not isinstance(frame.get("type"), str):
        raise BadRequest("A frame is an object with a type.")
    return frame


def _ask(frame: dict[str, Any]) -> Ask:
    text = frame.get("text")
    if not isinstance(text, str):
        raise BadRequest("The text is missing.")
    parent = frame.get("parent")
    return Ask(
        id=_uuid(frame, "id"),
        conversation=_uuid(frame, "conversation"),
        text=text,
        parent=None if parent is None else _uuid(frame, "parent"),
        follow="parent" not in frame,
    )


def _more(frame: dict[str, Any]) -> More:
    reasons = frame.get("reasons") or []
    if not isinstance(reasons, list) or not all(isinstance(r, str) for r in reasons):
        raise BadRequest("Reasons are a list of names.")
    return More(
        id=_uuid(frame, "id"),
        turn=_uuid(frame, "turn"),
        kind=Run.Kind(frame["type"]),
        reasons=tuple(reasons),
    )


def _uuid(frame: dict[str, Any], name: str) -> UUID:
    value = frame.get(name)
    try:
        return UUID(value) if isinstance(value, str) else UUID(None)
    except (TypeError, ValueError):
        raise BadRequest(f"{name} is not an identifier.") from None


def _whole(frame: dict[str, Any], name: str) -> int:
    value = frame.get(name)
    if type(value) is not int or not 0 <= value < 2**31:
        raise BadRequest(f"{name} is not a whole number.")
    return value


def _places(frame: dict[str, Any]) -> dict[UUID, int]:
    after = frame.get("after") or {}
    if not isinstance(after, dict) or len(after) > LISTED_TURNS:
        raise BadRequest("after is a map of turns to places.")
    return {_uuid({"turn": turn}, "turn"): _whole(after, turn) for turn in after}
