"""`manage.py explain`: the protocol's `staff/explain`, from the command line."""

import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from routing import store

explaining = pytest.importorskip("coaching.explaining")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def stack(settings: Any) -> None:
    settings.PROVIDERS = {
        "vllm": {"base_urls": ["http://127.0.0.1:1/v1"], "model": ""},
        "groq": {"api_key": "key"},
        "openai": {"api_key": "key"},
    }
    store.forget()


def explain(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    call_command("explain", *arguments)
    return capsys.readouterr().out


def test_json_is_what_the_api_says(capsys: pytest.CaptureFixture[str]):
    text = "How do I begin to keep a diary?"
    told = json.loads(explain(capsys, text, "--json"))
    assert told == explaining.explain(text, (), "trial")
    assert told["crisis"] == "none"
    assert {model["provider"] for model in told["route"]} == {"vllm", "groq", "openai"}


def test_the_plan_changes_the_route(capsys: pytest.CaptureFixture[str]):
    text = "Weigh two job offers for me and compare the risks of each over five years."
    slots = {
        plan: {
            model["slot"]
            for model in json.loads(explain(capsys, text, "--plan", plan, "--json"))[
                "route"
            ]
        }
        for plan in ("trial", "growthplus", "byok")
    }
    assert slots["byok"] == set()
    assert "large" in slots["growthplus"]


def test_words_for_people(capsys: pytest.CaptureFixture[str]):
    told = explain(capsys, "How do I begin to keep a diary?")
    for part in ("task:", "complexity:", "confidence:", "1. ", "credits: "):
        assert part in told


def test_a_crisis_is_told_and_asks_no_model(capsys: pytest.CaptureFixture[str]):
    told = json.loads(explain(capsys, "I am going to kill myself tonight.", "--json"))
    assert (told["crisis"], told["route"]) == ("direct", [])


def test_history_counts():
    said = [("user", "I never finish anything."), ("assistant", "What did you finish?")]
    told = explaining.explain("A scarf.", said, "trial")
    assert told["signals"]["multi_turn"]


def test_an_unknown_plan_is_refused():
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("explain", "Hello", "--plan", "gold")
