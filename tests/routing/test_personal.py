"""Personal data: found in four languages, and not where there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.core.personal import personal_kinds

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # forms
        ("write to jo.bell+x@example.com", "email"),
        ("Meine Mail: anna@firma.example.com.", "email"),
        ("call me on 555-0142", "phone"),
        ("ring +44 20 7946 0018 after six", "phone"),
        ("mein Handy ist 0151 23456789", "phone"),
        ("appelle-moi au 06 12 34 56 78", "phone"),
        ("(555) 010-0199 is my number", "phone"),
        ("I live at 14 Millrace Lane", "address"),
        ("the house on Tarn Street", "address"),
        ("ich wohne in der Rosenstraße 12", "address"),
        ("Lindenweg 3 ist die Adresse", "address"),
        ("vivo en la calle Olmos 27", "address"),
        ("j'habite rue des Tanneurs", "address"),
        ("my IBAN is DE89 3704 0044 0532 0130 00", "identity"),
        ("card number 4111 1111 1111 1111", "identity"),
        ("the card ending 4417", "identity"),
        ("born on 3 May 1985", "identity"),
        # names and firms
        ("I'm Ruth Adeyemi and I need a rest", "name"),
        ("my name is kofi badu", "name"),
        ("ask my manager, Colin Westbury, about it", "name"),
        ("Matthias Brandl, 36, cannot keep a cactus alive", "name"),
        ("Please talk to Ms. Lindqvist", "name"),
        ("Ich heiße Sunniva Dahl", "name"),
        ("Frau Özdemir hat angerufen", "name"),
        ("me llamo Lucía Ferrer", "name"),
        ("je m'appelle Hélène Aubert", "name"),
        ("my neighbour Vincent van Dalen again", "name"),
        ("I'm a developer at Quillstream", "employer"),
        ("I've worked for Corwen Foods for years", "employer"),
        ("a paralegal at Winterbourne & Slade", "employer"),
        ("I work in the laundry of Hotel Morven", "employer"),
        ("ich arbeite bei Siemens", "employer"),
        ("trabajo en la gestoría Alarcón", "employer"),
        ("je travaille chez Renault", "employer"),
        # health
        ("My husband has Parkinson's.", "health"),
        ("I was diagnosed bipolar at twenty", "health"),
        ("since March I'm on sertraline", "health"),
        ("she is HIV positive", "health"),
        ("chemo round four is tomorrow", "health"),
        ("I'm six months pregnant", "health"),
        ("Ich habe seit Jahren Depressionen", "health"),
        ("mi padre tiene alzhéimer", "health"),
        ("elle a fait une fausse couche", "health"),
        # money
        ("I earn 2,050 a month", "finances"),
        ("my salary is 58k", "finances"),
        ("we owe the bank €19,000", "finances"),
        ("He lent me 350 last spring", "finances"),
        ("our income together is 4,700", "finances"),
        ("Ich verdiene 2.650 netto", "finances"),
        ("cobro 1.640 al mes", "finances"),
        ("je gagne 1 350 euros", "finances"),
        # love and faith
        ("my son came out to us as gay", "sexuality"),
        ("I'm bisexual", "sexuality"),
        ("Meine Tochter ist lesbisch", "sexuality"),
        ("my parents are strict Catholics", "religion"),
        ("he converted to Islam", "religion"),
        ("soy testigo de Jehová", "religion"),
    ],
)
def test_each_kind_is_found(text: str, kind: str):
    assert kind in personal_kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "hi",
        "I'm 44, I live in Leeds and my sister Anna is a vet.",
        "My boss is a bit scattered and I feel anxious before meetings.",
        "I cried all day, I miss my mother.",
        "In 1998 we moved from New York to Berlin.",
        "The party is on Saturday 14 June at 21:30, 30 people.",
        "We need 300 wine corks and 1,200 paper cups.",
        "I ran 10,000 steps and read 250 pages.",
        "The trip costs 40 euros.",
        "Die Kinder spielen im Garten, der Hund schläft auf dem Sofa.",
        "Mein Chef und meine Kollegen reden in der Küche über das Wetter.",
        "How much does GrowthPlus cost a month?",
        "My friend works at home and sleeps at noon.",
        "Read Brené Brown and James Clear, they say.",
        "from 2019 to 2021 and again in 2024",
        "version 2.10.3 of 10 000 000 lines",
        'Slogans so far: "Slow Parade", "Amble Gamble".',
        "I want to die and I have the pills here.",
        "Le chat dort, la pluie tombe, tout va bien.",
        "Mi gata duerme y yo leo junto a la ventana.",
    ],
)
def test_ordinary_talk_is_not_personal_data(text: str):
    assert personal_kinds(text) == frozenset()


@given(ANY_TEXT)
def test_any_text_can_be_looked_at(text: str):
    assert personal_kinds(text) == personal_kinds(text)


@given(ANY_TEXT, ANY_TEXT)
def test_an_address_is_found_wherever_it_stands(before: str, after: str):
    assert "email" in personal_kinds(f"{before} mia@example.com {after}")


@given(st.integers(100, 9_999_999), st.sampled_from(["$", "€", "£"]))
def test_a_salary_of_any_size_is_found(amount: int, sign: str):
    assert "finances" in personal_kinds(f"I earn {sign}{amount:,} a year")


def test_a_sum_of_any_length_is_read():
    assert "finances" in personal_kinds("I owe $" + "9" * 6_000)


@pytest.mark.parametrize("kind", ["health", "finances"])
def test_what_stands_deep_in_a_long_message_is_found(kind: str):
    small_talk = "The bus was late, 15 people waited 20 minutes. " * 150
    said = {"health": "I have diabetes.", "finances": "I earn 2,150 a month."}
    assert personal_kinds(small_talk + said[kind] + small_talk) == {kind}
