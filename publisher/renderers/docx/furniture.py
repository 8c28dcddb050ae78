"""What stands at the edges of a Word file's pages: whose it is, which document, when published and which page."""

from __future__ import annotations

import io
import struct

from docx.document import Document as WordFile
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from publisher.brand import Brand, Logo
from publisher.document import Document
from publisher.renderers import raster
from publisher.renderers.labels import Labels, labels

_LOGO_HEIGHT, _LOGO_WIDTH = Mm(18), Mm(90)
"""At most; the logo keeps its proportions."""
_NOT_READ = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, struct.error)
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def add(file: WordFile, document: Document, brand: Brand) -> None:
    """Add headers and footers, unless the file is made from a reference document that has its own."""
    if file.element.body.xpath("w:sectPr/w:headerReference | w:sectPr/w:footerReference"):
        return
    section = file.sections[0]
    section.different_first_page_header_footer = True
    masthead = section.first_page_header.paragraphs[0]
    masthead.style = "Briefing Partnership"
    if brand.logo:
        _add_logo(masthead, brand.logo)
    else:
        masthead.add_run(document.publisher.name)
    running = section.header.paragraphs[0]
    running.add_run(" – ".join(words for words in (document.series, document.title) if words))
    for footer in (section.first_page_footer, section.footer):
        footer.paragraphs[0].add_run(document.publisher.name)
        _add_imprint(footer.add_paragraph(style="Footer"), document, labels(document.language))


def _add_imprint(paragraph: Paragraph, document: Document, words: Labels) -> None:
    """Write when the document was published at the left, and which page this is at the right."""
    if document.published_in_words:
        paragraph.add_run(f"{words.published}: {document.published_in_words}")
    paragraph.add_run(f"\t{words.page} ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(f" {words.of} ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a number that Word counts; it holds 1 until Word does."""
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph.paragraph_format.element.append(parse_xml(field))


def _add_logo(paragraph: Paragraph, logo: Logo) -> None:
    run = paragraph.add_run()
    try:
        drawing = run.add_picture(io.BytesIO(logo.data), height=_LOGO_HEIGHT)
    except _NOT_READ:
        # SVG, and the kinds of JPEG that python-docx does not know.
        drawing = run.add_picture(io.BytesIO(raster.png(logo)), height=_LOGO_HEIGHT)
    if drawing.width > _LOGO_WIDTH:
        drawing.height = Mm(drawing.height.mm * _LOGO_WIDTH / drawing.width)
        drawing.width = _LOGO_WIDTH
    for inline in run.element.xpath(".//wp:inline"):
        # Without these LibreOffice puts the logo an eighth of an inch to the right.
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
    for properties in run.element.xpath(".//wp:docPr"):
        properties.set("name", "Logo")
        properties.set("descr", logo.alternative)
    if logo.media_type == "image/svg+xml":
        _add_drawing(run, logo)


def _add_drawing(run: Run, logo: Logo) -> None:
    """Give the picture its SVG, which Word 2016 and later show in place of the pixels."""
    part = Part(PackURI("/word/media/logo.svg"), logo.media_type, logo.data, run.part.package)
    relation = run.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    drawing = (
        f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{_SVG_EXTENSION}">'
        f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{relation}"/></a:ext></a:extLst>'
    )
    for picture in run.element.xpath(".//a:blip"):
        picture.append(parse_xml(drawing))
