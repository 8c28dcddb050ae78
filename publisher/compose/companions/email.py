"""An e-mail that sends people to the briefing: a few words on it, where it is, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.compose import briefing as whole
from publisher.compose.companions._parts import numbered
from publisher.compose.companions._sentences import cut
from publisher.compose.companions._words import words
from publisher.compose.parts import Parts
from publisher.document import Document, Form, Inline, Link, Paragraph, Role, Section, Text, plain_text
from publisher.model import Briefing
from publisher.readability import sentences

_WORDS = 40
"""Of the summary."""


def compose(parts: Parts, briefing: Briefing) -> Document:
    """Return the e-mail about a briefing; its series and title make the subject."""
    return parts.document(_sections(parts, briefing), Form.MESSAGE, "email")


def _sections(parts: Parts, briefing: Briefing) -> Iterator[Section]:
    own, profile = words(briefing.lang), parts.edition.partnership.profile
    summary = _summary(parts, briefing)
    if summary:
        yield Section(Role.SECTION, own.in_short, (Paragraph(summary),), anchor="summary", path=("summary",))
    if profile.website:
        link = Link(own.link.format(publisher=profile.name), profile.website)
        yield Section(Role.SECTION, own.read_it, (Paragraph((link, Text("."))),), anchor="read")
    yield from (section for section in parts.closing(()) if section.role is Role.INFORMATION)


def _summary(parts: Parts, briefing: Briefing) -> tuple[Inline, ...]:
    """Return the summary, or else the first sentences of the first section that are no more than forty words."""
    if briefing.summary.strip():
        return (Text(parts.localiser.line(briefing.summary)),)
    for section in numbered(whole.sections(briefing, parts))[:1]:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                return _opening(block.children)
    return ()


def _opening(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    end = taken = 0
    for sentence in sentences(plain_text(children)):
        if end and taken + sentence.words > _WORDS:
            break
        end, taken = sentence.end, taken + sentence.words
    return cut(children, 0, end)
