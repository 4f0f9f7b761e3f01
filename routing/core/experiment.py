"""Who sees which policy, the same every time, and when a trial must be ended."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal, TypeVar

T = TypeVar("T")

BYTES = 8
Verdict = Literal["go on", "worse", "better"]


def fraction(*seed: str) -> float:
    """Return a number in [0, 1) that looks random and depends on the seed alone."""
    digest = blake2b("\x00".join(seed).encode(), digest_size=BYTES).digest()
    # 53 bits: all that a float between 0 and 1 can tell apart.
    return (int.from_bytes(digest) >> 11) / (1 << 53)


def assign(person: str, trial: str, arms: Sequence[tuple[T, int]], rest: T) -> T:
    """Return the arm of a person: each gets its percentage, the others get `rest`.

    A person keeps the arm while a share grows, and two trials do not depend on each
    other, because the trial's name is part of the draw.
    """
    draw = fraction(trial, person) * 100
    for arm, percent in arms:
        if draw < percent:
            return arm
        draw -= percent
    return rest


@dataclass(frozen=True, slots=True)
class Sample:
    """Rewards of one arm: how many, their mean, and their variance."""

    n: int
    mean: float
    variance: float


def guardrail(
    trial: Sample, base: Sample, *, alpha: float = 0.05, tuned_for: int = 500
) -> Verdict:
    """Return whether the trial is worse or better than the base, or must go on.

    Staff may look as often as they like: the interval of the difference is an
    asymptotic confidence sequence (Waudby-Smith et al., "Time-uniform central limit
    theory", arXiv:2103.06476), which covers the truth at all times together.

    Args:
        trial: the new policy's rewards.
        base: the present policy's rewards.
        alpha: the chance ever to be wrong.
        tuned_for: the number of rewards at which the interval is narrowest.
    """
    if trial.n < 2 or base.n < 2:  # noqa: PLR2004 - no variance from one reward
        return "go on"
    width = sum(_half_width(sample, alpha / 2, tuned_for) for sample in (trial, base))
    difference = trial.mean - base.mean
    if difference + width < 0:
        return "worse"
    if difference - width > 0:
        return "better"
    return "go on"


def _half_width(sample: Sample, alpha: float, tuned_for: int) -> float:
    """Return the half-width of one arm's sequence after `sample.n` rewards."""
    scale = (-2 * math.log(alpha) + math.log(-2 * math.log(alpha)) + 1) / tuned_for
    spread = sample.n * scale + 1
    radius = spread / (sample.n**2 * scale) * math.log(spread / alpha**2)
    return math.sqrt(sample.variance * radius)
