"""What is told together can lead to a person.

What it does
    Counts five signs: a month with its year, an exact age, the sex of a child, a place by its name or the first half of
    its postcode, and a rare harm such as a death. Reports three or more that stand together: in one section of a
    briefing about a case, in two sentences that follow each other elsewhere. One of them has to be the month or the
    age. Months of publications and sentences about people who have long been public do not count.

Why it matters
    Each sign is harmless by itself. Together with a report in the local press they are enough to know who it is,
    which is called jigsaw identification.

Example
    “In June 2021 a 14 year old Wandsworth boy died.”

Use instead
    “A teenager died.”

Source
    A public list of briefings that gives month, age and borough of children; guidance by Dr Julia Brophy on
    anonymisation and the avoidance of the identification of children (2016).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby, pairwise

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.readability import sentences
from publisher.rules._case import is_case, section_of, telling
from publisher.rules._rule import Part, Passage, Scope, Subject
from publisher.rules._signs import Sign, may_tell, signs

CODE = "PRV006"
NAME = "identifying-combination"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_ENOUGH = 3
_NEAR = 300
"""Characters within which all signs are pointed at; further apart, the first stands for all."""
_HINT = "Leave out all but one or two of them: write “a baby” or “a teenager”, no month, and no place."

Where = tuple[Passage, int, Sign]


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each part of the text in which signs come together."""
    case = is_case(subject.work)
    told = (passage for passage in telling(subject) if passage.part is not Part.QUESTION)
    for group in [list(several) for _, several in groupby(told, section_of)]:
        if not any(may_tell(passage.prose.text) for passage in group):
            continue
        windows = _section(group, house) if case else _neighbours(group, house)
        found = next((window for window in windows if _is_enough(window)), None)
        if found:
            yield _finding(found)


def _section(group: list[Passage], house: House) -> Iterator[list[Where]]:
    """Yield all signs of a section as one list."""
    yield [sign for passage in group for several in _by_sentence(passage, house) for sign in several]


def _neighbours(group: list[Passage], house: House) -> Iterator[list[Where]]:
    """Yield the signs of each two sentences that follow each other."""
    for passage in group:
        several = _by_sentence(passage, house)
        yield from (first + second for first, second in pairwise([*several, []]))


def _by_sentence(passage: Passage, house: House) -> list[list[Where]]:
    text = passage.prose.text
    public = [found.start for found in house.names.public.find(text)]
    return [
        [(passage, one.start, sign) for sign in signs(text[one.start : one.end], house.postcode_areas)]
        for one in sentences(text)
        if bisect_left(public, one.start) == bisect_left(public, one.end)
    ]


def _is_enough(window: list[Where]) -> bool:
    names = {sign.name for _, _, sign in window}
    return len(names) >= _ENOUGH and bool(names & {"a month", "an exact age"})


def _finding(window: list[Where]) -> Finding:
    names = list(dict.fromkeys(sign.name for _, _, sign in window))
    passage, offset, first = window[0]
    start, end = offset + first.start, offset + first.end
    same = [place + sign.end for other, place, sign in window if other is passage]
    end = max((one for one in same if one - start <= _NEAR), default=end)
    message = f"{', '.join(names[:-1])} and {names[-1]} stand together, which can lead to a person"
    return passage.finding(start, end, message, _HINT)
