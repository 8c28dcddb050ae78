"""The briefing is too short or too long for seven minutes.

What it does
    Counts the words of the seven sections, without headings, questions and resources. Fewer than 250 or more than
    800 is a warning, more than 1,280 an error. A briefing whose sections are not all there is not called short.

Why it matters
    Seven minutes are for reading and for talk. 1,281 words take all seven to read aloud, and leave none to talk.

Example
    1,600 words

Use instead
    400 to 600 words

Source
    Published briefings have 416 to 579 words. 183 words a minute aloud: Brysbaert (2019), a meta-analysis of 190
    studies (https://docslib.org/doc/10634303/how-many-words-do-we-read-per-minute-a-review-and-meta).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.readability import ALOUD, measure, minutes
from publisher.rules._rule import Part, Scope, Subject

CODE = "LEN001"
NAME = "briefing-length"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

FEWEST, MOST = 250, 800
LIMIT = 1280
"""Words that take seven minutes to read aloud."""


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where the length is out of bounds."""
    bodies = [measure(passage.prose.text).words for passage in subject.of(Part.BODY)]
    total = sum(bodies)
    aloud = minutes(total, ALOUD)
    found = Finding(("sections",), f"the sections have {total:,} words", _hint(total, aloud), key=True)
    if total > LIMIT:
        yield replace(found, severity=Severity.ERROR)
    elif total > MOST or (total < FEWEST and sum(map(bool, bodies)) == 7):
        yield found


def _hint(total: int, aloud: float) -> str:
    if total < FEWEST:
        return f"A briefing has {FEWEST} to {MOST} words; 400 to 600 are best."
    left = f"and leaves {7 - aloud:.1f} of seven minutes to talk" if aloud < 7 else "and leaves no time to talk"
    return f"That takes {aloud:.1f} minutes to read aloud {left}; 400 to 600 words are best."
