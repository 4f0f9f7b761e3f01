"""The ASGI application: pages and API over HTTP, the chat over WebSocket."""

import os

from channels.routing import ProtocolTypeRouter, URLRouter
from django.core.asgi import get_asgi_application
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coaching.settings")
http = get_asgi_application()

from coaching.consumers import ChatConsumer  # noqa: E402 (needs the apps)
from coaching.lifecycle import lifespan  # noqa: E402
from coaching.sockets import OriginGuard  # noqa: E402

sockets = OriginGuard(URLRouter([path("ws/chat/", ChatConsumer.as_asgi())]))
application = ProtocolTypeRouter(
    {"http": http, "websocket": sockets, "lifespan": lifespan}
)
