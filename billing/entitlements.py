"""Which plan a person has, and the credits that come with it every month."""

from calendar import monthrange
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from billing import ledger
from billing.errors import ReasonMissing, UnknownPlan
from billing.models import CreditLot, LotKind, PlanGrant
from billing.plans import GROWTHPLUS, TRIAL, PlanName, for_sale

SOURCE = "plan"


def plan_of(user_id: UUID, now: datetime) -> PlanName:
    """Return the plan that the person has at `now`."""
    return GROWTHPLUS if _running(now).filter(user=user_id).exists() else TRIAL


@transaction.atomic
def set_plan(
    user_id: UUID, plan: str, actor: str, reason: str, now: datetime | None = None
) -> None:
    """Give a person a plan by hand; the plan they have already changes nothing.

    GrowthPlus comes with this month's allowance. Back to trial ends it at once, and
    what is left of the allowance expires; other credits stay.

    Raises:
        UnknownPlan: there is no such plan.
        ReasonMissing: `reason` is blank.
    """
    if plan not in (TRIAL, GROWTHPLUS):
        raise UnknownPlan(plan)
    if not reason.strip():
        raise ReasonMissing
    now = now or timezone.now()
    ledger.lock(user_id)
    running = _running(now).filter(user=user_id).first()
    if plan == GROWTHPLUS and not running:
        given = PlanGrant.objects.create(
            user_id=user_id,
            plan=plan,
            starts_at=now,
            allowance_until=now,
            reason=reason,
            actor=actor,
        )
        _renew(given, now)
    elif plan == TRIAL and running:
        _end(running, actor, reason, now)


def renew_allowances(now: datetime) -> int:
    """Grant the month's credits wherever a month has begun; return to how many."""
    due = _running(now).filter(allowance_until__lte=now)
    grants = list(due.order_by("pk"))
    for given in grants:
        with transaction.atomic():
            ledger.lock(given.user_id)
            _renew(given, now)
    return len(grants)


def _running(now: datetime) -> QuerySet[PlanGrant]:
    unended = Q(ends_at__isnull=True) | Q(ends_at__gt=now)
    return PlanGrant.objects.filter(unended, plan=GROWTHPLUS, starts_at__lte=now)


def _renew(given: PlanGrant, now: datetime) -> None:
    """Grant the month that `now` is in, once; months that passed by give nothing.

    Lock precondition: the wallet.
    """
    month = _months_between(given.starts_at, now)
    until = _months_after(given.starts_at, month + 1)
    ledger.grant(
        given.user_id,
        key=f"plan:{given.pk}:{month}",
        credits=for_sale(GROWTHPLUS).credits,
        kind=LotKind.MONTHLY,
        source_type=SOURCE,
        source_id=f"{given.pk}:{month}",
        expires_at=until,
        now=now,
    )
    PlanGrant.objects.filter(pk=given.pk).update(allowance_until=until)


def _end(running: PlanGrant, actor: str, reason: str, now: datetime) -> None:
    PlanGrant.objects.filter(pk=running.pk).update(ends_at=now)
    allowances = CreditLot.objects.filter(
        CreditLot.unlapsed(now),
        wallet__user=running.user_id,
        source_type=SOURCE,
        source_id__startswith=f"{running.pk}:",
    )
    for lot_id in list(allowances.values_list("pk", flat=True)):
        ledger.void(lot_id, actor=actor, reason=reason, now=now)


def _months_between(start: datetime, now: datetime) -> int:
    months = (now.year - start.year) * 12 + now.month - start.month
    return months if _months_after(start, months) <= now else months - 1


def _months_after(start: datetime, months: int) -> datetime:
    """Return the same day of a later month, or that month's last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    return start.replace(year=year, month=month + 1, day=day)
