"""Run database work off the event loop.

A pool of its own, not asgiref's single thread: one slow query stalls the caller
that asked for it and nobody else.
"""

import asyncio
import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from django.db import close_old_connections

P = ParamSpec("P")
T = TypeVar("T")

THREADS = 32
_pool = ThreadPoolExecutor(THREADS, thread_name_prefix="database")


async def in_thread(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a synchronous function in the pool and return its result.

    The call itself cannot be cancelled: a transaction that began also ends.
    """
    bound = partial(_with_own_connection, partial(call, *args, **kwargs))
    context = contextvars.copy_context()
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_pool, context.run, bound)


def _with_own_connection(call: Callable[[], T]) -> T:
    close_old_connections()
    try:
        return call()
    finally:
        close_old_connections()
