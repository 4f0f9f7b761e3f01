"""What is sold and given: plans, packs, the trial, and the order credits burn in.

Prices are in the currency's minor unit, as Stripe counts. A changed price or size is
a new row with a new `lookup_key`, so that whoever bought under the old one keeps it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

PlanName = Literal["trial", "growthplus"]
TRIAL: PlanName = "trial"
GROWTHPLUS: PlanName = "growthplus"

TRIAL_CREDITS = 1_000
TRIAL_LIFETIME = timedelta(days=60)

# Small burns first: what expires soonest is spent first, what was paid for last.
BURN_PRIORITY = {"monthly": 10, "trial": 20, "promo": 20, "adjust": 20, "pack": 90}


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be bought.

    Attributes:
        sku: our name for it, stable across versions.
        version: grows when price or size change.
        credits: granted per payment; for a plan, per month.
        price_cents: what a payment costs.
        monthly: a subscription that is paid again every month.
    """

    sku: str
    version: int
    credits: int
    price_cents: int
    currency: str = "usd"
    monthly: bool = False

    @property
    def lookup_key(self) -> str:
        """Return the name of this version's price at Stripe."""
        return f"{self.sku}-v{self.version}"


CATALOGUE = (
    Item("growthplus", version=1, credits=3_000, price_cents=999, monthly=True),
    Item("pack-1000", version=1, credits=1_000, price_cents=150),
    Item("pack-5000", version=1, credits=5_000, price_cents=500),
    Item("pack-20000", version=1, credits=20_000, price_cents=1_600),
)


def faults(catalogue: Iterable[Item] = CATALOGUE) -> list[str]:
    """Return what is wrong with a catalogue, in words; nothing when it may be sold."""
    found: list[str] = []
    seen: set[str] = set()
    for item in catalogue:
        if item.credits <= 0 or item.price_cents <= 0:
            found.append(f"{item.lookup_key}: credits and price must be above zero")
        if item.lookup_key in seen:
            found.append(f"{item.lookup_key}: listed twice")
        seen.add(item.lookup_key)
    return found


def for_sale(sku: str) -> Item:
    """Return the newest version of `sku`; `KeyError` when nothing is called so."""
    versions = [item for item in CATALOGUE if item.sku == sku]
    if not versions:
        raise KeyError(sku)
    return max(versions, key=lambda item: item.version)
