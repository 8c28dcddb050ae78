"""Pieces of words to paragraphs: where one ends, which typed marks are those of a list, which looks are the same."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, groupby, islice

from publisher.importers._manuscript import Run
from publisher.importers.docx._words import Piece

_bullet = r"(?:[•▪‣◦●○■□➢➤⮚∙·][ \t\u00a0]*|[*–-][ \t\u00a0]+(?=\S)|o\t+)"
_end = re.compile(rf"\n[ \t]*\n\s*|\n(?=[ \t\u00a0]*{_bullet})")
_MOST = 500
"""Paragraphs that one of Word's is parted into."""
_typed_mark = re.compile(rf"\s*{_bullet}")


def text_of(pieces: list[Piece]) -> str:
    """Return the words of pieces."""
    return "".join(piece.text for piece in pieces)


def split(pieces: list[Piece]) -> Iterator[tuple[list[Piece], bool]]:
    """Yield the paragraphs that an author made of one by empty lines and typed bullets, and whether each has a bullet.

    None of them begins or ends with a space, and none is empty.
    """
    text, starts = text_of(pieces), _starts(pieces)
    begin = 0
    for start, end in [*(match.span() for match in islice(_end.finditer(text), _MOST)), (len(text), len(text))]:
        mark = _typed_mark.match(text, begin, start)
        first, last = mark.end() if mark else begin, start
        words = text[first:last]
        first += len(words) - len(words.lstrip())
        last -= len(words) - len(words.rstrip())
        if first < last:
            yield _between(pieces, starts, first, last), mark is not None
        begin = end


def cut(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """Return the words between two offsets."""
    return _between(pieces, _starts(pieces), start, end)


def _starts(pieces: list[Piece]) -> list[int]:
    """Return the offset at which each piece begins."""
    return list(accumulate((len(piece.text) for piece in pieces[:-1]), initial=0))


def _between(pieces: list[Piece], starts: list[int], start: int, end: int) -> list[Piece]:
    found = []
    for index in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
        piece, position = pieces[index], starts[index]
        first, last = max(start - position, 0), min(end - position, len(piece.text))
        found.append(replace(piece, text=piece.text[first:last], offset=piece.offset + first))
    return found


def runs_of(pieces: list[Piece]) -> tuple[Run, ...]:
    """Return words of one look as one run; a space between two looks goes with the words before it."""
    looks: list[tuple[str, bool, bool, str | None]] = []
    for piece in pieces:
        own, last = (piece.strong, piece.emphasis, piece.target), looks[-1][1:] if looks else None
        spaces = len(piece.text) - len(piece.text.lstrip()) if last and last[2] == piece.target else 0
        if last and spaces:
            looks.append((piece.text[:spaces], *last))
        if piece.text[spaces:]:
            looks.append((piece.text[spaces:], *own))
    return tuple(Run("".join(text for text, *_ in group), *look) for look, group in groupby(looks, lambda one: one[1:]))
