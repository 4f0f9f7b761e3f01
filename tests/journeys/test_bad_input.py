"""Whatever is sent, the answer is plain, nothing is lost and nothing is left held."""

import json
from collections.abc import AsyncIterator
from uuid import uuid4

import aiohttp
import pytest

from tests.fakes.openai_server import FakeOpenAI
from tests.product import Api, Person, Product, Tab, tab

NOBODY = str(uuid4())


@pytest.fixture
async def page(site: Product, ana: Person) -> AsyncIterator[Tab]:
    async with tab(site, ana) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("", "bad_request", id="empty"),
        pytest.param("  \n ", "bad_request", id="only blanks"),
        pytest.param("\x00", "bad_request", id="only a NUL"),
        pytest.param("a" * 8_001, "message_too_long", id="8,001 characters"),
    ],
)
async def test_a_message_that_cannot_be_sent(page: Tab, text: str, code: str):
    turn = await page.ask(text)
    refused = await page.hears()
    assert (refused["type"], refused["code"], refused["id"]) == ("error", code, turn)
    assert len(refused["message"]) > 10


async def test_a_message_of_exactly_8000_characters_is_fine(page: Tab):
    await page.ask("é" * 8_000)
    assert (await page.until("finished"))[-1]["state"] == "answered"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{", id="not JSON"),
        pytest.param("[]", id="not an object"),
        pytest.param("null", id="null"),
        pytest.param('"ask"', id="a string"),
        pytest.param("{}", id="no type"),
        pytest.param('{"type": 7}', id="a type that is a number"),
        pytest.param('{"type": "dance"}', id="an unknown type"),
        pytest.param('{"type": "ask"}', id="an ask of nothing"),
        pytest.param(
            '{"type": "ask", "id": "x", "text": "hi"}', id="ids that are none"
        ),
        pytest.param(
            json.dumps({"type": "watch", "conversation": NOBODY, "after": 3}),
            id="places that are none",
        ),
        pytest.param(
            json.dumps(
                {"type": "watch", "conversation": NOBODY, "after": {NOBODY: -1}}
            ),
            id="a place below zero",
        ),
        pytest.param(
            json.dumps(
                {"type": "better", "id": NOBODY, "turn": NOBODY, "reasons": "no"}
            ),
            id="reasons that are none",
        ),
        pytest.param(
            json.dumps({"type": "stop", "turn": NOBODY, "run": "1"}),
            id="a run that is text",
        ),
        pytest.param(
            json.dumps({"type": "resume", "turn": NOBODY, "after": True}),
            id="a place that is true",
        ),
        pytest.param('{"type": "zz", "id": "\\ud800"}', id="half a character as id"),
        pytest.param('{"type": "ping", "x": ' + "[" * 5_000, id="deep nesting"),
        pytest.param(json.dumps({"type": "ask", "text": "x" * 100_000}), id="100 KB"),
    ],
)
async def test_a_frame_that_is_not_understood_harms_nothing(page: Tab, text: str):
    await page.says_raw(text)
    refused = await page.hears()
    assert refused["type"] == "error"
    assert refused["code"] in ("bad_request", "not_found", "message_too_long")
    await page.says(type="ping")
    assert (await page.hears())["type"] == "pong"


async def test_half_a_character_is_replaced_and_answered(page: Tab):
    frame = {"type": "ask", "id": str(uuid4()), "conversation": str(uuid4())}
    await page.says_raw(
        json.dumps({**frame, "text": "How do I start? "})[:-2] + '\\ud83d"}'
    )
    assert (await page.until("finished"))[-1]["state"] == "answered"


@pytest.mark.parametrize("kind", ["better", "again", "stop", "resume"])
@pytest.mark.parametrize("whose", ["nobody's", "another's"])
async def test_a_turn_of_somebody_else_is_not_there(
    site: Product, page: Tab, bo: Person, kind: str, whose: str
):
    turn = NOBODY
    if whose == "another's":
        async with tab(site, bo) as other:
            turn = await other.ask("How do I start journaling?")
            await other.until("finished")
    await page.says(type=kind, id=str(uuid4()), turn=turn)
    refused = await page.hears()
    assert (refused["type"], refused["code"]) == ("error", "not_found")


async def test_a_conversation_of_somebody_else_is_not_there(
    site: Product, page: Tab, bo: Person
):
    theirs = str(uuid4())
    async with tab(site, bo) as other:
        await other.ask("How do I start journaling?", theirs)
        await other.until("finished")
    await page.says(type="watch", conversation=theirs)
    assert (await page.hears())["code"] == "not_found"
    await page.ask("Let me in", theirs)
    assert (await page.hears())["code"] == "not_found"


async def test_an_unknown_parent_is_not_there(page: Tab):
    conversation = str(uuid4())
    await page.ask("How do I start journaling?", conversation)
    await page.until("finished")
    await page.ask("And then?", conversation, parent=NOBODY)
    assert (await page.until("error"))[-1]["code"] == "not_found"


async def test_asking_under_a_running_answer_is_a_conflict(
    page: Tab, upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.05)
    conversation = str(uuid4())
    turn = await page.ask("How do I start journaling?", conversation)
    await page.until("delta")
    await page.ask("And then?", conversation)
    assert (await page.until("error"))[-1]["code"] == "conflict"
    await page.says(type="better", id=str(uuid4()), turn=turn)
    assert (await page.until("error"))[-1]["code"] == "conflict"
    await page.until("finished")


async def test_an_edited_message_stands_beside_the_first(
    site: Product, page: Tab, ana: Person
):
    conversation = str(uuid4())
    first = await page.ask("How do I start journaling?", conversation)
    await page.until("finished")
    edited = await page.ask("How do I start running?", conversation, parent=None)
    await page.until("finished")
    shown = await Api(site, ana).get(f"conversations/{conversation}")
    assert {turn["id"]: turn["parent"] for turn in shown["turns"]["items"]} == {
        first: None,
        edited: None,
    }
    assert shown["active_turn"] == edited


async def test_three_answers_at_a_time(site: Product, page: Tab, upstream: FakeOpenAI):
    upstream.script("small", every_s=0.2)
    for _ in range(4):
        await page.ask("How do I start journaling?")
    refused = (await page.until("error"))[-1]
    assert refused["code"] == "rate_limited"
    assert refused["retry_at"]


class TestWhoMayOpenASocket:
    """The session cookie with our own origin, or a bearer token."""

    async def _status(self, site: Product, **headers: str) -> int:
        async with aiohttp.ClientSession() as session:
            try:
                async with session.ws_connect(
                    f"{site.url}/ws/chat/", headers=headers
                ) as socket:
                    await socket.receive(5)
                    return socket.close_code or 0
            except aiohttp.WSServerHandshakeError as refused:
                return refused.status

    async def test_nobody_is_told_to_log_in(self, site: Product):
        assert await self._status(site) == 4401

    async def test_a_token_that_is_none_is_told_to_log_in(self, site: Product):
        assert await self._status(site, Authorization="Bearer hc_nothing") == 4401

    @pytest.mark.parametrize(
        "origin",
        [
            None,
            "https://evil.example",
            "http://127.0.0.1:1",
            "null",
            "http://localhost",
        ],
    )
    async def test_another_sites_page_is_refused_before_the_socket_opens(
        self, site: Product, ana: Person, origin: str | None
    ):
        cookie = await session_cookie(site, ana)
        headers = {"Cookie": cookie} | ({"Origin": origin} if origin else {})
        assert await self._status(site, **headers) == 403

    async def test_a_session_that_ended_closes_an_open_socket(
        self, site: Product, ana: Person
    ):
        cookie = await session_cookie(site, ana)
        headers = {"Cookie": cookie, "Origin": site.url}
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{site.url}/ws/chat/", headers=headers) as socket,
        ):
            page = Tab(socket)
            await page.says(type="ping")
            assert (await page.hears())["type"] == "pong"
            site.manage(
                "shell",
                "-c",
                "from django.contrib.sessions.models import Session;"
                "Session.objects.all().delete()",
            )
            await page.ask("How do I start journaling?")
            assert (await page.hears())["code"] == "unauthenticated"
            assert await page.closing_code() == 4401


async def session_cookie(site: Product, person: Person) -> str:
    """Log in through the form and return the Cookie header."""
    jar = aiohttp.CookieJar(unsafe=True)
    url = f"{site.url}/accounts/login/"
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        await session.get(url)
        token = next(c.value for c in jar if c.key == "csrftoken")
        form = {
            "login": person.email,
            "password": person.password,
            "csrfmiddlewaretoken": token,
        }
        async with session.post(url, data=form, headers={"Referer": url}) as response:
            assert str(response.url).endswith("/chat/"), await response.text()
        return "; ".join(f"{c.key}={c.value}" for c in jar)


class TestApi:
    """The same refusals over HTTP, in one shape."""

    @pytest.mark.parametrize(
        ("method", "path", "body", "status", "code"),
        [
            (
                "POST",
                "conversations/{c}/turns",
                {"id": "x", "text": "hi"},
                400,
                "bad_request",
            ),
            ("POST", "conversations/{c}/turns", {"text": "hi"}, 400, "bad_request"),
            (
                "POST",
                "conversations/{c}/turns",
                {"id": "{u}", "text": ""},
                400,
                "bad_request",
            ),
            (
                "POST",
                "conversations/{c}/turns",
                {"id": "{u}", "text": "a" * 8_001},
                413,
                "message_too_long",
            ),
            ("GET", "turns/{u}", None, 404, "not_found"),
            ("GET", "turns/{u}/events", None, 404, "not_found"),
            ("POST", "turns/{u}/stop", {}, 404, "not_found"),
            ("POST", "turns/{u}/better", {"id": "{u}"}, 404, "not_found"),
            ("PUT", "turns/{u}/rating", {"value": 1}, 404, "not_found"),
            ("PUT", "turns/{u}/rating", {"value": 5}, 400, "bad_request"),
            ("GET", "conversations/{u}", None, 404, "not_found"),
            ("GET", "conversations/xyz", None, 404, "not_found"),
            ("GET", "turns/xyz/events", None, 404, "not_found"),
            ("GET", "nothing-here", None, 404, "not_found"),
            ("PUT", "me", {}, 405, "bad_request"),
            (
                "GET",
                "conversations?cursor=WyIyMDI0LTAxLTAxIiwgNV0=",
                None,
                400,
                "bad_request",
            ),
            (
                "GET",
                "conversations?cursor=WyI5OTk5LTEyLTMxVDIzOjU5OjU5LTIzOjU5IiwgIngiXQ==",
                None,
                400,
                "bad_request",
            ),
            ("GET", "conversations?cursor=nonsense", None, 400, "bad_request"),
            ("POST", "staff/explain", {"text": "hi"}, 403, "forbidden"),
        ],
    )
    async def test_refusals(
        self,
        site: Product,
        ana: Person,
        method: str,
        path: str,
        body: object,
        status: int,
        code: str,
    ):
        unique = str(uuid4())
        filled = json.loads(json.dumps(body).replace("{u}", unique))
        got, answer = await Api(site, ana).call(
            method, path.format(c=uuid4(), u=unique), filled
        )
        assert (got, answer["error"]["code"]) == (status, code)
        assert answer["error"]["message"]

    @pytest.mark.parametrize("path", ["me", "conversations", "ledger", "models"])
    async def test_nobody_gets_nothing(self, site: Product, ana: Person, path: str):
        nobody = Person(ana.id, ana.email, "", "hc_nothing")
        status, answer = await Api(site, nobody).call("GET", path)
        assert (status, answer["error"]["code"]) == (401, "unauthenticated")

    async def test_a_session_without_its_csrf_token_changes_nothing(
        self, site: Product, ana: Person
    ):
        headers = {"Cookie": await session_cookie(site, ana)}
        async with (
            aiohttp.ClientSession(headers=headers) as session,
            session.post(f"{site.url}/api/v1/conversations", json={}) as response,
        ):
            assert response.status == 403
            assert (await response.json())["error"]["code"] == "forbidden"
