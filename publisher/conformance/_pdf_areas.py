"""What is painted behind text on a PDF's page: areas of one colour, as far as their edges are straight."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

Point = tuple[float, float]
Loops = tuple[tuple[Point, ...], ...]
"""Closed lines; what lies inside an odd number of them is inside."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page that is painted with one colour, as ``#rrggbb``, or "" where colour or edge cannot be told."""

    bounds: tuple[float, float, float, float]
    """Left, bottom, right and top, in points from the lower left corner of the page."""
    colour: str
    edges: tuple[Loops, ...] = ()
    """The area lies inside each of these."""

    def covers(self, point: Point) -> bool:
        """Whether the point lies in the area, or might where its edge cannot be told."""
        left, bottom, right, top = self.bounds
        x, y = point
        within = left <= x <= right and bottom <= y <= top
        return within and all(_is_inside(point, loops) for loops in self.edges)


def _is_inside(point: Point, loops: Loops) -> bool:
    """Whether a line from the point to the right crosses the loops an odd number of times."""
    x, y = point
    crossings = 0
    for loop in loops:
        for (x1, y1), (x2, y2) in pairwise((*loop, loop[0])):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1


def bounds(item: Any) -> tuple[float, float, float, float]:
    """Return the edges of an object of a page: left, bottom, right, top."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def colour(item: Any) -> str:
    """Return the colour that an object is filled with."""
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(item, *parts)
    red, green, blue, _ = (part.value for part in parts)
    return f"#{red:02x}{green:02x}{blue:02x}"


def filled(item: Any) -> Iterator[Area]:
    """Yield the area that a path fills, if it fills one."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, mode, stroked)
    if mode.value == pdfium.FPDF_FILLMODE_NONE:
        return
    edges = list(_edges(item))
    crossing = mode.value == pdfium.FPDF_FILLMODE_WINDING and len(edges[0] or ()) > 1
    straight = tuple(loops for loops in edges if loops)
    if crossing or len(straight) < len(edges) or pdfium.FPDFPageObj_HasTransparency(item):
        yield Area(bounds(item), "")
    else:
        yield Area(bounds(item), colour(item), straight)


def _edges(item: Any) -> Iterator[Loops | None]:
    """Yield the loops of a path and of those that it is cut by; None for one with curves."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    yield _loops(
        lambda index: pdfium.FPDFPath_GetPathSegment(item, index),
        pdfium.FPDFPath_CountSegments(item),
        lambda x, y: (matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f),
    )
    clip = pdfium.FPDFPageObj_GetClipPath(item)
    for path in range(max(pdfium.FPDFClipPath_CountPaths(clip), 0)):
        yield _loops(
            lambda index, path=path: pdfium.FPDFClipPath_GetPathSegment(clip, path, index),  # type: ignore[misc]
            pdfium.FPDFClipPath_CountPathSegments(clip, path),
            lambda x, y: (x, y),
        )


def _loops(segment: Callable[[int], Any], count: int, placed: Callable[[float, float], Point]) -> Loops | None:
    loops: list[list[Point]] = []
    for index in range(count):
        kind = pdfium.FPDFPathSegment_GetType(segment(index))
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return None
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            loops.append([])
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment(index), x, y)
        loops[-1].append(placed(x.value, y.value))
    return tuple(tuple(loop) for loop in loops)
