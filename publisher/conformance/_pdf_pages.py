"""What is painted on a PDF's pages: each stretch of text with its type, its place and the colour behind it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

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
        length = pdfium.FPDFTextObj_GetText(item, self._text, self._buffer, _LONGEST)
        text = ctypes.string_at(self._buffer, max(min(length, _LONGEST) - 2, 0)).decode("utf-16-le", "replace")
        # PDFium's sign for a hyphen at a line's end, as it might be one of hyphenation; there is none here.
        # It leaves out a space that stands by itself before a line's end.
        return text.replace("\x02", "-").replace("\ufffe", "-") or " "

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
