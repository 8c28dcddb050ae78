"""A script to read aloud: who says what, in sentences for the ear, with how long each part takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from publisher.compose import briefing as whole
from publisher.compose.companions._parts import about, numbered
from publisher.compose.companions._timing import clock, seconds
from publisher.compose.companions._words import Words, words
from publisher.compose.parts import Parts
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Document,
    Form,
    Inline,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Role,
    Section,
    Strong,
    Text,
    mapped,
    plain_text,
)
from publisher.model import Briefing
from publisher.readability import ALOUD

_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", "’")
_ADDRESSES = ("://", "www.", "@")


def compose(parts: Parts, briefing: Briefing) -> Document:
    """Return the script of a briefing."""
    own = words(briefing.lang)
    document = parts.document(_sections(parts, briefing, own), Form.SHEET, "read-aloud")
    return replace(document, series=own.read_aloud)


def _sections(parts: Parts, briefing: Briefing, own: Words) -> Iterator[Section]:
    how = tuple(_paragraph(line.format(words=ALOUD)) for line in own.how)
    yield Section(Role.SECTION, own.readers, (about(parts, own), *how), anchor="how")
    title = parts.localiser.line(briefing.title)
    greeting = " ".join((own.greeting.format(title=title), parts.localiser.line(briefing.summary))).strip()
    yield Section(Role.SECTION, own.welcome, (_said(own.leader, Text(greeting)),), anchor="welcome")
    for number, section in enumerate(numbered(whole.sections(briefing, parts))):
        who = f"{own.reader[number % 2]} ({clock(seconds(section))})"
        yield replace(section, blocks=tuple(_read(section.blocks, who, own)), path=("sections", number))
    if briefing.questions:
        questions = tuple(_questions(parts, briefing, own))
        yield Section(Role.QUESTIONS, parts.words.questions, questions)
    yield Section(Role.SECTION, own.close, tuple(_close(parts, own)), anchor="close")


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _said(who: str, *children: Inline) -> Paragraph:
    return Paragraph((Strong((Text(f"{who}:"),)), Text(" "), *children))


def _read(blocks: tuple[Block, ...], who: str, own: Words) -> Iterator[Block]:
    """Yield a section's body for the ear, who reads it before its first words."""
    first, *rest = [*_spoken(blocks, own)] or [Paragraph(())]
    if isinstance(first, Paragraph):
        yield _said(who, *first.children)
    else:
        yield from (_said(who), first)
    yield from rest


def _spoken(blocks: Iterable[Block], own: Words) -> Iterator[Block]:
    for block in blocks:
        match block:
            case BulletList() | OrderedList():
                yield Paragraph(tuple(_listed(block, own)))
            case BlockQuote(inner):
                yield BlockQuote(tuple(_spoken(inner, own)))
            case Paragraph(children):
                yield Paragraph(_heard(children, own))
            case _:
                yield block


def _listed(block: Block, own: Words) -> Iterator[Inline]:
    """Yield the items of a list, and of the lists in it, as sentences."""
    if isinstance(block, BulletList | OrderedList):
        for item in block.items:
            for inner in item.blocks:
                yield from _listed(inner, own)
    elif isinstance(block, Paragraph):
        heard = _heard(block.children, own)
        yield from heard
        yield Text(" " if plain_text(heard).rstrip().endswith(_ENDS) else ". ")
    elif isinstance(block, BlockQuote):
        for inner in block.blocks:
            yield from _listed(inner, own)


def _heard(children: tuple[Inline, ...], own: Words) -> tuple[Inline, ...]:
    """Return the words without what is only seen: a link is its words, and an address is not read out."""
    return mapped(children, partial(_aloud, own))


def _aloud(own: Words, child: Inline) -> Inline:
    match child:
        case Link(text):
            return Text(own.address if any(sign in text for sign in _ADDRESSES) else text)
        case LineBreak():
            return Text(" ")
        case _:
            return child


def _questions(parts: Parts, briefing: Briefing, own: Words) -> Iterator[Block]:
    yield _said(own.leader, Text(own.questions_follow))
    for question in briefing.questions:
        yield Paragraph(_heard(parts.localiser.phrase(question), own))
        yield Paragraph((Strong((Text(own.pause),)),))


def _close(parts: Parts, own: Words) -> Iterator[Block]:
    work, publisher = parts.edition.work, parts.edition.partnership.profile.name
    yield _said(own.leader, Text(own.thanks.format(publisher=publisher)))
    known = [parts.house.support[key] for key in work.support if key in parts.house.support]
    if known:
        lines = "; ".join(f"{line.label}, {line.phone}" if line.phone else line.label for line in known)
        yield _paragraph(own.support.format(lines=lines))
    if work.origin and work.origin.credit:
        yield Paragraph(_heard(parts.localiser.phrase(work.origin.credit), own))
