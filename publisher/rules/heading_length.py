"""A heading has one word, more than eight, or is a sentence.

What it does
    Reports a heading of one word or of more than eight, and one that ends with a full stop. A number typed
    before the heading does not count. A short heading of the house list, such as “Background” or “Learning”, may stay.

Why it matters
    Short headings can be scanned and fit every layout; a single word seldom says what is learned.

Example
    “Safeguarding babies under 1 and water safety and older children with disabilities in the bath”

Use instead
    “Babies under 1 and water safety”

Source
    House rule, from the headings of published briefings; the house list is ``templates/house/families.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Path, Severity
from publisher.house import House
from publisher.rules._headings import says_something, words
from publisher.rules._kept import kept
from publisher.rules._rule import Scope, Subject
from publisher.rules._to_come import is_note

CODE = "STR004"
NAME = "heading-length"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

FEWEST, MOST = 2, 8

# Not an abbreviation ("etc.", "J.S.") and not three dots.
_full_stop = re.compile(r"(?<=[^\W_]{2})(?<!etc)(?<!ltd)\.\s*$", re.IGNORECASE)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each heading that is too short, too long or a sentence."""
    expected = _expected(house)
    for index, section in enumerate(subject.briefing.sections):
        if says_something(section.heading) and not is_note(section.heading):
            yield from _about(section.heading, ("sections", index, "heading"), expected)


@kept
def _expected(house: House) -> frozenset[str]:
    """Return the headings that briefings are expected to have, without capitals."""
    headings = [section.heading for family in house.families.values() for section in family]
    return frozenset(" ".join(words(heading)) for heading in (*headings, *house.single_word_headings))


def _about(heading: str, path: Path, expected: frozenset[str]) -> Iterator[Finding]:
    count = len(words(heading))
    if count > MOST or (count < FEWEST and " ".join(words(heading)) not in expected):
        noun = "word" if count == 1 else "words"
        hint = f"A heading of {FEWEST} to {MOST} words can be scanned and fits every layout."
        yield Finding(path, f"the heading “{heading}” has {count} {noun}", hint, 0, len(heading))
    stop = _full_stop.search(heading)
    if stop:
        message = f"the heading “{heading}” ends with a full stop"
        hint = "A heading names what follows; leave the full stop out."
        yield Finding(path, message, hint, stop.start(), stop.end(), replacement="")
