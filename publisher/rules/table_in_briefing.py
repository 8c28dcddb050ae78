"""A body of a briefing has a table.

What it does
    Reports a table written in Markdown in a briefing, where it is printed as the text it is. Practice points and
    learning sessions may have tables.

Why it matters
    Readers would meet bars and dashes. A briefing is read out, and a table cannot be.

Example
    ``| Age | Sign |`` over ``|---|---|``

Use instead
    A list: “under 1: bruising”, or the table in a document that the briefing links to.

Source
    The format of briefings has paragraphs, lists and quotations only; Lincolnshire's content policy allows tables
    for data alone (https://professionals.lincolnshire.gov.uk/web-standards/content-policy/8).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.prose import table_lines
from publisher.rules._rule import Scope, Subject

CODE = "STR015"
NAME = "table-in-briefing"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each table."""
    for index, section in enumerate(subject.briefing.sections):
        for start, end in table_lines(section.body):
            hint = "Make a list of it, or link to a document that has the table."
            message = "a table is printed as the text it is in a briefing"
            yield Finding(("sections", index, "body"), message, hint, start, end)
