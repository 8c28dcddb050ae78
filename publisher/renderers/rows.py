"""Which sections a printed layout puts side by side, and how wide each is; their order is always that of reading."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from publisher.document import Role, Section, walk
from publisher.words import block_text

_LENGTHS = {"cards": (3, 3, 1, 2, 2), "ring": (4, 3, 2, 2)}
"""How many sections each row of a layout has; without an entry, all stand below each other."""
_NARROWEST, _WIDEST = 0.8, 1.25
"""How much narrower or wider than its neighbours a section may be: a narrow column is hard to read."""
_LOST = 20
"""Characters for which a block, such as a list item, leaves no room: its margins and the rest of its last line."""
_FRAME = 1.1
"""The same for the frame around the last section, as a part of its length."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A section in its row."""

    section: Section
    share: str
    """The part of the row's width with which all its sections are about equally high, as a percentage."""


def rows(sections: tuple[Section, ...], layout: str) -> list[list[Cell]]:
    """Return the sections in the rows of a layout; what is left over is the last row."""
    remaining = iter(sections)
    rows = [[*islice(remaining, length)] for length in _LENGTHS.get(layout, ())] + [[*remaining]]
    return [[*map(Cell, row, _shares(row))] for row in rows if row]


def _shares(row: list[Section]) -> list[str]:
    lengths = [_length(section) for section in row]
    mean = sum(lengths) / len(row)
    shares = [min(max(length / mean, _NARROWEST), _WIDEST) for length in lengths]
    return [f"{share / sum(shares):.1%}" for share in shares]


def _length(section: Section) -> float:
    """Return how much room the section takes, in characters."""
    blocks = len([*walk(section.blocks)])
    length = len(section.title) + len(block_text(section.blocks)) + _LOST * (blocks + 1)
    return length * _FRAME if section.role is Role.ACTION else float(length)
