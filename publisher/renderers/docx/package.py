"""A Word file as a package: where it starts from, what it says of itself, and how it is saved."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from publisher.brand import Brand
from publisher.document import Document
from publisher.errors import PublisherError
from publisher.languages import with_country
from publisher.renderers.archive import archived, parts_of
from publisher.renderers.docx import blank
from publisher.renderers.palette import Palette

REFERENCE = "reference.docx"
_ABOUT_THE_FILE = {
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,
    RELATIONSHIP_TYPE.THUMBNAIL,
}
_SHARED = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.ENDNOTES,
}
_PERSONAL_SETTINGS = ("attachedTemplate", "mailMerge", "docVars", "rsids", "trackRevisions", "documentProtection")


def opened(brand: Brand, colours: Palette) -> WordFile:
    """Return a file without content: the partnership's reference document where it has one, else a blank one."""
    reference = brand.find(REFERENCE)
    if reference is None:
        return docx.Document(io.BytesIO(archived(blank.parts(brand, colours))))
    file = _read(reference)
    file.element.body.clear_content()
    _forget(file)
    return file


def _read(path: Path) -> WordFile:
    try:
        return docx.Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise PublisherError(f"`{path.parent.name}/{path.name}` is not a Word document (.docx)") from error


def _forget(file: WordFile) -> None:
    """Drop what a reference document says of its authors, and what belonged to its own text."""
    package = file.part.package
    for key in [key for key, relation in package.rels.items() if relation.reltype in _ABOUT_THE_FILE]:
        del package.rels[key]
    used = set(file.element.xpath(".//@r:id"))
    for key, relation in list(file.part.rels.items()):
        if key not in used and relation.reltype not in _SHARED:
            del file.part.rels[key]
    for name in _PERSONAL_SETTINGS:
        for element in file.settings.element.findall(qn(f"w:{name}")):
            file.settings.element.remove(element)


def describe(file: WordFile, document: Document) -> None:
    """Write the document's properties and language; nothing of who ran the program, or when."""
    _set_language(file, with_country(document.language))
    for setting in file.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            # The mode of Word 2013 and later: below it the title bar says "Compatibility Mode".
            setting.set(qn("w:val"), "15")
    # Makes the part where a reference document has none.
    file.core_properties.revision = 1
    element = file.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for child in list(element):
        element.remove(child)
    for name, value in _properties(document).items():
        child = etree.SubElement(element, name)
        child.text = value
        if name in {qn("dcterms:created"), qn("dcterms:modified")}:
            child.set(qn("xsi:type"), "dcterms:W3CDTF")


def _properties(document: Document) -> dict[str, str]:
    publisher = document.publisher.name
    properties = {
        "dc:title": document.title,
        "dc:subject": document.series,
        "dc:creator": publisher,
        "cp:keywords": ", ".join(document.topics),
        "dc:description": document.summary,
        "dc:language": document.language,
        "cp:lastModifiedBy": publisher,
        "cp:revision": "1",
    }
    if document.published:
        month = document.published if len(document.published) > len("2024-07") else f"{document.published}-01"
        properties |= {"dcterms:created": f"{month}T00:00:00Z", "dcterms:modified": f"{month}T00:00:00Z"}
    return {qn(name): value for name, value in properties.items() if value}


def _set_language(file: WordFile, language: str) -> None:
    element = file.styles.element
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        if element.find(qn(name)) is None:
            element.insert(0, OxmlElement(name))
        element = element.find(qn(name))
    if element.find(qn("w:lang")) is None:
        etree.SubElement(element, qn("w:lang"))
    for stated in (*file.styles.element.iter(qn("w:lang")), *file.settings.element.iter(qn("w:themeFontLang"))):
        stated.set(qn("w:val"), language)


def saved(file: WordFile) -> bytes:
    """Return the file's bytes, which are the same whenever it is saved."""
    buffer = io.BytesIO()
    file.save(buffer)
    return archived(parts_of(buffer.getvalue()))
