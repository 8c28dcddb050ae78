"""Each check finds its fault in a real file that was spoiled on purpose, and nothing in one that was not."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest
from pikepdf import String

from publisher.conformance import CHECKS, Output, verdicts
from publisher.diagnostics import Finding
from publisher.document import Document
from publisher.renderers import RENDERERS
from tests.conformance import spoils
from tests.conformance.spoils import Spoil, content, docx, part, pdf, text, with_part, xmp
from tests.editions import REPOSITORY, documents

DOCUMENT, BRAND = next(
    (document, brand)
    for document, brand in documents(REPOSITORY)
    if (brand.identifier, document.identifier) == ("example", "professional-challenge")
)
NOBODY = "A. N. Other"
TABLE = "<table><tr><td>one</td><td>two</td></tr></table>"
WORD_TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>one</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """One document in every format."""
    return {name: renderer.render(DOCUMENT, BRAND) for name, renderer in RENDERERS.items()}


def found(name: str, data: bytes, document: Document = DOCUMENT, page_budget: int = 2) -> dict[str, list[Finding]]:
    """Return the findings by the code of the check."""
    given = verdicts(Output(name, data, document, page_budget))
    return {check.CODE: findings for check, findings in given if findings}


SPOILED: dict[str, tuple[str, Spoil, str, str]] = {
    # ACC001
    "a PDF without tags": ("pdf", spoils.without("Root", "/StructTreeRoot"), "ACC001", "is not PDF/UA-1: "),
    "a PDF without a mark": ("pdf", spoils.without("Root", "/MarkInfo"), "ACC001", "is not PDF/UA-1: "),
    "a PDF without a title": ("pdf", spoils.without("docinfo", "/Title"), "ACC001", "has no title"),
    "a PDF in French": (
        "pdf",
        pdf(lambda file: file.Root.update({"/Lang": String("fr")})),
        "ACC001",
        "language of the PDF is `fr`",
    ),
    "a PDF that claims nothing": (
        "pdf",
        pdf(xmp('pdfuaid:part="1"|<pdfuaid:part>1</pdfuaid:part>', "")),
        "ACC001",
        "does not say that it is PDF/UA",
    ),
    "a page without a language": (
        "html",
        text(' lang="en-GB"', ""),
        "ACC001",
        "language of the web page is not stated",
    ),
    "a page without a title": ("html", text("<title>.*?</title>", ""), "ACC001", "has no title"),
    "a page with another title": ("html", text("<title>.*?</title>", "<title>Home</title>"), "ACC001", "is “Home”"),
    "a Word file without a title": ("docx", docx(core=part("<dc:title>.*</dc:title>", "")), "ACC001", "has no title"),
    "a Word file in French": (
        "docx",
        docx(styles=part('<w:lang w:val="[^"]*"', '<w:lang w:val="fr-FR"')),
        "ACC001",
        "language of the Word file is `fr-FR`",
    ),
    # ACC002
    "a PDF read in another order": ("pdf", pdf(spoils.swap_sections), "ACC002", "does not stand where it should"),
    "a PDF that leaves a section out": ("pdf", pdf(spoils.lose_section), "ACC002", "is missing in the PDF"),
    "a PDF with another link": ("pdf", pdf(spoils.lead_elsewhere), "ACC002", "the link to `https://"),
    "a PDF with a skipped level": (
        "pdf",
        pdf(spoils.demote_heading),
        "ACC002",
        "levels of the headings of the PDF are 1, 2",
    ),
    "a PDF with another bookmark": ("pdf", pdf(spoils.rename_bookmark), "ACC002", "bookmarks of the PDF are not"),
    "a PDF with glued words": (
        "pdf",
        pdf(spoils.glue_words),
        "ACC002",
        "“Professional challenge” is without its space in the PDF",
    ),
    "a page in another order": (
        "html",
        text("(<section[^>]*section-1.*?</section>)(.*?)(<section[^>]*section-2.*?</section>)", r"\3\2\1"),
        "ACC002",
        "does not stand where it should",
    ),
    "a page without a paragraph": (
        "html",
        text("(</h2>\\s*)<p>.*?</p>", r"\1"),
        "ACC002",
        "is missing in the web page",
    ),
    "a page with glued words": ("html", text(r"(<p>\w+) ", r"\1"), "ACC002", "is without its space in the web page"),
    "a page without a link": ("html", text('<a [^>]*href="http[^>]*>(.*?)</a>', r"\1"), "ACC002", "the link to"),
    "a page with a link of its own": (
        "html",
        text("</main>", '<a href="https://ads.example.org/">Advertisement</a></main>'),
        "ACC002",
        "has a link to `https://ads.example.org`",
    ),
    "a page with a skipped level": ("html", text("<h2>(.*?)</h2>", r"<h4>\1</h4>"), "ACC002", "levels of the headings"),
    "a page with two titles": ("html", text("</main>", "<h1>Another</h1></main>"), "ACC002", "levels of the headings"),
    "a Word file without a paragraph": (
        "docx",
        docx(document=part("<w:t>Professional challenge means[^<]*</w:t>", "<w:t>…</w:t>")),
        "ACC002",
        "is missing in the Word file",
    ),
    "a Word file with headings that only look so": (
        "docx",
        docx(document=part('<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Subtitle"/>')),
        "ACC002",
        "levels of the headings of the Word file",
    ),
    "a Word file with another link": (
        "docx",
        docx(document_xml_rels=part('Target="https://[^"]*"', 'Target="https://www.example.org/elsewhere"')),
        "ACC002",
        "the link to `https://",
    ),
    "plain text without a paragraph": ("txt", text("Professional challenge means.*?\n\n", ""), "ACC002", "is missing"),
    "plain text without an address": ("txt", text(r"\(https://[^)]*\)", "", 0), "ACC002", "the address `https://"),
    "large print in another order": (
        "large-print",
        pdf(spoils.swap_sections),
        "ACC002",
        "where it should in the large",
    ),
    "a fragment without a link": ("fragment", text('<a href="http[^>]*>(.*?)</a>', r"\1"), "ACC002", "the link to"),
    "a fragment with a title of its own level": (
        "fragment",
        text("<h2>(.*?)</h2>", r"<h1>\1</h1>"),
        "ACC002",
        "levels of the headings of the fragment are 1, 3",
    ),
    # ACC003
    "a PDF with pale text": (
        "pdf",
        pdf(content(rb"0\.10\d* 0\.10\d* 0\.10\d* rg", b"0.7 0.7 0.7 rg")),
        "ACC003",
        "is #b3b3b3 on #ffffff in the PDF",
    ),
    "a page with pale text": ("html", text("--ink:#[0-9a-f]*;", "--ink:#999999;"), "ACC003", "on light screens"),
    "a page that is pale in the dark": (
        "html",
        text("(dark\\).*?--accent-text:)#[0-9a-f]*", r"\g<1>#333333"),
        "ACC003",
        "`accent-text` on `paper` has a contrast of",
    ),
    "a Word file with pale links": (
        "docx",
        docx(styles=part('(w:val="Hyperlink"/>.*?<w:color w:val=")[0-9A-F]*', r"\g<1>C0C0C0")),
        "ACC003",
        "is #c0c0c0 on #ffffff in the Word file, a contrast of 1.8",
    ),
    "a Word file with a dark box": (
        "docx",
        docx(document=part("<w:pPr/>", '<w:pPr><w:shd w:val="clear" w:fill="333333"/></w:pPr>')),
        "ACC003",
        "on #333333",
    ),
    # ACC004
    "a PDF whose logo says nothing": ("pdf", pdf(spoils.alternative(None)), "ACC004", "without alternative text"),
    "a PDF whose logo is a file": ("pdf", pdf(spoils.alternative("image1.png")), "ACC004", "is “image1.png”"),
    "a page whose logo says nothing": ("html", text(' alt="[^"]*"', ""), "ACC004", "without alternative text"),
    "a page whose logo says logo": ("html", text(' alt="[^"]*"', ' alt="logo"'), "ACC004", "is “logo”"),
    "a Word file whose logo says nothing": (
        "docx",
        docx(header1=part(' descr="[^"]*"', "")),
        "ACC004",
        "the Word file has a picture",
    ),
    # ACC007
    "a page with a table of cells": ("html", text("</main>", f"{TABLE}</main>"), "ACC007", "the table in the web page"),
    "a Word file with a table of cells": (
        "docx",
        docx(document=part("<w:sectPr", f"{WORD_TABLE}<w:sectPr")),
        "ACC007",
        "the table in the Word file has no header cells",
    ),
    # ACC008
    "a PDF in small type": ("pdf", pdf(content(rb"(?m) 16 Tf$", b" 12 Tf")), "ACC008", "text of the PDF is 9 point"),
    "a page in small type": ("html", text(r"font-size: 1\.125rem", "font-size: 13px"), "ACC008", "is set to 13px"),
    "a page in Georgia": (
        "html",
        text("font-family: var[^;]*;", "font-family: Georgia, serif;"),
        "ACC008",
        "has serifs",
    ),
    "a page with justified lines": (
        "html",
        text("</style>", "p{text-align:justify}</style>"),
        "ACC008",
        "are justified",
    ),
    "a page set tight": ("html", text(r"line-height: 1\.55", "line-height: 1.1"), "ACC008", "1.1 times the size apart"),
    "a Word file in small type": (
        "docx",
        docx(styles=part('<w:sz w:val="24"/>', '<w:sz w:val="20"/>')),
        "ACC008",
        "text of the Word file is 10 point",
    ),
    "a Word file in Times": (
        "docx",
        docx(styles=part('w:ascii="[^"]*"', 'w:ascii="Times New Roman"')),
        "ACC008",
        "the font Times New Roman in the Word file has serifs",
    ),
    "a Word file with justified lines": (
        "docx",
        docx(document=part("<w:pPr/>", '<w:pPr><w:jc w:val="both"/></w:pPr>')),
        "ACC008",
        "the lines of the Word file are justified",
    ),
    "large print in small type": (
        "large-print",
        pdf(content(rb"(?m) 24 Tf$", b" 16 Tf")),
        "ACC008",
        "text of the large print is 12 point",
    ),
    # ACC010
    "a page without a viewport": ("html", text('<meta name="viewport"[^>]*>', ""), "ACC010", "has no viewport"),
    "a page that cannot be enlarged": (
        "html",
        text("initial-scale=1", "initial-scale=1, user-scalable=no"),
        "ACC010",
        "forbids readers to enlarge it",
    ),
    "a page of one width": (
        "html",
        text("</style>", ".sections{width:60rem}</style>"),
        "ACC010",
        "`.sections` is 960 pixels",
    ),
    "a page of fixed columns": (
        "html",
        text("</style>", "article{display:grid;grid-template-columns:200px 400px}</style>"),
        "ACC010",
        "`article` is 400 pixels wide",
    ),
    # ACC012
    "a page that draws its numbers": (
        "html",
        text('<span class="number">4 ?</span>', ""),
        "ACC012",
        "number of section 4",
    ),
    "a Word file that counts by itself": (
        "docx",
        docx(document=part("<w:t>3 ", "<w:t>")),
        "ACC012",
        "number of section 3",
    ),
    "plain text without numbers": ("txt", text("\n\n5 ", "\n\n"), "ACC012", "number of section 5"),
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
        docx(document=part("<w:r><w:rPr/><w:t>7 Minute", '<w:ins w:author="x"/><w:r><w:rPr/><w:t>7 Minute')),
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


@pytest.mark.parametrize("name", RENDERERS)
def test_a_file_as_it_is_built_has_no_finding(files, name):
    assert found(name, files[name]) == {}


@pytest.mark.parametrize("case", SPOILED)
def test_a_spoiled_file_is_found_out(files, case):
    name, spoil, code, words = SPOILED[case]
    given = found(name, spoil(files[name]))

    assert code in given, given
    assert any(words in one.message for one in given[code]), given[code]
    for one in given[code]:
        assert not one.message.endswith("."), "a message is not a sentence"
        assert one.hint.endswith("."), "a hint is its own sentence"
        assert NOBODY not in f"{one.message}{one.hint}", "a name must not be repeated"


def test_every_check_has_a_file_that_fails_it():
    assert {code for _, _, code, _ in SPOILED.values()} | {"LEN005"} == {check.CODE for check in CHECKS}


def test_a_pdf_over_its_pages_is_found_out(files):
    given = found("pdf", files["pdf"], page_budget=1)

    assert set(given) == {"LEN005"}


def test_a_finding_about_a_section_leads_to_it_in_the_source(files):
    name, spoil, _, _ = SPOILED["a PDF that leaves a section out"]
    paths = [one.path for one in found(name, spoil(files[name]))["ACC002"]]

    assert ("sections", 2, "heading") in paths
    assert all(path[:2] == ("sections", 2) for path in paths if path)


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("kept", [0, 1, 10, 1000, 0.5, -60])
def test_a_file_that_is_cut_off_is_a_finding_and_never_raises(files, name, kept):
    data = files[name]
    length = int(len(data) * kept) if isinstance(kept, float) else kept
    given = found(name, data[:length])

    assert given
    assert next(iter(given)) in {"ACC001", "ACC002"}


@pytest.mark.parametrize("name", RENDERERS)
def test_no_change_of_bytes_raises(files, name):
    data = bytearray(files[name])
    for step in range(1, 40):
        place = step * len(data) // 40
        spoiled = data[:place] + bytes([data[place] ^ 0x55, 0]) + data[place + 1 :]
        found(name, bytes(spoiled))


def test_what_is_not_the_file_of_its_name_cannot_be_read(files):
    for name, other in (("pdf", "docx"), ("docx", "pdf")):
        (findings,) = found(name, files[other]).values()
        assert "cannot be read" in findings[0].message


def test_a_pdf_that_claims_an_unknown_standard_is_found_out(files):
    spoil = pdf(
        xmp(
            "</rdf:RDF>",
            '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="9"/></rdf:RDF>',
        )
    )
    data = xmp_free_of_pdfa(files["pdf"])

    assert any("PDF/A-9" in one.message for one in found("pdf", spoil(data))["ACC001"])


def xmp_free_of_pdfa(data: bytes) -> bytes:
    """Return a PDF that does not claim PDF/A."""

    def change(file: pikepdf.Pdf) -> None:
        packet = file.Root.Metadata.read_bytes()
        if b"pdfaid:part" in packet:
            xmp(r'pdfaid:(part|conformance)="\w"|<pdfaid:(part|conformance)>\w</pdfaid:\w*>', "")(file)

    return pdf(change)(data)


def test_a_pdf_is_held_to_the_pdf_a_that_it_claims(files):
    spoil = pdf(
        xmp(
            "</rdf:RDF>",
            '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" '
            'pdfaid:conformance="A"/></rdf:RDF>',
        )
    )
    without_identifier = spoil(xmp_free_of_pdfa(files["pdf"])).replace(b"/ID", b"/XX")

    assert any("is not PDF/A-3a: " in one.message for one in found("pdf", without_identifier)["ACC001"])


def test_another_documents_file_does_not_pass_for_this_one(files):
    other = replace(DOCUMENT, title="Another title", sections=DOCUMENT.sections[::-1])
    for name, data in files.items():
        assert "ACC002" in found(name, data, other)
