"""A route is walked until somebody answers, and everybody is told what happened."""

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

import pytest

from routing import engine
from routing.attempt import AttemptReport
from routing.core.catalogue import Model
from routing.core.errors import (
    BadRequest,
    IdleTimeout,
    KeyRefused,
    ModelGone,
    NoModelAvailable,
    ProviderError,
    RateLimited,
    RoutingError,
    TurnTimeout,
    Unavailable,
    UpstreamCut,
)
from routing.core.messages import (
    Chunk,
    Delta,
    Finish,
    Message,
    Provider,
    Request,
    Thinking,
    Usage,
)
from routing.engine import (
    Answered,
    DeniedByModeration,
    Doubt,
    Limits,
    Terms,
    Text,
    Trying,
)
from routing.health import Health
from routing.providers.openai_compatible import OpenAICompatible
from tests.fakes.openai_server import SIXTY_WORDS, FakeOpenAI
from tests.routing.contract import heard, model, request
from tests.routing.stopwatch import Stopwatch

LIMITS = Limits(first_token_s=0.3, idle_s=0.4, turn_s=3.0)
WIRE = Limits(first_token_s=0.7, idle_s=0.7, turn_s=9.0, retry_s=3.0)
PROMPT = (Message("system", "You are a coach."), Message("user", "How do I begin?"))
Step = Chunk | ProviderError | float


class Scripted:
    """A provider that says, waits and fails as told, model by model."""

    def __init__(self, **scripts: Sequence[Step]) -> None:
        self.scripts: Mapping[str, Sequence[Step]] = scripts
        self.requests: list[Request] = []
        self.closed: list[str] = []

    async def stream(self, request: Request) -> AsyncGenerator[Chunk, None]:
        """Play the model's script; numbers are pauses in seconds."""
        self.requests.append(request)
        try:
            for step in self.scripts[request.model.model_id]:
                if isinstance(step, float):
                    await asyncio.sleep(step)
                elif isinstance(step, ProviderError):
                    raise step
                else:
                    yield step
        finally:
            self.closed.append(request.model.model_id)

    @property
    def asked(self) -> list[str]:
        return [request.model.model_id for request in self.requests]


@dataclass
class Kept:
    """A journal in memory."""

    begun: list[tuple[int, str]] = field(default_factory=list)
    reports: list[AttemptReport] = field(default_factory=list)
    order: list[str] = field(default_factory=list)

    async def begin(self, position: int, row: Model) -> None:
        await asyncio.sleep(0)
        self.begun.append((position, row.name))
        self.order.append(f"begin {row.name}")

    def end(self, position: int, report: AttemptReport) -> None:
        assert position == len(self.reports)
        self.reports.append(report)
        self.order.append(f"end {report.model.name}")

    @property
    def errors(self) -> list[str | None]:
        return [report.error for report in self.reports]


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def health() -> Health:
    return Health()


def walk(
    provider: Provider, *names: str, kept: Kept, health: Health, **more: Any
) -> AsyncGenerator[engine.Event, None]:
    rows = [model(name, logprobs=True) for name in names]
    options = {"limits": LIMITS, **more}
    return engine.answer(
        rows,
        PROMPT,
        providers={"vllm": provider},
        journal=kept,
        health=health,
        **options,
    )


async def all_of(events: AsyncGenerator[engine.Event, None]) -> list[engine.Event]:
    async with aclosing(events):
        return [event async for event in events]


def shown(events: list[engine.Event]) -> str:
    """Return what is on the screen in the end."""
    text = ""
    for event in events:
        if isinstance(event, Trying) and event.restart:
            text = ""
        elif isinstance(event, Text):
            text += event.text
    return text


def tried(events: list[engine.Event]) -> list[tuple[int, str, bool, str | None]]:
    return [
        (event.position, event.model.name, event.restart, event.error)
        for event in events
        if isinstance(event, Trying)
    ]


WELL = (Delta("Well"), Delta(" done"), Usage(7, 2), Finish("stop"))


async def test_the_first_candidate_answers(kept: Kept, health: Health):
    provider = Scripted(a=WELL, b=WELL)
    events = await all_of(walk(provider, "a", "b", kept=kept, health=health))
    row = model("a", logprobs=True)
    assert events == [
        Trying(0, row),
        Text("Well"),
        Text(" done"),
        Answered(row, "stop", Usage(7, 2)),
    ]
    assert provider.asked == ["a"]
    assert kept.order == ["begin a", "end a"]
    assert kept.begun == [(0, "a")]
    (report,) = kept.reports
    assert (report.error, report.finish, report.text_chars) == (None, "stop", 9)
    assert report.usage == Usage(7, 2)
    assert report.first_token_ms is not None
    assert report.duration_ms >= report.first_token_ms >= 0


async def test_a_failure_before_any_text_goes_unseen_to_the_next(
    kept: Kept, health: Health
):
    provider = Scripted(a=[Unavailable("down")], b=WELL)
    events = await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert tried(events) == [(0, "a", False, None), (1, "b", False, "unavailable")]
    assert shown(events) == "Well done"
    assert kept.order == ["begin a", "end a", "begin b", "end b"]
    assert kept.errors == ["unavailable", None]
    assert kept.reports[0].detail == "down"


async def test_the_next_is_asked_within_100_ms(kept: Kept, health: Health):
    provider = Scripted(a=[Unavailable()], b=WELL)
    async with Stopwatch() as watch:
        await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert watch.own_s < 0.1


async def test_a_failure_after_text_restarts_visibly(kept: Kept, health: Health):
    provider = Scripted(a=[Delta("Half an ans"), UpstreamCut("cut")], b=WELL)
    events = await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert tried(events) == [(0, "a", False, None), (1, "b", True, "upstream_cut")]
    assert shown(events) == "Well done"
    assert kept.reports[0].usage.output_tokens == 1
    assert kept.reports[0].usage.estimated


async def test_only_shown_text_is_taken_back(kept: Kept, health: Health):
    provider = Scripted(a=[Delta("Half"), UpstreamCut()], b=[Unavailable()], c=WELL)
    events = await all_of(walk(provider, "a", "b", "c", kept=kept, health=health))
    assert [restart for _, _, restart, _ in tried(events)] == [False, True, False]
    assert shown(events) == "Well done"


async def test_a_stream_without_a_finish_is_no_answer(kept: Kept, health: Health):
    provider = Scripted(a=[Delta("Half"), Usage(7, 1)], b=WELL)
    events = await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert shown(events) == "Well done"
    assert kept.errors == ["upstream_cut", None]


async def test_when_all_fail_the_last_failure_is_the_cause(kept: Kept, health: Health):
    provider = Scripted(a=[Unavailable("first")], b=[RateLimited("second", 90)])
    with pytest.raises(NoModelAvailable) as caught:
        await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert str(caught.value.__cause__) == "second"
    assert caught.value.retry_after_s == 0  # the first may be asked again at once
    assert kept.errors == ["unavailable", "rate_limited"]


@pytest.mark.parametrize(
    ("script", "error", "after_s"),
    [
        pytest.param([5.0], "first_token_timeout", 0.3, id="silence"),
        pytest.param(
            [0.2, Delta("a"), 5.0], "idle_timeout", 0.6, id="silence in the middle"
        ),
        pytest.param([0.2, Thinking(), 5.0], "idle_timeout", 0.6, id="after a thought"),
        pytest.param(
            [0.2, Usage(1, 1), 5.0],
            "first_token_timeout",
            0.3,
            id="counts are no token",
        ),
    ],
)
async def test_clocks_fire_in_time(
    kept: Kept, health: Health, script: Sequence[Step], error: str, after_s: float
):
    provider = Scripted(a=script, b=WELL)
    async with Stopwatch() as watch:
        events = await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert watch.elapsed_s >= after_s
    assert watch.own_s < after_s + 0.25
    assert kept.errors == [error, None]
    assert shown(events) == "Well done"
    assert provider.closed[0] == "a"


async def test_a_row_may_set_its_own_clocks(kept: Kept, health: Health):
    patient = model("a", first_token_s=1.0, idle_s=1.0)
    provider = Scripted(a=[0.35, Delta("Well"), 0.45, Delta(" done"), Finish()])
    events = engine.answer(
        [patient],
        PROMPT,
        providers={"vllm": provider},
        journal=kept,
        limits=LIMITS,
        health=health,
    )
    assert shown(await all_of(events)) == "Well done"


async def test_thoughts_keep_a_model_alive(kept: Kept, health: Health):
    provider = Scripted(a=[*([0.2, Thinking()] * 4), Delta("Well"), Finish()])
    events = await all_of(walk(provider, "a", kept=kept, health=health))
    assert shown(events) == "Well"
    assert kept.reports[0].usage.output_tokens == 5


async def test_the_turn_has_an_end_however_alive_the_model_is(
    kept: Kept, health: Health
):
    provider = Scripted(
        a=[step for _ in range(99) for step in (0.05, Delta("la "))], b=WELL
    )
    limits = Limits(first_token_s=0.3, idle_s=0.3, turn_s=0.5)
    async with Stopwatch() as watch:
        with pytest.raises(NoModelAvailable) as caught:
            await all_of(
                walk(provider, "a", "b", kept=kept, health=health, limits=limits)
            )
    assert watch.elapsed_s >= 0.5
    assert watch.own_s < 0.75
    assert isinstance(caught.value.__cause__, TurnTimeout)
    assert kept.errors == ["turn_timeout"]
    assert provider.asked == ["a"]


@pytest.mark.parametrize(
    ("first", "asked"),
    [
        pytest.param(Unavailable(again=True), ["a", "a"], id="what may pass"),
        pytest.param(Unavailable(), ["a", "b"], id="what will not"),
        pytest.param(RateLimited(), ["a", "b"], id="a limit"),
        pytest.param(ModelGone(), ["a", "b"], id="a model that is gone"),
        pytest.param(KeyRefused(), ["a", "b"], id="a refused key"),
    ],
)
async def test_the_same_model_is_asked_again_only_where_it_helps(
    kept: Kept, health: Health, first: ProviderError, asked: list[str]
):
    provider = Scripted(b=WELL)
    answers = iter([[first], WELL])
    provider.scripts = _Changing({"a": answers, "b": WELL})
    events = await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert provider.asked == asked
    assert shown(events) == "Well done"
    assert [position for position, *_ in tried(events)] == [0, 1]


class _Changing(dict[str, Any]):
    """Scripts that change from call to call."""

    def __getitem__(self, name: str) -> Sequence[Step]:
        script = super().__getitem__(name)
        return script if isinstance(script, tuple) else next(script)


async def test_the_same_model_is_asked_twice_at_most(kept: Kept, health: Health):
    provider = Scripted(a=[Unavailable(again=True)], b=WELL)
    await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert provider.asked == ["a", "a", "b"]


@pytest.mark.parametrize(
    "before", [[0.15], [Delta("Half")]], ids=["late", "after text"]
)
async def test_a_failure_that_came_late_is_not_tried_again(
    kept: Kept, health: Health, before: list[Step]
):
    provider = Scripted(a=[*before, Unavailable(again=True)], b=WELL)
    limits = Limits(first_token_s=0.3, idle_s=0.3, turn_s=3, retry_s=0.1)
    await all_of(walk(provider, "a", "b", kept=kept, health=health, limits=limits))
    assert provider.asked == ["a", "b"]


async def test_a_model_that_failed_before_gets_no_second_try(
    kept: Kept, health: Health
):
    permit = health.begin("a")
    assert permit
    health.record(permit, Unavailable())
    provider = Scripted(a=[Unavailable(again=True)], b=WELL)
    await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert provider.asked == ["a", "b"]


@pytest.mark.parametrize(
    ("limits", "names", "asked"),
    [
        pytest.param({}, "ab", ["a", "b"], id="another is free"),
        pytest.param({}, "a", ["a", "a"], id="the last one"),
        pytest.param({"wait_last_s": 0.05}, "a", ["a"], id="longer than we wait"),
        pytest.param({"turn_s": 0.05}, "a", ["a"], id="longer than the turn"),
        pytest.param(
            {"wait_s": 0.2}, "ab", ["a", "a"], id="where waiting is preferred"
        ),
    ],
)
async def test_a_short_rate_limit(
    kept: Kept, health: Health, limits: dict[str, float], names: str, asked: list[str]
):
    provider = Scripted()
    provider.scripts = _Changing({"a": iter([[RateLimited("", 0.1)], WELL]), "b": WELL})
    bounds = Limits(**{"first_token_s": 0.3, "idle_s": 0.4, "turn_s": 3.0, **limits})
    try:
        await all_of(walk(provider, *names, kept=kept, health=health, limits=bounds))
    except NoModelAvailable:
        assert asked == ["a"]
    assert provider.asked == asked


async def test_a_model_whose_breaker_is_open_is_not_asked(kept: Kept, health: Health):
    permit = health.begin("a")
    assert permit
    health.record(permit, ModelGone())
    provider = Scripted(a=WELL, b=WELL)
    events = await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert provider.asked == ["b"]
    assert tried(events) == [(0, "b", False, None)]


async def test_when_all_breakers_are_open_that_is_said_at_once(
    kept: Kept, health: Health
):
    for name, wait_s in (("a", 60), ("b", 20)):
        permit = health.begin(name)
        assert permit
        health.record(permit, RateLimited("", wait_s))
    provider = Scripted(a=WELL, b=WELL)
    async with Stopwatch() as watch:
        with pytest.raises(NoModelAvailable) as caught:
            await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert watch.own_s < 0.1
    assert caught.value.retry_after_s == pytest.approx(20, abs=1)
    assert provider.asked == kept.begun == []


async def test_every_failed_attempt_reaches_the_breaker(kept: Kept, health: Health):
    provider = Scripted(a=[Delta("x"), UpstreamCut()], b=[IdleTimeout()])
    for _ in range(3):
        with pytest.raises(NoModelAvailable):
            await all_of(walk(provider, "a", "b", kept=Kept(), health=health))
    assert not health.usable("a")
    assert not health.usable("b")


async def test_a_bad_request_is_told_and_asked_of_nobody_else(
    kept: Kept, health: Health
):
    provider = Scripted(a=[BadRequest("nonsense")], b=WELL)
    with pytest.raises(BadRequest):
        await all_of(walk(provider, "a", "b", kept=kept, health=health))
    assert provider.asked == ["a"]
    assert health.idle("a")


async def test_a_persons_own_key_never_touches_a_breaker(kept: Kept, health: Health):
    provider = Scripted(a=[KeyRefused("no")])
    own = Terms(api_key="own")
    for _ in range(3):
        with pytest.raises(KeyRefused):
            await all_of(walk(provider, "a", kept=Kept(), health=health, terms=own))
    assert [request.api_key for request in provider.requests] == ["own"] * 3
    assert health.idle("a")
    permit = health.begin("a")
    assert permit
    health.record(permit, ModelGone())
    provider.scripts = {"a": WELL}
    events = await all_of(walk(provider, "a", kept=kept, health=health, terms=own))
    assert shown(events) == "Well done"


async def test_a_model_of_an_unknown_provider_is_passed_over(
    kept: Kept, health: Health
):
    provider = Scripted(b=WELL)
    events = engine.answer(
        [model("a", "groq"), model("b")],
        PROMPT,
        providers={"vllm": provider},
        journal=kept,
        limits=LIMITS,
        health=health,
    )
    assert shown(await all_of(events)) == "Well done"


# Doubt


def unsure(words: int, logprob: float = -5.0) -> list[Step]:
    return [
        *(Delta(f"w{n} ", (logprob,)) for n in range(words)),
        Usage(7, words),
        Finish(),
    ]


def doubting(terms: int = 4) -> Terms:
    return Terms(doubt=Doubt(terms, lambda values: sum(values) / len(values) > -1.0))


async def test_an_unsure_model_is_never_heard(kept: Kept, health: Health):
    provider = Scripted(a=unsure(9), b=WELL)
    events = await all_of(
        walk(provider, "a", "b", kept=kept, health=health, terms=doubting())
    )
    assert tried(events) == [(0, "a", False, None), (1, "b", False, "low_confidence")]
    assert [event.text for event in events if isinstance(event, Text)] == [
        "Well",
        " done",
    ]
    assert kept.errors == ["low_confidence", None]
    assert kept.reports[0].usage.output_tokens == 4
    assert health.idle("a")
    assert [request.logprobs for request in provider.requests] == [1, 0]


@pytest.mark.parametrize("words", [2, 4, 9])
async def test_a_sure_model_is_heard_in_full(kept: Kept, health: Health, words: int):
    provider = Scripted(a=unsure(words, -0.1), b=WELL)
    events = await all_of(
        walk(provider, "a", "b", kept=kept, health=health, terms=doubting())
    )
    assert shown(events) == "".join(f"w{n} " for n in range(words))


async def test_a_short_answer_is_judged_by_what_there_is(kept: Kept, health: Health):
    provider = Scripted(a=unsure(2), b=WELL)
    events = await all_of(
        walk(provider, "a", "b", kept=kept, health=health, terms=doubting())
    )
    assert shown(events) == "Well done"


async def test_without_logprobs_there_is_no_doubt(kept: Kept, health: Health):
    provider = Scripted(a=WELL, b=WELL)
    events = await all_of(
        walk(provider, "a", "b", kept=kept, health=health, terms=doubting())
    )
    assert tried(events) == [(0, "a", False, None)]


async def test_the_only_candidate_is_not_doubted(kept: Kept, health: Health):
    provider = Scripted(a=unsure(9))
    events = await all_of(
        walk(provider, "a", kept=kept, health=health, terms=doubting())
    )
    assert shown(events).startswith("w0 ")
    assert provider.requests[0].logprobs == 0


async def test_who_was_unsure_answers_if_nobody_else_can(kept: Kept, health: Health):
    provider = Scripted(a=unsure(9), b=[Unavailable()])
    events = await all_of(
        walk(provider, "a", "b", kept=kept, health=health, terms=doubting())
    )
    assert provider.asked == ["a", "b", "a"]
    assert shown(events).startswith("w0 ")
    assert kept.errors == ["low_confidence", "unavailable", None]


# Stop


async def test_closing_reports_what_was_burnt(kept: Kept, health: Health):
    provider = Scripted(a=[*[Delta("word ")] * 50, 5.0])
    events = walk(provider, "a", kept=kept, health=health)
    texts = 0
    async with aclosing(events):
        async for event in events:
            texts += isinstance(event, Text)
            if texts == 20:
                break
    assert provider.closed == ["a"]
    (report,) = kept.reports
    assert (report.error, report.usage.output_tokens) == ("cancelled", 20)
    assert report.usage.estimated
    assert report.usage.input_tokens > 0
    assert health.idle("a")


@pytest.mark.parametrize("pause_s", [0.0, 0.05], ids=["at once", "while it is silent"])
async def test_cancelling_reports_too(kept: Kept, health: Health, pause_s: float):
    provider = Scripted(a=[5.0])
    task = asyncio.create_task(all_of(walk(provider, "a", kept=kept, health=health)))
    await asyncio.sleep(0)
    await asyncio.sleep(pause_s)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert kept.errors == ["cancelled"]
    assert kept.reports[0].usage.input_tokens == (0 if not provider.asked else 16)


async def test_a_cancelled_probe_lets_the_next_one_probe(kept: Kept, health: Health):
    now = 0.0
    watched = Health(lambda: now)
    permit = watched.begin("a")
    assert permit
    watched.record(permit, RateLimited("", 5))
    now = 6.0
    events = walk(Scripted(a=[5.0]), "a", kept=kept, health=watched)
    await anext(events)
    assert not watched.usable("a")
    await events.aclose()
    assert watched.usable("a")


async def test_a_bug_in_a_provider_is_not_hidden_and_leaves_a_report(
    kept: Kept, health: Health
):
    with pytest.raises(KeyError):
        await all_of(walk(Scripted(), "a", kept=kept, health=health))
    assert len(kept.reports) == 1


# Counts


@pytest.mark.parametrize(
    ("script", "usage"),
    [
        pytest.param(WELL, Usage(7, 2), id="as told"),
        pytest.param(
            [Delta("Well"), Delta(" done"), Finish()],
            Usage(16, 2, 0, estimated=True),
            id="untold",
        ),
        pytest.param(
            [Delta("Well"), Delta(" done"), Usage(0, 0), Finish()],
            Usage(16, 2, 0, estimated=True),
            id="zeros are not believed",
        ),
        pytest.param(
            [Delta("a" * 64), Usage(7, 0), Finish()],
            Usage(7, 16, 0, estimated=True),
            id="a long piece",
        ),
        pytest.param(
            [Delta("a" * 64, (), 3), Finish()],
            Usage(16, 3, 0, estimated=True),
            id="counted pieces",
        ),
        pytest.param(
            [*[Delta("w")] * 9, Usage(7, 5, 3), Finish()],
            Usage(7, 5, 3),
            id="told fewer",
        ),
    ],
)
async def test_usage(kept: Kept, health: Health, script: Sequence[Step], usage: Usage):
    events = await all_of(walk(Scripted(a=script), "a", kept=kept, health=health))
    assert isinstance(events[-1], Answered)
    assert events[-1].usage == kept.reports[0].usage == usage


@pytest.mark.parametrize(
    ("script", "usage"),
    [
        pytest.param([Unavailable()], Usage(0, 0), id="turned away"),
        pytest.param([RateLimited()], Usage(0, 0), id="limited"),
        pytest.param([5.0], Usage(16, 0, 0, estimated=True), id="taken, then silent"),
        pytest.param(
            [UpstreamCut()], Usage(16, 0, 0, estimated=True), id="taken, then cut"
        ),
        pytest.param(
            [Delta("a"), Usage(7, 1), Delta("b"), UpstreamCut()],
            Usage(7, 2, 0, estimated=True),
            id="told too little",
        ),
    ],
)
async def test_usage_of_a_failed_attempt(
    kept: Kept, health: Health, script: Sequence[Step], usage: Usage
):
    await all_of(walk(Scripted(a=script, b=WELL), "a", "b", kept=kept, health=health))
    assert kept.reports[0].usage == usage


# Over the wire


@pytest.fixture
async def upstream() -> AsyncGenerator[FakeOpenAI]:
    async with FakeOpenAI() as server:
        yield server


@pytest.fixture
async def host(upstream: FakeOpenAI) -> AsyncGenerator[OpenAICompatible]:
    adapter = OpenAICompatible(upstream.url)
    await heard(adapter, request(model("warm")))  # the clocks here are short
    yield adapter
    await adapter.aclose()


CATALOGUE = [
    # what happens, calls to the first, error of its first attempt, who answers
    pytest.param(
        {"connect": "close"}, 2, "unavailable", "b", id="F5 closed before headers"
    ),
    pytest.param({"connect": "reset", "times": 1}, 2, "unavailable", "a", id="F5 once"),
    pytest.param({"status": 402}, 1, "key_refused", "b", id="F7 no credit"),
    pytest.param(
        {"status": 402, "headers": {"Retry-After": "9"}},
        1,
        "rate_limited",
        "b",
        id="F8 in flight",
    ),
    pytest.param(
        {"status": 404, "body": {"error": {"code": "model_not_found"}}},
        1,
        "model_gone",
        "b",
        id="F10",
    ),
    pytest.param({"status": 408}, 1, "unavailable", "b", id="F11"),
    pytest.param({"status": 409, "times": 1}, 2, "unavailable", "a", id="F12 once"),
    pytest.param({"status": 425}, 2, "unavailable", "b", id="F12"),
    pytest.param({"status": 413}, 1, "rate_limited", "b", id="F13"),
    pytest.param(
        {
            "status": 400,
            "body": {"error": {"message": "max_tokens is not supported"}},
            "times": 1,
        },
        2,
        "unsupported_parameter",
        "a",
        id="F15",
    ),
    pytest.param({"status": 422, "times": 1}, 2, "unavailable", "a", id="F16"),
    pytest.param(
        {"status": 429, "headers": {"Retry-After": "1"}},
        1,
        "rate_limited",
        "b",
        id="F17",
    ),
    pytest.param({"status": 429}, 1, "rate_limited", "b", id="F19"),
    pytest.param({"status": 498}, 1, "unavailable", "b", id="F20 498"),
    pytest.param({"status": 529}, 1, "unavailable", "b", id="F20 529"),
    pytest.param({"status": 500, "times": 1}, 2, "unavailable", "a", id="F21"),
    pytest.param(
        {"status": 503, "body": {"error": "loading", "estimated_time": 20}},
        1,
        "unavailable",
        "b",
        id="F23",
    ),
    pytest.param(
        {"status": 308, "headers": {"location": "http://127.0.0.1:9/"}},
        1,
        "unavailable",
        "b",
        id="F25",
    ),
    pytest.param(
        {"headers_s": 9}, 1, "first_token_timeout", "b", id="F26 slow headers"
    ),
    pytest.param(
        {"stall_after": 0, "comments_s": 0.02},
        1,
        "first_token_timeout",
        "b",
        id="F27 only comments",
    ),
    pytest.param(
        {"pieces": [""] * 500, "every_s": 0.02},
        1,
        "first_token_timeout",
        "b",
        id="F28 only empty deltas",
    ),
    pytest.param({"stall_after": 20}, 1, "idle_timeout", "b", id="F29"),
    pytest.param(
        {"stall_after": 20, "comments_s": 0.02},
        1,
        "idle_timeout",
        "b",
        id="F29 with comments",
    ),
    pytest.param({"cut_after": 20, "cut": "clean"}, 1, "upstream_cut", "b", id="F31"),
    pytest.param({"cut_after": 20, "cut": "reset"}, 1, "upstream_cut", "b", id="F32"),
    pytest.param({"done": False}, 1, None, "a", id="F33"),
    pytest.param({"trailer": "data: {}\n\n" * 99}, 1, None, "a", id="F35"),
    pytest.param({"split": 3}, 1, None, "a", id="F37"),
    pytest.param(
        {"newline": "\r", "bom": True, "space": False}, 1, None, "a", id="F41"
    ),
    pytest.param(
        {"frames": {0: 'data: {"error":{"code":500}}\n\n'}},
        1,
        "unavailable",
        "b",
        id="F45",
    ),
    pytest.param(
        {"frames": {9: 'data: {"error":{"code":429}}\n\n'}},
        1,
        "rate_limited",
        "b",
        id="F46",
    ),
    pytest.param({"finish": "length"}, 1, None, "a", id="F48"),
    pytest.param({"finish": "eos"}, 1, None, "a", id="F51"),
    pytest.param({"finish": "whatever"}, 1, None, "a", id="F51 unknown, counted"),
    pytest.param(
        {"finish": "whatever", "usage": "none"},
        1,
        "upstream_cut",
        "b",
        id="F51 unknown",
    ),
    pytest.param({"usage": "none"}, 1, None, "a", id="F52"),
    pytest.param({"usage": "x_groq"}, 1, None, "a", id="F54"),
    pytest.param({"text": ""}, 1, "unavailable", "b", id="an empty answer"),
]


@pytest.mark.parametrize(("script", "calls", "error", "who"), CATALOGUE)
async def test_the_fault_catalogue(
    upstream: FakeOpenAI,
    host: OpenAICompatible,
    kept: Kept,
    health: Health,
    script: dict[str, Any],
    calls: int,
    error: str | None,
    who: str,
):
    upstream.script("a", **script)
    async with Stopwatch() as watch:
        events = await all_of(
            walk(host, "a", "b", kept=kept, health=health, limits=WIRE)
        )
    assert watch.own_s < 1.5
    assert isinstance(events[-1], Answered)
    assert (shown(events), events[-1].model.name) == (SIXTY_WORDS, who)
    assert (len(upstream.of("a")), kept.errors[0]) == (calls, error)
    assert kept.errors[-1] is None


@pytest.mark.parametrize(
    ("script", "text", "tokens"),
    [
        pytest.param({"refusal": "I cannot."}, "I cannot.", 2, id="F60 a refusal"),
        pytest.param({"finish": "content_filter"}, "", 60, id="F49 after text"),
        pytest.param(
            {"text": "", "finish": "content_filter", "output_tokens": 0},
            "",
            0,
            id="F49 without text",
        ),
        pytest.param(
            {"status": 400, "body": {"error": {"code": "content_filter"}}},
            "",
            0,
            id="S13",
        ),
    ],
)
async def test_a_refusal_is_shown_and_never_asked_elsewhere(
    upstream: FakeOpenAI,
    host: OpenAICompatible,
    kept: Kept,
    health: Health,
    script: dict[str, Any],
    text: str,
    tokens: int,
):
    upstream.script("a", **script)
    events = await all_of(walk(host, "a", "b", kept=kept, health=health, limits=WIRE))
    last = events[-1]
    assert isinstance(last, DeniedByModeration)
    assert (last.text, last.usage.output_tokens) == (text, tokens)
    assert kept.errors == ["refused"]
    assert upstream.of("b") == []
    assert health.idle("a")


async def test_stop_hangs_up_within_half_a_second(
    upstream: FakeOpenAI, host: OpenAICompatible, kept: Kept, health: Health
):
    upstream.script("a", every_s=0.01)
    events = walk(host, "a", kept=kept, health=health, limits=WIRE)
    async for event in events:
        if isinstance(event, Text):
            break
    stopped_at = time.monotonic()
    await events.aclose()
    assert await upstream.hung_up("a") - stopped_at < 0.5
    assert kept.errors == ["cancelled"]


@pytest.mark.parametrize("usage", ["final", "every"])
async def test_a_cancelled_answer_is_counted_as_far_as_it_came(
    upstream: FakeOpenAI, host: OpenAICompatible, kept: Kept, health: Health, usage: str
):
    upstream.script("a", stall_after=20, usage=usage)
    task = asyncio.create_task(
        all_of(walk(host, "a", kept=kept, health=health, limits=Limits()))
    )
    async with asyncio.timeout(5):
        while not upstream.of("a") or upstream.of("a")[0].said < 20:
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.1)  # what was sent is read
    task.cancel()
    await asyncio.wait({task})
    assert kept.reports[0].usage.output_tokens == 20


async def test_a_fault_does_not_outlive_its_call(
    upstream: FakeOpenAI, host: OpenAICompatible, kept: Kept
):
    for script in (
        {"cut_after": 3},
        {"status": 429},
        {"stall_after": 3},
        {"connect": "reset"},
    ):
        upstream.script("a", **script)
        with pytest.raises(RoutingError):
            await all_of(walk(host, "a", kept=Kept(), health=Health(), limits=WIRE))
        async with Stopwatch() as watch:
            events = await all_of(walk(host, "b", kept=Kept(), health=Health()))
        assert shown(events) == SIXTY_WORDS
        assert watch.own_s < 1


async def test_a_staff_probe_is_one_real_completion(
    upstream: FakeOpenAI, host: OpenAICompatible, health: Health
):
    row = model("a")
    permit = health.begin("a")
    assert permit
    health.record(permit, ModelGone())
    upstream.script("a", status=503, times=1)
    failed = await engine.probe(
        row, providers={"vllm": host}, limits=WIRE, health=health
    )
    assert failed.error == "unavailable"
    for _ in range(2):
        report = await engine.probe(
            row, providers={"vllm": host}, limits=WIRE, health=health
        )
        assert report.error is None
    assert health.idle("a")
    assert upstream.of("a")[0].body["max_tokens"] == 1


def test_limits_come_from_the_settings():
    class Settings:
        FIRST_TOKEN_TIMEOUT_S = 1.0
        IDLE_TIMEOUT_S = 2.0
        TURN_TIMEOUT_S = 3.0

    limits = Limits.from_settings(Settings)
    assert (limits.first_token_s, limits.idle_s, limits.turn_s) == (1.0, 2.0, 3.0)
    assert Limits() == Limits(8.0, 10.0, 45.0)
