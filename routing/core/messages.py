"""What crosses the border to a provider: a request out, chunks back, one method."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Literal, Protocol

from routing.core.catalogue import Model

Role = Literal["system", "user", "assistant"]
FinishReason = Literal["stop", "length"]


@dataclass(frozen=True, slots=True)
class Message:
    """One line of the conversation."""

    role: Role
    text: str


Prompt = tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """One call to one model.

    Attributes:
        max_tokens: upper bound of the answer's length, tokens.
        logprobs: how many alternatives to ask for per token, 0 for none.
        api_key: a person's own key; None means the operator's.
        variant: 0 for a first answer; each further one of the same turn adds 1, so
            that a provider which is no model can answer differently.
    """

    model: Model
    prompt: Prompt
    max_tokens: int = 1024
    logprobs: int = 0
    api_key: str | None = None
    variant: int = 0


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of the answer in order, never empty.

    Attributes:
        logprobs: one per token, if they were asked for and given.
        tokens: how many tokens it holds; 0 when the provider does not say.
    """

    text: str
    logprobs: tuple[float, ...] = ()
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Thinking:
    """The model is reasoning: proof of life, never shown."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call; `estimated` when the provider did not count them."""

    input_tokens: int
    output_tokens: int
    cached_tokens: int = 0
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Finish:
    """Positive evidence that the model finished; sent once, after the last Delta."""

    reason: FinishReason = "stop"


Chunk = Delta | Thinking | Usage | Finish


class Provider(Protocol):
    """Somewhere a model runs."""

    def stream(self, request: Request) -> AsyncGenerator[Chunk, None]:
        """Yield the answer as Delta, then at most one Usage and one Finish.

        A stream that ends without Finish was cut. Closing the generator closes
        the connection to the provider. Raises only ProviderError.
        """
        ...


BYTES_PER_TOKEN = 4  # of usual text, in usual tokenizers
TOKENS_PER_MESSAGE = 4  # its role and separators


def tokens_of(text: str) -> int:
    """Estimate the tokens of a text, without the model's own tokenizer."""
    return -(-len(text.encode("utf-8", "replace")) // BYTES_PER_TOKEN)


def estimated_tokens(prompt: Prompt) -> int:
    """Estimate the tokens of a prompt; what is charged waits for the real counts."""
    return sum(tokens_of(message.text) + TOKENS_PER_MESSAGE for message in prompt)
