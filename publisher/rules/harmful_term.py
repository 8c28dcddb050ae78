"""A word blames or stigmatises.

What it does
    Reports words of the house list ``templates/house/terms.yml`` that weigh as an error there. Words in quotation
    marks, in a block quote or in an official title or name are only mentioned and may stay, and so may words that the
    text itself denies, tells its readers not to say or calls a label; so may those in a row with them (“described her
    as promiscuous, streetwise and …”). “Failed to protect” may stand where a service is the subject. In the words of a
    link or a resource they are advice, since they may be a title. An entry whose source is not confirmed is advice
    only.

Why it matters
    Words that blame a child, a parent or an adult at risk hide who causes the harm, and readers carry them into
    records.

Example
    “She was putting herself at risk.”

Use instead
    “She was being groomed.”

Source
    Each entry of the house list names its own, such as the NSPCC's “Why language matters” and the guide to language
    about child exploitation by The Children's Society.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject
from publisher.rules._terms import TermRule

CODE = "LNG001"
NAME = "harmful-term"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_terms = TermRule(CODE, SEVERITY, even_in_names=True)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each use of a term that weighs as an error."""
    yield from _terms.findings(subject, house)
