"""Two slides have the same heading.

What it does
    Reports a heading that a slide before it has already. Capitals, marks and typed numbers make no difference.

Why it matters
    In a list of slides nobody can tell the two apart, with eyes or with a screen reader.

Example
    Three slides that are called “Group work”.

Use instead
    ``heading: Group work, what we write down``

Source
    WCAG 2.2, success criterion 2.4.6 Headings and Labels (https://www.w3.org/TR/WCAG22/#headings-and-labels).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._headings import says_something, words
from publisher.rules._rule import Scope, Subject

CODE = "SES004"
NAME = "duplicate-slide-heading"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield a finding for each heading that was there before."""
    first: dict[str, int] = {}
    for index, slide in enumerate(subject.session.slides):
        if not says_something(slide.heading):
            continue
        earlier = first.setdefault(" ".join(words(slide.heading)), index)
        if earlier != index:
            message = f"slide {index + 1} has the heading of slide {earlier + 1}"
            hint = "Say in the heading what is different about it."
            yield Finding(("slides", index, "heading"), message, hint, 0, len(slide.heading))
