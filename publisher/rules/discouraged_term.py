"""A word is discouraged and needs a reason to stay.

What it does
    Reports words of the house list ``templates/house/terms.yml`` that weigh as a warning or as advice there. They may
    stay in quotation marks, in a block quote, in the words of a link or resource, in an official title and in the name
    of an organisation, such as a Care Leavers' Forum; elsewhere a waiver says why. “Did not attend”, “failed to engage”
    and the like may stand where a service is the subject. An entry whose source is not confirmed is advice only.

Why it matters
    Some of these words judge a family without saying what happened. Others are part of the name of a procedure, so
    that only a person can tell.

Example
    “There was disguised compliance.”

Use instead
    “They said that they would keep the appointment, and did not come.”

Source
    Each entry of the house list names its own, such as the NSPCC's “Why language matters”; a published compendium
    links a procedure that is named with “Disguised Compliance”.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject
from publisher.rules._terms import TermRule

CODE = "LNG002"
NAME = "discouraged-term"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_terms = TermRule(CODE, SEVERITY)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each use of a term that weighs as a warning or as advice."""
    yield from _terms.findings(subject, house)
