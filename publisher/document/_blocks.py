"""What a page is made of: paragraphs, lists, tables, charts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.document._inlines import Inline, Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list."""

    blocks: tuple[Block, ...]
    path: tuple[str | int, ...] = ()
    """The keys of the source that it alone was made from, where there are such."""


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list whose order says nothing."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list."""

    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """Somebody else's words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; ``shown`` is its value as readers are told it, such as 35%."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars beside each other; what they say stands in a table that follows, for those who do not see them."""

    bars: tuple[Bar, ...]

    @property
    def alternative(self) -> str:
        """The words that stand for the picture."""
        return "Bar chart. " + "; ".join(f"{bar.label}: {bar.shown}" for bar in self.bars) + "."


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with a cell for each of its columns."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is of, the heads of its columns, and its rows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    row_heads: bool = True
    """Whether the first cell of each row says what the row is about."""

    @property
    def heads(self) -> tuple[Paragraph, ...]:
        """The caption and the heads of the columns, those that have words, as what is read before the rows."""
        return tuple(Paragraph((Text(words),)) for words in (self.caption, *self.columns) if words)


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section, one level below it."""

    children: tuple[Inline, ...]
    anchor: str = ""
    """Its name inside the document, where a list of contents leads to it."""


Block = Paragraph | BulletList | OrderedList | BlockQuote | Subheading | Chart | Table


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks and all blocks inside them, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, BulletList | OrderedList):
            for item in block.items:
                yield from walk(item.blocks)
        elif isinstance(block, BlockQuote):
            yield from walk(block.blocks)
        elif isinstance(block, Table):
            yield from block.heads
            for row in block.rows:
                for cell in row.cells:
                    yield from walk(cell.blocks)


def lines(blocks: tuple[Block, ...]) -> Iterator[tuple[Inline, ...]]:
    """Yield the inlines of each paragraph and heading, also of those inside other blocks, in reading order."""
    for block in walk(blocks):
        if isinstance(block, Paragraph | Subheading):
            yield block.children
