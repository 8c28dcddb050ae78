"""The briefing has no question for the team to discuss.

What it does
    Reports a briefing without ``questions`` and without a question in the text of any section.

Why it matters
    Seven minutes are about three of reading and four of talk; a question starts the talk and turns it to the
    children whom the team works with now.

Example
    No question mark anywhere.

Use instead
    ``questions: ["What would you do differently for a child you work with now?"]``

Source
    Salford says that its briefings carry challenge questions
    (https://safeguardingchildren.salford.gov.uk/professionals/multi-agency-training/multi-agency-learning/7-minute-briefings);
    those of Jersey, Swindon and Liverpool end with points for discussion.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Part, Scope, Subject

CODE = "STR011"
NAME = "no-discussion-question"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

# Also the question marks of Greek, Arabic and full-width scripts, as briefings are translated.
_question_marks = frozenset("?\u037e\u061f\uff1f")


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where there is no question at all."""
    if any(True for _ in subject.of(Part.QUESTION)):
        return
    if not any(_question_marks.intersection(passage.prose.text) for passage in subject.of(Part.BODY)):
        hint = "Add two or three under `questions:`, such as “What would you do differently for a child now?”."
        yield Finding(("questions",), "the briefing has no question for the team to discuss", hint, key=True)
