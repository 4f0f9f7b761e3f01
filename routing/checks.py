"""What is wrong with the catalogue or the policies, said at boot."""

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register

from routing import shipped
from routing.core.errors import PolicyError


@register(Tags.compatibility)
def documents_can_be_read(**_: Any) -> list[CheckMessage]:
    """Return an error for every shipped document that does not hold together."""
    try:
        shipped.read_catalogue()
        shipped.read_policies()
    except PolicyError as error:
        hint = "See the path at the beginning of each line."
        return [Error(str(error), hint=hint, id="routing.E001")]
    return []
