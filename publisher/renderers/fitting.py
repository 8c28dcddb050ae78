"""How much room text takes in a brand's type, for pages of a fixed size: slides, whose text must not run over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from publisher.brand import Brand
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Chart,
    ListItem,
    OrderedList,
    Paragraph,
    Subheading,
    Table,
    plain_text,
)
from publisher.renderers import frames, typefaces

SIZES = (32, 28, 24, 22, 20, 18)
"""Points: the sizes that a slide's text may have, the first that fits is taken. 18 is the least that is read from
the back of a room (UK Association for Accessible Formats, on large print)."""
LEADING = 1.36
"""From one baseline to the next, as a multiple of the type's size: that of Noto Sans, the highest of common fonts."""
SPACE = 0.35
"""Between two blocks, as a multiple of the type's size."""
INDENT = 0.5
"""Inches by which a list stands in."""
CELL_MARGIN = 0.03
"""Inches above and below the words of a table's cell."""
TITLE_SIZES = (32, 28, 24)
"""Points: the sizes that a slide's heading may have."""
_TITLE_LINES = 2
_WIDER = 1.2
"""How much wider another family may run that stands in where a computer lacks the brand's; Noto Sans is so to
Source Sans 3."""
_POINTS = 72
"""In an inch."""
_AVERAGE = 0.55
"""The advance of a character that the font does not have, as a multiple of the type's size."""


@dataclass(frozen=True, slots=True)
class Room:
    """The width and height of a frame, in inches."""

    width: float
    height: float


def size(blocks: tuple[Block, ...], room: Room, brand: Brand) -> int | None:
    """Return the size in points at which the blocks fit their room; None where they do not at the smallest."""
    return next((points for points in SIZES if height(blocks, room.width, points, brand) <= room.height), None)


def points(blocks: tuple[Block, ...], brand: Brand) -> int:
    """Return the size in points of a slide's text: the largest that fits, or the smallest where none does."""
    text = tuple(block for block in blocks if not isinstance(block, Chart | Table))
    table = next((block for block in blocks if isinstance(block, Table)), None)
    if table and not text:
        return table_points(table, frames.BODY.height)
    frame = frames.BODY if len(text) == len(blocks) else frames.ABOVE_CHART
    return size(text, Room(frame.width, frame.height), brand) or SIZES[-1]


def title_points(text: str, width: float, sizes: tuple[int, ...], brand: Brand) -> int:
    """Return the first of the sizes at which a heading takes two lines at most, or the last."""
    return next((one for one in sizes if text_lines(text, width, one, brand) <= _TITLE_LINES), sizes[-1])


def table_points(table: Table, height: float) -> int:
    """Return the size in points at which a table is no higher than that, if each row is one line."""
    rows = len(table.rows) + 1
    return next((one for one in SIZES[1:] if row_height(one) * rows <= height), SIZES[-1])


def row_height(points: float) -> float:
    """Return the height of a table's row of one line, in inches."""
    return points * LEADING / _POINTS + 2 * CELL_MARGIN


def height(blocks: tuple[Block, ...], width: float, points: float, brand: Brand) -> float:
    """Return how high the blocks stand in a frame of that width, in inches."""
    lines = [*_lines(blocks, width, points, _advances(typefaces.complete(brand)[0].path))]
    return (sum(lines) * LEADING + max(len(lines) - 1, 0) * SPACE) * points / _POINTS


def text_lines(text: str, width: float, points: float, brand: Brand) -> int:
    """Return how many lines a text takes in a frame of that width in inches."""
    return _wrapped(text, width, points, _advances(typefaces.complete(brand)[0].path))


def _lines(blocks: tuple[Block, ...], width: float, points: float, advances: dict[int, float]) -> Iterator[int]:
    """Yield the number of lines of each paragraph."""
    for block in blocks:
        match block:
            case Paragraph(children) | Subheading(children):
                yield _wrapped(plain_text(children), width, points, advances)
            case BulletList(items) | OrderedList(items):
                yield from (count for item in items for count in _item(item, width - INDENT, points, advances))
            case BlockQuote(inner):
                yield from _lines(inner, width - INDENT, points, advances)
            case Chart() | Table():
                continue


def _item(item: ListItem, width: float, points: float, advances: dict[int, float]) -> Iterator[int]:
    return _lines(item.blocks, width, points, advances)


def _wrapped(text: str, width: float, points: float, advances: dict[int, float]) -> int:
    """Return the number of lines; a word longer than a line is broken."""
    available = width * _POINTS / points / _WIDER
    space = advances.get(ord(" "), _AVERAGE)
    count = 0
    for line in text.split("\n"):
        count += 1
        used = 0.0
        for word in line.split():
            length = sum(advances.get(ord(character), _AVERAGE) for character in word)
            if used and used + space + length > available:
                count, used = count + 1, 0.0
            count += int(length // available)
            used += length % available + (space if used else 0.0)
    return count


@lru_cache(maxsize=32)
def _advances(path: Path) -> dict[int, float]:
    """Return the advance of each character, as a multiple of the type's size."""
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as file:
        metrics: dict[str, tuple[int, int]] = file["hmtx"].metrics
        units: Any = file["head"].unitsPerEm
        return {code: metrics[name][0] / units for code, name in (file.getBestCmap() or {}).items()}
