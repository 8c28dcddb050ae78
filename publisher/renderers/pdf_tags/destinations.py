"""Where bookmarks and links inside the document lead: to structure elements, as PDF/UA-2 wants it (section 8.8)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from publisher.renderers.pdf_tags.tree import Annotation, Content, Element, contents, elements

_LARGE = frozenset({"Document", "Part", "Art"})
"""What holds the place that a link leads to, and is never the place itself."""


def write(file: pikepdf.Pdf, written: list[tuple[Element, pikepdf.Object]]) -> None:
    """Give each bookmark and each inner link of a file the element that begins where it leads."""
    begins = [(first, element.role, target) for element, target in written if (first := next(contents(element), None))]
    headings = [(first, target) for first, role, target in begins if role.startswith("H")]
    others = [(first, target) for first, role, target in begins if role not in _LARGE]
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}

    def action(place: pikepdf.Object, candidates: list[tuple[Content, pikepdf.Object]]) -> Dictionary:
        page, x, y = pages[place[0].objgen], float(place[2]), float(place[3])

        def distance(candidate: tuple[Content, pikepdf.Object]) -> tuple[bool, float]:
            first, _ = candidate
            return first.page != page, abs(first.x - x) + abs(first.y - y)

        _, target = min(candidates, key=distance)
        return Dictionary(S=Name.GoTo, D=place, SD=Array([target, *list(place)[1:]]))

    for bookmark in _bookmarks(file.Root.get("/Outlines")):
        bookmark.A = action(bookmark.Dest, headings)
        del bookmark.Dest
    names = _names(file)
    for page in file.pages:
        for link in page.get("/Annots", ()):
            if "/Dest" in link:
                link.A = action(names[str(link.Dest)], others)
                del link.Dest
    for element, entry in written:
        if element.role == "TOCI" and (target := next(_leads_to(element), None)) is not None:
            # Section 8.2.5.8: an entry of a list of contents names what it stands for.
            entry.Ref = Array([target])


def _leads_to(element: Element) -> Iterator[pikepdf.Object]:
    """Yield the elements that the links inside lead to."""
    kids = (kid for inner in elements(element) for kid in inner.kids)
    yield from (kid.annotation.A.SD[0] for kid in kids if isinstance(kid, Annotation) and "/SD" in kid.annotation.A)


def _bookmarks(above: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    """Yield the bookmarks below an entry of the outline."""
    bookmark = above.get("/First") if above is not None else None
    while bookmark is not None:
        yield bookmark
        yield from _bookmarks(bookmark)
        bookmark = bookmark.get("/Next")


def _names(file: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Return the places that have names; WeasyPrint writes them in one array."""
    entries = list(file.Root.Names.Dests.Names) if "/Names" in file.Root else []
    return {str(name): place for name, place in zip(entries[::2], entries[1::2], strict=True)}
