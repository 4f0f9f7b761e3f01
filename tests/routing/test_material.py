"""What writers bring along, and what only looks like it."""

import pytest

from routing.core.material import apart, brought
from routing.core.vocabulary import BOOK, phrases_in

DRAFT = "Dear all, the heating has failed for the third time this week."


@pytest.mark.parametrize(
    ("text", "material"),
    [
        pytest.param("- stay\n- go", "list", id="bullets"),
        pytest.param("options:\n1. stay\n2. go", "list", id="numbers"),
        pytest.param("a) stay, it is safe b) go, it is fun", "list", id="in a line"),
        pytest.param("Which one? 1. Stay. 2. Go.", "list", id="numbers in a line"),
        pytest.param("Mon: ran. Tue: slept. Wed: ran again.", "list", id="a diary"),
        pytest.param(f'Shorten this: "{DRAFT}"', "draft", id="a pasted draft"),
        pytest.param(f"Kürze das: „{DRAFT}“", "draft", id="German quotes"),
        pytest.param(f"Résume : « {DRAFT} »", "draft", id="French quotes"),
        pytest.param('like "two words" and "three more words"', "quotations", id="two"),
        pytest.param("I like tea, for example green tea", "examples", id="a marker"),
        pytest.param("Getränke, z. B. Tee", "examples", id="an abbreviation"),
        pytest.param(
            "What I've tried so far: a course, a mentor, a book.",
            "examples",
            id="attempts after a colon",
        ),
        pytest.param("Can you give me an example?", None, id="examples asked for"),
        pytest.param('he said "maybe" and left', None, id="a word in quotes"),
        pytest.param("I ran - then I slept", None, id="a dash"),
        pytest.param("At 9:30 I called, at 10:15 she came", None, id="times"),
        pytest.param("A long story. " * 60, None, id="a long story"),
    ],
)
def test_material(text: str, material: str | None):
    assert brought(text, BOOK.count(phrases_in(text))) == material


def test_a_long_quotation_is_taken_out_a_short_one_stays():
    text = f'He wrote "{DRAFT}" and I said "no".'
    assert apart(text) == ('He wrote "" and I said "no".', DRAFT)
