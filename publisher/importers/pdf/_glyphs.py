"""The characters on a PDF's pages, each with its place, its look, its tag and where it leads."""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from publisher.importers.pdf._annotations import Link

BROKEN = "\x02"
"""Stands for a hyphen at the end of a line, which may be one of hyphenation."""
_BOLD = 600
_DEEPEST = 20
_SQUARE = 20.0
"""Points; links are looked for by the square of the page that they lie on."""
_MOST_SQUARES = 100
"""In each direction: more than those of a sheet of A1."""
_bold = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_slanted = re.compile(r"italic|oblique", re.IGNORECASE)
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF076: "•", 0xF06E: "•", 0xF0FC: "✓", 0x2022: "•", 0xF02D: "–"}
"""Signs of the fonts Symbol and Wingdings, as Word's PDFs have them."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all characters of a text object have in common."""

    size: float
    strong: bool
    emphasis: bool
    mark: int
    """The marked-content identifier, or -1."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character; places are in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    baseline: float
    look: Look
    target: str | None
    index: int
    """Its position among the characters of the page."""
    is_made: bool = False
    """Whether it is not painted: a space between words that stand apart, or the end of a line."""


class Page:
    """One page of a PDF."""

    def __init__(self, page: pypdfium2.PdfPage, links: list[Link]) -> None:
        self._page = page
        self._text = page.get_textpage()
        self._links: dict[tuple[int, int], list[Link]] = defaultdict(list)
        for link in links:
            for square in {square for area in link.areas for square in _squares(area)}:
                self._links[square].append(link)
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._looks: dict[int, Look] = {}
        self.has_pictures = False
        self._marks = dict(self._marked())
        self.count: int = pdfium.FPDFText_CountChars(self._text)
        self.height = page.get_height()
        self.unreadable = 0
        """How many characters are of no known letter."""

    def glyphs(self) -> list[Glyph]:
        """Return the characters in the order in which PDFium finds them."""
        look = Look(0.0, strong=False, emphasis=False, mark=-1)
        found: list[Glyph] = []
        for index in range(max(self.count, 0)):
            item = pdfium.FPDFText_GetTextObject(self._text, index)
            is_made = not item or pdfium.FPDFText_IsGenerated(self._text, index) == 1
            if not is_made:
                look = self._look(item)
            text = self._character(index)
            if text and is_made and found:
                last = found[-1]
                place = last.right, last.right, last.bottom, last.top, last.baseline
                found.append(Glyph(text, *place, last.look, last.target, index, is_made=True))
            elif text and not is_made:
                left, bottom, right, top, baseline = self._place(index)
                target = self._target((left + right) / 2, (bottom + top) / 2)
                found.append(Glyph(text, left, right, bottom, top, baseline, look, target, index))
        return found

    def _character(self, index: int) -> str:
        if pdfium.FPDFText_IsHyphen(self._text, index) == 1:
            return BROKEN
        number = pdfium.FPDFText_GetUnicode(self._text, index)
        if number in {2, 0xFFFE}:
            return BROKEN
        if number in _SYMBOLS:
            return _SYMBOLS[number]
        if number in {0, 0xFFFD} or 0xD800 <= number <= 0xF8FF or number > 0x10FFFF:
            self.unreadable += 1
            return "\ufffd"
        text = chr(number)
        return text if text.isprintable() or text.isspace() or text == "\u00ad" else ""

    def _place(self, index: int) -> tuple[float, float, float, float, float]:
        box, across, baseline = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetLooseCharBox(self._text, index, box)
        pdfium.FPDFText_GetCharOrigin(self._text, index, across, baseline)
        bottom, top = sorted((box.bottom, box.top))
        return box.left, bottom, box.right, top, baseline.value

    def _target(self, across: float, up: float) -> str | None:
        for link in self._links.get((int(across // _SQUARE), int(up // _SQUARE)), ()):
            if link.covers(across, up):
                link.is_used = True
                return link.target
        return None

    def _look(self, item: Any) -> Look:
        address = _address(item)
        if address not in self._looks:
            size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
            pdfium.FPDFTextObj_GetFontSize(item, size)
            pdfium.FPDFPageObj_GetMatrix(item, matrix)
            scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
            strong, emphasis = self._font(item)
            mark = self._marks.get(address, -1)
            self._looks[address] = Look(round(size.value * scale, 1), strong, emphasis, mark)
        return self._looks[address]

    def _font(self, item: Any) -> tuple[bool, bool]:
        font = pdfium.FPDFTextObj_GetFont(item)
        address = _address(font)
        if address not in self._fonts:
            buffer, angle = ctypes.create_string_buffer(256), ctypes.c_int()
            pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
            name = buffer.value.decode("utf-8", "replace")
            is_slanted = bool(pdfium.FPDFFont_GetItalicAngle(font, angle)) and angle.value != 0
            strong = bool(_bold.search(name)) or pdfium.FPDFFont_GetWeight(font) >= _BOLD
            self._fonts[address] = strong, is_slanted or bool(_slanted.search(name))
        return self._fonts[address]

    def _marked(self) -> Iterator[tuple[int, int]]:
        """Yield the objects of the page with their marked-content identifiers."""
        for index in range(pdfium.FPDFPage_CountObjects(self._page)):
            item = pdfium.FPDFPage_GetObject(self._page, index)
            yield from self._within(item, pdfium.FPDFPageObj_GetMarkedContentID(item), 0)

    def _within(self, item: Any, mark: int, depth: int) -> Iterator[tuple[int, int]]:
        """Yield an object and those in it; the identifiers inside a form are its own and not the page's."""
        yield _address(item), mark
        kind = pdfium.FPDFPageObj_GetType(item)
        self.has_pictures |= kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if depth < _DEEPEST and kind == pdfium.FPDF_PAGEOBJ_FORM:
            for index in range(max(pdfium.FPDFFormObj_CountObjects(item), 0)):
                yield from self._within(pdfium.FPDFFormObj_GetObject(item, index), mark, depth + 1)


def _squares(area: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
    """Yield the squares of a page that an area lies on, with those beside it."""
    left, bottom, right, top = (min(max(edge, 0.0), _SQUARE * _MOST_SQUARES) for edge in area)
    for column in range(int((left - 1) // _SQUARE), int((right + 1) // _SQUARE) + 1):
        for row in range(int((bottom - 1) // _SQUARE), int((top + 1) // _SQUARE) + 1):
            yield column, row


def _address(item: Any) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0
