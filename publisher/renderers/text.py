"""The document as plain text, for e-mail, for notes fields and for readers who want no layout at all."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import assert_never

from publisher.addresses import bare, escaped, is_link
from publisher.brand import Brand
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Chart,
    Document,
    Emphasis,
    Entry,
    Field,
    Foreign,
    Form,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Strong,
    Subheading,
    Table,
    Text,
)
from publisher.linear import linear
from publisher.renderers.labels import labels

NAME = "txt"
LABEL = "Plain text"
SUFFIX = ".txt"
FORMS = frozenset({Form.BRIEFING, Form.COMPENDIUM, Form.SHEET, Form.FORM, Form.MESSAGE})

_WIDTH = 76
"""Characters in a line: what mail programs leave whole when a message is quoted (RFC 3676 asks for 78 at most)."""
_QUOTE = "    "
_TO_BE_FILLED = {
    Entry.LINE: "_" * 24,
    Entry.LINES: "\n".join(["_" * 60] * 4),
    Entry.DATE: "_" * 12,
    Entry.TICK: "[ ]",
}
_white_space = re.compile(r"[ \t\r\n]+")


def render(document: Document, brand: Brand) -> bytes:  # noqa: ARG001 - plain text has no look
    """Return the document as UTF-8 text that ends with one newline."""
    return ("\n\n".join(_document(document)) + "\n").encode()


def _document(document: Document) -> Iterator[str]:
    words = labels(document.language)
    if document.form is Form.MESSAGE:
        yield f"{words.subject}: {document.subject}"
    if document.draft:
        yield _wrapped(words.draft, _WIDTH)
    yield "\n".join(_wrapped(line, _WIDTH) for line in (document.publisher.name, document.series) if line)
    yield _underlined(document.title, "=")
    if document.subtitle:
        yield _wrapped(document.subtitle, _WIDTH)
    for section in document.sections:
        yield _underlined(section.title, "-")
        if section.blocks:
            yield _blocks(section.blocks, _WIDTH)


def _blocks(blocks: tuple[Block, ...], width: int) -> str:
    written = (_block(block, width) for block in blocks)
    return "\n\n".join(text for text in written if text)


def _block(block: Block, width: int) -> str:
    match block:
        case Paragraph() | Subheading():
            return _line(block, width)
        case BulletList(items):
            return _items(items, ["-"] * len(items), width)
        case OrderedList(items, start):
            return _items(items, [f"{number}." for number in range(start, start + len(items))], width)
        case BlockQuote(blocks):
            return textwrap.indent(_blocks(blocks, width - len(_QUOTE)), _QUOTE)
        case Table():
            return _blocks(linear(block), width)
        case Chart():
            # The table that follows says the same.
            return ""
        case _:
            assert_never(block)


def _line(block: Paragraph | Subheading, width: int) -> str:
    """Return a paragraph or subheading in lines; a subheading that a list of contents names stands out."""
    words = _inlines(block.children)
    is_named = isinstance(block, Subheading) and bool(block.anchor)
    return _underlined(words, "~") if is_named else _wrapped(words, width)


def _items(items: tuple[ListItem, ...], marks: list[str], width: int) -> str:
    """Return a list; its items stand close together unless one has several paragraphs."""
    indent = max(map(len, marks), default=0) + 1
    close = not any(isinstance(block, Paragraph | BlockQuote) for item in items for block in item.blocks[1:])
    within, between = ("\n", "\n") if close else ("\n\n", "\n\n")
    written: list[str] = []
    for item, mark in zip(items, marks, strict=True):
        text = within.join(_block(block, width - indent) for block in item.blocks)
        written.append(mark.ljust(indent) + textwrap.indent(text, " " * indent)[indent:])
    return between.join(written)


def _inlines(children: tuple[Inline, ...]) -> str:
    return "".join(_inline(child) for child in children)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return _white_space.sub(" ", text)
        case Strong(children) | Emphasis(children) | Foreign(children):
            return _inlines(children)
        case Link(text, target):
            return _link(_white_space.sub(" ", text), target)
        case LineBreak():
            return "\n"
        case Field():
            return _TO_BE_FILLED[inline.entry]
        case _:
            assert_never(inline)


def _link(text: str, target: str) -> str:
    """Return the words with the address behind them; once only where the words are the address."""
    if not is_link(target):
        return text
    scheme, _, rest = target.partition(":")
    on_the_web = scheme.lower() in {"http", "https"}
    address = escaped(target) if on_the_web else rest.partition("?")[0]
    if bare(text) in {"", bare(address)}:
        return address if on_the_web or not text else text
    return f"{text} ({address})"


def _underlined(heading: str, character: str) -> str:
    lines = _wrapped(heading, _WIDTH)
    return f"{lines}\n{character * max(map(len, lines.splitlines()))}"


def _wrapped(text: str, width: int) -> str:
    """Return the text in lines; a word longer than a line, such as a web address, stays whole."""
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )
