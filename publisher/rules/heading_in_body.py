"""A section's text has a heading of its own.

What it does
    Reports a heading inside a ``body``: a line that starts with ``#``, or one underlined with ``---`` or ``===``.

Why it matters
    The title is the first level and the seven headings are the second; a third inside one box breaks the order
    by which screen readers move, and the count of seven.

Example
    ``## Key points`` inside a body

Use instead
    A section of its own, or a paragraph that starts with strong words: ``**Key points:** …``

Source
    WCAG 2.2, success criterion 1.3.1 Info and Relationships
    (https://www.w3.org/TR/WCAG22/#info-and-relationships); Swindon's accessibility statement lists headings in an
    illogical order.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Part, Scope, Subject

CODE = "ACC006"
NAME = "heading-in-body"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each heading that a body has."""
    for passage in subject.of(Part.BODY):
        for mark in passage.prose.of("heading"):
            words = " ".join(passage.prose.text[mark.start : mark.end].split())
            named = f"the heading “{words}”" if words else "a heading without words"
            hint = "Make it a section, or start the paragraph with strong words such as `**Key points:**`."
            yield passage.finding(mark.start, mark.end, f"{named} stands inside a section's text", hint)
