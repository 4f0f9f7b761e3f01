"""Frames of a stream as they come, well or badly formed, and what becomes of them."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.core.errors import (
    ContextTooLong,
    KeyRefused,
    ProviderError,
    RateLimited,
    Refused,
    Unavailable,
    UpstreamCut,
)
from routing.core.messages import Chunk, Delta, Finish, Thinking, Usage
from routing.providers.completion import Completion
from routing.providers.sse import ServerSentEvent
from routing.providers.usage import read_usage

DONE = ServerSentEvent("[DONE]")


def event(
    document: object, name: str = "", own_id: str | None = None
) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(document), name, own_id)


def says(text: object, finish: object = None, **more: Any) -> ServerSentEvent:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    return event({"choices": [choice], **more})


def counts(inputs: Any = 3, outputs: Any = 2, **more: Any) -> dict[str, Any]:
    return {"prompt_tokens": inputs, "completion_tokens": outputs, **more}


STOP = says(None, "stop")
COUNTS = event({"choices": [], "usage": counts()})


def read(*events: ServerSentEvent) -> list[Chunk]:
    answer = Completion()
    chunks = [chunk for each in events for chunk in answer.read(each)]
    return [*chunks, *answer.end()]


def text_of(chunks: list[Chunk]) -> str:
    return "".join(chunk.text for chunk in chunks if isinstance(chunk, Delta))


def test_an_answer_is_its_deltas_then_the_counts_then_the_finish():
    assert read(says("Hel"), says("lo"), STOP, COUNTS, DONE) == [
        Delta("Hel"),
        Delta("lo"),
        Usage(3, 2),
        Finish("stop"),
    ]


@pytest.mark.parametrize(
    "odd",
    [
        event({"choices": []}),
        event({"choices": [], "prompt_filter_results": [{}]}),
        event({"choices": None}),
        event({"choices": [{"index": 0, "delta": None}]}),
        event({"choices": [{"index": 0}]}),
        event({"choices": [{"delta": {"content": None}}]}),
        event({"choices": [{"delta": {"role": "assistant", "content": ""}}]}),
        event({"choices": [{"delta": {"tool_calls": [{"function": {}}]}}]}),
        event({"choices": [{"index": 1, "delta": {"content": "another answer"}}]}),
        event({"choices": [{"index": [], "delta": {"content": "no index"}}]}),
        event({"choices": [7, None, "x", []]}),
        event({"choices": "x", "usage": 5, "x_groq": 7, "error": None}),
        event({"created": 1.5, "id": 7, "model": None, "choices": []}),
        event([]),
        event(None),
        event(12),
        event("ping"),
        ServerSentEvent("ping"),
        ServerSentEvent(""),
    ],
    ids=lambda odd: odd.data[:60] or "empty",
)
def test_a_frame_without_text_changes_nothing(odd: ServerSentEvent):
    whole = read(odd, says("a"), odd, says("b"), odd, STOP, odd, COUNTS, odd, DONE, odd)
    assert whole == [Delta("a"), Delta("b"), Usage(3, 2), Finish("stop")]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param([{"type": "text", "text": "ab"}], "ab", id="a part"),
        pytest.param(["a", {"text": "b"}], "ab", id="parts of two kinds"),
        pytest.param(
            [{"type": "thinking", "thinking": []}, {"type": "text", "text": "ab"}],
            "ab",
            id="a thought and a text",
        ),
        pytest.param(
            [{"type": [], "text": "x"}, {"text": 5}, "ab"], "ab", id="nonsense"
        ),
    ],
)
def test_content_may_come_in_parts(content: object, text: str):
    assert text_of(read(says(content), STOP)) == text


@pytest.mark.parametrize("name", ["reasoning_content", "reasoning", "thinking"])
def test_thoughts_are_proof_of_life_and_never_shown(name: str):
    thought = event({"choices": [{"delta": {name: "hm", "content": ""}}]})
    assert read(thought, says("a"), STOP) == [Thinking(), Delta("a"), Finish("stop")]


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        pytest.param(["a\x00b\x07c\x1b[0m"], "abc[0m", id="control characters"),
        pytest.param(["a\tb\nc\r\n"], "a\tb\nc\r\n", id="white space stays"),
        pytest.param(["\x00", "a"], "a", id="nothing but a NUL"),
        pytest.param(["\ud83d", "\ude00"], "😀", id="an emoji in two deltas"),
        pytest.param(["a\ud83d", "\ude00b"], "a😀b", id="in the middle"),
        pytest.param(["a\ud83d", "b"], "a\ufffdb", id="a first half alone"),
        pytest.param(["a\ude00"], "a\ufffd", id="a second half alone"),
        pytest.param(["a\ud83d"], "a\ufffd", id="a half at the end"),
        pytest.param(
            ["👩‍👩‍👧", "é", "e\u0301", "\u200b"],
            "👩‍👩‍👧ée\u0301\u200b",
            id="joiners stay",
        ),
        pytest.param(["\ufeffa"], "\ufeffa", id="a mark inside is text"),
        pytest.param(
            ["\n\n", " ", "a"], "\n\n a", id="white space before the first word"
        ),
    ],
)
def test_text_arrives_as_it_was_meant(pieces: list[str], text: str):
    assert text_of(read(*map(says, pieces), STOP)) == text


@given(st.text(min_size=1).filter(lambda text: not text.isspace()), st.data())
def test_valid_text_is_never_damaged(text: str, data: st.DataObject):
    clean = "".join(
        char
        for char in text
        if char in "\t\n\r" or not (ord(char) < 32 or 127 <= ord(char) < 160)
    )
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
    events = [says(piece) for piece in pieces]
    if clean.strip():
        assert text_of(read(*events, STOP)) == clean


@pytest.mark.parametrize(
    ("reason", "finish"),
    [
        ("stop", "stop"),
        ("STOP", "stop"),
        ("eos", "stop"),
        ("end_turn", "stop"),
        ("length", "length"),
        ("max_tokens", "length"),
        ("MAX_TOKENS", "length"),
    ],
)
def test_known_reasons_finish(reason: str, finish: str):
    assert read(says("a", reason))[-1] == Finish(finish)


@pytest.mark.parametrize("reason", ["other", "tool_use", "tool_calls"])
def test_an_unknown_reason_finishes_only_with_counts(reason: str):
    assert read(says("a", reason), COUNTS)[-1] == Finish("stop")
    with pytest.raises(UpstreamCut):
        read(says("a", reason))


def test_done_without_a_reason_finishes_only_with_the_last_counts():
    assert read(says("a"), COUNTS, DONE)[-1] == Finish("stop")
    for events in (
        [says("a"), DONE],
        [says("a"), COUNTS],
        [COUNTS, says("a"), DONE],
        [says("a", usage=counts()), says("b"), DONE],
        [says("a", finish=""), DONE],
    ):
        with pytest.raises(UpstreamCut):
            read(*events)


@pytest.mark.parametrize("reason", ["error", "abort", "network_error"])
def test_a_reason_that_means_failure_is_a_cut(reason: str):
    with pytest.raises(UpstreamCut):
        read(says("a"), says(None, reason), COUNTS, DONE)


def test_an_answer_that_just_ends_is_cut():
    with pytest.raises(UpstreamCut):
        read(says("a"))


@pytest.mark.parametrize(
    "silence",
    [
        [STOP, COUNTS, DONE],
        [says(""), STOP],
        [says("  \n"), STOP],
        [event({"choices": [{"delta": {"reasoning": "hm"}}]}), says(None, "length")],
        [says("\x00"), STOP],
    ],
    ids=["nothing", "empty", "blank", "only thoughts", "only a NUL"],
)
def test_an_empty_answer_is_no_answer(silence: list[ServerSentEvent]):
    with pytest.raises(Unavailable) as caught:
        read(*silence)
    assert caught.value.code == "unavailable"


def test_a_refusal_carries_its_words():
    words = [
        event({"choices": [{"delta": {"refusal": part}}]})
        for part in ("I can", "not.\x00")
    ]
    with pytest.raises(Refused) as caught:
        read(*words, STOP, COUNTS)
    assert caught.value.text == "I cannot."


@pytest.mark.parametrize("reason", ["content_filter", "SAFETY", "PROHIBITED_CONTENT"])
@pytest.mark.parametrize(
    "before", [[], [says("I think")]], ids=["at once", "after text"]
)
def test_a_filtered_answer_is_refused(reason: str, before: list[ServerSentEvent]):
    with pytest.raises(Refused):
        read(*before, says(None, reason), COUNTS, DONE)


@pytest.mark.parametrize(
    ("broken", "kind"),
    [
        pytest.param(
            event({"error": {"message": "x", "code": 502}}), Unavailable, id="object"
        ),
        pytest.param(event({"error": {"code": 429}}), RateLimited, id="limit"),
        pytest.param(event({"message": "x"}, "error"), Unavailable, id="by its name"),
        pytest.param(ServerSentEvent("no JSON", "error"), Unavailable, id="in words"),
        pytest.param(
            event({"object": "error", "message": "x"}), Unavailable, id="vLLM"
        ),
        pytest.param(event({"detail": "x"}), Unavailable, id="FastAPI"),
        pytest.param(
            event({"message": "Internal Server Error"}), Unavailable, id="AWS"
        ),
        pytest.param(event([{"error": {"code": 401}}]), KeyRefused, id="Google"),
        pytest.param(
            event(
                {
                    "error": {"code": 502},
                    "choices": [{"delta": {}, "finish_reason": "error"}],
                }
            ),
            Unavailable,
            id="OpenRouter",
        ),
        pytest.param(
            event({"error": {"code": "context_length_exceeded"}}),
            ContextTooLong,
            id="too long",
        ),
    ],
)
def test_an_error_frame_is_that_error(
    broken: ServerSentEvent, kind: type[ProviderError]
):
    for before in ([], [says("a")]):
        with pytest.raises(kind):
            read(*before, broken, DONE)


def test_a_bad_request_after_text_is_a_cut():
    with pytest.raises(UpstreamCut):
        read(says("a"), event({"error": {"message": "x", "code": 400}}))


def test_what_comes_after_the_finish_cannot_spoil_it():
    late = [
        event({"error": {"code": 500}}),
        ServerSentEvent("{"),
        ServerSentEvent("x", "error"),
    ]
    assert read(says("a"), STOP, COUNTS, late[0], late[2], DONE, *late)[-1] == Finish(
        "stop"
    )


def test_text_after_the_finish_still_belongs_to_the_answer():
    assert text_of(read(says("a", "stop"), says("b"), DONE)) == "ab"


def test_a_damaged_frame_is_forgiven_only_if_nothing_is_missing():
    damaged = ServerSentEvent('{"choices":[{"delta":{"con')
    assert text_of(read(says("a"), damaged, says("b"), STOP, COUNTS)) == "ab"
    with pytest.raises(UpstreamCut):
        read(says("a"), damaged, STOP, COUNTS)
    with pytest.raises(UpstreamCut):
        read(says("a"), damaged, says("b"), STOP)


def test_a_replayed_event_is_dropped_only_by_its_id():
    frame = {"choices": [{"delta": {"content": "ha"}}]}
    replayed = [
        event(frame, own_id="1"),
        event(frame, own_id="1"),
        event(frame, own_id="2"),
    ]
    assert text_of(read(*replayed, STOP)) == "haha"
    assert text_of(read(event(frame), event(frame), STOP)) == "haha"


def test_an_answer_without_end_is_ended():
    answer = Completion(max_chars=10)
    chunks = [c for n in range(5) for c in answer.read(says("abc"))]
    assert answer.done
    assert text_of(chunks) == "abcabcabca"
    assert list(answer.end()) == [Finish("length")]


@pytest.mark.parametrize(
    ("frames", "usage"),
    [
        pytest.param([COUNTS], Usage(3, 2), id="alone"),
        pytest.param(
            [says(None, "stop", usage=counts())], Usage(3, 2), id="with the finish"
        ),
        pytest.param(
            [says(None, "stop", x_groq={"usage": counts()})], Usage(3, 2), id="Groq"
        ),
        pytest.param(
            [event({"choices": [{"delta": {}, "usage": counts()}]})],
            Usage(3, 2),
            id="Moonshot",
        ),
        pytest.param(
            [COUNTS, event({"choices": [], "usage": None})], Usage(3, 2), id="then null"
        ),
        pytest.param(
            [says("", usage=counts(3, 1)), says("", usage=counts(3, 2))],
            Usage(3, 2),
            id="the last",
        ),
        pytest.param([event({"choices": [], "usage": {}})], None, id="empty"),
    ],
)
def test_counts_are_found_wherever_they_are(
    frames: list[ServerSentEvent], usage: Usage | None
):
    chunks = read(says("a"), *frames, says(None, "stop"))
    assert next((c for c in chunks if isinstance(c, Usage)), None) == usage


@pytest.mark.parametrize(
    ("said", "usage"),
    [
        pytest.param(counts("3", "2"), Usage(3, 2), id="as strings"),
        pytest.param(counts(3.0, 2.0), Usage(3, 2), id="as floats"),
        pytest.param(
            {"input_tokens": 3, "output_tokens": 2}, Usage(3, 2), id="other names"
        ),
        pytest.param(
            {"total_tokens": 5, "prompt_tokens": 3}, Usage(3, 2), id="by subtraction"
        ),
        pytest.param(
            counts(prompt_tokens_details={"cached_tokens": 1}),
            Usage(3, 2, 1),
            id="cached",
        ),
        pytest.param(
            counts(prompt_cache_hit_tokens=2), Usage(3, 2, 2), id="cached, DeepSeek"
        ),
        pytest.param(
            counts(cached_tokens=9), Usage(3, 2, 3), id="more cached than there are"
        ),
        pytest.param(counts(prompt_tokens_details=None), Usage(3, 2), id="no details"),
        pytest.param(counts(-1, None), None, id="nonsense"),
        pytest.param(counts(10**30, float("inf")), None, id="too much"),
        pytest.param(counts(float("nan"), []), None, id="no numbers"),
        pytest.param({"total_tokens": 5}, None, id="only a total"),
    ],
)
def test_read_usage(said: dict[str, Any], usage: Usage | None):
    assert read_usage(said) == usage


def test_deltas_carry_logprobs_and_tokens():
    content = [
        {"logprob": -0.5},
        {"logprob": 1e-9},
        {"logprob": "x"},
        {},
        None,
        {"logprob": 10**400},
    ]
    choice = {"delta": {"content": "ab"}, "logprobs": {"content": content}}
    assert read(event({"choices": [choice]}), STOP)[0] == Delta("ab", (-0.5, 0.0), 2)


@pytest.mark.parametrize(
    "logprobs", [None, {}, {"content": None}, 5, {"content": [{}]}]
)
def test_logprobs_may_be_missing(logprobs: object):
    choice = {"delta": {"content": "a"}, "logprobs": logprobs}
    assert read(event({"choices": [choice]}), STOP)[0] == Delta("a")


def test_counts_in_every_frame_count_each_delta():
    events = [says("", usage=counts(3, 0)), says("a b c", usage=counts(3, 3)), STOP]
    assert read(*events)[0] == Delta("a b c", (), 3)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text() | st.integers(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "choices",
                        "delta",
                        "content",
                        "error",
                        "usage",
                        "index",
                        "finish_reason",
                        "logprobs",
                        "refusal",
                        "message",
                        "code",
                        "x_groq",
                        "prompt_tokens",
                        "text",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_no_frame_breaks_the_reader(document: object):
    answer = Completion()
    try:
        answer.read(event(document))
        list(answer.end())
    except ProviderError:
        pass
