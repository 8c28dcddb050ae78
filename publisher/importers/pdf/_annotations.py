"""What lies over a PDF's pages: links and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

MOST = 1000
"""Annotations of one page."""
_local_file = re.compile(r"file:|[A-Za-z]:[\\/]|\\\\", re.IGNORECASE)
_NO_NOTES = frozenset({"/Link", "/Popup", "/Widget", "/FreeText"})
_SLACK = 1.0
"""Points by which a character may stand above or below its link."""


@dataclass(slots=True)
class Link:
    """A link's target, "" where its address is not to be told, and the areas that it covers."""

    target: str
    areas: tuple[tuple[float, float, float, float], ...]
    """Left, bottom, right and top of each, in points."""
    is_used: bool = False
    """Whether words were found under it."""

    def covers(self, across: float, up: float) -> bool:
        """Whether a point lies under the link."""
        return any(
            left <= across <= right and bottom - _SLACK <= up <= top + _SLACK for left, bottom, right, top in self.areas
        )


@dataclass(frozen=True, slots=True)
class Annotations:
    """What lies over one page."""

    links: list[Link]
    notes: list[str]
    """The words of comments."""
    words: list[str]
    """Words that are shown though they are no part of the page: typed notes and what fields are filled with."""


def of_page(page: Any) -> Annotations:
    """Return what lies over a page."""
    found = Annotations([], [], [])
    for annotation in list(page.get("/Annots", pikepdf.Array()))[:MOST]:
        if not isinstance(annotation, pikepdf.Dictionary):
            continue
        kind, contents = str(annotation.get("/Subtype", "")), str(annotation.get("/Contents", "")).strip()
        if kind == "/Link":
            target = _target_of(annotation)
            found.links.extend([] if target is None else [Link(target, tuple(_areas(annotation)))])
        elif kind == "/FreeText" and contents:
            found.words.append(contents)
        elif kind == "/Widget":
            found.words.extend(_value(annotation))
        elif kind not in _NO_NOTES and contents:
            found.notes.append(contents)
    return found


def _target_of(annotation: Any) -> str | None:
    """Return where a link leads, "" for one to somebody's computer; None for one to a place in the file itself."""
    action = annotation.get("/A")
    if not isinstance(action, pikepdf.Dictionary) or str(action.get("/S", "")) == "/GoTo":
        return None
    address = str(action.get("/URI", "")).strip()
    return "" if _local_file.match(address) else address


def _areas(annotation: Any) -> Iterator[tuple[float, float, float, float]]:
    corners = [float(one) for one in annotation.get("/QuadPoints", pikepdf.Array())]
    for start in range(0, len(corners) - 7, 8):
        across, up = corners[start : start + 8 : 2], corners[start + 1 : start + 8 : 2]
        yield min(across), min(up), max(across), max(up)
    rectangle = [float(one) for one in annotation.get("/Rect", pikepdf.Array())]
    if len(corners) < 8 and len(rectangle) == 4:
        left, bottom, right, top = rectangle
        yield min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _value(field: Any) -> Iterator[str]:
    value = field.get("/V", field.get("/Parent", pikepdf.Dictionary()).get("/V"))
    if isinstance(value, pikepdf.String) and str(value).strip():
        yield str(value).strip()
