"""Dates as people write them, and the lines that state when something was published or is to be reviewed."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from publisher.dates import PartialDate

_LABELS = {
    "published": (
        "date published|published|published on|publication date|date of publication|date|issued|date issued"
        "|issue date|date of issue|first published|produced|date produced|created|date created|version date|dated"
        "|cyhoeddwyd|dyddiad"
    ),
    "updated": "last updated|updated|date updated|revised|last revised|last reviewed|date revised",
    "review": (
        "review date|date of review|date for review|review|review due|due for review|next review|next review date"
        "|to be reviewed|review by"
    ),
}
_CENTURY = 2000
_numeric = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?"),
    re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
)
_weekday = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_named = (
    re.compile(
        rf"{_weekday}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<name>[^\W\d_]{{3,}})\.?,?\s*"
        r"['’]?(?P<year>\d{4}|\d{2})",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<name>[^\W\d_]{3,})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})", re.IGNORECASE),
)


def _longest_first(names: str) -> str:
    return "|".join(sorted(names.split("|"), key=len, reverse=True))


_labelled = re.compile(
    "|".join(rf"(?P<{key}>(?:{_longest_first(names)})\b)" for key, names in _LABELS.items()).join(
        ("(?:", r")\s*[:\-–—]?\s*")
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that states a date and nothing else."""

    key: str
    """``published``, ``updated`` or ``review``."""
    date: PartialDate | None
    """None where the line says that there is a date, but none can be read."""


def read_date(text: str) -> PartialDate | None:
    """Return the date that a text states and nothing else, day before month as in Britain, or None."""
    stated = text.strip(" .")
    for pattern in (*_numeric, *_named):
        if match := pattern.fullmatch(stated):
            parts = match.groupdict()
            month = int(parts["month"]) if "month" in parts else _month(parts["name"])
            return _real(parts["year"], month, parts.get("day"))
    return None


def _real(year: str, month: int, day: str | None) -> PartialDate | None:
    whole = int(year) + (_CENTURY if len(year) == 2 else 0)
    try:
        datetime.date(whole, month, int(day or 1))
    except ValueError:
        return None
    return PartialDate(whole, month, int(day or 0))


def _month(name: str) -> int:
    """Return the number of a month that a name or its beginning names in English or Welsh, or 0."""
    for language in ("en", "cy"):
        for number in range(1, 13):
            if PartialDate(_CENTURY, number).in_words(language).lower().startswith(name.lower()):
                return number
    return 0


# Between the dates of one line: “Published July 2026. Review July 2028”, “Published: July 2026 | Review: July 2028”.
_between = re.compile(r"\s*[.;,|·•/]\s+|\s+[|–—-]\s+|\s*[\t\n]\s*")


def date_lines(text: str) -> tuple[DateLine, ...]:
    """Return what a line says about a date or several, or nothing where it says something else."""
    parts = [part for part in _between.split(text.strip()) if part]
    several = [one for part in parts if (one := date_line(part)) and one.date]
    if 1 < len(several) == len(parts) == len({one.key for one in several}):
        return tuple(several)
    one = date_line(text)
    return () if one is None else (one,)


def date_line(text: str) -> DateLine | None:
    """Return what a line says about a date, or None where it says something else."""
    stated = text.strip()
    if date := read_date(stated):
        return DateLine("published", date)
    match = _labelled.match(stated)
    if not match or len(stated.split()) > 8:
        return None
    key = next(name for name, found in match.groupdict().items() if found)
    rest = stated[match.end() :]
    date = read_date(rest)
    looks_like_one = ":" in stated[: match.end()] and bool(rest)
    return DateLine(key, date) if date or looks_like_one else None
