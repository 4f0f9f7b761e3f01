"""The staff desk for models, policies and what they did; history is read-only."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from routing import rollout
from routing.core.errors import PolicyError
from routing.forms import CatalogueForm, PolicyForm, PriceForm, PriceFormSet
from routing.models import (
    Attempt,
    Decision,
    Model,
    Policy,
    Price,
    Reservation,
    Reward,
    SpendDay,
)

MICRO = 1_000_000
TRIAL_PERCENT = 10


def usd(microusd: int) -> str:
    """Return micro-dollars as people read them."""
    return f"${microusd / MICRO:,.6f}"


class ReadOnly:
    """History: written by the product only."""

    def has_add_permission(self, request: HttpRequest, *_: Any) -> bool:
        """Refuse."""
        return False

    def has_change_permission(self, request: HttpRequest, *_: Any) -> bool:
        """Refuse."""
        return False

    def has_delete_permission(self, request: HttpRequest, *_: Any) -> bool:
        """Refuse."""
        return False


class FoundById:
    """A search for an id looks it up in the indexes; other words are sought as text."""

    id_fields: ClassVar[tuple[str, ...]] = ()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Return the rows that a search term finds."""
        try:
            wanted = UUID(search_term.strip())
        except ValueError:
            found: tuple[QuerySet[Any], bool] = super().get_search_results(  # type: ignore[misc]
                request, queryset, search_term
            )
            return found
        rows = queryset.none()
        for field in self.id_fields:
            rows = rows | queryset.filter(**{field: wanted})
        return rows, False


class PriceInline(admin.TabularInline[Price, Model]):
    """The prices of a model."""

    model = Price
    form = PriceForm
    formset = PriceFormSet
    extra = 0
    min_num = 1


@admin.register(Model)
class CatalogueAdmin(admin.ModelAdmin[Model]):
    """The catalogue. A row is switched off, never deleted: history names it."""

    form = CatalogueForm
    inlines = [PriceInline]
    list_display = [
        "name",
        "label",
        "slot",
        "rank",
        "provider",
        "model_id",
        "credits",
        "price",
        "trains",
        "retention_days",
        "ends_on",
        "enabled",
        "edited",
    ]
    list_filter = ["enabled", "slot", "provider", "trains", "edited"]
    search_fields = ["name", "label", "model_id"]
    ordering = ["rank", "pk"]
    fieldsets = [
        (None, {"fields": ["name", "label", "enabled", "note"]}),
        ("Role", {"fields": ["slot", "also", "rank", "credits"]}),
        ("Host", {"fields": ["provider", "model_id", "context_tokens", "quirks"]}),
        ("Data policy", {"fields": ["trains", "retention_days"]}),
        ("End of life", {"fields": ["ends_on", "successor"]}),
        ("Abilities and limits", {"fields": ["logprobs", "first_token_s", "idle_s"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Model]:
        """Return the rows with their prices."""
        return super().get_queryset(request).prefetch_related("prices")

    @admin.display(description="$ per million, in / out")
    def price(self, row: Model) -> str:
        """Show the newest price of short prompts."""
        prices = list(row.prices.all())
        newest = [p for p in prices if p.since == prices[-1].since] if prices else []
        if not newest:
            return "none"
        first = newest[0]
        tiers = " (tiers)" if len(newest) > 1 else ""
        out = first.output_microusd / MICRO
        return f"{first.input_microusd / MICRO:g} / {out:g}{tiers}"

    def get_readonly_fields(
        self, request: HttpRequest, obj: Model | None = None
    ) -> list[str]:
        """A name is for ever: logs, decisions and successors know it."""
        return ["name"] if obj else []

    def save_model(
        self, request: HttpRequest, obj: Model, form: Any, change: bool
    ) -> None:
        """Save, and keep upgrades from overwriting it."""
        obj.edited = True
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: switch it off instead."""
        return False


@admin.register(Policy)
class PolicyAdmin(admin.ModelAdmin[Policy]):
    """Policies: a saved version never changes; adding one with the same name does."""

    form = PolicyForm
    list_display = [
        "__str__",
        "state",
        "share",
        "author",
        "note",
        "created_at",
        "activated_at",
    ]
    list_filter = ["state", "name"]
    readonly_fields = [
        "name",
        "version",
        "state",
        "share",
        "author",
        "text",
        "note",
        "created_at",
        "activated_at",
    ]
    actions = ["validate", "go_live", "go_on_trial", "retire"]

    def get_fields(self, request: HttpRequest, obj: Policy | None = None) -> Any:
        """Show everything of a version; a new one is its document and a note."""
        return list(self.readonly_fields) if obj else ["document", "note"]

    def get_readonly_fields(
        self, request: HttpRequest, obj: Policy | None = None
    ) -> list[str]:
        """A new version can be written, a saved one read."""
        return list(self.readonly_fields) if obj else []

    @admin.display(description="document")
    def text(self, policy: Policy) -> SafeString:
        """Show the document as it was written."""
        return format_html("<pre>{}</pre>", policy.document)

    def save_model(
        self, request: HttpRequest, obj: Policy, form: Any, change: bool
    ) -> None:
        """Save the document as the next version of its policy."""
        obj.author = request.user.get_username()
        rollout.draft(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a change is a new version."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: decisions name it."""
        return False

    def has_roll_out_permission(self, request: HttpRequest) -> bool:
        """Return whether somebody may change which policy is live."""
        return request.user.has_perm("routing.change_policy")

    @admin.action(description="Validate", permissions=["roll_out"])
    def validate(self, request: HttpRequest, chosen: QuerySet[Policy]) -> None:
        """Mark drafts as fit to go live."""
        self._each(request, chosen, rollout.validate)

    @admin.action(description="Make it everybody's policy", permissions=["roll_out"])
    def go_live(self, request: HttpRequest, chosen: QuerySet[Policy]) -> None:
        """Replace the policy of everybody."""
        self._one(request, chosen, rollout.EVERYBODY)

    @admin.action(description="Try it on 10 %% of the people", permissions=["roll_out"])
    def go_on_trial(self, request: HttpRequest, chosen: QuerySet[Policy]) -> None:
        """Give it to a share of the people."""
        self._one(request, chosen, TRIAL_PERCENT)

    @admin.action(description="End the trial", permissions=["roll_out"])
    def retire(self, request: HttpRequest, chosen: QuerySet[Policy]) -> None:
        """Give everybody's policy back to those on trial."""
        self._each(request, chosen, rollout.retire)

    def _one(self, request: HttpRequest, chosen: QuerySet[Policy], share: int) -> None:
        if len(chosen) != 1:
            self.message_user(request, "Choose one policy.", messages.ERROR)
            return
        now = timezone.now()
        self._each(request, chosen, lambda p: rollout.activate(p, share, now))

    def _each(self, request: HttpRequest, chosen: QuerySet[Policy], act: Any) -> None:
        for policy in chosen:
            try:
                act(policy)
            except PolicyError as error:
                self.message_user(request, f"{policy}: {error}", messages.ERROR)
            else:
                text = f"{policy} is {policy.state}."
                self.message_user(request, text, messages.SUCCESS)


class AttemptInline(ReadOnly, admin.TabularInline[Attempt, Decision]):
    """The attempts of a decision, in order."""

    model = Attempt
    ordering = ["position"]
    fields = [
        "position",
        "label",
        "slot",
        "provider",
        "error",
        "first_token_ms",
        "duration_ms",
        "input_tokens",
        "output_tokens",
        "cost_microusd",
    ]


class RewardInline(ReadOnly, admin.TabularInline[Reward, Decision]):
    """What was made of a decision's answer."""

    model = Reward
    fields = ["created_at", "kind", "value", "detail"]
    readonly_fields = ["created_at", "kind", "value", "detail"]


@admin.register(Decision)
class DecisionAdmin(FoundById, ReadOnly, admin.ModelAdmin[Decision]):
    """Why every run went where it went."""

    id_fields = ("id", "run", "turn", "conversation", "user")
    inlines = [AttemptInline, RewardInline]
    date_hierarchy = "created_at"
    list_display = [
        "created_at",
        "plan",
        "policy",
        "slot",
        "chosen",
        "answered_by",
        "task",
        "complexity",
        "confidence",
        "propensity",
        "cost",
        "why",
    ]
    list_filter = [
        "plan",
        "policy",
        "slot",
        "answered_by",
        "task",
        "explored",
        "emergency",
    ]
    search_fields = ["chosen", "answered_by", "policy", "why"]
    search_help_text = (
        "The id of a decision, run, turn, conversation or person; or words"
    )

    @admin.display(ordering="cost_microusd")
    def cost(self, decision: Decision) -> str:
        """Show dollars."""
        return usd(decision.cost_microusd)


@admin.register(Attempt)
class AttemptAdmin(FoundById, ReadOnly, admin.ModelAdmin[Attempt]):
    """Every call: what it cost, how long it took, how it failed."""

    id_fields = (
        "decision_id",
        "decision__run",
        "decision__turn",
        "decision__conversation",
    )
    date_hierarchy = "begun_at"
    list_select_related = ["decision"]
    list_display = [
        "begun_at",
        "position",
        "label",
        "slot",
        "provider",
        "error",
        "first_token_ms",
        "duration_ms",
        "input_tokens",
        "output_tokens",
        "cost",
        "plan",
        "policy",
    ]
    list_filter = ["model", "slot", "provider", "error", "estimated", "decision__plan"]
    search_fields = ["model", "label", "error", "detail"]
    search_help_text = "The id of a decision, run, turn or conversation; or words"

    @admin.display(ordering="cost_microusd")
    def cost(self, attempt: Attempt) -> str:
        """Show dollars."""
        return usd(attempt.cost_microusd)

    @admin.display(ordering="decision__plan")
    def plan(self, attempt: Attempt) -> str:
        """Show whose answer it was."""
        return attempt.decision.plan

    @admin.display(ordering="decision__policy")
    def policy(self, attempt: Attempt) -> str:
        """Show who chose it."""
        return attempt.decision.policy


@admin.register(Reward)
class RewardAdmin(FoundById, ReadOnly, admin.ModelAdmin[Reward]):
    """What people made of answers."""

    id_fields = ("decision_id", "decision__run", "decision__turn")
    date_hierarchy = "created_at"
    list_select_related = ["decision"]
    list_display = ["created_at", "kind", "value", "answered_by", "policy", "detail"]
    list_filter = ["kind", "value", "decision__answered_by", "decision__policy"]
    search_fields = ["decision__answered_by", "decision__policy"]

    @admin.display(ordering="decision__answered_by")
    def answered_by(self, reward: Reward) -> str:
        """Show whose answer it was."""
        return reward.decision.answered_by

    @admin.display(ordering="decision__policy")
    def policy(self, reward: Reward) -> str:
        """Show who chose it."""
        return reward.decision.policy


@admin.register(SpendDay)
class SpendDayAdmin(ReadOnly, admin.ModelAdmin[SpendDay]):
    """What each day has cost."""

    date_hierarchy = "day"
    list_display = ["day", "spent", "reserved"]

    @admin.display(ordering="spent_microusd")
    def spent(self, day: SpendDay) -> str:
        """Show dollars."""
        return usd(day.spent_microusd)

    @admin.display(ordering="reserved_microusd")
    def reserved(self, day: SpendDay) -> str:
        """Show dollars."""
        return usd(day.reserved_microusd)


@admin.register(Reservation)
class ReservationAdmin(FoundById, ReadOnly, admin.ModelAdmin[Reservation]):
    """What is set aside for running answers."""

    id_fields = ("run",)
    list_display = ["run", "day", "held", "settled", "lease_until"]
    list_filter = [("settled_microusd", admin.EmptyFieldListFilter)]
    search_fields = ["run"]

    @admin.display(ordering="microusd")
    def held(self, reservation: Reservation) -> str:
        """Show dollars."""
        return usd(reservation.microusd)

    @admin.display(ordering="settled_microusd")
    def settled(self, reservation: Reservation) -> str:
        """Show dollars, nothing while the answer runs."""
        settled = reservation.settled_microusd
        return "" if settled is None else usd(settled)
