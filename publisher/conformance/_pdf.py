"""A PDF as read by the checks: the words in the order of its tags, which is the order in which it is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

import pikepdf
from lxml import etree

from publisher.conformance._pdf_file import opened
from publisher.conformance._pdf_pages import Piece, pieces
from publisher.conformance._reading import Block, Reading

_inline = "Span Link NonStruct Em Strong Quote Code Reference Sub Private"
_INLINE = frozenset(_inline.split())
_HEADINGS = {f"H{level}": level for level in range(1, 7)}
_INFO = {"/Creator": "CreatorTool"}
"""Names of the information dictionary that mean something else in XMP: there a creator is a person."""
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_A = "{http://www.aiim.org/pdfa/ns/id/}"
_INVISIBLE = 3
"""The text rendering mode that paints nothing."""


def read(data: bytes) -> Reading:
    """Return what the PDF says; raises for bytes that are not one, and for a catalogue or page tree that is broken."""
    painted, pdf = pieces(data), opened(data)
    tags = _Tags(pdf, painted)
    xmp = _xmp(pdf)
    return Reading(
        title=str(pdf.docinfo.get("/Title", "")),
        language=str(pdf.Root.get("/Lang", "")),
        blocks=tuple(tags.blocks),
        links=tuple(tags.links),
        images=tuple(tags.images),
        tables=tuple(tags.tables),
        fields=tuple(tags.fields),
        metadata=(*((_INFO.get(name, name[1:]), str(value)) for name, value in pdf.docinfo.items()), *xmp),
        hidden=tuple(_hidden(pdf, painted)),
        bookmarks=tuple(_bookmarks(pdf.Root.get("/Outlines"))),
        claims=tuple(_claims(dict(xmp))),
    )


class _Tags:
    """Walks the tag tree and collects what stands in it."""

    def __init__(self, pdf: pikepdf.Pdf, painted: dict[tuple[int, int], list[Piece]]) -> None:
        self.blocks: list[Block] = []
        self.links: list[str] = []
        self.images: list[str | None] = []
        self.tables: list[bool] = []
        self.fields: list[str] = []
        self._painted = painted
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._words: list[str] = []
        self._pieces: list[Piece] = []
        root = pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
        self._roles = {name: str(role) for name, role in root.get("/RoleMap", pikepdf.Dictionary()).items()}
        for kid in _kids(root):
            self._take(kid, -1, 0, spoken=True)

    def _take(self, kid: Any, page: int, level: int, *, spoken: bool) -> None:
        """Read one kid of an element; ``spoken`` unless words that stand for it have been read already."""
        if isinstance(kid, int):
            self._content(page, kid, spoken=spoken)
            return
        if "/Pg" in kid:
            page = self._pages[kid.Pg.objgen]
        if "/MCID" in kid:
            self._content(page, int(kid.MCID), spoken=spoken)
        elif "/Obj" in kid and kid.Obj.get("/Subtype") == "/Widget":
            self.fields.append(str(kid.Obj.get("/TU", "")))
        elif "/Obj" in kid:
            if "/A" in kid.Obj and "/URI" in kid.Obj.A:
                self.links.append(str(kid.Obj.A.URI))
        elif "/S" in kid:
            self._element(kid, page, level, spoken=spoken)

    def _element(self, element: Any, page: int, level: int, *, spoken: bool) -> None:
        name = self._roles.get(str(element.S), str(element.S)).removeprefix("/")
        own = _HEADINGS.get(name, level)
        if name not in _INLINE:
            self._end(level)
        if name == "Figure":
            self.images.append(str(element.get("/Alt", element.get("/ActualText", ""))) or None)
            spoken = False
        if name == "Table":
            self.tables.append(False)
        if name == "TH" and self.tables:
            self.tables[-1] = True
        if "/ActualText" in element and spoken:
            self._words.append(str(element.ActualText))
            spoken = False
        for kid in _kids(element):
            self._take(kid, page, own, spoken=spoken)
        if name not in _INLINE:
            self._end(own)

    def _content(self, page: int, identifier: int, *, spoken: bool) -> None:
        found = self._painted.get((page, identifier), [])
        self._pieces += found
        if spoken:
            self._words += [piece.run.text for piece in found]

    def _end(self, level: int) -> None:
        """End the block that is being read, if it has words."""
        text, runs = "".join(self._words), tuple(piece.run for piece in self._pieces)
        if text.strip():
            lines = _lines(self._pieces)
            self.blocks.append(Block(text, level, runs, _justified(lines), _leading(lines)))
        self._words.clear()
        self._pieces = []


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _lines(found: list[Piece]) -> list[list[Piece]]:
    """Return the pieces of a block by the line they stand on."""
    return [list(line) for _, line in groupby(found, key=lambda piece: (piece.page, round(piece.baseline)))]


def _justified(lines: list[list[Piece]]) -> bool:
    """Whether all lines but the last end at the same edge, as those of left-aligned text do not."""
    edges = [max(piece.right for piece in line if piece.run.text.strip()) for line in lines[:-1] if _has_words(line)]
    return len(edges) > 2 and max(edges) - min(edges) < 0.5


def _has_words(line: list[Piece]) -> bool:
    return any(piece.run.text.strip() for piece in line)


def _leading(lines: list[list[Piece]]) -> float | None:
    """Return the least distance of two lines of a block as a multiple of the size of its type."""
    distances = [
        (above[0].baseline - below[0].baseline) / max(piece.run.size for piece in below)
        for above, below in pairwise(lines)
        if above[0].page == below[0].page and above[0].baseline - below[0].baseline > below[0].run.size / 2
    ]
    return min(distances, default=None)


def _xmp(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Return the fields of the XMP packet."""
    if "/Metadata" not in pdf.Root:
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    packet = etree.fromstring(pdf.Root.Metadata.read_bytes(), parser)
    return [field for description in packet.iter(f"{_RDF}Description") for field in _described(description)]


def _described(description: Any) -> Iterator[tuple[str, str]]:
    for name, value in description.attrib.items():
        if not name.startswith((_RDF, _XML)):
            yield name, value
    for field in description.iterchildren(etree.Element):
        # The description of the schemas that PDF/A asks for says nothing of this file.
        if field.tag.startswith(_EXTENSION) or field.tag.startswith(_RDF):
            continue
        yield from ((field.tag, text) for text in field.itertext() if text.strip())


def _claims(xmp: dict[str, str]) -> Iterator[str]:
    if part := xmp.get(f"{_UA}part"):
        yield f"ua{part}"
    if part := xmp.get(f"{_A}part"):
        yield f"{part}{xmp.get(f'{_A}conformance', '').lower()}"


def _bookmarks(entry: Any) -> Iterator[str]:
    """Yield the titles of an outline, each before those below it."""
    following = None if entry is None else entry.get("/First")
    while following is not None:
        yield str(following.get("/Title", ""))
        yield from _bookmarks(following)
        following = following.get("/Next")


def _hidden(pdf: pikepdf.Pdf, painted: dict[tuple[int, int], list[Piece]]) -> Iterator[str]:
    root = pdf.Root
    names = root.get("/Names", pikepdf.Dictionary())
    notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
    if any(note.get("/Subtype") not in {"/Link", "/Widget"} for note in notes):
        yield "a comment or another annotation"
    if "/AF" in root or "/EmbeddedFiles" in names:
        yield "an attached file"
    runs = any("/AA" in note or (note.get("/Subtype") == "/Widget" and "/A" in note) for note in notes)
    if runs or "/JavaScript" in names or "/AA" in root or "/OpenAction" in root:
        yield "an action that runs by itself"
    if "/OCProperties" in root:
        yield "a layer that can be switched off"
    if any(piece.mode == _INVISIBLE for found in painted.values() for piece in found if piece.run.text.strip()):
        yield "hidden text"
