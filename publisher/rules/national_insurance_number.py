"""A National Insurance number stands in the file.

What it does
    Reports two letters that may begin such a number, six digits and a letter from A to D, in any part of the file,
    however they are spaced, and one without its last letter after “NI number” or the like. The example of HM Revenue
    and Customs, which begins with QQ, is reported as well. The number itself is never repeated.

Why it matters
    It leads to one person's tax and benefits.

Example
    ``The father (QQ 12 34 56 A) was working away.``

Use instead
    ``The father was working away.``

Source
    HM Revenue and Customs, National Insurance Manual, NIM39110: the format.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV003"
NAME = "national-insurance-number"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each National Insurance number."""
    for one in found_in(subject, Kind.INSURANCE_NUMBER):
        yield one.finding("a National Insurance number")
