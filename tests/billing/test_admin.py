"""The staff desk: everything to read, one thing to do."""

import re
from uuid import UUID

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from billing import ledger
from billing.entitlements import set_plan
from billing.models import CreditLot, Hold, LedgerEntry
from tests.billing.conftest import NOW, give, hold, left, spend

pytestmark = pytest.mark.urls("tests.billing.urls")

CHANGELISTS = ["wallet", "ledgerentry", "hold", "plangrant"]


@pytest.fixture
def staff(client: Client, db: None) -> Client:
    """Return a browser in which a superuser has logged in."""
    user = get_user_model().objects.create_superuser("staff@example.com", "secret")
    client.force_login(user)
    return client


@pytest.fixture
def busy(ana: UUID) -> UUID:
    give(ana, 100)
    spend(ana, 7, "spent")
    hold(ana, 3, "running")
    set_plan(ana, "growthplus", "staff-1", "gift", NOW)
    return ana


def page(user_id: UUID, name: str = "change") -> str:
    return reverse(f"admin:billing_wallet_{name}", args=[ledger.wallet_of(user_id).pk])


@pytest.mark.parametrize("name", CHANGELISTS)
def test_every_list_opens_and_is_found_by_e_mail(staff: Client, busy: UUID, name: str):
    there = reverse(f"admin:billing_{name}_changelist")
    assert "ana@example.com" in staff.get(there).content.decode()
    found = staff.get(there, {"q": "ana@"}).content.decode()
    assert "ana@example.com" in found
    missed = staff.get(there, {"q": "nobody@"}).content.decode()
    assert "ana@example.com" not in missed


@pytest.mark.parametrize("name", CHANGELISTS)
def test_a_list_takes_the_same_statements_for_many_rows(
    staff: Client, busy: UUID, make_person, django_assert_max_num_queries, name: str
):
    for n in range(10):
        person = make_person(f"p{n}@example.com")
        give(person, 10)
        spend(person, 1, f"answer {n}")
        set_plan(person, "growthplus", "staff-1", "gift", NOW)
    with django_assert_max_num_queries(8):
        staff.get(reverse(f"admin:billing_{name}_changelist"))


def test_a_wallet_shows_lots_holds_and_the_statement(staff: Client, busy: UUID):
    shown = staff.get(page(busy)).content.decode()
    for text in ("running", "spent", "pack", "monthly", "-7", "93", "3093"):
        assert text in shown


def test_a_long_history_shows_its_newest_rows(staff: Client, ana: UUID):
    give(ana, 1_000)
    for n in range(60):
        spend(ana, 1, f"answer-{n}-")
    shown = staff.get(page(ana)).content.decode()
    assert "answer-59-" in shown
    assert "answer-3-" not in shown


@pytest.mark.parametrize("name", CHANGELISTS)
def test_nothing_can_be_added_changed_or_deleted(staff: Client, busy: UUID, name: str):
    row = apps.get_model("billing", name).objects.first()
    assert staff.get(reverse(f"admin:billing_{name}_add")).status_code == 403
    change = reverse(f"admin:billing_{name}_change", args=[row.pk])
    assert staff.post(change, {"available": 9}).status_code == 403
    delete = reverse(f"admin:billing_{name}_delete", args=[row.pk])
    assert staff.post(delete, {"post": "yes"}).status_code == 403
    lists = reverse(f"admin:billing_{name}_changelist")
    assert "delete_selected" not in staff.get(lists).content.decode()


# --- adjust


def key_on(response) -> str:
    return re.search(r'name="key" value="([^"]+)"', response.content.decode())[1]


def fill(staff: Client, user_id: UUID, credits: int, **more: str) -> dict[str, object]:
    """Open the form and return what a person would post."""
    key = key_on(staff.get(page(user_id, "adjust")))
    return {"credits": credits, "reason": "goodwill", "key": key, **more}


def test_adjusting_asks_first_and_then_does_it_once(staff: Client, ana: UUID):
    give(ana, 100)
    assert page(ana, "adjust") in staff.get(page(ana)).content.decode()
    form = fill(staff, ana, 500)
    asked = staff.post(page(ana, "adjust"), form)
    assert "would have 600" in asked.content.decode()
    assert left(ana) == (100, 0)
    assert key_on(asked) == form["key"]
    for _ in range(2):
        done = staff.post(page(ana, "adjust"), {**form, "confirmed": "yes"})
        assert done.url == page(ana)
    assert left(ana) == (600, 0)
    entry = LedgerEntry.objects.filter(kind="adjust").first()
    who = get_user_model().objects.get(email="staff@example.com")
    assert (entry.actor, entry.reason) == (str(who.pk), "goodwill")


def test_taking_twice_with_one_form_takes_once(staff: Client, ana: UUID):
    give(ana, 100)
    form = fill(staff, ana, -60, confirmed="yes")
    for _ in range(2):
        assert staff.post(page(ana, "adjust"), form).status_code == 302
    assert left(ana) == (40, 0)


@pytest.mark.parametrize("confirmed", [{}, {"confirmed": "yes"}])
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param({"credits": -1_000}, "Only 300 can be taken", id="more than is"),
        pytest.param({"reason": ""}, "This field is required", id="no reason"),
        pytest.param({"reason": "  "}, "This field is required", id="a blank reason"),
        pytest.param({"credits": 0}, "Zero changes nothing", id="zero"),
        pytest.param({"credits": "1.5"}, "Enter a whole number", id="half a credit"),
        pytest.param({"credits": 10**9}, "less than or equal", id="a slip of the key"),
    ],
)
def test_a_wrong_form_is_explained_and_changes_nothing(
    staff: Client, ana: UUID, wrong: dict, said: str, confirmed: dict
):
    give(ana, 300)
    form = {**fill(staff, ana, 5), **wrong, **confirmed}
    answer = staff.post(page(ana, "adjust"), form)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert left(ana) == (300, 0)
    assert CreditLot.objects.count() == 1


def test_adjusting_takes_its_own_permission(client: Client, ana: UUID, make_person):
    give(ana, 100)
    looker = get_user_model().objects.get(pk=make_person("looker@example.com"))
    looker.is_staff = True
    looker.save()
    looker.user_permissions.add(Permission.objects.get(codename="view_wallet"))
    client.force_login(looker)
    shown = client.get(page(ana))
    assert shown.status_code == 200
    assert page(ana, "adjust") not in shown.content.decode()
    assert client.get(page(ana, "adjust")).status_code == 403
    form = {"credits": 5, "reason": "me", "key": UUID(int=1), "confirmed": "yes"}
    assert client.post(page(ana, "adjust"), form).status_code == 403
    assert left(ana) == (100, 0)


def test_a_stranger_is_sent_to_log_in(client: Client, ana: UUID):
    give(ana, 1)
    assert client.get(page(ana, "adjust")).status_code == 302


def test_the_wallet_of_a_deleted_account_can_be_read_but_not_adjusted(
    staff: Client, ana: UUID
):
    give(ana, 100)
    there, adjust = page(ana), page(ana, "adjust")
    get_user_model().objects.get(pk=ana).delete()
    assert "deleted account" in staff.get(there).content.decode()
    assert staff.get(adjust).status_code == 404


def test_a_reason_is_shown_as_text_whatever_is_in_it(staff: Client, ana: UUID):
    give(ana, 1)
    asked = staff.post(page(ana, "adjust"), fill(staff, ana, 5, reason="<b>hi</b>"))
    assert "<b>hi</b>" not in asked.content.decode()
    assert "&lt;b&gt;hi&lt;/b&gt;" in asked.content.decode()
    assert Hold.objects.count() == 0
