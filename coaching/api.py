"""The JSON API under /api/v1/: schemas at the border, ownership in the queries."""

from collections.abc import AsyncGenerator
from http import HTTPStatus
from typing import Annotated, Any, Literal, cast
from uuid import UUID

from asgiref.sync import async_to_sync
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from ninja import Field, NinjaAPI, Router, Schema, Status
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import SessionAuth

from billing.errors import BillingError
from coaching import (
    commands,
    explaining,
    exports,
    presenting,
    probing,
    reading,
    runner,
    tokens,
    verdicts,
    viewing,
    wakeups,
)
from coaching.commands import Ask, More
from coaching.errors import (
    BadRequest,
    CoachingError,
    Forbidden,
    NotFound,
    Refusal,
    describe,
    refusal,
)
from coaching.models import Conversation, Run, RunState, Turn, User
from coaching.presenting import Json
from routing.core.errors import RoutingError

COMMENT_EVERY_S = 15.0


class PersonAuth(SessionAuth):
    """A bearer token if one is sent, else the session cookie with its CSRF token."""

    def __call__(self, request: HttpRequest) -> Any:
        """Return the person, or None."""
        token = tokens.bearer(request.headers.get("Authorization", ""))
        if token is None:
            logged_in = request.user.is_authenticated
            return super().__call__(request) if logged_in else None
        user = tokens.user_of(token)
        if user is not None:
            request.user = user
        return user


api = NinjaAPI(
    title="Hybrid Coach",
    version="1",
    auth=PersonAuth(),
    urls_namespace="api",
    openapi_url="/openapi.json",
    docs_url="/docs",
)
people = Router(tags=["people"])
talk = Router(tags=["conversations"])
staff = Router(tags=["staff"])


# Conversations and turns


class ConversationIn(Schema):
    """A new conversation; the id may be the client's."""

    id: UUID | None = None
    title: str = Field("", max_length=200)


class ConversationPatch(Schema):
    """What may be changed about a conversation."""

    title: str | None = Field(None, max_length=200)
    archived: bool | None = None
    active_turn: UUID | None = None


class TurnIn(Schema):
    """A message; `id` is the idempotency key."""

    id: UUID
    text: str
    parent: UUID | None = None


class MoreIn(Schema):
    """A further run of a turn; `id` is the idempotency key."""

    id: UUID
    reasons: list[str] = Field([], max_length=10)


class StopIn(Schema):
    """Which run to stop; the streaming one by default."""

    run: int | None = None


class RatingIn(Schema):
    """Thumbs for a run: -1, 1, or 0 to clear."""

    run: int | None = None
    value: Literal[-1, 0, 1]
    reasons: list[str] = Field([], max_length=10)
    comment: str = Field("", max_length=2_000)


class PreferredIn(Schema):
    """Which of two runs helped more; null: the same."""

    between: tuple[int, int]
    winner: int | None


@talk.get("/conversations")
def list_conversations(
    request: HttpRequest, q: str = "", archived: bool = False, cursor: str | None = None
) -> Json:
    """Return the person's conversations, the latest first."""
    return presenting.conversations(
        _user(request),
        query=commands.readable(q[:200]),
        archived=archived,
        cursor=cursor,
    )


@talk.post("/conversations", response={201: dict[str, Any]})
def make_conversation(request: HttpRequest, body: ConversationIn) -> Status[Json]:
    """Make an empty conversation; the same id again returns the same one."""
    user = _user(request)
    title = commands.readable(body.title)
    if body.id is None:
        made = Conversation.objects.create(user=user, title=title)
    else:
        made, _ = Conversation.objects.get_or_create(
            pk=body.id, defaults={"user": user, "title": title}
        )
    shown = presenting.conversation_with_turns(user, made.pk)
    return Status(201, shown)


@talk.get("/conversations/{conversation_id}")
def get_conversation(
    request: HttpRequest, conversation_id: UUID, cursor: str | None = None
) -> Json:
    """Return a conversation and a page of its turns, the newest first."""
    return presenting.conversation_with_turns(_user(request), conversation_id, cursor)


@talk.patch("/conversations/{conversation_id}")
def change_conversation(
    request: HttpRequest, conversation_id: UUID, body: ConversationPatch
) -> Json:
    """Rename, archive, or show another branch."""
    user = _user(request)
    conversation = presenting.owned_conversation(user, conversation_id)
    if body.title is not None:
        conversation.title = commands.readable(body.title).strip()
    if body.archived is not None:
        conversation.archived = body.archived
    if body.active_turn is not None:
        turn = conversation.turns.filter(pk=body.active_turn).first()
        if turn is None:
            raise NotFound
        conversation.active_turn = turn
    conversation.save(update_fields=["title", "archived", "active_turn"])
    if body.title is not None:
        _on_loop(wakeups.title, user.pk, conversation_id, conversation.title)
    return presenting.conversation_with_turns(user, conversation_id)


@talk.delete("/conversations/{conversation_id}", response={204: None})
def delete_conversation(request: HttpRequest, conversation_id: UUID) -> Status[None]:
    """Delete a conversation with everything said in it."""
    user = _user(request)
    conversation = presenting.owned_conversation(user, conversation_id)
    for turn in conversation.turns.filter(state=RunState.STREAMING):
        async_to_sync(commands.stop)(user.pk, turn.pk, None)
    conversation.delete()
    return Status(204, None)


@talk.post("/conversations/{conversation_id}/turns", response={202: dict[str, Any]})
def ask(request: HttpRequest, conversation_id: UUID, body: TurnIn) -> Status[Json]:
    """Send a message; the answer comes through events."""
    command = Ask(
        id=body.id,
        conversation=conversation_id,
        text=body.text,
        parent=body.parent,
        follow="parent" not in body.model_fields_set,
    )
    opened = _on_loop(commands.ask, _user(request).pk, command)
    return Status(202, presenting.turn_of(_user(request).pk, opened.turn_id))


@talk.get("/turns/{turn_id}")
def get_turn(request: HttpRequest, turn_id: UUID) -> Json:
    """Return a turn in whatever state it is."""
    return presenting.turn_of(_user(request).pk, turn_id)


@talk.post("/turns/{turn_id}/stop")
def stop(request: HttpRequest, turn_id: UUID, body: StopIn | None = None) -> Json:
    """Stop the streaming run; on a finished one this changes nothing."""
    user_id = _user(request).pk
    _on_loop(commands.stop, user_id, turn_id, body.run if body else None)
    return presenting.turn_of(user_id, turn_id)


@talk.post("/turns/{turn_id}/better", response={202: dict[str, Any]})
def better(request: HttpRequest, turn_id: UUID, body: MoreIn) -> Status[Json]:
    """Get a better response, one rung higher."""
    return _more(request, turn_id, body, Run.Kind.BETTER)


@talk.post("/turns/{turn_id}/again", response={202: dict[str, Any]})
def again(request: HttpRequest, turn_id: UUID, body: MoreIn) -> Status[Json]:
    """Get another answer from the same rung."""
    return _more(request, turn_id, body, Run.Kind.AGAIN)


def _more(
    request: HttpRequest, turn_id: UUID, body: MoreIn, kind: Run.Kind
) -> Status[Json]:
    command = More(body.id, turn_id, kind, tuple(body.reasons))
    _on_loop(commands.more, _user(request).pk, command)
    return Status(202, presenting.turn_of(_user(request).pk, turn_id))


@talk.put("/turns/{turn_id}/rating")
def rate(request: HttpRequest, turn_id: UUID, body: RatingIn) -> Json:
    """Say what a run's answer was worth."""
    user_id = _user(request).pk
    turn = reading.owned(user_id, turn_id)
    if not set(body.reasons) <= commands.REASONS:
        raise BadRequest("One of the reasons is not known.")
    verdicts.rate(
        _run(turn, turn.active_run if body.run is None else body.run),
        verdicts.Rating(
            body.value, tuple(body.reasons), commands.readable(body.comment)
        ),
    )
    return presenting.turn_of(user_id, turn_id)


@talk.put("/turns/{turn_id}/preferred")
def prefer(request: HttpRequest, turn_id: UUID, body: PreferredIn) -> Json:
    """Answer "Which helped more?"."""
    user_id = _user(request).pk
    turn = reading.owned(user_id, turn_id)
    first, second = body.between
    if first == second or body.winner not in (first, second, None):
        raise BadRequest("The winner is one of two different runs, or null.")
    for number in (first, second):
        _run(turn, number)
    verdicts.prefer(turn, first, second, body.winner)
    return presenting.turn_of(user_id, turn_id)


def _run(turn: Turn, number: int) -> Run:
    run = turn.runs.filter(number=number).first()
    if run is None:
        raise NotFound
    return run


@talk.get("/turns/{turn_id}/events")
def events(
    request: HttpRequest, turn_id: UUID, after: Annotated[int, Field(ge=0)] = 0
) -> HttpResponse | StreamingHttpResponse:
    """Stream the turn's events as Server-Sent Events."""
    turn = reading.owned(_user(request).pk, turn_id)
    last_id = request.headers.get("Last-Event-ID", "")
    if last_id.isascii() and last_id.isdecimal():
        after = int(last_id[:18])
    if turn.state != RunState.STREAMING and after >= turn.seq:
        return HttpResponse(status=204)
    return StreamingHttpResponse(
        _sse(turn_id, after),
        content_type="text/event-stream",
        headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"},
    )


async def _sse(turn_id: UUID, after: int) -> AsyncGenerator[str, None]:
    here = await runner.here()
    async for event in viewing.tail(here.log, turn_id, after, COMMENT_EVERY_S):
        if event is None:
            yield ": still here\n\n"
        else:
            yield f"id: {event.seq}\ndata: {event.frame}\n\n"


# People


class TokenIn(Schema):
    """What to call a token."""

    name: str = Field(min_length=1, max_length=80)


@people.get("/me")
def get_me(request: HttpRequest) -> Json:
    """Return who is logged in, their plan and credits."""
    return presenting.me(_user(request))


@people.delete("/me", response={204: None})
def erase_me(request: HttpRequest) -> Status[None]:
    """Delete the person and everything they said."""
    exports.erase(_user(request))
    return Status(204, None)


@people.get("/export")
def export(request: HttpRequest) -> Json:
    """Return everything that is kept about the person."""
    return exports.everything(_user(request))


@people.get("/ledger")
def get_ledger(request: HttpRequest, cursor: str | None = None) -> Json:
    """Return the person's credits, entry by entry, the newest first."""
    return presenting.statement(_user(request), cursor)


@people.get("/models")
def get_models(request: HttpRequest) -> Json:
    """Return the models that may answer the person."""
    return presenting.models(_user(request))


@people.post("/tokens", response={201: dict[str, Any]})
def make_token(request: HttpRequest, body: TokenIn) -> Status[Json]:
    """Make a personal access token; it is shown this once."""
    row, text = tokens.create(_user(request), commands.readable(body.name))
    return Status(201, {"id": row.pk, "name": row.name, "token": text})


# Staff


class LineIn(Schema):
    """One earlier message."""

    role: Literal["user", "assistant"]
    text: str


class ExplainIn(Schema):
    """A message to explain the routing of."""

    text: str = Field(max_length=commands.MESSAGE_CHARS)
    history: list[LineIn] = Field([], max_length=200)
    plan: Literal["trial", "growthplus", "byok"] = "trial"


@staff.post("/explain")
def explain(request: HttpRequest, body: ExplainIn) -> Json:
    """Say which model would answer, and why; nothing is called or charged."""
    _staff(request)
    history = [(line.role, line.text) for line in body.history]
    return explaining.explain(body.text, history, body.plan)


@staff.post("/models/{name}/probe")
def probe(request: HttpRequest, name: str) -> Json:
    """Ask a model for one token, whatever its breaker says; this is a real call."""
    _staff(request)
    return cast(Json, _on_loop(probing.probe, name))


# Borders


def _user(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User):
        raise Forbidden("This is for people.")
    return user


def _staff(request: HttpRequest) -> None:
    if not _user(request).is_staff:
        raise Forbidden("This is for staff.")


def _on_loop(call: Any, *args: Any) -> Any:
    """Call an async command on the server's own event loop, where answers run."""
    return async_to_sync(call)(*args)


def _respond(request: HttpRequest, told: Refusal) -> HttpResponse:
    response = api.create_response(request, {"error": told.body()}, status=told.status)
    if told.retry_at:
        wait_s = (told.retry_at - timezone.now()).total_seconds()
        response["Retry-After"] = str(max(1, round(wait_s)))
    return response


@api.exception_handler(CoachingError)
@api.exception_handler(BillingError)
@api.exception_handler(RoutingError)
def _expected(request: HttpRequest, error: Any) -> HttpResponse:
    return _respond(request, describe(error))


@api.exception_handler(AuthenticationError)
def _unauthenticated(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return _respond(request, refusal("unauthenticated"))


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    code = "forbidden" if error.status_code == HTTPStatus.FORBIDDEN else "bad_request"
    return _respond(request, Refusal(code, str(error), error.status_code))


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fault = error.errors[0]
    if fault["loc"][0] == "path":  # such an id can be nobody's
        return _respond(request, refusal("not_found"))
    where = ".".join(str(part) for part in fault["loc"] if part != "body")
    return _respond(request, Refusal("bad_request", f"{where}: {fault['msg']}", 400))


api.add_router("", people)
api.add_router("", talk)
api.add_router("/staff", staff)
