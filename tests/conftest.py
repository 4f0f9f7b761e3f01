"""Shared ground: needs by marker, people, and no network beyond this machine."""

import socket
from collections.abc import Callable

import pytest

from tests import needs

pytest_plugins = ["tests.served"]


def pytest_configure(config: pytest.Config) -> None:
    for name, (_, reason) in needs.CHECKS.items():
        config.addinivalue_line("markers", f"{name}: skipped when there is {reason}")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name in needs.CHECKS:
        if item.get_closest_marker(name):
            needs.require(name)


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections to anywhere but this machine."""
    connect = socket.socket.connect

    def guarded(sock: socket.socket, address: object) -> None:
        if sock.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0])  # type: ignore[index]
            if host not in ("127.0.0.1", "::1", "localhost", "0.0.0.0"):
                raise AssertionError(f"a test reached out to {host}")
        connect(sock, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    """Forget what this process knows of catalogue and budget."""
    from routing import budget, store

    store.forget()
    budget.forget()


@pytest.fixture
def person(db: None) -> Callable[..., object]:
    """Make verified people: `person("ana@example.com", staff=True)`."""
    from coaching.accounts import make_verified

    return lambda email, **kind: make_verified(email, "correct horse", **kind)
