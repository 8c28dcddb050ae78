"""The document's own words, by which parts of the printed tree are known again."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Self

from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Document,
    Emphasis,
    Foreign,
    OrderedList,
    Paragraph,
    Strong,
    Table,
    inlines,
    lines,
    plain_text,
    walk,
)


def squashed(text: str) -> str:
    """Return the letters and digits of a text: what is the same in the source and on paper."""
    return _others.sub("", text).casefold()


_others = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Words:
    """The squashed texts of a document, by which parts of the tree that a page has cut are known again."""

    sections: list[tuple[str, str]]
    """Each section with its heading and without."""
    blocks: dict[str, list[str]]
    """The texts of blocks by the structure types that they are printed as."""
    stressed: dict[str, list[str]]
    """The types of strong and of stressed words, by these words, in reading order; they are taken one by one."""
    tables: list[tuple[tuple[str, ...], ...]]
    """The texts of the cells of each table, row by row."""
    foreign: dict[str, str]
    """The languages of words in another than the document's, by these words."""

    @classmethod
    def of(cls, document: Document) -> Self:
        """Return the words of a document."""
        sections = []
        blocks: dict[str, list[str]] = defaultdict(list)
        stressed: dict[str, list[str]] = defaultdict(list)
        foreign: dict[str, str] = {}
        for section in document.sections:
            text = _text(*section.blocks)
            # A layout may leave the number out.
            sections += [(squashed(title) + text, text) for title in (section.title, section.heading)]
            for block in walk(section.blocks):
                _add(blocks, block)
            for node in (node for children in lines(section.blocks) for node in inlines(children)):
                text = squashed(plain_text((node,)))
                if isinstance(node, Strong | Emphasis):
                    stressed[text].append("Strong" if isinstance(node, Strong) else "Em")
                elif isinstance(node, Foreign):
                    foreign[text] = node.language
        return cls(sections, dict(blocks), dict(stressed), _tables(document), foreign)

    def begin_with(self, role: str, text: str) -> bool:
        """Return whether a block of that type begins with the squashed text."""
        return any(block.startswith(text) for block in self.blocks.get(role, ()))

    def share_section(self, opening: str, part: str) -> bool:
        """Return whether a section that begins with one squashed text has the other below its heading."""
        return bool(part) and any(whole.startswith(opening) and part in text for whole, text in self.sections)

    def take_stress(self, text: str) -> str | None:
        """Return the type of these squashed words, if they are strong or stressed; in turn, where they come again."""
        roles = self.stressed.get(text) if text else None
        if not roles:
            return None
        return roles.pop(0) if len(roles) > 1 else roles[0]


def _tables(document: Document) -> list[tuple[tuple[str, ...], ...]]:
    return [
        tuple(tuple(_text(*cell.blocks) for cell in row.cells) for row in block.rows)
        for section in document.sections
        for block in walk(section.blocks)
        if isinstance(block, Table)
    ]


def _add(blocks: dict[str, list[str]], block: Block) -> None:
    match block:
        case Paragraph():
            blocks["P"].append(_text(block))
        case BulletList(items) | OrderedList(items):
            blocks["L"].append(_text(block))
            blocks["LI"].extend(_text(*item.blocks) for item in items)
        case BlockQuote():
            blocks["BlockQuote"].append(_text(block))


def _text(*blocks: Block) -> str:
    """Return the squashed text of blocks and of those inside them."""
    return squashed("".join(map(plain_text, lines(blocks))))
