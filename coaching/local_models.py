"""Find a model server on this machine: a newcomer's Ollama or vLLM just works."""

import json
import urllib.error
import urllib.request
from typing import Any

# Where the servers listen unless told otherwise: docs.ollama.com, docs.vllm.ai.
USUAL_ADDRESSES = {
    "ollama": "http://127.0.0.1:11434/v1",
    "vllm": "http://127.0.0.1:8000/v1",
}
PATIENCE_S = 0.5


def find(own_port: int) -> dict[str, dict[str, Any]]:
    """Return the access of every server that answers and has a model to serve.

    Args:
        own_port: where the product itself will listen; never asked.
    """
    found: dict[str, dict[str, Any]] = {}
    for name, url in USUAL_ADDRESSES.items():
        if f":{own_port}/" in url:
            continue
        if model := _first_model(url):
            found[name] = {"base_urls": [url], "model": model}
    return found


def _first_model(base_url: str) -> str | None:
    try:
        with urllib.request.urlopen(f"{base_url}/models", timeout=PATIENCE_S) as reply:  # noqa: S310 (a constant address)
            models = json.load(reply)["data"]
        return str(models[0]["id"]) if models else None
    except (OSError, ValueError, KeyError, IndexError, TypeError):
        return None
