"""Numbers of official records: National Insurance, prison, passport, driving licence, Home Office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.identifiers._found import GAP, Found, Kind, in_web_address

# That no letter or digit stands before a number is asked after its first letter: Python finds one of a set of letters
# quickly, and would ask the other way round at every character.
_insurance = re.compile(
    rf"([A-Za-z])(?<![^\W_].){GAP}?([A-Za-z])((?:{GAP}{{0,24}}\d){{6}}){GAP}{{0,24}}([A-Da-d])(?![^\W_])"
)
# Without the last letter, and in small letters that are no word, after what says what they are or in pairs of digits.
_told_insurance = re.compile(
    r"[Nn](?<![^\W_].)(?i:I|INO|ational insurance)(?:\s(?i:number|no\.?))?[:\s]{1,4}"
    r"([A-Za-z]{2}(?:\s?\d\d){3})(?![^\W_])"
)
_in_pairs = re.compile(r"[A-Za-z]{2}\s(?:\d\d\s){3}[A-Za-z]")
_not_given_out = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
# QQ is never given out either, but stands in HM Revenue and Customs' own example and in what people copy from it.
_EXAMPLE = "QQ"

# In a number for child benefit, CHB stands before eight digits and two letters.
_benefit = re.compile(r"CHB(?<![^\W_]...)\d{8}[A-Z]{2}(?![^\W_])")
_prison = re.compile(r"[A-Z](?<![^\W_].)\d{4}[A-Z]{2}(?![^\W_])")
# Surname, year, month (with 50 added for women) and day of birth, initials and check characters.
_licence = re.compile(
    r"[A-Za-z](?<![^\W_].)[A-Za-z9]{4}[ -]{0,2}\d[0156]\d[ -]?[0-3]\d\d[ -]{0,2}[A-Za-z9]{2}[ -]?\d[ -]?[A-Za-z]{2}"
    r"(?![^\W_])"
)
_date_of_licence = re.compile(r"[0156](?<=\d.)\d[ -]?[0-3]\d\d")
# A vehicle's registration, in the form of today.
_registration = re.compile(r"[A-HJ-PR-Y](?<![^\W_].)[A-HJ-PR-Y]\d\d ?[A-HJ-PR-Z]{3}(?![^\W_])")
# In any form after what says so; small letters make words, but not those of a registration.
_told_registration = re.compile(
    r"[RrNnVv](?<![^\W_].)(?i:eg(?:istration)?|umber plate|rm)\b\.?"
    r"(?:\s(?i:number|no\.?|plate|mark))?(?:\s(?i:is|was|of))?[:\s(]{1,3}"
    r"([A-Z]{2}\d\d ?[A-Z]{3}|[a-z]{2}\d\d ?[a-z]{3}|[A-Z]\d{2,3} ?[A-Z]{3}|[A-Z]{3} ?\d{2,3}[A-Z])(?![^\W_])"
)
_TOLD = r"\b[^\n;]{0,24}?(?<![^\W_])"
# These have no form of their own, so that the words before them must say what they are.
_told = tuple(
    (words, re.compile(rf"\b(?:{'|'.join(words)}){_TOLD}(?P<code>{form})(?![^\W_])", re.IGNORECASE))
    for words, form in (
        (("passport",), r"[A-Z]{0,2}\d(?:[ -]?\d){7,8}"),
        (("driving licence", "driver number"), r"\d{8}"),
        (("prison", "prisoner", "nomis", "hmp"), r"[A-Z][ -]?\d{4}[ -]?[A-Z]{2}|[A-Z]{2}\d{4}"),
        (
            ("home office", "brp", "arc", "ukvi", "biometric", "asylum", "immigration", "visa"),
            r"(?-i:[A-Z]){1,3}[/-]?\d(?:[ /-]?\d){5,9}|\d{4}-\d{4}-\d{4}-\d{4}",
        ),
    )
)


def insurance_numbers(text: str) -> Iterator[Found]:
    """Yield the National Insurance numbers: two letters, six digits, A to D (HMRC, NIM39110).

    The last letter may be missing after “NI number” or the like.
    """
    for match in _insurance.finditer(text):
        first, second, _, last = match.groups()
        prefix = (first + second).upper()
        real = not set(prefix) & set("DFIQUV") and second.upper() != "O" and prefix not in _not_given_out
        together = match[0].isalnum() or (first + second + last).isupper() or _in_pairs.fullmatch(match[0])
        if together and (real or prefix == _EXAMPLE):
            yield Found(Kind.INSURANCE_NUMBER, match.start(), match.end())
    for match in _told_insurance.finditer(text):
        yield Found(Kind.INSURANCE_NUMBER, match.start(1), match.end(1))


def documents(text: str) -> Iterator[Found]:
    """Yield the numbers of prisoners, child benefit, passports, driving licences and the Home Office's records."""
    for pattern in (_prison, _benefit, _licence) if _date_of_licence.search(text) else (_prison, _benefit):
        for match in pattern.finditer(text):
            # “youtu.be/A1234BC” is the name of a page; what stands after a question mark may be that of a person.
            is_page = text.endswith("/", 0, match.start()) and in_web_address(text, match.start())
            if not is_page:
                yield Found(Kind.DOCUMENT, match.start(), match.end())
    lowered = text.lower()
    for words, pattern in _told:
        for match in pattern.finditer(text) if any(word in lowered for word in words) else ():
            yield Found(Kind.DOCUMENT, match.start("code"), match.end("code"))


def registrations(text: str) -> Iterator[Found]:
    """Yield the registrations of vehicles."""
    for pattern, group in ((_registration, 0), (_told_registration, 1)):
        for match in pattern.finditer(text):
            if not in_web_address(text, match.start(group)):
                yield Found(Kind.DOCUMENT, match.start(group), match.end(group))
