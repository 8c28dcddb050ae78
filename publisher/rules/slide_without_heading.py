"""A slide has no heading.

What it does
    Reports a slide whose ``heading`` is missing or has no words.

Why it matters
    The heading is the slide's title: a screen reader lists slides by it, and one without a title cannot be found.

Example
    A slide with a picture of a quotation and nothing else.

Use instead
    ``heading: What children told us``

Source
    WCAG 2.2, success criteria 1.3.1 and 2.4.6 (https://www.w3.org/TR/WCAG22/#headings-and-labels); Microsoft's
    accessibility checker reports slides without a title.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "SES003"
NAME = "slide-without-heading"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield a finding for each slide without a heading."""
    for index, slide in enumerate(subject.session.slides):
        if not any(character.isalnum() for character in slide.heading):
            hint = "Add `heading:` with what the slide says, in a few words."
            yield Finding(("slides", index, "heading"), f"slide {index + 1} has no heading", hint, key=True)
