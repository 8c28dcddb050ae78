"""What a Word file knows of the source that it was made from, so that an edited copy can be brought back.

Each part of the briefing that an author may change is marked by a bookmark with its path in the source; what was
written there, and what stood for names and links, is in a custom XML part. Neither holds anything that the
file does not show, but for the names of the source and of the partnership's folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document as WordFile
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from publisher.document import (
    ORIGIN_NAMESPACE,
    Block,
    BulletList,
    Document,
    OrderedList,
    Origin,
    Paragraph,
    Role,
    Subheading,
    plain_text,
)
from publisher.renderers.labels import labels

Path = tuple[str | int, ...]

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE_IDENTIFIER = "{37B00000-7B1E-4F1D-9C5A-0D1C7B1E37B0}"


@dataclass(slots=True)
class Marks:
    """Puts hidden bookmarks around the parts of a file that may be brought back.

    Content controls would show their edges in Word, but LibreOffice 7 takes the links out of what stands in them.
    """

    file: WordFile
    document: Document
    _count: int = field(default=0, init=False)

    def end(self) -> int:
        """Return how many blocks the body has so far."""
        return len(self._blocks())

    def around(self, path: Path, start: int) -> None:
        """Mark what was written since ``start`` as the part at ``path``."""
        blocks = self._blocks()[start:]
        if self.document.origin is None or not path or not blocks:
            return
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        begin.set(qn("w:id"), str(self._count))
        begin.set(qn("w:name"), mark_name(path))
        end.set(qn("w:id"), str(self._count))
        self._count += 1
        properties = blocks[0].find(qn("w:pPr"))
        if properties is None:
            blocks[0].insert(0, begin)
        else:
            properties.addnext(begin)
        blocks[-1].append(end)

    def _blocks(self) -> list[Any]:
        return [block for block in self.file.element.body if block.tag != qn("w:sectPr")]


def mark_name(path: Path) -> str:
    """Return the bookmark of a part; Word does not list those that begin with an underscore."""
    return "_".join(("_part", *map(str, path)))


def describe(file: WordFile, document: Document) -> None:
    """Add the part that says what the document was made from."""
    if document.origin is not None:
        add_part(file, _part(document, document.origin))


def add_part(file: WordFile, content: etree._Element) -> None:
    """Add a custom XML part with this content."""
    data = etree.tostring(content, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = file.part.package
    part = Part(PackURI("/customXml/item1.xml"), "application/xml", data, package)
    store = (
        f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_STORE_IDENTIFIER}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{ORIGIN_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    properties = Part(PackURI("/customXml/itemProps1.xml"), _STORE_TYPE, store.encode(), package)
    part.relate_to(properties, f"{_RELATION}/customXmlProps")
    file.part.relate_to(part, f"{_RELATION}/customXml")


def _part(document: Document, origin: Origin) -> etree._Element:
    root = new_root("briefing", document.identifier, document.language)
    root.set("partnership", origin.partnership)
    root.set("digest", origin.digest)
    for value in origin.written:
        path = "/".join(map(str, value.path))
        add_value(root, "value", value.text, path=path, kind=value.kind.value)
    for name, words in origin.names:
        add_value(root, "name", words, written=name)
    for written, target in origin.targets:
        add_value(root, "target", target, written=written)
    for place, text in _fixed(document):
        add_value(root, "fixed", text, place=place)
    return root


def first_line(document: Document) -> str:
    """Return who publishes the document and what kind it is: screen readers pass over the header, which says it too."""
    return " · ".join(words for words in (document.publisher.name, document.series) if words)


def new_root(kind: str, slug: str, language: str) -> etree._Element:
    """Return the root of the part: ``kind`` is ``briefing`` for a published one, ``form`` for one to be filled in."""
    root = etree.XML(f'<origin xmlns="{ORIGIN_NAMESPACE}"/>')
    root.set("version", "1")
    root.set("kind", kind)
    root.set("slug", slug)
    root.set("language", language)
    return root


def add_value(root: etree._Element, name: str, text: str, **attributes: str) -> None:
    """Add something to the part."""
    element = etree.SubElement(root, etree.QName(ORIGIN_NAMESPACE, name), attributes)
    element.text = text


def _fixed(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what stands between the parts and comes from elsewhere, such as headings and contacts, with its place."""
    for text in (labels(document.language).draft if document.draft else "", first_line(document)):
        if text:
            yield "top", text
    for section in document.sections:
        if section.role not in {Role.SECTION, Role.ACTION}:
            yield section.role.value, section.title
            yield from ((section.role.value, text) for text in _unplaced(section.blocks))


def _unplaced(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(children) | Subheading(children):
                yield plain_text(children)
            case BulletList(items) | OrderedList(items):
                for item in items:
                    yield from () if item.path else _unplaced(item.blocks)
            case _:
                pass
