"""A section refers to the questions for discussion.

What it does
    Reports words such as “question 2 above” or “the discussion points below” in a section of a briefing that has
    ``questions``. A question of a form (“question 4 of the checklist”) is left alone, and so are words that lead
    to a list of questions in the same section.

Why it matters
    The questions may be left out where time is short, so the sections must make sense without them.

Example
    “Keep your answer to question 2 in mind.”

Use instead
    Say it in the section: “Keep in mind what the child told you.”

Source
    In Liverpool (https://liverpoolscp.org.uk/scp/training/seven-minute-briefings) and Jersey
    (https://safeguarding.je/seven-minute-briefings/) the discussion points may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.rules._english import is_english
from publisher.rules._reading import is_mentioned
from publisher.rules._rule import Part, Scope, Subject

CODE = "STR012"
NAME = "reference-to-question"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

_kind = r"(?:discussion|challenge|reflective|reflection|team)\s"
_where = r"(?:above|below|overleaf|at the (?:end|bottom)|on the next page|that follow)"
_reference = re.compile(
    rf"\b(?:{_kind})?(?:questions?|discussion points?)\s(?:[1-9]|one|two|three|four|five|{_where})\b"
    rf"(?!\s(?:of|on|from|to|in (?:a|an|the|this|that|your))\b|\d)|\bthe\s{_kind}(?:questions|points)\b",
    re.IGNORECASE,
)


_named = frozenset({"question", "questions", "point", "points"})


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each reference from a section to the questions."""
    if not subject.briefing.questions or not is_english(subject.work):
        return
    for passage in subject.of(Part.BODY):
        text = passage.prose.text
        last_question = text.rfind("?")
        for match in () if _named.isdisjoint(words_in(text)) else _reference.finditer(text):
            if last_question < match.end() and not is_mentioned(passage, *match.span()):
                message = f"“{' '.join(match.group().split())}” refers to the questions for discussion"
                hint = "Say it here; the questions may be left out where time is short."
                yield passage.finding(match.start(), match.end(), message, hint)
