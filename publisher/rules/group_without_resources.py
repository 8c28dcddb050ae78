"""A group of practice points has no resources.

What it does
    Reports a group without a single resource; it is then printed as a list, without the column beside the points.

Why it matters
    A point says what matters; how it is done stands in the procedure, toolkit or guidance that it leads to.

Example
    ``resources: []``

Use instead
    ``resources: [{label: Neglect toolkit, link: neglect-toolkit, scope: local}]``

Source
    Every group of Leicestershire and Rutland's published compendium has its resources beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "PPT005"
NAME = "group-without-resources"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each group that has points and no resources."""
    for number, group in enumerate(subject.practice_points.groups):
        if group.points and not group.resources:
            heading = group.heading.strip()
            name = f"group {number + 1}" + (f" (“{heading}”)" if heading else "")
            hint = "Add the procedure or guidance that its points lead to, if there is one."
            path = ("groups", number, "heading")
            yield (
                Finding(path, f"{name} has no resources", hint, 0, len(group.heading))
                if heading
                else Finding(path, f"{name} has no resources", hint, key=True)
            )
