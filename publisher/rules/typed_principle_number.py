"""A principle has its number typed into its heading.

What it does
    Reports a slide of ``kind: principle`` whose heading starts with a number and a mark, such as “1.”.

Why it matters
    Principles are numbered by their order. A typed number stands there twice, and stays wrong when one is added.

Example
    ``heading: 1. Keep clear records``

Use instead
    ``heading: Keep clear records``

Source
    As STR002 for briefings.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.model import SlideKind
from publisher.rules._headings import says_something, typed_number
from publisher.rules._rule import Scope, Subject

CODE = "SES007"
NAME = "typed-principle-number"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield a finding for each typed number, which `--fix` takes out."""
    for index, slide in enumerate(subject.session.slides):
        typed = typed_number(slide.heading) if slide.kind is SlideKind.PRINCIPLE else None
        if typed and says_something(slide.heading):
            message = f"the number “{slide.heading[: typed.end].strip()}” is typed before the heading"
            hint = "Leave it out; principles are numbered by their order."
            yield Finding(("slides", index, "heading"), message, hint, 0, typed.end, "")
