"""The parts that several companions have."""

from __future__ import annotations

from collections.abc import Iterable

from publisher.compose.companions._words import Words
from publisher.compose.parts import Parts, item
from publisher.document import BulletList, Cell, Inline, Paragraph, Section, Text


def about(parts: Parts, own: Words) -> Paragraph:
    """Return which briefing the companion goes with, and which version of it."""
    work, profile = parts.edition.work, parts.edition.partnership.profile
    told = [own.goes_with.format(series=profile.series, title=parts.localiser.line(work.title))]
    if work.published:
        told.append(own.version.format(date=work.published.in_words(work.lang)))
    if work.review:
        told.append(f"{parts.words.review}: {work.review.in_words(work.lang)}.")
    return Paragraph((Text(" ".join(told)),))


def bullets(lines: Iterable[str]) -> BulletList:
    """Return lines of plain text as a list."""
    return BulletList(tuple(item(Text(line)) for line in lines))


def cell(*words: str | Inline) -> Cell:
    """Return a cell of one paragraph."""
    return Cell((Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in words)),))


def numbered(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections that are read out."""
    return tuple(section for section in sections if section.number)
