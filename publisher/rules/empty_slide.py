"""A slide shows nothing but its heading.

What it does
    Reports a slide with neither a body nor statistics, and one of ``kind: statistics`` without any.

Why it matters
    A bare heading is often what is left of a film or picture that did not come along, and people wait for more.

Example
    ``- heading: Animation``

Use instead
    What the film shows in two or three points, with a link to it; or no slide.

Source
    The published deck has a slide “Animation” without an address.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.model import SlideKind
from publisher.rules._rule import Scope, Subject

CODE = "SES005"
NAME = "empty-slide"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield a finding for each slide without content."""
    for index, slide in enumerate(subject.session.slides):
        path = ("slides", index, "heading")
        if slide.kind is SlideKind.STATISTICS and not slide.statistics:
            hint = "Add `statistics:` with a label and a value each, or leave out `kind: statistics`."
            message = f"slide {index + 1} is for statistics and has none"
            yield Finding(path, message, hint, 0, len(slide.heading))
        elif not slide.body.strip() and not slide.statistics:
            hint = "Add a `body:`, or delete the slide."
            yield Finding(path, f"slide {index + 1} shows nothing but its heading", hint, 0, len(slide.heading))
