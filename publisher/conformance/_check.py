"""What a check of a finished file is, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from publisher.diagnostics import Finding, Severity
from publisher.document import Document, Form
from publisher.linear import without_tables

_NOUNS = {
    "html": "the web page",
    "pdf": "the PDF",
    "large-print": "the large print",
    "docx": "the Word file",
    "txt": "the plain text",
    "pptx": "the PowerPoint file",
    "fragment": "the fragment",
}
_WITHOUT_COLUMNS = frozenset({"txt", "large-print"})
_MEDIA = {"large-print": "pdf", "fragment": "html"}


class UnreadableError(Exception):
    """A file's bytes are not a whole file of its format."""


@dataclass(frozen=True, slots=True)
class Output:
    """A rendered file before it is put in place, and the document that it shows."""

    format: str
    """The renderer's name: html, pdf, large-print, docx, txt, pptx or fragment."""
    data: bytes
    document: Document
    page_budget: int
    """Pages that the PDF may have."""

    @property
    def noun(self) -> str:
        """What messages call the file."""
        return _NOUNS[self.format]

    @property
    def shown(self) -> Document:
        """The document as the format shows it: some have no columns."""
        return without_tables(self.document) if self.format in _WITHOUT_COLUMNS else self.document

    @property
    def medium(self) -> str:
        """What the file is read as: html, pdf, docx, pptx or txt."""
        return _MEDIA.get(self.format, self.format)

    @property
    def pages(self) -> int:
        """How many pages the PDF has; raises for bytes that are not a PDF."""
        from publisher.conformance._pdf_file import opened

        return len(opened(self.data).pages)


class Check(Protocol):
    """A module with these names; its docstring is its documentation, with the headings that a rule's has."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    FORMATS: frozenset[str]
    """The formats that it looks at."""
    FORMS: frozenset[Form]
    """The forms of document that it looks at."""
    __doc__: str | None

    def check(self, output: Output) -> Iterator[Finding]:
        """Yield what is wrong with the file; a path leads to the part of the source that it comes from.

        May raise UnreadableError, which ``verdicts`` turns into a finding.
        """
        ...


class EditionCheck(Protocol):
    """A module with these names that looks at which files an edition has, and at none of them alone."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    __doc__: str | None

    def check(self, formats: frozenset[str]) -> Iterator[Finding]:
        """Yield what is wrong with an edition that is published in these formats and no other."""
        ...
