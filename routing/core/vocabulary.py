"""The vocabulary of `lexicon`, compiled into one phrase book."""

from routing.core.lexicon import analysis, fields, novelty, private, product, shape
from routing.core.phrases import Book, sentences

BOOK = Book(
    {
        **analysis.SHELVES,
        **novelty.SHELVES,
        **product.SHELVES,
        **shape.SHELVES,
        **private.SHELVES,
        **{
            field: " | ".join(word.replace("_", " ") for word in said.split())
            for field, said in fields.FIELDS.items()
        },
    },
    {**analysis.CLASSES, **novelty.CLASSES},
)


def phrases_in(text: str) -> set[int]:
    """Return the numbers of the phrases of `BOOK` that occur in `text`."""
    return {number for said in sentences(text) for number in BOOK.find(said)}
