"""Links: what is read of them, and where they are met on a page."""

from __future__ import annotations

from itertools import groupby

import pikepdf
from pikepdf import Array, String

from publisher.renderers.pdf_tags.tree import Annotation, Element, contents

Rectangle = tuple[float, float, float, float]
"""Left, lower, right and upper edge."""

_PRINTED = 4
"""The flag that PDF/A wants (ISO 32000-1, table 165)."""


def named(file: pikepdf.Pdf, element: Element) -> Element:
    """Return the element with one annotation a page for each link inside it; names them by the words of the links."""
    kids = tuple(named(file, kid) if isinstance(kid, Element) else kid for kid in element.kids)
    if element.role != "Link":
        return element.with_kids(kids)
    name = " ".join("".join(content.words for content in contents(element)).split())
    annotations = [kid for kid in kids if isinstance(kid, Annotation)]
    for kid in annotations:
        kid.annotation.Contents = String(name)
        kid.annotation.Rect = Array(_rectangle(kid.annotation))
        kid.annotation.F = _PRINTED
    gone: set[tuple[int, int]] = set()
    for page, parts in groupby(annotations, key=lambda kid: kid.page):
        gone |= _merged(file.pages[page].obj, [part.annotation for part in parts])
    kept = (kid for kid in kids if not (isinstance(kid, Annotation) and kid.annotation.objgen in gone))
    return element.with_kids(kept)


def _merged(page: pikepdf.Object, parts: list[pikepdf.Object]) -> set[tuple[int, int]]:
    """Give the first of a link's annotations the areas of all, and return the others, which leave the page.

    ISO 32000-1, section 14.8.4.4.2, wants a single annotation with an area for each line, so that the keyboard meets
    the link once. For a mouse, Chrome takes the rectangle around the areas; where another link is in it, the parts
    stay as they are.
    """
    areas = [_rectangle(part) for part in parts]
    left, lower, right, upper = (list(edges) for edges in zip(*areas, strict=True))
    around = (min(left), min(lower), max(right), max(upper))
    numbers = {part.objgen for part in parts}
    others = [note for note in page.Annots if note.objgen not in numbers]
    if len(parts) == 1 or any(_overlap(around, _rectangle(note)) for note in others):
        return set()
    parts[0].Rect = Array(around)
    parts[0].QuadPoints = Array([edge for x1, y1, x2, y2 in areas for edge in (x1, y1, x2, y1, x2, y2, x1, y2)])
    gone = numbers - {parts[0].objgen}
    page.Annots = Array([note for note in page.Annots if note.objgen not in gone])
    return gone


def _rectangle(annotation: pikepdf.Object) -> Rectangle:
    x1, y1, x2, y2 = (round(float(edge), 3) for edge in annotation.Rect)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
