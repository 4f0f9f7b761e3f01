"""Which kinds of personal data a text holds.

What has a form (an address, a sum, a name) is found by patterns, the rest by words.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Literal

from routing.core.lexicon import names, private
from routing.core.phrases import Book, fold, sentences
from routing.core.vocabulary import BOOK, phrases_in

Kind = Literal[
    "email",
    "phone",
    "address",
    "identity",
    "name",
    "employer",
    "health",
    "finances",
    "sexuality",
    "religion",
]

REACH = 80
"""How far words count as being about a sum or a firm, characters."""
_MONEY = Book({"finances": private.FINANCES})


def personal_kinds(text: str) -> frozenset[Kind]:
    """Return the kinds of personal data in `text`, empty when there are none.

    Built for recall: a needless hit costs a dearer model, a miss may cost a secret.
    """
    said = BOOK.count(phrases_in(text))
    return frozenset(kind for kind, holds in _TESTS.items() if holds(text, said))


def is_personal(text: str, said: Mapping[str, int]) -> bool:
    """Return whether `text` holds personal data of any kind.

    Args:
        text: what may hold personal data.
        said: phrases of the book in it, by label; where they can tell that a kind is
            absent, its pattern is not tried.
    """
    return any(holds(text, said) for holds in _TESTS.values())


# --- forms -------------------------------------------------------------------

_CAP = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽİ](?:[\w'’-]{0,30}[a-zß-öø-ÿąćęłńśźżčšžğış])"
_EMAIL = re.compile(r"[\w+-]@[\w-]{1,63}(?:\.[\w-]{2,63})+")
_MANY_DIGITS = re.compile(r"\d{4}[ -]?\d{4}|\d-\d{2}-\d")
_IDENTITY = re.compile(
    r"\b[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){3,7}\b"  # IBAN
    r"|\b(?:\d{4}[ -]?){3}\d{4}\b"  # payment card
    r"|\b\d{3}-\d{2}-\d{4}\b"  # US social security number
)
_NUMBERED = re.compile(
    r"\b(?:card|karte|tarjeta|carte)\b[^.\d]{0,20} \d{4}\b"
    r"|\b(?:born on|date of birth|geboren am|nacid[oa] el|née? le)\W{1,3}\w{0,3} ?\d",
    re.IGNORECASE,
)
_STREET = (
    "Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Close|Court|Square|Terrace|Crescent"
    "|Gardens|Boulevard|Blvd|Row|Hill|Way|Place"
)
_OF = r"(?:(?:de|del|du|des|la|las|los|les) |[dl]['’])*"
_NUMBERED_STREET = re.compile(rf"\d[a-z]?,? (?:{_CAP} ){{1,3}}(?:{_STREET})\b")
_NAMED_STREET = re.compile(
    rf"\b{_CAP} (?:Street|Road|Lane|Avenue|Terrace|Crescent)\b"
    rf"|\b(?i:calle|avenida|plaza|paseo|carrer) {_OF}[A-ZÁÉÍÓÚÑ]\w+"
    rf"|\b(?i:rue|boulevard|impasse|quai) {_OF}[A-ZÀ-Þ]\w+"
)
_HOUSE_NUMBER = re.compile(r" \d{1,4}\b")
_STRASSE = (
    *("straße", "strasse", "str.", "gasse", "allee", "weg", "platz", "ring"),
    *("straat", "laan", "plein"),
)


def _has_email(text: str, _: Mapping[str, int]) -> bool:
    return "@" in text and _EMAIL.search(text) is not None


def _has_identity(text: str, said: Mapping[str, int]) -> bool:
    """Look for numbers of cards, accounts and people, and dates of birth."""
    if _MANY_DIGITS.search(text) and _IDENTITY.search(text):
        return True
    return "numbered" in said and _NUMBERED.search(text) is not None


def _has_address(text: str, said: Mapping[str, int]) -> bool:
    """Look for a street with its number, or a named street."""
    if _NUMBERED_STREET.search(text):
        return True
    if "street" in said and _NAMED_STREET.search(text):
        return True
    return any(
        text.endswith(_STRASSE, 0, number.start())
        for number in _HOUSE_NUMBER.finditer(text)
    )


# --- phone numbers -----------------------------------------------------------

PHONE_DIGITS = range(7, 16)
YEARS = range(1900, 2101)
THOUSAND = 3
_DIGITS = re.compile(
    r"(?=[+(\d])(?<![\w.,/:-])\+?\(?\d[\d ()./-]{5,20}\d(?![\w%€$£]|[.,:/-]\d)"
)


def _has_phone(text: str, _: Mapping[str, int]) -> bool:
    return any(_is_phone(match.group()) for match in _DIGITS.finditer(text))


def _is_phone(number: str) -> bool:
    groups = re.findall(r"\d+", number)
    if sum(map(len, groups)) not in PHONE_DIGITS:
        return False
    if number.startswith(("+", "0", "(0")):
        return True
    dated = any(int(group) in YEARS for group in groups)
    sizes = [len(group) for group in groups]
    thousands = sizes[0] <= THOUSAND and set(sizes[1:]) == {THOUSAND}
    return not dated and not thousands and max(sizes) >= THOUSAND


# --- money -------------------------------------------------------------------

_AFTER_SUMS = "|".join(sorted(names.AFTER_SUMS))
_AMOUNT = re.compile(
    r"(?=[\d$€£])(?:[$€£] ?\d[\d.,]*"
    r"|(?<![\w.,/:-])\d[\d.,]*(?: \d{3}){0,2}"
    r"(?:k\b| ?(?:[$€£]|(?:euros?|eur|dollars?|pounds?|francs?|marks?|grand)\b))"
    r"|(?<![\w.,/:-])(?:\d{1,3}(?:[.,' ]\d{3})+|\d{3,6})\b"
    rf"(?!\w|[-/:%]|[.,]\d| ?percent| ?%)(?! (?!(?:{_AFTER_SUMS})\b)[^\W\d]))",
    re.IGNORECASE,
)
_SUM_HINT = re.compile(r"[$€£]\d|\d ?[kK€£$]|\d{3}")
_CENTS = re.compile(r"[.,]\d{1,2}(?!\d)")
SUM_DIGITS = 3
"""Smaller sums are prices."""


def _has_finances(text: str, said: Mapping[str, int]) -> bool:
    """Look for a sum near a word of earning, owing or owning."""
    if "finances" not in said or not _SUM_HINT.search(text):
        return False
    return any(
        _MONEY.find(sentence)
        for near in _around_sums(text)
        for sentence in sentences(near)
    )


def _around_sums(text: str) -> Iterator[str]:
    """Yield the text around each sum; of sums close together, once."""
    begin = end = 0
    for found in _AMOUNT.finditer(text):
        if not _is_sum(found[0]):
            continue
        if found.start() - REACH > end:
            yield text[begin:end]
            begin = found.start() - REACH
        end = found.end() + REACH
    yield text[begin:end]


def _is_sum(amount: str) -> bool:
    digits = "".join(re.findall(r"\d", _CENTS.sub("", amount))).lstrip("0")
    year = amount == digits and len(digits) == SUM_DIGITS + 1 and int(digits) in YEARS
    return amount[-1] in "kK" or (len(digits) >= SUM_DIGITS and not year)


# --- names -------------------------------------------------------------------

_TITLED = re.compile(rf"\b(?:{names.TITLES})\.? {_CAP}|\b(?:mrs|mr|ms)\.? [a-z]{{3,}}")
_INTRODUCED = re.compile(
    r"\b(?i:my name is|my name's|mein name ist|ich hei(?:ß|ss)e|me llamo|mi nombre es"
    r"|je m['’]appelle|mon nom est) \w[\w'’-]+ (\w[\w'’-]+)"
)
_NAME_RUN = re.compile(rf"{_CAP}(?: (?:(?:{names.PARTICLES}) ){{0,2}}{_CAP})+")
_SHORT_QUOTE = re.compile(r"[\"“„«][^\"“”„«»\n]{1,30}[\"”“»]")
_OPENING = re.compile(r"(?:^|[.!?:\n•*-])[\s\"“„«)]*$")
_AGE = re.compile(r",? \(?\d")
_OPENERS = names.SENTENCE_OPENERS | names.FUNCTION_WORDS


def _has_name(text: str, said: Mapping[str, int]) -> bool:
    """Look for a first name with a last name, or a title with a name."""
    if "title" in said and _TITLED.search(text):
        return True
    if "introduction" in said and any(
        last not in names.FUNCTION_WORDS for last in _INTRODUCED.findall(text)
    ):
        return True
    prose = _SHORT_QUOTE.sub('""', text)
    german = len(names.GERMAN_SIGNS.intersection(prose.split())) > 1
    for run in _NAME_RUN.finditer(prose):
        first, last = run.span()
        opens = _OPENING.search(prose[max(0, first - 4) : first]) is not None
        parts = _parts(run[0])
        if opens and parts[0] in _OPENERS:
            parts, opens = parts[1:], False
        aged = _AGE.match(prose, last) is not None
        if _is_name(parts, sure=aged or not (opens or german)):
            return True
    return False


def _parts(run: str) -> list[str]:
    parts = [part for part in run.split() if part[0].isupper()]
    return [fold(part).removesuffix("'s").replace("'", "") for part in parts]


def _is_name(parts: list[str], *, sure: bool) -> bool:
    """Judge capitalised words; unless `sure`, the first must be a common first name."""
    return any(
        (sure or first in names.FIRST_NAMES)
        and not {first, last} & names.NOT_NAMES
        and last not in names.COMPANY_WORDS
        and f"{first} {last}" not in names.PUBLIC_FIGURES
        for first, last in pairwise(parts)
    )


# --- employers ---------------------------------------------------------------

_EMPLOYED_AT = re.compile(
    rf"\b(?:at|for|bei|chez|en) (?:the |der |dem |la |el )?({_CAP})"
)
_PAIR = re.compile(rf"({_CAP})(?= (&? ?)({_CAP}))")
_KIND_AND_NAME = re.compile(rf"\b([^\W\d_]{{4,20}}) ()({_CAP})")
_NO_EMPLOYER = names.FUNCTION_WORDS | names.CALENDAR | names.PLACES | names.KIN
_NO_FIRM = names.NOT_NAMES | names.COMPANY_WORDS


def _has_employer(text: str, said: Mapping[str, int]) -> bool:
    """Look for a named firm near a word for work."""
    forms = (_PAIR, _KIND_AND_NAME) if "company" in said else (_PAIR,)
    return any(
        _is_firm(*pair.groups()) and _works(text, pair.start(), pair.end() + REACH)
        for form in forms
        for pair in form.finditer(text)
    ) or any(
        _is_employer(firm[1]) and _works(text, firm.start(), firm.start())
        for firm in _EMPLOYED_AT.finditer(text)
    )


def _works(text: str, begin: int, end: int) -> bool:
    """Return whether a word for work stands shortly before `begin`, or until `end`."""
    near = fold(text[max(0, begin - REACH) : end])
    return not private.WORK.isdisjoint(re.findall(r"\w+", near))


def _is_employer(firm: str) -> bool:
    name = firm.casefold()
    return name not in _NO_EMPLOYER and name not in names.FIRST_NAMES


def _is_firm(first: str, ampersand: str, second: str) -> bool:
    """Recognise "Corwen Foods", "Firma Kessler" and "Hallam & Reyes"."""
    if ampersand.strip():
        return first[0].isupper()
    own, kind = first, second
    if second.casefold() not in names.COMPANY_WORDS:
        own, kind = second, first
    return (
        kind.casefold() in names.COMPANY_WORDS
        and own[0].isupper()
        and own.casefold() not in _NO_FIRM
    )


def _has_health(_: str, said: Mapping[str, int]) -> bool:
    return said.get("health", 0) > said.get("not health", 0)


def _has_sexuality(_: str, said: Mapping[str, int]) -> bool:
    return "sexuality" in said


def _has_religion(_: str, said: Mapping[str, int]) -> bool:
    return "religion" in said


_TESTS: dict[Kind, Callable[[str, Mapping[str, int]], bool]] = {
    "health": _has_health,
    "sexuality": _has_sexuality,
    "religion": _has_religion,
    "email": _has_email,
    "name": _has_name,
    "phone": _has_phone,
    "address": _has_address,
    "finances": _has_finances,
    "identity": _has_identity,
    "employer": _has_employer,
}
"""Cheapest first."""
