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
_BLOCK_ENDS = frozenset(name.replace("_open", "_close") for name in _BLOCK_MARKS)


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
        """Return the marks, given in reading order."""
        several = tuple(marks)
        ends = accumulate((mark.end for mark in several), max)
        return cls(several, tuple(mark.start for mark in several), tuple(ends))


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each character of a prose stands in its value, as runs of characters that stand side by side in both."""

    starts: tuple[int, ...]
    """The first characters of the runs in the prose."""
    places: tuple[int, ...]
    """The same in the value."""

    def __getitem__(self, position: int) -> int:
        """Return the offset in the value of the character at a position in the prose."""
        run = bisect_right(self.starts, position) - 1
        return self.places[run] + position - self.starts[run]


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of one value, each character with its place there."""

    text: str
    offsets: Offsets
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
        if not self.text:
            return 0, 0
        furthest = len(self.text) - 1
        return self.offsets[min(start, furthest)], self.offsets[min(max(start, end - 1), furthest)] + 1


_SAME = Offsets((0,), (0,))


def plain(text: str) -> Prose:
    """Return a value without markup, such as a title, as prose."""
    return Prose(text, _SAME)


def read(text: str, *, tables: bool = False) -> Prose:
    """Return the prose of a Markdown body; blocks, and the cells of tables, are separated by an empty line.

    A table is text unless ``tables`` are allowed there.
    """
    reading = _Reading(text)
    for token in tokens(text, tables=tables):
        reading.block(token)
    marks = tuple(sorted(reading.marks, key=lambda mark: (mark.start, -mark.end)))
    return Prose("".join(reading.words), Offsets(tuple(reading.starts), tuple(reading.places)), marks)


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
    starts = [*_line_starts(text), len(text)]
    for token in tokens(text, tables=True) if "|" in text else ():
        if token.type == "table_open" and token.map:
            first, last = starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)]
            written = text[first:last]
            yield first + len(written) - len(written.lstrip()), first + len(written.rstrip())


def _line_starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *(match.end() for match in _line_break.finditer(text))]
    return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]


class _Reading:
    """One walk over the tokens that finds each piece of text where it stands in the body."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.words: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.places: list[int] = []
        self.marks: list[Mark] = []
        self.open: list[tuple[str, int, int]] = []
        self.lists = 0
        self.line_starts = _line_starts(body)

    def block(self, token: Token) -> None:
        if token.type == "inline":
            if self.length:
                last = self.places[-1] + len(self.words[-1]) - 1
                self.add("\n", last)
                self.add("\n", last)
            lines = self._lines(token)
            if token.children is None:
                self._plain(lines)
            else:
                _Inline(self, token, lines).read()
        elif kind := _BLOCK_MARKS.get(token.type):
            self.open.append((kind, self.length, self.lists))
            self.lists += kind == "list"
        elif token.type in _BLOCK_ENDS:
            kind, start, depth = self.open.pop()
            self.lists -= kind == "list"
            # What was read after others has two line ends before it.
            start = min(start + 2, self.length) if start else 0
            self.marks.append(Mark(kind, start, self.length, depth=depth))

    def _lines(self, token: Token) -> list[tuple[str, int]]:
        """Return the lines of a paragraph or heading, each with its place in the body."""
        starts, body = self.line_starts, self.body
        lines = []
        for number, line in enumerate(token.content.split("\n"), (token.map or [0])[0]):
            index = min(number, len(starts) - 1)
            end = starts[index + 1] if index + 1 < len(starts) else len(body)
            found = body.find(line.strip(), starts[index], end)
            lines.append((line, max(found, starts[index]) - (len(line) - len(line.lstrip()))))
        return lines

    def _plain(self, lines: list[tuple[str, int]]) -> None:
        """Add lines without marks, with a space where one ends."""
        first, place = lines[0]
        self.add(first, place)
        for line, next_place in lines[1:]:
            self.add(" ", self.places[-1] + len(self.words[-1]))
            self.add(line, next_place)

    def add(self, words: str, place: int) -> None:
        """Add words that stand side by side in the body, from ``place`` on."""
        if words:
            self.words.append(words)
            self.starts.append(self.length)
            self.places.append(place)
            self.length += len(words)


class _Inline:
    """The text of one paragraph or heading, found again piece by piece."""

    def __init__(self, reading: _Reading, token: Token, lines: list[tuple[str, int]]) -> None:
        self.reading = reading
        self.token = token
        self.content = token.content
        starts = accumulate((len(line) + 1 for line, _ in lines[:-1]), initial=0)
        self.lines = Offsets(tuple(starts), tuple(place for _, place in lines))
        self.cursor = 0
        self.starts: list[tuple[int, str]] = []

    def read(self) -> None:
        for child in self.token.children or []:
            match child.type:
                case "text" | "text_special":
                    self._text(child)
                case "softbreak" | "hardbreak":
                    self._break(" " if child.type == "softbreak" else "\n")
                case "link_open" | "strong_open" | "em_open":
                    self.starts.append((self.reading.length, str(child.attrGet("href") or "")))
                case "foreign_open":
                    self.starts.append((self.reading.length, str(child.attrGet("lang"))))
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
        if token.content == written:
            self.reading.add(written, self._place(start))
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
        self.reading.marks.append(Mark(kind, start, self.reading.length, target))

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
        return self.lines[min(position, len(self.content))]
