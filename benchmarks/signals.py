"""How well and how fast messages are read; prints one table.

    python benchmarks/signals.py

Quality on the labelled messages no weight was fitted to; time per message on one core.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from routing.core import complexity  # noqa: E402
from routing.core.messages import Message  # noqa: E402
from routing.core.policy import SIGNALS  # noqa: E402
from routing.core.signals import Signals, read  # noqa: E402

PROMPTS = ROOT / "tests" / "data" / "prompts"
ROUNDS = 5
LONG_CHARS = 2_000
HOSTILE_CHARS = 8_000
HOSTILE = (
    "a", "A1", "Aa ", "1 ", "$9", '"a b', "\n", "- a\n", "a@b.", "why do i always ",
    "write me a funny new poem ", "plan me a week by week plan around my ",
    "I earn 1,480 and ", "work at Aa ", "12 Aa Aa Street ", "555-0142 ", "\U0001f600",
)  # fmt: skip

Labelled = dict[str, Any]


def main() -> None:
    """Print the table."""
    sets = {"dev": _load("dev"), "held out": _held_out()}
    print(f"{'':24}" + "".join(f"{name:>10}" for name in sets))
    seen = {name: [(m, _read(m)) for m in messages] for name, messages in sets.items()}
    for signal in SIGNALS:
        print(
            f"{signal + ' F1':24}" + _row(_f1(pairs, signal) for pairs in seen.values())
        )
    print(f"{'task accuracy':24}" + _row(map(_accuracy, seen.values())))
    print(f"{'complexity within 1':24}" + _row(map(_within_one, seen.values())))
    every = [message for messages in sets.values() for message in messages]
    _print_times("each message, ms", every)
    long = " ".join(message["text"] for message in every)
    cut = [long[at : at + LONG_CHARS] for at in range(0, len(long), LONG_CHARS)]
    _print_times(f"{LONG_CHARS} characters, ms", [_plain(text) for text in cut[:-1]])
    hostile = [(part * HOSTILE_CHARS)[:HOSTILE_CHARS] for part in HOSTILE]
    _print_times(f"{HOSTILE_CHARS} hostile, ms", [_plain(text) for text in hostile])


def _load(name: str) -> list[Labelled]:
    text = (PROMPTS / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _held_out() -> list[Labelled]:
    return [message for message in _load("more") if message["held_out"]]


def _plain(text: str) -> Labelled:
    return {"text": text, "history": []}


def _read(message: Labelled) -> Signals:
    turns = tuple(Message(turn["role"], turn["text"]) for turn in message["history"])
    return read(message["text"], turns)


Seen = Sequence[tuple[Labelled, Signals]]


def _f1(seen: Seen, signal: str) -> float:
    pairs = [(m["signals"][signal], getattr(shown, signal)) for m, shown in seen]
    hits = pairs.count((True, True))
    misses = pairs.count((True, False)) + pairs.count((False, True))
    return 2 * hits / (2 * hits + misses)


def _accuracy(seen: Seen) -> float:
    return sum(m["task"] == shown.task for m, shown in seen) / len(seen)


def _within_one(seen: Seen) -> float:
    near = [abs(complexity.score(s).total - m["complexity"]) <= 1 for m, s in seen]
    return sum(near) / len(near)


def _row(values: Any) -> str:
    return "".join(f"{value:10.3f}" for value in values)


def _print_times(name: str, messages: Sequence[Labelled]) -> None:
    """Print median, 95th percentile and maximum of the best of some rounds."""
    times = sorted(min(_timed(m) for _ in range(ROUNDS)) for m in messages)
    cuts = quantiles(times, n=20)
    print(f"{name:24}p50 {cuts[9]:.2f}  p95 {cuts[18]:.2f}  max {times[-1]:.2f}")


def _timed(message: Labelled) -> float:
    begun = perf_counter()
    _read(message)
    return (perf_counter() - begun) * 1_000


if __name__ == "__main__":
    main()
