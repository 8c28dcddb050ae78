"""A 7 Minute Briefing as a document: seven sections, questions, resources, support, additional information."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publisher.compose.origin import origin
from publisher.compose.parts import Parts, item
from publisher.document import Document, OrderedList, Role, Section
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Briefing


def compose(edition: Edition, briefing: Briefing, house: House) -> Document:
    """Return the document of a briefing's edition that has no errors."""
    parts = Parts(edition, house)
    return replace(parts.document(sections(briefing, parts)), origin=origin(edition, briefing))


def sections(briefing: Briefing, parts: Parts) -> Iterator[Section]:
    """Yield the sections of a briefing: the numbered ones, questions, resources, support, additional information."""
    for number, section in enumerate(briefing.sections, 1):
        role = Role.ACTION if number == len(briefing.sections) else Role.SECTION
        heading, body = parts.localiser.line(section.heading), parts.localiser.body(section.body)
        yield Section(role, heading, body, number)
    if briefing.questions:
        items = (
            item(*parts.localiser.phrase(question), path=("questions", number))
            for number, question in enumerate(briefing.questions)
        )
        questions = OrderedList(tuple(items))
        yield Section(Role.QUESTIONS, parts.words.questions, (questions,))
    yield from parts.closing(briefing.resources)
