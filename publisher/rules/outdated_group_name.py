"""A group of people is named in a way that it does not use.

What it does
    Reports words of the house list ``templates/house/terms.yml`` about disability and ethnicity. Words that are only
    mentioned may stay, as in LNG001. An entry whose source is not confirmed is advice only.

Why it matters
    People are people first. A name that a group rejects, or that lumps many groups together, loses readers and says
    less than the right one.

Example
    “BAME families”, “the disabled”

Use instead
    “families from ethnic minorities”, or better the group's own name; “disabled people”

Source
    GOV.UK, Inclusive language: words to use and avoid when writing about disability; NHS digital service manual,
    Inclusive content. Each entry names its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject
from publisher.rules._terms import TermRule

CODE = "LNG004"
NAME = "outdated-group-name"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_terms = TermRule(CODE, SEVERITY, even_in_names=True)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each use of a term about disability or ethnicity."""
    yield from _terms.findings(subject, house)
