"""Stream the demo coach's answers word by word, as a model would."""

import asyncio
import re
from collections.abc import AsyncGenerator, Mapping

from routing.core.errors import ModelGone
from routing.core.messages import Chunk, Delta, Finish, Prompt, Request, Usage
from routing.providers.guide.answer import Depth, reply

TOKENS_PER_S = 30.0

DEPTHS: Mapping[str, Depth] = {"guide": "short", "guide-deep": "deep"}
"""What the two rows of the catalogue ask for, by `model_id`."""

_TOKEN = re.compile(r"\S+\s*|\s+")


class Guide:
    """The demo coach as a provider: no model, no key, no network.

    Args:
        tokens_per_s: pace of the stream, words per second; None for no pauses.
    """

    def __init__(self, tokens_per_s: float | None = TOKENS_PER_S) -> None:
        self._pause_s = 1 / tokens_per_s if tokens_per_s else 0.0

    async def stream(self, request: Request) -> AsyncGenerator[Chunk, None]:
        """Yield the answer in words, then the usage in words, then the finish.

        Raises:
            ModelGone: the model is not one of `DEPTHS`.
        """
        depth = DEPTHS.get(request.model.model_id)
        if depth is None:
            raise ModelGone(f"the demo coach has no {request.model.model_id}")
        answer = await asyncio.to_thread(reply, request.prompt, depth, request.variant)
        tokens = _TOKEN.findall(answer)
        said = tokens[: request.max_tokens]
        for token in said:
            await asyncio.sleep(self._pause_s)
            yield Delta(token)
        yield Usage(input_tokens=_words(request.prompt), output_tokens=len(said))
        yield Finish("stop" if len(said) == len(tokens) else "length")


def _words(prompt: Prompt) -> int:
    return sum(len(message.text.split()) for message in prompt)
