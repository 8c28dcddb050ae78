"""Full dates, and which of them are dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.identifiers._found import Found, Kind

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd"
    r"|rhagfyr)\b\.?"
)
_BETWEEN = r"[\s,/\xad\u200b\u2010-\u2015-]{1,24}"
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d(?=\W*(?:$|[.,;:)\n])))"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_full = re.compile(
    rf"(?<![\w.])(?:"
    rf"(?:{_DAY}(?:st|nd|rd|th|ain|eg|fed|af|ydd)?|{_ORDINAL})(?:{_BETWEEN}of\b|{_BETWEEN}o\b)?{_BETWEEN}{_MONTH}{_BETWEEN}{_YEAR}"
    rf"|{_MONTH}{_BETWEEN}{_DAY}(?:st|nd|rd|th)?{_BETWEEN}(?:19|20)\d\d"
    rf"|\d{{1,2}}\s?[/-]\s?\d{{1,2}}\s?[/-]\s?(?:(?:19|20)\d\d|\d\d)"
    rf"|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d"
    rf"|(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}"
    rf")(?![\w/]|[-.]\d)",
    re.IGNORECASE,
)

_BORN = (
    r"\b(?:(?<!children )(?<!babies )(?<!people )(?<!those )(?<!anyone )(?<!everyone )(?<!pupils )(?<!infants )"
    r"(?<!adults )born(?! (?:before|after|between|from|since|until|by|on or (?:before|after))\b)"
    r"|date of birth|birth ?date|gave birth|birthday|dob|ganwyd|ganed|dyddiad geni|pen-?blwydd)\b"
)
_born = re.compile(_BORN, re.IGNORECASE)
_digit = re.compile(r"\d")
_any_birth = re.compile(r"born|birth|d\.? ?o\.? ?b|gan(?:wyd|ed)|geni|blwydd")
_dotted = re.compile(r"\bd\. ?o\. ?b\.?", re.IGNORECASE)
_sentence_end = re.compile(r"[.!?]\s")
_WITHIN_WORDS = 6
_REACH = 100


def full_dates(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each date with day, month and year."""
    return [match.span() for match in _full.finditer(text)] if _digit.search(text) else []


def births(text: str) -> Iterator[Found]:
    """Yield the full dates within six words of “born”, “date of birth” or “birthday” in the same sentence."""
    dates = full_dates(text) if _any_birth.search(text.lower()) else []
    plain = _dotted.sub(lambda match: "dob".ljust(len(match[0])), text)
    for start, end in dates:
        before = _sentence_end.split(plain[max(0, start - _REACH) : start])[-1]
        after = _sentence_end.split(plain[end : end + _REACH])[0]
        words = " ".join([*before.split()[-_WITHIN_WORDS:], "|", *after.split()[:_WITHIN_WORDS]])
        if _born.search(words):
            yield Found(Kind.BIRTH, start, end)
