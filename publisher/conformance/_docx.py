"""A Word file as read by the checks: Office Open XML with the styles of its paragraphs resolved."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from publisher.conformance._docx_styles import NAMESPACES, Look, Styles, is_on, of_word
from publisher.conformance._reading import Block, Reading, Run
from publisher.document import ORIGIN_NAMESPACE

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PARTS = {
    "a comment": re.compile(r"word/(comments\w*|people)\.xml"),
    "properties of its own": re.compile(r"docProps/custom\.xml"),
    "a macro": re.compile(r"word/vbaProject\.bin"),
}
_ELEMENTS = {
    "a tracked change": ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"),
    "a comment": ("commentReference", "commentRangeStart"),
}
_path = re.compile(rb'(?:Target|w:val)="(?:file:|[A-Za-z]:\\|\\\\)')


def read(data: bytes) -> Reading:
    """Return what the Word file says; raises for bytes that are not one."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    trees = {name: _tree(part) for name, part in parts.items() if re.fullmatch(r"(word|docProps)/[^/]+\.xml", name)}
    document, styles = trees["word/document.xml"], Styles(trees["word/styles.xml"])
    body = document.find("w:body", NAMESPACES)
    furniture = [tree for name, tree in trees.items() if re.search(r"/(header|footer)\d*\.xml$", name)]
    metadata = [field for name, tree in trees.items() if name.startswith("docProps/") for field in _fields(tree)]
    return Reading(
        title=dict(metadata).get("title", ""),
        language=styles.language,
        blocks=tuple(_block(paragraph, styles) for paragraph in body.iter(of_word("p"))),
        links=tuple(_links(body, _tree(parts["word/_rels/document.xml.rels"]))),
        images=tuple(image for tree in (document, *furniture) for image in _images(tree)),
        tables=tuple(_has_header(table) for table in body.iter(of_word("tbl"))),
        metadata=tuple(metadata),
        fields=tuple(_controls(body)),
        hidden=tuple(_hidden(parts, [document, *furniture, trees["word/styles.xml"]])),
    )


def _tree(part: bytes) -> Any:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _block(paragraph: Any, styles: Styles) -> Block:
    look = styles.of_paragraph(paragraph)
    runs: list[Run] = []
    for run in paragraph.iter(of_word("r")):
        if text := "".join(_words(run)):
            own = styles.of_run(run, look)
            runs.append(Run(text, own.size, own.bold, own.family, f"#{own.colour}", _ground(paragraph, look)))
    text = "".join(run.text for run in runs)
    return Block(text, look.level if text.strip() else 0, tuple(runs), look.justified)


def _words(run: Any) -> Iterator[str]:
    marks = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
    for child in run:
        name = etree.QName(child).localname
        yield child.text or "" if name == "t" else marks.get(name, "")


def _ground(paragraph: Any, look: Look) -> str:
    """Return the shading behind a paragraph: its own, else that of the table cell it stands in, else white."""
    if look.ground:
        return f"#{look.ground}"
    for cell in paragraph.iterancestors(of_word("tc")):
        shading = cell.find("w:tcPr/w:shd", NAMESPACES)
        fill = "auto" if shading is None else shading.get(of_word("fill"), "auto")
        return "#ffffff" if fill == "auto" else f"#{fill}"
    return "#ffffff"


def _links(body: Any, relations: Any) -> Iterator[str]:
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for link in body.iter(of_word("hyperlink")):
        if target := targets.get(link.get(_RELATION), ""):
            yield target


def _controls(body: Any) -> Iterator[str]:
    for properties in body.iterfind(".//w:sdt/w:sdtPr", NAMESPACES):
        title = properties.find("w:alias", NAMESPACES)
        yield "" if title is None else title.get(of_word("val"), "")


def _images(tree: Any) -> Iterator[str | None]:
    for properties in tree.iterfind(".//wp:docPr", NAMESPACES):
        decorative = any(mark.get("val") in {"1", "true"} for mark in properties.iter(_DECORATIVE))
        yield "" if decorative else properties.get("descr") or None
    for shape in tree.iterfind(".//{urn:schemas-microsoft-com:vml}shape"):
        yield shape.get("alt") or None


def _has_header(table: Any) -> bool:
    return any(is_on(row) for row in table.iterfind("w:tr/w:trPr/w:tblHeader", NAMESPACES))


def _fields(tree: Any) -> Iterator[tuple[str, str]]:
    for field in tree.iter(etree.Element):
        if field.text and field.text.strip():
            yield etree.QName(field).localname, field.text


def _hidden(parts: dict[str, bytes], trees: list[Any]) -> Iterator[str]:
    for what, pattern in _PARTS.items():
        if any(pattern.fullmatch(name) for name in parts):
            yield what
    if any(name.startswith("customXml/") for name in parts) and not _is_origin(parts):
        yield "data of another program"
    for what, names in _ELEMENTS.items():
        if any(True for tree in trees for _ in tree.iter(*(of_word(name) for name in names))):
            yield what
    if any(is_on(mark) for tree in trees for mark in tree.iter(of_word("vanish"))):
        yield "hidden text"
    if any(_path.search(part) for name, part in parts.items() if name.endswith((".rels", "settings.xml"))):
        yield "a path on somebody's computer"


def _is_origin(parts: dict[str, bytes]) -> bool:
    """Whether all the data that goes with the text is what the briefing was made from."""
    names = {name for name in parts if name.startswith("customXml/")}
    known = {"customXml/item1.xml", "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels"}
    return names == known and _tree(parts["customXml/item1.xml"]).tag == f"{{{ORIGIN_NAMESPACE}}}origin"
