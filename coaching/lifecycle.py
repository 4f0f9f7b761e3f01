"""What a web process starts with its server, and how it leaves."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from celery import current_app
from django.conf import settings
from django.db import close_old_connections

from coaching import runner
from coaching.schedule import JOBS, due

logger = logging.getLogger(__name__)
_clock: asyncio.Task[None] | None = None


async def start() -> None:
    """Start the runner and, where no Celery worker exists, the clock."""
    global _clock  # noqa: PLW0603 (one per process, like the server)
    await runner.here()
    if settings.EMBEDDED:
        _clock = asyncio.create_task(_run_schedule())


async def stop() -> None:
    """Drain the running answers, then leave."""
    if _clock is not None:
        _clock.cancel()
    await runner.leave(settings.DRAIN_S)


async def lifespan(
    scope: Any, receive: Callable[[], Awaitable[Any]], send: Any
) -> None:
    """Start and stop with servers that speak the ASGI lifespan protocol."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await start()
            await send({"type": "lifespan.startup.complete"})
        else:
            await stop()
            await send({"type": "lifespan.shutdown.complete"})
            return


async def _run_schedule() -> None:
    """Run what is due, one job at a time, in a thread of its own."""
    last_run: dict[str, float] = {}
    while True:
        now = time.monotonic()
        for job in due(JOBS, last_run, now):
            last_run[job.task] = now
            await asyncio.to_thread(_run_job, job.task)
        await asyncio.sleep(1)


def _run_job(name: str) -> None:
    close_old_connections()
    try:
        current_app.tasks[name].apply(throw=False)
    finally:
        close_old_connections()
