"""Slides for a team meeting: one for each section, with its points or its first sentences, and the rest as notes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, takewhile

from publisher.compose import briefing as whole
from publisher.compose.companions._sentences import split, unlinked
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

_POINTS, _WORDS_OF_LIST, _WORDS = 6, 75, 50
"""What a slide shows of a section at most: a list and what leads to it, or else the first sentences."""
_CHARACTERS, _HEIGHT = 70, 18.5
"""In a line of 18 point, and of a slide's text as a multiple of that size; narrower than any font that may stand in."""
_LEADING, _SPACE = 1.36, 0.35
"""From line to line and between paragraphs, as multiples of the type's size."""


def compose(parts: Parts, briefing: Briefing) -> Document:
    """Return the slides of a briefing."""
    document = parts.document(_slides(parts, briefing), Form.SLIDES, "slides")
    return replace(document, series=words(briefing.lang).slides)


def _slides(parts: Parts, briefing: Briefing) -> Iterator[Section]:
    for section in whole.sections(briefing, parts):
        if section.number:
            yield from _shortened(section, section.number)
        else:
            yield from _divided(section)


def _shortened(section: Section, number: int) -> Iterator[Section]:
    """Yield a section with what of it has room; the whole of it is in the notes where that is not all.

    A long list with nothing before it is shown whole, on as many slides as it takes.
    """
    points = [*_points(section.blocks)]
    shown = _shown(section.blocks, points)
    slide = replace(section, role=Role.SLIDE, path=("sections", number - 1))
    if not shown and all(_height(piece) <= _HEIGHT for piece in _pieces(section.blocks)):
        yield from _divided(slide)
        return
    # Notes are for the eye of who presents; the links stand on the slides and in the briefing.
    notes = () if len(shown) == len(points) else unlinked(section.blocks)
    yield replace(slide, blocks=_listed(shown), notes=notes)


def _shown(blocks: tuple[Block, ...], points: list[Block]) -> list[Block]:
    """Return the points of a section that its slide shows; a list is shown whole or not at all."""
    listed = [*_points(block for block in blocks if isinstance(block, BulletList | OrderedList))]
    for some in (points, listed) if listed else ():
        if len(some) <= _POINTS and _words(some) <= _WORDS_OF_LIST:
            return some
    before = takewhile(lambda block: not isinstance(block, BulletList | OrderedList), blocks)
    return _first([*_points(before)])


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
    """Return the first points that have room; one that is too long for any slide has none."""
    shown: list[Block] = []
    for point in points[:_POINTS]:
        if _words((*shown, point)) > _WORDS and (shown or _height(point) > _HEIGHT):
            break
        shown.append(point)
    return shown


def _words(blocks: Iterable[Block]) -> int:
    return count(block_text(tuple(blocks)))


def _listed(points: list[Block]) -> tuple[Block, ...]:
    """Return the points as a list, quotations between its parts; a single sentence needs no mark."""
    if len(points) == 1:
        return tuple(points)
    blocks: list[Block] = []
    for is_point, group in groupby(points, key=lambda point: isinstance(point, Paragraph)):
        run = tuple(group)
        blocks += [BulletList(tuple(ListItem((point,)) for point in run))] if is_point else run
    return tuple(blocks)


def _height(block: Block) -> float:
    lines = block_text((block,)).splitlines()
    return sum(math.ceil(len(line) / _CHARACTERS) * _LEADING + _SPACE for line in lines)


def _divided(section: Section) -> Iterator[Section]:
    """Yield a section on as many slides as it takes, the second and later ones numbered."""
    pages: list[list[Block]] = [[]]
    for piece in _pieces(section.blocks):
        if pages[-1] and sum(map(_height, (*pages[-1], piece))) > _HEIGHT:
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
