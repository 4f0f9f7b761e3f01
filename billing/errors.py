"""What can go wrong with credits.

BillingError
├── InsufficientCredits    fewer credits are free than are needed    tell the person
├── AccountFrozen          a dispute or staff froze the wallet       tell the person
├── HoldClosed             the hold's answer was paid or given up    use a new key
├── UnknownHold            no hold has this key                      look at the caller
├── UnknownLot             no lot has this number                    look at the caller
├── KeyReused              the key belongs to somebody else's call   look at the caller
├── ReasonMissing          staff moved credits without a reason      ask for one
└── UnknownPlan            no plan has this name                     look at the caller
"""

from typing import ClassVar


class BillingError(Exception):
    """Base class; `code` is stable and safe to show, store and count."""

    code: ClassVar[str] = "billing_error"


class InsufficientCredits(BillingError):
    """Fewer credits are free than are needed; nothing was taken.

    Attributes:
        available: credits that may be spent now.
        needed: credits that were asked for.
    """

    code = "insufficient_credits"

    def __init__(self, available: int, needed: int) -> None:
        super().__init__(f"{needed} credits needed, {available} available")
        self.available = available
        self.needed = needed


class AccountFrozen(BillingError):
    """The wallet is frozen; the text is the reason, such as `dispute`."""

    code = "account_frozen"


class HoldClosed(BillingError):
    """The key was used before and its hold is settled, released or expired."""

    code = "conflict"


class UnknownHold(BillingError):
    """No hold was ever made with this key."""

    code = "not_found"


class UnknownLot(BillingError):
    """There is no lot with this number."""

    code = "not_found"


class KeyReused(BillingError):
    """The key was used before for another wallet or lot."""

    code = "conflict"


class ReasonMissing(BillingError):
    """Staff may move credits only with a reason."""

    code = "bad_request"


class UnknownPlan(BillingError):
    """There is no plan with this name."""

    code = "bad_request"
