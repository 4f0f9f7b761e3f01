"""What a message shows before any model has read it: eight signals and its task.

The definitions are those of the labelled messages in `tests/data/prompts`. Evidence is
counted (`evidence`), and signals and task are weighed sums of it. The weights are data
(`lexicon/weights.py`), fitted to the labelled messages by `benchmarks/fit_signals.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from routing.core.evidence import gather
from routing.core.lexicon.weights import SIGNAL_WEIGHTS, TASK_WEIGHTS
from routing.core.messages import Message
from routing.core.personal import Kind, personal_kinds
from routing.core.policy import Task

__all__ = ["Kind", "Signals", "Task", "personal_kinds", "read"]

LONG_CHARS = 500
MATERIAL = frozenset({"draft", "quotations", "list", "examples"})
BIAS = "always"
"""The evidence that every message has."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What a message shows.

    Attributes:
        multi_turn: something was said before it.
        requires_analysis: it needs weighing, comparing, finding causes, or planning
            within limits.
        requires_creativity: it asks for new text or ideas.
        personal_data: it identifies a person or is sensitive about one.
        long: it has more than `LONG_CHARS` code points.
        simple: a short generic answer serves; never with analysis or creativity.
        has_examples: it brings examples or material to work on.
        faq: it is about the product; exactly when the task is `product_faq`.
        task: what it wants.
    """

    multi_turn: bool
    requires_analysis: bool
    requires_creativity: bool
    personal_data: bool
    long: bool
    simple: bool
    has_examples: bool
    faq: bool
    task: Task


def read(text: str, history: tuple[Message, ...]) -> Signals:
    """Return what `text` shows after `history`, oldest turn first."""
    evidence: Mapping[str, float] = gather(text, history) | {BIAS: 1}
    faq = _holds("faq", evidence)
    analysis = not faq and _holds("requires_analysis", evidence)
    creativity = not faq and _holds("requires_creativity", evidence)
    return Signals(
        multi_turn=bool(history),
        requires_analysis=analysis,
        requires_creativity=creativity,
        personal_data="personal" in evidence,
        long=len(text) > LONG_CHARS,
        simple=not analysis and not creativity and _holds("simple", evidence),
        has_examples=not MATERIAL.isdisjoint(evidence),
        faq=faq,
        task="product_faq" if faq else _task(evidence),
    )


def _holds(signal: str, evidence: Mapping[str, float]) -> bool:
    return weighed(SIGNAL_WEIGHTS[signal], evidence) > 0


def _task(evidence: Mapping[str, float]) -> Task:
    points: dict[Task, float] = {
        task: weighed(weights, evidence) for task, weights in TASK_WEIGHTS.items()
    }
    return max(points, key=points.__getitem__)


def weighed(weights: Mapping[str, float], evidence: Mapping[str, float]) -> float:
    """Return the sum of the evidence times its weights."""
    return sum(weights.get(name, 0.0) * number for name, number in evidence.items())
