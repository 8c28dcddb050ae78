"""A section is shorter than 30 words or longer than 120.

What it does
    Counts the words of each section's text. A section without any, or with a note that text is to come, is another
    rule's business (STR006).

Why it matters
    A section is a minute of reading and talk. A long one is skipped, and a very short one says too little to act on.

Example
    One section of 240 words.

Use instead
    75 words, with the detail behind a link.

Source
    The sections of published briefings have 31 to 109 words, on average about 66.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.readability import measure
from publisher.rules._rule import Part, Scope, Subject
from publisher.rules._to_come import is_to_come

CODE = "LEN002"
NAME = "section-length"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

FEWEST, MOST = 30, 120


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each section whose length is out of bounds."""
    for passage in subject.of(Part.BODY):
        words = measure(passage.prose.text).words
        if not words or is_to_come(passage.prose.text) or FEWEST <= words <= MOST:
            continue
        position = int(passage.path[1])
        heading = subject.briefing.sections[position].heading.strip()
        name = f" (“{heading}”)" if heading else ""
        message = f"section {position + 1}{name} has {words} {'word' if words == 1 else 'words'}"
        hint = f"A section has {FEWEST} to {MOST} words; 40 to 90 are best."
        yield passage.finding(0, len(passage.prose.text), message, hint)
