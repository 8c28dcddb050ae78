"""The content streams of the pages: the words of each marked-content sequence, and which of them are read aloud."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import repeat
from struct import calcsize, pack, unpack
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Operator

_MAPPING = re.compile(rb"<([0-9a-f]+)> <([0-9a-f]*)>")
"""A glyph and its characters, as WeasyPrint writes them into a ToUnicode map."""


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


@dataclass(frozen=True, slots=True)
class Pen:
    """The text that is shown from a text matrix on: its parts, each with its font and size."""

    matrix: tuple[float, ...]
    shown: list[tuple[str, float, list[Any]]]


@dataclass(slots=True)
class Sequence:
    """A marked-content sequence: what is between BDC and EMC."""

    begin: int
    """The place of its BDC in the stream."""
    words: str = ""
    x: float = 0
    """Where its words begin, in points from the page's left and lower edges."""
    y: float = 0
    text_object: int | None = None
    """The place of its BT."""
    before: Pen | None = None
    """Where the text that is shown before it ends."""


@dataclass(frozen=True, slots=True)
class Page:
    """The instructions of a page, and its sequences by their marked-content identifiers."""

    instructions: list[Any]
    sequences: dict[int, Sequence]
    fonts: dict[str, Font]
    height: float


def read(file: pikepdf.Pdf) -> tuple[Page, ...]:
    """Return the pages of a file with the words of their sequences."""
    fonts: dict[tuple[int, int], Font] = {}
    pages = []
    for page in file.pages:
        here = {}
        for name, font in page.resources.get("/Font", Dictionary()).items():
            if font.objgen not in fonts:
                fonts[font.objgen] = _font(font)
            here[name] = fonts[font.objgen]
        reader = _Reader(here)
        # WeasyPrint ends each glyph's string to move by nothing; a line in one piece takes half the time.
        whole_strings = file.make_stream(page.obj.Contents.read_bytes().replace(b">0<", b""))
        instructions = list(pikepdf.parse_content_stream(whole_strings))
        reader.read(instructions)
        pages.append(Page(instructions, reader.sequences, here, float(page.mediabox[3])))
    return tuple(pages)


def mark(
    file: pikepdf.Pdf, pages: tuple[Page, ...], *, printed: set[tuple[int, int]], kept: set[tuple[int, int]]
) -> None:
    """Write the pages: what is not kept as artifacts, and with the spaces that WeasyPrint has not drawn.

    ``printed`` and ``kept`` are sequences in the tree before and after mending, by page and identifier. What was
    in no tree stands in the page's margins.
    """
    for number, page in enumerate(pages):
        added: dict[int, list[Any]] = {}
        for identifier, sequence in page.sequences.items():
            if (number, identifier) not in kept:
                margin = (number, identifier) not in printed
                page.instructions[sequence.begin] = _artifact(sequence, page.height if margin else None)
            elif sequence.text_object is not None and not sequence.words:
                added[sequence.text_object] = _space(sequence.before, page.fonts)
        instructions = []
        for place, instruction in enumerate(page.instructions):
            instructions += [instruction, *added.get(place, [])]
        file.pages[number].obj.Contents = file.make_stream(pikepdf.unparse_content_stream(instructions))


def _artifact(sequence: Sequence, page_height: float | None) -> pikepdf.ContentStreamInstruction:
    """Return the begin of an artifact: of a header or footer where the page's height is given."""
    if page_height is None:
        properties = Dictionary(Type=Name.Layout)
    else:
        header = sequence.y > page_height / 2
        properties = Dictionary(
            Type=Name.Pagination,
            Subtype=Name.Header if header else Name.Footer,
            Attached=[Name.Top if header else Name.Bottom],
        )
    return pikepdf.ContentStreamInstruction([Name.Artifact, properties], Operator("BDC"))


def _space(pen: Pen | None, fonts: dict[str, Font]) -> list[Any]:
    """Return what shows a space where the text before it ends.

    WeasyPrint draws no box that has only white space in it, as between a strong word and a link, and the words on its
    two sides would be read as one.
    """
    if pen is None or not pen.shown:
        return []
    last, size, _ = pen.shown[-1]
    name = next((name for name in (last, *fonts) if fonts[name].space), None)
    if name is None:
        return []
    advance = sum(fonts[font].advance(parts) / 1000 * size for font, size, parts in pen.shown)
    a, b, c, d, e, f = pen.matrix
    moved = [a, b, c, d, round(e + advance * a, 3), round(f + advance * b, 3)]
    return [
        pikepdf.ContentStreamInstruction([Name(name), size], Operator("Tf")),
        pikepdf.ContentStreamInstruction(moved, Operator("Tm")),
        pikepdf.ContentStreamInstruction([pikepdf.String(fonts[name].space or b"")], Operator("Tj")),
    ]


class _Reader:
    """Follows the operators of a content stream that matter for where which words stand."""

    def __init__(self, fonts: dict[str, Font]) -> None:
        self.sequences: dict[int, Sequence] = {}
        self._fonts = fonts
        self._open: list[Sequence | None] = []
        self._matrices = [pikepdf.Matrix()]
        self._pen = Pen((1, 0, 0, 1, 0, 0), [])
        self._font, self._size = "", 0.0
        self._place = 0

    def read(self, instructions: list[Any]) -> None:
        followed = {
            "q": lambda _: self._matrices.append(self._matrices[-1]),
            "Q": lambda _: self._matrices.pop(),
            "cm": self._transform,
            "BMC": lambda _: self._open.append(None),
            "BDC": self._begin,
            "EMC": lambda _: self._open.pop(),
            "BT": self._begin_text,
            "Tf": self._set_font,
            "Tm": self._set_matrix,
            "TJ": lambda operands: self._show(operands[0]),
            "Tj": self._show,
        }
        for self._place, instruction in enumerate(instructions):
            follow = followed.get(str(instruction.operator))
            if follow:
                follow(instruction.operands)

    def _transform(self, operands: Any) -> None:
        self._matrices[-1] = pikepdf.Matrix(*map(float, operands)) @ self._matrices[-1]

    def _begin(self, operands: Any) -> None:
        identifier = operands[1].get("/MCID") if isinstance(operands[1], Dictionary) else None
        self._open.append(None)
        if identifier is not None:
            self._open[-1] = self.sequences[int(identifier)] = Sequence(self._place, before=self._pen)

    def _begin_text(self, _: Any) -> None:
        if self._open and self._open[-1]:
            self._open[-1].text_object = self._place

    def _set_font(self, operands: Any) -> None:
        self._font, self._size = str(operands[0]), float(operands[1])

    def _set_matrix(self, operands: Any) -> None:
        self._pen = Pen(tuple(map(float, operands)), [])

    def _show(self, shown: Any) -> None:
        parts = list(shown)
        self._pen.shown.append((self._font, self._size, parts))
        sequence = next((sequence for sequence in reversed(self._open) if sequence), None)
        if sequence:
            if not sequence.words:
                *_, x, y = self._pen.matrix
                sequence.x, sequence.y = self._matrices[-1].transform((x, y))
            strings = b"".join(bytes(part) for part in parts if not isinstance(part, int | Decimal))
            sequence.words += self._fonts[self._font].words(strings)


def _font(font: pikepdf.Object) -> Font:
    characters = {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for glyph, text in _MAPPING.findall(font.ToUnicode.read_bytes())
    }
    if font.Subtype != Name.Type0:
        return Font("B", characters, {})
    widths: dict[int, float] = {}
    entries = list(font.DescendantFonts[0].W)
    for first, run in zip(entries[::2], entries[1::2], strict=True):
        widths |= {int(first) + place: float(width) for place, width in enumerate(run)}
    return Font("H", characters, widths)
