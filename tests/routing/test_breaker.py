"""A failing model is left out, and let back in by proof."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.core import breaker
from routing.core.breaker import CLOSED, Breaker
from routing.core.errors import (
    BadRequest,
    ContextTooLong,
    FirstTokenTimeout,
    IdleTimeout,
    KeyRefused,
    ModelGone,
    ProviderError,
    RateLimited,
    Refused,
    RequestTooLarge,
    Unavailable,
    UpstreamCut,
)
from routing.health import Health

DAY_S = 86_400


def after(*failures: tuple[float, ProviderError]) -> Breaker:
    known = CLOSED
    for at, error in failures:
        known = breaker.failed(known, error, at, probe=False)
    return known


@pytest.mark.parametrize(
    ("failures", "state"),
    [
        pytest.param([(0, Unavailable()), (1, Unavailable())], "closed", id="two"),
        pytest.param([(n, Unavailable()) for n in range(3)], "open", id="three"),
        pytest.param(
            [(0, Unavailable()), (1, UpstreamCut()), (2, IdleTimeout())],
            "open",
            id="three kinds",
        ),
        pytest.param(
            [(n * 16, Unavailable()) for n in range(9)],
            "closed",
            id="never three in 30 s",
        ),
        pytest.param(
            [(0, Unavailable(retry_after_s=5))], "open", id="one that says how long"
        ),
        pytest.param([(0, RateLimited())], "open", id="one rate limit"),
        pytest.param([(0, KeyRefused())], "open", id="one refused key"),
        pytest.param([(0, ModelGone())], "open", id="a model that is gone"),
        pytest.param(
            [(n, BadRequest()) for n in range(9)], "closed", id="our own fault"
        ),
        pytest.param(
            [(n, ContextTooLong()) for n in range(9)], "closed", id="a long prompt"
        ),
        pytest.param(
            [(n, RequestTooLarge()) for n in range(9)], "closed", id="a large request"
        ),
        pytest.param([(n, Refused()) for n in range(9)], "closed", id="moderation"),
    ],
)
def test_what_opens(failures: list[tuple[float, ProviderError]], state: str):
    now = failures[-1][0]
    assert breaker.state(after(*failures), now) == state


@pytest.mark.parametrize(
    ("error", "cooldowns_s"),
    [
        pytest.param(Unavailable(), [5, 5, 5], id="quick faults are probed every 5 s"),
        pytest.param(
            FirstTokenTimeout(), [5, 10, 20, 40, 60, 60], id="slow ones ever less"
        ),
        pytest.param(
            RateLimited(), [30, 60, 120, 240, 300, 300], id="bare rate limits"
        ),
        pytest.param(
            RateLimited(retry_after_s=7), [7, 7, 7], id="as long as asked for"
        ),
        pytest.param(
            RateLimited(retry_after_s=0), [0, 0], id="not at all, if asked for"
        ),
        pytest.param(
            RateLimited(retry_after_s=9e9), [DAY_S], id="never more than a day"
        ),
        pytest.param(KeyRefused(), [300, 600, 1200, 2400, 3600, 3600], id="keys"),
        pytest.param(ModelGone(), [DAY_S, DAY_S], id="models that are gone"),
    ],
)
def test_cooldowns(error: ProviderError, cooldowns_s: list[float]):
    now = 100.0
    known = after((98, error), (99, error), (now, error))
    if error.retry_after_s is not None or not isinstance(error, Unavailable):
        known = after((now, error))
    for cooldown_s in cooldowns_s:
        assert breaker.retry_after_s(known, now) == pytest.approx(cooldown_s)
        now += cooldown_s
        assert breaker.usable(known, now)
        known = breaker.failed(breaker.probed(known, now), error, now, probe=True)


def test_a_success_between_failures_forgives_them():
    known = after((0, Unavailable()), (1, Unavailable()))
    assert breaker.answered(known, 2, probe=False) == CLOSED


def test_a_late_success_from_before_says_nothing():
    known = after((0, RateLimited()))
    assert breaker.answered(known, 1, probe=False) == known


def test_a_late_failure_from_before_may_only_lengthen_the_rest():
    known = after((0, RateLimited(retry_after_s=10)))
    assert breaker.failed(known, Unavailable(), 1, probe=False).until == 10
    assert breaker.failed(known, ModelGone(), 1, probe=False).until == DAY_S + 1


def test_two_answered_probes_close_it():
    known = breaker.probed(after((0, RateLimited())), 30)
    known = breaker.answered(known, 31, probe=True)
    assert breaker.state(known, 31) == "half-open"
    known = breaker.answered(breaker.probed(known, 32), 33, probe=True)
    assert known == CLOSED


def test_a_failed_probe_takes_the_proof_back():
    known = breaker.answered(
        breaker.probed(after((0, RateLimited())), 30), 31, probe=True
    )
    known = breaker.failed(breaker.probed(known, 32), Unavailable(), 33, probe=True)
    assert breaker.state(known, 33) == "open"
    assert known.proofs == 0


def test_a_probe_made_by_hand_ends_the_cooldown():
    known = breaker.answered(after((0, ModelGone())), 60, probe=True)
    assert breaker.state(known, 60) == "half-open"


def test_it_remembers_when_and_why_it_first_opened():
    known = breaker.failed(after((7, RateLimited())), Unavailable(), 40, probe=True)
    assert (known.opened_at, known.why) == (7, "unavailable")


@given(st.lists(st.tuples(st.floats(0, 100), st.sampled_from("fgpls")), max_size=30))
def test_whatever_happens_it_can_be_called_again_some_day(
    history: list[tuple[float, str]],
):
    now, known = 0.0, CLOSED
    for pause_s, what in history:
        now += pause_s
        probe = breaker.state(known, now) == "half-open" and breaker.usable(known, now)
        if probe:
            known = breaker.probed(known, now)
        if what == "s":
            known = breaker.answered(known, now, probe=probe)
        elif what != "p":
            error = {"f": Unavailable(), "g": ModelGone(), "l": RateLimited()}[what]
            known = breaker.failed(known, error, now, probe=probe)
        assert breaker.usable(known, now + DAY_S)
        assert breaker.usable(known, now) == (breaker.retry_after_s(known, now) == 0)


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def health(clock: Clock) -> Health:
    return Health(clock)


def fail(health: Health, model: str, error: ProviderError) -> None:
    permit = health.begin(model)
    assert permit is not None
    health.record(permit, error)


def test_only_one_call_probes_a_half_open_model(health: Health, clock: Clock):
    fail(health, "a", RateLimited(retry_after_s=5))
    assert health.begin("a") is None
    clock.now += 5
    assert health.usable("a")
    permit = health.begin("a")
    assert permit is not None
    assert permit.probe
    assert not health.usable("a")
    assert health.begin("a") is None
    health.let_go(permit)
    assert health.usable("a")


def test_a_probe_that_is_never_reported_is_forgotten(health: Health, clock: Clock):
    fail(health, "a", RateLimited(retry_after_s=5))
    clock.now += 5
    health.begin("a")
    clock.now += breaker.PROBE_S
    assert health.usable("a")


def test_models_fail_each_for_itself(health: Health):
    fail(health, "a", ModelGone())
    assert health.usable("b")
    assert not health.usable("a")
    assert health.retry_after_s(["a", "b"]) == 0
    assert health.retry_after_s(["a"]) == DAY_S
    assert health.retry_after_s([]) is None


def test_openings_say_since_when_and_why(health: Health, clock: Clock):
    fail(health, "a", KeyRefused())
    clock.now += 60
    fail(health, "b", RateLimited())
    first, second = health.openings()
    assert (first.model, first.state, first.open_s, first.why) == (
        "a",
        "open",
        60,
        "key_refused",
    )
    assert (first.retry_after_s, second.model, second.open_s) == (240, "b", 0)
    clock.now += 300
    assert [opening.state for opening in health.openings()] == [
        "half-open",
        "half-open",
    ]


def test_mending_forgets(health: Health):
    fail(health, "a", ModelGone())
    health.reset("a")
    assert health.usable("a")
    assert health.idle("a")
    assert health.openings() == []


def test_an_outage_of_a_minute_costs_few_calls_and_ends_soon(
    health: Health, clock: Clock
):
    """FailoverBench S15: 503 for 60 s, one request every 4 s."""
    calls, back_at = 0, None
    for second in range(0, 80, 4):
        clock.now = 1000.0 + second
        permit = health.begin("a")
        if permit is None:
            continue
        up = second >= 60
        calls += not up
        health.record(permit, None if up else Unavailable())
        if up and back_at is None:
            back_at = second
    assert calls <= 13
    assert back_at is not None
    assert back_at <= 70
    assert health.idle("a")
