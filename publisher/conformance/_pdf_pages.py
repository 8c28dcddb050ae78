"""What is painted on a PDF's pages: each stretch of text with its type, its place and the colour behind it."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from publisher.conformance._pdf_areas import Area, bounds, colour, filled
from publisher.conformance._reading import Run

_LONGEST = 1 << 14
"""Bytes of UTF-16: more than fit on one line."""
_BOLD = 600


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; places are in points from the lower left corner of the page."""

    run: Run
    page: int
    baseline: float
    right: float
    mode: int
    """The text rendering mode of ISO 32000-1, 9.3.6."""


def pieces(data: bytes) -> dict[tuple[int, int], list[Piece]]:
    """Return the text of a PDF by page and marked-content identifier; -1 for what has none.

    Raises pypdfium2.PdfiumError for bytes that are not a PDF.
    """
    found: dict[tuple[int, int], list[Piece]] = {}
    pdf = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(pdf):
            for identifier, piece in _Page(page, number).pieces():
                found.setdefault((number, identifier), []).append(piece)
    finally:
        pdf.close()
    return found


class _Page:
    """One page, object by object in the order in which they are painted."""

    def __init__(self, page: pypdfium2.PdfPage, number: int) -> None:
        self._page = page
        self._number = number
        self._text = page.get_textpage()
        self._buffer = (ctypes.c_ushort * (_LONGEST // 2))()
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._replaced = (-1, "")
        """The content, and the words that stand for all that is painted in it."""
        self._drawn = self._in_drawing_order()

    def pieces(self) -> Iterator[tuple[int, Piece]]:
        """Yield each stretch of text with its marked-content identifier."""
        areas: list[Area] = []
        for index in range(pdfium.FPDFPage_CountObjects(self._page)):
            item = pdfium.FPDFPage_GetObject(self._page, index)
            match pdfium.FPDFPageObj_GetType(item):
                case pdfium.FPDF_PAGEOBJ_TEXT:
                    yield pdfium.FPDFPageObj_GetMarkedContentID(item), self._piece(item, areas)
                case pdfium.FPDF_PAGEOBJ_PATH:
                    areas += filled(item)
                case _:
                    areas.append(Area(bounds(item), ""))

    def _piece(self, item: Any, areas: list[Area]) -> Piece:
        left, bottom, right, top = bounds(item)
        size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
        pdfium.FPDFTextObj_GetFontSize(item, size)
        pdfium.FPDFPageObj_GetMatrix(item, matrix)
        scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
        family, bold = self._font(item)
        middle = (left + right) / 2, (bottom + top) / 2
        ground = next((area.colour for area in reversed(areas) if area.covers(middle)), "#ffffff")
        run = Run(self._words(item), round(size.value * scale, 1), bold, family, colour(item), ground)
        return Piece(run, self._number, matrix.f, right, pdfium.FPDFTextObj_GetTextRenderMode(item))

    def _words(self, item: Any) -> str:
        """Return the words of a text; of several that the same words stand for, the first one has them all."""
        if actual := self._actual_text(item):
            before, self._replaced = self._replaced, (pdfium.FPDFPageObj_GetMarkedContentID(item), actual)
            return actual if before != self._replaced else ""
        text = self._drawn.get(ctypes.cast(item, ctypes.c_void_p).value or 0)
        if text is None:
            length = pdfium.FPDFTextObj_GetText(item, self._text, self._buffer, _LONGEST)
            text = ctypes.string_at(self._buffer, max(min(length, _LONGEST) - 2, 0)).decode("utf-16-le", "replace")
        # PDFium's sign for a hyphen at a line's end, as it might be one of hyphenation; there is none here.
        # It leaves out a space that stands by itself before a line's end.
        return text.replace("\x02", "-").replace("\ufffe", "-") or " "

    def _in_drawing_order(self) -> dict[int, str]:
        """Return the characters of each text from left to right, where the page has any that are read from the right.

        PDFium moves the spaces of all texts on a line with such characters.
        """
        if not any(unicodedata.bidirectional(each) in {"R", "AL"} for each in set(self._text.get_text_range())):
            return {}
        found: dict[int, list[tuple[float, str]]] = {}
        x, y = ctypes.c_double(), ctypes.c_double()
        for number in range(self._text.count_chars()):
            item = pdfium.FPDFText_GetTextObject(self._text, number)
            address = ctypes.cast(item, ctypes.c_void_p).value if item else None
            if address and not pdfium.FPDFText_IsGenerated(self._text, number):
                pdfium.FPDFText_GetCharOrigin(self._text, number, x, y)
                found.setdefault(address, []).append((x.value, chr(pdfium.FPDFText_GetUnicode(self._text, number))))
        return {
            address: "".join(character for _, character in sorted(text, key=itemgetter(0)))
            for address, text in found.items()
        }

    def _actual_text(self, item: Any) -> str:
        """Return the words that stand for a text (ISO 32000-1, section 14.9.4), or "" where it stands for itself."""
        length, buffer = ctypes.c_ulong(), ctypes.cast(self._buffer, ctypes.POINTER(ctypes.c_ubyte))
        for number in range(pdfium.FPDFPageObj_CountMarks(item)):
            mark = pdfium.FPDFPageObj_GetMark(item, number)
            # PDFium takes what it reads as a string for PDFDocEncoding and drops what that does not have.
            if pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, _LONGEST, length):
                return str(pikepdf.String(ctypes.string_at(self._buffer, min(length.value, _LONGEST))))
        return ""

    def _font(self, item: Any) -> tuple[str, bool]:
        """Return the name of a text's font, without the letters that mark it as a part, and whether it is bold."""
        font = pdfium.FPDFTextObj_GetFont(item)
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in self._fonts:
            name = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
            family = name.value.decode("utf-8", "replace").split("+")[-1]
            self._fonts[address] = family, "bold" in family.lower() or pdfium.FPDFFont_GetWeight(font) >= _BOLD
        return self._fonts[address]
