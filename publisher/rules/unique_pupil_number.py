"""A Unique Pupil Number stands in the file.

What it does
    Reports a letter with twelve digits (or eleven digits and a letter, as temporary numbers have) whose first letter
    is their check letter, in any part of the file, however it is spaced. The number itself is never repeated.

Why it matters
    It leads to one pupil's records in every school that they went to.

Example
    ``A pupil (U999123456789) moved to another school.``

Use instead
    ``A pupil moved to another school.``

Source
    Department for Education, Unique Pupil Numbers: guide for schools and local authorities.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV002"
NAME = "unique-pupil-number"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each Unique Pupil Number."""
    for one in found_in(subject, Kind.PUPIL_NUMBER):
        yield one.finding("a Unique Pupil Number")
