"""The live catalogue and policies, the same objects for every reader.

A process looks for changes at most every five seconds, with one query of one mark,
and reads the tables only when the mark has changed. When the database is away or
what it holds is broken, the last good snapshot goes on serving; before there is one,
what was shipped with the product does. Empty tables mean what was shipped, too.
"""

import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import Error as DatabaseFault
from django.utils import timezone

from routing import health, rollout, shipped
from routing.core import catalogue, experiment
from routing.core.catalogue import OWN_SERVERS, Catalogue
from routing.core.errors import PolicyError
from routing.core.lineup import Lineup, lineup
from routing.core.policy import Policy
from routing.models import Model, Revision
from routing.models import Policy as Version

REFRESH_S = 5.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Book:
    """What the tables say.

    Attributes:
        revision: the mark it was read at, None when it is the shipped one.
        base: the policy of everybody.
        trial: the policy on trial, with its share in percent.
        emergency: the policy that serves the emergency part of the budget.
    """

    revision: UUID | None
    catalogue: Catalogue
    base: Policy
    trial: tuple[Policy, int] | None
    emergency: Policy


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What decisions are made from, on one day with one set of providers."""

    book: Book
    lineup: Lineup
    served: Mapping[str, str]

    def policy_for(self, user_id: str) -> Policy:
        """Return a person's policy: always the same while the trial runs."""
        if self.book.trial is None:
            return self.book.base
        trial, share = self.book.trial
        return experiment.assign(user_id, trial.label, [(trial, share)], self.book.base)


class _Store:
    """The snapshot of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._looked_at = float("-inf")

    def latest(self) -> Snapshot:
        """Return what is at hand, for today and the present providers."""
        day, served = timezone.now().date(), served_now()
        held = self._snapshot
        if held is None:
            return _open(_shipped_book(), day, served)
        if held.lineup.day != day or held.served != served:
            held = self._snapshot = _open(held.book, day, served)
        return held

    def refreshed(self) -> Snapshot:
        """Return the snapshot after a look for changes, if one is due."""
        due = time.monotonic() - self._looked_at >= REFRESH_S
        # Whoever comes second goes on with what is there, unless there is nothing.
        if due and self._lock.acquire(blocking=self._snapshot is None):
            try:
                self._look()
            finally:
                self._lock.release()
        return self.latest()

    def expire(self) -> None:
        """Look for changes at the next reading."""
        self._looked_at = float("-inf")

    def forget(self) -> None:
        """Begin as a new process does."""
        self._snapshot = None
        self.expire()

    def _look(self) -> None:
        if time.monotonic() - self._looked_at < REFRESH_S:
            return  # somebody else looked while this thread waited for the lock
        held = self._snapshot
        try:
            mark = Revision.objects.values_list("mark", flat=True).first()
            if held is None or held.book.revision != mark:
                book = _read_book(mark) if mark else _shipped_book()
                self._snapshot = _open(book, timezone.now().date(), served_now())
        except DatabaseFault:
            logger.warning("the catalogue cannot be read; the last one serves")
        except PolicyError:
            logger.exception("the catalogue is broken; the last good one serves")
        self._looked_at = time.monotonic()


_store = _Store()


def snapshot() -> Snapshot:
    """Return the live snapshot; may ask the database for one mark."""
    return _store.refreshed()


def latest() -> Snapshot:
    """Return the snapshot without touching the database, for the event loop."""
    return _store.latest()


def expire() -> None:
    """Make the next `snapshot` look for changes at once."""
    _store.expire()


def forget() -> None:
    """Make the next `snapshot` begin as in a new process."""
    _store.forget()


def served_now() -> dict[str, str]:
    """Return the providers that the settings switch on.

    A server of our own is on when it has an address, any other provider when it has a
    key. The value is the model that the server is said to serve, or empty.
    """
    on: dict[str, str] = {}
    providers: Mapping[str, Mapping[str, Any]] = settings.PROVIDERS
    for name, access in providers.items():
        if access.get("base_urls" if name in OWN_SERVERS else "api_key"):
            on[name] = access.get("model") or ""
    return on


def usable_slots(*, demo: bool) -> dict[str, bool]:
    """Return for every slot whether a model that is up answers for it.

    Args:
        demo: whether the demo coach counts as a model.
    """
    live = snapshot().lineup
    if live.is_demo and not demo:
        return dict.fromkeys(live.slots, False)
    usable = health.here().usable
    return {
        slot: any(usable(model.name) for model in live.models_of(slot))
        for slot in live.slots
    }


def _open(book: Book, day: date, served: Mapping[str, str]) -> Snapshot:
    return Snapshot(book, lineup(book.catalogue, day, served), served)


def _shipped_book() -> Book:
    policies = shipped.read_policies()
    return Book(
        revision=None,
        catalogue=shipped.read_catalogue(),
        base=policies[shipped.DEFAULT_POLICY],
        trial=None,
        emergency=policies[shipped.EMERGENCY_POLICY],
    )


def _read_book(mark: UUID) -> Book:
    """Read the tables.

    Raises:
        PolicyError: what they hold is broken.
    """
    default = _shipped_book()
    rows = Model.objects.prefetch_related("prices")
    models = tuple(row.value() for row in rows)
    book = replace(default, revision=mark)
    if models:
        slots = default.catalogue.slots
        book = replace(book, catalogue=catalogue.check(Catalogue(slots, models)))
    for version in Version.objects.filter(state=Version.State.ACTIVE):
        policy = rollout.read(version.document, version.version)
        if version.share == rollout.EVERYBODY:
            book = replace(book, base=policy)
        else:
            book = replace(book, trial=(policy, version.share))
    return replace(book, emergency=_emergency() or default.emergency)


def _emergency() -> Policy | None:
    fit = (Version.State.VALIDATED, Version.State.ACTIVE)
    version = (
        Version.objects.filter(name=shipped.EMERGENCY_POLICY, state__in=fit)
        .order_by("-version")
        .first()
    )
    return rollout.read(version.document, version.version) if version else None
