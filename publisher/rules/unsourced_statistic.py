"""A statistic has no source or no year.

What it does
    Reports the first percentage, “one in four”, “half of all children”, “three times more likely” or count of many
    people (“4 million children”) in a section that has no year, or neither a link nor the name of a source; and the
    chart of a slide in a session in the same way. Attendance figures of one child, targets (“should reach 80%”),
    “100%” and quotations are left alone.

Why it matters
    Figures are repeated for years after they have changed. With a source and a year, readers can see what was
    counted and when, and find the newer ones.

Example
    “46% of children in these reviews were known to services.”

Use instead
    “46% of children in these reviews were known to services (national Panel, 2018-19).”

Source
    A published training deck gives figures of 2018-19 without a source; the Code of Practice for Statistics asks for
    sources and dates (https://code.statisticsauthority.gov.uk/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.tokens import forms_in, words_in
from publisher.identifiers import count_digits
from publisher.model import Session
from publisher.rules._english import is_english
from publisher.rules._mentions import is_quoted
from publisher.rules._reading import sentence_around
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "CUR004"
NAME = "unsourced-statistic"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_digits = r"\d{1,3}(?:\.\d{1,2})?"
_small_number = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_more_than_one = rf"(?:{_small_number}|{_digits})"
_counted = (
    r"(?:children|babies|infants|pupils|students|teenagers|girls|boys|women|men|mothers|fathers|parents|carers|people"
    r"|adults|families|households|victims|cases|deaths|reviews|incidents|referrals|offences|reports|calls|schools)"
)
_percentage = (
    rf"(?<![\w.,£$])(?!0+ ?%|100 ?(?:%|per))(?:{_digits}(?: ?[–-] ?| (?:to|and|or) ))?{_digits} ?(?:%|per ?cent\b)"
)
_odds = (
    rf"(?<![\w.,])(?:one|{_more_than_one}) (?:in|out of) (?:every )?"
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|{_more_than_one}|twenty|a hundred)\b"
    r"(?! (?:minutes?|hours?|days?|weeks?|months?|years?|steps?|parts?|words)\b)"
)
_part = (
    rf"\b(?:half|(?:an?|one|{_small_number})[ -](?:third|quarter|fifth|sixth|eighth|tenth)s?) of"
    r" (?:all |the |these ){0,2}"
    rf"(?:[a-z]{{3,20}} )?{_counted}\b"
)
_count = (
    rf"(?<![\w.,£$])(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|{_digits}(?: ?(?:million|thousand)|m)"
    rf"|(?:half a|a|one|{_small_number}) million) (?:[a-z]{{2,20}} ){{0,2}}{_counted}\b"
)
_ratio = (
    rf"(?<![\w.,])(?:{_more_than_one}|many) times"
    r" (?:(?:more|less|as) likely|as many|more common|higher|greater|lower)\b"
    r"|\btwice as (?:many|likely|common|high|often)\b"
)
_any_ratio = re.compile(_ratio, re.IGNORECASE)
_ratio_words = frozenset({"times", "twice"})
_large_number = re.compile(r"\d(?:,\d|m\b)")
_words_of_figures = frozenset(
    {"half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "sixth", "sixths", "eighth", "eighths"}
    | {"tenth", "tenths", "million", "thousand"}
)
_numbers = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_of_odds = frozenset({"in", "out"})
_figure = re.compile(f"{_percentage}|{_odds}|{_part}|{_count}|{_ratio}", re.IGNORECASE)
_year = re.compile(r"(?<!Act )(?<!Order )\b(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?\b")
_source = re.compile(
    r"\b(?:according to|published by|reported by|found by|source:"
    r"|(?:analysis|audit|census|data|evaluation|figures|inquiry|inspection|report|research|review|statistics|study|survey)s?"
    r" (?:by|from|for|of|in)\b"
    # A census names who counted, and what is ours does as well.
    r"|(?:19|20)\d\d census\b|census of\b|our (?:own |latest |(?:19|20)\d\d )?(?:audit|data|figures|review|survey)\b)",
    re.IGNORECASE,
)
# A name within a sentence, such as Ofsted or the Panel.
_name = re.compile(
    r"(?<=[a-z,;:(%)] )[A-Z][\w&'’-]+|\([A-Z][\w&'’-]+",
)
_times_and_countries = """
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday England Wales Scotland Ireland Northern Jersey Britain Great United Kingdom UK
"""
_no_source = frozenset(_times_and_countries.split())
_one_child = re.compile(r"\battendance\b|\b(?:he|she) (?:scored|got|gained|lost|missed)\b", re.IGNORECASE)
_no_statistic = re.compile(
    r" (?:proof|abv|alcohol|off|sure|certain|of (?:the|your|our|his|her|their) (?:time|day|week|hours|cost|money))\b",
    re.IGNORECASE,
)
_target = re.compile(r"\b(?:should|must|aims?|targets?|goals?)\b", re.IGNORECASE)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield the first figure of each section that nobody could look up."""
    if not is_english(subject.work):
        return
    for passage in subject.of(Part.BODY):
        if not _may_have_one(passage.prose.text):
            continue
        for match in _figure.finditer(passage.prose.text):
            start, end = match.span()
            if not is_quoted(passage.prose, start, end) and not _is_of_another_kind(passage, match):
                yield from _about(passage, start, end)
                break
    if isinstance(subject.work, Session):
        yield from _charts(subject, subject.work)


def _charts(subject: Subject, session: Session) -> Iterator[Finding]:
    """Yield each slide whose chart has no year or no source anywhere on the slide or in its notes."""
    for index, slide in enumerate(session.slides):
        said = [passage for passage in subject.passages if passage.path[:2] == ("slides", index)]
        missing = [
            name
            for name, given in (
                ("a year", any(_year.search(passage.prose.text) for passage in said)),
                ("a source", any(_names_a_source(passage) for passage in said)),
            )
            if not given
        ]
        if slide.statistics and missing:
            message = f"the chart of slide {index + 1} has its figures without {' and '.join(missing)}"
            hint = "Say who counted and when, on the slide or in its notes, and link to it if you can."
            yield Finding(("slides", index, "statistics"), message, hint, key=True)


def _names_a_source(passage: Passage) -> bool:
    text = passage.prose.text
    names = (match.group().lstrip("(") for match in _name.finditer(text))
    return bool(passage.prose.of("link") or _source.search(text)) or any(name not in _no_source for name in names)


def _may_have_one(text: str) -> bool:
    """Whether a text has what every figure has; quick to see, as most sections have none."""
    if "%" in text or "cent" in text.lower() or _large_number.search(text):
        return True
    if not _words_of_figures.isdisjoint(words_in(text)):
        return True
    if not _ratio_words.isdisjoint(words_in(text)) and _any_ratio.search(text):
        return True
    if _numbers.isdisjoint(words_in(text)) and not count_digits(text):
        return False
    return any(
        following in _of_odds and (one in _numbers or one.isdecimal()) for one, following in pairwise(forms_in(text))
    )


def _is_of_another_kind(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a figure is about one child, or is a target."""
    text = passage.prose.text
    first, last = sentence_around(text, match.start())
    if _target.search(text, first, last) or _no_statistic.match(text, match.end()):
        return True
    counted = re.compile(rf" of (?:all |the |these )?{_counted}\b").match(text, match.end())
    return _one_child.search(text, first, last) is not None and counted is None


def _about(passage: Passage, start: int, end: int) -> Iterator[Finding]:
    text = passage.prose.text
    missing = [
        name for name, given in (("a year", _year.search(text)), ("a source", _has_source(passage, start))) if not given
    ]
    if missing:
        message = f"“{text[start:end]}” stands in a section without {' and '.join(missing)}"
        yield passage.finding(start, end, message, "Say who counted and when, and link to it if you can.")


def _has_source(passage: Passage, start: int) -> bool:
    """Whether the section has a link or says where figures are from, or the sentence has a name."""
    text = passage.prose.text
    if passage.prose.of("link") or _source.search(text):
        return True
    first, last = sentence_around(text, start)
    return any(match.group().lstrip("(") not in _no_source for match in _name.finditer(text, first, last))
