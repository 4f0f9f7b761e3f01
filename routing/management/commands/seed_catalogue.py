"""Add what is shipped and missing to the catalogue and the policies."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from routing import shipped, store


class Command(BaseCommand):
    """`seed_catalogue [--json]`: doing it again changes nothing."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Seed, and say how much was new."""
        changed = shipped.seed()
        store.expire()
        if options["json"]:
            self.stdout.write(json.dumps({"changed": changed}))
        elif options["verbosity"]:
            self.stdout.write(
                f"{changed} rows and policies added or brought up to date"
            )
