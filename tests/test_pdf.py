"""The PDF: what it says and in which order, its links, its headings and its pages."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from publisher.document import (
    BlockQuote,
    BulletList,
    Document,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Role,
    Section,
    Strong,
    Subheading,
    Text,
)
from publisher.renderers import pdf
from tests.pdf_tree import opened
from tests.small_document import BRAND, SENTENCE, briefing, item, link, section, words


@pytest.fixture(autouse=True)
def _no_complaints(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which WeasyPrint complains, of our styles or of anything else."""
    with caplog.at_level(logging.WARNING):
        yield
    assert [record.getMessage() for record in caplog.records] == []


def typical() -> Document:
    """Return a briefing of some 500 words in its sections, and as many questions and resources as most have."""
    actions = BulletList(tuple(item(f"{SENTENCE}End of item {number}.") for number in range(3)))
    support = ListItem((Paragraph((Strong((Text("Helpline:"),)), Text(" For any adult who is worried. 0800 "))),))
    return briefing(
        *(section(number, words(SENTENCE * 4 + f"End of section {number}.")) for number in range(1, 7)),
        section(7, actions),
        Section(Role.QUESTIONS, "Questions", (OrderedList((item("What next?"), item("Who else?"))),)),
        Section(
            Role.RESOURCES,
            "Resources",
            (
                Subheading((Text("Local resources"),)),
                BulletList((link("local-one guide"), link("local-two guide"))),
                Subheading((Text("National resources"),)),
                BulletList((link("national-one guide"), link("national-two guide"))),
            ),
        ),
        Section(Role.SUPPORT, "Support", (BulletList((support, support, support)),)),
        Section(Role.INFORMATION, "Additional information", (BulletList((item("Date: July"), link("website"))),)),
    )


def pages(data: bytes) -> list[str]:
    """Return the text of each page; a soft line end follows the space that stands before it."""
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def flowing(data: bytes) -> str:
    return " ".join("".join(pages(data)).split())


def test_a_typical_briefing_reads_in_order_on_two_pages():
    document = typical()
    data = pdf.render(document, BRAND)
    first, second = pages(data)
    text = first + second

    assert len(re.findall(r"\w+", text)) > 500
    order = [text.index(title) for title in (document.title, *(section.title for section in document.sections))]
    assert order == sorted(order)
    parts = [text.index(word) for word in ("Local res", "local-one", "local-two", "National res", "national-one")]
    assert parts == sorted(parts)
    assert first.rstrip().endswith("July 2026 · Page 1 of 2")
    assert second.rstrip().endswith("July 2026 · Page 2 of 2")


def test_no_section_is_cut_that_fits_on_a_page():
    texts = pages(pdf.render(typical(), BRAND))

    for number in range(1, 7):
        (page,) = [text for text in texts if f"{number} Heading number {number}" in text]
        assert f"End of section {number}." in page


def test_the_outline_is_the_headings():
    document = typical()
    with opened(pdf.render(document, BRAND)) as file:
        (title,) = file.open_outline().root
        sections = [(entry.title, [below.title for below in entry.children]) for entry in title.children]

    assert title.title == "Child protection visits"
    assert [heading for heading, _ in sections] == [section.title for section in document.sections]
    assert dict(sections)["Resources"] == ["Local resources", "National resources"]


def test_every_link_is_there_and_a_short_one_is_whole():
    sentence = Paragraph(
        (Text(SENTENCE + "Then read "), Link("the guide to visits", "https://example.org/a"), Text("."))
    )
    blocks = [replace(sentence, children=(Text("x" * length), *sentence.children)) for length in range(0, 60, 4)]
    with opened(pdf.render(briefing(section(1, *blocks)), BRAND)) as file:
        targets = [str(note.A.URI) for page in file.pages for note in page.get("/Annots", [])]

    assert targets == ["https://example.org/a"] * len(blocks)


def test_spaces_at_line_ends_and_breaks_are_in_the_file():
    paragraph = Paragraph((Text(SENTENCE * 5), LineBreak(), Text("After the break.")))
    (text,) = pages(pdf.render(briefing(section(1, paragraph)), BRAND))
    lines = text[text.index("The worker") : text.index("After")].split("\r\n")

    assert len(lines) > 4
    assert all(line.endswith(" ") for line in lines if line)


def test_a_kept_space_at_a_line_end_breaks_no_line_early():
    # The first lines come to all lengths, so that in some of them only the last space does not fit.
    items = [
        ListItem((Paragraph((Strong((Text("A label:"),)), Text(f" {'i' * length} {SENTENCE * 2}"))),))
        for length in range(1, 60)
    ]
    text = "\r\n".join(pages(pdf.render(briefing(section(1, BulletList(tuple(items)))), BRAND)))
    first_lines = re.findall("A label:([^\r]*)", text)

    assert len(first_lines) == len(items)
    assert min(len(line) for line in first_lines) > 55


def test_lists_start_and_nest_as_they_are_written():
    blocks = (
        OrderedList((item("third", BulletList((item("nested"),))), item("fourth", "loose")), 3),
        BlockQuote((words("Said"),)),
    )
    with opened(pdf.render(briefing(section(1, *blocks)), BRAND)) as file:
        tags = list(structure(file.Root.StructTreeRoot))

    assert [tag for tag in tags if tag in {"L", "LI", "Lbl", "LBody", "BlockQuote"}] == [
        *["L", "LI", "Lbl", "LBody", "L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody", "BlockQuote"]
    ]
    assert "3. ◦ 4." in flowing(pdf.render(briefing(section(1, *blocks)), BRAND))


def structure(element: pikepdf.Object) -> Iterator[str]:
    """Yield the types of the structure elements below one, in reading order."""
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S).removeprefix("/")
            yield from structure(kid)


def test_headings_are_tagged_by_level():
    with opened(pdf.render(typical(), BRAND)) as file:
        headings = [tag for tag in structure(file.Root.StructTreeRoot) if re.fullmatch(r"H\d", tag)]

    assert headings == ["H1", *["H2"] * 9, "H3", "H3", "H2", "H2"]
    assert all(int(after[1]) - int(before[1]) <= 1 for before, after in pairwise(headings))


def test_a_draft_says_so_on_every_page():
    first, second = pages(pdf.render(replace(typical(), draft=True), BRAND))[:2]

    assert first.count("Draft: not for publication") == second.count("Draft: not for publication") == 1


def test_a_welsh_file_has_welsh_furniture_and_letters():
    document = replace(briefing(section(1, words("Y tŷ a’r dŵr."))), language="cy")
    text = flowing(pdf.render(document, BRAND))

    assert "Y tŷ a’r dŵr." in text
    assert "Tudalen 1 o 1" in text


def test_signs_that_no_font_has_are_left_out_and_the_words_stay():
    signs = words("Call \U0001f4de 116 123 \U0001f468\u200d\U0001f469\u200d\U0001f467 or \ue000\U0001fae9write → now ✓")

    assert "Call 116 123 or write → now ✓" in flowing(pdf.render(briefing(section(1, signs)), BRAND)).replace(
        "\u200d", ""
    )


def test_words_too_long_for_a_line_are_broken_and_not_lost():
    long = "https://example.org/" + "a" * 300
    document = briefing(
        section(1, Paragraph((Link(long, long),))),
        Section(Role.INFORMATION, "Information", (BulletList((ListItem((Paragraph((Link(long, long),)),)),)),)),
    )
    data = pdf.render(replace(document, title="W" * 60, publisher=replace(document.publisher, name="N " * 60)), BRAND)
    with opened(data) as file:
        width = float(file.pages[0].mediabox[2])
    document_file = pypdfium2.PdfDocument(data)
    edges = [found.get_bounds()[2] for page in document_file for found in page.get_objects(max_depth=3)]
    document_file.close()

    assert "".join(pages(data)).replace("\r\n", "").replace("\ufffe", "").count("a" * 300) == 2
    assert max(edges) < width + 1
