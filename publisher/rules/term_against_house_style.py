"""A word is not the one that the partnership has chosen.

What it does
    Reports words that depend on a style switch of ``templates/house/style.yml``, for each partnership that has set
    the switch under ``style:`` in its ``partnership.yml``. Without a choice nothing is reported. Words that are only
    mentioned may stay, as in LNG002.

Why it matters
    Good sources disagree, about “disabled children” for one. Readers notice when one partnership writes both.

Example
    “children with disabilities”, where the partnership has ``style: {disabled: disabled-children}``

Use instead
    “disabled children”

Source
    GOV.UK writes “disabled people”, the NSPCC “children who have disabilities”; ``templates/house/style.yml`` names
    the sources of each switch.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject
from publisher.rules._terms import TermRule

CODE = "LNG005"
NAME = "term-against-house-style"
SEVERITY = Severity.INFO
SCOPE = Scope.EDITION

_terms = TermRule(CODE, SEVERITY)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each use of a term that the partnership's style switches rule out."""
    if subject.edition and subject.edition.partnership.profile.style:
        yield from _terms.findings(subject, house, subject.edition.partnership.profile.style)
