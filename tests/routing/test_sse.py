"""Events come out the same, however the bytes came in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.providers.sse import Decoder, EventTooLarge, ServerSentEvent

E = ServerSentEvent


def decode(*parts: bytes) -> list[ServerSentEvent]:
    decoder = Decoder()
    return [event for part in parts for event in decoder.feed(part)]


@pytest.mark.parametrize(
    ("stream", "events"),
    [
        pytest.param(b"data: a\n\n", [E("a")], id="one event"),
        pytest.param(b"data:a\n\n", [E("a")], id="no blank after the colon"),
        pytest.param(b"data:  a\n\n", [E(" a")], id="one blank is dropped, not two"),
        pytest.param(b"data: a\r\n\r\n", [E("a")], id="CRLF"),
        pytest.param(b"data: a\r\r", [E("a")], id="CR"),
        pytest.param(b"data: a\rdata: b\n\r\n", [E("a\nb")], id="mixed line ends"),
        pytest.param(b"\xef\xbb\xbfdata: a\n\n", [E("a")], id="byte-order mark"),
        pytest.param(
            b"data: \xef\xbb\xbfa\n\n", [E("\ufeffa")], id="the mark elsewhere is text"
        ),
        pytest.param(b"data: a\ndata\ndata: b\n\n", [E("a\n\nb")], id="several lines"),
        pytest.param(b"data\n\n", [E("")], id="data without a colon"),
        pytest.param(b": ping\n\n:\n\ndata: a\n\n", [E("a")], id="comments"),
        pytest.param(b"event: error\ndata: a\n\n", [E("a", "error")], id="a name"),
        pytest.param(b"event: x\n\ndata: a\n\n", [E("a")], id="a name without data"),
        pytest.param(b"id: 7\ndata: a\n\n", [E("a", "", "7")], id="an id"),
        pytest.param(
            b"id: 7\ndata: a\n\ndata: b\n\n", [E("a", "", "7"), E("b")], id="own id"
        ),
        pytest.param(b"id: 7\0\ndata: a\n\n", [E("a")], id="an id with NUL is none"),
        pytest.param(b"retry: 10\nfoo: bar\ndata: a\n\n", [E("a")], id="other fields"),
        pytest.param(b"data: a\n", [], id="unfinished"),
        pytest.param(b"data: a", [], id="unfinished line"),
        pytest.param(b"data: \xff\n\n", [E("\ufffd")], id="not UTF-8"),
        pytest.param(b"\n\n\n", [], id="blank lines"),
    ],
)
def test_decode(stream: bytes, events: list[ServerSentEvent]):
    assert decode(stream) == events


LINES = st.sampled_from(
    [
        *("data: a", "data:b", "data", "data: 次の👍", ": comment", "event: error"),
        *("id: 1", "id", "retry: 5", "", "", "unknown: x", "data: \ufeff", ":"),
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def streams(draw: st.DrawFn) -> bytes:
    lines = draw(st.lists(st.tuples(LINES, ENDS), max_size=12))
    text = "".join(line + end for line, end in lines)
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()


@given(streams(), st.lists(st.integers(0, 200), max_size=12))
def test_any_split_gives_the_same_events(stream: bytes, cuts: list[int]):
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    parts = [stream[a:b] for a, b in pairwise(places)]
    assert decode(*parts) == decode(stream)


@given(streams())
def test_byte_by_byte_gives_the_same_events(stream: bytes):
    assert decode(*(bytes([byte]) for byte in stream)) == decode(stream)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_decoder(stream: bytes):
    decode(stream)


@pytest.mark.parametrize("part", [b"x" * 40, b"data: xx\n"], ids=["line", "lines"])
def test_an_event_without_end_does_not_fill_the_memory(part: bytes):
    decoder = Decoder(max_event_bytes=1000)
    for _ in range(20):
        decoder.feed(part)
    with pytest.raises(EventTooLarge):
        decoder.feed(part * 400)


def test_many_events_are_no_large_event():
    decoder = Decoder(max_event_bytes=100)
    assert (
        sum(len(decoder.feed(b"data: x\n\n: keep alive\n")) for _ in range(500)) == 500
    )
