"""An NHS number stands in the file.

What it does
    Reports ten digits whose last is their check digit modulo 11, in any part of the file: texts, targets of links,
    keys, waivers, notes on permission and those behind a #. Spaces, hyphens, line ends, invisible characters, bold type
    and tags of HTML do not hide them. Telephone numbers and the numbers of books (ISBN) are left alone. The number
    itself is never repeated.

Why it matters
    It leads to one person's records. It turns up in more papers since the Children's Wellbeing and Schools Act 2026
    provides for one identifier of each child, and the file of a briefing is shared and published.

Example
    ``The baby (999 000 0018) was seen by the health visitor.``

Use instead
    ``The baby was seen by the health visitor.``

Source
    NHS Data Model and Dictionary, NHS NUMBER: the check digit.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV001"
NAME = "nhs-number"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each NHS number."""
    for one in found_in(subject, Kind.NHS_NUMBER):
        yield one.finding("an NHS number")
