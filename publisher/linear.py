"""Tables one cell after another, for formats in which columns would stand in the way of reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Document,
    Inline,
    LineBreak,
    ListItem,
    OrderedList,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)


def without_tables(document: Document) -> Document:
    """Return the document with what its tables say as paragraphs and lists, each cell under its column's head."""
    sections = (replace(section, blocks=_blocks(section.blocks)) for section in document.sections)
    return replace(document, sections=tuple(sections))


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(linear for block in blocks for linear in _block(block))


def _block(block: Block) -> Iterator[Block]:
    match block:
        case Table():
            yield from linear(block)
        case BulletList(items) | OrderedList(items):
            yield replace(block, items=tuple(ListItem(_blocks(item.blocks)) for item in items))
        case BlockQuote(blocks):
            yield BlockQuote(_blocks(blocks))
        case _:
            yield block


def linear(table: Table) -> tuple[Block, ...]:
    """Return what a table says as paragraphs and lists, each cell under its column's head.

    The rows of a table whose cells are short are the items of one list.
    """
    caption = (_strong(table.caption),) if table.caption else ()
    if all(_is_line(cell.blocks) for row in table.rows for cell in row.cells):
        return (*caption, BulletList(tuple(ListItem((_line(table, row),)) for row in table.rows)))
    return (*caption, *_cells(table))


def _cells(table: Table) -> Iterator[Block]:
    for row in table.rows:
        for head, cell in zip(table.columns, row.cells, strict=True):
            if cell.blocks:
                yield _strong(head)
                yield from _blocks(cell.blocks)


def _strong(words: str) -> Paragraph:
    return Paragraph((Strong((Text(words),)),))


def _is_line(blocks: tuple[Block, ...]) -> bool:
    return not blocks or (len(blocks) == 1 and isinstance(blocks[0], Paragraph))


def _line(table: Table, row: Row) -> Paragraph:
    """Return a row of short cells as one paragraph with a line for each cell, its column's head before it."""
    lines: list[Inline] = []
    for head, cell in zip(table.columns, row.cells, strict=True):
        words = [child for block in cell.blocks if isinstance(block, Paragraph) for child in block.children]
        if words:
            lines += [LineBreak()] if lines else []
            lines += [Strong((Text(f"{head}:"),)), Text(" ")] if head else []
            lines += words
    return Paragraph(tuple(lines))
