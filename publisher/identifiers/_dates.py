"""Full dates, and which of them are dates of birth."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from publisher.identifiers._digits import count_digits
from publisher.identifiers._found import Found, Kind
from publisher.remembered import remembered

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd"
    r"|rhagfyr)\b"
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
    rf"(?:{_DAY}(?:st|nd|rd|th|ain|eg|fed|af|ydd)?|{_ORDINAL})(?:{_BETWEEN}of\b|{_BETWEEN}o\b)?{_BETWEEN}{_MONTH}\.?{_BETWEEN}{_YEAR}"
    rf"|{_MONTH}\.?{_BETWEEN}{_DAY}(?:st|nd|rd|th)?{_BETWEEN}(?:19|20)\d\d"
    rf"|\d{{1,2}}\s?[/\u2010-\u2015-]\s?\d{{1,2}}\s?[/\u2010-\u2015-]\s?(?:(?:19|20)\d\d|\d\d)"
    rf"|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d"
    rf"|(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}"
    rf")(?![\w/]|[-.]\d)",
    re.IGNORECASE,
)

# As in “DOB 14.3.19”; elsewhere such numbers are those of sections and versions.
_dotted_in_short = re.compile(r"(?<![\w.])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d\d(?![\w/]|[-.]\d)")
_NOT_MANY = (
    r"(?<!children )(?<!babies )(?<!people )(?<!those )(?<!anyone )(?<!everyone )(?<!pupils )(?<!infants )(?<!adults )"
)
_BORN = (
    rf"\b(?:{_NOT_MANY}born(?! (?:before|after|between|from|since|until|by|on or (?:before|after))\b)"
    r"|date[ -]of[ -]birth|birth ?date|birth (?=of |on |was )|(?:[’']s|his|her|their) birth|gave birth"
    r"|birthday|(?:baby|twins?) (?:is|was|were) due|due date|edd|(?:he|she|baby|twins?) (?:was|were) delivered"
    r"|turned (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|[a-z]{3,6}teen)"
    r"|dob|ganwyd|ganed|dyddiad geni|pen-?blwydd)\b"
)
_born = re.compile(_BORN, re.IGNORECASE)
# As in “(b. 14/03/2019)”, “DOB 140319” and “born on 14 March”.
_born_in_short = re.compile(r"\bb\. ?$")
_label_and_digits = re.compile(r"dob:? ?(?P<date>\d{6}|\d{8})\b", re.IGNORECASE)
_day_of_birth = re.compile(
    rf"(?:{_NOT_MANY}born|birthday (?:falls|is|was))(?: on)? (?:the )?"
    rf"(?P<date>{_DAY}(?:st|nd|rd|th)?(?: of)? {_MONTH})(?!{_BETWEEN}\d)",
    re.IGNORECASE,
)
_digits = re.compile(r"\d+")
# Every date has two numbers with one of these marks between them, or a month before a number.
_numbers = re.compile(r"\d\s?[/.\u2010-\u2015-]\s?\d")
_BLANKS = (
    " \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_BETWEEN_MONTH_AND_NUMBER = f"{_BLANKS},/\xad\u200b\u2010\u2011\u2012\u2013\u2014\u2015-'’."
_month_at_end = re.compile(rf"{_MONTH}\.?\Z", re.IGNORECASE)
_LONGEST_MONTH = 10
_FEWEST_DIGITS = 2
"""Digits of the shortest date, “first of May ’19”."""
_dotted = re.compile(r"\bd[. ] ?o[. ] ?b\b\.?", re.IGNORECASE)
_without_points = str.maketrans("", "", ". ")
_sentence_end = re.compile(r"[.!?]\s")
_WITHIN_WORDS = 6
_REACH = 100
_LABEL = 20


@remembered
def full_dates(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end of each date with day, month and year; kept, as several rules ask for them."""
    return tuple(match.span() for match in _full.finditer(text)) if _may_have_dates(text) else ()


def is_in_date(text: str, place: int) -> bool:
    """Whether a character of a text is part of a full date."""
    dates = full_dates(text)
    begun = bisect_right(dates, (place, len(text)))
    return begun > 0 and place < dates[begun - 1][1]


def _may_have_dates(text: str) -> bool:
    """Whether a text has what every date has; quick to see, as most texts with a number have none."""
    if count_digits(text) < _FEWEST_DIGITS:
        return False
    before = (text[max(0, digits.start() - 40) : digits.start()] for digits in _digits.finditer(text))
    words = (one.rstrip(_BETWEEN_MONTH_AND_NUMBER)[-_LONGEST_MONTH:] for one in before)
    return any(map(_month_at_end.search, words)) or _numbers.search(text) is not None


def _may_tell_a_birth(text: str) -> bool:
    """Whether a text without a full date has words that may make a birth of another number; quick to see."""
    small = text.lower()
    return "born" in small or "birthday" in small or "dob" in small.translate(_without_points)


def births(text: str) -> Iterator[Found]:
    """Yield the full dates within six words of “born”, “date of birth” and the like in the same sentence.

    Beside “born on” and “birthday is”, a day and month alone as well.
    """
    dates = full_dates(text)
    if not dates and not (count_digits(text) and _may_tell_a_birth(text)):
        return
    plain = _dotted.sub(lambda match: "dob".ljust(len(match[0])), text)
    for pattern in (_label_and_digits, _day_of_birth):
        yield from (Found(Kind.BIRTH, *match.span("date")) for match in pattern.finditer(plain))
    for start, end in dates:
        before = _sentence_end.split(plain[max(0, start - _REACH) : start])[-1]
        after = _sentence_end.split(plain[end : end + _REACH])[0]
        words = " ".join([*before.split()[-_WITHIN_WORDS:], "|", *after.split()[:_WITHIN_WORDS]])
        if _born.search(words) or _born_in_short.search(plain, max(0, start - 4), start):
            yield Found(Kind.BIRTH, start, end)
    for match in _dotted_in_short.finditer(plain):
        if _born.search(plain, max(0, match.start() - _LABEL), match.start()):
            yield Found(Kind.BIRTH, *match.span())
