"""The routing app's tables: what may answer, what was decided, and what it cost.

Turns, runs, conversations and people are named by their ids only: this app knows
neither the product above it nor the ledger beside it.
"""

import uuid
from datetime import date
from typing import Any, ClassVar, cast

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models, transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from routing.core import catalogue
from routing.core.catalogue import PRICE_LIMIT_MICROUSD

SLUG = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*$", "Use lower-case letters, digits and single dashes."
)


class Revision(models.Model):
    """One row that changes with every change of the catalogue and the policies.

    Processes compare it with the mark they last read: see `routing/store.py`. A mark
    is never used twice, so that a restored database is not taken for the lost one.
    """

    mark = models.UUIDField(default=uuid.uuid4)

    def __str__(self) -> str:
        return str(self.mark)

    @classmethod
    def advance(cls) -> None:
        """Tell every process that there is something new to read."""
        mark = uuid.uuid4()
        if not cls.objects.filter(pk=1).update(mark=mark):
            cls.objects.get_or_create(pk=1, defaults={"mark": mark})


class Model(models.Model):
    """A row of the catalogue: a model at a host. See `core.catalogue.Model`."""

    class Trains(models.TextChoices):
        """Whether the provider trains on what it is sent."""

        NO = "no"
        YES = "yes"
        UNKNOWN = "unknown", "unknown (counts as yes)"

    name = models.CharField(max_length=60, unique=True, validators=[SLUG])
    label = models.CharField(max_length=100, help_text="what people read")
    slot = models.CharField(max_length=40, help_text="the role it fills")
    also = models.JSONField(
        default=list, blank=True, help_text="further slots, at their usual prices"
    )
    rank = models.PositiveIntegerField(
        default=1_000, help_text="within a slot the lowest is asked first"
    )
    provider = models.CharField(
        max_length=40,
        choices=[(name, name) for name in catalogue.PROVIDERS],
    )
    model_id = models.CharField(
        "model id", max_length=200, help_text="what the provider calls it"
    )
    credits = models.PositiveSmallIntegerField(
        validators=[MaxValueValidator(1_000)], help_text="flat price of an answer"
    )
    context_tokens = models.PositiveIntegerField()
    trains = models.CharField(
        max_length=10, choices=Trains.choices, default=Trains.UNKNOWN
    )
    retention_days = models.PositiveIntegerField(
        null=True, blank=True, help_text="empty: unknown"
    )
    logprobs = models.BooleanField(
        default=False, help_text="can report token probabilities"
    )
    ends_on = models.DateField(
        null=True, blank=True, help_text="last day; then the successor answers"
    )
    successor = models.ForeignKey(
        "self",
        to_field="name",
        db_column="successor",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
    )
    first_token_s = models.FloatField(
        null=True, blank=True, help_text="own limit for the first token, seconds"
    )
    idle_s = models.FloatField(
        null=True, blank=True, help_text="own limit for silence, seconds"
    )
    quirks = models.JSONField(
        default=dict, blank=True, help_text="differences of the wire"
    )
    enabled = models.BooleanField(default=True)
    note = models.TextField(blank=True)
    edited = models.BooleanField(
        default=False, editable=False, help_text="by staff: upgrades leave it alone"
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["rank", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(credits__lte=1_000), name="model_credits_plausible"
            ),
            models.CheckConstraint(
                condition=Q(context_tokens__gt=0), name="model_has_context"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(successor__isnull=False),
                name="model_that_ends_has_successor",
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | ~Q(successor=F("name")),
                name="model_is_not_its_successor",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and let every process know."""
        super().save(*args, **kwargs)
        Revision.advance()

    def value(self) -> catalogue.Model:
        """Return the row as the core knows it."""
        return catalogue.Model(
            name=self.name,
            label=self.label,
            slot=self.slot,
            provider=cast(catalogue.Provider, self.provider),
            model_id=self.model_id,
            credits=self.credits,
            prices=tuple(price.value() for price in self.prices.all()),
            context_tokens=self.context_tokens,
            trains=cast(catalogue.Trains, self.trains),
            retention_days=self.retention_days,
            logprobs=self.logprobs,
            ends_on=self.ends_on,
            successor=self.successor_id,
            first_token_s=self.first_token_s,
            idle_s=self.idle_s,
            quirks=self.quirks,
            also=tuple(self.also),
            enabled=self.enabled,
            note=self.note,
        )


class Price(models.Model):
    """What a model costs per million tokens. See `core.catalogue.Price`."""

    model = models.ForeignKey(Model, on_delete=models.CASCADE, related_name="prices")
    since = models.DateField(null=True, blank=True, help_text="empty: from the start")
    up_to_tokens = models.PositiveIntegerField(
        null=True, blank=True, help_text="prompts up to this size; empty: all others"
    )
    input_microusd = models.PositiveBigIntegerField()
    output_microusd = models.PositiveBigIntegerField()
    cached_microusd = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        ordering = [
            F("since").asc(nulls_first=True),
            F("up_to_tokens").asc(nulls_last=True),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(input_microusd__lt=PRICE_LIMIT_MICROUSD)
                & Q(output_microusd__lt=PRICE_LIMIT_MICROUSD)
                & (
                    Q(cached_microusd__isnull=True)
                    | Q(cached_microusd__lt=PRICE_LIMIT_MICROUSD)
                ),
                name="price_plausible",
            ),
            models.UniqueConstraint(
                "model",
                Coalesce("since", Value(date.min, models.DateField())),
                Coalesce("up_to_tokens", 0),
                name="one_price_per_date_and_tier",
                violation_error_message="Two prices for the same date and tier.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.model_id} since {self.since or 'the start'}"

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and let every process know."""
        super().save(*args, **kwargs)
        Revision.advance()

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete, and let every process know."""
        deleted = super().delete(*args, **kwargs)
        Revision.advance()
        return deleted

    def value(self) -> catalogue.Price:
        """Return the row as the core knows it."""
        return catalogue.Price(
            input_microusd=self.input_microusd,
            output_microusd=self.output_microusd,
            cached_microusd=self.cached_microusd,
            since=self.since or date.min,
            up_to_tokens=self.up_to_tokens,
        )


class Policy(models.Model):
    """One version of a routing policy: draft -> validated -> active -> retired.

    The document never changes once it is saved; a change is a new version. One
    policy is active for everybody (share 100); at most one more is on trial for a
    share of the people.
    """

    class State(models.TextChoices):
        """Where a version stands."""

        DRAFT = "draft"
        VALIDATED = "validated"
        ACTIVE = "active"
        RETIRED = "retired"

    name = models.CharField(max_length=40, validators=[SLUG])
    version = models.PositiveIntegerField()
    document = models.TextField(help_text="TOML: see routing/core/policy.py")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    share = models.PositiveSmallIntegerField(
        default=0, help_text="percent of the people who get it while it is active"
    )
    shipped = models.BooleanField(
        default=False, editable=False, help_text="came with the product"
    )
    author = models.CharField(max_length=150, blank=True)
    note = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    activated_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name_plural = "policies"
        ordering = ["name", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["name", "version"], name="policy_version"),
            models.CheckConstraint(
                condition=Q(share=0) | Q(state="active"), name="only_active_has_share"
            ),
            models.CheckConstraint(
                condition=~Q(state="active") | Q(share__range=(1, 100)),
                name="active_has_share",
            ),
            models.UniqueConstraint(
                fields=["state"],
                condition=Q(state="active", share=100),
                name="one_policy_for_everybody",
            ),
            models.UniqueConstraint(
                fields=["state"],
                condition=Q(state="active", share__lt=100),
                name="one_policy_on_trial",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and let every process know.

        Raises:
            ValidationError: the document of a saved version was changed.
        """
        saved = Policy.objects.filter(pk=self.pk)
        if self.pk and saved.exclude(document=self.document).exists():
            raise ValidationError("A version never changes: save a new one.")
        super().save(*args, **kwargs)
        Revision.advance()


class Decision(models.Model):
    """Why one run went where it went; written with the run, closed with it.

    `slot` is what the policy wanted and `propensity` the probability with which it
    wanted that; `chosen` is the model asked first, `answered_by` the one that did.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    run = models.UUIDField(null=True, blank=True)
    turn = models.UUIDField(null=True, blank=True)
    conversation = models.UUIDField(null=True, blank=True)
    user = models.UUIDField(null=True, blank=True)
    plan = models.CharField(max_length=20)
    policy = models.CharField(max_length=60, help_text="name@version")
    rung = models.PositiveSmallIntegerField()
    slot = models.CharField(max_length=40)
    chosen = models.CharField(max_length=60)
    candidates = models.JSONField(default=list, help_text="names, in order")
    skipped = models.JSONField(default=list, help_text="[name, obstacle] pairs")
    signals = models.JSONField(default=dict)
    text_chars = models.PositiveIntegerField(default=0, help_text="of the message")
    task = models.CharField(max_length=20)
    complexity = models.PositiveSmallIntegerField()
    confidence = models.FloatField()
    propensity = models.FloatField()
    explored = models.BooleanField(default=False)
    emergency = models.BooleanField(default=False)
    credits = models.PositiveIntegerField(help_text="promised")
    worst_case_microusd = models.PositiveBigIntegerField()
    why = models.CharField(max_length=500)
    answered_by = models.CharField(max_length=60, blank=True)
    cost_microusd = models.PositiveBigIntegerField(default=0)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(propensity__gt=0) & Q(propensity__lte=1),
                name="propensity_is_probability",
            ),
            models.CheckConstraint(
                condition=Q(confidence__range=(0, 1)), name="confidence_is_probability"
            ),
            models.CheckConstraint(
                condition=Q(complexity__lte=10), name="complexity_up_to_ten"
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at"], name="decision_recent"),
            models.Index(fields=["turn"], name="decision_turn"),
            models.Index(fields=["run"], name="decision_run"),
            models.Index(fields=["user", "-created_at"], name="decision_user"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Attempt(models.Model):
    """One call of one model; the row exists before its call is made."""

    decision = models.ForeignKey(
        Decision, on_delete=models.CASCADE, related_name="attempts"
    )
    position = models.PositiveSmallIntegerField(help_text="0 is the first")
    model = models.CharField(max_length=60)
    label = models.CharField(max_length=100)
    slot = models.CharField(max_length=40)
    provider = models.CharField(max_length=40)
    begun_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=40, blank=True, help_text="empty: none")
    detail = models.TextField(blank=True, help_text="what the provider said")
    first_token_ms = models.PositiveIntegerField(null=True, blank=True)
    duration_ms = models.PositiveIntegerField(null=True, blank=True)
    input_tokens = models.PositiveIntegerField(default=0)
    output_tokens = models.PositiveIntegerField(default=0)
    cached_tokens = models.PositiveIntegerField(default=0)
    estimated = models.BooleanField(default=False, help_text="tokens we counted")
    cost_microusd = models.PositiveBigIntegerField(default=0)
    text_chars = models.PositiveIntegerField(default=0, help_text="said, shown or not")
    finish = models.CharField(max_length=10, blank=True, help_text="stop or length")

    class Meta:
        ordering = ["-begun_at", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "position"], name="attempt_position"
            )
        ]
        indexes = [
            models.Index(fields=["-begun_at"], name="attempt_recent"),
            models.Index(fields=["model", "-begun_at"], name="attempt_model"),
            models.Index(
                fields=["error", "-begun_at"],
                condition=~Q(error=""),
                name="attempt_errors",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.begun_at:%Y-%m-%d %H:%M}"


class Reward(models.Model):
    """What a person made of a decision's answer; one of each kind, the last stands."""

    class Kind(models.TextChoices):
        """Where the reward comes from."""

        RATING = "rating"
        PREFERRED = "preferred", "which helped more"
        BETTER = "better", "get better response"
        UPGRADE = "upgrade", "upgrade click"
        SHADOW = "shadow", "judged pair"

    decision = models.ForeignKey(
        Decision, on_delete=models.CASCADE, related_name="rewards"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.FloatField(help_text="-1 bad to 1 good")
    detail = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "kind"], name="one_of_a_kind"),
            models.CheckConstraint(
                condition=Q(value__range=(-1, 1)), name="reward_from_minus_one_to_one"
            ),
        ]
        indexes = [models.Index(fields=["kind", "-created_at"], name="reward_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.value:+g}"


class SpendDay(models.Model):
    """What one UTC day has cost and what is set aside for running answers."""

    day = models.DateField(primary_key=True)
    spent_microusd = models.BigIntegerField(default=0)
    reserved_microusd = models.BigIntegerField(default=0)

    class Meta:
        ordering = ["-day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(spent_microusd__gte=0), name="spent_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(reserved_microusd__gte=0), name="reserved_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return self.day.isoformat()


class Reservation(models.Model):
    """Budget set aside for one run: open -> settled.

    The lease ends it when nobody settles: then the worst case counts as spent.
    """

    run = models.UUIDField(primary_key=True, editable=False)
    day = models.ForeignKey(
        SpendDay, on_delete=models.PROTECT, related_name="reservations"
    )
    microusd = models.PositiveBigIntegerField()
    lease_until = models.DateTimeField()
    settled_microusd = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["lease_until"],
                condition=Q(settled_microusd__isnull=True),
                name="reservation_open",
            )
        ]

    def __str__(self) -> str:
        return str(self.run)
