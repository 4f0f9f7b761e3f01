"""The events of a turn as they go over the wire."""

import json
from typing import Any
from uuid import UUID

from coaching.log import Event


def encode(event: dict[str, Any]) -> str:
    """Return the event as one compact JSON text."""
    return json.dumps(event, ensure_ascii=False, separators=(",", ":"))


def numbered(event: dict[str, Any]) -> Event:
    """Return an event of a turn, ready for the log."""
    return Event(event["seq"], encode(event))


def is_final(event: Event) -> bool:
    """Return whether the event ends a run; quotes inside texts are escaped."""
    return '"type":"finished"' in event.frame


class Head:
    """Makes the events of one run, counting their `seq`."""

    def __init__(self, turn: UUID, run: int, first_seq: int) -> None:
        self._turn = str(turn)
        self._run = run
        self.seq = first_seq - 1

    def event(self, kind: str, **fields: Any) -> dict[str, Any]:
        """Return the next event of the run."""
        self.seq += 1
        return {
            "type": kind,
            "turn": self._turn,
            "run": self._run,
            "seq": self.seq,
            **fields,
        }


def error_body(code: str, message: str, retry_at: str | None = None) -> dict[str, str]:
    """Return the `error` of a `finished` event."""
    body = {"code": code, "message": message}
    if retry_at:
        body["retry_at"] = retry_at
    return body
