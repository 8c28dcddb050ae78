"""Markdown and plain text with the partnership's links and names in their place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from publisher import markdown
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Cell,
    Chart,
    Inline,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Row,
    Subheading,
    Table,
    Text,
    mapped,
)
from publisher.edition import Edition
from publisher.model import Kind


@dataclass(frozen=True, slots=True)
class Localiser:
    """Turns an edition's text into the tree."""

    edition: Edition

    def line(self, text: str) -> str:
        """Return a line of plain text, such as a heading, with single spaces."""
        return " ".join(self.edition.words(text).split())

    def body(self, text: str) -> tuple[Block, ...]:
        """Return the blocks of a Markdown body."""
        tables = self.edition.work.kind is not Kind.BRIEFING
        return tuple(self._block(block) for block in markdown.blocks(text, tables=tables))

    def phrase(self, text: str) -> tuple[Inline, ...]:
        """Return the inlines of a single line of Markdown."""
        return self._inlines(markdown.phrase(text.strip()))

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph(children) | Subheading(children):
                return replace(block, children=self._inlines(children))
            case BulletList(items) | OrderedList(items):
                return replace(block, items=tuple(self._item(item) for item in items))
            case BlockQuote(blocks):
                return BlockQuote(tuple(self._block(inner) for inner in blocks))
            case Table(_, columns, rows):
                local = (Row(tuple(map(self._cell, row.cells))) for row in rows)
                return replace(block, columns=tuple(map(self.line, columns)), rows=tuple(local))
            case Chart():
                return block

    def _cell(self, cell: Cell) -> Cell:
        return Cell(tuple(self._block(block) for block in cell.blocks))

    def _item(self, item: ListItem) -> ListItem:
        return ListItem(tuple(self._block(block) for block in item.blocks))

    def _inlines(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return mapped(children, self._inline)

    def _inline(self, child: Inline) -> Inline:
        match child:
            case Text(text):
                return Text(self.edition.words(text))
            case Link(text, target):
                return Link(self.edition.words(text), self.edition.target(target))
            case _:
                return child
