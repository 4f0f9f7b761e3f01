"""Where each provider lives and how it differs, as data.

To add one that speaks Chat Completions: a row here, its name in
`routing.core.catalogue.Provider`, its variables in `coaching/env.py`.
Sources: each provider's API reference, read in November 2026.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Host:
    """One provider's address and quirks (see `routing.providers.quirks`).

    Attributes:
        base_url: where it is unless the environment says otherwise; empty: it has no
            address of its own.
    """

    base_url: str = ""
    quirks: Mapping[str, Any] = field(default_factory=dict)


HOSTS: Final[Mapping[str, Host]] = {
    # Our own: the environment says where.
    "vllm": Host(quirks={"continuous_usage": True}),
    "ollama": Host("http://localhost:11434/v1"),
    "textgen": Host("http://127.0.0.1:5000/v1"),
    "modal": Host(),
    # Somebody else's.
    "groq": Host("https://api.groq.com/openai/v1"),
    "openai": Host(
        "https://api.openai.com/v1", {"max_tokens": "max_completion_tokens"}
    ),
    "anthropic": Host("https://api.anthropic.com/v1"),
    "openrouter": Host(
        "https://openrouter.ai/api/v1",
        {"extra_body": {"provider": {"data_collection": "deny"}}},
    ),
    "together": Host("https://api.together.ai/v1"),
    # Counts come unasked in the last chunk; asking for them is a 422.
    "mistral": Host("https://api.mistral.ai/v1", {"stream_options": False}),
    "huggingface": Host("https://router.huggingface.co/v1"),
    "baseten": Host("https://inference.baseten.co/v1"),
}
