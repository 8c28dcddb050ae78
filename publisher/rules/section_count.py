"""The briefing does not have exactly seven sections.

What it does
    Reports a briefing with fewer or more than seven entries under ``sections``.

Why it matters
    Seven is the format: readers, team leads and layouts all expect 1 to 7.

Example
    Six sections, or an eighth called “Contact”.

Use instead
    Seven sections; contacts and dates are printed under “Additional information” by themselves.

Source
    The published briefings read all have seven numbered sections; iSORT, University of Bedfordshire,
    describes seven points (https://staging.isort-frontend.pages.dev/toolkit/learning/quick-wins/using-seven-minute-briefings).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "STR001"
NAME = "section-count"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

SECTIONS = 7


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where there are not seven sections."""
    count = len(subject.briefing.sections)
    if count == SECTIONS:
        return
    there_are = "there is 1 section" if count == 1 else f"there are {count or 'no'} sections"
    hint = "Merge sections, or move contacts and resources out." if count > SECTIONS else "Add the missing sections."
    # Point at the first section too many, or at the list itself.
    path = ("sections", SECTIONS) if count > SECTIONS else ("sections",)
    yield Finding(path, f"{there_are} instead of {SECTIONS}", hint, key=count < SECTIONS)
