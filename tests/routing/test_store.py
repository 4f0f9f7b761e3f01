"""The live catalogue and policies: seeded, edited, rolled out, and never broken."""

import threading
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from routing import checks, rollout, shipped, store
from routing.core.errors import PolicyError
from routing.models import Model, Policy, Price, Revision

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OFF = {"base_urls": [], "api_key": ""}


@pytest.fixture(autouse=True)
def fresh() -> None:
    store.forget()


@pytest.fixture
def seeded(db: None) -> None:
    shipped.seed()


@pytest.fixture
def groq(settings: Any) -> None:
    settings.PROVIDERS = {"groq": {"api_key": "key"}, "vllm": {"base_urls": []}}


def text_of(name: str) -> str:
    return shipped.documents()[name]


def drafted(text: str, **fields: Any) -> Policy:
    return rollout.draft(Policy(document=text, **fields))


def version(name: str, number: int = 1) -> Policy:
    return Policy.objects.get(name=name, version=number)


# Seeding


@pytest.mark.django_db
def test_seeding_makes_what_is_shipped_live(seeded: None):
    models = {row.name: row.value() for row in Model.objects.prefetch_related("prices")}
    assert models == shipped.read_catalogue().by_name()
    names = [row.name for row in Model.objects.all()]
    assert names == [model.name for model in shipped.read_catalogue().models]
    live = Policy.objects.get(state="active")
    assert (live.name, live.version, live.share) == ("cascade", 1, 100)
    assert Policy.objects.filter(state="validated").count() == 3


@pytest.mark.django_db
def test_seeding_again_changes_nothing(seeded: None):
    before = Revision.objects.get().mark
    assert shipped.seed() == 0
    assert Revision.objects.get().mark == before


@pytest.mark.django_db
def test_an_upgrade_adds_rows_and_keeps_what_staff_edited(seeded: None):
    Model.objects.filter(name="qwen3-8-27b-groq").delete()
    Model.objects.filter(name="gpt-4o").update(credits=7, edited=True)
    Model.objects.filter(name="mistral-large").update(credits=7)
    Price.objects.filter(model__name="claude-haiku-5-5").delete()
    assert shipped.seed() == 3
    assert Model.objects.get(name="qwen3-8-27b-groq").prices.count() == 1
    assert Model.objects.get(name="gpt-4o").credits == 7
    assert Model.objects.get(name="mistral-large").credits == 4
    assert Model.objects.get(name="claude-haiku-5-5").prices.count() == 2


@pytest.mark.django_db
def test_a_row_of_staff_is_left_alone(seeded: None):
    fields = {"label": "Ours", "slot": "local", "provider": "vllm", "model_id": "ours"}
    Model.objects.create(name="ours", credits=1, context_tokens=8_000, **fields)
    assert shipped.seed() == 0
    assert Model.objects.filter(name="ours").exists()


@pytest.mark.django_db
def test_a_new_shipped_version_follows_its_predecessor_only_where_that_was_live(
    seeded: None,
):
    Policy.objects.filter(name__in=["cascade", "tiers"]).update(document="name = 'old'")
    assert shipped.seed() == 2
    assert (version("cascade").state, version("cascade", 2).state) == (
        "retired",
        "active",
    )
    assert (version("tiers").state, version("tiers", 2).state) == (
        "validated",
        "validated",
    )


@pytest.mark.django_db
def test_a_shipped_version_never_replaces_what_staff_activated(seeded: None):
    mine = drafted(text_of("tiers"), author="ana")
    rollout.activate(mine, 100, NOW)
    Policy.objects.filter(shipped=True).update(document="name = 'old'")
    shipped.seed()
    assert Policy.objects.get(state="active") == mine


@pytest.mark.django_db
def test_the_command_seeds(capsys: pytest.CaptureFixture[str]):
    call_command("seed_catalogue", "--json")
    assert capsys.readouterr().out == '{"changed": 51}\n'
    call_command("seed_catalogue")
    assert capsys.readouterr().out.startswith("0 rows")


@pytest.mark.pure
def test_boot_finds_nothing_wrong_with_what_is_shipped():
    assert checks.documents_can_be_read() == []


# The snapshot


@pytest.mark.django_db
def test_empty_tables_mean_what_is_shipped():
    book = store.snapshot().book
    assert book.catalogue == shipped.read_catalogue()
    assert (book.base.label, book.emergency.label) == ("cascade@1", "groq-only@1")


@pytest.mark.django_db
def test_the_snapshot_of_a_seeded_database_is_what_was_shipped(seeded: None):
    book = store.snapshot().book
    assert book.revision is not None
    assert book.catalogue == shipped.read_catalogue()
    assert (book.base.label, book.emergency.label) == ("cascade@1", "groq-only@1")


@pytest.mark.django_db
def test_reading_costs_nothing_between_two_looks(seeded: None):
    store.snapshot()
    with CaptureQueriesContext(connection) as caught:
        first, second = store.snapshot(), store.snapshot()
    assert (len(caught), first is second) == (0, True)


@pytest.mark.django_db
def test_a_look_is_one_query_of_one_mark(seeded: None):
    before = store.snapshot()
    store.expire()
    with CaptureQueriesContext(connection) as caught:
        after = store.snapshot()
    assert (len(caught), after is before) == (1, True)


@pytest.mark.django_db
def test_an_edit_is_seen_at_the_next_look(seeded: None, groq: None):
    assert store.snapshot().lineup.models_of("fast")[0].credits == 2
    row = Model.objects.get(name="gpt-oss-120b-groq")
    row.credits = 3
    row.save()
    assert store.snapshot().lineup.models_of("fast")[0].credits == 2
    store.expire()
    assert store.snapshot().lineup.models_of("fast")[0].credits == 3


@pytest.mark.django_db
def test_a_new_price_is_seen_at_the_next_look(seeded: None):
    price = Price.objects.get(model__name="gpt-4o")
    price.input_microusd = 7
    price.save()
    store.expire()
    model = store.snapshot().book.catalogue.by_name()["gpt-4o"]
    assert model.prices[0].input_microusd == 7
    price.delete()
    Price.objects.create(model_id=price.model_id, input_microusd=8, output_microusd=8)
    store.expire()
    model = store.snapshot().book.catalogue.by_name()["gpt-4o"]
    assert model.prices[0].input_microusd == 8


@pytest.mark.django_db
def test_a_broken_catalogue_leaves_the_last_good_one_serving(
    seeded: None, caplog: pytest.LogCaptureFixture
):
    good = store.snapshot().book
    Model.objects.filter(name="guide").update(slot="nowhere")
    Revision.advance()
    store.expire()
    assert store.snapshot().book is good
    assert "catalogue is broken" in caplog.text
    Model.objects.filter(name="guide").update(slot="local")
    store.expire()
    assert store.snapshot().book is not good


@pytest.mark.django_db
def test_a_broken_policy_leaves_the_last_good_one_serving(
    seeded: None, caplog: pytest.LogCaptureFixture
):
    good = store.snapshot().book
    Policy.objects.filter(name="cascade").update(document="name = ")
    Revision.advance()
    store.expire()
    assert store.snapshot().book is good
    assert "broken" in caplog.text


@pytest.mark.django_db
def test_a_database_that_is_away_leaves_the_last_one_serving(
    seeded: None, caplog: pytest.LogCaptureFixture
):
    good = store.snapshot()
    store.expire()
    with transaction.atomic():
        transaction.set_rollback(True)  # every query fails until the block ends
        assert store.snapshot() is good
    assert "the last one serves" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_readers_never_wait_for_the_one_that_looks(seeded: None):
    held = store.snapshot()
    store.expire()
    entered, go_on = threading.Event(), threading.Event()

    def slow(execute: Any, *args: Any) -> Any:
        entered.set()
        go_on.wait(5)
        return execute(*args)

    def look() -> None:
        with connection.execute_wrapper(slow):
            store.snapshot()
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    assert entered.wait(5)
    began = time.monotonic()
    assert store.snapshot() is held
    assert time.monotonic() - began < 1
    go_on.set()
    thread.join()


@pytest.mark.django_db
def test_the_event_loop_reads_without_the_database(seeded: None):
    store.snapshot()
    store.expire()
    with CaptureQueriesContext(connection) as caught:
        store.latest()
    assert len(caught) == 0


# Providers


@pytest.mark.pure
@pytest.mark.parametrize(
    ("providers", "served"),
    [
        ({"groq": {"api_key": "k", "base_url": ""}}, {"groq": ""}),
        ({"groq": {"api_key": "", "base_url": "http://proxy/v1"}}, {}),
        ({"vllm": {"base_urls": [], "api_key": "k", "model": "m"}}, {}),
        ({"vllm": {"base_urls": ["http://a/v1"], "model": "m"}}, {"vllm": "m"}),
        ({"vllm": {"base_urls": ["http://a/v1"], "model": ""}}, {"vllm": ""}),
        ({"ollama": {"base_urls": ["http://a/v1"]}}, {"ollama": ""}),
        ({"modal": {"base_urls": ["http://a/v1"]}}, {"modal": ""}),
        ({"openai": OFF, "textgen": OFF}, {}),
    ],
)
def test_a_provider_is_switched_on_by_its_key_or_address(
    settings: Any, providers: dict[str, Any], served: dict[str, str]
):
    settings.PROVIDERS = providers
    assert store.served_now() == served


@pytest.mark.django_db
def test_a_provider_switched_on_later_is_seen_at_once(settings: Any):
    settings.PROVIDERS = {}
    assert store.snapshot().lineup.is_demo
    settings.PROVIDERS = {"groq": {"api_key": "key"}}
    assert not store.snapshot().lineup.is_demo


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("providers", "demo", "usable"),
    [
        pytest.param({}, True, True, id="the demo coach counts when it may"),
        pytest.param({}, False, False, id="and not in production"),
        pytest.param({"groq": {"api_key": "k"}}, False, True, id="a real model counts"),
    ],
)
def test_usable_slots(
    settings: Any, providers: dict[str, Any], *, demo: bool, usable: bool
):
    settings.PROVIDERS = providers
    slots = ("local", "fast", "medium", "large")
    assert store.usable_slots(demo=demo) == dict.fromkeys(slots, usable)


# Rolling out


@pytest.mark.django_db
def test_a_draft_is_the_next_version_of_its_name(seeded: None):
    draft = drafted(text_of("cascade"), author="ana")
    assert (str(draft), draft.state, draft.author) == ("cascade@2", "draft", "ana")
    other = drafted('name = "mine"')
    assert (str(other), other.state) == ("mine@1", "draft")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "fault"), [("name = ", "document: "), ("about = 'x'", "name: ")]
)
def test_what_is_no_policy_is_not_even_a_draft(text: str, fault: str):
    with pytest.raises(PolicyError) as refused:
        drafted(text)
    assert str(refused.value).startswith(fault)


@pytest.mark.django_db
def test_a_draft_that_is_not_valid_does_not_go_live(seeded: None):
    draft = drafted('name = "mine"')
    with pytest.raises(PolicyError, match="weights: Field required"):
        rollout.validate(draft)
    with pytest.raises(PolicyError), transaction.atomic():
        rollout.activate(draft, 100, NOW)
    draft.refresh_from_db()
    assert draft.state == "draft"


@pytest.mark.django_db
def test_a_policy_for_everybody_retires_the_one_before(seeded: None):
    rollout.activate(version("tiers"), 100, NOW)
    assert version("cascade").state == "retired"
    store.expire()
    assert store.snapshot().book.base.label == "tiers@1"
    assert store.snapshot().book.trial is None


@pytest.mark.django_db
def test_a_trial_takes_its_share_of_the_people(seeded: None):
    rollout.activate(version("tiers"), 30, NOW)
    store.expire()
    live = store.snapshot()
    labels = [live.policy_for(f"person-{n}").label for n in range(1_000)]
    assert 250 < labels.count("tiers@1") < 350
    assert labels.count("cascade@1") == 1_000 - labels.count("tiers@1")
    assert labels == [live.policy_for(f"person-{n}").label for n in range(1_000)]


@pytest.mark.django_db
def test_there_is_one_trial_at_a_time_and_it_can_end_either_way(seeded: None):
    rollout.activate(version("tiers"), 30, NOW)
    rollout.activate(version("all-large"), 5, NOW)
    assert version("tiers").state == "retired"
    rollout.retire(version("all-large"))
    assert [p.name for p in Policy.objects.filter(state="active")] == ["cascade"]
    rollout.activate(version("tiers"), 30, NOW)
    rollout.activate(version("tiers"), 100, NOW)
    assert [p.name for p in Policy.objects.filter(state="active")] == ["tiers"]


@pytest.mark.django_db
@pytest.mark.parametrize("share", [0, 101, -5])
def test_a_share_is_a_percentage(seeded: None, share: int):
    with pytest.raises(PolicyError, match="share"):
        rollout.activate(version("tiers"), share, NOW)


@pytest.mark.django_db
def test_somebody_must_be_the_policy_of_everybody(seeded: None):
    with pytest.raises(PolicyError):
        rollout.retire(version("cascade"))
    with pytest.raises(PolicyError):
        rollout.activate(version("cascade"), 10, NOW)


@pytest.mark.django_db
def test_an_edited_emergency_policy_serves_once_it_is_valid(seeded: None):
    draft = drafted(text_of("groq-only").replace("1024", "512"))
    store.expire()
    assert store.snapshot().book.emergency.label == "groq-only@1"
    rollout.validate(draft)
    store.expire()
    assert store.snapshot().book.emergency.label == "groq-only@2"


# What the database keeps


@pytest.mark.django_db
def test_a_version_never_changes(seeded: None):
    policy = version("cascade")
    policy.document += "\n# changed"
    with pytest.raises(ValidationError, match="never changes"), transaction.atomic():
        policy.save()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"state": "active", "share": 100},
        {"state": "active", "share": 0},
        {"state": "draft", "share": 5},
    ],
)
def test_the_database_refuses_impossible_states(seeded: None, change: dict[str, Any]):
    with pytest.raises(IntegrityError), transaction.atomic():
        Policy.objects.filter(name="tiers").update(**change)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"credits": 1_001},
        {"context_tokens": 0},
        {"ends_on": NOW.date()},
        {"successor_id": "gpt-oss-120b-groq"},
        {"name": "guide"},
    ],
)
def test_the_database_refuses_impossible_rows(seeded: None, change: dict[str, Any]):
    with pytest.raises(IntegrityError), transaction.atomic():
        Model.objects.filter(name="gpt-oss-120b-groq").update(**change)


@pytest.mark.django_db
def test_the_database_refuses_impossible_prices(seeded: None):
    price = Price.objects.get(model__name="gpt-4o")
    with pytest.raises(IntegrityError), transaction.atomic():
        Price.objects.filter(pk=price.pk).update(input_microusd=1_000_000_000)
    with pytest.raises(IntegrityError), transaction.atomic():
        Price.objects.filter(pk=price.pk).update(output_microusd=-1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Price.objects.create(
            model_id=price.model_id, input_microusd=1, output_microusd=1
        )
