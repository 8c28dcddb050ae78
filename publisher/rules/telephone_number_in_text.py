"""A telephone number stands outside the contacts.

What it does
    Reports mobile numbers in any part of the file but the contacts, also with 44 in front and, after a word such as
    “mobile”, without their 0, and numbers of places (01 and 02) where they are
    not part of a text; of those in a text MET007 speaks. Numbers of national services (03, 08 and short ones), and
    those of places that a ``tel:`` link calls, are left alone. The number itself is never repeated.

Why it matters
    A mobile number in a text is usually a person's. A typed number of a service is not mended when it changes.

Example
    ``Call Sam on 07700 900123.``

Use instead
    ``Call {{ contact.referral }}.``

Source
    Salford's partnership had to tell its readers of a new number in February 2023; Ofcom keeps 07700 900000 to
    900999 free for examples such as this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._private import found_in
from publisher.rules._rule import OWN_WORDS, Scope, Subject

CODE = "PRV014"
NAME = "telephone-number-in-text"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each telephone number outside the contacts."""
    hint = "Take out a person's number; write `{{ contact.… }}` for a service's."
    # Of places, MET007 speaks where the number is part of a text.
    texts = {passage.path for passage in subject.of(*OWN_WORDS)}
    for one in found_in(subject, Kind.MOBILE, Kind.LANDLINE):
        in_text = one.kind is Kind.LANDLINE and one.path in texts
        if not one.in_contacts and not in_text:
            yield one.finding("a mobile number" if one.kind is Kind.MOBILE else "a telephone number", hint)
