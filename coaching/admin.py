"""The staff desk for people, conversations and turns: history is read-only.

Lists never show what people wrote; opening a turn does.
"""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db.models import QuerySet
from django.http import HttpRequest

from coaching.models import (
    Conversation,
    Feedback,
    Preference,
    Run,
    SafetyEvent,
    Turn,
    User,
)


class ReadOnly(admin.ModelAdmin[Any]):
    """History: written by the product only."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds history."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody edits history."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes history."""
        return False


@admin.register(User)
class PersonAdmin(UserAdmin[User]):
    """People; their e-mail is their name."""

    ordering = ["-date_joined"]
    list_display = ["email", "is_staff", "is_active", "date_joined", "last_login"]
    list_filter = ["is_staff", "is_active", "date_joined"]
    search_fields = ["email", "=id"]
    readonly_fields = ["id", "date_joined", "last_login"]
    fieldsets = [
        (None, {"fields": ["id", "email", "password"]}),
        (
            "Permissions",
            {"fields": ["is_active", "is_staff", "is_superuser", "groups"]},
        ),
        ("Dates", {"fields": ["date_joined", "last_login"]}),
    ]
    add_fieldsets = ((None, {"fields": ("email", "password1", "password2")}),)


@admin.register(Conversation)
class ConversationAdmin(ReadOnly):
    """Conversations by person and date, without their words."""

    list_display = ["id", "user", "created_at", "updated_at", "archived"]
    list_filter = ["archived", "updated_at"]
    search_fields = ["=id", "user__email"]
    list_select_related = ["user"]
    fields = ["id", "user", "created_at", "updated_at", "archived"]


class RunInline(admin.TabularInline[Run, Turn]):
    """The runs of a turn, without their words."""

    model = Run
    fields = ["number", "kind", "state", "model", "provider", "credits_charged"]
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody adds history."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody edits history."""
        return False


@admin.register(Turn)
class TurnAdmin(ReadOnly):
    """Turns with their runs."""

    list_display = ["id", "conversation", "state", "active_run", "created_at"]
    list_filter = ["state", "created_at"]
    search_fields = ["=id", "=conversation__id", "conversation__user__email"]
    list_select_related = ["conversation"]
    fields = ["id", "conversation", "parent", "state", "active_run", "created_at"]
    inlines = [RunInline]


@admin.register(Run)
class RunAdmin(ReadOnly):
    """Runs: who answered, in which state, for how many credits."""

    list_display = [
        "turn_id",
        "number",
        "kind",
        "state",
        "model",
        "provider",
        "slot",
        "credits_charged",
        "created_at",
    ]
    list_filter = ["state", "kind", "slot", "provider", "model", "created_at"]
    search_fields = ["=turn__id", "=command_id", "=decision_id", "user__email"]
    exclude = ["answer", "finished_event", "digest"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Run]:
        """Leave the words in the database."""
        return super().get_queryset(request).defer("answer", "finished_event")


@admin.register(Feedback)
class FeedbackAdmin(ReadOnly):
    """Thumbs and reasons; those that felt unsafe first in the filter."""

    list_display = ["run", "value", "reasons", "needs_review", "updated_at"]
    list_filter = ["needs_review", "value", "updated_at"]
    list_select_related = ["run"]
    search_fields = ["=run__turn__id"]


@admin.register(Preference)
class PreferenceAdmin(ReadOnly):
    """Which of two answers helped more."""

    list_display = ["turn_id", "first", "second", "winner", "updated_at"]
    list_filter = ["updated_at"]
    search_fields = ["=turn__id"]


@admin.register(SafetyEvent)
class SafetyEventAdmin(ReadOnly):
    """Crises, counted without words."""

    list_display = ["created_at", "level", "kinds"]
    list_filter = ["level", "created_at"]
    date_hierarchy = "created_at"
