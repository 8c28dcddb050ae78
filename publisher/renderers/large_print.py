"""The document as a tagged PDF in large print: one column at 18 point, however many pages that takes."""

from __future__ import annotations

from dataclasses import replace

from publisher.brand import Brand
from publisher.document import Document, Form
from publisher.linear import without_tables
from publisher.renderers import pdf

NAME = "large-print"
LABEL = "Large print"
SUFFIX = "-large-print.pdf"
FORMS = frozenset({Form.BRIEFING, Form.COMPENDIUM, Form.SHEET, Form.FORM})


def render(document: Document, brand: Brand) -> bytes:
    """Return the document as ``pdf`` does, in the layout for large print, without columns; raises as ``pdf`` does."""
    return pdf.render(without_tables(document), replace(brand, layout=NAME))
