"""The list of contents of a Word file: a field of Word's own, with its entries prepared as links to the headings.

It shows no page numbers, as only Word could count them, and would ask each reader's leave to do so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from docx.document import Document as WordFile
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from publisher.document import Document
from publisher.renderers.contents import Entry, contents
from publisher.renderers.labels import labels

HEADING, ENTRIES = "TOC Heading", ("toc 1", "toc 2")
"""The styles of the list's heading, which is none of the document's, and of its entries by level."""
_FIELD = r' TOC \o "2-3" \n \h \z \u '
"""Word makes the list of headings of levels 2 and 3, without page numbers, as links."""
_FIRST = 1000
"""The number of the first bookmark; others count from 0."""


def add(file: WordFile, document: Document) -> None:
    """Add the list with its heading."""
    file.add_paragraph(labels(document.language).contents, style=HEADING)
    entries = list(_levels(contents(document), 0))
    for place, (entry, level) in enumerate(entries):
        paragraph = file.add_paragraph(style=ENTRIES[level])
        if place == 0:
            for part in (_mark("begin"), _instruction(), _mark("separate")):
                paragraph.paragraph_format.element.append(part)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _name(entry.anchor))
        link.set(qn("w:history"), "1")
        link.append(paragraph.add_run(entry.title, style="Hyperlink").element)
        paragraph.paragraph_format.element.append(link)
        if place == len(entries) - 1:
            paragraph.paragraph_format.element.append(_mark("end"))


def mark(paragraph: Paragraph, anchor: str, numbers: count[int]) -> None:
    """Give a heading the name that its entry leads to."""
    number = _FIRST + next(numbers)
    start = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{_name(anchor)}"/>')
    end = parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>')
    paragraph.runs[0].element.addprevious(start)
    paragraph.paragraph_format.element.append(end)


def _levels(entries: tuple[Entry, ...], level: int) -> Iterator[tuple[Entry, int]]:
    for entry in entries:
        yield entry, level
        yield from _levels(entry.below, level + 1)


def _name(anchor: str) -> str:
    """Return the name of a bookmark, which may have no hyphen; Word does not list those that begin so."""
    return f"_Toc_{anchor.replace('-', '_')}"


def _mark(kind: str) -> BaseOxmlElement:
    return parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')


def _instruction() -> BaseOxmlElement:
    return parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve">{_FIELD}</w:instrText></w:r>')
