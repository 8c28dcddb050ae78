"""What WeasyPrint prints, and the tags that it has made for it, which are never written into a file as they are."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Name

from publisher.renderers.pdf_tags.content import Page, Sequence
from publisher.renderers.pdf_tags.tree import Annotation, Content, Element, Kid

_POINTS_PER_PIXEL = 0.75
_TAGS = frozenset({"/StructElem", "/OBJR", "/StructTreeRoot"})


class Printed:
    """A document as WeasyPrint prints it, without its tags, and these as WeasyPrint has made them.

    Writing and reading them takes as long as mending them.
    """

    def __init__(self, laid_out: Any, variant: str) -> None:
        """Print what WeasyPrint has laid out."""
        self._objects: list[Any] = []
        self._root: Any = None
        # The file is compressed once, when its tags are mended.
        self.data: bytes = laid_out.write_pdf(pdf_variant=variant, uncompressed_pdf=True, finisher=self._take)

    def _take(self, _: Any, pdf: Any) -> None:
        self._objects = pdf.objects
        self._root = self._of(pdf.catalog.pop("StructTreeRoot"))
        self._of(self._root["ParentTree"]).free = "f"
        for printed in self._objects:
            if isinstance(printed, dict) and printed.get("Type") in _TAGS:
                # Such an object is not written.
                printed.free = "f"  # type: ignore[attr-defined]

    def read(self, file: pikepdf.Pdf, pages: tuple[Page, ...]) -> Element:
        """Return the tags: the element that is the document; ``file`` is what has been printed."""
        numbers = {page.obj.objgen[0]: number for number, page in enumerate(file.pages)}

        def element(found: Any) -> Element:
            page = numbers[_number(found["Pg"])] if "Pg" in found else 0
            alternative = found.get("Alt")
            return Element(
                found["S"].removeprefix("/"),
                tuple(kid(inner, page) for inner in found["K"]),
                alternative=alternative.string if alternative else "",
                attributes=_attributes(found["A"], pages[page].height) if "A" in found else {},
            )

        def kid(inner: Any, page: int) -> Kid:
            if isinstance(inner, int):
                # What is half transparent is drawn elsewhere; its words are not known, but they are there.
                sequence = pages[page].sequences.get(inner) or Sequence(0, shown="\ufffd")
                return Content(page, inner, sequence.words, sequence.x, sequence.y)
            found = self._of(inner)
            return Annotation(page, file.get_object(_number(found["Obj"]), 0)) if "Obj" in found else element(found)

        return element(self._of(self._root["K"][0]))

    def _of(self, reference: bytes) -> Any:
        return self._objects[_number(reference)]


def _number(reference: bytes) -> int:
    return int(reference.partition(b" ")[0])


def _attributes(found: Any, page_height: float) -> dict[str, Any]:
    """Return attributes; Scope says the same as Headers, and needs no index of identifiers."""
    values = {f"/{name}": value for name, value in found.items() if name != "Headers"}
    values["/O"] = Name(values["/O"])
    if "/BBox" in values:
        values["/BBox"] = _in_points(values["/BBox"], page_height)
    return values


def _in_points(box: Any, page_height: float) -> list[float]:
    """Return a box in points from the lower left corner; WeasyPrint gives pixels from the upper left one."""
    left, top, right, bottom = (round(float(side), 6) * _POINTS_PER_PIXEL for side in box)
    return [round(side, 3) for side in (left, page_height - bottom, right, page_height - top)]
