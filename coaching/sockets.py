"""Who may open a chat socket: a session from our own page, or a bearer token."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.auth import (
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
)
from django.http import parse_cookie
from django.utils.crypto import constant_time_compare

from coaching import tokens
from coaching.models import User

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
SendMessage = Callable[[dict[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, SendMessage], Awaitable[None]]

PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a socket showed when it opened; looked at again on every command."""

    token: str | None = None
    session_key: str | None = None

    def user_id(self) -> UUID | None:
        """Return whose socket this is, None when nobody's any more."""
        if self.token is not None:
            user = tokens.user_of(self.token)
        elif self.session_key:
            user = _session_user(self.session_key)
        else:
            user = None
        return user.pk if user else None


class OriginGuard:
    """Refuse, before it opens, a socket that another site's page asks for.

    A browser sends cookies along with any page's socket; the origin tells whose
    page it is. A bearer token is never sent by itself, so it needs no origin.
    """

    def __init__(self, application: Application) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: SendMessage) -> None:
        """Attach the credentials, or close with 403."""
        headers = {name: value.decode("latin1") for name, value in scope["headers"]}
        token = tokens.bearer(headers.get(b"authorization", ""))
        cookies = parse_cookie(headers.get(b"cookie", ""))
        session_key = cookies.get(settings.SESSION_COOKIE_NAME)
        if token is None and session_key and not _same_origin(scope, headers):
            await receive()
            await send({"type": "websocket.close", "code": 4403})
            return
        credentials = Credentials(token, None if token is not None else session_key)
        await self._application({**scope, "credentials": credentials}, receive, send)


def _same_origin(scope: Scope, headers: dict[bytes, str]) -> bool:
    origin = urlsplit(headers.get(b"origin", ""))
    scheme = "https" if scope.get("scheme") in ("wss", "https") else "http"
    if settings.TRUSTED_PROXIES:
        scheme = headers.get(b"x-forwarded-proto", scheme).split(",")[0].strip()
    host = urlsplit(f"//{headers.get(b'host', '')}")
    try:
        ours = (scheme, host.hostname, host.port or PORTS.get(scheme))
        theirs = (origin.scheme, origin.hostname, origin.port or PORTS[origin.scheme])
    except (KeyError, ValueError):
        return False
    return ours == theirs and host.hostname is not None


def _session_user(session_key: str) -> User | None:
    store = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    data = store.load()
    if data.get(BACKEND_SESSION_KEY) not in settings.AUTHENTICATION_BACKENDS:
        return None
    user = User.objects.filter(pk=data.get(SESSION_KEY), is_active=True).first()
    if user is None:
        return None
    known = data.get(HASH_SESSION_KEY, "")
    # A changed password changes the hash: the socket of the old one is over.
    return user if constant_time_compare(known, user.get_session_auth_hash()) else None
