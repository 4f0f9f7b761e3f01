"""Fit the weights of the signals to the labelled messages and write them as data.

    python benchmarks/fit_signals.py            how well they do on unseen messages
    python benchmarks/fit_signals.py --write    and write lexicon/weights.py

Logistic regression with a ridge, in plain numpy (`pip install numpy`; the product does
not need it). Only `more.jsonl` is fitted to, less what is held out there: `dev.jsonl`
and the held out messages tell how well weights do on messages they never saw.
"""

import argparse
import json
import sys
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

try:
    import numpy as np
except ModuleNotFoundError:
    sys.exit("fit_signals needs numpy: pip install numpy")

from routing.core.evidence import CHARS, gather  # noqa: E402
from routing.core.lexicon.fields import FIELDS  # noqa: E402
from routing.core.messages import Message  # noqa: E402
from routing.core.signals import BIAS  # noqa: E402

PROMPTS = ROOT / "tests" / "data" / "prompts"
WEIGHTS = ROOT / "routing" / "core" / "lexicon" / "weights.py"
FOLDS = 10
STEPS = 4000
LEAST = 0.05


def _named(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split(",")]


SIZES = [f"over {chars}" for chars in CHARS]
WISHES = _named(
    """weighing, weighing hint, diagnosing, diagnosing hint, planning, planning hint,
    writing, ideas, summary, product, basic, tips"""
)
SIGNAL_EVIDENCE = {
    "requires_analysis": [
        *WISHES,
        *SIZES,
        *_named(
            """thinking, limits, plan, asked thinking, asked limits, asked plan,
            asks in a row, asks 2, asks 3, question over 12, question over 20,
            either or, personal, list, draft, later turn, despair, fiction"""
        ),
    ],
    "requires_creativity": [
        *SIZES[:3],
        *_named(
            """writing, writing hint, ideas, ideas hint, not new, summary, genres,
            making, amusement, quantity, asked genres, asked making, asked amusement,
            asked quantity, fiction, asked fiction, product, asked thinking, basic,
            tips, later turn"""
        ),
    ],
    "simple": [
        *WISHES,
        *SIZES,
        *_named(
            """question, greeting, draft, list, personal, later turn, adjusting, asks 2,
            asks 3, asks in a row, either or, question over 12, question over 20,
            not new, genres, making, asked genres, asked making, asked quantity,
            service, despair, feelings, trivia, push"""
        ),
    ],
    "faq": [
        *SIZES[2:4],
        *_named(
            """product, product hint, not product, service, asked service, question,
            home, workplace, enterprise, family, partner, feelings, food, errands,
            hiring, writing, ideas, weighing, diagnosing, summary, fiction, learning,
            later turn"""
        ),
    ],
}
TASK_EVIDENCE = [
    *FIELDS,
    *(f"before {field}" for field in FIELDS),
    *WISHES,
    *SIZES,
    *_named(
        """greeting, question, draft, list, personal, later turn, adjusting, not new,
        not product, product hint"""
    ),
]
RIDGE = {"task": 1.5}
"""How strongly weights are held near 0; 1 where nothing is said."""


def main() -> None:
    """Measure, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    more = _load("more")
    messages = [message for message in more if not message["held_out"]]
    unseen = [_load("dev"), [message for message in more if message["held_out"]]]
    evidence = [_evidence(message) for message in messages]
    print(f"{'':22}{'folds':>8}{'dev':>8}{'held out':>10}")
    weights = {}
    for name, names in [*SIGNAL_EVIDENCE.items(), ("task", TASK_EVIDENCE)]:
        labels, strength = _labels(messages, name), RIDGE.get(name, 1.0)
        quality = _accuracy if name == "task" else _f1
        folded = quality(labels, _crossed(evidence, labels, names, strength))
        weights[name] = fitted = _fit(evidence, labels, names, strength)
        dev, held = (
            quality(_labels(kept, name), _predict(fitted, map(_evidence, kept)))
            for kept in unseen
        )
        print(f"{name:22}{folded:8.3f}{dev:8.3f}{held:10.3f}")
    if options.write:
        WEIGHTS.write_text(_module(weights), encoding="utf-8")


def _load(name: str) -> list[dict[str, Any]]:
    text = (PROMPTS / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _evidence(message: dict[str, Any]) -> dict[str, float]:
    turns = tuple(Message(turn["role"], turn["text"]) for turn in message["history"])
    return {**gather(message["text"], turns), BIAS: 1}


def _labels(messages: Sequence[dict[str, Any]], name: str) -> list[str]:
    if name == "task":
        return [message["task"] for message in messages]
    return [str(message["signals"][name]) for message in messages]


Weights = dict[str, dict[str, float]]


def _fit(
    evidence: Sequence[dict[str, float]],
    labels: Sequence[str],
    names: Sequence[str],
    strength: float,
) -> Weights:
    """Return label -> evidence -> weight: softmax regression by accelerated descent."""
    columns = [*names, BIAS]
    x = np.array(
        [[found.get(name, 0) for name in columns] for found in evidence], float
    )
    kinds = sorted(set(labels))
    y = np.array([[label == kind for kind in kinds] for label in labels], float)
    ridge = np.full((len(columns), 1), strength)
    ridge[-1] = 0
    step = 1 / (np.linalg.norm(x, 2) ** 2 / 2 + strength)
    w = ahead = np.zeros((len(columns), len(kinds)))
    for turn in range(STEPS):
        scores = x @ ahead
        p = np.exp(scores - scores.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        after = ahead - step * (x.T @ (p - y) + ridge * ahead)
        ahead = after + turn / (turn + 3) * (after - w)
        w = after
    return {
        kind: dict(zip(columns, column.tolist(), strict=True))
        for kind, column in zip(kinds, w.T, strict=True)
    }


def _predict(weights: Weights, evidence: Iterable[dict[str, float]]) -> list[str]:
    def points(kind: str, found: dict[str, float]) -> float:
        return sum(weights[kind].get(name, 0) * n for name, n in found.items())

    return [max(weights, key=lambda kind: points(kind, found)) for found in evidence]


def _crossed(
    evidence: Sequence[dict[str, float]],
    labels: Sequence[str],
    names: Sequence[str],
    strength: float,
) -> list[str]:
    """Return what each message is called by weights that never saw it."""
    order = np.random.default_rng(0).permutation(len(labels))
    called = [""] * len(labels)
    for fold in range(FOLDS):
        test = order[fold::FOLDS]
        train = np.setdiff1d(order, test)
        known = [evidence[i] for i in train], [labels[i] for i in train]
        weights = _fit(*known, names, strength)
        for i in test:
            [called[i]] = _predict(weights, [evidence[i]])
    return called


def _accuracy(labels: Sequence[str], called: Sequence[str]) -> float:
    return sum(map(str.__eq__, labels, called)) / len(labels)


def _f1(labels: Sequence[str], called: Sequence[str]) -> float:
    pairs = list(zip(labels, called, strict=True))
    hits = pairs.count(("True", "True"))
    errors = len(pairs) - hits - pairs.count(("False", "False"))
    return 2 * hits / (2 * hits + errors)


def _module(fitted: dict[str, Weights]) -> str:
    """Return the source of `lexicon/weights.py`."""
    lines = [
        '"""How much each piece of evidence counts, heaviest first.',
        "",
        "Written by `benchmarks/fit_signals.py`: change the messages instead.",
        '"""',
        "",
        "from routing.core.lexicon.listing import weights",
        "from routing.core.policy import Task",
        "",
        "SIGNAL_WEIGHTS: dict[str, dict[str, float]] = {",
    ]
    for signal in SIGNAL_EVIDENCE:
        yes, no = fitted[signal]["True"], fitted[signal]["False"]
        lines += _table(signal, {name: yes[name] - no[name] for name in yes})
    lines += ["}", "", "TASK_WEIGHTS: dict[Task, dict[str, float]] = {"]
    for task, table in fitted["task"].items():
        lines += _table(task, table)
    return "\n".join([*lines, "}", ""])


def _table(name: str, weights: dict[str, float]) -> list[str]:
    heaviest = sorted(weights.items(), key=lambda item: -abs(item[1]))
    items = [
        f"{weight:.2f} {word}" for word, weight in heaviest if abs(weight) >= LEAST
    ]
    body = textwrap.fill(", ".join(items), 76, break_on_hyphens=False)
    return [
        f'    "{name}": weights(',
        '        """',
        textwrap.indent(body, " " * 8),
        '        """',
        "    ),",
    ]


if __name__ == "__main__":
    main()
