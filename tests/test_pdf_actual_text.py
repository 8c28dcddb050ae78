"""Words of a PDF as they are read, where they are drawn otherwise: from the right, or over the end of a line."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from publisher.document import BulletList, Link, Paragraph, Strong, Text
from publisher.renderers import large_print, pdf
from tests import pdf_tree
from tests.pdf_tree import Node, opened
from tests.small_document import BRAND, SENTENCE, URDU, briefing, item, section, words

BLOCKS = (
    words(f"{SENTENCE}{URDU}, {SENTENCE}{URDU}\u06d4 {SENTENCE}"),
    BulletList((item(URDU), item(f"Say {URDU}"))),
    Paragraph((Text("Read "), Link(URDU, "https://example.org/"), Text(" "), Strong((Text(URDU),)), Text("."))),
    words("مثلاً مُحَمَّد"),
)


def tree(data: bytes) -> Node:
    with opened(data) as file:
        return pdf_tree.read(file)


def of_role(node: Node, role: str) -> list[str]:
    return [pdf_tree.text(found).strip() for found in pdf_tree.walk(node) if found.role == role]


@pytest.mark.parametrize("renderer", [pdf, large_print])
def test_words_from_the_right_are_read_in_their_order(renderer):
    data = renderer.render(briefing(section(1, *BLOCKS, heading=f"Heading {URDU}")), BRAND)
    read = tree(data)

    assert of_role(read, "H2") == [f"1 Heading {URDU}"]
    assert of_role(read, "P")[3:] == [
        f"{SENTENCE}{URDU}, {SENTENCE}{URDU}\u06d4 {SENTENCE}".strip(),
        f"Read {URDU} {URDU}.",
        "مثلاً مُحَمَّد",
    ]
    assert of_role(read, "LBody") == [URDU, f"Say {URDU}"]
    assert of_role(read, "Link") == of_role(read, "Strong") == [URDU]
    assert [note.name for node in pdf_tree.walk(read) for note in node.annotations] == [URDU]
    with pypdfium2.PdfDocument(data) as file:
        assert [entry.get_title() for entry in file.get_toc()][1:] == [f"1 Heading {URDU}"]


def test_only_lines_with_such_words_have_others_beside_them():
    with opened(pdf.render(briefing(section(1, words(SENTENCE * 5), words(URDU))), BRAND)) as file:
        contents = file.pages[0].Contents.read_bytes()

    assert contents.count(b"/ActualText") == 1


def test_the_font_for_arabic_script_is_in_a_file_that_has_a_use_for_it():
    def fonts(text: str) -> set[str]:
        with opened(pdf.render(briefing(section(1, words(text))), BRAND)) as file:
            return {
                re.split(r"[+,]", str(font.BaseFont))[1] for font in file.pages[0].resources.Font.as_dict().values()
            }

    assert fonts(URDU) - fonts("words") == {"IBM-Plex-Sans-Arabic"}


def test_every_glyph_has_a_meaning():
    with opened(pdf.render(briefing(section(1, words("মুহাম্মদ مُحَمَّد é"))), BRAND)) as file:
        maps = [font.ToUnicode.read_bytes() for font in file.pages[0].resources.Font.as_dict().values()]

    assert maps
    assert not any(b"<>" in mapping for mapping in maps)


def test_a_word_that_a_line_cuts_is_read_as_one():
    long = "x" * 70 + "y" * 70
    read = tree(pdf.render(briefing(section(1, words(f"See {long} or so. {SENTENCE}"))), BRAND))
    (word,) = [node for node in pdf_tree.walk(read) if "ActualText" in node.marks]

    assert len(word.identifiers) == 2
    assert long in word.marks["ActualText"]
    assert pdf_tree.text(word) == word.marks["ActualText"]


def test_a_link_that_a_line_cuts_within_a_word_is_one_link():
    address = "https://example.org/" + "a" * 140
    read = tree(pdf.render(briefing(section(1, Paragraph((Link(address, address),)))), BRAND))
    (link,) = [node for node in pdf_tree.walk(read) if node.role == "Link"]

    assert pdf_tree.text(link) == address
    assert len(link.annotations) == 1
    assert [node.marks["ActualText"] for node in pdf_tree.walk(link) if node is not link] == ["a" * 140]


def test_lines_that_end_with_a_space_or_a_hyphen_have_nothing_beside_them():
    read = tree(pdf.render(briefing(section(1, words(SENTENCE * 4), words("co-operate " * 60))), BRAND))

    assert [node for node in pdf_tree.walk(read) if "ActualText" in node.marks] == []
