"""Say which model would answer a message and why; nothing is called or charged."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from coaching import explaining
from routing.core.policy import PLANS


class Command(BaseCommand):
    """`explain TEXT [--plan PLAN] [--json]`."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("text")
        parser.add_argument("--plan", choices=PLANS, default="trial")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the explanation."""
        told = explaining.explain(options["text"], (), options["plan"])
        if options["json"]:
            self.stdout.write(json.dumps(told))
            return
        signals = [name for name, seen in told["signals"].items() if seen]
        self.stdout.write(f"signals:    {', '.join(signals) or 'none'}")
        self.stdout.write(f"task:       {told['task']}")
        self.stdout.write(f"complexity: {told['complexity']} of 10")
        self.stdout.write(f"confidence: {told['confidence']:.2f}")
        self.stdout.write(f"crisis:     {told['crisis']}")
        for place, model in enumerate(told["route"], start=1):
            self.stdout.write(
                f"{place}. {model['model']} ({model['slot']}, {model['provider']}), "
                f"credits: {model['credits']}"
            )
        self.stdout.write(told["why"])
