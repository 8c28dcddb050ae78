"""The longest section is more than three times as long as the shortest.

What it does
    Compares the sections by their words, leaving out those that are too short or too long by themselves (LEN002).

Why it matters
    Layouts in a ring or a grid give each section about the same space; uneven ones look pasted or overflow.

Example
    33 words in one section and 120 in another.

Use instead
    55 to 85 words in each.

Source
    House rule, from the ring and grid layouts of published briefings.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.readability import measure
from publisher.rules._rule import Part, Passage, Scope, Subject
from publisher.rules.section_length import FEWEST, MOST

CODE = "LEN003"
NAME = "uneven-sections"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

TIMES = 3


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding, at the longest section."""
    counted = [(measure(passage.prose.text).words, passage) for passage in subject.of(Part.BODY)]
    lengths = [(words, passage) for words, passage in counted if FEWEST <= words <= MOST]
    if not lengths:
        return
    longest, shortest = max(lengths, key=_words), min(lengths, key=_words)
    if longest[0] > TIMES * shortest[0]:
        passage = longest[1]
        message = (
            f"section {_number(passage)} has {longest[0]} words, "
            f"more than three times the {shortest[0]} of section {_number(shortest[1])}"
        )
        hint = "Move something from the longer to the shorter, or cut the longer."
        yield passage.finding(0, len(passage.prose.text), message, hint)


def _words(length: tuple[int, Passage]) -> int:
    return length[0]


def _number(passage: Passage) -> int:
    return int(passage.path[1]) + 1
