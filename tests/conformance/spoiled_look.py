"""Files that were made hard to read on purpose, each with the check that finds it out."""

from __future__ import annotations

from tests.conformance import spoils
from tests.conformance.spoils import Spoiled, content, docx, part, pdf, text

SPOILED: dict[str, Spoiled] = {
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
    # ACC014
    "a PDF with a letter that has no shape": (
        "pdf",
        pdf(spoils.lose_shape),
        "ACC014",
        "no font has all letters of “P",
    ),
    # LAY001
    "a PDF in another layout": (
        "pdf",
        pdf(spoils.lay_out_otherwise),
        "LAY001",
        "too long for a ring, so the PDF is laid out as cards",
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
}
