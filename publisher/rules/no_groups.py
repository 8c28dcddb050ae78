"""The practice points have no groups.

What it does
    Reports practice points without a single group.

Why it matters
    The groups are the document: its tables and its list of contents are made of them.

Example
    ``groups: []``

Use instead
    A group for each subject, with a heading and its points.

Source
    Leicestershire and Rutland's published compendium has a table for each of its subjects.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "PPT001"
NAME = "no-groups"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where there are no groups."""
    if not subject.practice_points.groups:
        hint = "Add `groups:` with a heading and points each."
        yield Finding(("groups",), "there are no groups of practice points", hint, key=True)
