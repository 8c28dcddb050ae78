"""The address of a home stands in the file.

What it does
    Reports a number with the name of a street, in small letters and capitals too, a flat with the name of its house,
    and the name of a house where somebody lives, in any part of the file but the contacts. In a briefing about a case
    it reports the name of a street or an estate without a number, too; the words that end such names are ``streets`` in
    ``templates/house/keywords.yml``. In the name of a resource it is a warning. The address itself is never repeated.

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
from dataclasses import replace

from publisher.diagnostics import Finding, Path, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.identifiers import Kind
from publisher.rules._case import is_case, telling
from publisher.rules._keywords import keywords_of
from publisher.rules._people import NOT_NAMES
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV008"
NAME = "street-address"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

# What leads up to the last word of a street's name. The streets that everybody knows are no address of a home.
_before = re.compile(
    r"\b(?:in|on|at|near|off|to|of|from|along|via|through|into|around|by|outside|opposite|behind|down|towards|the|and)\s"
    r"((?!Downing|Fleet|Harley|Sesame|Coronation|Great Ormond|Council|Housing|Industrial|Real|Trading)"
    r"(?:[A-Z][\w'’]{1,24} ){1,3})$"
)
_REACH = 90
_capital_follows = re.compile(r" [A-Z]")
_LIVED = ("live", "lived", "lives", "living", "reside", "resided", "resides", "residing")
_at_a_house = re.compile(r" at (?P<house>(?:The )?[A-Z][a-z'’]{3,24}(?: [A-Z][a-z'’]{3,24})?)\b(?! \d)")


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each address of a home."""
    hint = "Write “the family home”, “a flat” or “a street”."
    if not is_case(subject.work):
        hint = "Leave it out; an office's own address belongs under `contacts:`."
    seen: set[tuple[Path, int | None]] = set()
    for found in _all(subject, house, hint):
        if (found.path, found.end) not in seen:
            yield found
        seen.add((found.path, found.end))


def _all(subject: Subject, house: House, hint: str) -> Iterator[Finding]:
    """Yield what is found, some of it twice."""
    for one in found_in(subject, Kind.ADDRESS):
        if not one.in_contacts:
            found = one.finding("an address", hint)
            yield replace(found, severity=Severity.WARNING) if one.in_resource else found
    case = is_case(subject.work)
    for passage in telling(subject):
        text = passage.prose.text
        for start, end in () if words_in(text).isdisjoint(_LIVED) else _houses(text):
            yield passage.finding(start, end, "an address stands here", hint)
        for start, end in _streets(text, house) if case else ():
            yield passage.finding(start, end, "the name of a street stands here", hint)


def _houses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each name of a house after “lived at” and the like."""
    for match in _at_a_house.finditer(text):
        if text.endswith(_LIVED, 0, match.start()) and NOT_NAMES.isdisjoint(match["house"].split()):
            yield match.span("house")


def _streets(text: str, house: House) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each name of a street without its number."""
    for found in keywords_of(text, house, "streets"):
        before = _before.search(text, max(0, found.start - _REACH), found.start)
        if before and found.text[0].isupper() and not _capital_follows.match(text, found.end):
            yield before.start(1), found.end
