"""Wallets, what is in them, and every credit that ever moved."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

# The longest key a caller may use; entries add their own prefix and suffix to it.
KEY_LENGTH = 128


class Wallet(models.Model):
    """A person's credits: a cache of the ledger, and the row every writer locks.

    It outlives the person: `user` becomes null when the account is deleted, and the
    random `id` is all that is left of who it was.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="wallet",
    )
    available = models.BigIntegerField(default=0)
    held = models.BigIntegerField(default=0)
    frozen_reason = models.CharField(max_length=40, blank=True, default="")
    version = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(available__gte=0, held__gte=0), name="wallet_not_negative"
            )
        ]
        permissions = [("adjust_wallet", "Can adjust credits")]

    def __str__(self) -> str:
        return str(self.user) if self.user else f"deleted account {self.id}"


class LotKind(models.TextChoices):
    """Where a lot's credits came from."""

    MONTHLY = "monthly"
    TRIAL = "trial"
    PROMO = "promo"
    PACK = "pack"
    ADJUST = "adjust"


# First what ends first, last what was paid for; of two alike, the older.
BURN_ORDER = ("priority", F("expires_at").asc(nulls_last=True), "id")


class CreditLot(models.Model):
    """Credits that came together and end together.

    Only `remaining`, `held` and `voided_at` ever change. `granted` is what came;
    `remaining` may be spent, `held` is set aside for answers in the making, and the
    rest went the way the entries tell.
    """

    wallet = models.ForeignKey(Wallet, on_delete=models.PROTECT, related_name="lots")
    kind = models.CharField(max_length=10, choices=LotKind.choices)
    granted = models.BigIntegerField()
    remaining = models.BigIntegerField()
    held = models.BigIntegerField(default=0)
    priority = models.SmallIntegerField()
    effective_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    source_type = models.CharField(max_length=20)
    source_id = models.CharField(max_length=KEY_LENGTH)
    key = models.CharField(max_length=KEY_LENGTH + 8, unique=True)
    voided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(remaining__gte=0, held__gte=0)
                & Q(granted__gte=F("remaining") + F("held")),
                name="lot_within_its_grant",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=LotKind.values), name="lot_kind"
            ),
            models.UniqueConstraint(
                fields=["kind", "source_type", "source_id"],
                name="lot_one_per_kind_and_source",
            ),
        ]
        indexes = [
            models.Index(
                fields=["expires_at"],
                condition=Q(remaining__gt=0),
                name="lot_to_lapse",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.remaining} of {self.granted}"

    @staticmethod
    def unlapsed(now: datetime) -> Q:
        """Return the condition of being neither expired nor voided at `now`."""
        unexpired = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
        return unexpired & Q(voided_at__isnull=True)

    @staticmethod
    def spendable(now: datetime) -> Q:
        """Return the condition of having something to spend at `now`."""
        return CreditLot.unlapsed(now) & Q(remaining__gt=0)

    @staticmethod
    def lapsed(now: datetime) -> Q:
        """Return the condition of having ended by `now` with something left."""
        return ~CreditLot.unlapsed(now) & Q(remaining__gt=0)

    def has_lapsed(self, now: datetime) -> bool:
        """Say whether the lot ended by `now`: it expired, or staff voided it."""
        expired = self.expires_at is not None and self.expires_at <= now
        return expired or self.voided_at is not None


class HoldState(models.TextChoices):
    """Where a hold stands; all but pending are final."""

    PENDING = "pending"
    SETTLED = "settled"
    RELEASED = "released"
    EXPIRED = "expired"


class HoldFunding(models.TextChoices):
    """Who pays for an answer: the wallet, the person's own API key, nobody."""

    CREDITS = "credits"
    BYOK = "byok"
    FREE = "free"


class Hold(models.Model):
    """Credits set aside for one answer: pending -> settled | released | expired.

    `key` is the answer's id, so that an answer is paid for once. An answer that is not
    paid with credits has a hold of 0.
    """

    wallet = models.ForeignKey(Wallet, on_delete=models.PROTECT, related_name="holds")
    amount = models.BigIntegerField()
    state = models.CharField(
        max_length=8, choices=HoldState.choices, default=HoldState.PENDING
    )
    key = models.CharField(max_length=KEY_LENGTH, unique=True)
    expires_at = models.DateTimeField()
    settled_amount = models.BigIntegerField(default=0)
    funding = models.CharField(
        max_length=7, choices=HoldFunding.choices, default=HoldFunding.CREDITS
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_amount__gte=0, settled_amount__lte=F("amount")),
                name="hold_settles_within_its_amount",
            ),
            models.CheckConstraint(
                condition=Q(state=HoldState.SETTLED) | Q(settled_amount=0),
                name="hold_charges_only_when_settled",
            ),
            models.CheckConstraint(
                condition=Q(funding=HoldFunding.CREDITS, amount__gt=0)
                | Q(funding__in=[HoldFunding.BYOK, HoldFunding.FREE], amount=0),
                name="hold_amount_fits_its_funding",
            ),
            models.CheckConstraint(
                condition=Q(state__in=HoldState.values), name="hold_state"
            ),
        ]
        indexes = [
            models.Index(
                fields=["expires_at"],
                condition=Q(state=HoldState.PENDING),
                name="hold_to_expire",
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.amount} {self.state}"


class HoldPart(models.Model):
    """What a hold took from one lot; parts are spent in the order of their ids."""

    hold = models.ForeignKey(Hold, on_delete=models.PROTECT, related_name="parts")
    lot = models.ForeignKey(CreditLot, on_delete=models.PROTECT, related_name="parts")
    amount = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="part_positive"),
            models.UniqueConstraint(fields=["hold", "lot"], name="part_per_lot"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} of lot {self.lot_id}"


class Account(models.TextChoices):
    """Where credits are (the person's), come from and go to."""

    USER_CREDITS = "user_credits"
    GRANTED = "granted"
    SPENT = "spent"
    EXPIRED = "expired"
    CLAWBACK = "clawback"
    ADJUST = "adjust"


class EntryKind(models.TextChoices):
    """What happened."""

    GRANT = "grant"
    SPEND = "spend"
    EXPIRE = "expire"
    CLAW_BACK = "claw_back"
    REINSTATE = "reinstate"
    ADJUST = "adjust"


class LedgerEntry(models.Model):
    """One leg of a movement of credits; written once, never changed.

    The amounts of a `txn_id` sum to zero. Each transaction has one leg on the person's
    own account `user_credits`, and one leg for every lot it touched on the account the
    credits came from or went to: so the person's legs are the statement, and the legs
    of a lot tell its whole life.
    """

    txn_id = models.UUIDField(db_index=True)
    account = models.CharField(max_length=12, choices=Account.choices)
    wallet = models.ForeignKey(
        Wallet, on_delete=models.PROTECT, related_name="entries", db_index=False
    )
    lot = models.ForeignKey(
        CreditLot,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="entries",
    )
    amount = models.BigIntegerField()
    kind = models.CharField(max_length=9, choices=EntryKind.choices)
    key = models.CharField(max_length=KEY_LENGTH + 64, unique=True)
    # Not a foreign key: deleting a member of staff must not change history.
    actor = models.CharField(max_length=64, blank=True, default="")
    reason = models.CharField(max_length=500, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    ref_type = models.CharField(max_length=20)
    ref_id = models.CharField(max_length=KEY_LENGTH)

    class Meta:
        verbose_name_plural = "ledger entries"
        constraints = [
            models.CheckConstraint(
                condition=Q(account=Account.USER_CREDITS, lot__isnull=True)
                | ~Q(account=Account.USER_CREDITS) & Q(lot__isnull=False),
                name="entry_names_the_lot_on_the_other_account",
            ),
            models.CheckConstraint(
                condition=Q(account__in=Account.values), name="entry_account"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=EntryKind.values), name="entry_kind"
            ),
            models.CheckConstraint(
                condition=~Q(kind=EntryKind.ADJUST) | ~Q(reason=""),
                name="entry_adjusts_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["wallet", "account", "-id"], name="entry_statement")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount:+d} {self.account}"


class TrialClaim(models.Model):
    """An address that has had its trial; it outlives the account."""

    email_fingerprint = models.CharField(max_length=64, unique=True)
    granted_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="trial_claims",
    )

    def __str__(self) -> str:
        return self.email_fingerprint[:12]


class PlanGrant(models.Model):
    """A plan given by staff instead of sold; it runs until `ends_at`.

    `allowance_until` is the end of the last month whose credits were granted.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plan_grants"
    )
    plan = models.CharField(max_length=20)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    allowance_until = models.DateTimeField()
    reason = models.CharField(max_length=500)
    actor = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(ends_at__isnull=True),
                name="plan_grant_one_open_per_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan} from {self.starts_at:%Y-%m-%d}"
