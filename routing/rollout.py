"""A policy's way to the people: draft, validated, active for a share, retired."""

import tomllib
from datetime import datetime

from django.db import transaction

from routing import shipped
from routing.core.errors import PolicyError
from routing.core.policy import Policy as CorePolicy
from routing.core.policy import parse
from routing.models import Policy

EVERYBODY = 100


def read(text: str, version: int = 1) -> CorePolicy:
    """Return the policy that a TOML text describes.

    Raises:
        PolicyError: one line per fault, each beginning with its path.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"document: {error}") from None
    return parse(document, shipped.slots(), version)


@transaction.atomic
def draft(policy: Policy) -> Policy:
    """Save an unsaved policy as the next version of the name in its document.

    Raises:
        PolicyError: the document is not TOML or has no name.
    """
    policy.name = _name_in(policy.document)
    newest = Policy.objects.filter(name=policy.name).order_by("-version").first()
    policy.version = newest.version + 1 if newest else 1
    policy.state = Policy.State.DRAFT
    policy.save()
    return policy


def _name_in(text: str) -> str:
    try:
        return str(tomllib.loads(text)["name"])
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"document: {error}") from None
    except KeyError:
        raise PolicyError("name: a policy needs one") from None


@transaction.atomic
def validate(version: Policy) -> None:
    """Mark a draft as fit to go live; do nothing to any other.

    Raises:
        PolicyError: it is not fit; it stays a draft.
    """
    read(version.document, version.version)
    if version.state == Policy.State.DRAFT:
        version.state = Policy.State.VALIDATED
        version.save()


@transaction.atomic
def activate(version: Policy, share: int, now: datetime) -> None:
    """Give a policy to `share` percent of the people; at 100 it replaces the others.

    A smaller share puts it on trial beside the policy of everybody, and ends the
    trial that ran before. A retired version may come back.

    Raises:
        PolicyError: it is not valid, or `share` is not 1 to 100.
    """
    if not 1 <= share <= EVERYBODY:
        raise PolicyError(f"share: must be 1 to 100, not {share}")
    validate(version)
    live = Policy.objects.select_for_update().filter(state=Policy.State.ACTIVE)
    if share < EVERYBODY:
        if live.filter(pk=version.pk, share=EVERYBODY).exists():
            raise PolicyError("share: the policy of everybody is not on trial")
        live = live.filter(share__lt=EVERYBODY)
    live.exclude(pk=version.pk).update(state=Policy.State.RETIRED, share=0)
    version.state = Policy.State.ACTIVE
    version.share = share
    version.activated_at = now
    version.save()


@transaction.atomic
def retire(version: Policy) -> None:
    """End a trial; people get the policy of everybody again.

    Raises:
        PolicyError: it is the policy of everybody.
    """
    if version.share == EVERYBODY:
        raise PolicyError("state: activate another policy for everybody instead")
    version.state = Policy.State.RETIRED
    version.share = 0
    version.save()
