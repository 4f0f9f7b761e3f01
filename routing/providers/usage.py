"""Read token counts, under whatever names a provider gives them.

Names: OpenAI `prompt_tokens`, `completion_tokens`, `prompt_tokens_details`; Anthropic
`input_tokens`, `output_tokens`, `cache_read_input_tokens`; DeepSeek
`prompt_cache_hit_tokens`; Moonshot `cached_tokens`.
"""

from collections.abc import Mapping
from typing import Final

from routing.core.messages import Usage

_INPUT: Final = ("prompt_tokens", "input_tokens")
_OUTPUT: Final = ("completion_tokens", "output_tokens")
_CACHED: Final = ("cached_tokens", "prompt_cache_hit_tokens", "cache_read_input_tokens")
_DETAILS: Final = ("prompt_tokens_details", "input_tokens_details")
_MOST_TOKENS: Final = 100_000_000


def read_usage(counts: Mapping[str, object]) -> Usage | None:
    """Return what `counts` say; None when they name neither side."""
    inputs, outputs = _count(counts, _INPUT), _count(counts, _OUTPUT)
    if inputs is None and outputs is None:
        return None
    whole = _count(counts, ("total_tokens",)) or 0
    if inputs is None:
        inputs = max(whole - (outputs or 0), 0)
    if outputs is None:
        outputs = max(whole - inputs, 0)
    places = (*(counts.get(name) for name in _DETAILS), counts)
    cached = [_count(place, _CACHED) for place in places if isinstance(place, Mapping)]
    return Usage(inputs, outputs, min(max(filter(None, cached), default=0), inputs))


def _count(counts: Mapping[str, object], names: tuple[str, ...]) -> int | None:
    """Return the first of `names` that holds a plausible number of tokens."""
    for name in names:
        value = counts.get(name)
        if isinstance(value, str) and value.isascii() and value.isdigit():
            value = int(value[:12])
        if isinstance(value, int | float) and 0 <= value <= _MOST_TOKENS:
            return int(value)
    return None
