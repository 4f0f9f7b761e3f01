"""The catalogue and the policies that come with the product, and how they get in."""

import tomllib
from functools import cache
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from routing.core import catalogue, policy
from routing.core.catalogue import Catalogue
from routing.core.policy import Policy
from routing.models import Model as Row
from routing.models import Policy as Version
from routing.models import Price, Revision

HERE = Path(__file__).resolve().parent
DEFAULT_POLICY = "cascade"
EMERGENCY_POLICY = "groq-only"


@cache
def read_catalogue() -> Catalogue:
    """Return the catalogue of `catalogue.toml`."""
    text = (HERE / "catalogue.toml").read_text(encoding="utf-8")
    return catalogue.parse(tomllib.loads(text))


@cache
def read_policies() -> dict[str, Policy]:
    """Return the policies of `policies/` by name."""
    return {
        name: policy.parse(tomllib.loads(text), slots())
        for name, text in documents().items()
    }


@cache
def documents() -> dict[str, str]:
    """Return the text of each policy of `policies/` by name."""
    files = sorted((HERE / "policies").glob("*.toml"))
    return {path.stem: path.read_text(encoding="utf-8") for path in files}


def slots() -> tuple[str, ...]:
    """Return every slot, the weakest first."""
    return tuple(read_catalogue().slots)


@transaction.atomic
def seed() -> int:
    """Bring the database up to what is shipped; return how many rows changed.

    A row or policy that is not there is added; a row that staff never edited gets
    the shipped values; what staff edited, activated or retired stays as it is.
    Doing it again changes nothing.
    """
    changed = _seed_rows() + _seed_policies()
    if changed:
        Revision.advance()
    return changed


def _seed_rows() -> int:
    present = {row.name: row for row in Row.objects.prefetch_related("prices")}
    fresh = [
        (rank * 10, model)
        for rank, model in enumerate(read_catalogue().models, start=1)
        if _is_due(present.get(model.name), model, rank * 10)
    ]
    rows = [_row(model, rank, present.get(model.name)) for rank, model in fresh]
    names = [model.name for _, model in fresh]
    Row.objects.bulk_create([row for row in rows if row.name not in present])
    Row.objects.bulk_update([row for row in rows if row.name in present], _COLUMNS)
    Price.objects.filter(model__name__in=names).delete()
    ids = dict(Row.objects.filter(name__in=names).values_list("name", "pk"))
    Price.objects.bulk_create(
        [_price(price, ids[model.name]) for _, model in fresh for price in model.prices]
    )
    return len(rows)


_COLUMNS = [
    column.name
    for column in Row._meta.concrete_fields
    if column.name not in ("id", "name", "updated_at")
]


def _is_due(row: Row | None, model: catalogue.Model, rank: int) -> bool:
    if row is None:
        return True
    return not row.edited and (row.rank != rank or row.value() != model)


def _row(model: catalogue.Model, rank: int, present: Row | None) -> Row:
    """Return the table's row of a shipped model."""
    return Row(
        pk=present.pk if present else None,
        name=model.name,
        label=model.label,
        slot=model.slot,
        also=list(model.also),
        rank=rank,
        provider=model.provider,
        model_id=model.model_id,
        credits=model.credits,
        context_tokens=model.context_tokens,
        trains=model.trains,
        retention_days=model.retention_days,
        logprobs=model.logprobs,
        ends_on=model.ends_on,
        successor_id=model.successor,
        first_token_s=model.first_token_s,
        idle_s=model.idle_s,
        quirks=dict(model.quirks),
        enabled=model.enabled,
        note=model.note,
    )


def _price(price: catalogue.Price, row_id: int) -> Price:
    start = catalogue.Price(0, 0).since
    return Price(
        model_id=row_id,
        since=None if price.since == start else price.since,
        up_to_tokens=price.up_to_tokens,
        input_microusd=price.input_microusd,
        output_microusd=price.output_microusd,
        cached_microusd=price.cached_microusd,
    )


def _seed_policies() -> int:
    added = 0
    for name, text in documents().items():
        versions = Version.objects.filter(name=name)
        if versions.filter(shipped=True, document=text).exists():
            continue
        newest = versions.order_by("-version").first()
        version = Version.objects.create(
            name=name,
            version=newest.version + 1 if newest else 1,
            document=text,
            state=Version.State.VALIDATED,
            shipped=True,
            note="came with the product",
        )
        added += 1
        _follow(version, newest)
    return added


def _follow(version: Version, before: Version | None) -> None:
    """Make a shipped version live where its shipped predecessor was, or at first."""
    live = Version.objects.filter(state=Version.State.ACTIVE)
    if before is None:
        takes_over = version.name == DEFAULT_POLICY and not live.exists()
    else:
        takes_over = (
            before.shipped
            and before.state == Version.State.ACTIVE
            and before.share == 100  # noqa: PLR2004 (percent)
        )
    if not takes_over:
        return
    if before is not None:
        live.filter(pk=before.pk).update(state=Version.State.RETIRED, share=0)
    version.state = Version.State.ACTIVE
    version.share = 100
    version.activated_at = timezone.now()
    version.save()
