"""Files that say who made them or hide something, each with the check that finds it out."""

from __future__ import annotations

from pikepdf import String

from tests.conformance import spoils
from tests.conformance.spoils import Spoiled, content, docx, part, pdf, text, with_part, xmp

NOBODY = "A. N. Other"

SPOILED: dict[str, Spoiled] = {
    # PRV018
    "a PDF with an author": (
        "pdf",
        pdf(lambda file: file.docinfo.update({"/Author": String(NOBODY)})),
        "PRV018",
        "property `Author` of the PDF does not name the partnership",
    ),
    "a PDF with an author in its packet": (
        "pdf",
        pdf(xmp("(<dc:creator>.*?<rdf:li>)[^<]*", rf"\g<1>{NOBODY}")),
        "PRV018",
        "property `creator` of the PDF",
    ),
    "a PDF with a property of its own": (
        "pdf",
        pdf(lambda file: file.docinfo.update({"/Company": String(NOBODY)})),
        "PRV018",
        "property `Company` of the PDF",
    ),
    "a PDF with a note": ("pdf", pdf(spoils.annotate), "PRV018", "holds a comment or another annotation"),
    "a PDF with an attachment": ("pdf", pdf(spoils.attach), "PRV018", "holds an attached file"),
    "a PDF with hidden text": ("pdf", pdf(content(rb"\bBT\b", b"BT 3 Tr")), "PRV018", "holds hidden text"),
    "a page with an author": (
        "html",
        text('(name="author" content=")[^"]*', rf"\g<1>{NOBODY}"),
        "PRV018",
        "property `author` of the web page",
    ),
    "a page with a comment": ("html", text("<main>", "<!-- ask legal --><main>"), "PRV018", "holds a comment"),
    "a page with hidden text": ("html", text("</main>", "<p hidden>draft</p></main>"), "PRV018", "holds hidden text"),
    "a Word file with an author": (
        "docx",
        docx(core=part("(<dc:creator>)[^<]*", rf"\g<1>{NOBODY}")),
        "PRV018",
        "property `creator` of the Word file",
    ),
    "a Word file with an editor": (
        "docx",
        docx(core=part("(<cp:lastModifiedBy>)[^<]*", rf"\g<1>{NOBODY}")),
        "PRV018",
        "property `lastModifiedBy`",
    ),
    "a Word file with a path": (
        "docx",
        docx(core=part("(<dc:description>)[^<]*", r"\g<1>C:\\\\Users\\\\another\\\\briefing.docx")),
        "PRV018",
        "property `description`",
    ),
    "a Word file with comments": ("docx", with_part("word/comments.xml", b"<c/>"), "PRV018", "holds a comment"),
    "a Word file with a tracked change": (
        "docx",
        docx(document=part("<w:r><w:rPr/><w:t>", '<w:ins w:author="x"/><w:r><w:rPr/><w:t>')),
        "PRV018",
        "holds a tracked change",
    ),
    "a Word file with hidden text": (
        "docx",
        docx(document=part("<w:rPr/>", "<w:rPr><w:vanish/></w:rPr>")),
        "PRV018",
        "holds hidden text",
    ),
}
