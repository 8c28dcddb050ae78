"""The structure tree as values, and what is written of it into a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import is_
from typing import Any, Self

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_NAMESPACE = "http://iso.org/pdf2/ssn"
"""The standard structure namespace of ISO 32000-2, section 14.8.6."""
_OF_PDF_2 = frozenset({"Document", "Em", "Strong"})
"""The types written here that are in the namespace of PDF 2.0, and of these, as plain ``Span``, two in PDF 1.7."""


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence: its page, counted from 0, its identifier there, its words and where they begin."""

    page: int
    identifier: int
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's area on a page."""

    page: int
    annotation: pikepdf.Object

    @property
    def target(self) -> str:
        """Where the link leads."""
        return str(self.annotation.A.URI if "/A" in self.annotation else self.annotation.get("/Dest"))


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element."""

    role: str
    """Its structure type, such as P."""
    kids: tuple[Kid, ...] = ()
    alternative: str = ""
    language: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    """Its attributes with their owner, O, as in ISO 32000-1, section 14.8.5."""
    actual: str = ""
    """The words that stand for all that is in it."""

    def with_kids(self, kids: Iterable[Kid]) -> Self:
        """Return the same element with other kids, or itself where they are no others."""
        others = tuple(kids)
        if len(others) == len(self.kids) and all(map(is_, others, self.kids)):
            return self
        # All fields, by hand: `replace` takes three times as long, and a document has 1,400 of these.
        return type(self)(self.role, others, self.alternative, self.language, self.attributes, self.actual)


Kid = Element | Content | Annotation


def elements(element: Element) -> Iterator[Element]:
    """Yield the element and all elements inside it, in reading order."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from elements(kid)


def contents(element: Element) -> Iterator[Content]:
    """Yield the content of the element, in reading order."""
    for kid in element.kids:
        if isinstance(kid, Content):
            yield kid
        elif isinstance(kid, Element):
            yield from contents(kid)


def numbers(element: Element) -> set[tuple[int, int]]:
    """Return the page and the identifier of each sequence below the element."""
    return {(content.page, content.identifier) for content in contents(element)}


def write(file: pikepdf.Pdf, document: Element, *, pdf_2: bool) -> list[tuple[Element, pikepdf.Object]]:
    """Put the tree into the file; returns the elements in reading order, each with what was written for it."""
    root = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _Writer(file, pdf_2=pdf_2)
    root.K = Array([writer.element(document, root)])
    if pdf_2:
        root.Namespaces = Array([writer.namespace])
    else:
        root.RoleMap = Dictionary(Em=Name.Span, Strong=Name.Span)
    root.ParentTree = file.make_indirect(Dictionary(Nums=writer.parents()))
    root.ParentTreeNextKey = len(file.pages) + len(writer.annotations)
    file.Root.StructTreeRoot = root
    return writer.written


class _Writer:
    def __init__(self, file: pikepdf.Pdf, *, pdf_2: bool) -> None:
        self.written: list[tuple[Element, pikepdf.Object]] = []
        self.annotations: list[pikepdf.Object] = []
        self.namespace = file.make_indirect(Dictionary(Type=Name.Namespace, NS=String(_NAMESPACE)))
        self._file = file
        self._pdf_2 = pdf_2
        self._pages = [page.obj for page in file.pages]
        self._sequences: list[dict[int, pikepdf.Object]] = [{} for _ in self._pages]

    def element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        values = Dictionary(Type=Name.StructElem, S=Name("/" + element.role), P=parent)
        written = self._file.make_indirect(values)
        self.written.append((element, written))
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        if page is not None:
            written.Pg = self._pages[page]
        written.K = Array([self._kid(kid, written, page) for kid in element.kids])
        texts = {"/Alt": element.alternative, "/ActualText": element.actual, "/Lang": element.language}
        for key, text in texts.items():
            if text:
                written[key] = String(text)
        if element.attributes:
            written.A = Dictionary(dict(element.attributes))
        if self._pdf_2 and element.role in _OF_PDF_2:
            written.NS = self.namespace
        return written

    def _kid(self, kid: Kid, parent: pikepdf.Object, page: int | None) -> pikepdf.Object | int:
        match kid:
            case Element():
                return self.element(kid, parent)
            case Annotation():
                kid.annotation.StructParent = len(self._pages) + len(self.annotations)
                self.annotations.append(parent)
                return Dictionary(Type=Name.OBJR, Obj=kid.annotation, Pg=self._pages[kid.page])
            case Content():
                self._sequences[kid.page][kid.identifier] = parent
                if kid.page == page:
                    return kid.identifier
                return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.identifier)

    def parents(self) -> Array:
        """Return the number tree from each page's identifiers, and from each annotation, to their elements."""
        entries: list[Any] = []
        for number, sequences in enumerate(self._sequences):
            self._pages[number].StructParents = number
            found = [sequences.get(identifier) for identifier in range(max(sequences, default=-1) + 1)]
            entries += [number, self._file.make_indirect(Array(found))]
        for number, element in enumerate(self.annotations, len(self._pages)):
            entries += [number, element]
        return Array(entries)
