"""Give the trial credits: once to a person, once to a mailbox, however it is spelt."""

import unicodedata
from datetime import datetime
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac

from billing import ledger
from billing.models import LotKind, TrialClaim
from billing.plans import TRIAL_CREDITS, TRIAL_LIFETIME

# Dots in the name mean nothing there: support.google.com/mail/answer/7436150.
GMAIL = frozenset({"gmail.com", "googlemail.com"})
THROWAWAY_LIST = Path(__file__).with_name("throwaway_domains.txt")


def claim_trial(user_id: UUID, email: str, now: datetime) -> int:
    """Grant the trial for a verified address; return the credits it brought.

    Every way of signing up calls this. It may be called again and at the same time:
    the first call counts. 0 says nothing about why, so that nobody learns from it
    whether an address has an account here.
    """
    if is_throwaway(email):
        return 0
    with transaction.atomic():
        claim, _ = TrialClaim.objects.get_or_create(
            email_fingerprint=fingerprint(email),
            defaults={"user_id": user_id, "granted_at": now},
        )
        if claim.user_id != user_id:
            return 0
        lot = ledger.grant(
            user_id,
            # One for the person too, who may have verified another address before.
            key=f"trial:{ledger.wallet_of(user_id).pk}",
            credits=TRIAL_CREDITS,
            kind=LotKind.TRIAL,
            source_type="trial",
            source_id=claim.email_fingerprint,
            expires_at=claim.granted_at + TRIAL_LIFETIME,
            now=now,
        )
        return lot.granted if lot.source_id == claim.email_fingerprint else 0


def fingerprint(email: str) -> str:
    """Return what is kept of an address: a keyed hash of its one normal spelling.

    The key comes from SECRET_KEY: after that changes, old claims match nobody.
    """
    return salted_hmac("billing.trial", normal(email), algorithm="sha256").hexdigest()


def normal(email: str) -> str:
    """Return one spelling for all addresses that reach the same mailbox.

    Lower case, no `+tag`, the domain as on the wire (IDNA), and Gmail's own rules.
    """
    name, _, domain = _plain(email).rpartition("@")
    name = name.partition("+")[0] or name
    domain = _on_the_wire(domain)
    if domain in GMAIL:
        return f"{name.replace('.', '')}@gmail.com"
    return f"{name}@{domain}"


def is_throwaway(email: str) -> bool:
    """Say whether the address is at a service for mailboxes of ten minutes."""
    domain = normal(email).rpartition("@")[2]
    labels = domain.split(".")
    parents = {".".join(labels[start:]) for start in range(len(labels))}
    return not parents.isdisjoint(_throwaway_domains())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text.strip()).casefold()


def _on_the_wire(domain: str) -> str:
    domain = domain.rstrip(".")
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:  # not a host name; mail cannot reach it either
        return domain


@cache
def _throwaway_domains() -> frozenset[str]:
    lines = THROWAWAY_LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
