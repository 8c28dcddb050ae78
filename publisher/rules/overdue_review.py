"""The review date has passed.

What it does
    Compares ``review`` with today. A month has passed once it is over. A withdrawn briefing is left alone.

Why it matters
    Advice that nobody has looked at again should not go out as if it were current.

Example
    ``review: 2022-03``

Use instead
    A new date, once somebody has reviewed the briefing; or ``status: withdrawn``.

Source
    House rule. Procedures carry a review date in Cambridgeshire and Peterborough, among others
    (https://safeguardingcambspeterborough.org.uk/children-board/professionals/procedures/csprguidance).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from publisher.dates import PartialDate
from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.model import Status
from publisher.rules._rule import Scope, Subject

CODE = "MET004"
NAME = "overdue-review"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where the review is overdue."""
    published, review = subject.work.published, subject.work.review
    if review is None or subject.work.status is Status.WITHDRAWN:
        return
    # A review before publication is a slip in the date (MET003), and tells nothing about the review.
    if _has_passed(review, subject.today) and not (published and published.months_until(review) <= 0):
        message = f"the review date `{review}` has passed"
        hint = "Review the briefing and give it a new date, or set `status: withdrawn`."
        yield Finding(("review",), message, hint)


def _has_passed(date: PartialDate, today: datetime.date) -> bool:
    if date.day:
        return date.first_day() < today
    return (date.year, date.month) < (today.year, today.month)
