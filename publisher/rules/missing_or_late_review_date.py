"""The review date is missing, or is not within 24 months of publication.

What it does
    Reports a briefing without ``review``, and a review date that is not after publication or is more than 24 months
    after it.

Why it matters
    Law, procedures and numbers change; without a date nobody looks again, and old advice stays in use.

Example
    ``published: 2023-09`` without ``review``.

Use instead
    ``review: 2025-09``

Source
    None of 27 listing pages read shows a review date, and Wandsworth warns there that practice changes over time
    (https://wscp.org.uk/find-help/professionals-and-volunteers/training/7-minute-briefings). 24 months: house rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.dates import PartialDate
from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject
from publisher.rules.impossible_publication_date import EARLIEST_YEAR

CODE = "MET003"
NAME = "missing-or-late-review-date"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

LONGEST = 24
"""Months from publication to review."""


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where the review date is missing or cannot be right."""
    published, review = subject.work.published, subject.work.review
    # An impossible date of publication is MET002's business; a review date cannot be measured by it.
    if published and not _is_possible(published, subject):
        published = None
    latest = _later(published or PartialDate(subject.today.year, subject.today.month))
    if review is None:
        hint = f"Add a line such as `review: {latest}`; review a briefing within {LONGEST} months."
        yield Finding(("review",), "the briefing has no review date", hint, key=True)
        return
    months = published.months_until(review) if published else 1
    if months <= 0:
        message = f"the review date `{review}` is not after the publication date `{published}`"
        yield Finding(("review",), message, f"Give a date up to `{latest}`.")
    elif months > LONGEST:
        message = f"the review date `{review}` is {months} months after publication"
        yield Finding(("review",), message, f"Review it within {LONGEST} months, by `{latest}`.")


def _is_possible(published: PartialDate, subject: Subject) -> bool:
    return published.year >= EARLIEST_YEAR and published.first_day() <= subject.today


def _later(published: PartialDate) -> PartialDate:
    """Return the last month in which a review is due."""
    years, month = divmod(published.month - 1 + LONGEST, 12)
    return PartialDate(published.year + years, month + 1)
