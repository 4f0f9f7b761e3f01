"""What runs by the clock. Celery beat reads this table; so does embedded mode."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """Run the Celery task named `task` every `every_s` seconds."""

    task: str
    every_s: int


JOBS = (
    Job("coaching.tasks.reap_runs", every_s=10),
    Job("billing.tasks.sweep", every_s=60),
)
