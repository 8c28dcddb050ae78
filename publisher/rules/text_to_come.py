"""Words only keep a place for others that are to come.

What it does
    Reports what only keeps a place: “[INSERT LOCAL NAME]”, “<partnership name>”, “<<name>>”, “[[name]]”, “XXXX”, “???”
    and “Lorem ipsum”; and a title, subtitle, summary, heading, question, point or label that is only a note that it is
    to come, such as “TBC”. A section with no other text is STR006's business, and a name that the partnership does not
    fill BRD005's.

Why it matters
    Readers are left without what they need, and see that nobody has looked.

Example
    ``Tell [INSERT LOCAL NAME].``

Use instead
    What is meant, or a name such as ``{{ partnership.name }}`` that each partnership fills.

Source
    Drafts and templates of briefings that are shared between partnerships have such words.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._mentions import is_quoted
from publisher.rules._rule import Passage, Scope, Subject
from publisher.rules._to_come import is_note, stand_ins

CODE = "STR017"
NAME = "text-to-come"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each stretch of words that only keeps a place."""
    for passage in subject.passages:
        for start, end in _places_kept(passage):
            message = f"“{passage.prose.text[start:end]}” only keeps a place"
            hint = "Write what is meant, or a name such as `{{ partnership.name }}` that each partnership fills."
            yield passage.finding(start, end, message, hint)


def _places_kept(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.prose.text
    if is_note(text):
        if passage.path[::2] != ("sections", "body"):
            yield 0, len(text)
        return
    for start, end in stand_ins(text):
        if text[start] != "?" or not is_quoted(passage.prose, start, end):
            yield start, end
