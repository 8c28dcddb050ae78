"""Paragraphs as sentences, with their links and strong words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Emphasis,
    Field,
    Foreign,
    Inline,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Strong,
    Subheading,
    Text,
    mapped,
    plain_text,
)
from publisher.readability import sentences


def split(children: tuple[Inline, ...]) -> Iterator[tuple[Inline, ...]]:
    """Yield the sentences of a paragraph; what has no words is none."""
    for sentence in sentences(plain_text(children)):
        yield cut(children, sentence.start, sentence.end)


def cut(children: tuple[Inline, ...], start: int, stop: int) -> tuple[Inline, ...]:
    """Return the inlines between two places of their plain text."""
    kept: list[Inline] = []
    place = 0
    for child in children:
        length = len(plain_text((child,)))
        first, last = max(start - place, 0), min(stop - place, length)
        if first < last:
            kept.append(_part(child, first, last))
        place += length
    return tuple(kept)


def _part(child: Inline, first: int, last: int) -> Inline:
    match child:
        case Text(text):
            return Text(text[first:last])
        case Link(text, target):
            return Link(text[first:last], target)
        case Strong(children) | Emphasis(children) | Foreign(children):
            return replace(child, children=cut(children, first, last))
        case LineBreak() | Field():
            return child


def unlinked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks of a body with the words of its links in their place."""
    return tuple(_unlinked(block) for block in blocks)


def _unlinked(block: Block) -> Block:
    match block:
        case Paragraph(children) | Subheading(children):
            return replace(block, children=mapped(children, _words))
        case BulletList(items) | OrderedList(items):
            return replace(block, items=tuple(replace(item, blocks=unlinked(item.blocks)) for item in items))
        case BlockQuote(inner):
            return BlockQuote(unlinked(inner))
        case _:
            return block


def _words(child: Inline) -> Inline:
    return Text(child.text) if isinstance(child, Link) else child
