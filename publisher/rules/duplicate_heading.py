"""Two sections have the same heading.

What it does
    Reports a heading that a section before it has already. Capitals, marks and typed numbers make no difference.

Why it matters
    In a list of headings, as a screen reader gives it, the two cannot be told apart.

Example
    “Learning” twice.

Use instead
    “Learning for managers” and “Learning for practitioners”

Source
    WCAG 2.2, success criterion 2.4.6 Headings and Labels (https://www.w3.org/TR/WCAG22/#headings-and-labels).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._headings import says_something, words
from publisher.rules._rule import Scope, Subject

CODE = "STR005"
NAME = "duplicate-heading"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each heading that stands over an earlier section too."""
    first: dict[str, int] = {}
    for index, section in enumerate(subject.briefing.sections):
        if not says_something(section.heading):
            continue
        earlier = first.setdefault(" ".join(words(section.heading)), index)
        if earlier != index:
            message = f"“{section.heading}” is the heading of section {earlier + 1} as well"
            hint = "Say in each what sets it apart."
            yield Finding(("sections", index, "heading"), message, hint, 0, len(section.heading))
