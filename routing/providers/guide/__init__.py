"""The built-in demo coach: no language model, only prepared questions and rules."""

from routing.providers.guide.answer import reply
from routing.providers.guide.provider import Guide

__all__ = ["Guide", "reply"]
