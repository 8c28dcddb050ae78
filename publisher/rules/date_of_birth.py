"""A person's full date of birth stands in the file.

What it does
    Reports a date with day, month and year within six words of “born”, “birth”, “date of birth” or “birthday”, in the
    same sentence and in any part of the file, and behind “born on” a day and month alone. Dates that set a limit, such
    as “children born after 1 September 2020”, are left alone. The date itself is never repeated.

Why it matters
    With the name of an area, a date of birth leads to one child.

Example
    ``He was born on 14 March 2019.``

Use instead
    ``He was not yet at school.``

Source
    Guidance by Dr Julia Brophy on anonymisation and the avoidance of the identification of children (2016), endorsed
    by the President of the Family Division.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV004"
NAME = "date-of-birth"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each date of birth."""
    for one in found_in(subject, Kind.BIRTH):
        yield one.finding("a full date of birth", "Say how old the person was in broad terms, such as “a baby”.")
