"""The session does not say what people will learn.

What it does
    Reports a session without ``aims``.

Why it matters
    People who know what a session is for take part in it, and whoever leads it can ask at the end what came of it.

Example
    A deck that starts with the first statistic.

Use instead
    ``aims: [Know what reviews say again and again]``

Source
    Published training on learning from serious incidents opens with its aims.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "SES001"
NAME = "missing-aims"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where there are no aims."""
    if not any(aim.strip() for aim in subject.session.aims):
        hint = "Add `aims:` with two to four things that people will know or do afterwards."
        yield Finding(("aims",), "the session has no aims", hint, key=True)
