"""What a document says, passage by passage, and how its words are found again in a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from publisher.addresses import is_link
from publisher.diagnostics import Path
from publisher.document import (
    Document,
    Inline,
    LineBreak,
    Link,
    Role,
    Section,
    Subheading,
    Text,
    inlines,
    lines,
    plain_text,
    walk,
)

_PATHS: dict[Role, Path] = {
    Role.QUESTIONS: ("questions",),
    Role.RESOURCES: ("resources",),
    Role.SUPPORT: ("support",),
    Role.INFORMATION: (),
}
_UNHEARD = frozenset({"So", "Sk", "Sm", "Co", "Cn", "Cf", "Cc"})
"""Categories of signs that a format may leave out, such as pictures that a PDF's fonts have no shape for."""


_HYPHENS = "-\u2010\u2011"
"""Left out too, as one may be added where a word is broken over two lines."""


class _Normal(dict[int, str]):
    """Maps a character to itself, or to nothing where it is no part of a word."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        is_selector = 0xFE00 <= code <= 0xFE0F
        unheard = character.isspace() or character in _HYPHENS or unicodedata.category(character) in _UNHEARD
        self[code] = "" if unheard or is_selector else character
        return self[code]


_normal = _Normal()


class Words:
    """A text without white space, as line ends fall differently in each format, that knows where its words end."""

    def __init__(self, text: str) -> None:
        words = ((word, word.translate(_normal).casefold()) for word in unicodedata.normalize("NFKC", text).split())
        self._words = [(written, bare) for written, bare in words if bare]
        self.bare = "".join(bare for _, bare in self._words)

    def find(self, other: Words, start: int) -> int:
        """Return where the other's words stand from ``start`` on, or -1."""
        return self.bare.find(other.bare, start)

    def glued(self, other: Words, start: int) -> str:
        """Return the first two of the other's words, which stand at ``start``, without a space between them here."""
        for (before, after), end in zip(pairwise(other._words), other._ends, strict=False):
            if start + end not in self._end_set:
                return f"{before[0]} {after[0]}"
        return ""

    @cached_property
    def _ends(self) -> list[int]:
        """Where each word ends in ``bare``."""
        return list(accumulate(len(bare) for _, bare in self._words))

    @cached_property
    def _end_set(self) -> frozenset[int]:
        return frozenset(self._ends)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand together, and the part of the source that they come from."""

    text: str
    path: Path
    words: Words


def passages(document: Document, *, whole: bool) -> Iterator[Passage]:
    """Yield what is read, in its order: whole paragraphs, or else each stretch between links and changes of type."""
    for text, path in _texts(document, whole=whole):
        words = Words(text)
        if words.bare:
            yield Passage(text, path, words)


def _texts(document: Document, *, whole: bool) -> Iterator[tuple[str, Path]]:
    yield document.title, ("title",)
    yield document.subtitle, ("subtitle",)
    for section in document.sections:
        place = _place(section)
        yield section.heading, (*place, "heading") if section.number or section.path else place
        inside = (*place, "body") if section.number and not section.path else place
        for children in lines(section.blocks):
            leaves = _leaves(children)
            yield from ((text, inside) for text in (["".join(leaves)] if whole else leaves))


def _place(section: Section) -> Path:
    if section.path:
        return section.path
    return ("sections", section.number - 1) if section.number else _PATHS.get(section.role, ())


def _leaves(children: tuple[Inline, ...]) -> list[str]:
    leaves = (child for child in inlines(children) if isinstance(child, Text | Link | LineBreak))
    return ["\n" if isinstance(leaf, LineBreak) else leaf.text for leaf in leaves]


def targets(document: Document, *, notes: bool = False) -> Iterator[str]:
    """Yield where the document's links lead, in reading order; what nobody could follow is no link.

    ``notes``: also those in what the presenter says.
    """
    for section in document.sections:
        for children in lines((*section.blocks, *section.notes) if notes else section.blocks):
            yield from (leaf.target for leaf in inlines(children) if isinstance(leaf, Link) and is_link(leaf.target))


def headings(document: Document, first: int) -> Iterator[tuple[int, Words]]:
    """Yield the level of each heading, the title's being the ``first``, and its words without its number."""
    yield first, Words(document.title)
    for section in document.sections:
        yield first + 1, Words(section.heading)
        for block in walk(section.blocks):
            if isinstance(block, Subheading):
                yield first + 2, Words(plain_text(block.children))
