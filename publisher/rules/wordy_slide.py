"""A slide has more words than people can read while somebody speaks.

What it does
    Counts the words of a slide's body, and reports more than 75; speaker notes are not counted.

Why it matters
    People read or listen, not both. Long text is also set smaller, down to 18 point, which fewer can read.

Example
    A slide of four sentences for each of five points.

Use instead
    The point in a few words; the sentence that explains it goes under ``notes``.

Source
    House rule: 75 words fill a slide of 16:9 at 24 point; the published deck has 30 to 110 on a slide.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher import prose
from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject
from publisher.words import count

CODE = "SES006"
NAME = "wordy-slide"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

MOST = 75


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield a finding for each slide with too many words."""
    for index, slide in enumerate(subject.session.slides):
        words = count(prose.read(slide.body).text)
        if words > MOST:
            message = f"slide {index + 1} has {words} words, more than {MOST}"
            hint = "Keep the points in a few words each; move the rest to `notes`, or make two slides of it."
            yield Finding(("slides", index, "body"), message, hint, key=True)
