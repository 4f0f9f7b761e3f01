"""A crisis is answered with care and help nearby, and the help is dated data."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.safety import (
    Screening,
    countries,
    reply_for,
    resources_for,
    screen,
)
from coaching.safety.languages import LANGUAGES
from coaching.safety.resources import SPOKEN_IN, Resource, resources_in


class Line:
    def __init__(self, role: str, text: str) -> None:
        self.role = role
        self.text = text


OWN = Screening("direct", frozenset({"suicide"}), ("suicide_wish",))
HARM = Screening("direct", frozenset({"self_harm"}), ("self_harm",))
ABUSE = Screening("direct", frozenset({"abuse"}), ("abuse",))
FEAR = Screening("indirect", frozenset({"abuse"}), ("fear_at_home",))
THIRD = Screening("direct", frozenset({"suicide", "third_person"}), ("third_suicide",))
WORDING = Screening("indirect", frozenset(), ("wording",))
ALL = [OWN, HARM, ABUSE, FEAR, THIRD, WORDING]

STAY = {
    "en": "You can keep writing to me here; this costs nothing.",
    "es": "Puedes seguir escribiéndome aquí; no cuesta nada.",
    "de": "Du kannst mir hier weiter schreiben; das kostet nichts.",
    "fr": "Vous pouvez continuer à m'écrire ici ; cela ne coûte rien.",
}
AI = {
    "en": "I am an AI and not a crisis service",
    "es": "Soy una IA y no un servicio de crisis",
    "de": "Ich bin eine KI und kein Krisendienst",
    "fr": "Je suis une IA et non un service de crise",
}

every_resource = [
    resource for code, _ in countries() for resource in resources_for(code)
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screening", ALL, ids=lambda each: each.signals[0])
@pytest.mark.parametrize("country", [None, "DE", "GB", "US", "ES", "FR"])
def test_every_reply_says_what_it_is_and_stays(screening, country, language):
    reply = reply_for(screening, country, language)
    assert AI[language] in reply
    assert STAY[language] in reply
    assert "https://findahelpline.com" in reply
    assert "{" not in reply


def test_replies_differ_by_situation():
    replies = {reply_for(each, "GB", "en") for each in (OWN, ABUSE, THIRD, WORDING)}
    assert len(replies) == 4


def test_violence_at_home_is_answered_with_its_own_help():
    reply = reply_for(ABUSE, "GB", "en")
    assert "it is not your fault" in reply
    assert "0808 2000 247" in reply
    assert "Samaritans" not in reply


def test_what_is_only_implied_is_asked_about():
    reply = reply_for(WORDING, "GB", "en")
    assert "If I misread you, tell me" in reply
    assert all(number in reply for number in ("116 123", "0808 2000 247", "999"))


def test_the_country_decides_whose_numbers_are_named():
    assert "988" in reply_for(OWN, "US", "de")
    assert "0800 111 0 111" not in reply_for(OWN, "US", "de")


def test_without_a_country_the_language_decides():
    german = reply_for(OWN, None, "de")
    assert {"Deutschland", "Österreich", "Schweiz"} <= set(re.findall(r"\w+", german))
    assert all(number in german for number in ("0800 111 0 111", "142", "143", "112"))
    assert "988" not in german


@pytest.mark.parametrize("country", ["XX", "", "de-AT"])
def test_an_unknown_country_counts_as_none(country):
    assert reply_for(OWN, country, "en") == reply_for(OWN, None, "en")


@pytest.mark.parametrize(
    ("language", "written"), [("pt", "en"), ("de-AT", "de"), ("", "en")]
)
def test_a_language_that_we_do_not_write_is_answered_in_english(language, written):
    assert reply_for(OWN, "GB", language) == reply_for(OWN, "GB", written)


def test_an_entry_nobody_checked_says_so():
    assert "we haven't checked this entry yet" in reply_for(OWN, "NZ", "en")
    assert "we haven't checked" not in reply_for(OWN, "GB", "en")


def test_replies_name_no_other_addresses_than_those_of_the_help():
    known = {resource.url for resource in every_resource}
    for screening in ALL:
        for language in LANGUAGES:
            for country in (None, *(code for code, _ in countries())):
                reply = reply_for(screening, country, language)
                assert set(re.findall(r"https?://[^\s*]+", reply)) <= known


def test_replies_are_no_alarm_themselves():
    """The coach's own words, quoted back, are not taken for the person's."""
    history = [Line("user", "hello"), Line("assistant", reply_for(OWN, "GB", "en"))]
    assert screen("Could you help me with my CV?", history).level == "none"


@given(
    st.text(max_size=4) | st.none(),
    st.text(max_size=6),
    st.sampled_from(ALL),
)
def test_any_country_and_language_get_a_reply(country, language, screening):
    assert STAY[language[:2] if language[:2] in LANGUAGES else "en"] in reply_for(
        screening, country, language
    )


# Resources


@pytest.mark.parametrize("resource", every_resource, ids=lambda each: each.name)
def test_every_resource_can_be_reached_and_is_dated_or_marked(resource):
    assert resource.phone or resource.url
    assert re.fullmatch(r"[\d ]*", resource.phone)
    assert not resource.url or resource.url.startswith("https://")
    if resource.confirmed:
        assert date(2026, 1, 1) <= resource.checked_on
        assert resource.source.startswith("https://")
    else:
        assert "not checked by us yet" in resource.note


def test_every_country_has_somebody_to_talk_to_and_an_emergency_number():
    for code, _ in countries():
        kinds = {each.kind for each in resources_for(code) if each.country == code}
        assert {"suicide", "emergency"} <= kinds, code


def test_what_is_local_comes_first_and_the_world_last():
    resources = resources_for("de")
    assert [each.country for each in resources] == ["DE", "DE", "DE", ""]
    assert resources[-1].kind == "directory"


def test_an_unknown_country_has_what_is_there_for_everybody():
    kinds = {each.kind for each in resources_for("XX")}
    assert kinds == {each.kind for each in resources_for(None)}
    assert kinds == {"directory", "emergency"}


def test_the_countries_of_a_language_are_known_countries():
    known = {code for code, _ in countries()}
    assert {code for codes in SPOKEN_IN.values() for code in codes} <= known
    assert {each.country for each in resources_in("fr")} == {"FR", "BE", "CH", "CA", ""}


def test_countries_are_named_in_order():
    names = [name for _, name in countries()]
    assert names == sorted(names)


def test_a_note_says_how_to_reach_it():
    resource = Resource("suicide", "A line", phone="1", text="2", hours="24/7")
    assert resource.note == "24/7 · text 2 · not checked by us yet"
