"""A group of practice points has no heading.

What it does
    Reports a group whose heading is missing, or is only a number or a mark.

Why it matters
    The list of contents leads to each group by its heading, and people who use a screen reader go from heading to
    heading. Without words there is nothing to follow.

Example
    ``heading: ""``

Use instead
    ``heading: Working with babies``

Source
    WCAG 2.2, success criteria 2.4.4 Link Purpose and 2.4.6 Headings and Labels
    (https://www.w3.org/TR/WCAG22/#headings-and-labels).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._headings import says_something
from publisher.rules._rule import Scope, Subject

CODE = "PPT003"
NAME = "group-without-heading"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each group without words for a heading."""
    for number, group in enumerate(subject.practice_points.groups):
        heading = group.heading.strip()
        if not says_something(heading):
            path = ("groups", number, "heading")
            message = f"group {number + 1} has no heading{f', only “{heading}”' if heading else ''}"
            hint = "Say in two to eight words what its points are about."
            yield (
                Finding(path, message, hint, 0, len(group.heading))
                if heading
                else Finding(path, message, hint, key=True)
            )
