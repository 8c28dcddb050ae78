"""A full postcode stands in the file.

What it does
    Reports a postcode whose letters are those of a real area, in any part of the file but the contacts, where an
    office may have its address; without a space and in small letters, only after the word “postcode”. In the name
    of a resource it is a warning. The postcode itself is never repeated.

Why it matters
    A postcode is about fifteen homes.

Example
    ``The family had moved to M99 9ZZ.``

Use instead
    ``The family had moved to another part of the town.``

Source
    Guidance by Dr Julia Brophy on anonymisation and the avoidance of the identification of children (2016); Royal
    Mail's list of postcode areas in ``templates/house/postcode-areas.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV007"
NAME = "full-postcode"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_area = re.compile(r"[A-Z]+", re.IGNORECASE)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each postcode outside the contacts."""
    for one in found_in(subject, Kind.POSTCODE):
        area = _area.match(one.words)
        if area and area[0].upper() in house.postcode_areas and not one.in_contacts:
            found = one.finding("a full postcode", "Leave it out; an office's own address belongs under `contacts:`.")
            yield replace(found, severity=Severity.WARNING) if one.in_resource else found
