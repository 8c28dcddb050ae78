"""The session has no slides, or more than an hour holds.

What it does
    Reports a session without slides (error) or with more than 40 (warning).

Why it matters
    An hour with time to talk holds about 20 slides; with more than 40 nobody gets to speak.

Example
    A session of 60 slides.

Use instead
    Two sessions, or slides merged; what people may read later goes into the handout's resources.

Source
    House rule, from the published deck of 17 slides for one hour.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "SES002"
NAME = "slide-count"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

MOST = 40


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where there are no slides, or too many."""
    count = len(subject.session.slides)
    if count == 0:
        yield Finding(
            ("slides",), "the session has no slides", "Add `slides:` with a heading and a body each.", key=True
        )
    elif count > MOST:
        hint = "Merge some, or make two sessions of it."
        message = f"the session has {count} slides, more than the {MOST} that an hour can hold"
        yield Finding(("slides",), message, hint, severity=Severity.WARNING, key=True)
