"""A reference to somebody's record stands in the file.

What it does
    Reports the references of cases, crimes, custody, police logs, family courts and hospitals, and numbers after the
    name of a record system such as Liquidlogic or Mosaic, in any part of the file. The reference itself is never
    repeated.

Why it matters
    It leads everyone who can look into the system to one person's record.

Example
    ``See Liquidlogic 1029384.``

Use instead
    ``See the child's record.``

Source
    Known from practice: the systems and the forms of their references.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV010"
NAME = "case-reference"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each reference."""
    for one in found_in(subject, Kind.REFERENCE):
        yield one.finding("a reference to somebody's record")
