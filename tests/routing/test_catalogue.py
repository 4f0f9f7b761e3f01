"""The catalogue: what is shipped, what is refused, and who may answer on a day."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from routing.core import catalogue
from routing.core.catalogue import Catalogue, Model, Price
from routing.core.errors import PolicyError
from routing.core.lineup import Lineup, lineup
from routing.providers import quirks

pytestmark = pytest.mark.pure

SHIPPED = Path(catalogue.__file__).parents[1] / "catalogue.toml"
TODAY = date(2026, 11, 23)
SLOTS = {"local": 1, "fast": 2, "medium": 4, "large": 10}
FREE = [{"input_microusd": 0, "output_microusd": 0}]


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return catalogue.parse(tomllib.loads(SHIPPED.read_text(encoding="utf-8")))


def row(**fields: Any) -> dict[str, Any]:
    return {
        "label": "Mistral 7B",
        "slot": "local",
        "provider": "vllm",
        "model_id": "mistral",
        "prices": FREE,
        "context_tokens": 4_096,
        **fields,
    }


def of(**rows: dict[str, Any]) -> Catalogue:
    named = {name.replace("_", "-"): fields for name, fields in rows.items()}
    return catalogue.parse({"slots": SLOTS, "models": named})


# What is shipped


@pytest.mark.parametrize(
    ("label", "provider"),
    [
        ("Mistral 7B", "vllm"),
        ("Phi-3 Mini", "vllm"),
        ("Llama 2 13B", "vllm"),
        ("Mixtral 8x7B", "vllm"),
        ("Mistral 7B", "ollama"),
        ("Phi-3 Mini", "ollama"),
        ("Llama 2 13B", "ollama"),
        ("Mistral 7B", "textgen"),
        ("Mistral 7B", "together"),
        ("Mixtral 8x7B", "groq"),
        ("Mixtral 8x7B", "together"),
        ("GPT-OSS 120B", "groq"),
        ("GPT-OSS 120B", "openrouter"),
        ("GPT-4o", "openai"),
        ("Claude 3.5 Sonnet", "anthropic"),
        ("Claude Sonnet 5.5", "anthropic"),
    ],
)
def test_every_model_the_strategy_names_has_a_row(
    shipped: Catalogue, label: str, provider: str
):
    assert (label, provider) in {(m.label, m.provider) for m in shipped.models}


def test_every_host_the_strategy_names_has_a_row(shipped: Catalogue):
    hosts = {model.provider for model in shipped.models}
    assert hosts == set(catalogue.PROVIDERS)


@pytest.mark.parametrize(
    ("name", "prompt_tokens", "price"),
    [
        ("gpt-4o", 1_000, (2_500_000, 10_000_000, 1_250_000)),
        ("gpt-oss-120b-groq", 1_000, (150_000, 600_000, 75_000)),
        ("claude-sonnet-5-5", 1_000, (2_000_000, 10_000_000, 100_000)),
        ("claude-haiku-5-5", 100_000, (100_000, 500_000, 10_000)),
        ("claude-haiku-5-5", 100_001, (500_000, 2_500_000, 50_000)),
        ("mistral-7b-vllm", 1_000, (0, 0, None)),
    ],
)
def test_prices_are_those_of_november_2026(
    shipped: Catalogue, name: str, prompt_tokens: int, price: tuple[int, int, int]
):
    from routing.core.pricing import price_on

    found = price_on(shipped.by_name()[name], TODAY, prompt_tokens)
    assert price == (
        found.input_microusd,
        found.output_microusd,
        found.cached_microusd,
    )


@pytest.mark.parametrize(
    ("name", "ends_on", "successor"),
    [
        ("gpt-4o", date(2027, 1, 14), "gpt-6-1-sol"),
        ("gpt-4o-mini", date(2027, 1, 14), "gpt-6-luna"),
        ("claude-sonnet-4-5", date(2026, 11, 30), "claude-sonnet-5-5"),
        ("llama-3-3-70b-groq", date(2026, 8, 16), "gpt-oss-120b-groq"),
        ("mixtral-8x7b-groq", date(2025, 3, 20), "gpt-oss-120b-groq"),
        ("mixtral-8x7b-together", date(2026, 4, 16), "gpt-oss-120b-together"),
    ],
)
def test_what_ends_has_its_date_and_its_successor(
    shipped: Catalogue, name: str, ends_on: date, successor: str
):
    model = shipped.by_name()[name]
    assert (model.ends_on, model.successor) == (ends_on, successor)


def test_an_answer_costs_what_is_usual_for_its_slot(shipped: Catalogue):
    assert shipped.slots == SLOTS
    assert {(m.slot, m.credits) for m in shipped.models} == set(SLOTS.items())


def test_every_shipped_quirk_is_one_that_the_adapter_reads(shipped: Catalogue):
    for model in shipped.models:
        quirks.parse(model.quirks)


def test_staff_are_told_of_models_that_end_within_thirty_days(shipped: Catalogue):
    assert shipped.ending(date(2026, 12, 14), 30) == []
    names = [model.name for model in shipped.ending(date(2026, 12, 15), 30)]
    assert names == ["gpt-4o-mini", "gpt-4o"]
    assert [m.name for m in shipped.ending(date(2027, 1, 14), 30)] == names
    assert shipped.ending(date(2027, 1, 15), 30) == []


# What is refused


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        pytest.param({"provider": "acme"}, "models.m.provider", id="unknown provider"),
        pytest.param({"slot": "huge"}, "models.m.slot: no slot", id="unknown slot"),
        pytest.param({"also": ["huge"]}, "models.m.also", id="unknown further slot"),
        pytest.param({"also": ["local"]}, "models.m.also", id="further slot twice"),
        pytest.param({"credits": -1}, "models.m.credits", id="negative credits"),
        pytest.param({"credits": 1.5}, "models.m.credits", id="half a credit"),
        pytest.param({"credits": True}, "models.m.credits", id="credits as a flag"),
        pytest.param({"credits": 100_000}, "models.m.credits", id="absurd credits"),
        pytest.param({"label": ""}, "models.m.label", id="no label"),
        pytest.param({"model_id": ""}, "models.m.model_id", id="no id"),
        pytest.param({"context_tokens": 0}, "models.m.context_tokens", id="no context"),
        pytest.param({"trains": "maybe"}, "models.m.trains", id="unknown word"),
        pytest.param({"retention_days": -1}, "models.m.retention_days", id="days < 0"),
        pytest.param({"ends_on": "soon"}, "models.m.ends_on", id="no date"),
        pytest.param({"colour": "red"}, "models.m.colour", id="unknown field"),
        pytest.param({"first_token_s": 0}, "models.m.first_token_s", id="no time"),
        pytest.param({"prices": []}, "models.m.prices: one price", id="no price"),
        pytest.param(
            {"ends_on": date(2027, 1, 1)},
            "models.m.successor: a model that ends needs one",
            id="ends without successor",
        ),
        pytest.param(
            {"successor": "nobody"},
            "models.m.successor: no model is called 'nobody'",
            id="missing successor",
        ),
        pytest.param(
            {"successor": "m"},
            "models.m.successor: 'm' would succeed itself",
            id="own successor",
        ),
        pytest.param(
            {"prices": [{"input_microusd": -1, "output_microusd": 0}]},
            "models.m.prices.0.input_microusd: must be at least $0",
            id="negative price",
        ),
        pytest.param(
            {"prices": [{"input_microusd": 0, "output_microusd": 1_000_000_000}]},
            "models.m.prices.0.output_microusd: must be at least $0 and less than $1,000",
            id="a thousand dollars per million",
        ),
        pytest.param(
            {"prices": [{"input_microusd": 0.5, "output_microusd": 0}]},
            "models.m.prices.0.input_microusd",
            id="half a micro-dollar",
        ),
        pytest.param(
            {"prices": [{**FREE[0], "since": date(2026, 1, 1)}]},
            "models.m.prices: one price must hold from the beginning",
            id="no price before a date",
        ),
        pytest.param(
            {"prices": [{**FREE[0], "up_to_tokens": 1_000}]},
            "models.m.prices: one tier, and only one",
            id="no price for a long prompt",
        ),
        pytest.param(
            {"prices": [FREE[0], FREE[0]]},
            "models.m.prices: one tier, and only one",
            id="two prices at once",
        ),
        pytest.param(
            {
                "prices": [
                    FREE[0],
                    {**FREE[0], "up_to_tokens": 5},
                    {**FREE[0], "up_to_tokens": 5},
                ]
            },
            "models.m.prices: two tiers end at the same",
            id="two equal tiers",
        ),
    ],
)
def test_a_bad_row_is_refused_with_its_path(fields: dict[str, Any], fault: str):
    with pytest.raises(PolicyError) as refused:
        of(m=row(**fields))
    assert str(refused.value).startswith(fault)


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({"slots": SLOTS, "modles": {}}, "modles:"),
        ({"models": {}}, "slots:"),
        ({"slots": {"local": "one"}, "models": {}}, "slots.local"),
        ({"slots": SLOTS, "models": {"Mistral 7B": row()}}, "models.Mistral 7B"),
        ({"slots": SLOTS, "models": {"m": "mistral"}}, "models.m"),
        ({"slots": SLOTS, "models": [row()]}, "models:"),
    ],
)
def test_a_bad_document_is_refused_with_its_path(document: dict[str, Any], fault: str):
    with pytest.raises(PolicyError) as refused:
        catalogue.parse(document)
    assert str(refused.value).startswith(fault)


def test_all_faults_are_named_at_once():
    with pytest.raises(PolicyError) as refused:
        of(a=row(provider="acme"), b=row(credits=-1))
    assert [line.split(":")[0] for line in str(refused.value).splitlines()] == [
        "models.a.provider",
        "models.b.credits",
    ]


def test_successors_may_not_run_in_a_circle():
    ends = date(2026, 1, 1)
    with pytest.raises(PolicyError, match=r"models\.a\.successor: 'a' would succeed"):
        of(a=row(ends_on=ends, successor="b"), b=row(ends_on=ends, successor="a"))


def test_provider_and_trains_have_one_list_each():
    assert get_args(catalogue.Provider) == catalogue.PROVIDERS
    assert get_args(catalogue.Trains) == ("no", "yes", "unknown")


# Who may answer


def names(line: Lineup, slot: str) -> list[str]:
    return [model.name for model in line.filled[line.stand_ins[slot]]]


def test_with_nothing_configured_the_demo_coach_fills_the_ladders(shipped: Catalogue):
    line = lineup(shipped, TODAY, {})
    filled = {slot: [(m.name, m.credits) for m in line.filled[slot]] for slot in SLOTS}
    assert filled == {
        "local": [("guide", 1)],
        "fast": [("guide-deep", 2)],
        "medium": [("guide-deep", 4)],
        "large": [("guide-deep", 10)],
    }
    assert line.is_demo


def test_the_demo_coach_steps_back_when_any_other_model_is_configured(
    shipped: Catalogue,
):
    line = lineup(shipped, TODAY, {"groq": ""})
    assert not line.is_demo
    used = {m.provider for models in line.filled.values() for m in models}
    assert used == {"groq"}
    assert [m.name for m in line.demo["local"]] == ["guide"]


@pytest.mark.parametrize(
    ("served", "stand_ins"),
    [
        pytest.param(
            {"openai": ""},
            {"local": "medium", "fast": "medium", "medium": "medium", "large": "large"},
            id="only OpenAI: small slots borrow its medium model",
        ),
        pytest.param(
            {"vllm": ""},
            dict.fromkeys(SLOTS, "local"),
            id="only vLLM: every slot is the local model",
        ),
        pytest.param(
            {"groq": ""},
            dict.fromkeys(SLOTS, "fast"),
            id="only Groq: every slot is the fast model",
        ),
        pytest.param(
            {"vllm": "", "groq": "", "openai": ""},
            {slot: slot for slot in SLOTS},
            id="the strategy's stack: nothing is borrowed",
        ),
        pytest.param(
            {"together": ""},
            {"local": "local", "fast": "medium", "medium": "medium", "large": "medium"},
            id="of two equally near slots the stronger lends",
        ),
    ],
)
def test_an_empty_slot_borrows_from_the_nearest(
    shipped: Catalogue, served: dict[str, str], stand_ins: dict[str, str]
):
    assert dict(lineup(shipped, TODAY, served).stand_ins) == stand_ins


def test_a_borrowed_answer_keeps_the_price_of_its_row(shipped: Catalogue):
    line = lineup(shipped, TODAY, {"openai": ""})
    first = line.filled[line.stand_ins["local"]][0]
    assert (first.slot, first.credits) == ("medium", 4)


@pytest.mark.parametrize(
    ("served_model", "name", "label", "model_id"),
    [
        (
            "",
            "mistral-7b-vllm",
            "Mistral 7B",
            "mistralai/Mistral-7B-Instruct-v0.3",
        ),
        (
            "microsoft/Phi-3-mini-4k-instruct",
            "phi-3-mini-vllm",
            "Phi-3 Mini",
            "microsoft/Phi-3-mini-4k-instruct",
        ),
        (
            "meta-llama/Llama-2-13b-chat-hf",
            "llama-2-13b-vllm",
            "Llama 2 13B",
            "meta-llama/Llama-2-13b-chat-hf",
        ),
        ("org/tiny", "mistral-7b-vllm", "tiny", "org/tiny"),
        ("tiny", "mistral-7b-vllm", "tiny", "tiny"),
    ],
)
def test_an_own_server_answers_with_the_model_it_serves(
    shipped: Catalogue, served_model: str, name: str, label: str, model_id: str
):
    line = lineup(shipped, TODAY, {"vllm": served_model})
    (model,) = line.filled["local"]
    assert (model.name, model.label, model.model_id) == (name, label, model_id)
    assert set(line.filled) == {"local"}


@pytest.mark.parametrize(
    ("served_model", "name", "label"),
    [
        ("mistral:latest", "mistral-7b-ollama", "Mistral 7B"),
        ("phi3", "phi-3-mini-ollama", "Phi-3 Mini"),
        ("llama2:13b", "llama-2-13b-ollama", "Llama 2 13B"),
        ("gemma3:latest", "mistral-7b-ollama", "gemma3"),
        ("gemma3:4b", "mistral-7b-ollama", "gemma3:4b"),
    ],
)
def test_ollamas_tags_are_understood(
    shipped: Catalogue, served_model: str, name: str, label: str
):
    (model,) = lineup(shipped, TODAY, {"ollama": served_model}).filled["local"]
    assert (model.name, model.label, model.model_id) == (name, label, served_model)


def test_a_model_answers_through_its_last_day_and_its_successor_after_it(
    shipped: Catalogue,
):
    served = {"openai": "", "anthropic": ""}
    last = lineup(shipped, date(2027, 1, 14), served)
    after = lineup(shipped, date(2027, 1, 15), served)
    assert names(last, "large")[:2] == ["gpt-4o", "gpt-6-1-sol"]
    assert names(after, "large") == ["gpt-6-1-sol", "claude-sonnet-5-5"]


def test_a_successor_takes_slot_and_place_and_keeps_its_own_price():
    ends = date(2026, 1, 1)
    line = lineup(
        of(
            old=row(slot="large", provider="groq", ends_on=ends, successor="mid"),
            other=row(slot="large", provider="openai"),
            mid=row(slot="fast", provider="groq", ends_on=ends, successor="new"),
            new=row(slot="fast", provider="groq"),
        ),
        TODAY,
        {"groq": "", "openai": ""},
    )
    assert [(m.name, m.slot, m.credits) for m in line.filled["large"]] == [
        ("new", "large", 2),
        ("other", "large", 10),
    ]
    assert names(line, "fast") == ["new"]


@pytest.mark.parametrize("heir", [row(provider="openai"), row(enabled=False)])
def test_a_successor_that_cannot_be_used_leaves_the_place_empty(heir: dict[str, Any]):
    old = row(provider="vllm", ends_on=date(2026, 1, 1), successor="new")
    groq = row(provider="groq", slot="fast")
    line = lineup(of(old=old, new=heir, groq=groq), TODAY, {"vllm": "", "groq": ""})
    assert line.stand_ins["local"] == "fast"


def test_rows_are_asked_in_the_order_of_the_catalogue():
    line = lineup(
        of(b=row(provider="groq"), a=row(provider="openai")),
        TODAY,
        {"openai": "", "groq": ""},
    )
    assert names(line, "local") == ["b", "a"]


def test_a_rung_is_the_place_of_a_slot_whatever_the_plan(shipped: Catalogue):
    line = lineup(shipped, TODAY, {"vllm": ""})
    assert [line.rung(slot) for slot in SLOTS] == [0, 1, 2, 3]
    assert line.rung("own") == -1


def test_model_and_price_keep_their_plain_defaults():
    model = Model("m", "M", "local", "vllm", "m", 1, (Price(0, 0),), 4_096)
    assert (model.trains, model.retention_days, model.enabled) == (
        "unknown",
        None,
        True,
    )
    assert hash(model) == hash(
        Model("m", "M", "local", "vllm", "m", 1, (Price(0, 0),), 4_096)
    )
