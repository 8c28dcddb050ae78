"""A telephone number is typed in the text.

What it does
    Reports a UK telephone number in a title, summary, section or question. Short numbers such as 999, 101, 111 and
    116 123 may stand, and so may those of the house list of support lines and services. Other freephone numbers are
    advice only. Mobile numbers, which are mostly one person's, are another rule's business (PRV014). The number is not
    repeated.

Why it matters
    Numbers change. In ``partnership.yml`` there is one place to mend, and each partnership's edition shows its own.

Example
    “Call 0161 496 0000.”

Use instead
    “Call {{ contact.referral }}.”

Source
    Salford's news of February 2023 has a new number for referrals
    (https://safeguardingchildren.salford.gov.uk/news/february-2023/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher import identifiers
from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._kept import kept
from publisher.rules._rule import OWN_WORDS, Scope, Subject

CODE = "MET007"
NAME = "typed-telephone-number"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

# Ten or eleven digits that begin with 03 or 08, in any grouping; other numbers are known to `identifiers`.
_service = re.compile(r"(?<![\w.])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)[38]\d\d(?:[ -]{0,2}\)?[ -]?\d){6,7}(?!\d)")
_digit = re.compile(r"\d")
_FEWEST = 9
"""Digits that any of these numbers has."""
_freephone = ("0800", "0808")
_FREE_HINT = "Check it; a national helpline may stay, and a local one belongs under `contacts:` in partnership.yml."


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each number that should come from the partnership's contacts."""
    for passage in subject.of(*OWN_WORDS):
        text = passage.prose.text
        for start, end in _numbers(text):
            number = _national(text[start:end])
            if number not in _allowed(house):
                is_free = number.startswith(_freephone)
                hint = _FREE_HINT if is_free else _hint(subject)
                found = passage.finding(start, end, "a telephone number is typed in the text", hint)
                yield replace(found, severity=Severity.INFO) if is_free else found


@kept
def _allowed(house: House) -> frozenset[str]:
    return frozenset(map(_national, house.national_numbers))


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the telephone numbers of services and places stand."""
    if identifiers.count_digits(text) < _FEWEST:
        return
    known = identifiers.find(text)
    yield from ((one.start, one.end) for one in known if one.kind is identifiers.Kind.LANDLINE)
    taken = bytearray(len(text))
    for one in known:
        taken[one.start : one.end] = b"x" * (one.end - one.start)
    yield from (match.span() for match in _service.finditer(text) if not any(taken[match.start() : match.end()]))


def _hint(subject: Subject) -> str:
    example = next(iter(subject.work.contacts), "referral")
    return (
        f"Keep it under `contacts:` in partnership.yml, and write its name here, such as `{{{{ contact.{example} }}}}`."
    )


def _national(number: str) -> str:
    """Return the digits of a number as they are dialled within the country."""
    digits = "".join(_digit.findall(number.replace("(0)", "")))
    return f"0{digits[2:]}" if digits.startswith("44") and number.lstrip().startswith("+") else digits
