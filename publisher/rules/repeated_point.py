"""The same practice point stands twice.

What it does
    Reports a point whose words an earlier point has already; capitals, marks and markup make no difference. Twice in
    one group is a warning; in two groups, where it may be meant, it is advice.

Why it matters
    Who reads the whole compendium wonders what is different the second time; who mends one may forget the other.

Example
    “Employ professional curiosity …” under “Neglect” and again under “Reflecting on practice”.

Use instead
    The point in the group where most people will look for it; in the other, what is special there.

Source
    Two points of Leicestershire and Rutland's published compendium stand in two groups each.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._headings import words
from publisher.rules._rule import Part, Scope, Subject

CODE = "PPT004"
NAME = "repeated-point"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each point that an earlier one says in the same words."""
    first: dict[str, tuple[int, int]] = {}
    for passage in subject.of(Part.BODY):
        match passage.path:
            case ("groups", int(group), "points", int(point)):
                place = (group, point)
            case _:
                continue
        text = " ".join(words(passage.prose.text))
        earlier = first.setdefault(text, place)
        if earlier == place or not text:
            continue
        heading = subject.practice_points.groups[earlier[0]].heading.strip()
        message = (
            f"this is point {earlier[1] + 1} of group {earlier[0] + 1}{f' (“{heading}”)' if heading else ''} as well"
        )
        hint = "Keep it where most people will look for it, or say what is different here."
        severity = Severity.WARNING if earlier[0] == group else None
        yield Finding(passage.path, message, hint, 0, len(subject.work.text_at(passage.path)), severity=severity)
