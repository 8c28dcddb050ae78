"""The facilitator's sheet: what to bring, when each part ends, when to stop, and room for notes on the questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publisher.compose import briefing as whole
from publisher.compose.companions._parts import about, bullets, cell, numbered
from publisher.compose.companions._timing import LIMIT, clock, timings
from publisher.compose.companions._words import Words, words
from publisher.compose.parts import Parts
from publisher.document import (
    Block,
    Document,
    Entry,
    Field,
    Form,
    Paragraph,
    Role,
    Row,
    Section,
    Subheading,
    Table,
    Text,
)
from publisher.model import Briefing
from publisher.readability import ALOUD


def compose(parts: Parts, briefing: Briefing) -> Document:
    """Return the facilitator's sheet of a briefing."""
    own = words(briefing.lang)
    document = parts.document(_sections(parts, briefing, own), Form.SHEET, "facilitator")
    return replace(document, series=own.facilitator)


def _sections(parts: Parts, briefing: Briefing, own: Words) -> Iterator[Section]:
    yield Section(Role.SECTION, own.before, (about(parts, own), bullets(own.bring)), anchor="before")
    yield Section(Role.SECTION, own.timing, tuple(_timing(parts, briefing, own)), anchor="timing")
    yield Section(Role.SECTION, own.stop, (bullets(own.when_to_stop),), anchor="stop")
    if briefing.questions:
        yield Section(Role.QUESTIONS, parts.words.questions, tuple(_questions(parts, briefing, own)))
    yield from parts.closing(())


def _timing(parts: Parts, briefing: Briefing, own: Words) -> Iterator[Block]:
    read = timings(numbered(whole.sections(briefing, parts)))
    ends = read[-1].ends if read else 0
    left = max(LIMIT - ends, 0)
    told = own.takes.format(aloud=clock(ends), words=ALOUD, left=clock(left))
    yield Paragraph((Text(told),))
    if any(not one.seconds for one in read):
        yield Paragraph((Text(own.longer),))
    rows = [
        Row(
            (
                cell(one.section.title),
                cell(clock(one.seconds) if one.seconds else own.beforehand),
                cell(clock(one.ends) if one.seconds else "–"),
            )
        )
        for one in read
    ]
    rows.append(Row((cell(own.talk), cell(clock(left)), cell(clock(max(LIMIT, ends))))))
    yield Table("", (own.part, own.length, own.ends), tuple(rows))


def _questions(parts: Parts, briefing: Briefing, own: Words) -> Iterator[Block]:
    for number, question in enumerate(briefing.questions, 1):
        yield Subheading(parts.localiser.phrase(question))
        label = own.notes_on.format(number=number)
        yield Paragraph((Field(f"question-{number}", label, Entry.LINES),))
