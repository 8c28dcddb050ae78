"""What a check of a finished file is, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from publisher.diagnostics import Finding, Severity
from publisher.document import Document


@dataclass(frozen=True, slots=True)
class Output:
    """A rendered file before it is put in place, and the document that it shows."""

    format: str
    """The renderer's name: html, pdf, docx or txt."""
    data: bytes
    document: Document
    page_budget: int
    """Pages that the PDF may have."""


class Check(Protocol):
    """A module with these names; its docstring is its documentation, with the headings that a rule's has."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    FORMATS: frozenset[str]
    """The formats that it looks at."""
    __doc__: str | None

    def check(self, output: Output) -> Iterator[Finding]:
        """Yield what is wrong with the file; a path leads to the part of the source that it comes from."""
        ...
