"""Hold every wallet against the ledger."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from billing import ledger
from billing.models import Wallet


class Command(BaseCommand):
    """Print every drift with its wallet and amount; exit 1 if there is one."""

    help = "Check the invariants of every wallet; exit 1 on drift."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take `--json`."""
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, **options: Any) -> None:
        """Audit all wallets."""
        drifts = ledger.audit()
        wallets = Wallet.objects.count()
        if options["json"]:
            found = [asdict(drift) for drift in drifts]
            report = {"ok": not drifts, "wallets": wallets, "drift": found}
            self.stdout.write(json.dumps(report, default=str))
        else:
            for drift in drifts:
                self.stdout.write(
                    f"wallet {drift.wallet_id}: {drift.invariant} "
                    f"off by {drift.amount:+d}: {drift.detail}"
                )
            self.stdout.write(f"{wallets} wallets, {len(drifts)} drifts")
        if drifts:
            raise SystemExit(1)
