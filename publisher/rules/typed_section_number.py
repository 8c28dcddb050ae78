"""A heading starts with a typed section number.

What it does
    Reports a heading that starts with a number and a mark, such as “3. Learning”, “(3) Learning”, “III. Learning”,
    “③ Learning”, “3.1 Learning” or “Section 3: Learning”, and says so when the number is not the section's place. A
    number that belongs to the words, as in “10 principles”, “16-year-olds” or “Section 47: enquiries”, is left alone.

Why it matters
    The number is printed from the section's place. A typed one stands beside it (“2. 2. Learning”), and where
    the two differ, the reading order is wrong for those who hear the page or use the plain text.

Example
    ``heading: 3. Learning`` as the second section.

Use instead
    ``heading: Learning``, with the sections in the order in which they are to be read.

Source
    A published ring layout whose text comes out as 1, 2, 3, 4, 7, 6, 5; WCAG 2.2, success criterion 1.3.2
    Meaningful Sequence (https://www.w3.org/TR/WCAG22/#meaningful-sequence).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._headings import says_something, typed_number
from publisher.rules._rule import Scope, Subject

CODE = "STR002"
NAME = "typed-section-number"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each heading that has words after a typed number."""
    for index, section in enumerate(subject.briefing.sections):
        typed = typed_number(section.heading)
        if not typed or not says_something(section.heading):
            continue
        path, position = ("sections", index, "heading"), index + 1
        if typed.number == position:
            message = f"“{section.heading}” would print with two numbers"
            hint = "Leave the number out; it is printed from the section's place."
            yield Finding(path, message, hint, 0, typed.end, replacement="")
        else:
            message = f"“{section.heading}” is numbered {typed.number} but stands in place {position}"
            hint = "Put the sections in their order and leave the numbers out; they are printed from the places."
            yield Finding(path, message, hint, 0, len(section.heading))
