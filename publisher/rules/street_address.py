"""The address of a home stands in the file.

What it does
    Reports a number with the name of a street, a flat with the name of its house, and the name of a house where
    somebody lives, in any part of the file but the contacts. In a briefing about a case it reports the name of a
    street without a number, too. The address itself is never repeated.

Why it matters
    It leads to one family, and its neighbours know it.

Example
    ``Police were called to 14 Acacia Avenue.``

Use instead
    ``Police were called to the family home.``

Source
    Guidance by Dr Julia Brophy on anonymisation and the avoidance of the identification of children (2016).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._case import is_case, telling
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV008"
NAME = "street-address"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_street = re.compile(
    r"\b(?:in|on|at|near|off|to|of|from|along) ((?!Downing|Fleet|Harley|Sesame|Coronation|Great Ormond)"
    r"(?:[A-Z][\w'’]{1,24} ){1,3}(?:Road|Street|Avenue|Close|Lane|Drive|Crescent|Grove|Terrace|Mews))\b(?! [A-Z])"
)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each address of a home."""
    hint = "Write “the family home”, “a flat” or “a street”."
    if not is_case(subject.work):
        hint = "Leave it out; an office's own address belongs under `contacts:`."
    seen: list[tuple[object, int | None]] = []
    for one in found_in(subject, Kind.ADDRESS):
        if not one.in_contacts:
            found = one.finding("an address", hint)
            seen.append((found.path, found.end))
            yield found
    if not is_case(subject.work):
        return
    for passage in telling(subject):
        for match in _street.finditer(passage.prose.text):
            found = passage.finding(match.start(1), match.end(1), "the name of a street stands here", hint)
            if (found.path, found.end) not in seen:
                yield found
