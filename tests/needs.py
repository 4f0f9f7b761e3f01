"""What a test may need and a machine may lack: a browser, PostgreSQL, Redis, Node.

A missing need skips the test with its reason; REQUIRE=browser,postgres,redis makes
it a failure, so that a check which should have run cannot pass by not running.
"""

import os
import shutil
import socket
from urllib.parse import urlsplit

import pytest

POSTGRES_URL = os.environ.get(
    "TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres"
)
REDIS_URL = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")
REQUIRED = {name for name in os.environ.get("REQUIRE", "").split(",") if name}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Return the path of an installed Chromium."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((path for path in found if path), None)


def answers(url: str, default_port: int) -> bool:
    """Return whether something listens at the URL's host and port."""
    parts = urlsplit(url)
    address = (parts.hostname or "127.0.0.1", parts.port or default_port)
    try:
        socket.create_connection(address, timeout=1).close()
    except OSError:
        return False
    return True


CHECKS = {
    "browser": (lambda: chromium() is not None, "no Chromium on PATH"),
    "postgres": (
        lambda: answers(POSTGRES_URL, 5432),
        "no PostgreSQL at TEST_DATABASE_URL",
    ),
    "redis": (lambda: answers(REDIS_URL, 6379), "no Redis at TEST_REDIS_URL"),
    "node": (lambda: shutil.which("node") is not None, "no Node on PATH"),
}


def require(name: str) -> None:
    """Go on when `name` is here; else skip, or fail when it was required."""
    present, reason = CHECKS[name]
    if present():
        return
    if name in REQUIRED:
        pytest.fail(f"required but missing: {reason}", pytrace=False)
    pytest.skip(reason)
