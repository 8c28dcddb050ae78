"""A practice point is too long to be taken in at a glance.

What it does
    Reports a point of more than 80 words.

Why it matters
    A point is looked up between two visits, or read out in a meeting. What is longer holds several points, and the
    later ones are lost.

Example
    Six sentences on sexual abuse in the family, on children in care and on who has what role, in one point.

Use instead
    One thought in each point; a list under the first sentence where things belong together.

Source
    House rule: most of the 130 points of Leicestershire and Rutland's published compendium have 15 to 60 words.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Part, Scope, Subject
from publisher.words import count

CODE = "PPT007"
NAME = "overlong-point"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

MOST = 80


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each point of too many words."""
    for passage in subject.of(Part.BODY):
        number = count(passage.prose.text)
        if passage.path[0] == "groups" and number > MOST:
            hint = "Make two points of it, or a list under its first sentence."
            yield Finding(
                passage.path,
                f"the point has {number} words, more than {MOST}",
                hint,
                0,
                len(subject.work.text_at(passage.path)),
            )
