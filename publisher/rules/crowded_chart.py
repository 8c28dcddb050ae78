"""A chart has more bars than a slide has room for.

What it does
    Reports a slide with more than 11 ``statistics``, or with two that have the same label.

Why it matters
    With more bars the words beside them would be smaller than 18 point. Two bars of one name cannot be told apart.

Example
    A chart of the ages of children with a bar for each year.

Use instead
    Fewer groups, such as under 1, 1 to 5, 6 to 10 and 11 to 17; the rest in the handout's resources.

Source
    The height of a slide at 18 point: 4.95 inches for rows of 0.42.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "SES008"
NAME = "crowded-chart"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

MOST = 11


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield a finding for each chart with too many bars, and for each label that is there twice."""
    for index, slide in enumerate(subject.session.slides):
        path = ("slides", index, "statistics")
        if len(slide.statistics) > MOST:
            message = f"slide {index + 1} has {len(slide.statistics)} statistics, more than {MOST}"
            yield Finding(path, message, "Group them, or make two slides of them.", key=True)
        labels = [" ".join(one.label.casefold().split()) for one in slide.statistics]
        for position, label in enumerate(labels):
            if label in labels[:position]:
                message = f"the label “{slide.statistics[position].label}” is there twice"
                yield Finding((*path, position, "label"), message, "Say what is different about the second.")
