"""What a message shows: measured on labelled messages, and laws that always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.core import complexity
from routing.core.messages import Message
from routing.core.policy import SIGNALS
from routing.core.signals import LONG_CHARS, read
from tests.routing import labelled

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)
TURNS = st.lists(
    st.builds(Message, st.sampled_from(["user", "assistant"]), ANY_TEXT), max_size=3
).map(tuple)


# Measured


@pytest.mark.parametrize("name", ["dev", "held_out"])
@pytest.mark.parametrize("signal", SIGNALS)
def test_each_signal_is_seen_in_messages_no_weight_was_fitted_to(
    name: str, signal: str
):
    assert labelled.f1(name, signal) >= 0.88


@pytest.mark.parametrize(("name", "least"), [("dev", 0.77), ("held_out", 0.8)])
def test_the_task_is_told(name: str, least: float):
    seen = labelled.readings(name)
    right = sum(message["task"] == shown.task for message, shown in seen)
    assert right / len(seen) >= least


@pytest.mark.parametrize("name", ["dev", "held_out"])
def test_complexity_is_right_within_one_point(name: str):
    seen = labelled.readings(name)
    near = sum(
        abs(complexity.score(shown).total - message["complexity"]) <= 1
        for message, shown in seen
    )
    assert near / len(seen) >= 0.92


@pytest.mark.parametrize("name", ["dev", "fitted", "held_out"])
def test_the_labels_follow_their_definitions(name: str):
    for message in labelled.messages(name):
        shown = message["signals"]
        assert shown["multi_turn"] is bool(message["history"]), message["id"]
        assert shown["long"] is (len(message["text"]) > LONG_CHARS), message["id"]
        assert shown["faq"] is (message["task"] == "product_faq"), message["id"]
        assert not (shown["simple"] and shown["requires_analysis"]), message["id"]
        assert not (shown["simple"] and shown["requires_creativity"]), message["id"]


# Examples of each kind, in four languages


@pytest.mark.parametrize(
    "text",
    [
        "Should I take the job in Hull or stay, and what are the risks of each?",
        "Help me weigh up renting against buying, we have two small children.",
        "Why do I always get angry at my sister, and where does it come from?",
        "Make me a plan for learning to swim, week by week, I only have Sundays.",
        "Soll ich kündigen oder bleiben? Was spricht dafür und was dagegen?",
        "¿Me conviene alquilar o comprar? ¿Qué riesgos tiene cada opción?",
        "Je n'arrive pas à choisir entre deux postes. Comment peser le pour et le contre ?",
    ],
)
def test_weighing_finding_causes_and_planning_are_analysis(text: str):
    shown = read(text, ())
    assert (shown.requires_analysis, shown.simple) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Write a short poem for my grandmother's birthday.",
        "Give me ten names for a bakery.",
        "Can you come up with a funny toast for my best friend?",
        "Schreib mir eine kurze Rede für die Hochzeit meiner Schwester.",
        "Escríbeme un cuento corto para mi hijo.",
        "Trouve-moi dix idées de cadeaux originaux pour mon père.",
    ],
)
def test_new_texts_and_ideas_are_creativity(text: str):
    shown = read(text, ())
    assert (shown.requires_creativity, shown.simple) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "hi",
        "Thanks, good night!",
        "How long should a cover letter be?",
        "any tips for falling asleep faster",
        "Was ist ein Haushaltsbuch?",
        "¿Cuánto se tarda en aprender a nadar?",
        "Comment dire bonjour en japonais ?",
    ],
)
def test_greetings_and_basic_questions_are_simple(text: str):
    shown = read(text, ())
    assert shown.simple
    assert not shown.requires_analysis
    assert not shown.requires_creativity


@pytest.mark.parametrize(
    "text",
    [
        "How many credits does an answer cost?",
        "How do I cancel GrowthPlus?",
        "are you a human or a bot",
        "Can I use my own API key?",
        "Wie kündige ich mein Abo?",
        "¿Cómo borro mi cuenta?",
        "Est-ce que mes conversations sont privées ? Qui peut lire mes messages ?",
    ],
)
def test_questions_about_the_product_are_faq(text: str):
    shown = read(text, ())
    assert (shown.faq, shown.task) == (True, "product_faq")


@pytest.mark.parametrize(
    "text",
    [
        "How do I cancel my gym membership?",
        "My boss takes the credit for my work.",
        "Should I subscribe to a newspaper?",
        "I want to delete my ex's number.",
    ],
)
def test_other_people_sell_subscriptions_too(text: str):
    assert not read(text, ()).faq


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("How do I ask my boss for a raise?", "career"),
        ("My girlfriend and I fight about money.", "relationship"),
        ("I need a push to get off the couch and go running.", "motivation"),
        ("What is a SWOT analysis?", "strategy"),
        ("I want to learn the piano, where do I start?", "development_plan"),
        ("Give me twenty names for my goldfish.", "brainstorm"),
        ("Summarise our conversation in three bullet points.", "summary"),
        ("How do I get a wine stain out of the carpet?", "advice"),
        ("I always feel guilty when I say no.", "coaching"),
        ("Write a fairy tale about a dragon who is afraid of fire.", "other"),
        ("Wie viele Credits habe ich noch?", "product_faq"),
    ],
)
def test_each_task_has_its_plain_case(text: str, task: str):
    assert read(text, ()).task == task


def test_a_short_answer_keeps_the_subject_of_the_talk():
    before = (
        Message("user", "My boss wants me to lead the new team."),
        Message("assistant", "What does the job ask of you?"),
    )
    assert read("more meetings, and less sleep", before).task == "career"


# Laws


@given(ANY_TEXT, TURNS)
def test_any_text_can_be_read(text: str, history: tuple[Message, ...]):
    shown = read(text, history)
    assert shown.multi_turn is bool(history)
    assert shown.long is (len(text) > LONG_CHARS)
    assert shown.faq is (shown.task == "product_faq")
    assert not (shown.simple and (shown.requires_analysis or shown.requires_creativity))


@given(ANY_TEXT, TURNS)
def test_the_same_message_shows_the_same(text: str, history: tuple[Message, ...]):
    assert read(text, history) == read(text, history)


@pytest.mark.parametrize(
    "message", labelled.messages("dev")[::8], ids=lambda m: m["id"]
)
def test_case_and_typographic_apostrophes_hardly_matter(message: labelled.Labelled):
    """Names need capitals; wishes and subjects do not."""
    history = labelled.history(message)
    plain = read(message["text"].replace("’", "'"), history)
    fancy = read(message["text"].replace("'", "’"), history)
    assert fancy == plain
