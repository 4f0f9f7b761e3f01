"""Crash-test the engine: the 16 faults of FailoverBench, in their real time.

    python -m benchmarks.failover             # about two minutes
    python -m benchmarks.failover --scale 0.1 # every second lasts a tenth

The scenarios restate those of FailoverBench v0.1 (failoverbench/failoverbench on
GitHub; results CC-BY-4.0) with our own fake provider; the budgets are stricter than
its own. Primary and fallback are two models at one fake host; the answer is 60 words,
15 ms apart. `pass` means: what should happen happened, in time, with no more calls to
the primary than allowed, and afterwards the same process answered a healthy request.
"""

import argparse
import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Any

from routing import engine
from routing.attempt import AttemptReport
from routing.core.catalogue import Model
from routing.core.errors import RoutingError
from routing.core.messages import Message
from routing.health import Health
from routing.providers.openai_compatible import OpenAICompatible
from tests.fakes.openai_server import SIXTY_WORDS, FakeOpenAI

PACE_S = 0.015
LIMITS = engine.Limits()
TIMES = ("first_s", "every_s", "comments_s", "for_s", "hold_s")


@dataclass(frozen=True)
class Scenario:
    """One fault, and what must come of it.

    Attributes:
        primary, fallback: scripts of the two models.
        within_s: until the last word.
        tries: calls to the primary at most; while a fault lasts, those that failed.
        served_by: who must have answered; None: either.
        denied: the fault is a refusal: it must be shown, and nobody else asked.
        restart: whether shown text must be taken back, visibly.
        requests, every_s: for a fault that lasts.
    """

    name: str
    fault: str
    primary: Mapping[str, Any]
    within_s: float
    tries: int = 1
    served_by: str | None = None
    denied: bool = False
    restart: bool = False
    fallback: Mapping[str, Any] = field(default_factory=dict)
    limits: engine.Limits = LIMITS
    requests: int = 1
    every_s: float = 0.0


def error(status: int, code: str, message: str, **more: Any) -> dict[str, Any]:
    """Return a script that answers with an error in OpenAI's shape."""
    body = {"error": {"message": message, "type": code, "code": code}}
    return {"status": status, "body": body, **more}


LIMITED = error(429, "rate_limit_exceeded", "Rate limit reached")
DOWN = error(503, "service_unavailable", "The server is down")
BROKEN = error(500, "server_error", "The server had an error")
TOO_LONG = error(
    400, "context_length_exceeded", "This model's maximum context length is 8192 tokens"
)
FILTERED = error(400, "content_filter", "The prompt triggered the content filter")
CORRUPT = 'data: {"id":"chatcmpl-fake","choices":[{"delta":{"con\n\n'

SCENARIOS: Sequence[Scenario] = (
    Scenario(
        "S01",
        "429 with Retry-After: 2, then fine",
        {**LIMITED, "headers": {"Retry-After": "2"}, "times": 1},
        within_s=1.5,
        served_by="fallback",
    ),
    Scenario(
        "S01w",
        "the same, where a wait of 2 s is allowed",
        {**LIMITED, "headers": {"Retry-After": "2"}, "times": 1},
        within_s=3.5,
        tries=2,
        served_by="primary",
        limits=replace(LIMITS, wait_s=2.0),
    ),
    Scenario("S02", "429 on every try", LIMITED, within_s=1.5, served_by="fallback"),
    Scenario(
        "S03",
        "500 once, then fine",
        {**BROKEN, "times": 1},
        within_s=2.0,
        tries=2,
        served_by="primary",
    ),
    Scenario("S04", "503 on every try", DOWN, within_s=1.5, served_by="fallback"),
    Scenario(
        "S05",
        "TCP reset before any byte, then fine",
        {"connect": "reset", "times": 1},
        within_s=2.0,
        tries=2,
        served_by="primary",
    ),
    Scenario(
        "S06",
        "accepted, never answered",
        {"connect": "silent"},
        within_s=9.0,
        served_by="fallback",
    ),
    Scenario(
        "S07",
        "headers at once, first token after 20 s",
        {"first_s": 20.0, "role": False},
        within_s=9.0,
        served_by="fallback",
    ),
    Scenario(
        "S08",
        "cut after 40 of 60 tokens",
        {"cut_after": 40},
        within_s=2.5,
        served_by="fallback",
        restart=True,
    ),
    Scenario(
        "S09",
        "silent after 20 tokens, connection open",
        {"stall_after": 20},
        within_s=11.5,
        served_by="fallback",
        restart=True,
    ),
    Scenario("S10", "one corrupt event", {"frames": {10: CORRUPT}}, within_s=2.5),
    Scenario(
        "S11",
        "complete, without [DONE], held open",
        {"done": False, "hold_s": 30.0},
        within_s=2.0,
        served_by="primary",
    ),
    Scenario(
        "S12", "context length exceeded", TOO_LONG, within_s=1.5, served_by="fallback"
    ),
    Scenario("S13", "content filter on every try", FILTERED, within_s=0.5, denied=True),
    Scenario(
        "S14",
        "as S08, and the fallback takes no prefill",
        {"cut_after": 40},
        fallback={"no_prefill": True},
        within_s=2.5,
        served_by="fallback",
        restart=True,
    ),
    Scenario(
        "S15",
        "503 for 60 s; 20 requests, one every 4 s",
        {**DOWN, "for_s": 60.0},
        within_s=1.5,
        tries=13,
        requests=20,
        every_s=4.0,
    ),
    Scenario(
        "S16",
        "503; the fallback's name and usage count",
        DOWN,
        within_s=1.5,
        served_by="fallback",
        fallback={"input_tokens": 41, "output_tokens": 77},
    ),
)


@dataclass
class Turn:
    """What one request came to."""

    text: str = ""
    seconds: float = 0.0
    answered: engine.Answered | None = None
    denied: bool = False
    restarted: bool = False
    error: RoutingError | None = None
    reports: list[AttemptReport] = field(default_factory=list)

    async def begin(self, position: int, model: Model) -> None:
        """See `engine.Journal`."""

    def end(self, position: int, report: AttemptReport) -> None:
        """See `engine.Journal`."""
        self.reports.append(report)

    def failures_of(self, name: str) -> int:
        """Return how many calls to a model failed."""
        return sum(r.model.name == name and r.error is not None for r in self.reports)

    def hear(self, event: engine.Event) -> None:
        """Show the event, as a page would."""
        match event:
            case engine.Trying(restart=True):
                self.text, self.restarted = "", True
            case engine.Text(text=text):
                self.text += text
            case engine.Answered():
                self.answered = event
            case engine.DeniedByModeration(text=text):
                self.text, self.denied = self.text + text, True


@dataclass(frozen=True)
class Result:
    """How a scenario went."""

    scenario: Scenario
    turns: Sequence[Turn]
    tries: int
    fallback_tries: int
    faults: Sequence[str]


def row(name: str) -> Model:
    """Return the catalogue row of a model at the fake host."""
    return Model(
        name=name,
        label=name,
        slot="fast",
        provider="groq",
        model_id=name,
        credits=1,
        prices=(),
        context_tokens=8192,
    )


async def play(scenario: Scenario, scale: float = 1.0, slack_s: float = 0.0) -> Result:
    """Play a scenario with every second lasting `scale` seconds.

    A busy machine may take `slack_s` real seconds longer than the scenario allows.
    """
    health = Health(lambda: time.monotonic() / scale)
    async with FakeOpenAI() as upstream:
        host = OpenAICompatible(upstream.url)
        upstream.script(
            "primary", **_scaled({"every_s": PACE_S} | scenario.primary, scale)
        )
        fallback = {"every_s": PACE_S} | scenario.fallback
        upstream.script("fallback", **_scaled(fallback, scale))
        ask = _Asking(host, health, _limits(scenario.limits, scale))
        turns = []
        start = time.monotonic()
        for number in range(scenario.requests):
            await asyncio.sleep(
                start + number * scenario.every_s * scale - time.monotonic()
            )
            turns.append(await ask(["primary", "fallback"]))
        tries, fallback_tries = (
            len(upstream.of("primary")),
            len(upstream.of("fallback")),
        )
        after = await ask(["healthy"])
        await host.aclose()
    found = [
        fault for turn in turns for fault in _faults(scenario, turn, scale, slack_s)
    ]
    if scenario.requests > 1:
        tries = sum(turn.failures_of("primary") for turn in turns)
    if tries > scenario.tries:
        found.append(f"{tries} calls to the primary")
    if after.text != SIXTY_WORDS:
        found.append("unwell afterwards")
    if scenario.requests > 1:
        found += _not_back(turns, scenario)
    return Result(scenario, turns, tries, fallback_tries, found)


@dataclass(frozen=True)
class _Asking:
    host: OpenAICompatible
    health: Health
    limits: engine.Limits

    async def __call__(self, names: Sequence[str]) -> Turn:
        turn = Turn()
        events = engine.answer(
            [row(name) for name in names],
            (Message("system", "You are a coach."), Message("user", "How do I begin?")),
            providers={"groq": self.host},
            journal=turn,
            limits=self.limits,
            health=self.health,
        )
        start = time.perf_counter()
        try:
            async with aclosing(events):
                async for event in events:
                    turn.hear(event)
        except RoutingError as failure:
            turn.error = failure
        turn.seconds = time.perf_counter() - start
        return turn


def _faults(
    scenario: Scenario, turn: Turn, scale: float, slack_s: float
) -> Sequence[str]:
    found = []
    if turn.seconds > scenario.within_s * scale + slack_s:
        found.append(f"took {turn.seconds:.2f} s")
    if scenario.denied:
        if not turn.denied or len(turn.reports) != 1:
            found.append("a refusal was asked of another model")
        return found
    if turn.text != SIXTY_WORDS or turn.answered is None:
        return [*found, f"not answered: {turn.error}"]
    model, usage = turn.answered.model.name, turn.answered.usage
    if scenario.served_by not in (None, model):
        found.append(f"served by {model}")
    if scenario.restart and not turn.restarted:
        found.append("no visible restart")
    scripted = scenario.fallback if model == "fallback" else scenario.primary
    counts = scripted.get("input_tokens", 320), scripted.get("output_tokens", 60)
    if (usage.input_tokens, usage.output_tokens) != counts:
        found.append(f"usage {usage}")
    return found


def _not_back(turns: Sequence[Turn], scenario: Scenario) -> Sequence[str]:
    """Return a fault unless the primary serves again within 10 s of its recovery."""
    served = [turn.answered.model.name if turn.answered else "" for turn in turns]
    ends = scenario.primary["for_s"] + 10.0
    late = [name for n, name in enumerate(served) if n * scenario.every_s >= ends]
    return [] if set(late) == {"primary"} else [f"not back: {served}"]


def _scaled(script: Mapping[str, Any], scale: float) -> dict[str, Any]:
    scaled = {k: v * scale if k in TIMES else v for k, v in script.items()}
    if wait := script.get("headers", {}).get("Retry-After"):
        scaled["headers"] = {"retry-after-ms": f"{float(wait) * 1000 * scale:.1f}"}
        if scale == 1:
            scaled["headers"] = {"Retry-After": wait}
    return scaled


def _limits(limits: engine.Limits, scale: float) -> engine.Limits:
    return engine.Limits(
        first_token_s=limits.first_token_s * scale,
        idle_s=max(limits.idle_s * scale, 0.8),  # above what follows a finish
        turn_s=max(limits.turn_s * scale, 5.0),
        retry_s=max(limits.retry_s * scale, 0.5),
        wait_s=limits.wait_s * scale,
        wait_last_s=limits.wait_last_s * scale,
    )


async def main() -> None:
    """Play all scenarios and print the scorecard."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("only", nargs="*", help="names of scenarios")
    options = parser.parse_args()
    print(f"{'':5} {'fault':44} {'verdict':8} {'seconds':>8} {'primary':>8} fallback")
    passed = 0
    chosen = [s for s in SCENARIOS if not options.only or s.name in options.only]
    for scenario in chosen:
        result = await play(scenario, options.scale)
        passed += not result.faults
        verdict = "FAIL" if result.faults else "pass"
        slowest = max(turn.seconds for turn in result.turns)
        print(
            f"{scenario.name:5} {scenario.fault:44} {verdict:8} {slowest:8.2f}"
            f" {result.tries:8} {result.fallback_tries:8} {'; '.join(result.faults)}"
        )
    print(f"{passed} of {len(chosen)} pass")


if __name__ == "__main__":
    asyncio.run(main())
