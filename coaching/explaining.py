"""Say which model would answer a message and why, without calling any."""

from collections.abc import Sequence
from typing import Any

from coaching import safety
from routing import decide
from routing.core.messages import Message, Prompt


def explain(text: str, history: Sequence[tuple[str, str]], plan: str) -> dict[str, Any]:
    """Return the protocol's `staff/explain` body."""
    said: Prompt = tuple(
        Message("assistant" if role == "assistant" else "user", words)
        for role, words in history
    )
    screening = safety.screen(text, said)
    return decide.explain(text, said, plan, crisis=screening.level)
