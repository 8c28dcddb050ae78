"""The briefing does not say where its learning comes from.

What it does
    Reports a briefing without ``sources``.

Why it matters
    Readers trust learning from a review, an audit or a procedure, and whoever reviews the briefing knows what to
    compare it with.

Example
    A briefing without ``sources``.

Use instead
    ``sources: [{kind: local-review, year: 2024}]``

Source
    Walsall and pan-Lancashire say that their topics come from evidence and reviews; Wandsworth names its sources
    (https://wscp.org.uk/find-help/professionals-and-volunteers/training/7-minute-briefings).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "MET009"
NAME = "missing-source-of-learning"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where there are no sources."""
    if not subject.work.sources:
        hint = "Add the review, audit, report or procedure, such as `sources: [{kind: local-review, year: 2024}]`."
        yield Finding(("sources",), "the briefing does not say where its learning comes from", hint, key=True)
