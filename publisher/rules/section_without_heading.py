"""A section has no heading.

What it does
    Reports a section whose heading is missing, or is only a number or a mark.

Why it matters
    People who use a screen reader go from heading to heading; from a bare number they learn nothing.

Example
    ``heading: "3."``

Use instead
    ``heading: History matters``

Source
    A published briefing with bare numbers for four of its seven headings; WCAG 2.2, success criterion 2.4.6
    Headings and Labels (https://www.w3.org/TR/WCAG22/#headings-and-labels).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._headings import says_something
from publisher.rules._rule import Scope, Subject

CODE = "STR003"
NAME = "section-without-heading"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each section without words for a heading."""
    for index, section in enumerate(subject.briefing.sections):
        heading = section.heading.strip()
        if not says_something(heading):
            only = f", only “{heading}”" if heading else ""
            hint = "Say in two to eight words what the section is about."
            message = f"section {index + 1} has no heading{only}"
            path, end = ("sections", index, "heading"), len(section.heading)
            yield Finding(path, message, hint, 0, end) if heading else Finding(path, message, hint, key=True)
