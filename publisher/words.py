"""Words as they are counted, for the manifest and for the length of a briefing."""

from __future__ import annotations

import re

from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Chart,
    Document,
    OrderedList,
    Paragraph,
    Role,
    Subheading,
    Table,
    plain_text,
    walk,
)

_word = re.compile(r"[^\W_]+(?:['’.,/@:-][^\W_]+)*")


_READ_OUT = frozenset({Role.SECTION, Role.ACTION, Role.INTRODUCTION, Role.GROUP})


def count(text: str) -> int:
    """Return the number of words; a hyphenated word, a number and an address are one each."""
    return len(words_of(text))


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return _word.findall(text)


def count_words(document: Document) -> int:
    """Return the words of the numbered sections or groups, headings included: what is read out."""
    sections = [section for section in document.sections if section.role in _READ_OUT]
    return sum(count(section.heading) + count(block_text(section.blocks)) for section in sections)


def block_text(blocks: tuple[Block, ...]) -> str:
    """Return the words of the blocks, a line for each paragraph."""
    lines: list[str] = []
    for block in walk(blocks):
        match block:
            case Paragraph(children) | Subheading(children):
                lines.append(plain_text(children))
            case BulletList() | OrderedList() | BlockQuote() | Table() | Chart():
                continue
    return "\n".join(lines)
