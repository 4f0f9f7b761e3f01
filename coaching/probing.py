"""Ask one model for one token, to see with one's own eyes whether it is up."""

from typing import Any

from django.conf import settings

from coaching import runner
from coaching.errors import NotFound
from coaching.threads import in_thread
from routing import engine, health, store


async def probe(name: str) -> dict[str, Any]:
    """Return how one real call to the model went.

    Raises:
        NotFound: no model of the catalogue has this name and a provider here.
    """
    live = await in_thread(store.snapshot)
    here = await runner.here()
    for model in live.book.catalogue.models:
        if model.name == name and model.provider in here.providers:
            break
    else:
        raise NotFound
    report = await engine.probe(
        model,
        providers=here.providers,
        limits=engine.Limits.from_settings(settings),
        health=health.here(),
    )
    return {
        "model": model.name,
        "ok": report.error is None,
        "error": report.error,
        "first_token_ms": report.first_token_ms,
        "duration_ms": report.duration_ms,
    }
