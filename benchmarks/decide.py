"""Time the decision: `python -m benchmarks.decide`.

Prints one table, microseconds per decision on one core: `choose` alone, and with the
reading of the message before it. The aim for `choose` is a p99 below 100 us.
"""

import gc
import itertools
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter_ns

from routing.core import catalogue, complexity, confidence, policy, signals
from routing.core.decision import Ask, Purse, choose_within
from routing.core.lineup import lineup

ROUTING = Path(__file__).resolve().parent.parent / "routing"
ROUNDS = 20_000
TEXTS = (
    "How do I begin to keep a diary?",
    "Why do I give up on everything after a month, and what is the pattern behind it?",
    "I have two offers. " + "The first pays more, the second is near my family. " * 12,
)
EVERYBODY = ("vllm", "ollama", "groq", "openrouter", "together", "openai", "anthropic")


def main() -> None:
    """Measure and print."""
    rows = catalogue.parse(tomllib.loads((ROUTING / "catalogue.toml").read_text()))
    live, frugal = (_policy(name, rows) for name in ("cascade", "groq-only"))
    line = lineup(rows, date(2026, 11, 23), dict.fromkeys(EVERYBODY, ""))
    purse = Purse(50_000_000, 52_000_000)
    asks = itertools.cycle(_asks())
    texts = itertools.cycle(TEXTS)

    def choose() -> None:
        choose_within(purse, live, frugal, line, next(asks))

    def read_and_choose() -> None:
        text = next(texts)
        shown = signals.read(text, ())
        score = complexity.score(shown, live.weights)
        confidence.prior(shown, score, len(text))
        choose()

    print(f"{'':24}{'p50':>8}{'p95':>8}{'p99':>8}   us")
    for name, call in (("choose", choose), ("read and choose", read_and_choose)):
        p50, p95, p99 = _quantiles(call)
        print(f"{name:24}{p50:8.1f}{p95:8.1f}{p99:8.1f}")


def _policy(name: str, rows: catalogue.Catalogue) -> policy.Policy:
    text = (ROUTING / "policies" / f"{name}.toml").read_text()
    return policy.parse(tomllib.loads(text), tuple(rows.slots))


def _asks() -> list[Ask]:
    """Return asks of every kind: plans, rungs, health, privacy, exploring."""
    return [
        Ask(
            plan,
            complexity=level,
            confidence=level / 10,
            personal_data=level % 2 == 0,
            prompt_tokens=level * 500,
            rung_min=1 if level == 3 else None,  # noqa: PLR2004 (one in eleven)
            down=frozenset({"mistral-7b-vllm"} if level % 3 == 0 else ()),
            seed=f"decision-{level}",
        )
        for plan in ("trial", "growthplus")
        for level in range(11)
    ]


def _quantiles(call: Callable[[], None]) -> tuple[float, float, float]:
    """Return the 50th, 95th and 99th percentile of one call, microseconds."""
    for _ in range(1_000):
        call()
    gc.collect()
    times = []
    for _ in range(ROUNDS):
        began = perf_counter_ns()
        call()
        times.append(perf_counter_ns() - began)
    times.sort()
    p50, p95, p99 = (times[ROUNDS * share // 100] / 1_000 for share in (50, 95, 99))
    return p50, p95, p99


if __name__ == "__main__":
    main()
