"""The publication date is missing.

What it does
    Reports a briefing without ``published``.

Why it matters
    Practice changes; a reader must see how old the advice is.

Example
    A briefing that says only who wrote it.

Use instead
    ``published: 2023-09``, or a day: ``published: 2023-09-14``

Source
    One of three published briefings read has no date; Liverpool's list mixes dated and undated ones
    (https://liverpoolscp.org.uk/scp/training/seven-minute-briefings).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "MET001"
NAME = "missing-publication-date"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where there is no date of publication."""
    if subject.work.published is None:
        today = subject.today
        hint = f"Add a line such as `published: {today.year:04}-{today.month:02}`."
        yield Finding(("published",), "the briefing has no date of publication", hint, key=True)
