"""Where the characters of a value stand in the file they were read from."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from publisher.diagnostics import Span

_line_break = re.compile(r"\r\n|\n|\r")
_yaml_line = re.compile(r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|\Z)")
_escape_lengths = {"x": 4, "u": 6, "U": 10}


class SourceText:
    """A file's name and text; turns offsets into lines and columns."""

    def __init__(self, name: str, text: str, *, covered: bool = False) -> None:
        """Keep the text, and whether what looks like an identifier is covered in it.

        The line table is made when the first place is asked for.
        """
        self.name = name
        self.text = text
        self.covered = covered

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _line_break.finditer(self.text))]

    def position(self, index: int) -> tuple[int, int]:
        """Return the line and column, from 1, of the character at ``index``."""
        line = bisect_right(self._line_starts, index)
        return line, index - self._line_starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the span from offset ``start`` up to but without ``end``."""
        return Span(*self.position(start), *self.position(max(start, end)))

    def index(self, line: int, column: int) -> int:
        """Return the offset of the character at a line and column, from 1.

        Where the line is shorter it is that of the next line, and where there is no such line the text's end.
        """
        starts = self._line_starts
        if line > len(starts):
            return len(self.text)
        return min(starts[line - 1] + column - 1, starts[line] if line < len(starts) else len(self.text))

    def words(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.text[self.index(span.line, span.column) : self.index(span.end_line, span.end_column)]

    def line(self, number: int) -> str:
        """Return the text of line ``number`` (from 1) without its line break, or "" past the end."""
        starts = self._line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A key or value in a text: its raw extent and, for a scalar, the value it stands for."""

    text: SourceText
    start: int
    end: int
    style: str = ""
    """YAML's own mark of a scalar's style: ``|``, ``>``, ``'``, ``"`` or none for plain."""
    value: str = ""

    def span(self, start: int | None = None, end: int | None = None) -> Span:
        """Return the span of the value's characters ``start`` to ``end``, or of the whole value."""
        if start is None or not self.value:
            return self._whole()
        offsets = self.offsets()
        last = min(max(start + 1, end if end is not None else start + 1) - 1, len(offsets) - 1)
        first = offsets[min(start, len(offsets) - 1)]
        length = 1 if self.style == "|" else self._raw_length(self.value[last], offsets[last])
        return self.text.span(first, offsets[last] + max(length, 1))

    def _whole(self) -> Span:
        raw = self.text.text[self.start : self.end]
        if self.style in {"|", ">"} and self.value.strip():
            offsets = self.offsets()
            stripped = self.value.rstrip()
            return self.text.span(offsets[0], offsets[len(stripped) - 1] + 1)
        return self.text.span(self.start, self.start + len(raw.rstrip()))

    def offsets(self) -> list[int]:
        """Return, for each character of the value, its offset in the text."""
        return _offsets(self)

    def literal_offsets(self) -> list[int]:
        """Return the offsets of a value that is written line by line under its key."""
        raw = self.text.text
        header = _yaml_line.match(raw, self.start)
        cursor = header.end() if header else self.start
        indentation = self._indentation(cursor)
        offsets: list[int] = []
        for line in self.value.splitlines(keepends=True):
            raw_line = _yaml_line.match(raw, cursor)
            end = raw_line.end() if raw_line else cursor
            begin = min(cursor + indentation, end)
            offsets.extend(min(begin + position, len(raw)) for position in range(len(line)))
            cursor = end
        return offsets

    def _indentation(self, cursor: int) -> int:
        raw = self.text.text
        explicit = re.match(r"[|>][+-]?([1-9])", raw[self.start : self.start + 3])
        first_value = next((line for line in self.value.splitlines() if line.strip()), "")
        while cursor < self.end and (line := _yaml_line.match(raw, cursor)):
            content = line.group().rstrip("\r\n\x85\u2028\u2029")
            if content.strip():
                found = len(content) - len(content.lstrip(" "))
                leading = len(first_value) - len(first_value.lstrip(" ")) if explicit else 0
                return found - leading
            if line.end() == cursor:
                break
            cursor = line.end()
        return 0

    def flow_offsets(self) -> list[int]:
        """Return the offsets of a value of any other style."""
        raw = self.text.text
        cursor = self.start + (1 if self.style in {"'", '"', ">"} else 0)
        if self.style == ">":
            header = _yaml_line.match(raw, cursor)
            cursor = header.end() if header else cursor
        offsets: list[int] = []
        for character in self.value:
            cursor = self._skip_to(character, cursor)
            offsets.append(min(cursor, max(self.start, self.end - 1)))
            cursor += self._raw_length(character, cursor)
        return offsets

    def _skip_to(self, character: str, cursor: int) -> int:
        """Pass indentation and folded line breaks that stand before a visible character."""
        raw = self.text.text
        while cursor < self.end:
            if self.style == '"' and raw[cursor : cursor + 2] in {"\\\n", "\\\r"}:
                cursor += 2
            elif raw[cursor].isspace() and raw[cursor] != character and not character.isspace():
                cursor += 1
            else:
                break
        return cursor

    def _raw_length(self, character: str, cursor: int) -> int:
        raw = self.text.text
        if cursor >= self.end:
            return 0
        if self.style == "'" and character == "'":
            return 2
        if self.style == '"' and raw[cursor] == "\\":
            return _escape_lengths.get(raw[cursor + 1 : cursor + 2], 2)
        return 1


@lru_cache(maxsize=8)
def _offsets(place: Place) -> list[int]:
    """Return the offsets of a value's characters; a text with many findings is asked for them again and again."""
    return place.literal_offsets() if place.style == "|" else place.flow_offsets()
