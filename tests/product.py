"""The product as a person runs it: a process of its own on a port of its own."""

import asyncio
import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp

ROOT = Path(__file__).resolve().parent.parent
# Nothing of the tester's own environment may switch a provider on.
SWITCHES = re.compile(r"_(API_KEY|BASE_URLS?|TOKEN|KEY)$|^(PORT|DEBUG|EMAIL_URL)$")


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(data_dir: Path, **variables: str) -> dict[str, str]:
    """Return what a product process sees."""
    kept = {k: v for k, v in os.environ.items() if not SWITCHES.search(k)}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {**kept, "DATA_DIR": str(data_dir), "RATE_LIMITS": "off", **variables}


@dataclass
class Person:
    """Somebody made by `make_user`."""

    id: str
    email: str
    password: str
    token: str


class Product:
    """One web process."""

    def __init__(self, data_dir: Path, **variables: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = environment(data_dir, PORT=str(self.port), **variables)
        self.data_dir = data_dir
        self._log = data_dir / f"serve-{self.port}.log"
        self.process: subprocess.Popen[bytes] | None = None
        self._strangers: list[Person] = []

    def start(self, *options: str) -> None:
        """Serve, and wait until it answers."""
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", *options],
                cwd=ROOT,
                env=self.env,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + 60
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the product did not start:\n{self.output()}")
            time.sleep(0.1)

    def answers(self) -> bool:
        """Return whether the process takes requests."""
        try:
            urllib.request.urlopen(f"{self.url}/healthz", timeout=2).close()
        except (urllib.error.URLError, OSError):
            return False
        return True

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End the process and return its exit status."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(timeout=30)

    def output(self) -> str:
        """Return what the process has printed."""
        return self._log.read_text(errors="replace")

    def manage(self, *arguments: str) -> str:
        """Run a management command beside the running process."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def close_breakers(self, staff: Person) -> None:
        """Probe every model that is kept out, so that it is let in again."""
        metrics = urllib.request.urlopen(f"{self.url}/metrics", timeout=5).read()
        for name in re.findall(
            r'breaker_open_seconds{model="(.+?)"}', metrics.decode()
        ):
            probe = urllib.request.Request(
                f"{self.url}/api/v1/staff/models/{name}/probe",
                headers={"Authorization": f"Bearer {staff.token}"},
                method="POST",
            )
            urllib.request.urlopen(probe, timeout=10).close()

    def person(self, *options: str) -> Person:
        """Return a new person with a token."""
        if not options:
            if not self._strangers:
                self._strangers = self._make_people(20)
            return self._strangers.pop()
        email = f"p{uuid4().hex[:10]}@example.com"
        out = self.manage("make_user", email, "--token", "--json", *options)
        return Person(**json.loads(out))

    def _make_people(self, count: int) -> list[Person]:
        """Make people in one process: starting Django is most of the work."""
        emails = [f"p{uuid4().hex[:10]}@example.com" for _ in range(count)]
        script = (
            "from django.core.management import call_command\n"
            f"for email in {emails!r}:\n"
            "    call_command('make_user', email, token=True, json=True)\n"
        )
        out = self.manage("shell", "--no-imports", "-c", script)
        rows = [line for line in out.splitlines() if line.startswith("{")]
        return [Person(**json.loads(row)) for row in rows]


@contextmanager
def product(data_dir: Path, **variables: str) -> Iterator[Product]:
    """Prepare and serve; stop at the end."""
    served = Product(data_dir, **variables)
    served.start("--prepare")
    try:
        yield served
    finally:
        if served.process is not None and served.process.poll() is None:
            served.stop()


class Tab:
    """A chat socket that remembers what it heard."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self.heard: list[dict[str, Any]] = []

    async def says(self, **frame: Any) -> None:
        """Send one frame."""
        await self._socket.send_str(json.dumps(frame, ensure_ascii=False))

    async def says_raw(self, text: str) -> None:
        """Send text as it is."""
        await self._socket.send_str(text)

    async def hears(self, timeout_s: float = 10) -> dict[str, Any]:
        """Return the next frame."""
        message = await self._socket.receive(timeout_s)
        assert message.type == aiohttp.WSMsgType.TEXT, message
        event: dict[str, Any] = json.loads(message.data)
        self.heard.append(event)
        return event

    async def until(self, kind: str, timeout_s: float = 30) -> list[dict[str, Any]]:
        """Return the frames up to the first of this type, that one included."""
        frames = []
        async with asyncio.timeout(timeout_s):
            while not frames or frames[-1]["type"] != kind:
                frames.append(await self.hears(timeout_s))
        return frames

    async def silence(self, for_s: float) -> list[dict[str, Any]]:
        """Return what is heard within a while, expected to be nothing."""
        frames = []
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(for_s):
                while True:
                    frames.append(await self.hears(for_s))
        return frames

    async def closing_code(self, timeout_s: float = 5) -> int | None:
        """Wait for the server to close, return its code."""
        while True:
            message = await self._socket.receive(timeout_s)
            if message.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED):
                return self._socket.close_code

    async def ask(self, text: str, conversation: str | None = None, **more: Any) -> str:
        """Send a message and return the turn's id."""
        turn = str(uuid4())
        where = conversation or str(uuid4())
        await self.says(type="ask", id=turn, conversation=where, text=text, **more)
        return turn


@asynccontextmanager
async def tab(served: Product, person: Person) -> AsyncGenerator[Tab, None]:
    """Open a chat socket with the person's token."""
    headers = {"Authorization": f"Bearer {person.token}"}
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{served.url}/ws/chat/", headers=headers) as socket,
    ):
        yield Tab(socket)


class Api:
    """The JSON API with a person's token."""

    def __init__(self, served: Product, person: Person) -> None:
        self._url = f"{served.url}/api/v1/"
        self._headers = {
            "Authorization": f"Bearer {person.token}",
            "Content-Type": "application/json",
        }

    async def call(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """Return (status, JSON body)."""
        async with (
            aiohttp.ClientSession(headers=self._headers) as session,
            session.request(method, self._url + path, json=body) as response,
        ):
            text = await response.text()
            return response.status, json.loads(text) if text else None

    async def get(self, path: str) -> Any:
        """Return the body of a GET that must succeed."""
        status, body = await self.call("GET", path)
        assert status == 200, (status, body)
        return body


def answer_of(events: list[dict[str, Any]], run: int = 1) -> str:
    """Return a run's text as the protocol defines it."""
    text = ""
    for event in events:
        if event.get("run") != run:
            continue
        match event["type"]:
            case "snapshot":
                text = event["text"]
            case "restart":
                text = ""
            case "delta":
                text += event["text"]
    return text
