"""Personal access tokens: shown once, kept as digests."""

import hashlib
import secrets
from datetime import timedelta

from django.utils import timezone

from coaching.models import AccessToken, User

PREFIX = "hc_"
USED_EVERY = timedelta(minutes=5)


def create(user: User, name: str) -> tuple[AccessToken, str]:
    """Make a token; the text is returned here and never again."""
    text = PREFIX + secrets.token_urlsafe(32)
    row = AccessToken.objects.create(user=user, name=name, digest=_digest(text))
    return row, text


def user_of(text: str) -> User | None:
    """Return the active owner of a token, None when there is none."""
    row = (
        AccessToken.objects.select_related("user")
        .filter(digest=_digest(text), user__is_active=True)
        .first()
    )
    if row is None:
        return None
    now = timezone.now()
    if row.last_used_at is None or now - row.last_used_at > USED_EVERY:
        AccessToken.objects.filter(pk=row.pk).update(last_used_at=now)
    return row.user


def bearer(header: str) -> str | None:
    """Return the token of an `Authorization` header, None when it has none."""
    scheme, _, text = header.partition(" ")
    return text.strip() if scheme.lower() == "bearer" else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def revoke(user: User, identifier: str) -> None:
    """Delete one of the person's tokens; do nothing when it is not theirs."""
    if identifier.isdecimal():
        AccessToken.objects.filter(user=user, pk=int(identifier)).delete()
