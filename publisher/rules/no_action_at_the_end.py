"""The end of the briefing does not tell the reader what to do.

What it does
    Looks at the last section, or at the one before questions, resources and contacts. It passes with a heading such
    as “What to do”, and with one sentence that tells the reader to do something (“Ask …”, “you should …”). A pointer
    to further reading (“Read more in …”) is not enough.

Why it matters
    A briefing is there to change practice; a reader who has seven minutes needs to know what to do on Monday.

Example
    A last section “History” that goes on with the background.

Use instead
    “What to do” with three to five actions, each starting with a verb.

Source
    Both iSORT, University of Bedfordshire
    (https://staging.isort-frontend.pages.dev/toolkit/learning/quick-wins/using-seven-minute-briefings) and Swindon
    end with what to do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.readability import sentences
from publisher.rules._actions import begins_with_instruction
from publisher.rules._english import is_english
from publisher.rules._rule import Passage, Scope, Subject
from publisher.rules._slots import Slot, slot

CODE = "STR010"
NAME = "no-action-at-the-end"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_after_the_end = frozenset({Slot.QUESTIONS, Slot.RESOURCES, Slot.CONTACTS})
# "we as practitioners need to", "every manager should".
_obligation = re.compile(
    r"\b(?:you|we|everyone|(?:agenc|practitioner|professional|manager|worker|leader|partner|school|service|team)\w*|staff)"
    r"\b[^.!?\n]{0,60}?\b(?:should|must|need to|needs to|have to|has to|ought to|(?:are|is) (?:asked|expected) to)\b"
    r"|\byou can\b",
    re.IGNORECASE,
)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where nothing at the end is for the reader to do."""
    sections = subject.briefing.sections
    places = [index for index in range(len(sections)) if slot(sections[index].heading) not in _after_the_end]
    if not places or not is_english(subject.work):
        return
    heading = sections[places[-1]].heading
    body = next((one for one in subject.passages if one.path == ("sections", places[-1], "body")), None)
    if body is None or slot(heading) is Slot.ACTION or _says_what_to_do(body):
        return
    name = f"“{heading.strip()}”" if heading.strip() else str(places[-1] + 1)
    message = f"the briefing ends with section {name}, which does not say what to do"
    hint = "End with three to five actions that start with a verb, such as “Ask …”, under “What to do”."
    if heading.strip():
        yield Finding(("sections", places[-1], "heading"), message, hint, 0, len(heading))
    else:
        yield body.finding(0, len(body.prose.text), message, hint)


def _says_what_to_do(body: Passage) -> bool:
    text = body.prose.text
    links = [link.start for link in body.prose.of("link")]
    for sentence in sentences(text):
        is_pointer = bisect_left(links, sentence.start) < bisect_left(links, sentence.end)
        if begins_with_instruction(text[sentence.start : sentence.end], may_point=not is_pointer):
            return True
    return _obligation.search(text) is not None
