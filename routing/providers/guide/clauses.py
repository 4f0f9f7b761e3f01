"""Take English sentences apart into clauses that can be turned round and said back."""

import re

from routing.providers.guide.plain import LINK, unended

MOST_WORDS = 18
FEWEST_WORDS = 3

_I = r"(?:i|i'm|i've|i'd|i'll|im|ive|my|we|we're|we've|our)"
_SUBJECT = (
    rf"(?:{_I}|it|it's|he|he's|she|she's|they|they're|there|there's|everyone|everybody"
    r"|nobody|no one|the|this|that)"
)
_TIME = (
    r"(?:right now|at the moment|these days|at present|currently|lately|recently"
    r"|usually|sometimes|now|today|already|on (?:\w+days?|weekends))"
)


def _starting(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern})", re.IGNORECASE)


def _anywhere(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_LEAD_IN = _starting(
    r"(?:(?:well|so|ok|okay|um+|uh|hm+|oh|(?:yes|yeah|no|nope)(?=[,!])|and|but|or"
    r"|i (?:don'?t|do not) know(?=,)|because|cause|cuz|like|idk|honestly|actually"
    r"|anyway|basically|i mean|you know"
    r"|(?:the )?thing is|to be honest|tbh|lol|haha|also|plus|hi|hello|hey|thanks|then"
    rf"|please|i (?:guess|suppose)(?= {_SUBJECT}\b))[ ,:!]+)+"
)
_TIME_FIRST = _starting(rf"{_TIME},?\s+(?={_SUBJECT}\b)")
_TAIL = re.compile(
    r"[ ,]+(?:lol|haha|tbh|idk|you know|though|pls|please|really|too|as well)$",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r",? \b(?:i (?:guess|suppose)(?! (?:so|that))"
    r"|(?<!what )(?<!how )(?<!than )(?<!that )i think$|you know|y'know)\b,?",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s*\([^()]{0,200}\)")
_JOINT = re.compile(
    r"\s*;\s*|\s+[–—]\s+"
    rf"|,?\s+(?:but|because|cause|cuz|although|though|whereas)\s+(?={_SUBJECT}\b)"
    rf"|,\s*(?:and|so|then)\s+(?=(?:{_TIME}\s+)?{_SUBJECT}\b)"
    rf"|\s+and\s+(?=(?:i|i'm|i've|my)\b)|,\s+(?=(?:i|i'm|my|we)\b)",
    re.IGNORECASE,
)
_SUBORDINATE = _starting(
    r"(?:when|whenever|if|since|while|after|before|until|as|once|unless|because|where"
    r"|how|what|why|who)\b"
)
_MINE = _starting(rf"{_I}\b")
_OTHER_SUBJECT = _starting(
    r"(?:it|it's|there|there's|he|he's|she|she's|they|they're|everyone|everybody"
    r"|nobody|no one|nothing|everything|the|this|people)\b"
)
_ABOUT_ME = _anywhere(rf"{_I}|me|myself|us")
_FINITE = _anywhere(
    r"is|are|was|were|am|has|have|had|do|does|did|can|could|will|would|should|must"
    r"|might|may|\w+n't|cannot|never|always|keeps?|feels?|makes?|takes?|gets?|goes"
    r"|comes?|says?|wants?|needs?|seems?|\w+ed|went|said|told|got|felt|made|took|came"
    r"|left|lost|broke|thinks?|knows?|loves?|hates?|likes?|works?|tr(?:y|ies)|it's"
    r"|he's|she's|they're|there's|i'm|we're|i've|we've|i'll|i'd|im|ive"
)
_FOR_ME = _starting(r"(?:us|me) to ")
_FOR_SOMEBODY = re.compile(
    r"^(?=(?:him|her|them|it|people|everyone|everybody|somebody|nobody"
    r"|(?:my|the|our|his|her)(?: \w+){1,2}|[A-Z]\w+) to )"
)
_TO_THE_COACH = _anywhere(r"you|your|yours|yourself|you're|u|ur|let's|coach")
_THANK_YOU = _anywhere("thank you")
_TELLING = _anywhere(
    r"want(?:ed)?|wish|need|afraid|scared|can't|cannot|never|always|hate|love|alone"
    r"|tired|lost|stuck|ashamed|guilty|proud|hope|miss|fear|hurts?|feel|dream|too|only"
    r"|nobody|everything|nothing|still|anymore|myself"
)
_ASIDE = _starting(r"i (?:guess|think|mean|know|don'?t know|suppose)\b|it depends\b")
_POINTING = re.compile(r"\b(?:it|this|that|so)$", re.IGNORECASE)
_DANGLING = re.compile(
    r"\b(?:a|an|the|and|or|but|to|of|in|at|on|with|for|my|your|because|that|which|so"
    r"|if|is|are|was|i)$",
    re.IGNORECASE,
)


_FEELING = _starting(
    r"(?:(?:but|and|though|although|then|well|because)\s+)*"
    r"(?:(?:i'm|i am|im)(?! (?:going|gonna|thinking))"
    r"|i(?:'d| would)? (?:feel|be)|i (?:fear|worry|hope|doubt|hate|love))\b"
)
_AGAINST_ONESELF = _anywhere(
    r"(?:i'm|i am|im) (?:such |so |just |really |only |too |an? |the |total )*"
    r"(?:idiot|stupid|dumb|loser|useless|worthless|pathetic|failure|fool|mess|burden)"
)


def clauses(sentence: str) -> list[str]:
    """Return the clauses of a sentence that stand alone, in their order."""
    bare = _PARENTHESIS.sub("", sentence.replace(LINK, ""))
    if bare.rstrip("\"' ").endswith("?"):
        return []
    bare = trimmed(bare)
    parts = [bare] if _SUBORDINATE.match(bare) else _JOINT.split(bare)
    return [clause for clause in map(trimmed, parts) if _stands_alone(clause)]


def trimmed(text: str) -> str:
    """Return a text without "well", "I guess" and the like around it."""
    bare = _LEAD_IN.sub("", _HEDGE.sub("", text.strip()))
    return unended(_TAIL.sub("", unended(_TIME_FIRST.sub("", bare))))


def is_to_the_coach(text: str) -> bool:
    """Say whether a text speaks to the listener, so that it cannot be said back."""
    return bool(_TO_THE_COACH.search(_THANK_YOU.sub("", text)))


def is_a_feeling(text: str) -> bool:
    """Say whether a text tells how it is or would be, so that it is nothing to do."""
    return bool(_FEELING.match(text))


def is_against_oneself(text: str) -> bool:
    """Say whether somebody calls themselves names, which is not said back."""
    return bool(_AGAINST_ONESELF.search(text))


def as_wish(text: str) -> str:
    """Return what follows "I want" so that it can follow "your goal": "for him to"."""
    return _FOR_SOMEBODY.sub("for ", _FOR_ME.sub("", text))


def weight(clause: str) -> int:
    """Return how telling a clause is: wishes, fears and "I" weigh most."""
    return (
        2 * len(_TELLING.findall(clause))
        + 3 * bool(_MINE.match(clause))
        - 3 * bool(_ASIDE.match(clause))
        - 2 * bool(_POINTING.search(clause))
        - sum(char.isdigit() for char in clause) // 3
        + min(len(clause.split()), 10) // 4
    )


def _stands_alone(clause: str) -> bool:
    """Say whether a clause makes a good sentence when it is turned round."""
    if not FEWEST_WORDS <= len(clause.split()) <= MOST_WORDS:
        return False
    if any(mark in clause for mark in ':"“”/%=@') or _DANGLING.search(clause):
        return False
    if is_to_the_coach(clause):
        return False
    return _is_a_sentence(clause)


def _is_a_sentence(clause: str) -> bool:
    finite = bool(_FINITE.search(clause))
    if _MINE.match(clause):
        return finite or not clause.lower().startswith(("my", "our"))
    opens = _OTHER_SUBJECT.match(clause) or (
        _SUBORDINATE.match(clause) and "," in clause
    )
    personal = _ABOUT_ME.search(clause) or _TELLING.search(clause)
    return bool(finite and opens and personal)
