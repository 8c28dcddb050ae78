"""Glyphs are written with one look-up each, where WeasyPrint asks Pango for four numbers and works out two more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.draw import text as drawing
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from publisher.renderers.shortcuts.lengths import put

_NUMBERS = ffi.sizeof("PangoGlyphInfo") // ffi.sizeof("gint")
"""Of a glyph: itself, its width, its offsets to the right and up, and what it is in its cluster."""
_SMALLEST = 1e-6
"""The smallest type that WeasyPrint draws."""


def take() -> None:
    """Put the shortcut in place."""
    in_full = drawing.draw_first_line

    def draw_first_line(stream: Any, box: Any, overflow: str, ellipsis: str, matrix: Any) -> Any:
        if overflow == "ellipsis" or ellipsis != "none":
            # Such a line is cut, and may be shared with others that are not.
            box.pango_layout.setup(box.style)
            box.pango_layout.set_text(box.pango_layout.text, justify=True)
            return in_full(stream, box, overflow, ellipsis, matrix)
        if not box.text.strip() or box.style["font_size"] < _SMALLEST:
            return []
        pango.pango_layout_set_single_paragraph_mode(box.pango_layout.layout, 1)
        runs = list(_runs(stream, box))
        if not all(map(_is_usual, runs)):
            return in_full(stream, box, overflow, ellipsis, matrix)
        stream.set_text_matrix(*matrix.values)
        _show(stream, box, runs)
        return []

    put("draw_first_line", in_full, draw_first_line)


class _Run:
    """Glyphs in one font."""

    def __init__(self, item: Any, font: Any, size: float, glyphs: list[int]) -> None:
        self.item, self.font, self.size = item, font, size
        self.pango_font = item.item.analysis.font
        self.glyphs, self.widths = glyphs[::_NUMBERS], glyphs[1::_NUMBERS]
        self.are_moved = any(glyphs[2::_NUMBERS]) or any(glyphs[3::_NUMBERS])


def _runs(stream: Any, box: Any) -> Iterator[_Run]:
    line, _ = box.pango_layout.get_first_line()
    place = line.runs[0]
    before: _Run | None = None
    while place != ffi.NULL:
        item, place = place.data, place.next
        string = item.glyphs
        numbers = memoryview(ffi.buffer(string.glyphs, string.num_glyphs * ffi.sizeof("PangoGlyphInfo"))).cast("i")
        if before is not None and before.pango_font == item.item.analysis.font:
            font, size = before.font, before.size
        else:
            font, size = stream.add_font(item.item.analysis.font)
            if pango.pango_version() < 14802 or font.png:
                size = box.style["font_size"]
        before = _Run(item, font, size, numbers.tolist())
        yield before


def _is_usual(run: _Run) -> bool:
    """Whether the glyphs are plain letters, each where the one before it ends."""
    font = run.font
    is_plain = not (font.svg or font.png or font.colr or font.bitmap or run.are_moved)
    return is_plain and bool(run.glyphs) and 0 <= min(run.glyphs) <= max(run.glyphs) < pango.PANGO_GLYPH_EMPTY


def _show(stream: Any, box: Any, runs: list[_Run]) -> None:
    """Write the glyphs of a line as WeasyPrint does: those of a font in one operator, with moves between them."""
    parts: list[str] = []
    before = None
    for run in runs:
        if run.pango_font != before:
            before = run.pango_font
            if parts:
                stream.show_text("".join(parts))
                parts = []
            stream.set_font_size(run.font.hash, run.size)
        known = run.font.__dict__.setdefault("pieces", {}).setdefault(run.size, {})
        written = "".join(
            [
                known.get(glyph) or _piece(stream, box, run, place, known)
                for place, glyph in enumerate(zip(run.glyphs, run.widths, strict=True))
            ]
        )
        parts.append(f"<{written[:-1]}" if written.endswith("<") else f"<{written}>")
    stream.show_text("".join(parts))


def _piece(stream: Any, box: Any, run: _Run, place: int, known: dict[tuple[int, int], str]) -> str:
    """Return what is written for a glyph and the move after it; in the font, it gets its width and its meaning."""
    glyph, width = run.glyphs[place], run.widths[place]
    font = run.font
    if glyph not in font.to_unicode:
        font.to_unicode[glyph] = _characters(box, run, place)
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(run.pango_font, glyph, stream.ink_rect, stream.logical_rect)
        font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / run.size)
    move = font.widths[glyph] - width * 1000 * FROM_UNITS / run.size
    piece = known[glyph, width] = f"{glyph:04x}>{int(move)}<" if move else f"{glyph:04x}"
    return piece


def _characters(box: Any, run: _Run, place: int) -> str:
    """Return the characters that a glyph stands for."""
    item, clusters = run.item.item, run.item.glyphs.log_clusters
    begin = clusters[place]
    if item.analysis.level % 2:
        end = item.length if place == 0 else clusters[place - 1]
    else:
        end = item.length if place == len(run.glyphs) - 1 else clusters[place + 1]
    text: bytes = box.pango_layout.text.encode()
    return text[item.offset + begin : item.offset + end].decode()
