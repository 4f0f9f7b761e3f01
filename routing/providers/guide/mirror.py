"""Turn the person's English words round: what I say of me, the coach says of you."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

TURNED: Mapping[str, str] = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself",
    "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll",
    "im": "you're", "ive": "you've",
    "we": "you", "us": "you", "our": "your", "ours": "yours",
    "ourselves": "yourselves", "ourself": "yourself",
    "we're": "you're", "we've": "you've", "we'd": "you'd", "we'll": "you'll",
    "your": "my", "yours": "mine", "yourself": "myself", "ur": "my",
    "you're": "I'm", "you've": "I've", "you'd": "I'd", "you'll": "I'll",
}  # fmt: skip
"""Words that turn wherever they stand; the others need their neighbours."""

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]|[\s_]+")
_QUOTED = re.compile(
    r"(\"[^\"]{1,300}\"|“[^”]{1,300}”|«[^»]{1,300}»"
    r"|(?:(?<=say )|(?<=says )|(?<=said )|(?<=saying ))thank you)",
    re.IGNORECASE,
)
_COMPANION = re.compile(
    r"\b((?:my|our|the)\s+[a-z'-]+(?:\s+[A-Z][a-z]+)?|[A-Z][a-z]+)\s+and\s+(I|me)\b"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AN_ACRONYM = 2
"""Words in capitals: so few may be a name, more are shouting."""

_FOR_US = re.compile(r"\b(want|need|like|love) us to\b")
_LATIN_I = _words("war part type phase level act volume tier chapter grade bipolar")
_ADVERBS = _words(
    """always never also just really still only once already often usually probably
    actually honestly maybe certainly simply too not even almost sometimes both"""
)
_REPORTING = _words(
    """think thought know knew said say feel felt believe believed hope guess heard
    told wish see saw realise realised realize realized"""
)
_OTHER_SUBJECTS = _words(
    """he she it they that this there which who what everyone everybody nobody
    someone people"""
)
_BEFORE_AN_OBJECT = _words(
    """to for with from of about at by on like than without between tell told ask
    asked asking give gave giving help helping thank thanks love hate hear heard
    believe trust trusted let make made show want wanted using met meet paid
    pay"""
)
_VERBS_OF_YOU = _words(
    """are were have had do did can could will would should must may might know think
    thought said say want wanted need needed ask asked tell told mean never always
    just keep kept get got see understand help gave give don't didn't can't won't
    couldn't wouldn't aren't weren't haven't really suggested suggest"""
)
_OPENS_A_CLAUSE = _words(
    """that what when if because and but how why where who do did can could would will
    should have had as while so"""
)
_WILL = _words(
    """be try do go have get call take make see start write talk never just probably
    let give keep ask tell think look need finish"""
)
_WOULD = _words("like love rather prefer say be have want need hate never")


@dataclass(frozen=True, slots=True)
class _Place:
    """A word among its neighbours, all in lower case; empty where there is none."""

    before: str
    word: str
    after: str
    subject: str
    verb: str


def turned(words: str) -> str:
    """Return English words with the speaker and the listener exchanged.

    What stands in double quotes was said by somebody else and stays as it is.
    """
    words = words.replace("\u2019", "'")
    words = _FOR_US.sub(r"\1 to", words)
    words = _COMPANION.sub(lambda pair: f"{pair[2]} and {pair[1]}", words)
    pieces = _QUOTED.split(_lowered_shouting(words))
    return "".join(
        piece if index % 2 else _turned_piece(piece, opening=not index)
        for index, piece in enumerate(pieces)
    )


def _lowered_shouting(words: str) -> str:
    letters = [char for char in words if char.isalpha()]
    shouted = sum(char.isupper() for char in letters) > 0.8 * len(letters)
    return words.lower() if shouted and len(words.split()) > _AN_ACRONYM else words


def _turned_piece(piece: str, *, opening: bool) -> str:
    tokens = _TOKEN.findall(piece)
    lowered = [token.lower() for token in tokens]
    heard = [index for index, token in enumerate(lowered) if token[0].isalnum()]
    starts = opening
    subject = verb = ""
    for order, index in enumerate(heard):
        place = _Place(
            before=_near(lowered, heard, order, -1),
            word=lowered[index],
            after=_near(lowered, heard, order, +1),
            subject=subject,
            verb=verb,
        )
        subject, verb = _subject_after(place)
        new = _turned_word(place, tokens[index])
        starts = starts or _ends_sentence(tokens, heard, order)
        tokens[index] = new[:1].upper() + new[1:] if starts else new
        starts = False
    return "".join(tokens)


def _near(lowered: list[str], heard: list[int], order: int, step: int) -> str:
    """Return the neighbouring word unless a sentence ends between the two."""
    place = order + step
    if not 0 <= place < len(heard):
        return ""
    low, high = sorted((heard[order], heard[place]))
    between = lowered[low + 1 : high]
    return "" if any(mark in ".!?;:" for mark in between) else lowered[heard[place]]


def _ends_sentence(tokens: list[str], heard: list[int], order: int) -> bool:
    if order == 0:
        return False
    between = tokens[heard[order - 1] + 1 : heard[order]]
    return any(mark in ".!?" for mark in between) and " " in "".join(between)


def _subject_after(place: _Place) -> tuple[str, str]:
    """Return who the sentence is about from this word on, and that person's verb."""
    stem = place.word.split("'")[0]
    if stem == "i" and place.before in _LATIN_I:
        return "other", ""
    if stem in {"i", "im", "ive"}:
        return "i", ""
    if stem in {"you", "u", "we"}:
        return "you" if stem != "we" else "we", ""
    if stem in _OTHER_SUBJECTS and place.before not in _BEFORE_AN_OBJECT:
        return "other", ""
    if place.subject and not place.verb and stem not in _ADVERBS:
        return place.subject, stem
    return place.subject, place.verb


def _turned_word(place: _Place, original: str) -> str:
    if place.word in {"was", "wasn't", "am", "are", "aren't", "were", "weren't"}:
        return _turned_being(place, original)
    if place.word in {"you", "u"}:
        return _turned_you(place, original)
    if place.word in {"id", "ill"}:
        likely = _WOULD if place.word == "id" else _WILL
        short = "you'd" if place.word == "id" else "you'll"
        return short if place.after in likely else original
    if _is_no_pronoun(place, original):
        return original
    return TURNED.get(place.word, original)


def _is_no_pronoun(place: _Place, original: str) -> bool:
    """Say whether the word only looks like one: World War I, a gold mine, the US."""
    return (
        (place.word == "i" and place.before in _LATIN_I)
        or (place.word == "i" and place.after in {"o", "e"} and original == "i")
        or (place.word == "mine" and place.before in {"a", "the", "gold", "coal"})
        or original in {"US", "ME"}
    )


def _turned_being(place: _Place, original: str) -> str:
    if place.word == "am":
        return original if place.before.isdigit() else "are"
    mine, yours = _about(place, "i", "im"), _about(place, "you", "u")
    forms = {
        "was": ("were", mine),
        "wasn't": ("weren't", mine),
        "are": ("am", yours),
        "aren't": ("am not" if place.subject == "you" else "aren't", yours),
        "were": ("was", yours),
        "weren't": ("wasn't", yours),
    }
    new, turns = forms[place.word]
    return new if turns else original


def _about(place: _Place, *pronouns: str) -> bool:
    """Say whether a form of "be" belongs to one of the pronouns."""
    if place.after in pronouns and place.before not in {"i", "you", "u", "we"}:
        return True
    if place.subject != pronouns[0]:
        return False
    if place.before in pronouns or (place.before in _ADVERBS and not place.verb):
        return True
    shares = place.before in {"and", "but", "or", "then"}
    return shares and place.verb not in _REPORTING


def _turned_you(place: _Place, original: str) -> str:
    if place.before in {"thank", "thanks"} and place.subject != "i":
        return original
    if place.before in _BEFORE_AN_OBJECT:
        return "me"
    opens = not place.before or place.before in _OPENS_A_CLAUSE
    if place.before in {"are", "were", "aren't", "weren't"} and not place.subject:
        return "I"
    if place.after in _VERBS_OF_YOU or (opens and place.after):
        return "I"
    return "me"
