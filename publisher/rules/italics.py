"""Words are in italics.

What it does
    Reports emphasis with single asterisks or underscores in a section or question. Where stars do not pair, so that
    some slant words and others are printed, PLN010 says so.

Why it matters
    Slanted letters run together for many dyslexic readers and at low resolution. Underlining is for links only, and
    Markdown has none.

Example
    ``*never* assume``

Use instead
    ``**never** assume``, and not often; a title stands in quotation marks.

Source
    GOV.UK, Publishing accessible documents
    (http://govwire.co.uk/news/government-digital-service/guidance-publishing-accessible-documents-98735, a mirror);
    Lincolnshire (https://professionals.lincolnshire.gov.uk/web-standards/content-policy/8).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._marks import unpaired_stars
from publisher.rules._rule import Part, Scope, Subject

CODE = "PLN004"
NAME = "italics"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_LONGEST = 6


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each stretch in italics."""
    for passage in subject.of(Part.BODY, Part.QUESTION):
        slanted = passage.prose.of("emphasis")
        unpaired = unpaired_stars(passage.prose, subject.work.text_at(passage.path)) if slanted else []
        for mark in slanted:
            words = passage.prose.text[mark.start : mark.end].split()
            if words and not any(start <= mark.end and mark.start <= end for start, end in unpaired):
                shown = " ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")
                hint = "Use bold where the words matter most, quotation marks for a title, or neither."
                yield passage.finding(mark.start, mark.end, f"“{shown}” is in italics", hint)
