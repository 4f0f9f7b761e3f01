"""Choose who answers: the live catalogue, policy, health and budget around the core.

No transaction, and no query but those by which the store and the budget keep
themselves up to date. Nothing is called and nothing is charged here.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from django.utils import timezone

from routing import budget, health, store
from routing.core import complexity, confidence, decision, signals
from routing.core.catalogue import Model, Price, Provider
from routing.core.decision import Ask, Offer, Purse, Route
from routing.core.errors import NoModelAvailable, RoutingError
from routing.core.messages import Message, Prompt
from routing.core.personal import personal_kinds
from routing.core.policy import Policy
from routing.core.pricing import prompt_tokens_at_most
from routing.store import Snapshot

__all__ = [
    "Offer",
    "Question",
    "Route",
    "better_offer",
    "decide",
    "explain",
    "models_for",
    "own_model",
    "rung_of",
]

# Our own words around what people say: the coach's instructions, in bytes.
INSTRUCTION_TOKENS = 3_000
OWN_SLOT = "own"
_NOBODY: tuple[Model, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A message that wants an answer.

    Attributes:
        history: what was said before, oldest first.
        rung_min: for a better answer, the rung above the answer's: `rung_of` + 1.
        rung_pinned: for the same again, the rung of the answer.
        slot_pinned: the slot that the person chose, if any.
        strict_privacy: personal data goes only where nothing is kept.
        allow_training: the person lets providers train on personal data.
        decision_id: decides whether to explore; empty: never.
        demo: the person asks for the demo coach, which then is free.
        background: what else the prompt tells of the person: memory, summary.
        prompt_tokens: an upper bound of the prompt's length; None: all of the above.
        own_model: the model of the person's own key, on the plan that uses it.
        after_crisis: the emergency part of the budget may pay for this answer.
    """

    user_id: str
    plan: str
    text: str
    history: tuple[Message, ...] = ()
    conversation_id: str = ""
    rung_min: int | None = None
    rung_pinned: int | None = None
    slot_pinned: str | None = None
    strict_privacy: bool = False
    allow_training: bool = False
    decision_id: str = ""
    demo: bool = False
    background: str = ""
    prompt_tokens: int | None = None
    own_model: Model | None = None
    after_crisis: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a message shows, and what a policy makes of it."""

    signals: signals.Signals
    complexity: int
    confidence: float


def decide(question: Question) -> Route:
    """Return who answers.

    Raises:
        LadderTop: there is no rung as high as `rung_min`.
        SlotForbidden: the plan does not include `slot_pinned`.
        NoModelAvailable: no model is configured, or none may see the personal data.
        BudgetReached: the operator's cap is spent and nothing is free.
        PolicyError: the plan is unknown.
    """
    live = store.snapshot()
    policy = live.policy_for(question.user_id)
    reading = _read(question.text, question.history, policy)
    return _route(question, reading, live, policy)


def _route(
    question: Question, reading: _Reading, live: Snapshot, policy: Policy
) -> Route:
    ask = _ask(question, reading)
    if policy.plan(question.plan).direct and not question.demo:
        if question.own_model is None:
            raise NoModelAvailable("no key of your own is set up")
        route = decision.direct(question.own_model, policy, ask)
    else:
        purse = _purse(question)
        route = decision.choose_within(
            purse, policy, live.book.emergency, live.lineup, ask
        )
        if question.after_crisis:
            route = replace(route, emergency=True)
    return replace(route, signals=reading.signals, text_chars=len(question.text))


def better_offer(plan: str, rung_answered: int, user_id: str = "") -> Offer:
    """Return what "Get better response" would do beside an answer from this rung.

    Touches no database: it may be called on the event loop.
    """
    live = store.latest()
    policy = live.policy_for(user_id)
    return decision.better_offer(policy, live.lineup, plan, rung_answered)


def rung_of(slot: str) -> int:
    """Return the rung of a slot: 0 for the weakest, -1 for a slot that is none."""
    return store.latest().lineup.rung(slot)


def models_for(plan: str, user_id: str = "") -> list[Model]:
    """Return the models that a plan may be answered by, the weakest slot first."""
    live = store.snapshot()
    ladder = live.policy_for(user_id).plan(plan).ladder
    within = live.lineup.up_to(ladder[-1]) if ladder else ()
    slots = {live.lineup.stand_ins.get(slot) for slot in within}
    return [
        model
        for slot, models in live.lineup.filled.items()
        if slot in slots
        for model in models
    ]


def own_model(provider: Provider, model_id: str) -> Model:
    """Return the model that a person's own key reaches, its data policy as we know it.

    A model we do not know has the policy that all our rows of that provider share;
    where they differ, or there is none, it is unknown.
    """
    rows = [
        row for row in store.latest().book.catalogue.models if row.provider == provider
    ]
    known = [row for row in rows if row.model_id == model_id]
    if known:
        return replace(known[0], name="own", slot=OWN_SLOT, credits=0)
    policies = {(row.trains, row.retention_days) for row in rows}
    trains, retention_days = policies.pop() if len(policies) == 1 else ("unknown", None)
    return Model(
        name="own",
        label=model_id,
        slot=OWN_SLOT,
        provider=provider,
        model_id=model_id,
        credits=0,
        prices=(Price(0, 0),),
        context_tokens=128_000,
        trains=trains,
        retention_days=retention_days,
    )


def explain(text: str, history: Prompt, plan: str, *, crisis: str) -> dict[str, Any]:
    """Return which models would answer and why, as the protocol's `staff/explain`.

    Args:
        text: the message.
        history: what was said before.
        plan: the plan to explain for.
        crisis: what the product's screening says; it answers a crisis by itself.
    """
    live = store.snapshot()
    policy = live.book.base
    reading = _read(text, history, policy)
    if crisis != "none":
        route, why = _NOBODY, "a crisis: the product answers by itself, and is free"
    elif policy.plan(plan).direct:
        route, why = _NOBODY, "their own key: straight to their provider, free here"
    else:
        question = Question(user_id="", plan=plan, text=text, history=history)
        route, why = _explained(question, reading, live, policy)
    shown = asdict(reading.signals)
    task = shown.pop("task")
    shown["personal_data"] = _personal(reading.signals, _texts(history))
    return {
        "signals": shown,
        "task": task,
        "complexity": reading.complexity,
        "score": 1 - reading.confidence,
        "confidence": reading.confidence,
        "crisis": crisis,
        "route": [
            {
                "model": model.label,
                "slot": model.slot,
                "provider": model.provider,
                "credits": model.credits,
            }
            for model in route
        ],
        "why": why,
    }


def _explained(
    question: Question, reading: _Reading, live: Snapshot, policy: Policy
) -> tuple[tuple[Model, ...], str]:
    try:
        route = _route(question, reading, live, policy)
    except RoutingError as refusal:
        return _NOBODY, str(refusal)
    return route.candidates, route.reason.why


def _read(text: str, history: Prompt, policy: Policy) -> _Reading:
    shown = signals.read(text, history)
    score = complexity.score(shown, policy.weights)
    enough = confidence.prior(shown, score, len(text))
    return _Reading(shown, score.total, enough)


def _ask(question: Question, reading: _Reading) -> Ask:
    said = [*_texts(question.history), question.background]
    prompt_tokens = question.prompt_tokens
    if prompt_tokens is None:
        lines = (Message("user", line) for line in (*said, question.text))
        prompt_tokens = prompt_tokens_at_most(lines) + INSTRUCTION_TOKENS
    return Ask(
        plan=question.plan,
        complexity=reading.complexity,
        task=reading.signals.task,
        confidence=reading.confidence,
        personal_data=_personal(reading.signals, said),
        prompt_tokens=prompt_tokens,
        rung_min=question.rung_min,
        rung_pinned=question.rung_pinned,
        slot_pinned=question.slot_pinned,
        strict_privacy=question.strict_privacy,
        allow_training=question.allow_training,
        down=_down(),
        seed=question.decision_id,
        demo=question.demo,
    )


def _texts(history: Prompt) -> list[str]:
    return [message.text for message in history]


def _personal(shown: signals.Signals, said: Iterable[str]) -> bool:
    """Return whether anything in the whole prompt is personal data."""
    return shown.personal_data or any(_is_personal(text) for text in said)


@lru_cache(maxsize=1_024)
def _is_personal(text: str) -> bool:
    """Remembered, because a conversation brings its whole history every time."""
    return bool(personal_kinds(text))


def _down() -> frozenset[str]:
    breakers = health.here()
    return frozenset(
        opening.model
        for opening in breakers.openings()
        if not breakers.usable(opening.model)
    )


def _purse(question: Question) -> Purse:
    purse = budget.remaining(timezone.now())
    if question.after_crisis:
        return replace(purse, paid_microusd=purse.emergency_microusd)
    return purse
