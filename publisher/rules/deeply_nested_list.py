"""A list is nested deeper than one level.

What it does
    Reports a list inside a list that is itself inside a list.

Why it matters
    The narrow boxes of a layout cannot hold it, and listeners lose track of which list they are in.

Example
    ``- Share``, under it ``- with whom``, under that ``- and when``

Use instead
    One level of lists inside a list, or a sentence.

Source
    GOV.UK, “Publishing accessible documents”, on simple structure
    (https://www.gov.uk/guidance/publishing-accessible-documents).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Part, Scope, Subject

CODE = "STR014"
NAME = "deeply-nested-list"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

DEEPEST = 1


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each list that is one level too deep; what is nested further in it goes with it."""
    for passage in subject.of(Part.BODY):
        for mark in passage.prose.of("list"):
            if mark.depth == DEEPEST + 1:
                words = passage.prose.text[mark.start : mark.end].split("\n", 1)[0]
                hint = "Keep to one list inside another; say the rest in a sentence."
                message = f"the list that starts with “{words}” is inside a list inside a list"
                yield passage.finding(mark.start, mark.start + len(words), message, hint)
