"""Spelling fun is folded away, and the language of phrases means what it says."""

import pytest

from coaching.safety.folding import fold, fold_words
from coaching.safety.languages import language
from coaching.safety.phrases import Index, parse

CLASSES = {"want": ["want", "wish", "would_like"]}
NEGATIONS = frozenset({"not", "never"})


def folded(text: str) -> list[str]:
    return [" ".join(sentence.words) for sentence in fold(text)]


def matches(line: str, text: str) -> list[str]:
    """What one phrase finds in the first sentence of a text."""
    words = fold(text)[0].words
    index = Index([parse("any", line, CLASSES)], NEGATIONS)
    return [" ".join(words[span.start : span.end]) for _, span in index.search(words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm HERE", "i am here"),
        ("im here", "i am here"),
        ("I can’t", "i can not"),
        ("dont wanna", "do not want to"),
        ("más allá", "mas alla"),
        ("Straße, möchte", "strasse mochte"),
        ("moechte", "mochte"),
        ("j'ai, jai", "je ai je ai"),
        ("je n'en peux plus", "je en peux plus"),
        ("sooooo", "so"),
        ("k1ll", "kill"),
        ("k*ll", "kill"),
        ("k.i.l.l", "kill"),
        ("no one, noone, no-one", "nobody nobody nobody"),
        ("any more", "anymore"),
        ("mysefl", "myself"),
        ("wait... what", "wait what"),
        ("＄１ ｆｕｌｌ", "1 full"),
    ],
)
def test_many_spellings_become_one(text, words):
    assert folded(text) == [words]


def test_sentences_end_at_their_marks_and_lines():
    assert folded("One. Two! Three?\nFour; five") == "one two three four five".split()


def test_a_question_is_known_by_its_mark():
    assert [sentence.asked for sentence in fold("Why? Because.")] == [True, False]


def test_quotations_are_sentences_of_their_own():
    sentences = fold("He said “I am tired” and left.")
    assert [(" ".join(each.words), each.quoted) for each in sentences] == [
        ("he said", False),
        ("i am tired", True),
        ("and left", False),
    ]


def test_an_odd_quotation_mark_quotes_nothing():
    assert not any(sentence.quoted for sentence in fold('a 5" nail. And more'))


def test_nothing_folds_to_nothing():
    assert fold("") == fold(" \n… !") == ()


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("die", "to die here", ["die"]),
        ("die", "the diet", []),
        ("di*", "the diet", ["diet"]),
        ("want|wish to", "i wish to", ["wish to"]),
        ("be_dead|die", "to be dead", ["be dead"]),
        ("<want> to", "i would like to", ["would like to"]),
        ("so really? sad", "so sad", ["so sad"]),
        ("so really? sad", "so really sad", ["so really sad"]),
        ("want .. die", "want to just die", ["want to just die"]),
        ("want .. die", "want you all to please die", []),
        ("want .... die", "want you all to please die", ["want you all to please die"]),
        ("want .. die", "want not to die", []),
        ("^ no", "no way", ["no"]),
        ("^ no", "oh no", []),
        ("done $", "i am done", ["done"]),
        ("done $", "done it", []),
        ("die now|$", "i die", ["die"]),
        ("end it !with", "end it now", ["end it"]),
        ("end it !with", "end it with tom", []),
        ("can't go", "i cannot go", ["can not go"]),
    ],
)
def test_a_phrase_finds_what_it_says(line, text, found):
    assert matches(line, text) == found


def test_a_phrase_is_found_wherever_it_stands():
    assert matches("tired", "tired, so tired") == ["tired", "tired"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("<nothing> at all", "no class of words"),
        ("a?|b", "cannot read"),
        (".. very?", "nothing to look for"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_so(line, why):
    with pytest.raises(ValueError, match=why):
        parse("any", line, CLASSES)


def test_pieces_of_phrases_fold_like_messages():
    assert fold_words("can't") == fold("can't")[0].words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I don't want to be here", "en"),
        ("No quiero estar aquí", "es"),
        ("Ich will nicht mehr", "de"),
        ("Je n'ai plus envie de rien", "fr"),
        ("", "en"),
        ("こんにちは", "en"),
        ("kms", "en"),
    ],
)
def test_the_language_of_a_text_is_told(text, code):
    assert language(text) == code
