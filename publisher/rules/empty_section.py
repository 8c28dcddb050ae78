"""A section has no text.

What it does
    Reports a section whose body is missing, has no words, or is only a note that text is to come, such as “TBC”.

Why it matters
    A heading over nothing misleads readers, and layouts leave a hole.

Example
    ``body: TBC``

Use instead
    At least one sentence or list item.

Source
    The form has something to say in each of its seven points: iSORT, University of Bedfordshire
    (https://staging.isort-frontend.pages.dev/toolkit/learning/quick-wins/using-seven-minute-briefings).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Part, Scope, Subject
from publisher.rules._to_come import is_to_come

CODE = "STR006"
NAME = "empty-section"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each section without words of its own."""
    written = {passage.path: passage for passage in subject.of(Part.BODY)}
    for index, section in enumerate(subject.briefing.sections):
        path = ("sections", index, "body")
        passage = written.get(path)
        name = f" (“{section.heading.strip()}”)" if section.heading.strip() else ""
        message = f"section {index + 1}{name} has no text"
        hint = "Write at least one sentence or list item under `body:`."
        if passage is None:
            yield Finding(path, message, hint, key=True)
        elif is_to_come(passage.prose.text):
            text = passage.prose.text
            yield passage.finding(0, len(text), f"{message}, only “{text.strip()}”", hint)
