"""Move credits: the only writer of wallets, lots, holds and entries.

    grant, adjust ──> remaining ──hold──> held ──settle──> spent
                        │    ^             │
                        │    └───release───┤
                        v                  v
      expired, voided, clawed back,     expired, if the lot ended meanwhile
      adjusted away

Every operation is one transaction, or joins its caller's. Its first statement locks
the wallet, so operations on one wallet happen one after another; locks are taken in
the order wallet, lots, hold. Every operation is idempotent: called again with the
same key it changes nothing and returns what the first call returned.

After each of them, for every wallet:

    available        == sum of lot.remaining
    held             == sum of lot.held == sum of pending holds
    available + held == sum of the person's entries; nothing is negative
"""

from billing.ledger.auditing import Drift, audit
from billing.ledger.corrections import ClawBack, adjust, claw_back, reinstate, void
from billing.ledger.expiry import Swept, sweep
from billing.ledger.grants import grant
from billing.ledger.holds import Funding, Settled, hold, release, settle
from billing.ledger.statements import Line, Statement, statement, statement_of
from billing.ledger.wallets import (
    Balance,
    balance,
    freeze,
    lock,
    unfreeze,
    wallet_of,
)

__all__ = [
    "Balance",
    "ClawBack",
    "Drift",
    "Funding",
    "Line",
    "Settled",
    "Statement",
    "Swept",
    "adjust",
    "audit",
    "balance",
    "claw_back",
    "freeze",
    "grant",
    "hold",
    "lock",
    "reinstate",
    "release",
    "settle",
    "statement",
    "statement_of",
    "sweep",
    "unfreeze",
    "void",
    "wallet_of",
]
