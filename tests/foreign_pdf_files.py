"""PDFs written by hand, each word at its place, so that no font and no program decides about their lines."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

HEIGHT = 842
"""Points of a page, A4."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words at a place, in points from the left and the top of the page."""

    text: str
    left: float
    top: float
    size: float = 11
    font: str = "F1"
    """F1 is Helvetica, F2 is bold, F3 is oblique."""
    mark: int | None = None
    """The marked-content identifier."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link over an area: left, top, right, bottom, in points from the left and the top of the page."""

    target: str
    area: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """The pages of a PDF, with its words and where its links lead."""

    pages: tuple[tuple[Words, ...], ...]
    links: tuple[Link, ...] = ()
    tags: tuple[Any, ...] = ()
    """Elements as pairs of a role and kids; a kid is an element, an identifier on page 1, or words in its place."""
    words: str = field(default="")
    """All words in reading order; those of the pages one after the other where nothing is given."""

    @property
    def expected(self) -> str:
        return self.words or " ".join(words.text for page in self.pages for words in page)

    @property
    def data(self) -> bytes:
        """The file."""
        return _pdf(self)


def _pdf(shape: Shape) -> bytes:
    pdf = pikepdf.new()
    fonts = Dictionary(
        {
            f"/F{number}": Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"), Encoding=Name.WinAnsiEncoding
            )
            for number, name in enumerate(("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"), 1)
        }
    )
    for page in shape.pages:
        added = pdf.add_blank_page(page_size=(595, HEIGHT))
        added.Resources = Dictionary(Font=fonts)
        added.Contents = pdf.make_stream("\n".join(map(_painted, page)).encode("cp1252"))
    if shape.links:
        pdf.pages[0].Annots = Array(pdf.make_indirect(_annotation(link)) for link in shape.links)
    if shape.tags:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array(_element(pdf, element, root) for element in shape.tags)
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def _painted(words: Words) -> str:
    text = words.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    painted = f"BT /{words.font} {words.size} Tf 1 0 0 1 {words.left} {HEIGHT - words.top} Tm ({text}) Tj ET"
    return painted if words.mark is None else f"/P <</MCID {words.mark}>> BDC {painted} EMC"


def _annotation(link: Link) -> Dictionary:
    left, top, right, bottom = link.area
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([left, HEIGHT - bottom, right, HEIGHT - top]),
        A=Dictionary(S=Name.URI, URI=link.target),
    )


def _element(pdf: pikepdf.Pdf, element: Any, parent: pikepdf.Object) -> pikepdf.Object:
    role, kids = element
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent, Pg=pdf.pages[0].obj))
    inside: list[object] = []
    for kid in kids:
        if isinstance(kid, str):
            made.ActualText = kid
        else:
            inside.append(kid if isinstance(kid, int) else _element(pdf, kid, made))
    made.K = Array(inside)
    return made


def lines(texts: Iterable[str], left: float, top: float, *, size: float = 11, font: str = "F1") -> tuple[Words, ...]:
    """Return texts one below the other."""
    return tuple(Words(text, left, top + 14 * index, size, font) for index, text in enumerate(texts))


def tagged() -> Shape:
    """A file whose painting order is not that of its tags."""
    page = (
        Words("1.", 60, 300, mark=5),
        Words("numbered", 80, 300, mark=6),
        Words("Neglect", 60, 80, 24, "F2", mark=0),
        Words("A paragraph with a", 60, 120, mark=1),
        Words("link", 170, 120, mark=2),
        Words("and an end.", 60, 134, mark=3),
        Words("Cell one", 60, 400, mark=7),
        Words("Cell two", 300, 400, mark=8),
        Words("fi", 60, 450, mark=9),
        Words("Outside all tags", 60, 800),
        Words("•", 60, 320, mark=10),
        Words("dotted", 80, 320, mark=11),
    )
    tags = (
        (
            "Document",
            (
                ("H1", (0,)),
                ("P", (1, ("Link", (2,)), 3)),
                ("L", (("LI", (("Lbl", (5,)), ("LBody", (6, ("L", (("LI", (("Lbl", (10,)), ("LBody", (11,)))),)))))),)),
                ("Table", (("TR", (("TH", (("P", (7,)),)), ("TD", (8,)))),)),
                ("P", (("Span", (9, "final")),)),
            ),
        ),
    )
    words = "Neglect A paragraph with a link and an end. numbered dotted Cell one Cell two final Outside all tags"
    return Shape((page,), (Link("https://example.org/tagged", (169, 110, 190, 124)),), tags, words)


def two_columns() -> Shape:
    left = (
        "1. Background",
        "The first words of the left",
        "column go on in a second line.",
        "2. Why it matters",
        "More.",
    )
    right = ("3. Learning", "The right column is read last,", "as it stands beside the left.")
    page = (
        Words("A title over both columns of the page", 60, 80, 22, "F2"),
        *(words for pair in zip(lines(left, 60, 140), lines(right, 320, 140), strict=False) for words in pair),
        *lines(left[3:], 60, 182),
        Words("Date published: May 2024, on our website, as it was agreed by the three partners.", 60, 300),
    )
    words = " ".join(("A title over both columns of the page", *left, *right, page[-1].text))
    return Shape((page,), (Link("https://example.org/site", (165, 290, 270, 302)),), (), words)


def boxes() -> Shape:
    places = {1: (60, 100), 2: (320, 100), 3: (60, 300), 4: (320, 300), 5: (60, 500), 6: (320, 500), 7: (60, 700)}
    page: list[Words] = []
    for number in (1, 3, 2, 5, 7, 4, 6):
        left, top = places[number]
        page += [
            Words(f"{number}", left, top, 30, "F2"),
            Words(f"Heading {number}", left, top + 24, 14, "F2"),
            *lines((f"Box {number} has words on a line", "and on the line below."), left, top + 44),
        ]
    words = " ".join(
        f"{number} Heading {number} Box {number} has words on a line and on the line below."
        for number in (1, 3, 5, 2, 4, 6, 7)
    )
    return Shape((tuple(page),), words=words)


def broken_words() -> Shape:
    texts = (
        "Safeguarding is for everyone, and a multi-agency meeting helps. Safe-",
        "guarding partners work in a multi-",
        "agency way, and know a child-",
        "minder by name.",
        "• an item that is longer than one",
        "   line of the page",
        "• another",
    )
    words = (
        "Safeguarding is for everyone, and a multi-agency meeting helps. Safeguarding partners work in a multi-agency "
        "way, and know a child-minder by name. an item that is longer than one line of the page another"
    )
    return Shape((lines(texts, 60, 100),), words=words)


def several_pages() -> Shape:
    pages = tuple(
        (
            Words("Sample Safeguarding Partnership", 60, 30, 9),
            *lines((f"Page {number} says something", "that ends within a" if number == 1 else "that ends."), 60, 100),
            *(lines(("sentence of page one, which goes on",), 60, 88) if number == 2 else ()),
            Words(f"Page {number} of 3", 60, 820, 9),
        )
        for number in (1, 2, 3)
    )
    words = (
        "Page 1 says something that ends within a sentence of page one, which goes on Page 2 says something that ends. "
        "Page 3 says something that ends. Sample Safeguarding Partnership Page 1 of 3"
    )
    return Shape(pages, words=words)


def uneven_boxes_and_marks() -> Shape:
    """Return boxes that stand a little lower than those beside them, a footnote's mark, and Word's second bullet."""
    left, middle, right = (lines((f"{number}", f"Words of box {number}.", "More."), 60, 100) for number in (1, 2, 3))
    page = (
        *left,
        *(Words(one.text, one.left + 170, one.top + 6) for one in middle),
        *(Words(one.text, one.left + 340, one.top + 11) for one in right),
        Words("Said so", 60, 300),
        Words("1", 96, 296, 6),
        Words("o", 60, 330),
        Words("an item", 80, 330),
    )
    words = " ".join(f"{number} Words of box {number}. More." for number in (1, 2, 3))
    return Shape((page,), words=f"{words} Said so 1 an item")


SHAPES = {
    maker.__name__: maker for maker in (tagged, two_columns, boxes, broken_words, several_pages, uneven_boxes_and_marks)
}
