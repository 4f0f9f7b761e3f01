"""The labelled messages of `tests/data/prompts`, and how well we read them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from routing.core import signals
from routing.core.messages import Message
from routing.core.signals import Signals

PROMPTS = Path(__file__).resolve().parent.parent / "data" / "prompts"
Labelled = dict[str, Any]


@cache
def messages(name: str) -> tuple[Labelled, ...]:
    """Return the messages of a set: dev, fitted or held_out."""
    if name == "dev":
        return _lines("dev.jsonl")
    held = name == "held_out"
    return tuple(line for line in _lines("more.jsonl") if line["held_out"] is held)


def _lines(name: str) -> tuple[Labelled, ...]:
    text = (PROMPTS / name).read_text(encoding="utf-8")
    return tuple(json.loads(line) for line in text.splitlines())


def history(message: Labelled) -> tuple[Message, ...]:
    return tuple(Message(turn["role"], turn["text"]) for turn in message["history"])


@cache
def readings(name: str) -> tuple[tuple[Labelled, Signals], ...]:
    """Return each message of a set with what we see in it."""
    return tuple(
        (message, signals.read(message["text"], history(message)))
        for message in messages(name)
    )


def f1(name: str, signal: str) -> float:
    pairs = [
        (message["signals"][signal], getattr(seen, signal))
        for message, seen in readings(name)
    ]
    hits = pairs.count((True, True))
    misses = pairs.count((True, False)) + pairs.count((False, True))
    return 2 * hits / (2 * hits + misses)
