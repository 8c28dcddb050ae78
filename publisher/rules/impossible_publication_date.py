"""The publication date is in the future or before 2010.

What it does
    Compares ``published`` with today (a month counts from its first day) and with the year 2010.

Why it matters
    Such a date is a typing error, and it would put the briefing in the wrong place in every list.

Example
    ``published: 2203-09``

Use instead
    ``published: 2023-09``

Source
    House rule against typing errors.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "MET002"
NAME = "impossible-publication-date"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

EARLIEST_YEAR = 2010


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where the date cannot be right."""
    published = subject.work.published
    if published is None:
        return
    if published.first_day() > subject.today:
        hint = f"Today is {subject.today.isoformat()}; check the year and the month."
        yield Finding(("published",), f"the date of publication `{published}` is in the future", hint)
    elif published.year < EARLIEST_YEAR:
        message = f"the date of publication `{published}` is before {EARLIEST_YEAR}"
        yield Finding(("published",), message, "Check the year.")
