"""Lines to paragraphs: where one ends, and what its type and its mark make of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from publisher.importers._manuscript import Form, Paragraph
from publisher.importers.pdf._glyphs import BROKEN, Glyph
from publisher.importers.pdf._lines import Column, Line
from publisher.importers.pdf._words import Words

_LARGER = 1.12
"""A heading's type as a multiple of the usual size."""
_TITLE = 1.3
_LONGEST_HEADING = 200
"""Characters; a longer paragraph in large type is an introduction."""
_WIDER = 1.25
"""The distance of two paragraphs as a multiple of that of two lines."""
_SAME_EDGE = 6.0
"""Points by which items of one level may stand apart."""
bullet = re.compile(r"\s*[•▪‣◦●○■□➢·∙]\s*|\s*(?:[–*-]|o(?=\s{2}))\s+")
_number = re.compile(r"\s*(?:\d{1,2}[.)]|\d{0,2}[a-z]\)|\(\d{1,2}\)|[ivx]{1,4}[.)])\s")
_details = "Date|Published|Reviewed|Review|E-?mail|Website|Web page|Visit|Telephone|Tel|Phone|Contact"
_label = re.compile(rf"\s*(?:{_details})\b[^.:\n]{{0,30}}:")
"""How the lines of a block of details begin."""
_lone_number = re.compile(r"\s*\d{1,2}[.)]?\s*")
_sentence_end = re.compile(r"[.:;?!]['’”\")]*\s*$")


@dataclass(slots=True)
class Block:
    """Lines that are one paragraph."""

    lines: list[Line]
    frame: int | None

    @property
    def glyphs(self) -> list[Glyph]:
        """Return its characters; lines are parted by line ends."""
        found: list[Glyph] = []
        for line in self.lines:
            if found and not found[-1].text.isspace() and found[-1].text != BROKEN:
                found.append(replace(found[-1], text="\n", is_made=True))
            found += line.glyphs
        return found

    @property
    def text(self) -> str:
        """Return its characters, with all its line ends."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """Return the size of its type in points."""
        return self.lines[0].look.size


@dataclass(frozen=True, slots=True)
class Type:
    """The sizes of type of a file, in points."""

    body: float
    headings: tuple[float, ...]
    title: float | None


def blocks(columns: Iterable[Column], first_frame: int) -> Iterator[Block]:
    """Yield the paragraphs of columns; each column that stands beside another and has a heading first is a frame.

    One that does not goes on with what the column before it says.
    """
    frame, is_beside = first_frame - 1, False
    for column in columns:
        frame += column.is_beside and (not is_beside or _opens(column))
        is_beside = column.is_beside
        now: list[Line] = []
        usual = _leading(column.lines)
        right = max(line.right for line in column.lines)
        for line in column.lines:
            if now and _begins(now[-1], line, usual, right):
                yield Block(now, frame if is_beside else None)
                now = []
            now.append(line)
        yield Block(now, frame if is_beside else None)


def _opens(column: Column) -> bool:
    """Whether a column begins with what looks like a heading."""
    first = column.lines[0]
    usual = Counter(line.look.size for line in column.lines).most_common(1)[0][0]
    is_numbered = _number.match(first.text) or _lone_number.fullmatch(first.text)
    return first.is_strong or first.look.size > usual or is_numbered is not None


def joined(found: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks; one that ends within a sentence and goes on after the column or the page is one with the rest."""
    last: Block | None = None
    for block in found:
        if last and _continues(last, block):
            last.lines += block.lines
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def type_of(found: Sequence[Block]) -> Type:
    """Return the sizes of type: that of most characters, and those of headings from the largest."""
    sizes: Counter[float] = Counter()
    for block in found:
        for line in block.lines:
            sizes[line.look.size] += len(line.glyphs)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    large = [block for block in found if _is_large(block, body)]
    order = sorted({block.size for block in large}, reverse=True)
    title = None
    if order and order[0] >= _TITLE * body:
        largest = [block for block in large if block.size == order[0]]
        if len(largest) == 1 and largest[0].lines[0].page == 0:
            title = order.pop(0)
    return Type(body, tuple(order), title)


def paragraphs(found: Sequence[Block], sizes: Type, words: Words) -> Iterator[Paragraph]:
    """Yield the paragraphs of blocks, with their forms."""
    edges: dict[tuple[int, int | None], set[float]] = defaultdict(set)
    for block in found:
        if bullet.match(block.text):
            edges[block.lines[0].page, block.frame].add(block.lines[0].left)
    for block in found:
        glyphs, (form, level) = block.glyphs, form_of(block, sizes)
        if mark := bullet.match(block.text):
            glyphs, form, level = (
                glyphs[mark.end() :],
                Form.ITEM,
                _level(block.lines[0].left, edges[block.lines[0].page, block.frame]),
            )
        if runs := words.runs(glyphs):
            yield Paragraph(runs, f"page {block.lines[0].page + 1}", form, level, frame=block.frame)


def form_of(block: Block, sizes: Type) -> tuple[Form, int]:
    """Return what the size of its type makes of a block."""
    if not _is_large(block, sizes.body):
        return Form.PLAIN, 0
    if block.size == sizes.title:
        return Form.TITLE, 0
    return Form.HEADING, min(sizes.headings.index(block.size) + 1, 6)


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance of two lines as a multiple of the size of type."""
    distances = [
        (above.baseline - below.baseline) / max(below.look.size, 1.0)
        for above, below in pairwise(lines)
        if above.look.size == below.look.size
    ]
    near = [one for one in distances if 0.8 < one < 2.2]
    return median(near) if near else 1.2


def _begins(above: Line, line: Line, usual: float, right: float) -> bool:
    """Whether a line begins another paragraph."""
    size = max(line.look.size, 1.0)
    if abs(above.look.size - line.look.size) > 0.1 * size or above.is_strong != line.is_strong:
        return True
    if (above.baseline - line.baseline) / size > _WIDER * usual:
        return True
    starts = (bullet, _number, _label)
    if any(start.match(line.text) for start in starts) or _lone_number.fullmatch(above.text):
        return True
    is_end = _sentence_end.search(above.text) or (_number.match(above.text) and line.text.lstrip()[:1].isupper())
    return bool(is_end) and _ends_short(above, line, right)


def _ends_short(above: Line, line: Line, right: float) -> bool:
    """Whether a line ended though the first word of the next had had room."""
    first = [glyph for glyph in line.glyphs[: len(line.text.split(maxsplit=1)[0])] if not glyph.is_made]
    width = first[-1].right - first[0].left if first else 0.0
    return above.right + width + line.look.size < right


def _continues(last: Block, block: Block) -> bool:
    """Whether a block goes on with the sentence of the last, of which only the end is read: it may be long by now."""
    above, begins = last.lines[-1], block.text.lstrip()[:1]
    is_elsewhere = above.page != block.lines[0].page or last.frame != block.frame
    is_same = last.size == block.size and above.is_strong == block.lines[0].is_strong
    is_open = len(last.lines) > 1 and not _sentence_end.search(above.text)
    return is_elsewhere and is_same and is_open and begins.islower() and not bullet.match(block.text)


def _is_large(block: Block, body: float) -> bool:
    text = block.text.strip()
    is_short = len(text) <= _LONGEST_HEADING and not _lone_number.fullmatch(text)
    return block.size >= _LARGER * body and is_short and not bullet.match(block.text)


def _level(left: float, edges: set[float]) -> int:
    """Return how far in an item stands, by the left edges of all items of its column."""
    level, last = -1, -1000.0
    for edge in sorted(edges):
        if edge - last > _SAME_EDGE:
            level += 1
            last = edge
        if edge == left:
            return min(max(level, 0), 3)
    return 0
