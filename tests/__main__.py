"""Run the whole suite: `python -m tests`.

Each part is a pytest command of its own: a browser and forked servers disturb the
event loops of the other tests. Where PostgreSQL and Redis answer, everything that
touches a database runs a second time on them.
"""

import os
import subprocess
import sys
import time

from tests import needs

PYTEST = [sys.executable, "-m", "pytest", "-q"]
EMBEDDED = {"DATABASE_URL": "", "REDIS_URL": ""}
PRODUCTION = {"DATABASE_URL": needs.POSTGRES_URL, "REDIS_URL": needs.REDIS_URL}


def parts() -> list[tuple[str, list[str], dict[str, str]]]:
    """Return (name, pytest arguments, environment) of every part."""
    quick = ["tests", "--ignore=tests/browser", "--ignore=tests/journeys"]
    found = [
        ("unit, SQLite", quick, EMBEDDED),
        ("journeys, embedded", ["tests/journeys"], EMBEDDED),
        ("browser, embedded", ["tests/browser"], EMBEDDED),
    ]
    services = needs.answers(needs.POSTGRES_URL, 5432) and needs.answers(
        needs.REDIS_URL, 6379
    )
    if services:
        data = [*quick, "-m", "not pure"]
        found += [
            ("unit, PostgreSQL and Redis", data, PRODUCTION),
            ("journeys, PostgreSQL and Redis", ["tests/journeys"], PRODUCTION),
            ("browser, PostgreSQL and Redis", ["tests/browser"], PRODUCTION),
        ]
    elif {"postgres", "redis"} & needs.REQUIRED:
        sys.exit("PostgreSQL or Redis is required but does not answer")
    else:
        print("skipped: PostgreSQL and Redis do not answer", flush=True)
    return found


def main() -> int:
    """Run every part, print one line for each, return 1 if any failed."""
    summary = []
    for name, arguments, variables in parts():
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        done = subprocess.run(
            [*PYTEST, *arguments, *sys.argv[1:]],
            env={**os.environ, **variables},
            check=False,
        )
        summary.append((name, done.returncode, time.monotonic() - began))
    print()
    for name, code, took_s in summary:
        verdict = "passed" if code == 0 else f"FAILED ({code})"
        print(f"{verdict:12} {took_s:6.0f} s  {name}")
    return int(any(code for _, code, _ in summary))


if __name__ == "__main__":
    sys.exit(main())
