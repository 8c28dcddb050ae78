"""Dates as briefings state them: a month, or a day."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from publisher.languages import is_welsh
from publisher.schema import wrong

_written = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_month_names = {
    "en": "January February March April May June July August September October November December",
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A month of a year, perhaps with its day; a month sorts before its days."""

    year: int
    month: int
    day: int = 0

    def __str__(self) -> str:
        """Return the date in ISO 8601: ``2026-07`` or ``2026-07-01``."""
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    def in_words(self, language: str) -> str:
        """Return the date as it is printed, such as ``July 2026`` or ``1 July 2026``."""
        names = _month_names["cy" if is_welsh(language) else "en"].split()
        return (f"{self.day} " if self.day else "") + f"{names[self.month - 1]} {self.year}"

    def first_day(self) -> datetime.date:
        """Return the first day that the date covers."""
        return datetime.date(self.year, self.month, self.day or 1)

    def months_until(self, later: PartialDate) -> int:
        """Return the number of calendar months from this date's month to that of ``later``."""
        return (later.year - self.year) * 12 + later.month - self.month


def parse_date(written: object) -> PartialDate:
    """Return the date that ``written`` states; raises the model's wrong-value error if it states none."""
    hint = "Write a month as 2026-07 or a day as 2026-07-01."
    match = _written.fullmatch(written.strip()) if isinstance(written, str) else None
    if not match:
        raise wrong(f"`{written}` is not a date", hint) if isinstance(written, str) else wrong("not a date", hint)
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        datetime.date(year, month, day or 1)
    except ValueError as error:
        raise wrong(f"`{written}` is not a date in the calendar", hint) from error
    return PartialDate(year, month, day)


WrittenDate = Annotated[
    PartialDate,
    BeforeValidator(lambda value: value if isinstance(value, PartialDate) else parse_date(value)),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$", "examples": ["2026-07"]}),
]
"""A date field of a model that people write."""
