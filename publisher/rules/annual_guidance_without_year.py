"""Guidance that is renewed every year is named without a year.

What it does
    Reports the first mention of guidance with a new edition every year, such as KCSIE, where the briefing gives its
    year nowhere. A sentence that has a year, or speaks of the current edition, is fine, and so are quotations. In
    the words of a link or resource it is advice.

Why it matters
    A new edition comes each September. Without the year, nobody can tell next year whether the briefing still holds.

Example
    “KCSIE says that every school needs a designated lead.”

Use instead
    “KCSIE 2026 says that every school needs a designated lead.”

Source
    Partnerships announce a new edition of Keeping children safe in education every September, as in
    https://www.traffordsafeguardingpartnership.org.uk/About-us/News/2020/New-Keeping-Children-Safe-in-Education-Guidance.aspx
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House, Mention
from publisher.rules._english import is_english
from publisher.rules._mentions import in_a_name, is_quoted
from publisher.rules._reading import sentence_around
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "CUR003"
NAME = "annual-guidance-without-year"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_dated = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:current|latest|newest|up[ -]to[ -]date|annual|annually)\b"
    r"|\b(?:each|every) (?:year|autumn|september)\b",
    re.IGNORECASE,
)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield the first mention of each annual document of which the briefing does not give the year."""
    if not is_english(subject.work):
        return
    undated: dict[str, tuple[Mention, Passage]] = {}
    dated: set[str] = set()
    for passage in subject.passages:
        if passage.part is Part.CREDIT:
            continue
        for mention in house.guidance.mentions(passage.prose.text):
            name = mention.document.name
            if mention.document.renewed_in is None or is_quoted(passage.prose, mention.start, mention.end):
                continue
            if mention.year is not None or _has_date(passage.prose.text, mention):
                dated.add(name)
            else:
                undated.setdefault(name, (mention, passage))
    for name, (mention, passage) in undated.items():
        if name not in dated:
            yield _about(mention, passage, mention.document.current_year(subject.today))


def _has_date(text: str, mention: Mention) -> bool:
    first, last = sentence_around(text, mention.start)
    return _dated.search(text, first, last) is not None


def _about(mention: Mention, passage: Passage, current: int) -> Finding:
    message = f"“{' '.join(mention.text.split())}” has a new edition every year, and its year is not given"
    hint = f"Give the year of the edition that you mean, such as {current}."
    finding = passage.finding(mention.start, mention.end, message, hint)
    named = in_a_name(passage, mention.start, mention.end)
    return replace(finding, severity=Severity.INFO if named else None)
