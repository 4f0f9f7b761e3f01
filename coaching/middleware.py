"""What differs by address: errors of the API are JSON, the admin has its own CSP."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from coaching.errors import Refusal, refusal

API = "/api/v1/"
ADMIN = "/admin/"
TRUSTED_TYPES = ("require-trusted-types-for", "trusted-types")
OURS = {
    HTTPStatus.BAD_REQUEST: Refusal("bad_request", "This cannot be understood.", 400),
    HTTPStatus.FORBIDDEN: Refusal("forbidden", "You may not do this.", 403),
    HTTPStatus.NOT_FOUND: refusal("not_found"),
    HTTPStatus.METHOD_NOT_ALLOWED: Refusal(
        "bad_request", "This address does not know this method.", 405
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: Refusal(
        "internal", "Something went wrong on our side.", 500
    ),
}


def json_errors(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Give errors below the API's address the protocol's shape."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith(API) or response.status_code not in OURS:
            return response
        if response.headers.get("Content-Type", "").startswith("application/json"):
            return response
        told = OURS[HTTPStatus(response.status_code)]
        if _too_large(request):
            told = refusal("message_too_long")
        shaped = JsonResponse({"error": told.body()}, status=told.status)
        if allow := response.headers.get("Allow"):
            shaped["Allow"] = allow
        return shaped

    return middleware


def admin_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Leave Trusted Types out below /admin/: Django's own jQuery writes HTML.

    Everything else of the policy holds there too.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith(ADMIN):
            response._csp_replace = dict.fromkeys(TRUSTED_TYPES)  # type: ignore[attr-defined]
        return response

    return middleware


def _too_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdecimal() and int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE
