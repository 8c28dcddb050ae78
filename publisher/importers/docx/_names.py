"""The names of Office Open XML that the reader asks for, and the way through its alternatives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Element = Any
"""An element of lxml, whose stubs know less of it than is needed here."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
FORMULA = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VML = "urn:schemas-microsoft-com:vml"

ALTERNATIVES = f"{{{COMPATIBILITY}}}AlternateContent"
_WORDS = (f"{{{WORD}}}t", f"{{{DRAWING}}}t", f"{{{FORMULA}}}t", f"{{{DIAGRAM}}}relIds", f"{{{VML}}}textpath")
_PICTURES = (f"{{{PICTURE}}}pic", f"{{{VML}}}imagedata", f"{{{CHART}}}chart")


def of_word(name: str) -> str:
    """Return the qualified name of an element or attribute of WordprocessingML."""
    return f"{{{WORD}}}{name}"


def value(parent: Element, name: str) -> str | None:
    """Return the ``w:val`` of a child of that name, or None where there is no such child or value."""
    child = None if parent is None else parent.find(of_word(name))
    return None if child is None else child.get(of_word("val"))


def is_on(parent: Element, name: str) -> bool | None:
    """Return whether a child of that name switches something on, or None where there is none."""
    child = None if parent is None else parent.find(of_word(name))
    return None if child is None else child.get(of_word("val"), "1") not in {"0", "false", "off", "none"}


def whole(text: str | None) -> int | None:
    """Return a whole number, or None for what is none or is beyond all that Word writes."""
    try:
        number = int(text or "")
    except ValueError:
        return None
    return number if abs(number) < 1 << 31 else None


def children(element: Element) -> Iterator[Element]:
    """Yield the children of an element; of the alternatives for other programs only one is read."""
    for child in element.iterchildren("*"):
        if child.tag == ALTERNATIVES:
            branch = _branch(child)
            if branch is not None:
                yield from children(branch)
        else:
            yield child


def descendants(element: Element, *, below: frozenset[str] = frozenset()) -> Iterator[Element]:
    """Yield all that stands below an element, in document order, but nothing below elements named in ``below``."""
    for child in children(element):
        yield child
        if child.tag not in below:
            yield from descendants(child, below=below)


def _branch(alternatives: Element) -> Element | None:
    """Return the first alternative that says or shows something, else the first."""
    branches = list(alternatives.iterchildren("*"))
    for branch in branches:
        if next(branch.iter(*_WORDS, *_PICTURES), None) is not None:
            return branch
    return branches[0] if branches else None
