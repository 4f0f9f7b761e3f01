"""What runs by the clock. Celery beat reads this table; so does embedded mode."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """Run the Celery task named `task` every `every_s` seconds."""

    task: str
    every_s: int


JOBS = (
    Job("billing.tasks.sweep", every_s=60),
    Job("routing.tasks.sweep", every_s=60),
)


def due(jobs: Iterable[Job], last_run: Mapping[str, float], now: float) -> list[Job]:
    """Return the jobs whose period has passed since their last run (seconds)."""
    return [
        job
        for job in jobs
        if now - last_run.get(job.task, float("-inf")) >= job.every_s
    ]
