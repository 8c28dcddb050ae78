"""The full date of a death, an injury or another event in somebody's life stands in the text.

What it does
    Reports a date with day, month and year in a sentence that tells of a death, an injury, a hospital, an arrest or
    the like; and any such date in the title, the summary and the first three sections of a briefing about a case. In
    a case it reports a day and month without a year there, and with the day of the week anywhere.
    Dates of publications and laws, the dates between which something was counted (“in the year to 31 March 2024”),
    and sentences about people who have long been public, are left alone. The date itself is never repeated.

Why it matters
    It can be matched with the local press, so that everything else in the briefing is about a known person.

Example
    ``On 3 February 2018 she was taken to hospital.``

Use instead
    ``Early in the period under review she was taken to hospital.``

Source
    Guidance by Dr Julia Brophy on anonymisation and the avoidance of the identification of children (2016), endorsed
    by the President of the Family Division.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from publisher import identifiers
from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind, full_dates
from publisher.rules._case import is_about_publication, is_case, publications, section_of, telling
from publisher.rules._reading import sentence_around
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "PRV005"
NAME = "date-of-incident"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_HEAD = (Part.TITLE, Part.SUBTITLE, Part.SUMMARY)
_TELLING_SECTIONS = 3
_incident = re.compile(
    r"\b(?:died|dead|death|kill(?:ed|ing)|murder(?:ed)?|drown(?:ed|ing)?|stabb(?:ed|ing)|shot|injur(?:ed|y|ies)|hurt"
    r"|harmed|fracture[ds]?|bruis(?:ed|es|ing)|burn(?:ed|t|s)|scald(?:ed|s)?|collapsed?|overdosed?|suicide"
    r"|took (?:his|her|their) (?:own )?life|assault(?:ed)?|attack(?:ed)?|raped?|abused|arrest(?:ed)?|charged"
    r"|(?:in|to|from) hospital|admitted|ambulance|paramedics?|unresponsive|found|missing|incident|accident|removed"
    r"|taken into care|excluded|referred|evicted|999|disclosed|sentenced|funeral|bu farw|marwolaeth|ysbyty|anaf\w*)\b",
    re.IGNORECASE,
)
# A date to which something was counted: always behind “year ending”, and elsewhere beside how many there were.
_period = re.compile(
    r"\b(?:years?|quarters?|months?|period)\s(?:to|ending|ended|up to|ending on|to the end of)\s(?:the\s)?$",
    re.IGNORECASE,
)
_counted_at = re.compile(r"\b(?:as at|as of|as on|between|since|at)\s(?:the\s)?$", re.IGNORECASE)
_counted_day = re.compile(r"(?:1(?:st)? (?:April|January)|31(?:st)? (?:March|December))\b", re.IGNORECASE)
_how_many = re.compile(
    r"(?<![\w.,£])\d[\d,.]*(?:%| per ?cent| (?:[a-z]{2,20} ){0,2}(?:children|babies|infants|pupils|people|families"
    r"|deaths|cases|referrals|plans|assessments|reviews|schools)\b)"
)
# “On 12th May”, “Tuesday 3 March”: in a case, a day is as good as a date, as the year is that of the review.
_day_and_month = re.compile(
    r"(?<![\w./-])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
    r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?: of)? "
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!,?\s(?:19|20)\d\d)",
    re.IGNORECASE,
)
_HINT = "Write the season and year at most, or “during the review”."


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each full date that belongs to an event in somebody's life."""
    for passage in telling(subject):
        dates = full_dates(passage.prose.text)
        if is_case(subject.work):
            yield from _without_year(passage, tells=_tells_the_case(passage))
        tells = is_case(subject.work) and _tells_the_case(passage)
        births = [one.start for one in identifiers.find(passage.prose.text) if one.kind is Kind.BIRTH] if dates else []
        events = [found.start() for found in _incident.finditer(passage.prose.text)] if dates else []
        published = publications(passage.prose.text) if dates else []
        for start, end in dates:
            first, last = sentence_around(passage.prose.text, start)
            private = (tells or _any(events, first, last)) and not _any(published, first, last)
            private = private and not _is_of_a_count(passage.prose.text, start, end, (first, last))
            if private and start not in births and not any(house.names.public.find(passage.prose.text[first:last])):
                yield passage.finding(start, end, "the full date of an event in somebody's life stands here", _HINT)


def _without_year(passage: Passage, *, tells: bool) -> Iterator[Finding]:
    text = passage.prose.text
    for match in _day_and_month.finditer(text):
        first, last = sentence_around(text, match.start())
        private = tells or not match[0][0].isdigit() or _incident.search(text, first, last)
        if private and not is_about_publication(text[first:last]):
            yield passage.finding(*match.span(), "the day of an event in somebody's life stands here", _HINT)


def _is_of_a_count(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether a date begins or ends a time in which something was counted, as statistics have it."""
    before = text[max(0, start - 30) : start]
    if _period.search(before):
        return True
    is_usual = _counted_at.search(before) or before.endswith(("and ", "to "))
    return bool(is_usual and _counted_day.match(text, start, end) and _how_many.search(text, *sentence))


def _any(places: list[int], start: int, end: int) -> bool:
    """Whether one of the places, which are in order, is from ``start`` to ``end``."""
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


def _tells_the_case(passage: Passage) -> bool:
    section = section_of(passage)
    return passage.part in _HEAD or (section is not None and section < _TELLING_SECTIONS)
