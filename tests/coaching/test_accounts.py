"""Signing up, in both shapes: one verified person, one trial."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from billing import ledger
from coaching.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def no_mailbox(settings) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "none"
    settings.ACCOUNT_RATE_LIMITS = False


def sign_up(client: Client, email: str, password: str = PASSWORD):
    form = {"email": email, "password1": password, "password2": password}
    return client.post("/accounts/signup/", form)


def credits_of(email: str) -> int:
    user = User.objects.get(email=email)
    return ledger.balance(user.pk, timezone.now()).available


def test_signing_up_without_a_mailbox_leads_to_the_chat_with_1000_credits(
    client: Client,
):
    response = sign_up(client, "Ana@Example.com")
    assert (response.status_code, response["Location"]) == (302, "/chat/")
    assert client.get("/chat/").status_code == 200
    assert credits_of("ana@example.com") == 1_000


@pytest.mark.parametrize("again", ["ana+more@gmail.com", "a.n.a@gmail.com"])
def test_the_same_mailbox_under_another_spelling_gets_an_account_but_no_trial(
    client: Client, again: str
):
    sign_up(client, "ana@gmail.com")
    response = sign_up(Client(), again)
    assert response["Location"] == "/chat/"
    assert credits_of(again) == 0


def test_a_deleted_person_gets_no_second_trial(client: Client):
    sign_up(client, "ana@example.com")
    response = client.post("/settings/erase/", {"email": "ana@example.com"})
    assert response["Location"] == "/"
    assert not User.objects.exists()
    sign_up(Client(), "ana@example.com")
    assert credits_of("ana@example.com") == 0


def test_erasing_needs_the_own_address(client: Client):
    sign_up(client, "ana@example.com")
    client.post("/settings/erase/", {"email": "bo@example.com"})
    assert User.objects.filter(email="ana@example.com").exists()


@pytest.mark.parametrize(
    ("email", "password"),
    [("nonsense", PASSWORD), ("ana@example.com", "12345"), ("", PASSWORD)],
    ids=["no address", "a weak password", "nothing"],
)
def test_a_form_that_is_wrong_says_so_and_makes_nobody(
    client: Client, email: str, password: str
):
    response = sign_up(client, email, password)
    assert response.status_code == 200
    assert "errorlist" in response.content.decode() or "error" in (
        response.content.decode()
    )
    assert not User.objects.exists()


def test_with_a_mailbox_the_trial_waits_for_the_confirmation(client: Client, settings):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    response = sign_up(client, "ana@example.com")
    assert response["Location"] == "/accounts/confirm-email/"
    assert client.get("/chat/").status_code == 302
    assert credits_of("ana@example.com") == 0
    link = re.search(r"http://\S+?(/accounts/confirm-email/\S+/)", mail.outbox[0].body)
    assert link
    assert client.post(link[1]).status_code == 302
    client.post(link[1])  # in a second tab
    assert credits_of("ana@example.com") == 1_000


def test_log_in_and_out(client: Client):
    sign_up(client, "ana@example.com")
    client.post("/accounts/logout/")
    assert client.get("/chat/").status_code == 302
    wrong = {"login": "ana@example.com", "password": "no"}
    assert client.post("/accounts/login/", wrong).status_code == 200
    right = {"login": "ana@example.com", "password": PASSWORD}
    assert client.post("/accounts/login/", right)["Location"] == "/chat/"


def test_a_forgotten_password_can_be_set_anew(client: Client):
    sign_up(client, "ana@example.com")
    client.post("/accounts/logout/")
    client.post("/accounts/password/reset/", {"email": "ana@example.com"})
    link = re.search(
        r"http://\S+?(/accounts/password/reset/key/\S+)", mail.outbox[0].body
    )
    assert link
    page = client.get(link[1], follow=True)
    form = {"password1": "battery horse correct", "password2": "battery horse correct"}
    client.post(page.redirect_chain[-1][0], form)
    login = {"login": "ana@example.com", "password": "battery horse correct"}
    assert Client().post("/accounts/login/", login)["Location"] == "/chat/"


def test_an_unknown_address_is_not_given_away(client: Client):
    known, unknown = Client(), Client()
    sign_up(Client(), "ana@example.com")
    answers = [
        one.post("/accounts/password/reset/", {"email": email})
        for one, email in ((known, "ana@example.com"), (unknown, "bo@example.com"))
    ]
    assert answers[0]["Location"] == answers[1]["Location"]
