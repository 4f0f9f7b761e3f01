"""The pages: home, the chat's shell, billing, settings, safety, privacy, health."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from billing import entitlements, ledger, plans
from coaching import exports, metrics, presenting, readiness, safety, tokens, verdicts
from coaching.errors import BadRequest, NotFound
from coaching.forms import TokenForm
from coaching.models import User

FORWARDING = (
    "Forwarded",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Real-IP",
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say what this is; whoever is logged in goes to the chat."""
    if request.user.is_authenticated:
        return redirect("chat")
    return render(request, "home.html")


@login_required
@require_safe
def chat(request: HttpRequest, conversation_id: UUID | None = None) -> HttpResponse:
    """Serve the chat; its script takes over from the data in the page."""
    user = _person(request)
    conversation = None
    if conversation_id is not None:
        try:
            conversation = presenting.conversation_with_turns(user, conversation_id)
        except NotFound:
            return render(request, "404.html", status=404)
    boot = {
        "me": presenting.me(user),
        "conversation": conversation,
        "conversations": presenting.conversations(user),
        "locale": get_language(),
    }
    return render(request, "chat.html", {"boot": boot, "conversation": conversation})


@login_required
@require_safe
def billing(request: HttpRequest) -> HttpResponse:
    """Show credits, plan and every entry of the ledger."""
    user = _person(request)
    now = timezone.now()
    if clicked := request.GET.get("upgrade"):
        verdicts.upgrade_wanted(user.pk, clicked)
    try:
        found = presenting.lines(user, request.GET.get("cursor"))
    except BadRequest:
        return redirect("billing")
    statement = [
        {
            "created_at": line.created_at,
            "words": presenting.words_of(line),
            "credits": line.credits,
            "balance_after": line.balance_after,
        }
        for line in found.lines
    ]
    context: dict[str, Any] = {
        "balance": ledger.balance(user.pk, now),
        "plan": entitlements.plan_of(user.pk, now),
        "statement": statement,
        "next": found.next,
        "packs": [item for item in plans.CATALOGUE if not item.monthly],
        "growthplus": plans.for_sale(plans.GROWTHPLUS),
        "payment_off": True,
    }
    return render(request, "billing.html", context)


@login_required
def settings_page(request: HttpRequest) -> HttpResponse:
    """Show and make personal access tokens."""
    user = _person(request)
    form = TokenForm(request.POST or None)
    made = None
    if request.method == "POST":
        if revoke := request.POST.get("revoke", ""):
            tokens.revoke(user, revoke)
            messages.success(request, _("The token no longer works."))
            return redirect("settings")
        if form.is_valid():
            _row, made = tokens.create(user, form.cleaned_data["name"])
            form = TokenForm()
    context = {"tokens": user.tokens.order_by("-pk"), "form": form, "new_token": made}
    return render(request, "settings.html", context)


@login_required
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Hand the person everything that is kept about them, as a file."""
    response = JsonResponse(
        exports.everything(_person(request)), json_dumps_params={"indent": 2}
    )
    response["Content-Disposition"] = 'attachment; filename="hybrid-coach.json"'
    return response


@login_required
@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Delete the person who typed their own e-mail address to confirm it."""
    user = _person(request)
    if request.POST.get("email", "").strip().lower() != user.email:
        messages.error(request, _("That is not your e-mail address: nothing was done."))
        return redirect("settings")
    exports.erase(user)
    logout(request)
    messages.success(request, _("Your account and your conversations are gone."))
    return redirect("home")


@require_safe
def safety_page(request: HttpRequest) -> HttpResponse:
    """Show where to find help now; for everybody, always."""
    country = request.GET.get("country", "")[:2].upper() or None
    context = {
        "resources": safety.resources_for(country),
        "countries": safety.countries(),
        "country": country,
    }
    return render(request, "safety.html", context)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept, and who sees it."""
    return render(request, "privacy.html")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer that the process is alive."""
    return JsonResponse({"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer whether the process can take traffic, with reasons when not."""
    report = readiness.report()
    return JsonResponse(report, status=200 if report["ready"] else 503)


@require_safe
def prometheus(request: HttpRequest) -> HttpResponse:
    """Serve metrics to the bearer of METRICS_TOKEN, or without one to this machine."""
    if not _may_read_metrics(request):
        return HttpResponse("Metrics need the METRICS_TOKEN.\n", status=403)
    return HttpResponse(metrics.text(), content_type="text/plain; version=0.0.4")


def _may_read_metrics(request: HttpRequest) -> bool:
    if settings.METRICS_TOKEN:
        shown = tokens.bearer(request.headers.get("Authorization", "")) or ""
        return constant_time_compare(shown, settings.METRICS_TOKEN)
    forwarded = any(name in request.headers for name in FORWARDING)
    return not forwarded and request.META.get("REMOTE_ADDR") in ("127.0.0.1", "::1")


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def credits_in_header(request: HttpRequest) -> dict[str, Any]:
    """Tell every page what is in the wallet (a template context processor)."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {}
    key = user.pk
    return {"credits": SimpleLazyObject(lambda: ledger.balance(key, timezone.now()))}
