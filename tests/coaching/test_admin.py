"""The staff desk opens everywhere, finds things, and shows nobody's words in lists."""

from uuid import uuid4

import pytest
from django.contrib import admin
from django.test import Client

from coaching.accounts import make_verified
from coaching.models import Conversation, Run, Turn

pytestmark = pytest.mark.django_db
SECRET = "a very private sentence"
PAGES = sorted(
    (model._meta.app_label, model._meta.model_name) for model in admin.site._registry
)


@pytest.fixture
def desk(client: Client) -> Client:
    boss = make_verified("boss@example.com", "x", staff=True)
    client.force_login(boss)
    return client


@pytest.fixture
def turn() -> Turn:
    ana = make_verified("ana@example.com", "x")
    conversation = Conversation.objects.create(user=ana, title="A title")
    made = Turn.objects.create(
        id=uuid4(), conversation=conversation, text=SECRET, state="answered"
    )
    Run.objects.create(
        turn=made,
        user=ana,
        number=1,
        command_id=made.pk,
        kind="ask",
        state="answered",
        answer=SECRET,
        first_seq=1,
    )
    return made


@pytest.mark.parametrize("page", PAGES, ids="/".join)
def test_every_list_opens_and_searches(desk: Client, turn: Turn, page: tuple[str, str]):
    address = f"/admin/{page[0]}/{page[1]}/"
    for query in ("", "?q=ana@example.com", f"?q={turn.pk}"):
        response = desk.get(address + query, follow=True)
        assert response.status_code == 200, query
        assert SECRET not in response.content.decode()


@pytest.mark.parametrize("name", ["conversation", "turn", "run"])
def test_history_cannot_be_edited(desk: Client, turn: Turn, name: str):
    key = {"conversation": turn.conversation_id, "turn": turn.pk}.get(
        name, turn.runs.get().pk
    )
    address = f"/admin/coaching/{name}/{key}/change/"
    page = desk.get(address)
    assert page.status_code == 200
    assert b'name="_save"' not in page.content
    assert desk.post(address, {}).status_code == 403
    assert desk.get(f"/admin/coaching/{name}/add/").status_code == 403


def test_the_admin_keeps_the_policy_but_for_trusted_types(desk: Client):
    policies = [
        desk.get(page)["Content-Security-Policy"] for page in ("/admin/", "/chat/")
    ]
    assert [("script-src 'self'" in policy) for policy in policies] == [True, True]
    assert [("trusted-types" in policy) for policy in policies] == [False, True]


def test_people_who_are_not_staff_stay_outside(client: Client):
    client.force_login(make_verified("bo@example.com", "x"))
    assert client.get("/admin/", follow=True).request["PATH_INFO"] != "/admin/"
