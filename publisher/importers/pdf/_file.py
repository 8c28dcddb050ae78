"""A PDF opened twice: PDFium knows its characters, pikepdf its tags, links and properties."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pikepdf
import pypdfium2

from publisher.errors import PublisherError
from publisher.importers.pdf._annotations import Annotations, of_page
from publisher.importers.pdf._glyphs import Glyph, Page
from publisher.importers.pdf._tags import Key, Tagged, Tags

MOST_PAGES = 200
MOST_CHARACTERS = 1_000_000
"""Of all pages; this bounds the time that a file can take."""
_DAMAGE = (
    *(pikepdf.PdfError, ArithmeticError, AttributeError, IndexError, KeyError, NotImplementedError, RuntimeError),
    *(TypeError, ValueError),
)
"""What pikepdf raises for objects that are not what they should be."""


@dataclass(slots=True)
class File:
    """What a PDF holds."""

    glyphs: list[list[Glyph]] = field(default_factory=list)
    """The characters of each page."""
    heights: list[float] = field(default_factory=list)
    """Of the pages, in points."""
    unreadable: int = 0
    """How many characters are of no known letter."""
    annotations: list[Annotations] = field(default_factory=list)
    tagged: list[Tagged] = field(default_factory=list)
    reached: set[Key] = field(default_factory=set)
    """The marked-content sequences that the tags lead to."""
    title: str = ""
    language: str = ""
    holds: set[str] = field(default_factory=set)
    """What it holds beside text: ``script``, ``attachment``, ``picture``."""

    def by_key(self) -> dict[Key, list[Glyph]]:
        """Return the characters by page and marked-content identifier."""
        found: dict[Key, list[Glyph]] = defaultdict(list)
        for number, page in enumerate(self.glyphs):
            for glyph in page:
                found[number, glyph.look.mark].append(glyph)
        return found


def opened(data: bytes, name: str) -> File:
    """Return what a PDF holds; raises PublisherError for one that is refused."""
    file = File()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            _describe(pdf, file)
            _characters(data, name, file)
            _tags(pdf, file)
    except pikepdf.PasswordError as error:
        raise PublisherError(f"`{name}` is protected by a password; save a copy of it without one") from error
    except _DAMAGE as error:
        # pikepdf gives up on some files that PDFium can read: their words are more than nothing.
        if not file.glyphs:
            file = File()
            _characters(data, name, file)
        elif isinstance(error, RecursionError):
            file.tagged.clear()
    return file


def _describe(pdf: pikepdf.Pdf, file: File) -> None:
    """Read what stands beside the characters."""
    if len(pdf.pages) > MOST_PAGES:
        raise PublisherError(_too_many_pages(len(pdf.pages)))
    root = pdf.Root
    file.language = str(root.get("/Lang", ""))
    file.title = str(pdf.docinfo.get("/Title", "")).strip()
    names = root.get("/Names", pikepdf.Dictionary())
    action = root.get("/OpenAction")
    is_view = not isinstance(action, pikepdf.Dictionary) or str(action.get("/S", "")) == "/GoTo"
    if "/JavaScript" in names or "/AA" in root or not is_view:
        file.holds.add("script")
    if "/EmbeddedFiles" in names or "/AF" in root:
        file.holds.add("attachment")
    for page in pdf.pages:
        file.annotations.append(_annotations(page))


def _annotations(page: pikepdf.Page) -> Annotations:
    try:
        return of_page(page)
    except _DAMAGE:
        return Annotations([], [], [])


def _characters(data: bytes, name: str, file: File) -> None:
    """Read the characters of all pages."""
    try:
        with closing(pypdfium2.PdfDocument(data)) as pdf:
            if len(pdf) > MOST_PAGES:
                raise PublisherError(_too_many_pages(len(pdf)))
            for page in _pages(pdf, file):
                file.glyphs.append(page.glyphs())
                file.heights.append(page.height)
                file.unreadable += page.unreadable
                file.holds |= {"picture"} if page.has_pictures else set()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise PublisherError(f"`{name}` is protected by a password; save a copy of it without one") from error
        raise PublisherError(f"`{name}` is not a whole PDF; make it again from the document") from error


def _pages(pdf: pypdfium2.PdfDocument, file: File) -> Iterator[Page]:
    count = 0
    for number in range(len(pdf)):
        links = file.annotations[number].links if number < len(file.annotations) else []
        page = Page(pdf[number], links)
        count += page.count
        if count > MOST_CHARACTERS:
            raise PublisherError(f"the PDF has more than {MOST_CHARACTERS:,} characters; import it in parts")
        yield page


def _tags(pdf: pikepdf.Pdf, file: File) -> None:
    found = file.by_key()
    tags = Tags(lambda key: "".join(glyph.text for glyph in found.get(key, ())))
    file.tagged = tags.read(pdf)
    file.reached = tags.reached


def _too_many_pages(count: int) -> str:
    return f"the PDF has {count} pages, and no more than {MOST_PAGES} are read; import it in parts"
