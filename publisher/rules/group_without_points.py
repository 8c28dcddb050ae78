"""A group has no practice points, or an empty one.

What it does
    Reports a group without points, and a point without words.

Why it matters
    The table of such a group has an empty cell, and a bullet without words is read aloud as nothing.

Example
    A heading with resources and no points.

Use instead
    At least one point, or the resources moved to the group that they belong to.

Source
    A screen reader stops at every empty list item; WCAG 2.2, success criterion 1.3.1 Info and Relationships
    (https://www.w3.org/TR/WCAG22/#info-and-relationships).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "PPT002"
NAME = "group-without-points"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each group without points, and each point without words."""
    written = {passage.path for passage in subject.passages}
    for number, group in enumerate(subject.practice_points.groups):
        heading = group.heading.strip()
        name = f"group {number + 1}" + (f" (“{heading}”)" if heading else "")
        if not group.points:
            hint = "Add at least one point under `points:`."
            yield Finding(("groups", number, "points"), f"{name} has no practice points", hint, key=True)
        for index in range(len(group.points)):
            path = ("groups", number, "points", index)
            if path not in written:
                yield Finding(path, f"point {index + 1} of {name} has no words", "Write the point, or delete it.")
