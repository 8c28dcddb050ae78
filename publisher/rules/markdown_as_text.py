"""Marks of Markdown are printed as they stand.

What it does
    Reports ``**strong**``, ``*slanted*``, ``[links](…)`` and other Markdown in a title, subtitle, summary, heading or
    label, where none is read, and characters written as HTML writes them there (``&amp;``). In a section, point or
    question it reports stars that do not pair, such as those of ``**Ask ** again``; a single star that marks a note
    (“Sam*”) and stars within a word are left alone, and so is a star behind a backslash.

Why it matters
    Readers see stars and brackets among the words, a screen reader says them, and what was to stand out does not.

Example
    ``title: The **whole** child``

Use instead
    ``title: The whole child``

Source
    House rule: a title, heading or label is plain text, so that contents, bookmarks and file properties can have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._marks import entities, marked, unpaired_stars
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "PLN010"
NAME = "markdown-as-text"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_MARKDOWN = (Part.BODY, Part.QUESTION, Part.CREDIT)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each mark that nothing reads."""
    for passage in subject.passages:
        if passage.part not in _MARKDOWN or passage.path[-1] == "label":
            yield from _in_plain_text(passage)
        elif "*" in passage.prose.text:
            for start, end in unpaired_stars(passage.prose, subject.work.text_at(passage.path)):
                message = f"“{passage.prose.text[start:end]}” is printed, as the stars here do not pair"
                hint = "Write `**words**` with the stars right at the words, or `\\*` for a star."
                yield passage.finding(start, end, message, hint)


def _in_plain_text(passage: Passage) -> Iterator[Finding]:
    text = passage.prose.text
    for match in marked(text):
        hint = "Titles, summaries, headings and labels are plain text; write the words alone."
        yield passage.finding(*match.span(), f"“{match.group().strip()}” is printed as it stands", hint)
    for match in entities(text):
        hint = f"Write the character itself, “{unescape(match.group())}”."
        yield passage.finding(*match.span(), f"“{match.group()}” is printed as it stands", hint)
