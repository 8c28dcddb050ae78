"""The fonts of a file: what their glyphs mean, and how wide they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import repeat
from struct import calcsize, pack, unpack
from typing import Any

import pikepdf
from pikepdf import Name

_MAPPING = re.compile(rb"<([0-9a-f]+)> <([0-9a-f]*)>")
"""A glyph and its characters, as WeasyPrint writes them into a ToUnicode map."""
_UNHEARD = b"<200b>"
"""A space of no width."""


@dataclass(frozen=True, slots=True)
class Font:
    """What the glyphs of a font mean, and how wide they are in thousandths of the type size."""

    glyph_format: str
    """The code of a glyph for ``struct``."""
    characters: dict[int, str]
    widths: dict[int, float]

    @property
    def space(self) -> bytes | None:
        """The glyph of a space as it is shown, or nothing where this part of the font has none."""
        found = next((glyph for glyph, character in self.characters.items() if character == " "), None)
        return None if found is None else pack(">" + self.glyph_format, found)

    def glyphs(self, shown: bytes) -> tuple[int, ...]:
        """Return the glyphs of a string that is shown."""
        return unpack(f">{len(shown) // calcsize(self.glyph_format)}{self.glyph_format}", shown)

    def words(self, shown: bytes) -> str:
        """Return the characters of a string that is shown."""
        return "".join(map(self.characters.get, self.glyphs(shown), repeat("")))

    def advance(self, parts: list[Any]) -> float:
        """Return how far what is shown reaches, in thousandths of the type size."""
        strings = b"".join(bytes(part) for part in parts if not isinstance(part, int | Decimal))
        moves = sum(float(part) for part in parts if isinstance(part, int | Decimal))
        return sum(self.widths.get(glyph, 0) for glyph in self.glyphs(strings)) - moves


def font_of(font: pikepdf.Object) -> Font:
    """Return a font of the file; in the file, each of its glyphs gets a meaning.

    WeasyPrint gives none to the second glyph of what is written with several, such as a letter and its dots, and
    PDF/UA-1, 7.21.7, wants one for each glyph.
    """
    mapping = font.ToUnicode.read_bytes()
    if b"<>" in mapping:
        font.ToUnicode.write(mapping.replace(b"<>", _UNHEARD))
    characters = {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in _MAPPING.findall(mapping)
    }
    if font.Subtype != Name.Type0:
        return Font("B", characters, {})
    widths: dict[int, float] = {}
    entries = list(font.DescendantFonts[0].W)
    for first, run in zip(entries[::2], entries[1::2], strict=True):
        widths |= {int(first) + place: float(width) for place, width in enumerate(run)}
    return Font("H", characters, widths)
