"""How one host or model differs from plain Chat Completions, as data.

A host has quirks (routing/providers/hosts.py), a catalogue row may add its own; the
row's win. Names are the fields of `Quirks`; `extra_body` is merged into the request.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal

from routing.core.errors import PolicyError
from routing.core.messages import Message, Prompt, Request


@dataclass(frozen=True, slots=True)
class Quirks:
    """What to send, and under which name.

    Attributes:
        max_tokens: the parameter that bounds the answer; empty: send none.
        stream_options: whether counts must, and may, be asked for.
        continuous_usage: whether counts can come with every delta (vLLM): then a
            cancelled answer costs exactly what it cost.
        temperature: sent when set; some models take only their own.
        reasoning_effort: sent when set, for models that reason.
        system: the role that takes our instructions; "user": joined to the first
            message, for chat templates that know no such role.
        extra_body: further fields of the request.
    """

    max_tokens: Literal["max_tokens", "max_completion_tokens", ""] = "max_tokens"
    stream_options: bool = True
    continuous_usage: bool = False
    temperature: float | None = None
    reasoning_effort: str = ""
    system: Literal["system", "developer", "user"] = "system"
    extra_body: Mapping[str, object] = field(default_factory=dict)


NAMES: Final = frozenset(quirk.name for quirk in fields(Quirks))


def parse(*layers: Mapping[str, Any]) -> Quirks:
    """Return the quirks in `layers`; of two values for one quirk the later wins.

    Raises:
        PolicyError: a quirk has a name that nothing reads.
    """
    merged = {name: value for layer in layers for name, value in layer.items()}
    if unknown := merged.keys() - NAMES:
        raise PolicyError(f"quirks.{min(unknown)}: no such quirk")
    return Quirks(**merged)


_LIMITS: Final = ("max_tokens", "max_completion_tokens")
_LOGPROBS: Final = frozenset({"logprobs", "top_logprobs"})
# What a request can do without: a host that rejects one of these gets it no more.
# `extra_body` is not among them, for it may hold a promise about privacy.
OPTIONAL: Final = _LOGPROBS.union(
    _LIMITS, ("stream_options", "temperature", "reasoning_effort")
)


def with_companions(names: Iterable[str]) -> frozenset[str]:
    """Return `names` with the parameters that mean nothing without them."""
    found = frozenset(names)
    return found | _LOGPROBS if found & _LOGPROBS else found


def body_of(
    request: Request, quirks: Quirks, without: frozenset[str]
) -> dict[str, Any]:
    """Return the fields of the request besides model, messages and stream."""
    body: dict[str, Any] = dict(quirks.extra_body)
    if limit := _limit_name(quirks.max_tokens, without):
        body[limit] = request.max_tokens
    if quirks.stream_options:
        body["stream_options"] = {"include_usage": True}
        if quirks.continuous_usage:
            body["stream_options"]["continuous_usage_stats"] = True
    if quirks.temperature is not None:
        body["temperature"] = quirks.temperature
    if quirks.reasoning_effort:
        body["reasoning_effort"] = quirks.reasoning_effort
    if request.logprobs:
        body |= {"logprobs": True, "top_logprobs": request.logprobs}
    return {name: value for name, value in body.items() if name not in without}


def _limit_name(name: str, without: frozenset[str]) -> str:
    """Return the name that bounds the answer; the other one if this is not taken."""
    if name not in without:
        return name
    return next((other for other in _LIMITS if other not in without), "")


def messages_of(prompt: Prompt, quirks: Quirks) -> list[dict[str, str]]:
    """Return the prompt as the host takes it; not a letter of it is changed."""
    if quirks.system == "user":
        prompt = _without_system(prompt)
    roles = {"system": quirks.system, "user": "user", "assistant": "assistant"}
    return [{"role": roles[line.role], "content": line.text} for line in prompt]


def _without_system(prompt: Prompt) -> Prompt:
    rules = [line.text for line in prompt if line.role == "system"]
    talk = [line for line in prompt if line.role != "system"]
    if not rules:
        return prompt
    opening = [*rules, talk.pop(0).text] if talk and talk[0].role == "user" else rules
    return (Message("user", "\n\n".join(opening)), *talk)
