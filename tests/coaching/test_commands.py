"""The commands of an operator about people."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from coaching import tokens
from coaching.models import User

pytestmark = pytest.mark.django_db


def make_user(*arguments: str) -> dict:
    out = StringIO()
    call_command("make_user", *arguments, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_a_new_person_can_log_in_and_use_the_token():
    made = make_user("Ana@example.com", "--token", "--credits", "7")
    user = User.objects.get(pk=made["id"])
    assert made["email"] == user.email == "ana@example.com"
    assert user.check_password(made["password"])
    assert tokens.user_of(made["token"]) == user
    assert not user.is_staff


def test_an_existing_person_keeps_what_is_not_asked_about():
    first = make_user("ana@example.com")
    second = make_user("ana@example.com", "--staff")
    user = User.objects.get()
    assert (second["id"], second["password"], second["token"]) == (
        first["id"],
        None,
        None,
    )
    assert user.is_staff
    assert user.check_password(first["password"])


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["a@example.com", "--credits", "-1"]]
)
def test_what_cannot_be_is_refused_and_makes_nobody(arguments: list[str]):
    with pytest.raises(CommandError):
        make_user(*arguments)
    assert not User.objects.exists()


def test_credits_are_set_not_added():
    for wanted in ("50", "50", "20", "0"):
        make_user("ana@example.com", "--credits", wanted)
    call_command("audit_ledger", stdout=StringIO())
