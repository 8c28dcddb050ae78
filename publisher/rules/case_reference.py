"""A reference to somebody's record stands in the file.

What it does
    Reports the references of cases, crimes, custody, police logs, courts and hospitals, numbers after the name of a
    record system such as Liquidlogic or Mosaic, and any code with four digits or more after “ref”, “ID” or “number”,
    in any part of the file. Years, telephone numbers and the numbers of public series, such as those of charities and
    books, are left alone; the series are ``public-series`` in ``templates/house/keywords.yml``. The reference itself is
    never repeated.

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

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._keywords import keywords_of
from publisher.rules._private import Identifier, found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV010"
NAME = "case-reference"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

# What may stand between the name of a series and the number: “SI 2014 No. 3352”, “charity number (England): 1234567”.
_label = re.compile(r"(?:[\W\d_]|reference|ref|registration|number|no|code|ID|is|was)*", re.IGNORECASE)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each reference."""
    for one in found_in(subject, Kind.REFERENCE):
        if not _is_public(one, house):
            yield one.finding("a reference to somebody's record")


def _is_public(one: Identifier, house: House) -> bool:
    """Whether the name of a public series leads up to the number, or stands at its beginning."""
    said = one.before + one.words
    series = keywords_of(said, house, "public-series")
    return any(_label.fullmatch(said, found.end, max(found.end, len(one.before))) for found in series)
