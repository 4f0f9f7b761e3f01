"""A conversation's title: the first words of its first message."""

TITLE_CHARS = 60


def title_of(text: str) -> str:
    """Return the beginning of `text`, cut between words."""
    line = " ".join(text.split())
    if len(line) <= TITLE_CHARS:
        return line
    head = line[: TITLE_CHARS + 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head[:-1]) + "…"
