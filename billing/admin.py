"""The staff desk for credits: everything to read, one thing to do, adjust."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from billing import ledger
from billing.errors import InsufficientCredits
from billing.models import CreditLot, Hold, LedgerEntry, PlanGrant, Wallet

LATEST = 50
OWNER = "wallet__user__email"
HOLD_FIELDS = ("created_at", "key", "funding", "amount", "state", "settled_amount")


class ReadOnly:
    """Credits are moved by the ledger only; nothing here adds, edits or deletes."""

    def has_add_permission(self, request: HttpRequest, *_: Any) -> bool:
        """Refuse."""
        return False

    def has_change_permission(self, request: HttpRequest, *_: Any) -> bool:
        """Refuse."""
        return False

    def has_delete_permission(self, request: HttpRequest, *_: Any) -> bool:
        """Refuse."""
        return False


class Latest(BaseInlineFormSet[Any, Any, Any]):
    """The newest rows of a list that only ever grows."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return `LATEST` rows; Django slices nothing by itself."""
        return super().get_queryset()[:LATEST]


class LotInline(ReadOnly, admin.TabularInline[CreditLot, Wallet]):
    """The wallet's lots, newest first."""

    model = CreditLot
    formset = Latest
    ordering = ["-pk"]
    fields = [
        "kind",
        "granted",
        "remaining",
        "held",
        "effective_at",
        "expires_at",
        "voided_at",
        "source_type",
        "source_id",
    ]


class HoldInline(ReadOnly, admin.TabularInline[Hold, Wallet]):
    """The wallet's holds, newest first."""

    model = Hold
    formset = Latest
    ordering = ["-pk"]
    fields = HOLD_FIELDS
    readonly_fields = HOLD_FIELDS


class Adjustment(forms.Form):
    """What staff fill in; `key` makes a form posted twice adjust once."""

    credits = forms.IntegerField(
        min_value=-1_000_000,
        max_value=1_000_000,
        help_text="Above zero gives, below zero takes.",
    )
    reason = forms.CharField(max_length=500)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def clean_credits(self) -> int:
        """Refuse zero."""
        credits: int = self.cleaned_data["credits"]
        if not credits:
            raise forms.ValidationError("Zero changes nothing.")
        return credits


@admin.register(Wallet)
class WalletAdmin(ReadOnly, admin.ModelAdmin[Wallet]):
    """Who has how much, and why."""

    list_display = ["__str__", "available", "held", "frozen_reason", "created_at"]
    list_filter = ["frozen_reason"]
    list_select_related = ["user"]
    search_fields = ["user__email", "id"]
    ordering = ["-created_at"]
    fields = [
        "id",
        "user",
        "available",
        "held",
        "frozen_reason",
        "created_at",
        "statement",
    ]
    readonly_fields = ["statement"]
    inlines = [LotInline, HoldInline]

    @admin.display(description="statement")
    def statement(self, wallet: Wallet) -> SafeString:
        """Show the newest movements with the balance after each."""
        rows = format_html_join(
            "",
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{} {}</td></tr>",
            (
                (
                    f"{line.created_at:%Y-%m-%d %H:%M}",
                    line.kind,
                    f"{line.credits:+d}",
                    line.balance_after,
                    line.ref_type,
                    line.ref_id,
                )
                for line in ledger.statement_of(wallet, LATEST).lines
            ),
        )
        return format_html(
            "<table><tr><th>When</th><th>What</th><th>Credits</th>"
            "<th>Balance</th><th>Of</th></tr>{}</table>",
            rows,
        )

    def get_urls(self) -> list[URLPattern]:
        """Add the page that adjusts."""
        adjust = path(
            "<uuid:pk>/adjust/",
            self.admin_site.admin_view(self.adjust),
            name="billing_wallet_adjust",
        )
        return [adjust, *super().get_urls()]

    def adjust(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Ask what and why, show what it would do, then do it once."""
        wallet = get_object_or_404(Wallet.objects.select_related("user"), pk=pk)
        if wallet.user_id is None:
            raise Http404
        if not request.user.has_perm("billing.adjust_wallet"):
            raise PermissionDenied
        form = Adjustment(request.POST or None, initial={"key": uuid4()})
        available = ledger.balance(wallet.user_id, timezone.now()).available
        if form.is_valid() and "confirmed" in request.POST:
            if self._adjusted(request, wallet.user_id, form):
                return redirect("admin:billing_wallet_change", pk)
        elif form.is_valid() and available + form.cleaned_data["credits"] < 0:
            form.add_error("credits", f"Only {available} can be taken.")
        context = {
            **self.admin_site.each_context(request),
            "title": f"Adjust credits of {wallet}",
            "opts": self.opts,
            "original": wallet,
            "form": form,
            "available": available,
            "afterwards": form.is_valid() and available + form.cleaned_data["credits"],
            "confirming": form.is_valid(),
        }
        return TemplateResponse(request, "admin/billing/wallet/adjust.html", context)

    def _adjusted(self, request: HttpRequest, user_id: UUID, form: Adjustment) -> bool:
        try:
            balance = ledger.adjust(
                user_id,
                key=str(form.cleaned_data["key"]),
                credits=form.cleaned_data["credits"],
                reason=form.cleaned_data["reason"],
                actor=str(request.user.pk),
            )
        except InsufficientCredits as short:
            form.add_error("credits", f"Only {short.available} can be taken.")
            return False
        messages.success(request, f"Adjusted: {balance.available} available now.")
        return True


@admin.register(LedgerEntry)
class LedgerEntryAdmin(ReadOnly, admin.ModelAdmin[LedgerEntry]):
    """Every leg of every movement."""

    list_display = [
        "created_at",
        "wallet",
        "kind",
        "account",
        "amount",
        "lot",
        "ref_type",
        "ref_id",
        "actor",
        "reason",
    ]
    list_filter = ["kind", "account", "created_at"]
    list_select_related = ["wallet__user", "lot"]
    search_fields = [OWNER, "=key", "=ref_id", "=txn_id"]
    ordering = ["-pk"]
    show_full_result_count = False


@admin.register(Hold)
class HoldAdmin(ReadOnly, admin.ModelAdmin[Hold]):
    """Credits set aside for answers, and what became of them."""

    list_display = [
        "created_at",
        "wallet",
        "key",
        "funding",
        "amount",
        "state",
        "settled_amount",
        "expires_at",
    ]
    list_filter = ["state", "funding", "created_at"]
    list_select_related = ["wallet__user"]
    search_fields = [OWNER, "=key"]
    ordering = ["-pk"]
    show_full_result_count = False


@admin.register(PlanGrant)
class PlanGrantAdmin(ReadOnly, admin.ModelAdmin[PlanGrant]):
    """Plans given by staff."""

    list_display = ["user", "plan", "starts_at", "ends_at", "actor", "reason"]
    list_filter = ["plan", "starts_at"]
    list_select_related = ["user"]
    search_fields = ["user__email"]
    ordering = ["-pk"]
