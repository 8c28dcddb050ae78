"""Files whose tags, words, links or headings were spoiled, each with the check that finds it out."""

from __future__ import annotations

from pikepdf import String

from tests.conformance import spoils
from tests.conformance.spoils import Spoiled, docx, part, pdf, text, xmp

TABLE = "<table><tr><td>one</td><td>two</td></tr></table>"
WORD_TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>one</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"

SPOILED: dict[str, Spoiled] = {
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
}
