"""An edition of guidance is named that is no longer current.

What it does
    Compares each edition of guidance that is named with its year, such as “Working Together 2018”, with the house
    list. One that had been replaced before the briefing was published is an error; one that has been replaced since
    then is a warning, and a year that the house list does not know is advice. Left alone are quotations and
    sentences about the past: “replaced Working Together 2018”, “in 2019, …”, “Working Together 2018 required …”.

Why it matters
    Readers take the edition that a briefing names for the one that binds them, and look up what is no longer there.

Example
    “Working Together 2018 says who should attend.” in a briefing of July 2026.

Use instead
    “Working Together to Safeguard Children 2026 says who should attend.”, after checking that it does.

Source
    Working Together 2026 replaced the edition of 2023 in March 2026
    (https://www.leedsscp.org.uk/news/working-together-safeguard-children-2026-whats-changed); a public list of
    briefings still had “Working Together 2018” then.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from publisher.dates import PartialDate
from publisher.diagnostics import Finding, Severity
from publisher.house import Document, House, Mention
from publisher.rules._english import is_english
from publisher.rules._history import is_history
from publisher.rules._mentions import is_quoted
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "CUR001"
NAME = "outdated-guidance"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each mention of an edition that is not current."""
    if not is_english(subject.work):
        return
    for passage in subject.passages:
        if passage.part is Part.CREDIT:
            continue
        for mention in house.guidance.mentions(passage.prose.text):
            if mention.year is not None:
                yield from _about(mention, mention.year, passage, subject)


def _about(mention: Mention, year: int, passage: Passage, subject: Subject) -> Iterator[Finding]:
    document = mention.document
    current = document.current_year(subject.today)
    words = " ".join(_text(mention, passage).split())
    if year > current:
        # The next edition of what is renewed every year is often spoken of before it begins.
        if year > current + (document.renewed_in is not None):
            message = f"the house list has no edition of {year} for “{words}”"
            hint = f"Check the year; the newest edition of the list is that of {current}."
            yield replace(_finding(mention, passage, message, hint), severity=Severity.INFO)
    elif year < current and not _is_told_of(mention, year, passage):
        hint = f"Name the edition of {current}, once you have checked that it still says so."
        if _was_current(year, document, subject.work.published):
            message = f"“{words}” has been replaced since this was published, by the edition of {current}"
            yield replace(_finding(mention, passage, message, hint), severity=Severity.WARNING)
        else:
            yield _finding(mention, passage, f"“{words}” is not the current edition", hint)


def _finding(mention: Mention, passage: Passage, message: str, hint: str) -> Finding:
    return passage.finding(mention.start, mention.start + len(_text(mention, passage)), message, hint)


def _text(mention: Mention, passage: Passage) -> str:
    """Return the words of a mention, with the bracket that closes behind its year."""
    closing = "(" in mention.text and passage.prose.text[mention.end : mention.end + 1] == ")"
    return f"{mention.text})" if closing else mention.text


def _is_told_of(mention: Mention, year: int, passage: Passage) -> bool:
    """Whether the edition is quoted or spoken of as one of its time."""
    last_year = next((later.year for later in mention.document.editions if later.year > year), year + 1)
    text = passage.prose.text
    return is_quoted(passage.prose, mention.start, mention.end) or is_history(
        text, mention.start, mention.end, last_year
    )


def _was_current(year: int, document: Document, published: PartialDate | None) -> bool:
    """Whether an edition was current when a briefing was published; in the month of a change, both are."""
    if published is None:
        return False
    day = datetime.date(published.year, published.month, 1) - datetime.timedelta(days=1)
    return year >= document.current_year(day)
