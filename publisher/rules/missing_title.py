"""The briefing has no title.

What it does
    Reports a briefing whose title is missing or has no words.

Why it matters
    The title is the page's first heading, the name in lists and browser tabs, and the PDF's title, which
    accessible PDF requires.

Example
    A title that stands only in the banner picture.

Use instead
    ``title: "Child protection visits: learning from a case review"``

Source
    A published briefing whose text has no title; WCAG 2.2, success criterion 2.4.2 Page Titled
    (https://www.w3.org/TR/WCAG22/#page-titled).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "STR007"
NAME = "missing-title"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where the title has no letter or digit."""
    title = subject.work.title.strip()
    if not any(character.isalnum() for character in title):
        only = f", only “{title}”" if title else ""
        hint = "Add `title:` with the subject in a few words, such as `title: Professional curiosity`."
        message, end = f"the briefing has no title{only}", len(subject.work.title)
        yield Finding(("title",), message, hint, 0, end) if title else Finding(("title",), message, hint, key=True)
