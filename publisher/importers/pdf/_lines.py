"""Characters by their places: stretches of a line, the columns of a page, and lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from publisher.importers.pdf._glyphs import Glyph, Look

_APART = 2.0
"""Sizes of type between two words of a line that make them words of two columns."""
_APART_FROM_MARK = 5.0
"""The same, after the mark of a list item."""
_GUTTER = 9.0
"""Points between two columns, at least."""
_FAR = 3.0
"""Sizes of type between two lines that end a group of columns where only one of them goes on."""
_WIDER = 1.2
"""The same as a multiple of the widest distance within the columns."""
_NEAR = 0.6
"""The same for lines that may begin a column beside those above."""
_DEEPEST = 12
_Span = tuple[float, float, float]
"""The left and right edge of a column, and the bottom of its lowest line."""
_BULLETS = frozenset("•▪‣◦●○■□➢·∙–-*o")
_mark = re.compile(r"\(?(?:\d{1,3}|\d{0,2}[A-Za-z]|[ivxIVX]{1,4})[.)]?")


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand side by side."""

    glyphs: tuple[Glyph, ...]
    page: int
    left: float
    right: float
    bottom: float
    top: float

    @property
    def baseline(self) -> float:
        """Return where most of its characters stand."""
        return Counter(round(glyph.baseline, 1) for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def look(self) -> Look:
        """Return the look of most of its characters."""
        return Counter(glyph.look for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def is_strong(self) -> bool:
        """Whether all its words are bold."""
        return all(glyph.look.strong for glyph in self.glyphs if glyph.text.strip())

    @property
    def text(self) -> str:
        """Return its characters."""
        return "".join(glyph.text for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that are read one after the other, from top to bottom."""

    lines: tuple[Line, ...]
    is_beside: bool
    """Whether another column stands beside it."""


def stretches(glyphs: Iterable[Glyph], page: int) -> Iterator[Line]:
    """Yield words that stand on one line without a wide gap; what is only spaces is left out."""
    now: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        is_end = glyph.is_made and glyph.text in "\r\n"
        if now and not glyph.is_made and last and _parts(now, last, glyph):
            yield from _line(now, page)
            now = []
        if now or not glyph.text.isspace():
            now.append(glyph)
        last = last if glyph.is_made else glyph
        if is_end:
            yield from _line(now, page)
            now = []
    yield from _line(now, page)


def columns(lines: Sequence[Line], depth: int = 0) -> Iterator[Column]:
    """Yield the columns of a page in reading order: what spans them parts those above it from those below."""
    for zone in _zones(lines):
        spans = _spans(zone)
        if len(spans) < 2 or depth > _DEEPEST:
            yield Column(tuple(_joined(zone)), is_beside=depth > 0)
            continue
        for left, right, _ in spans:
            inside = [line for line in zone if left <= (line.left + line.right) / 2 <= right]
            yield from columns(inside, depth + 1)


def _parts(now: list[Glyph], last: Glyph, glyph: Glyph) -> bool:
    """Whether a character begins another stretch."""
    size = max(glyph.look.size, last.look.size, 1.0)
    if abs(glyph.baseline - last.baseline) > 0.5 * size or glyph.left < last.left - 0.5 * size:
        return True
    mark = "".join(one.text for one in now).strip()
    is_mark = mark in _BULLETS or _mark.fullmatch(mark) is not None
    return glyph.left - last.right > (_APART_FROM_MARK if is_mark else _APART) * size


def _line(glyphs: list[Glyph], page: int) -> Iterator[Line]:
    painted = [glyph for glyph in glyphs if glyph.text.strip() and not glyph.is_made]
    if painted:
        if (
            len(painted) > 1
            and painted[0].text == "o"
            and painted[1].left - painted[0].right > painted[0].look.size / 2
        ):
            # Word's mark for items of the second level is this letter.
            glyphs = [replace(painted[0], text="•"), *glyphs[glyphs.index(painted[0]) + 1 :]]
        yield Line(
            tuple(glyphs),
            page,
            min(glyph.left for glyph in painted),
            max(glyph.right for glyph in painted),
            min(glyph.bottom for glyph in painted),
            max(glyph.top for glyph in painted),
        )


def _zones(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of a page from top to bottom, in groups that have the same columns."""
    bands = list(_bands(lines))
    counts = [len(_spans(band)) for band in bands]
    most_below = list(accumulate(reversed(counts), max))[::-1]
    zone = _Zone([], [], 0.0)
    for band, most in zip(bands, most_below, strict=True):
        if zone.lines and not zone.takes(band, most):
            yield zone.lines
            zone = _Zone([], [], 0.0)
        zone.add(band)
    if zone.lines:
        yield zone.lines


@dataclass(slots=True)
class _Zone:
    """Lines of a page that have the same columns."""

    lines: list[Line]
    spans: list[_Span]
    widest: float
    """The widest distance so far between lines one below the other, in points."""

    def add(self, band: list[Line]) -> None:
        """Add lines below the others."""
        if self.lines:
            self.widest = max(self.widest, self._distance(band))
        self.lines.extend(band)
        self.spans = _merged([*self.spans, *_spans(band)])

    def takes(self, band: list[Line], most_below: int) -> bool:
        """Whether lines belong to these columns; ``most_below`` is how many columns there are from them on."""
        spans, own = self.spans, _spans(band)
        both = _merged([*spans, *own])
        if len(both) < max(len(own), len(spans)):
            return False
        if len(both) == len(own) == len(spans):
            return True
        size, distance = band[0].look.size, self._distance(band)
        if len(both) > len(spans):
            # Columns that begin a little lower than those beside them.
            return distance < _NEAR * size
        bottoms = [bottom for _, _, bottom in spans]
        is_even = max(bottoms) - min(bottoms) < 1.5 * size
        # What follows columns that end together, with none below it, follows all of them.
        follows = is_even and distance > 0.4 * size and most_below < len(spans)
        return distance < max(_FAR * size, _WIDER * self.widest) and not follows

    def _distance(self, band: list[Line]) -> float:
        return min(bottom for _, _, bottom in self.spans) - max(line.top for line in band)


def _bands(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines that overlap in height, from top to bottom."""
    band: list[Line] = []
    bottom = 0.0
    for line in sorted(lines, key=lambda one: -one.top):
        middle = (line.top + line.bottom) / 2
        if band and middle < bottom:
            yield band
            band = []
        bottom = min(bottom, line.bottom) if band else line.bottom
        band.append(line)
    if band:
        yield band


def _spans(lines: Iterable[Line]) -> list[_Span]:
    return _merged([(line.left, line.right, line.bottom) for line in lines])


def _merged(spans: list[_Span]) -> list[_Span]:
    """Return what stretches of the page's width are covered, those with less than a gutter between them as one."""
    found: list[_Span] = []
    for left, right, bottom in sorted(spans):
        if found and left - found[-1][1] < _GUTTER:
            before = found[-1]
            found[-1] = before[0], max(before[1], right), min(before[2], bottom)
        else:
            found.append((left, right, bottom))
    return found


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines from top to bottom; stretches of one line are put together, with a space between."""
    now: Line | None = None
    for line in sorted(lines, key=lambda one: (-round(one.baseline), one.left)):
        if now and abs(now.baseline - line.baseline) < 0.3 * now.look.size and line.left >= now.right - 1:
            space = replace(now.glyphs[-1], text=" ", is_made=True)
            top, bottom = max(now.top, line.top), min(now.bottom, line.bottom)
            glyphs = (*now.glyphs, space, *line.glyphs)
            now = Line(glyphs, now.page, now.left, line.right, bottom, top)
        else:
            if now:
                yield now
            now = line
    if now:
        yield now
