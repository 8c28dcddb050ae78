"""Two groups of practice points have the same heading.

What it does
    Reports a heading that a group before it, or the part that it stands in, has already. Capitals, marks and typed
    numbers make no difference.

Why it matters
    In the list of contents, and in a list of headings as a screen reader gives it, the two cannot be told apart.

Example
    “Neglect” twice.

Use instead
    “Neglect of young children” and “Neglect of teenagers”

Source
    WCAG 2.2, success criterion 2.4.6 Headings and Labels (https://www.w3.org/TR/WCAG22/#headings-and-labels).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._headings import says_something, words
from publisher.rules._rule import Scope, Subject

CODE = "PPT006"
NAME = "repeated-group-heading"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each heading that an earlier group or part has too."""
    seen: dict[str, str] = {}
    for number, group in enumerate(subject.practice_points.groups):
        if says_something(group.part):
            seen.setdefault(" ".join(words(group.part)), f"a part of the document (“{group.part.strip()}”)")
        if not says_something(group.heading):
            continue
        own = f"group {number + 1}"
        earlier = seen.setdefault(" ".join(words(group.heading)), own)
        if earlier != own:
            message = f"“{group.heading.strip()}” is the heading of {earlier} as well"
            hint = "Say in each what sets it apart."
            yield Finding(("groups", number, "heading"), message, hint, 0, len(group.heading))
