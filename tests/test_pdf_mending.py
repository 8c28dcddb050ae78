"""The mending of tags on pages that no briefing has yet: tables, inner links, a partnership's own templates."""

from __future__ import annotations

import re
import subprocess
import sys
from hashlib import sha256
from typing import Any

import pypdfium2
import pytest
from PIL import ImageChops
from weasyprint import HTML

from publisher.document import Document, Role, Section
from publisher.renderers import pdf_tags
from tests import pdf_tree
from tests.editions import REPOSITORY
from tests.pdf_tree import opened
from tests.small_document import SENTENCE, briefing, section, words

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Visits</title><style>
@page { size: A5 } h1, h2, p, li, th, td { white-space: pre-wrap }</style></head><body><h1>Visits</h1>"""


def laid_out(body: str, standard: pdf_tags.Standard = "ua-1") -> Any:
    """Return a page as WeasyPrint lays it out."""
    return HTML(string=PAGE + body).render(pdf_variant=pdf_tags.VARIANTS[standard])


def printed(body: str) -> bytes:
    """Return a page as WeasyPrint makes it."""
    data: bytes = laid_out(body).write_pdf(pdf_variant=pdf_tags.VARIANTS["ua-1"])
    return data


def mended(body: str, document: Document | None = None, *, standard: pdf_tags.Standard = "ua-1") -> bytes:
    page = pdf_tags.printed(laid_out(body, standard), standard)
    return pdf_tags.mend(page, document or briefing(section(1)), standard=standard)


def dump(body: str) -> list[str]:
    with opened(mended(body)) as file:
        return [line.strip() for line in pdf_tree.dump(pdf_tree.read(file)).splitlines()[2:]]


def test_the_file_says_the_same_of_itself_twice_and_nothing_of_the_computer():
    document = briefing(section(1))
    with opened(mended("<p>Words.</p>")) as file:
        information = {key: str(value) for key, value in file.docinfo.items()}
        with file.open_metadata() as xmp:
            said = {key: xmp.get(key) for key in ("dc:title", "dc:description", "pdf:Keywords", "xmp:CreateDate")}
            author, program = xmp["dc:creator"], xmp["xmp:CreatorTool"]
            standards = xmp["pdfuaid:part"], xmp["pdfaid:part"], xmp["pdfaid:conformance"]
        packet = file.Root.Metadata.read_bytes().decode()
        intent = file.Root.OutputIntents[0]

        assert standards == ("1", "3", "A")
        assert packet.count("<rdf:RDF") == 1
        assert intent.S == "/GTS_PDFA1"
        # The date in the profile's header is no moment of printing: the first of January 2026.
        assert intent.DestOutputProfile.read_bytes()[24:36].hex() == "07ea00010001000000000000"
    assert said == {
        "dc:title": information["/Title"],
        "dc:description": document.summary,
        "pdf:Keywords": information["/Keywords"],
        "xmp:CreateDate": "2026-07",
    }
    assert author == [information["/Author"]] == [document.publisher.name]
    assert information["/Creator"] == information["/Producer"] == program
    assert re.fullmatch(r"Briefing Publisher [\d.]+", program)
    assert information["/CreationDate"] == information["/ModDate"] == "D:202607"


def test_headers_of_tables_say_what_they_head():
    body = "<tr><th>Point</th><td>words</td></tr>"

    assert dump(f"<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{body}</tbody></table>") == [
        *["Table", "THead", "TR", 'TH Scope=/Column "A"', 'TH Scope=/Column "B"'],
        *["TBody", "TR", 'TH Scope=/Row "Point"', 'TD "words"'],
    ]


@pytest.mark.parametrize(
    ("style", "numbering"),
    [("circle", "Circle"), ("lower-alpha", "LowerAlpha"), ("upper-roman", "UpperRoman"), ('"– "', "Disc")],
)
def test_lists_are_numbered_as_they_look(style: str, numbering: str):
    assert dump(f"<ul style='list-style-type: {style}'><li>one</li></ul>")[0] == f"L ListNumbering=/{numbering}"


def test_words_in_a_partnerships_own_boxes_become_paragraphs():
    body = "<header>head</header><div>one <b>two</b></div><aside><p>three</p></aside><div></div>"

    assert dump(body) == ['P "head"', 'P "one two"', 'P "three"']


def test_a_section_on_the_next_page_is_no_part_of_one_that_has_the_words_of_its_heading():
    asked = Section(Role.QUESTIONS, "Questions", (words("Who supports you?"),))
    help_lines = Section(Role.SUPPORT, "Support", (words("Call."),))
    body = (
        "<section><h2>Questions</h2><p>Who supports you?</p></section>"
        "<section style='break-before: page'><h2>Support</h2><p>Call.</p></section>"
    )
    data = mended(body, briefing(asked, help_lines))
    with opened(data) as file:
        sections = [pdf_tree.text(node) for node in pdf_tree.walk(pdf_tree.read(file)) if node.role == "Sect"]

    assert sections == ["QuestionsWho supports you?", "SupportCall."]


def test_columns_leave_no_trace():
    columns = "<ul style='columns: 2'><li>one</li><li>two</li></ul>"

    assert dump(f"<section style='columns: 2'><h2>Two</h2><p>{SENTENCE}</p></section>")[:2] == ["Sect", 'H2 "Two"']
    assert [line.split()[0] for line in dump(columns)] == ["L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]


def test_a_page_looks_as_before():
    body = f"<p>{SENTENCE * 9}<strong>a</strong> <a href='https://example.org/'>{SENTENCE}</a></p><ul><li>b</li></ul>"
    before, after = (pypdfium2.PdfDocument(data) for data in (printed(body), mended(body)))

    assert not ImageChops.difference(*(file[0].render(scale=2).to_pil() for file in (before, after))).getbbox()
    before.close()
    after.close()


def test_half_transparent_words_stay_in_the_tags():
    assert dump("<p style='opacity: 0.5'>pale</p>") == [f'P "{pdf_tree.ELSEWHERE}"']


def test_bookmarks_and_inner_links_of_pdf_2_lead_to_elements():
    sections = (f"<section id='{name}' style='break-before: page'><h2>{name}</h2></section>" for name in ("one", "two"))
    body = "<p><a href='#two'>on</a></p>" + "".join(sections)
    with opened(mended(body, standard="ua-2")) as file:
        with file.open_metadata() as xmp:
            assert (xmp["pdfuaid:part"], xmp["pdfuaid:rev"]) == ("2", "2024")
        (top,) = file.open_outline().root
        bookmarks: list[Any] = [top.obj, *(entry.obj for entry in top.children)]
        (note,) = file.pages[0].Annots

        assert [str(bookmark.A.SD[0].S) for bookmark in bookmarks] == ["/H1", "/H2", "/H2"]
        assert bookmarks[1].A.SD[0] != bookmarks[2].A.SD[0]
        assert all("/Dest" not in entry for entry in (*bookmarks, note))
        assert note.A.SD[0].S == "/Sect"
        assert note.A.SD[0].K[0] == bookmarks[2].A.SD[0]
        assert str(file.pdf_version) == "2.0"


_MEND = """
import sys
from hashlib import sha256
from tests.test_pdf_mending import mended
sys.stdout.write(sha256(mended("<p>Words <b>and</b> words</p>", standard="ua-2")).hexdigest())
"""


def test_the_same_page_gives_the_same_bytes_in_another_process():
    here = sha256(mended("<p>Words <b>and</b> words</p>", standard="ua-2")).hexdigest()
    there = subprocess.run(
        [sys.executable, "-c", _MEND],
        cwd=REPOSITORY,
        env={"PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert there.stdout == here
