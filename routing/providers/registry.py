"""Build the providers of a process from what the environment says of each."""

from collections.abc import Iterable, Mapping
from typing import Any

from routing.core.messages import Provider
from routing.providers.guide import Guide
from routing.providers.hosts import HOSTS, Host
from routing.providers.openai_compatible import OpenAICompatible
from routing.providers.replicas import Replicas
from routing.providers.replicate import Replicate

CONNECT_S = 2.0
REPLICATE = "https://api.replicate.com/v1"


def build(
    access: Mapping[str, Mapping[str, Any]], connect_s: float = CONNECT_S
) -> dict[str, Provider]:
    """Return every provider that has an address, by name.

    Those without a key of the operator's are there too: a person may bring a key.

    Args:
        access: by provider name, any of `api_key`, `base_url`, `base_urls`.
        connect_s: longest wait for a connection, seconds.
    """
    replicate = access.get("replicate", {})
    providers: dict[str, Provider] = {
        "guide": Guide(),
        "replicate": Replicate(
            replicate.get("base_url") or REPLICATE,
            replicate.get("api_key", ""),
            connect_s=connect_s,
        ),
    }
    for name, host in HOSTS.items():
        servers = _servers(host, access.get(name, {}), connect_s)
        if len(servers) == 1:
            providers[name] = servers[0]
        elif servers:
            providers[name] = Replicas(servers)
    return providers


async def close(providers: Mapping[str, Provider]) -> None:
    """Close the connections made in this event loop."""
    for provider in providers.values():
        if isinstance(provider, OpenAICompatible | Replicas | Replicate):
            await provider.aclose()


def _servers(
    host: Host, access: Mapping[str, Any], connect_s: float
) -> list[OpenAICompatible]:
    return [
        OpenAICompatible(
            url, access.get("api_key", ""), host_quirks=host.quirks, connect_s=connect_s
        )
        for url in _addresses(host, access)
    ]


def _addresses(host: Host, access: Mapping[str, Any]) -> Iterable[str]:
    own = [*access.get("base_urls", ()), access.get("base_url", "")]
    return [url for url in own if url] or [url for url in (host.base_url,) if url]
