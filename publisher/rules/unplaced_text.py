"""Text that an import could not place is still waiting.

What it does
    Reports each entry of ``unplaced:``, where ``publisher import`` puts what it found no place for.

Why it matters
    Nothing of somebody's text may be lost on the way from Word, and nothing of it may be left out of the published
    briefing without somebody deciding so.

Example
    ``unplaced: [Produced by the learning and improvement group]``

Use instead
    Move the text to where it belongs, or delete it where it is not to be published; then delete the entry.

Source
    The promise of ``publisher import``: no word is lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "IMP001"
NAME = "unplaced-text"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield a finding for each piece of text that has no place yet."""
    for index, text in enumerate(subject.work.unplaced):
        hint = "Move it to where it belongs, or delete it where it is not to be published."
        yield Finding(("unplaced", index), "this text has no place yet", hint, 0, len(text))
