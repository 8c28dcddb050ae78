"""Tables that a page's end has cut, made whole again: WeasyPrint tags each page's part, each time with the heads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from publisher.renderers.pdf_tags.tree import Element, Kid, elements

Cells = tuple[str, ...]
"""The squashed texts of a row's cells."""


def whole(tree: Element, tables: Iterable[tuple[Cells, ...]], text: Callable[[Element], str]) -> Element:
    """Return the tree with each table in one element, its heads once.

    ``tables`` are the rows of the document's tables, in reading order; ``text`` gives the squashed text of an element.
    """
    pieces = [element for element in elements(tree) if element.role == "Table"]
    instead: dict[int, Element | None] = {}
    for rows in tables:
        taken, table = _taken(pieces, rows, text)
        for piece in pieces[:taken]:
            instead[id(piece)] = None
        if taken:
            instead[id(pieces[0])] = table
        del pieces[:taken]
    return _with(tree, instead)


def _with(element: Element, instead: dict[int, Element | None]) -> Element:
    kids: list[Kid] = []
    for kid in element.kids:
        if not isinstance(kid, Element):
            kids.append(kid)
        elif id(kid) not in instead:
            inner = _with(kid, instead)
            # On a table's last page, nothing may be left of the section around it.
            kids += [inner] if inner.kids or not kid.kids else []
        elif table := instead[id(kid)]:
            kids.append(table)
    return element.with_kids(kids)


def _taken(
    pieces: list[Element], known: tuple[Cells, ...], text: Callable[[Element], str]
) -> tuple[int, Element | None]:
    """Return how many of the pieces are of a table, and the table; 0 where a template does not print it."""
    found: list[Element] = []
    for count, piece in enumerate(pieces):
        body = [row for row in _rows(piece) if not _is_head(row)]
        if not all(_is_of(text(cell), known) for row in body for cell in _cells(row)):
            break
        for row in body:
            if found and not _is_whole(found[-1], known[len(found) - 1], text):
                found[-1] = _joined(found[-1], row)
            elif len(found) < len(known):
                found.append(row)
        if len(found) == len(known) and _is_whole(found[-1], known[-1], text):
            head = tuple(kid for kid in pieces[0].kids if isinstance(kid, Element) and kid.role == "Caption")
            heads = Element("THead", tuple(row for row in _rows(pieces[0]) if _is_head(row)))
            parts = (*head, heads, Element("TBody", tuple(found))) if heads.kids else (*head, *found)
            return count + 1, replace(pieces[0], kids=parts)
    return 0, None


def _rows(table: Element) -> Iterator[Element]:
    return (element for element in elements(table) if element.role == "TR")


def _cells(row: Element) -> tuple[Element, ...]:
    return tuple(kid for kid in row.kids if isinstance(kid, Element))


def _is_head(row: Element) -> bool:
    cells = _cells(row)
    return bool(cells) and all(cell.role == "TH" for cell in cells)


def _is_of(part: str, known: tuple[Cells, ...]) -> bool:
    return not part or any(part in cell for row in known for cell in row)


def _is_whole(row: Element, known: Cells, text: Callable[[Element], str]) -> bool:
    return all(len(text(cell)) >= len(words) for cell, words in zip(_cells(row), known, strict=False))


def _joined(row: Element, rest: Element) -> Element:
    """Return a row with what the next page has of its cells."""
    cells = zip(_cells(row), _cells(rest), strict=False)
    return row.with_kids(before.with_kids((*before.kids, *after.kids)) for before, after in cells)


def in_bodies(element: Element) -> Element:
    """Return the element with what stands in its list items, such as a table, in their bodies."""
    kids = tuple(in_bodies(kid) if isinstance(kid, Element) else kid for kid in element.kids)
    if element.role != "LI":
        return element.with_kids(kids)
    labels = tuple(kid for kid in kids if isinstance(kid, Element) and kid.role == "Lbl")
    body = tuple(
        inner
        for kid in kids
        if kid not in labels
        for inner in (kid.kids if isinstance(kid, Element) and kid.role == "LBody" else (kid,))
    )
    return element.with_kids((*labels, Element("LBody", body)) if body else labels)
