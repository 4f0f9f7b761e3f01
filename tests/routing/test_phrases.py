"""The little language of the vocabulary, sign by sign."""

import pytest

from routing.core.phrases import Book, fold, sentences

CLASSES = {"make": "write invent*", "text": "poem poems story"}


def finds(phrase: str, text: str) -> bool:
    book = Book({"label": phrase}, CLASSES)
    return any(book.find(sentence) for sentence in sentences(text))


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param("pros and cons", "the pros and cons of it", True, id="words"),
        pytest.param("pros and cons", "pros or cons", False, id="other words"),
        pytest.param("pros and cons", "Pros. And cons", False, id="across a stop"),
        pytest.param("weigh*", "weighing it up", True, id="a beginning"),
        pytest.param("weigh*", "he is away", False, id="not an ending"),
        pytest.param("stay/go away", "go away", True, id="one or the other"),
        pytest.param("stay/\ngo away", "go away", True, id="on two lines"),
        pytest.param("help (me) decide", "help decide", True, id="left out"),
        pytest.param("help (me) decide", "help me decide", True, id="there"),
        pytest.param("<make> a <text>", "Inventing a story", True, id="classes"),
        pytest.param("<make> a <text>", "write a letter", False, id="not in the class"),
        pytest.param("a _ poem", "a short poem", True, id="any word"),
        pytest.param("a _ poem", "a poem", False, id="there must be one"),
        pytest.param("write .. poem", "write poem", True, id="no word between"),
        pytest.param("write .. poem", "write a very short poem", True, id="three"),
        pytest.param("write .. poem", "write a not so short poem", False, id="four"),
        pytest.param("if ... or", "if a b c d e f g h i j k l or", True, id="twelve"),
        pytest.param("if ... or", "if this. Or", False, id="no gap across a stop"),
        pytest.param("^why", "but why now", True, id="a clause begins after but"),
        pytest.param("^why", "Well, why not", True, id="a clause begins after a comma"),
        pytest.param("^why", "I know why", False, id="no clause begins"),
        pytest.param("worth it ?", "is it worth it?!", True, id="a question ends"),
        pytest.param("worth it ?", "it is worth it!", False, id="no question"),
        pytest.param("d'où vient", "D’ou vient ça", True, id="accents, apostrophes"),
        pytest.param("dont know", "I DON'T know", True, id="case"),
        pytest.param("sister", "my sister's car", True, id="a genitive"),
        pytest.param("whats up", "what's up", True, id="not a genitive"),
        pytest.param("landlord", "two landlords", True, id="an unknown word shortened"),
        pytest.param("cat | dog", "the dog", True, id="two phrases"),
        pytest.param("cat\ndog", "the dog", True, id="two lines"),
    ],
)
def test_a_phrase(phrase: str, text: str, found: bool):
    assert finds(phrase.replace("'", " "), text) is found


def test_a_phrase_counts_once_under_its_label():
    book = Book({"pets": "cat | dog | cat food", "food": "cat food"})
    [sentence] = sentences("cat food for cats, dog and cat")
    assert book.count(book.find(sentence)) == {"pets": 3, "food": 1}


def test_sentences_know_whether_they_ask():
    said = sentences("Ah. Really?! Yes… no\nok")
    assert [(" ".join(s.words), s.question) for s in said] == [
        ("ah", False),
        ("really", True),
        ("yes", False),
        ("no", False),
        ("ok", False),
    ]


@pytest.mark.parametrize("text", ["", " ", "...", "?!", "\n\n", "👍"])
def test_without_words_there_is_no_sentence(text: str):
    assert sentences(text) == []


@pytest.mark.parametrize(
    ("text", "folded"),
    [("ÉTÉ", "ete"), ("Straße", "strasse"), ("“it’s”", '"it\'s"'), ("İ", "i")],
)
def test_folding(text: str, folded: str):
    assert fold(text) == folded
