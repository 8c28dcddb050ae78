"""Text boxes and shapes: what stands in each, and where on the page, as far as a file says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from publisher.importers.docx._names import DRAWING, GROUP, PLACING, SHAPE, VML, Element, children, of_word, whole

_UNITS_OF_POINT = 12700
"""English Metric Units, ECMA-376 part 1, 20.1.2.1."""
_MARGIN = 72.0
"""Points; Word's usual margin, as only the order of boxes hangs on it."""
_PAGE = {"left": 0.0, "top": 0.0, "inside": 0.0, "center": 225.0, "right": 450.0, "outside": 450.0, "bottom": 700.0}
"""Points on A4 for a box that is placed by a word."""
_LEAST_HEIGHT = 36.0
"""Points by which boxes of one row may stand apart, where no height is known."""
_length = re.compile(r"(?:^|;)\s*([\w-]+)\s*:\s*(-?[\d.]+)(pt|in|cm|mm|px|pc)?", re.IGNORECASE)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0}
_TEXT = of_word("txbxContent")
_DRAWN_TEXT = f"{{{DRAWING}}}txBody"


@dataclass(frozen=True, slots=True)
class Box:
    """The content of a text box, in points from the upper left corner of its page."""

    content: Element
    page: int
    left: float
    top: float
    height: float


class _Scale(NamedTuple):
    """How the units of a group lie on the page: a point at ``(x, y)`` of it stands at ``left + x * across``."""

    left: float
    top: float
    across: float
    down: float


def boxes(drawing: Element, page: int, line: float) -> Iterator[Box]:
    """Yield the text boxes of a drawing; ``line`` is where its paragraph stands, in points from the page's top."""
    yield from _below(drawing, Box(drawing, page, _MARGIN, line, 0.0), None)


def in_order(found: Iterable[Box]) -> Iterator[Box]:
    """Yield boxes row by row, each row from the left: those beside the upper half of another are in its row."""
    row: list[Box] = []
    for box in sorted(found, key=lambda one: (one.page, one.top, one.left)):
        if row and (box.page != row[0].page or box.top >= row[0].top + max(row[0].height / 2, _LEAST_HEIGHT)):
            yield from sorted(row, key=lambda one: one.left)
            row = []
        row.append(box)
    yield from sorted(row, key=lambda one: one.left)


def _below(element: Element, place: Box, scale: _Scale | None) -> Iterator[Box]:
    for child in children(element):
        if child.tag in {_TEXT, _DRAWN_TEXT}:
            yield replace(place, content=child)
            continue
        own, within = place, scale
        if child.tag == f"{{{PLACING}}}anchor":
            own = _anchored(child, place)
        elif child.tag in {f"{{{GROUP}}}wgp", f"{{{GROUP}}}grpSp"}:
            within = _grouped(child, place, scale)
        elif child.tag == f"{{{SHAPE}}}wsp" and scale:
            own = _in_group(child, place, scale)
        elif child.tag.startswith(f"{{{VML}}}"):
            own, within = _vector(child, place, scale)
        yield from _below(child, own, within)


def _anchored(anchor: Element, place: Box) -> Box:
    extent = anchor.find(f"{{{PLACING}}}extent")
    height = 0.0 if extent is None else _points(extent.get("cy"))
    left = _offset(anchor.find(f"{{{PLACING}}}positionH"), place.left, 0.0)
    top = _offset(anchor.find(f"{{{PLACING}}}positionV"), place.top, place.top)
    return replace(place, left=left, top=top, height=height)


def _offset(position: Element | None, unknown: float, flow: float) -> float:
    if position is None:
        return unknown
    origin = {"page": 0.0, "paragraph": flow, "line": flow}.get(position.get("relativeFrom"), _MARGIN)
    word = (position.findtext(f"{{{PLACING}}}align") or "").strip()
    if word:
        return _PAGE.get(word, 0.0)
    return origin + _points(position.findtext(f"{{{PLACING}}}posOffset"))


def _grouped(group: Element, place: Box, scale: _Scale | None) -> _Scale:
    transform = group.find(f"{{*}}grpSpPr/{{{DRAWING}}}xfrm")
    outer = scale or _Scale(place.left, place.top, 1 / _UNITS_OF_POINT, 1 / _UNITS_OF_POINT)
    if transform is None:
        return outer
    ratio = [_number(transform, "ext", of) / (_number(transform, "chExt", of) or 1.0) or 1.0 for of in ("cx", "cy")]
    across, down = outer.across * ratio[0], outer.down * ratio[1]
    begin = [_number(transform, "off", of) if scale else 0.0 for of in ("x", "y")]
    left = outer.left + begin[0] * outer.across - _number(transform, "chOff", "x") * across
    top = outer.top + begin[1] * outer.down - _number(transform, "chOff", "y") * down
    return _Scale(left, top, across, down)


def _in_group(shape: Element, place: Box, scale: _Scale) -> Box:
    transform = shape.find(f"{{{SHAPE}}}spPr/{{{DRAWING}}}xfrm")
    if transform is None:
        return place
    return replace(
        place,
        left=scale.left + _number(transform, "off", "x") * scale.across,
        top=scale.top + _number(transform, "off", "y") * scale.down,
        height=_number(transform, "ext", "cy") * scale.down,
    )


def _vector(shape: Element, place: Box, scale: _Scale | None) -> tuple[Box, _Scale | None]:
    """Return where a shape of VML stands, and for a group how its units lie."""
    lengths = {name.lower(): (float(number), unit) for name, number, unit in _found_lengths(shape.get("style", ""))}
    if not lengths:
        return place, scale
    if scale:
        left = scale.left + lengths.get("left", (0.0, ""))[0] * scale.across
        top = scale.top + lengths.get("top", (0.0, ""))[0] * scale.down
        height = lengths.get("height", (0.0, ""))[0] * scale.down
    else:
        left = place.left + _in_points(lengths, "margin-left") + _in_points(lengths, "left")
        top = place.top + _in_points(lengths, "margin-top") + _in_points(lengths, "top")
        height = _in_points(lengths, "height")
    own = replace(place, left=left, top=top, height=height)
    if shape.tag != f"{{{VML}}}group":
        return own, scale
    width = lengths.get("width", (0.0, ""))[0] * scale.across if scale else _in_points(lengths, "width")
    units, begin = _pair(shape.get("coordsize"), 1000), _pair(shape.get("coordorigin"), 0)
    across, down = (width / (units[0] or 1000)) or 1.0, (height / (units[1] or 1000)) or 1.0
    return own, _Scale(left - begin[0] * across, top - begin[1] * down, across, down)


def _found_lengths(style: str) -> Iterator[tuple[str, str, str]]:
    for name, number, unit in _length.findall(style[:1000]):
        if re.fullmatch(r"-?\d{1,7}(\.\d{0,9})?", number):
            yield name, number, unit.lower()


def _in_points(lengths: dict[str, tuple[float, str]], name: str) -> float:
    number, unit = lengths.get(name, (0.0, "pt"))
    return number * _POINTS.get(unit, 1.0)


def _pair(text: str | None, unknown: int) -> tuple[int, int]:
    across, _, down = (text or "").partition(",")
    return whole(across) or unknown, whole(down) or unknown


def _points(units: str | None) -> float:
    return (whole((units or "").strip()) or 0) / _UNITS_OF_POINT


def _number(transform: Element, child: str, attribute: str) -> float:
    found = transform.find(f"{{{DRAWING}}}{child}")
    return 0.0 if found is None else float(whole(found.get(attribute)) or 0)
