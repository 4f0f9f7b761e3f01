"""What this process tells Prometheus: runs, first words, breakers, the spend."""

from collections.abc import Iterator

from django.utils import timezone
from prometheus_client import REGISTRY, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from routing import budget, health

RUNS = Counter("coach_runs", "Runs that ended", ["state", "slot"])
RUNNING = Gauge("coach_running", "Answers being written by this process")
FIRST_TEXT = Histogram(
    "coach_first_text_seconds",
    "From the start of a run to its first visible text",
    buckets=(0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32),
)
CREDITS = Counter("coach_credits_charged", "Credits charged for answers")


class _Routing(Collector):
    """Read when asked: breakers that are open, and the operator's day."""

    def collect(self) -> Iterator[Metric]:
        """Yield the gauges."""
        breakers = GaugeMetricFamily(
            "coach_breaker_open_seconds",
            "Models kept out, since when",
            labels=["model"],
        )
        for opening in health.here().openings():
            breakers.add_metric([opening.model], opening.open_s)
        yield breakers
        spend = GaugeMetricFamily(
            "coach_spend_microusd", "Today's spend of the operator", labels=["part"]
        )
        today = budget.spend(timezone.now())
        spend.add_metric(["spent"], today.spent_microusd)
        spend.add_metric(["reserved"], today.reserved_microusd)
        spend.add_metric(["cap"], today.cap_microusd)
        yield spend

    def describe(self) -> Iterator[Metric]:
        """Name nothing beforehand: naming would ask the database at start-up."""
        return iter(())


REGISTRY.register(_Routing())


def text() -> bytes:
    """Return everything in Prometheus' text format."""
    return generate_latest(REGISTRY)
