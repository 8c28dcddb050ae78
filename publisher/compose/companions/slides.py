"""Slides for a team meeting: one for each section, with its points or its first sentences, and the rest as notes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from publisher.compose import briefing as whole
from publisher.compose.companions._sentences import split
from publisher.compose.companions._words import words
from publisher.compose.parts import Parts
from publisher.document import (
    Block,
    BulletList,
    Document,
    Form,
    ListItem,
    OrderedList,
    Paragraph,
    Role,
    Section,
    Subheading,
)
from publisher.model import Briefing
from publisher.words import block_text, count

_POINTS, _WORDS = 6, 50
"""What a slide shows of a section at most, unless a single sentence has more words."""
_CHARACTERS, _LINES = 70, 10
"""So many lines of so many characters have room on a slide at 18 point, even if each is a point of its own."""


def compose(parts: Parts, briefing: Briefing) -> Document:
    """Return the slides of a briefing."""
    document = parts.document(_slides(parts, briefing), Form.SLIDES, "slides")
    return replace(document, series=words(briefing.lang).slides)


def _slides(parts: Parts, briefing: Briefing) -> Iterator[Section]:
    for section in whole.sections(briefing, parts):
        if section.number:
            yield _shortened(section, section.number)
        else:
            yield from _divided(section)


def _shortened(section: Section, number: int) -> Section:
    """Return a section with what of it has room; the whole of it is in the notes where that is not all."""
    points = [*_points(section.blocks)]
    shown = _first(points)
    notes = () if len(shown) == len(points) else section.blocks
    return replace(section, role=Role.SLIDE, blocks=_listed(shown), path=("sections", number - 1), notes=notes)


def _points(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield sentences and list items, each as a paragraph, and quotations whole."""
    for block in blocks:
        match block:
            case Paragraph(children):
                yield from map(Paragraph, split(children))
            case BulletList(items) | OrderedList(items):
                for item in items:
                    for inner in item.blocks:
                        yield from (inner,) if isinstance(inner, Paragraph) else _points((inner,))
            case _:
                yield block


def _first(points: list[Block]) -> list[Block]:
    """Return the points that have room, the first even if it is long, and none that only leads to the next."""
    shown: list[Block] = []
    for point in points[:_POINTS]:
        if shown and sum(count(block_text((one,))) for one in (*shown, point)) > _WORDS:
            break
        shown.append(point)
    while shown and (_lines(shown[0]) > _LINES or _leads_on(shown, points)):
        shown.pop()
    return shown


def _leads_on(shown: list[Block], points: list[Block]) -> bool:
    return len(shown) < len(points) and block_text((shown[-1],)).rstrip().endswith(":")


def _listed(points: list[Block]) -> tuple[Block, ...]:
    """Return the points as a list, quotations between its parts; a single sentence needs no mark."""
    if len(points) == 1:
        return tuple(points)
    blocks: list[Block] = []
    for is_point, group in groupby(points, key=lambda point: isinstance(point, Paragraph)):
        run = tuple(group)
        blocks += [BulletList(tuple(ListItem((point,)) for point in run))] if is_point else run
    return tuple(blocks)


def _lines(block: Block) -> int:
    return sum(math.ceil(len(line) / _CHARACTERS) for line in block_text((block,)).splitlines())


def _divided(section: Section) -> Iterator[Section]:
    """Yield a section on as many slides as it takes, the second and later ones numbered."""
    pages: list[list[Block]] = [[]]
    for piece in _pieces(section.blocks):
        if pages[-1] and sum(map(_lines, (*pages[-1], piece))) > _LINES:
            # A subheading goes with what stands under it.
            pages.append([pages[-1].pop()] if isinstance(pages[-1][-1], Subheading) else [])
        pages[-1].append(piece)
    for number, page in enumerate(filter(None, pages), 1):
        more = "" if number == 1 else f" ({number})"
        anchor = section.identifier if number == 1 else f"{section.identifier}-{number}"
        yield replace(section, heading=f"{section.heading}{more}", blocks=_joined(page), anchor=anchor)


def _pieces(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield what a slide's end must not cut: each item of a list as a list of its own, and any other block."""
    for block in blocks:
        match block:
            case BulletList(items):
                yield from (BulletList((item,)) for item in items)
            case OrderedList(items, start):
                yield from (OrderedList((item,), number) for number, item in enumerate(items, start))
            case _:
                yield block


def _joined(pieces: Iterable[Block]) -> tuple[Block, ...]:
    """Return the pieces with lists of one kind that follow each other as one."""
    blocks: list[Block] = []
    for piece in pieces:
        before = blocks[-1] if blocks else None
        if isinstance(before, BulletList) and isinstance(piece, BulletList):
            blocks[-1] = BulletList((*before.items, *piece.items))
        elif isinstance(before, OrderedList) and isinstance(piece, OrderedList):
            blocks[-1] = replace(before, items=(*before.items, *piece.items))
        else:
            blocks.append(piece)
    return tuple(blocks)
