"""A body or process goes by a name that has been replaced.

What it does
    Reports bodies, processes and guidance of the house list that have been replaced, such as the LSCB, the serious
    case review or the CCG. In the words of a link or resource, and where the briefing was published before the
    change, that is advice. Left alone are quotations, what is called a former name (“formerly the LSCB”), and
    sentences about the past (“a serious case review in 2016 found …”).

Why it matters
    New staff look for a body that does not exist any more, or follow a process that nobody runs.

Example
    “Refer to the LSCB.”

Use instead
    “Refer to the Safeguarding Children Partnership (formerly the LSCB).”

Source
    The house list names a source for each entry, such as https://www.wirralsafeguarding.co.uk/annual-report-glossary/
    for the change from CCG to ICB in July 2022.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publisher.dates import PartialDate
from publisher.diagnostics import Finding, Severity
from publisher.house import Found, House, Superseded
from publisher.rules._english import is_english
from publisher.rules._mentions import in_a_name
from publisher.rules._rule import Passage, Scope, Subject
from publisher.rules._superseded import former_names

CODE = "CUR002"
NAME = "superseded-name"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each former name that is used as if it were current."""
    if is_english(subject.work):
        for passage, found in former_names(subject, house):
            yield _about(found, passage, subject)


def _about(found: Found[Superseded], passage: Passage, subject: Subject) -> Finding:
    entry = found.item
    when = f" in {entry.superseded_on.year}" if entry.superseded_on else ""
    words = " ".join(found.text.split())
    message = f"“{words}” was replaced{when} by: {entry.replaced_by}"
    hint = "Use the name of today, or say that this one is a former name."
    finding = passage.finding(found.start, found.end, message, hint)
    advice = in_a_name(passage, found.start, found.end) or _came_later(entry.superseded_on, subject.work.published)
    weight = Severity.INFO if advice else entry.weight
    return replace(finding, severity=None if weight is SEVERITY else weight)


def _came_later(superseded: PartialDate | None, published: PartialDate | None) -> bool:
    """Whether the change came after the briefing was published."""
    if superseded is None or published is None:
        return False
    return (published.year, published.month) <= (superseded.year, superseded.month)
