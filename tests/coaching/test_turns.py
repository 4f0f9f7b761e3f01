"""The transactions of a turn, without a model: what each leaves behind."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from billing import ledger
from billing.errors import InsufficientCredits
from coaching import reading, turns, verdicts
from coaching.accounts import make_verified
from coaching.errors import Conflict, NotFound, TooMany
from coaching.models import Conversation, Run, RunState, Turn, User
from coaching.reading import Place
from coaching.turns import Command, Outcome, Terms, Work
from routing.core.catalogue import Model, Price
from routing.core.decision import Reason, Route
from routing.models import Attempt, Decision, SpendDay

pytestmark = pytest.mark.django_db
NOW = timezone.now()
MODEL = Model(
    name="small",
    label="Small",
    slot="local",
    provider="vllm",
    model_id="small",
    credits=1,
    prices=(Price(1_000_000, 1_000_000),),
    context_tokens=8_000,
)


def route(credits: int = 1) -> Route:
    return Route(
        rung=0,
        slot="local",
        candidates=(MODEL,),
        credits=credits,
        worst_case_microusd=5_000,
        reason=Reason(2, "advice", 0.8, "cascade@1", "a simple question"),
        propensity=1.0,
        max_tokens=1_000,
    )


def terms(credits: int = 1) -> Terms:
    return Terms("trial", route(credits), (), uuid4(), "node", NOW)


def command(user: User, kind: Run.Kind = Run.Kind.ASK, body: str = "x") -> Command:
    return Command(uuid4(), user.pk, kind, turns.digest(body))


def outcome(state: RunState, charge: int = 0, text: str = "") -> Outcome:
    return Outcome(state, text, charge, "Small", "local", "vllm", 0)


def opened(user: User, conversation: UUID | None = None, credits: int = 1) -> Work:
    where = Place(conversation or uuid4(), None, ())
    work = turns.open_turn(command(user), where, "Hello", terms(credits)).work
    assert work is not None
    return work


def close(work: Work, result: Outcome) -> dict | None:
    event = {"type": "finished", "seq": work.first_seq + 3, "state": result.state.value}
    return turns.close(work, result, event, NOW)


def balance(user: User) -> tuple[int, int]:
    found = ledger.balance(user.pk, NOW)
    return found.available, found.held


@pytest.fixture
def ana() -> User:
    return make_verified("ana@example.com", "x")


@pytest.fixture
def bo() -> User:
    return make_verified("bo@example.com", "x")


def test_opening_holds_the_price_and_records_the_decision(ana: User):
    work = opened(ana, credits=4)
    assert balance(ana) == (996, 4)
    assert Decision.objects.get().pk == work.decision_id
    assert Attempt.objects.get().model == "small"
    assert SpendDay.objects.get().reserved_microusd == 5_000


@pytest.mark.parametrize(
    ("state", "charge", "text", "left"),
    [
        (RunState.ANSWERED, 1, "Hi", 999),
        (RunState.STOPPED, 0, "", 1_000),
        (RunState.STOPPED, 1, "Hi", 999),
        (RunState.FAILED, 0, "", 1_000),
        (RunState.INTERRUPTED, 0, "Hi", 1_000),
        (RunState.ANSWERED, 50, "Hi", 999),
    ],
    ids=[
        "answered",
        "stopped early",
        "stopped late",
        "failed",
        "interrupted",
        "greedy",
    ],
)
def test_closing_charges_what_it_should_and_never_more_than_was_held(
    ana: User, state: RunState, charge: int, text: str, left: int
):
    work = opened(ana)
    event = close(work, outcome(state, charge, text))
    assert event is not None
    assert event["credits"] == {"charged": 1_000 - left, "available": left, "held": 0}
    assert balance(ana) == (left, 0)
    assert SpendDay.objects.get().reserved_microusd == 0
    assert ledger.audit() == []


def test_a_run_ends_once(ana: User):
    work = opened(ana)
    assert close(work, outcome(RunState.ANSWERED, 1, "Hi"))
    assert close(work, outcome(RunState.FAILED)) is None
    assert balance(ana) == (999, 0)
    assert Run.objects.get().state == RunState.ANSWERED


def test_a_conversation_deleted_in_the_middle_leaves_no_hold(ana: User):
    work = opened(ana)
    Conversation.objects.all().delete()
    event = close(work, outcome(RunState.ANSWERED, 1, "Hi"))
    assert event is not None  # whoever still reads hears that it is over
    assert event["credits"] == {"charged": 0, "available": 1_000, "held": 0}
    assert balance(ana) == (1_000, 0)
    assert SpendDay.objects.get().reserved_microusd == 0


def test_refused_for_want_of_credits_nothing_is_left_behind(ana: User):
    with pytest.raises(InsufficientCredits):
        opened(ana, credits=1_001)
    assert not Turn.objects.exists()
    assert not Conversation.objects.exists()
    assert not Decision.objects.exists()
    assert balance(ana) == (1_000, 0)


def test_three_at_a_time_and_twenty_a_minute(ana: User, settings):
    works = [opened(ana) for _ in range(3)]
    with pytest.raises(TooMany):
        opened(ana)
    for work in works:
        close(work, outcome(RunState.FAILED))
    settings.RATE_LIMITS = True
    for _ in range(17):
        close(opened(ana), outcome(RunState.FAILED))
    with pytest.raises(TooMany) as refused:
        opened(ana)
    assert refused.value.retry_at == NOW + timedelta(minutes=1)
    assert balance(ana) == (1_000, 0)


def test_somebody_elses_conversation_and_parent_are_not_there(ana: User, bo: User):
    work = opened(bo)
    with pytest.raises(NotFound):
        reading.place(ana.pk, work.conversation_id, None, follow=True)
    with pytest.raises(NotFound):
        reading.place(ana.pk, uuid4(), work.turn_id, follow=False)
    with pytest.raises(NotFound):
        reading.owned(ana.pk, work.turn_id)


def test_a_parent_that_is_still_answered_is_a_conflict(ana: User):
    work = opened(ana)
    with pytest.raises(Conflict):
        reading.place(ana.pk, work.conversation_id, None, follow=True)
    with pytest.raises(Conflict):
        turns.open_run(command(ana, Run.Kind.AGAIN), work.turn_id, terms())


def test_a_dead_process_is_reaped_once_and_gives_back_what_it_held(ana: User):
    work = opened(ana)
    turns.checkpoint(
        "node", [turns.Checkpoint(work.run_id, "Half an ans", 5)], [work.run_id], NOW
    )
    assert turns.expired(NOW) == []
    later = NOW + timedelta(minutes=1)
    assert turns.expired(later) == [work.run_id]
    reaped = turns.reap(work.run_id, {"code": "interrupted", "message": "m"}, later)
    assert reaped is not None
    turn_id, (snapshot, finished) = reaped
    assert turn_id == work.turn_id
    assert snapshot["text"] == "Half an ans"
    assert finished["seq"] == snapshot["seq"] + 1 > 10_000
    assert balance(ana) == (1_000, 0)
    assert turns.reap(work.run_id, {"code": "x", "message": "m"}, later) is None
    assert close(work, outcome(RunState.ANSWERED, 1, "Hi")) is None
    assert reading.replay(work.turn_id, 0) == [snapshot, finished]
    assert reading.replay(work.turn_id, snapshot["seq"]) == [finished]
    assert reading.replay(work.turn_id, finished["seq"]) == []


def test_a_process_knows_which_of_its_runs_were_stopped_or_lost(ana: User):
    kept, stopped, lost = (opened(ana) for _ in range(3))
    turns.request_stop(ana.pk, stopped.turn_id, None)
    turns.reap(lost.run_id, {"code": "interrupted", "message": "m"}, NOW)
    runs = [kept.run_id, stopped.run_id, lost.run_id]
    alive, to_stop = turns.checkpoint("node", [], runs, NOW)
    assert (alive, to_stop) == ({kept.run_id, stopped.run_id}, {stopped.run_id})


def test_the_run_on_screen(ana: User):
    work = opened(ana)
    close(work, outcome(RunState.ANSWERED, 1, "First"))
    turn = Turn.objects.get()
    second = turns.open_run(command(ana, Run.Kind.BETTER), turn.pk, terms()).work
    turn.refresh_from_db()
    assert (turn.active_run, turn.state) == (2, RunState.STREAMING)
    assert second is not None
    close(second, outcome(RunState.FAILED))
    turn.refresh_from_db()
    assert (turn.active_run, turn.state) == (1, RunState.ANSWERED)
    third = turns.open_run(command(ana, Run.Kind.AGAIN), turn.pk, terms()).work
    assert third is not None
    close(third, outcome(RunState.ANSWERED, 1, "Third"))
    turn.refresh_from_db()
    assert turn.active_run == 3
    verdicts.prefer(turn, 1, 3, 1)
    turn.refresh_from_db()
    assert turn.active_run == 1


def test_the_history_is_the_path_that_leads_to_a_turn(ana: User):
    conversation = uuid4()
    first = opened(ana, conversation)
    close(first, outcome(RunState.ANSWERED, 1, "One."))
    where = reading.place(ana.pk, conversation, None, follow=True)
    second = turns.open_turn(command(ana), where, "More?", terms()).work
    assert second is not None
    close(second, outcome(RunState.ANSWERED, 1, "Two."))
    aside = reading.place(ana.pk, conversation, None, follow=False)
    assert aside.history == ()
    path = reading.place(ana.pk, conversation, second.turn_id, follow=False).history
    assert [message.text for message in path] == ["Hello", "One.", "More?", "Two."]


def test_a_better_that_still_runs_is_not_part_of_the_history(ana: User):
    first = opened(ana)
    close(first, outcome(RunState.ANSWERED, 1, "One."))
    turns.open_run(command(ana, Run.Kind.BETTER), first.turn_id, terms())
    Run.objects.filter(number=2).update(answer="Half of tw")
    assert [m.text for m in reading.history(first.turn_id)] == ["Hello", "One."]


def test_only_two_finished_answers_can_be_compared(ana: User):
    first = opened(ana)
    close(first, outcome(RunState.ANSWERED, 1, "One."))
    turn = Turn.objects.get()
    second = turns.open_run(command(ana, Run.Kind.BETTER), turn.pk, terms()).work
    assert second is not None
    turn.refresh_from_db()
    with pytest.raises(Conflict):
        verdicts.prefer(turn, 1, 2, 2)
    close(second, outcome(RunState.FAILED))
    turn.refresh_from_db()
    with pytest.raises(Conflict):
        verdicts.prefer(turn, 1, 2, 2)


def test_a_failed_better_leaves_the_offer_of_the_answer_on_screen(ana: User):
    first = opened(ana)
    offer = (close(first, outcome(RunState.ANSWERED, 1, "One.")) or {})["better"]
    second = turns.open_run(command(ana, Run.Kind.BETTER), first.turn_id, terms()).work
    assert second is not None
    failed = Outcome(RunState.FAILED, "", 0, "Fast", "fast", "groq", 1)
    assert (close(second, failed) or {})["better"] == offer
    assert offer["available"] is True


def test_a_turn_costs_few_statements(ana: User, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):  # savepoints included
        work = opened(ana)
    with django_assert_max_num_queries(18):
        close(work, outcome(RunState.ANSWERED, 1, "Hi"))
