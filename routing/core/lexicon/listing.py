"""How vocabulary and weights are written down."""


def listed(text: str) -> frozenset[str]:
    """Return the words of `text`."""
    return frozenset(text.split())


def weights(text: str) -> dict[str, float]:
    """Return name -> weight from "1.5 one name, -2 another"."""
    pairs = (item.split(maxsplit=1) for item in text.split(",") if item.strip())
    return {" ".join(name.split()): float(weight) for weight, name in pairs}
