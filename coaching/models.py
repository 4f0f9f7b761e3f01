"""People, their conversations, and the answers they got."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class PersonManager(BaseUserManager["User"]):
    """Makes users known by e-mail alone."""

    def create_user(
        self, email: str, password: str | None = None, **fields: Any
    ) -> "User":
        """Make a person who can log in."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, email: str, password: str | None = None, **fields: Any
    ) -> "User":
        """Make a staff member who may do everything."""
        return self.create_user(
            email, password, is_staff=True, is_superuser=True, **fields
        )


class User(AbstractUser):
    """A person, known by e-mail."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = None  # type: ignore[assignment]
    email = models.EmailField(unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[PersonManager] = PersonManager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.email


class Conversation(models.Model):
    """A thread of turns; `active_turn` is the leaf of the path on screen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="conversations"
    )
    title = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now)
    archived = models.BooleanField(default=False)
    active_turn = models.ForeignKey(
        "Turn", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(fields=["user", "archived", "-updated_at"], name="conv_list")
        ]

    def __str__(self) -> str:
        return str(self.id)


class RunState(models.TextChoices):
    """streaming -> answered | stopped | failed | interrupted | refused | safety."""

    STREAMING = "streaming"
    ANSWERED = "answered"
    STOPPED = "stopped"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    REFUSED = "refused"
    SAFETY = "safety"


class Turn(models.Model):
    """One message of a person and the runs that answered it.

    The id is the client's: it is the command's idempotency key. `active_run` is
    the run on screen: the streaming one, else the preferred, else the newest
    answered, else the newest with text, else the newest.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="turns"
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="children"
    )
    text = models.TextField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    state = models.CharField(
        max_length=12, choices=RunState.choices, default=RunState.STREAMING
    )
    active_run = models.PositiveSmallIntegerField(default=1)
    preferred_run = models.PositiveSmallIntegerField(null=True, blank=True)
    seq = models.PositiveIntegerField(
        default=0, help_text="last event of the last finished run"
    )

    class Meta:
        indexes = [
            models.Index(fields=["conversation", "-created_at"], name="turn_list")
        ]

    def __str__(self) -> str:
        return str(self.id)


class Run(models.Model):
    """One attempt of the product to answer a turn: the first, a better, or another.

    While streaming it has an owner (a web process) and a lease; a lease that
    expires means that the owner died. `answer` and `checkpoint_seq` are written
    together about once a second and once at the end.
    """

    class Kind(models.TextChoices):
        """The command that started the run."""

        ASK = "ask"
        BETTER = "better"
        AGAIN = "again"

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="runs")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="runs")
    number = models.PositiveSmallIntegerField()
    command_id = models.UUIDField(unique=True, help_text="the client's id")
    digest = models.CharField(max_length=64, help_text="of the command's body")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    state = models.CharField(
        max_length=12, choices=RunState.choices, default=RunState.STREAMING
    )
    decision_id = models.UUIDField(null=True, blank=True, db_index=True)
    rung = models.PositiveSmallIntegerField(default=0, help_text="chosen")
    reached = models.PositiveSmallIntegerField(
        default=0, help_text="rung of the last model tried"
    )
    slot = models.CharField(max_length=40, blank=True)
    model = models.CharField(max_length=100, blank=True, help_text="label people read")
    provider = models.CharField(max_length=40, blank=True)
    reason = models.JSONField(null=True, blank=True)
    credits_promised = models.PositiveIntegerField(default=0)
    credits_charged = models.PositiveIntegerField(default=0)
    answer = models.TextField(blank=True)
    error_code = models.CharField(max_length=40, blank=True)
    input_tokens = models.PositiveIntegerField(default=0)
    output_tokens = models.PositiveIntegerField(default=0)
    usage_estimated = models.BooleanField(default=False)
    first_seq = models.PositiveIntegerField(help_text="place of its `started` event")
    checkpoint_seq = models.PositiveIntegerField(default=0)
    finished_event = models.JSONField(null=True, blank=True)
    owner = models.CharField(max_length=60, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    stop_requested = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["turn", "number"], name="run_number"),
            models.UniqueConstraint(
                fields=["turn"],
                condition=Q(state=RunState.STREAMING),
                name="one_streaming_run",
            ),
            models.CheckConstraint(
                condition=Q(credits_charged__lte=F("credits_promised")),
                name="charge_within_promise",
            ),
        ]
        indexes = [
            models.Index(fields=["user", "-created_at"], name="run_recent"),
            models.Index(
                fields=["lease_until"],
                condition=Q(state=RunState.STREAMING),
                name="run_lease",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.turn_id} run {self.number}"


class Feedback(models.Model):
    """What a person thought of one run's answer."""

    run = models.OneToOneField(Run, on_delete=models.CASCADE, related_name="feedback")
    value = models.SmallIntegerField()
    reasons = models.JSONField(default=list)
    comment = models.TextField(blank=True)
    needs_review = models.BooleanField(default=False, help_text="it felt unsafe")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(value__in=(-1, 0, 1)), name="rating_is_thumb"
            )
        ]

    def __str__(self) -> str:
        return f"{self.run_id}: {self.value}"


class Preference(models.Model):
    """Which of two runs helped more; no winner means the same."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="preferences")
    first = models.PositiveSmallIntegerField()
    second = models.PositiveSmallIntegerField()
    winner = models.PositiveSmallIntegerField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["turn", "first", "second"], name="one_verdict_per_pair"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second"))
                & (
                    Q(winner__isnull=True)
                    | Q(winner=F("first"))
                    | Q(winner=F("second"))
                ),
                name="winner_is_one_of_the_pair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.turn_id}: {self.winner}"


class SafetyEvent(models.Model):
    """A message that showed a crisis, counted without its text."""

    turn = models.ForeignKey(Turn, null=True, on_delete=models.SET_NULL)
    level = models.CharField(max_length=10)
    kinds = models.JSONField(default=list)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.level} {self.created_at:%Y-%m-%d}"


class AccessToken(models.Model):
    """A personal access token; only its digest is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    last_used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
