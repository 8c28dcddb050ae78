"""A bar chart as a drawing (SVG 1.1): its words are outlines, so that they look alike wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from publisher.brand import Brand
from publisher.document import Bar, Chart
from publisher.renderers import typefaces
from publisher.renderers.palette import Palette

_WIDTH = 640
"""Of a drawing for a page, in its own units; a drawing for a slide is as wide as the slide's text in CSS pixels."""
_SLIDE = 1136
_TYPE = 24
"""The size of the words, which is 18 point on a slide."""
_LINE = 1.25
_THICKNESS, _THINNEST = 72, 16
_GAP, _WIDEST_GAP = 14, 40
_ROOM = 440
"""The height of a slide's frame for it."""
_LABELS = 0.55
"""The most of a slide's width that labels take before they are broken."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle in the drawing's units."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Font:
    """A font's outlines; lengths are multiples of the type's size."""

    glyphs: Any
    characters: dict[int, str]
    units: int

    def width(self, text: str) -> float:
        """Return how wide a text runs."""
        return float(sum(self.glyphs[self._name(character)].width for character in text) / self.units)

    def outlines(self, text: str, x: float, y: float) -> str:
        """Return a text on a baseline as paths."""
        from fontTools.pens.svgPathPen import SVGPathPen

        scale = _TYPE / self.units
        drawn: list[str] = []
        for character in text:
            glyph = self.glyphs[self._name(character)]
            pen = SVGPathPen(self.glyphs, ntos=lambda number: f"{number:g}")
            glyph.draw(pen)
            if commands := pen.getCommands():
                place = f"translate({x:.1f} {y:.1f}) scale({scale:.5f} {-scale:.5f})"
                drawn.append(f'<path transform="{place}" d="{commands}"/>')
            x += glyph.width * scale
        return "".join(drawn)

    def _name(self, character: str) -> str:
        return self.characters.get(ord(character), ".notdef")


def svg(chart: Chart, brand: Brand, colours: Palette, dark: Palette | None = None, *, on_slide: bool = False) -> str:
    """Return the drawing; with a dark palette, one that follows the reader's setting.

    On a slide the labels stand before the bars, on a page over them, so that a narrow screen shows both.
    """
    font = _font(typefaces.complete(brand)[0].path)
    width, height, body = _wide(chart, font) if on_slide else _narrow(chart, font)
    styles = _fills(colours) + (f"@media (prefers-color-scheme:dark){{{_fills(dark)}}}" if dark else "")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" width="{width}" '
        f'height="{height:.0f}"><style>{styles}</style>{body}</svg>'
    )


def _fills(colours: Palette) -> str:
    return f".w{{fill:{colours.ink}}}.b{{fill:{colours.accent_text}}}"


def _narrow(chart: Chart, font: _Font) -> tuple[int, float, str]:
    """Return width, height and content of a drawing with each label over its bar."""
    longest = _WIDTH - max(font.width(bar.shown) for bar in chart.bars) * _TYPE - _GAP
    greatest = max(bar.value for bar in chart.bars) or 1
    parts, y = [], 0.0
    for bar in chart.bars:
        for line in _broken(bar.label, _WIDTH, font):
            parts.append(_words(font, line, 0, y + _TYPE))
            y += _TYPE * _LINE
        parts.append(_bar(font, bar, _Box(0, y + 4, longest * bar.value / greatest, _TYPE)))
        y += _TYPE + 4 + _GAP
    return _WIDTH, y, "".join(parts)


def _wide(chart: Chart, font: _Font) -> tuple[int, float, str]:
    """Return width, height and content of a drawing with each label before its bar."""
    most = _SLIDE * _LABELS
    labels = [[*_broken(bar.label, most, font)] for bar in chart.bars]
    start = max(font.width(line) for lines in labels for line in lines) * _TYPE + _GAP
    longest = _SLIDE - start - max(font.width(bar.shown) for bar in chart.bars) * _TYPE - _GAP
    greatest = max(bar.value for bar in chart.bars) or 1
    spare = _ROOM / len(chart.bars) - _GAP
    thickness = min(max(spare, _THINNEST), _THICKNESS)
    gap = min(max((_ROOM / len(chart.bars) - thickness) / 2, _GAP), _WIDEST_GAP)
    parts, y = [], gap / 2
    for bar, lines in zip(chart.bars, labels, strict=True):
        height = max(thickness, len(lines) * _TYPE * _LINE)
        first = y + (height - len(lines) * _TYPE * _LINE) / 2 + _TYPE
        parts += [_words(font, line, 0, first + row * _TYPE * _LINE) for row, line in enumerate(lines)]
        top = y + (height - thickness) / 2
        parts.append(_bar(font, bar, _Box(start, top, longest * bar.value / greatest, thickness)))
        y += height + gap
    return _SLIDE, y, "".join(parts)


def _bar(font: _Font, bar: Bar, box: _Box) -> str:
    """Return a bar with its value behind it."""
    size = f'width="{max(box.width, 1):.1f}" height="{box.height:.1f}"'
    drawn = f'<rect class="b" x="{box.x:.1f}" y="{box.y:.1f}" {size}/>'
    return drawn + _words(font, bar.shown, box.x + box.width + _GAP / 2, box.y + box.height / 2 + _TYPE * 0.34)


def _words(font: _Font, text: str, x: float, y: float) -> str:
    return f'<g class="w">{font.outlines(text, x, y)}</g>'


def _broken(text: str, width: float, font: _Font) -> Iterator[str]:
    """Yield the lines of a label that is no wider than that."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.width(longer) * _TYPE > width:
            yield line
            line = word
        else:
            line = longer
    yield line


@lru_cache(maxsize=16)
def _font(path: Path) -> _Font:
    from fontTools.ttLib import TTFont

    file = TTFont(path)
    return _Font(file.getGlyphSet(), file.getBestCmap() or {}, file["head"].unitsPerEm)
