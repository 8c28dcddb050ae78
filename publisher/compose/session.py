"""A learning session as documents: the slides that are shown, and the handout that is taken home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publisher.compose.parts import Parts, item
from publisher.document import (
    Bar,
    Block,
    BulletList,
    Cell,
    Chart,
    Document,
    Form,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    Text,
)
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Session, Slide, SlideKind

_ROLES = {
    SlideKind.CONTENT: Role.SLIDE,
    SlideKind.STATISTICS: Role.STATISTICS,
    SlideKind.ACTIVITY: Role.ACTIVITY,
    SlideKind.PRINCIPLE: Role.PRINCIPLE,
}


def compose(edition: Edition, session: Session, house: House) -> tuple[Document, ...]:
    """Return the documents of a session's edition that has no errors: its slides, then its handout."""
    parts = Parts(edition, house)
    shown = [*_aims(session, parts), *_slides(session, parts)]
    slides = [one for section in shown for one in _on_slides(section, parts)]
    closing = [*parts.closing(session.resources)]
    handout = [*(replace(section, notes=()) for section in shown), *closing]
    documents = (parts.document([*slides, *closing], Form.SLIDES), parts.document(handout, Form.SHEET, "handout"))
    # A partnership's series is that of its briefings.
    return tuple(replace(document, series=parts.words.session) for document in documents)


def _aims(session: Session, parts: Parts) -> Iterator[Section]:
    if session.aims:
        aims = BulletList(tuple(item(*parts.localiser.phrase(aim)) for aim in session.aims))
        yield Section(Role.SLIDE, parts.words.aims, (aims,), anchor="aims", path=("aims",))


def _slides(session: Session, parts: Parts) -> Iterator[Section]:
    principles = 0
    for position, slide in enumerate(session.slides):
        principles += slide.kind is SlideKind.PRINCIPLE
        yield Section(
            _ROLES[slide.kind],
            parts.localiser.line(slide.heading),
            (*parts.localiser.body(slide.body), *_statistics(slide, parts)),
            principles if slide.kind is SlideKind.PRINCIPLE else None,
            anchor=f"slide-{position + 1}",
            path=("slides", position),
            notes=parts.localiser.body(slide.notes),
        )


def _statistics(slide: Slide, parts: Parts) -> Iterator[Block]:
    """Yield the slide's figures as a chart, and as the table that says the same."""
    if slide.statistics:
        bars = tuple(
            Bar(parts.localiser.line(one.label), one.value, _shown(one.value, slide.unit)) for one in slide.statistics
        )
        yield Chart(bars)
        rows = tuple(Row((_cell(bar.label), _cell(bar.shown))) for bar in bars)
        caption = parts.words.figures.capitalize()
        columns = (parts.words.of_what, parts.words.share if slide.unit == "%" else parts.words.number)
        yield Table(caption, columns, rows)


def _shown(value: float, unit: str) -> str:
    """Return a value as it is read: 35%, or 35 children."""
    number = f"{value:,.10g}"
    return f"{number}%" if unit == "%" else f"{number} {unit}".rstrip()


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Text(text),)),))


def _on_slides(section: Section, parts: Parts) -> Iterator[Section]:
    """Yield the section as it is shown; a table is too much beside its chart and has a slide of its own."""
    tables = tuple(replace(block, caption="") for block in section.blocks if isinstance(block, Table))
    yield replace(section, blocks=tuple(block for block in section.blocks if not isinstance(block, Table)))
    if tables:
        heading = f"{section.heading}: {parts.words.figures}"
        yield replace(section, heading=heading, blocks=tables, anchor=f"{section.anchor}-figures", notes=())
