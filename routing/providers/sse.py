"""Decode Server-Sent Events from bytes, however the network cut them.

Source: WHATWG HTML, "Parsing an event stream" and "Interpreting an event stream".
"""

from typing import NamedTuple

MAX_EVENT_BYTES = 1 << 20
_BOM = b"\xef\xbb\xbf"
_COLON = ord(":")


class ServerSentEvent(NamedTuple):
    """One event.

    Attributes:
        data: its data lines, joined by newlines.
        name: its type; empty for the default, "message".
        id: the id it carries itself; None when it carries none.
    """

    data: str
    name: str = ""
    id: str | None = None


class EventTooLarge(ValueError):
    """One event, or one line, is larger than the decoder may keep."""


class Decoder:
    r"""Turns pieces of bytes into events; keeps at most one unfinished event.

    Lines end with \n, \r\n or \r, also mixed. An event that the end of the stream
    leaves unfinished is no event.
    """

    def __init__(self, max_event_bytes: int = MAX_EVENT_BYTES) -> None:
        self._max_bytes = max_event_bytes
        self._rest: list[bytes] = []  # of a line whose end has not come
        self._rest_bytes = 0
        self._data: list[bytes] = []
        self._data_bytes = 0
        self._name = ""
        self._id: str | None = None
        self._begun = False
        self._after_cr = False

    def feed(self, data: bytes) -> list[ServerSentEvent]:
        """Return the events that `data` completes.

        Raises:
            EventTooLarge: the decoder is of no further use.
        """
        data = self._with_newlines(data)
        if b"\n" not in data:
            self._keep(data)
            return []
        *lines, rest = b"".join((*self._rest, data)).split(b"\n")
        self._rest.clear()
        self._rest_bytes = 0
        if not self._begun:
            self._begun = True
            lines[0] = lines[0].removeprefix(_BOM)
        events: list[ServerSentEvent] = []
        for line in lines:
            if not line:
                self._dispatch(events)
            elif line[0] != _COLON:
                self._field(line)
        self._keep(rest)
        return events

    def _with_newlines(self, data: bytes) -> bytes:
        r"""Return `data` with every line end as \n; a \r\n may be cut in two."""
        if self._after_cr and data:
            data = data.removeprefix(b"\n")
            self._after_cr = False
        if b"\r" in data:
            self._after_cr = data.endswith(b"\r")
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return data

    def _keep(self, rest: bytes) -> None:
        if not rest:
            return
        self._rest.append(rest)
        self._rest_bytes += len(rest)
        self._check_size()

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
            self._data_bytes += len(value) + 1
            self._check_size()
        elif name == b"event":
            self._name = value.decode("utf-8", "replace")
        elif name == b"id" and b"\0" not in value:
            self._id = value.decode("utf-8", "replace")

    def _dispatch(self, events: list[ServerSentEvent]) -> None:
        """A blank line: the event is complete, if it has data."""
        if self._data:
            data = b"\n".join(self._data).decode("utf-8", "replace")
            events.append(ServerSentEvent(data, self._name, self._id))
            self._data.clear()
            self._data_bytes = 0
        self._name = ""
        self._id = None

    def _check_size(self) -> None:
        if self._rest_bytes + self._data_bytes > self._max_bytes:
            raise EventTooLarge(f"an event is larger than {self._max_bytes} bytes")
