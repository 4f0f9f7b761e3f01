"""Wake-ups between tabs and nodes over the channel layer: ids only, never text.

They may be lost; the log and the database hold what they announce.
"""

import logging
from typing import Any
from uuid import UUID

from channels.layers import get_channel_layer
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def conversation_group(conversation: UUID) -> str:
    """Return the group of the tabs that watch a conversation."""
    return f"conversation.{conversation}"


def person_group(user: UUID) -> str:
    """Return the group of a person's open tabs."""
    return f"person.{user}"


def node_group(node: str) -> str:
    """Return the group of one web process."""
    return f"node.{node}"


async def began(conversation: UUID, turn: UUID, run: int, seq: int) -> None:
    """Tell the conversation's tabs that a run began; its events follow `seq`."""
    await _send(
        conversation_group(conversation),
        {"type": "run.began", "turn": str(turn), "run": run, "after": seq},
    )


async def balance(user: UUID, available: int, held: int) -> None:
    """Tell a person's tabs what is in the wallet."""
    await _send(
        person_group(user),
        {"type": "wallet.changed", "available": available, "held": held},
    )


async def title(user: UUID, conversation: UUID, text: str) -> None:
    """Tell a person's tabs what a conversation is called."""
    await _send(
        person_group(user),
        {"type": "title.changed", "conversation": str(conversation), "title": text},
    )


async def stop(node: str, run_id: int) -> None:
    """Ask the process that owns a run to stop it."""
    await _send(node_group(node), {"type": "stop", "run_id": run_id})


async def _send(group: str, message: dict[str, Any]) -> None:
    try:
        await get_channel_layer().group_send(group, message)
    except (RedisError, OSError) as error:
        logger.warning("wake-up lost: %s", error)
