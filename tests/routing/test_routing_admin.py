"""The staff desk: models can be edited, policies rolled out, history only read."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from routing import budget, record, rollout, shipped, store
from routing.core.decision import Ask, choose
from routing.core.lineup import lineup
from routing.core.messages import Usage
from routing.engine import AttemptReport
from routing.models import Attempt, Decision, Model, Policy, Price, SpendDay

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
STACK = {"vllm": "", "groq": "", "openai": ""}


@pytest.fixture(autouse=True)
def seeded(db: None) -> None:
    store.forget()
    shipped.seed()


@pytest.fixture
def staff(client: Client, person: Callable[..., Any]) -> Client:
    client.force_login(person("staff@example.com", staff=True))
    return client


def page(client: Client, name: str, *args: object, **query: object) -> str:
    response = client.get(reverse(f"admin:routing_{name}", args=args), query)
    assert response.status_code == 200, response
    return response.content.decode()


def form_of(row: Model, **changes: Any) -> dict[str, Any]:
    """Return what the browser sends for a row, with some fields changed."""
    prices = list(row.prices.all())
    sent: dict[str, Any] = {
        "name": row.name,
        "label": row.label,
        "enabled": "on",
        "note": row.note,
        "slot": row.slot,
        "rank": row.rank,
        "credits": row.credits,
        "provider": row.provider,
        "model_id": row.model_id,
        "context_tokens": row.context_tokens,
        "quirks": "{}",
        "trains": row.trains,
        "retention_days": row.retention_days or "",
        "ends_on": row.ends_on or "",
        "successor": row.successor_id or "",
        "prices-TOTAL_FORMS": len(prices),
        "prices-INITIAL_FORMS": len(prices),
        "prices-MIN_NUM_FORMS": 1,
        "prices-MAX_NUM_FORMS": 1000,
    }
    for number, price in enumerate(prices):
        sent |= {
            f"prices-{number}-id": price.pk,
            f"prices-{number}-model": row.pk,
            f"prices-{number}-since": price.since or "",
            f"prices-{number}-up_to_tokens": price.up_to_tokens or "",
            f"prices-{number}-input_microusd": price.input_microusd / 1e6,
            f"prices-{number}-output_microusd": price.output_microusd / 1e6,
            f"prices-{number}-cached_microusd": "",
        }
    return sent | changes


def save(client: Client, row_name: str, **changes: Any) -> Any:
    row = Model.objects.get(name=row_name)
    url = reverse("admin:routing_model_change", args=[row.pk])
    return client.post(url, form_of(row, **changes))


# Models


def test_the_list_of_models_shows_role_host_price_and_end(staff: Client):
    listed = page(staff, "model_changelist", q="gpt-4o")
    for text in ("GPT-4o", "openai", "2.5 / 10", "Jan. 14, 2027"):
        assert text in listed


def test_the_list_of_models_asks_the_database_a_few_times_whatever_its_length(
    staff: Client,
):
    page(staff, "model_changelist")
    with CaptureQueriesContext(connection) as caught:
        page(staff, "model_changelist")
    assert len(caught) < 12


def test_an_edit_is_kept_marked_and_live(staff: Client):
    response = save(
        staff, "gpt-oss-120b-groq", credits=3, quirks='{"temperature": 0.5}'
    )
    assert response.status_code == 302
    row = Model.objects.get(name="gpt-oss-120b-groq")
    assert (row.credits, row.quirks, row.edited) == (3, {"temperature": 0.5}, True)
    store.expire()
    assert store.snapshot().book.catalogue.by_name()[row.name].credits == 3
    assert shipped.seed() == 0


def test_a_price_is_typed_in_dollars_per_million(staff: Client):
    assert (
        save(staff, "gpt-4o", **{"prices-0-input_microusd": "2.25"}).status_code == 302
    )
    assert Price.objects.get(model__name="gpt-4o").input_microusd == 2_250_000


def test_a_row_can_be_added(staff: Client):
    sent = form_of(Model.objects.get(name="gpt-4o"), name="mine", model_id="mine")
    sent |= {"prices-INITIAL_FORMS": 0, "prices-0-id": "", "prices-0-model": ""}
    response = staff.post(reverse("admin:routing_model_add"), sent)
    assert response.status_code == 302, response.context["errors"]
    row = Model.objects.get(name="mine")
    assert (row.edited, row.prices.count()) == (True, 1)
    store.expire()
    assert "mine" in store.snapshot().book.catalogue.by_name()


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"label": ""}, "label", "This field is required."),
        ({"slot": "huge"}, "slot", "Select a valid choice"),
        ({"provider": "acme"}, "provider", "Select a valid choice"),
        ({"credits": -1}, "credits", "greater than or equal to 0"),
        ({"credits": 1_001}, "credits", "less than or equal to 1000"),
        ({"also": ["large"]}, "also", "fills this slot already"),
        ({"quirks": "{"}, "quirks", "valid JSON"),
        ({"quirks": "[1]"}, "quirks", "Write an object"),
        ({"quirks": '{"colour": 1}'}, "quirks", "no such quirk"),
        ({"successor": ""}, "successor", "needs a successor"),
        ({"first_token_s": "0"}, "first_token_s", "more than 0"),
        ({"idle_s": "601"}, "idle_s", "at most 600"),
    ],
)
def test_a_fault_is_told_at_its_field(
    staff: Client, changes: dict[str, Any], field: str, message: str
):
    response = save(staff, "gpt-4o", **changes)
    assert response.status_code == 200
    errors = response.context["adminform"].form.errors
    assert list(errors) == [field]
    assert message in str(errors[field])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"prices-0-input_microusd": "-1"}, "cannot be negative"),
        ({"prices-0-output_microusd": "1000"}, "less than $1,000"),
        ({"prices-0-output_microusd": "25000"}, "less than $1,000"),
        ({"prices-0-input_microusd": ""}, "required"),
        ({"prices-0-since": "2026-01-01"}, "from the beginning"),
        ({"prices-0-up_to_tokens": "5"}, "without `up_to_tokens`"),
        ({"prices-0-DELETE": "on"}, "from the beginning"),
    ],
)
def test_an_impossible_price_is_told_at_the_price(
    staff: Client, changes: dict[str, Any], message: str
):
    response = save(staff, "gpt-4o", **changes)
    assert response.status_code == 200
    told = str(response.context["errors"]).replace("&#x27;", "'")
    assert message in told


def test_a_model_cannot_succeed_itself_by_a_detour(staff: Client):
    response = save(staff, "gpt-6-1-sol", successor="gpt-4o")
    assert "succeed itself" in str(response.context["errors"])


def test_a_row_cannot_be_deleted_or_renamed(staff: Client):
    row = Model.objects.get(name="gpt-4o")
    url = reverse("admin:routing_model_delete", args=[row.pk])
    assert staff.post(url, {"post": "yes"}).status_code == 403
    save(staff, "gpt-4o", name="other")
    assert Model.objects.filter(name="gpt-4o").exists()


# Policies


def test_a_version_can_be_read_but_not_changed(staff: Client):
    policy = Policy.objects.get(name="cascade")
    shown = page(staff, "policy_change", policy.pk)
    assert "confidence_above = 0.7" in shown
    url = reverse("admin:routing_policy_change", args=[policy.pk])
    assert staff.post(url, {"document": "x"}).status_code == 403
    url = reverse("admin:routing_policy_delete", args=[policy.pk])
    assert staff.post(url, {"post": "yes"}).status_code == 403


def test_a_changed_document_is_the_next_version(staff: Client):
    text = shipped.documents()["cascade"].replace("0.7\n", "0.6\n")
    response = staff.post(
        reverse("admin:routing_policy_add"), {"document": text, "note": "lower"}
    )
    assert response.status_code == 302
    draft = Policy.objects.get(name="cascade", version=2)
    assert (draft.state, draft.author, draft.note) == (
        "draft",
        "staff@example.com",
        "lower",
    )
    assert draft.document.strip() == text.strip()


def test_a_faulty_document_is_told_at_its_field_with_every_path(staff: Client):
    text = shipped.documents()["cascade"].replace('slot = "fast"', 'slot = "huge"')
    response = staff.post(reverse("admin:routing_policy_add"), {"document": text})
    errors = response.context["adminform"].form.errors["document"]
    assert [line.split(":")[0] for line in errors] == [
        "plans.trial.start.1.slot",
        "plans.growthplus.start.1.slot",
    ]


def act(client: Client, action: str, *policies: Policy) -> str:
    response = client.post(
        reverse("admin:routing_policy_changelist"),
        {"action": action, "_selected_action": [policy.pk for policy in policies]},
        follow=True,
    )
    return " ".join(str(message) for message in response.context["messages"])


def test_policies_go_on_trial_live_and_back(staff: Client):
    tiers = Policy.objects.get(name="tiers")
    assert act(staff, "go_on_trial", tiers) == "tiers@1 is active."
    assert Policy.objects.get(name="tiers").share == 10
    assert act(staff, "retire", tiers) == "tiers@1 is retired."
    assert act(staff, "go_live", tiers) == "tiers@1 is active."
    assert Policy.objects.get(state="active").name == "tiers"
    assert "activate another" in act(staff, "retire", tiers)
    assert act(staff, "go_live", *Policy.objects.all()) == "Choose one policy."


def test_a_broken_draft_does_not_go_live_from_the_desk(staff: Client):
    draft = rollout.draft(Policy(document='name = "mine"'))
    assert "Field required" in act(staff, "validate", draft)
    assert act(staff, "validate", Policy.objects.get(name="tiers")) == (
        "tiers@1 is validated."
    )


# History


@pytest.fixture
def decision() -> Decision:
    ask = Ask("trial", complexity=2, confidence=0.9)
    line = lineup(shipped.read_catalogue(), date(2026, 11, 23), STACK)
    route = choose(shipped.read_policies()["cascade"], line, ask)
    decision_id = uuid4()
    record.decided(
        decision_id=decision_id,
        run_id=uuid4(),
        turn_id=uuid4(),
        conversation_id=uuid4(),
        user_id=uuid4(),
        plan="trial",
        route=route,
    )
    failed = AttemptReport(
        route.candidates[0], "unavailable", "503", Usage(0, 0), None, 30, 0, None
    )
    answered = AttemptReport(
        route.candidates[1], None, "", Usage(320, 190), 90, 700, 800, "stop"
    )
    record.closed(
        decision_id,
        [record.report_of(0, failed, NOW), record.report_of(1, answered, NOW)],
    )
    record.reward(decision_id, "rating", 1)
    budget.reserve(uuid4(), 500, NOW)
    return Decision.objects.get(pk=decision_id)


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("decision", ["cascade@1", "a simple question", "$0.000162"]),
        ("attempt", ["unavailable", "Mistral 7B", "$0.000162", "700"]),
        ("reward", ["rating", "gpt-oss-120b-groq"]),
        ("spendday", ["$0.000500"]),
        ("reservation", ["$0.000500"]),
    ],
)
def test_history_is_listed(
    staff: Client, decision: Decision, name: str, texts: list[str]
):
    listed = page(staff, f"{name}_changelist")
    assert [text for text in texts if text not in listed] == []


@pytest.mark.parametrize("name", ["attempt", "reward", "decision"])
def test_a_list_asks_the_database_a_few_times_whatever_its_length(
    staff: Client, decision: Decision, name: str
):
    page(staff, f"{name}_changelist")
    with CaptureQueriesContext(connection) as caught:
        page(staff, f"{name}_changelist")
    assert len(caught) < 20


@pytest.mark.parametrize("field", ["run", "turn", "id", "conversation", "user"])
def test_a_decision_is_found_by_the_id_of_what_it_was_for(
    staff: Client, decision: Decision, field: str
):
    wanted: UUID = getattr(decision, field)
    found = page(staff, "decision_changelist", q=str(wanted))
    assert str(decision.pk) in found
    assert "1 decision" in found
    assert "0 decisions" in page(staff, "decision_changelist", q=str(uuid4()))


@pytest.mark.parametrize("field", ["run", "turn", "id", "conversation"])
def test_attempts_are_found_by_run_and_turn(
    staff: Client, decision: Decision, field: str
):
    wanted: UUID = getattr(decision, field)
    assert "2 attempts" in page(staff, "attempt_changelist", q=str(wanted))


def test_attempts_are_found_by_words_and_filters(staff: Client, decision: Decision):
    assert "1 attempt" in page(staff, "attempt_changelist", q="unavailable")
    assert "1 attempt" in page(staff, "attempt_changelist", error="unavailable")
    assert "1 attempt" in page(staff, "attempt_changelist", provider="groq")


def test_a_decision_shows_its_attempts_and_rewards(staff: Client, decision: Decision):
    shown = page(staff, "decision_change", decision.pk)
    for text in ("Mistral 7B", "unavailable", "GPT-OSS 120B", "rating"):
        assert text in shown


@pytest.mark.parametrize("name", ["decision", "attempt", "reward", "spendday"])
def test_history_is_read_only(staff: Client, decision: Decision, name: str):
    rows: dict[str, Any] = {
        "decision": decision,
        "attempt": Attempt.objects.first(),
        "reward": decision.rewards.first(),
        "spendday": SpendDay.objects.first(),
    }
    row = rows[name]
    add = reverse(f"admin:routing_{name}_add")
    change = reverse(f"admin:routing_{name}_change", args=[row.pk])
    delete = reverse(f"admin:routing_{name}_delete", args=[row.pk])
    assert staff.get(add).status_code == 403
    assert staff.post(change, {}).status_code == 403
    assert staff.post(delete, {"post": "yes"}).status_code == 403


def test_the_desk_is_for_staff(client: Client, person: Callable[..., Any]):
    client.force_login(person("ana@example.com"))
    response = client.get(reverse("admin:routing_model_changelist"))
    assert response.status_code == 302
