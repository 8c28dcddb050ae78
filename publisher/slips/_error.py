"""Where the reader of YAML gave up, line by line, and what may be said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from publisher.places import SourceText

NO_PLACE_FOR_A_VALUE = "mapping values are not allowed"
KEY = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[\w-]+):(?P<value>(?: .*)?)")
"""A line with a key; it may be the first of an item of a list."""

_EXAMPLE = 'title: "Neglect: what to look for"'
# What may be repeated: a value cut off before its end could be the first digits of a number that leads to a child.
_may_be_repeated = re.compile(r"(?:[^\d@\\]|(?<=[\"'])@){1,60}")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong, what would be right, and the offset of the character concerned."""

    message: str
    hint: str
    index: int


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    start: int
    text: str

    @property
    def indentation(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def column(self) -> int:
        """Where the key or the text starts, behind the dashes of a list."""
        match = KEY.match(self.text)
        return len(match["before"]) if match else self.indentation


@dataclass(frozen=True)
class Error:
    """Where the reader gave up, where what it was reading began, and what it says."""

    text: str
    index: int
    opened: int
    says: str

    @cached_property
    def _lines(self) -> SourceText:
        return SourceText("", self.text)

    def line(self, index: int) -> Line:
        return self._numbered(self._lines.position(index)[0])

    def _numbered(self, number: int) -> Line:
        return Line(number, self._lines.index(number, 1), self._lines.line(number))

    def above(self, line: Line) -> Iterator[Line]:
        """Yield the lines above one, nearest first, without empty ones and comments."""
        for number in range(line.number - 1, 0, -1):
            one = self._numbered(number)
            if one.text.strip() and not one.text.lstrip().startswith("#"):
                yield one

    @property
    def place(self) -> Line:
        """The line that is wrong: where a key was begun that never came, else where the reader gave up."""
        return self.line(self.opened if "expected ':'" in self.says else self.index)

    @property
    def suspects(self) -> list[Line]:
        """The line that is wrong; of a key where none may stand also the line above, which may have swallowed it."""
        above = next(self.above(self.place), None) if NO_PLACE_FOR_A_VALUE in self.says else None
        return [above, self.place] if above else [self.place]


def other_quote(value: str) -> str:
    return "'" if '"' in value else '"'


def right(line: Line, value: str, quote: str, example: str = _EXAMPLE) -> str:
    """Return how a line would be right whose value is put in quotes, or an example where it may not be repeated."""
    match = KEY.match(line.text)
    key = f"{match['key']}: " if match else ""
    return repeated(f"{key}{quote}{value}{quote}" if quote not in value else "", example)


def repeated(right: str, example: str) -> str:
    return f"`{right if _may_be_repeated.fullmatch(right) and '`' not in right else example}`"
