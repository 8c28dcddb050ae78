"""The words of a body without their markup, each character with its place in the body, for rules to read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from publisher.markdown import tokens

# Markdown's own line breaks; Python's splitlines knows more of them, such as U+2028.
_line_break = re.compile(r"\r\n?|\n")
_BLOCK_MARKS = {
    "paragraph_open": "paragraph",
    "heading_open": "heading",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "table_open": "table",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the prose: a paragraph, list, item, quote, heading, link, strong, emphasis or foreign words."""

    kind: str
    start: int
    end: int
    target: str = ""
    """Where a link leads; the language of foreign words."""
    depth: int = 0
    """How many lists enclose a list."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marks of one kind in reading order; ``reaches`` is the furthest end of each mark and those before it."""

    marks: tuple[Mark, ...]
    starts: tuple[int, ...]
    reaches: tuple[int, ...]

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> _Marks:
        """Return the marks, given in any order."""
        several = tuple(sorted(marks, key=lambda mark: mark.start))
        ends = accumulate((mark.end for mark in several), max)
        return cls(several, tuple(mark.start for mark in several), tuple(ends))


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of one value; ``offsets`` has, for each character, its offset in the value."""

    text: str
    offsets: tuple[int, ...]
    marks: tuple[Mark, ...] = field(default=())
    """In reading order."""
    _by_kind: Mapping[str, _Marks] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Sort the marks by kind, as many rules look for those of one kind."""
        kinds: dict[str, list[Mark]] = {}
        for mark in self.marks:
            kinds.setdefault(mark.kind, []).append(mark)
        object.__setattr__(self, "_by_kind", {kind: _Marks.of(marks) for kind, marks in kinds.items()})

    def of(self, kind: str) -> tuple[Mark, ...]:
        """Return the marks of one kind, in reading order."""
        return self._by_kind[kind].marks if kind in self._by_kind else ()

    def inside(self, kind: str, start: int, end: int) -> bool:
        """Whether the characters from ``start`` to ``end`` stand within one mark of that kind."""
        marks = self._by_kind.get(kind)
        begun = bisect_right(marks.starts, start) if marks else 0
        return marks is not None and begun > 0 and end <= marks.reaches[begun - 1]

    def in_value(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the value of the prose's characters from ``start`` to ``end``."""
        if not self.offsets:
            return 0, 0
        first = self.offsets[min(start, len(self.offsets) - 1)]
        last = self.offsets[min(max(start, end - 1), len(self.offsets) - 1)]
        return first, last + 1


def plain(text: str) -> Prose:
    """Return a value without markup, such as a title, as prose."""
    return Prose(text, tuple(range(len(text))))


def read(text: str, *, tables: bool = False) -> Prose:
    """Return the prose of a Markdown body; blocks, and the cells of tables, are separated by an empty line.

    A table is text unless ``tables`` are allowed there.
    """
    reading = _Reading(text)
    for token in tokens(text, tables=tables):
        reading.block(token)
    words = "".join(reading.words)
    marks = tuple(sorted(reading.marks, key=lambda mark: (mark.start, -mark.end)))
    return Prose(words, tuple(reading.offsets), marks)


@cache
def _quoting() -> MarkdownIt:
    return MarkdownIt("zero", {"typographer": True, "quotes": "“”‘’"}).enable("smartquotes")


def with_curly_quotes(paragraph: str) -> str:
    """Return a paragraph, as long as before, with curly quotation marks and apostrophes; unclear ones stay straight."""
    (token,) = _quoting().parseInline(paragraph)
    curly = "".join(child.content if child.type == "text" else "\n" for child in token.children or [])
    return curly if len(curly) == len(paragraph) else paragraph


def table_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each table of a body would stand, from its first character to its last."""
    starts = [0, *(match.end() for match in _line_break.finditer(text)), len(text)]
    for token in tokens(text, tables=True) if "|" in text else ():
        if token.type == "table_open" and token.map:
            first, last = starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)]
            written = text[first:last]
            yield first + len(written) - len(written.lstrip()), first + len(written.rstrip())


class _Reading:
    """One walk over the tokens that finds each piece of text where it stands in the body."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.words: list[str] = []
        self.offsets: list[int] = []
        self.marks: list[Mark] = []
        self.open: list[tuple[str, int, int]] = []
        self.line_starts = [0, *(match.end() for match in _line_break.finditer(body))]

    def block(self, token: Token) -> None:
        if token.type in _BLOCK_MARKS:
            kind = _BLOCK_MARKS[token.type]
            depth = sum(1 for opened, _, _ in self.open if opened == "list")
            self.open.append((kind, len(self.offsets), depth))
        elif token.type.replace("_close", "_open") in _BLOCK_MARKS and self.open:
            kind, start, depth = self.open.pop()
            start += self._separator_at(start)
            self.marks.append(Mark(kind, min(start, len(self.offsets)), len(self.offsets), depth=depth))
        elif token.type == "inline":
            self._separate()
            _Inline(self, token).read()

    def _separator_at(self, start: int) -> int:
        return 2 if "".join(self.words[start : start + 2]) == "\n\n" else 0

    def _separate(self) -> None:
        if self.offsets:
            self.add("\n", self.offsets[-1])
            self.add("\n", self.offsets[-1])

    def add(self, character: str, offset: int) -> None:
        self.words.append(character)
        self.offsets.append(offset)


class _Inline:
    """The text of one paragraph or heading, found again piece by piece."""

    def __init__(self, reading: _Reading, token: Token) -> None:
        self.reading = reading
        self.token = token
        self.content = token.content
        self.places = self._content_places()
        self.cursor = 0
        self.starts: list[tuple[int, str]] = []

    def _content_places(self) -> list[int]:
        """Return, for each character of the content, its offset in the body."""
        first_line = (self.token.map or [0, 0])[0]
        starts = self.reading.line_starts
        places: list[int] = []
        for number, line in enumerate(self.content.split("\n")):
            index = min(first_line + number, len(starts) - 1)
            end = starts[index + 1] if index + 1 < len(starts) else len(self.reading.body)
            found = self.reading.body.find(line.strip(), starts[index], end)
            begin = max(found, starts[index]) - (len(line) - len(line.lstrip()))
            places.extend(range(begin, begin + len(line) + 1))
        return places

    def read(self) -> None:
        for child in self.token.children or []:
            match child.type:
                case "text" | "text_special":
                    self._text(child)
                case "softbreak" | "hardbreak":
                    self._break(" " if child.type == "softbreak" else "\n")
                case "link_open" | "strong_open" | "em_open":
                    self.starts.append((len(self.reading.offsets), str(child.attrGet("href") or "")))
                case "foreign_open":
                    self.starts.append((len(self.reading.offsets), str(child.attrGet("lang"))))
                case "foreign_close":
                    self._close("foreign")
                    self.cursor = self.content.find("}", self.content.find("]{lang=", self.cursor)) + 1
                case "link_close":
                    self._close("link")
                    self._pass_target(child)
                case "strong_close":
                    self._close("strong")
                case "em_close":
                    self._close("emphasis")

    def _text(self, token: Token) -> None:
        written = token.markup if token.type == "text_special" else token.content
        found = self.content.find(written, self.cursor)
        start = found if found >= 0 else self.cursor
        self.cursor = start + len(written)
        if token.content == written and self.cursor <= len(self.places):
            self.reading.words.extend(written)
            self.reading.offsets.extend(self.places[start : self.cursor])
            return
        for character in token.content:
            self.reading.add(character, self._place(start))

    def _break(self, character: str) -> None:
        found = self.content.find("\n", self.cursor)
        self.cursor = found if found >= 0 else self.cursor
        self.reading.add(character, self._place(self.cursor))
        self.cursor += 1

    def _close(self, kind: str) -> None:
        start, target = self.starts.pop()
        self.reading.marks.append(Mark(kind, start, len(self.reading.offsets), target))

    def _pass_target(self, token: Token) -> None:
        """Move behind ``](target "title")``, so that its characters are not taken for text."""
        if token.markup == "autolink":
            self.cursor = self.content.find(">", self.cursor) + 1 or self.cursor
            return
        opening = self.content.find("](", self.cursor)
        if opening < 0:
            return
        end = len(self.content)
        destination = parseLinkDestination(self.content, self._past_space(opening + 2), end)
        position = self._past_space(destination.pos)
        title = parseLinkTitle(self.content, position, end)
        position = self._past_space(title.pos if title.ok else position)
        self.cursor = position + 1

    def _past_space(self, position: int) -> int:
        while position < len(self.content) and self.content[position].isspace():
            position += 1
        return position

    def _place(self, position: int) -> int:
        return self.places[min(position, len(self.places) - 1)] if self.places else 0
