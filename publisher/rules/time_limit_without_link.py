"""A time limit of a procedure has no link beside it.

What it does
    Reports the first time limit (“within 24 hours”, “at least every 4 weeks”, “15 working days”) in a section that has
    no link and does not say when the limit was checked. “The group meets every two weeks” is none, unless it must or
    should. What happened in a case (“within two weeks he was hurt”), ages and quotations are left alone.

Why it matters
    Time limits change with the procedure, and differ between areas. With a link beside it, readers can see what
    holds today, and the partnership finds the places to mend.

Example
    “The child must be seen at least every 4 weeks.”

Use instead
    “The child must be seen at least every 4 weeks ([visits procedure](link:child-protection-plans)).”

Source
    A briefing of July 2024 says how often a child must be seen, and names no procedure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.rules._english import is_english
from publisher.rules._mentions import is_quoted
from publisher.rules._reading import sentence_around
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "CUR005"
NAME = "time-limit-without-link"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_number = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty"
    r"|forty[ -]eight)"
)
# A time limit ends in its unit, so that only the words before a unit are looked at.
_units = r"(?:hours?|hrs?|days?|weeks?|wks?|months?|mths?)"
_unit = re.compile(rf"(?<![^\W\d_]){_units}\b", re.IGNORECASE)
_unit_listed = "hour hours hr hrs day days week weeks wk wks month months mth mths"
_unit_words = frozenset(_unit_listed.split())
_attached = re.compile(rf"\d{_units}\b", re.IGNORECASE)
_limit = re.compile(
    rf"\b(?:(?:within|not? (?:later|more|longer) than|at most|a maximum of) {_number}"
    rf"(?: (?:working|school|calendar|clear))? ?{_units}"
    rf"|(?:at least (?:once )?)?every {_number}(?: (?:working|school))? ?(?:days|weeks|wks|months|mths)"
    rf"|{_number} (?:working|school) days?)\Z",
    re.IGNORECASE,
)
_LONGEST = 50
"""Characters of the longest time limit."""

_not_a_limit = re.compile(
    r"[\s,]{1,2}(?:old\b|pregnant\b|of (?:age|life|birth|being born|each other|pregnancy)\b|after birth\b"
    r"|(?:a|an|one|another|someone|somebody)\s)",
    re.IGNORECASE,
)
_past = re.compile(
    r"\b(?:was|were|had|did|died|said|went|came|saw|became|began|took|made|found|met(?= every\b)"
    r"|held (?:an?|its|our|the|their)|[a-z]{2,14}[a-df-z]ed)\b"
)
_rule = re.compile(
    r"\b(?:(?:must|should|shall|will)(?! have\b)|needs?|is|are|be|(?:has|have) to|takes? place|required|expected)\b",
    re.IGNORECASE,
)
# What a group does, which is no limit unless the sentence says that it has to: “the forum meets every two months”.
_habit = re.compile(
    r"\b(?:comes? together|gathers?|gets? together|happens?|meets?|runs?|takes? place) every$", re.IGNORECASE
)
_binding = re.compile(
    r"\b(?:must|should|shall|will|needs?|required|expected|(?:has|have) to|at least|minimum)\b", re.IGNORECASE
)
_checked = re.compile(r"\bchecked\b[^()\n]{0,30}\b20\d\d\b", re.IGNORECASE)
_HINT = "Link to the procedure in this section, so that readers see what holds today."


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield the first time limit of each section without a link."""
    if not is_english(subject.work):
        return
    for passage in subject.of(Part.BODY):
        if passage.prose.of("link") or _says_when_checked(passage.prose.text):
            continue
        found = next((place for place in _limits(passage.prose.text) if _is_limit(passage, *place)), None)
        if found:
            words = " ".join(passage.prose.text[slice(*found)].split())
            yield passage.finding(*found, f"the time limit “{words}” has no link beside it", _HINT)


def _says_when_checked(text: str) -> bool:
    return "checked" in words_in(text) and _checked.search(text) is not None


def _limits(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each stretch of time that may be a time limit."""
    has_none = _unit_words.isdisjoint(words_in(text)) and not _attached.search(text)
    for unit in () if has_none else _unit.finditer(text):
        first = max(0, unit.end() - _LONGEST)
        match = _limit.search(text[first : unit.end()])
        if match:
            yield first + match.start(), unit.end()


def _is_limit(passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch of time is one that a procedure sets, and not part of what happened."""
    text = passage.prose.text
    if _not_a_limit.match(text, end) or is_quoted(passage.prose, start, end):
        return False
    first, last = sentence_around(text, start)
    if _habit.search(text, first, start + len("every")) and not _binding.search(text, first, last):
        return False
    return _past.search(text, first, last) is None or _rule.search(text, first, last) is not None
