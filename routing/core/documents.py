"""Read a document written by people into values, and name the path of every fault."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from routing.core.errors import PolicyError

T = TypeVar("T")


def read(adapter: TypeAdapter[T], document: object, at: str = "") -> T:
    """Return the document, found at the path `at`, as the adapter's type.

    Raises:
        PolicyError: one line per fault, each `path: what is wrong`.
    """
    try:
        return adapter.validate_python(document)
    except ValidationError as error:
        faults = "\n".join(_line(fault, at) for fault in error.errors())
        raise PolicyError(faults) from None


def _line(fault: Mapping[str, object], at: str) -> str:
    where = fault["loc"]
    inner = where if isinstance(where, tuple) else ()
    path = ".".join(str(step) for step in (at, *inner) if step != "") or "document"
    message = str(fault["msg"]).removeprefix("Value error, ")
    if fault["type"] in ("missing", "unexpected_keyword_argument", "extra_forbidden"):
        return f"{path}: {message}"
    return f"{path}: {message}, not {fault['input']!r}"
