"""The number of a person's official record or document stands in the file.

What it does
    Reports CHI numbers (the health number in Scotland, which begins with the date of birth), prison numbers, numbers
    for child benefit, driving licences, number plates in the form of today, and older plates, small letters and the
    numbers of passports and of the Home Office where the words before say what they are, in any part of the file. The
    number itself is never repeated.

Why it matters
    It leads to one person.

Example
    ``The father (A1234BC) was released in the spring.``

Use instead
    ``The father came out of prison in the spring.``

Source
    Public Health Scotland, Data Dictionary, CHI number; the forms of the other numbers are known from practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV011"
NAME = "official-record-number"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each number of a record or document."""
    for one in found_in(subject, Kind.DOCUMENT):
        yield one.finding("the number of a person's official record or document")
