"""Serve the product with Daphne until SIGINT or SIGTERM.

--prepare    migrate, seed, collect static files and make the first staff user
--find       use an Ollama or vLLM on this machine when no model is configured
--workers    also start a Celery worker with beat, when Redis is configured
--parent     stop when the process that started this one stops or is interrupted
"""

import asyncio
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from coaching import accounts, lifecycle, local_models
from coaching.models import User
from routing import store

STAFF_EMAIL = "staff@localhost"
PARENT_EVERY_S = 0.3


class Command(BaseCommand):
    """One web process."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument("--prepare", action="store_true")
        parser.add_argument("--find", action="store_true")
        parser.add_argument("--workers", action="store_true")
        parser.add_argument("--parent", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare if asked, then serve."""
        host, port = options["host"], options["port"]
        _require_free(host, port)
        if options["prepare"]:
            self._prepare()
        if options["find"] and settings.EMBEDDED and not store.served_now():
            self._use_local_models(port)
        workers = _start_workers() if options["workers"] else None
        try:
            self._serve(host, port, watch_parent=options["parent"])
        finally:
            if workers is not None:
                workers.terminate()
                workers.wait(timeout=30)

    def _prepare(self) -> None:
        call_command("migrate", verbosity=0)
        call_command("seed_catalogue", verbosity=0)
        _collect_static()
        if settings.EMBEDDED and not User.objects.filter(is_staff=True).exists():
            password = secrets.token_urlsafe(12)
            accounts.make_verified(STAFF_EMAIL, password, staff=True)
            self.stdout.write(f"staff: {STAFF_EMAIL} password: {password}")

    def _use_local_models(self, own_port: int) -> None:
        for name, access in local_models.find(own_port).items():
            settings.PROVIDERS[name].update(access)
            self.stdout.write(f"found {name} with {access['model']} on this machine")

    def _serve(self, host: str, port: int, *, watch_parent: bool) -> None:
        # Importing Daphne installs Twisted's reactor on a fresh event loop.
        from daphne.server import Server  # noqa: PLC0415

        from coaching.asgi import application  # noqa: PLC0415

        server = Server(
            application=application,
            endpoints=[f"tcp:port={port}:interface={host}"],
            signal_handlers=False,
            verbosity=0,
            server_name="coach",
            proxy_forwarded_address_header=(
                "X-Forwarded-For" if settings.TRUSTED_PROXIES else None
            ),
            ready_callable=lambda: self._ready(host, port),
        )
        stopping = _Stopping()
        signal.signal(signal.SIGTERM, stopping.on_signal)
        signal.signal(signal.SIGINT, stopping.on_signal)
        if watch_parent:
            watcher = threading.Thread(
                target=_watch_parent, args=(stopping,), daemon=True
            )
            watcher.start()
        server.run()

    def _ready(self, host: str, port: int) -> None:
        asyncio.ensure_future(lifecycle.start())  # noqa: RUF006 (ends with the server)
        self.stdout.write(f"Hybrid Coach is ready: http://{host}:{port}/")
        self.stdout.flush()


class _Stopping:
    """Leaves once; asked a second time, leaves at once."""

    def __init__(self) -> None:
        self._asked = False

    def on_signal(self, number: int, frame: object) -> None:
        if self._asked:
            os._exit(1)
        self.ask()

    def ask(self) -> None:
        from twisted.internet import reactor  # noqa: PLC0415

        if not self._asked:
            self._asked = True
            reactor.callFromThread(asyncio.ensure_future, self._leave())

    async def _leave(self) -> None:
        from twisted.internet import reactor  # noqa: PLC0415

        try:
            await lifecycle.stop()
        finally:
            reactor.stop()  # type: ignore[misc]


def _require_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"cannot serve on {host}:{port} ({str(error.strerror).lower()}): "
                "stop what runs there, or choose another with PORT=8001 make run"
            ) from None


def _collect_static() -> None:
    """Collect static files unless they are those collected last time."""
    sources = [*settings.BASE_DIR.joinpath("static").rglob("*"), Path(sys.executable)]
    stamp = "\n".join(
        f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}"
        for path in sorted(sources)
        if path.is_file()
    )
    kept = Path(settings.STATIC_ROOT) / ".stamp"
    if kept.exists() and kept.read_text() == stamp:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    kept.write_text(stamp)


def _start_workers() -> subprocess.Popen[bytes] | None:
    if settings.EMBEDDED:
        return None
    schedule = Path(settings.DATA_DIR) / "beat"
    command = [sys.executable, "-m", "celery", "-A", "coaching", "worker", "--beat"]
    options = ["-s", str(schedule), "-c", "2", "-l", "warning"]
    return subprocess.Popen([*command, *options], cwd=settings.BASE_DIR)  # noqa: S603


def _watch_parent(stopping: _Stopping) -> None:
    """Stop when the parent is gone, or was interrupted and only waits for us.

    `make` passes SIGTERM on to its recipe, but not a SIGINT that was sent to it
    alone: it stops catching the signal and waits. Linux shows that in SigCgt.
    """
    parent = os.getppid()
    caught = _catches_sigint(parent)
    while os.getppid() == parent and _catches_sigint(parent) == caught:
        time.sleep(PARENT_EVERY_S)
    stopping.ask()


def _catches_sigint(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
    for line in status.splitlines():
        if line.startswith("SigCgt:"):
            return bool(int(line.split()[1], 16) >> (signal.SIGINT - 1) & 1)
    return False
