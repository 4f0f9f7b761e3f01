"""Crisis first: hear it before any model does, answer with care, name help nearby."""

from coaching.safety.languages import language
from coaching.safety.replies import reply_for
from coaching.safety.resources import Resource, countries, resources_for
from coaching.safety.screening import Screening, screen

__all__ = [
    "Resource",
    "Screening",
    "countries",
    "language",
    "reply_for",
    "resources_for",
    "screen",
]
