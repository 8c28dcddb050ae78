"""Columns of a text that are parted by tabs, as when a table is pasted or a PDF was turned into text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from publisher.importers._manuscript import Cell

_LEAST = 3
"""So many lines with a tab between words, with at most blank ones between them, are a table."""
_between = re.compile(r"\S[^\t]*\t")


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of a cell."""

    cell: Cell
    text: str


def pieces(lines: Sequence[str]) -> dict[int, tuple[Piece, ...]]:
    """Return the cells of each line that is a table's row, by the line's position from 0."""
    found: dict[int, tuple[Piece, ...]] = {}
    tables = [run for run in _runs(lines) if sum(bool(_between.search(lines[one])) for one in run) >= _LEAST]
    for table, run in enumerate(tables):
        for row, position in enumerate(run):
            texts = lines[position].split("\t")
            found[position] = tuple(
                Piece(Cell(table, row, column), text.strip()) for column, text in enumerate(texts) if text.strip()
            )
    return found


def _runs(lines: Sequence[str]) -> list[list[int]]:
    """Return the positions of lines with a tab, those together that only blank lines part."""
    runs: list[list[int]] = [[]]
    for position, line in enumerate(lines):
        if "\t" in line:
            runs[-1].append(position)
        elif line.strip():
            runs.append([])
    return runs
