"""Words in another language: written in brackets in a source, and marked as such in every format."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher import markdown, prose
from publisher.document import Document, Emphasis, Foreign, Link, Paragraph, Strong, Text, plain_text
from publisher.renderers import RENDERERS, pdf
from tests import pdf_tree
from tests.small_document import BRAND, PLAIN_BRAND, SENTENCE, URDU, briefing, section


def document(text: str) -> Document:
    return briefing(section(1, *markdown.blocks(text)))


@pytest.mark.parametrize(
    ("written", "nodes"),
    [
        ("[bore da]{lang=cy}", (Foreign((Text("bore da"),), "cy"),)),
        ('[bore *da*]{lang="cy-GB"}', (Foreign((Text("bore "), Emphasis((Text("da"),))), "cy-GB"),)),
        ("[[da](https://e.org)]{lang=cy}", (Foreign((Link("da", "https://e.org"),), "cy"),)),
        ("[[da]{lang=cy}](https://e.org)", (Foreign((Link("da", "https://e.org"),), "cy"),)),
        (
            "**[da]{lang=cy}** [a](https://e.org)",
            (Strong((Foreign((Text("da"),), "cy"),)), Text(" "), Link("a", "https://e.org")),
        ),
    ],
)
def test_words_in_brackets_with_a_language_are_foreign(written, nodes):
    assert markdown.phrase(written) == nodes


@pytest.mark.parametrize(
    "written",
    [
        "[da]{.welsh}",
        "[da]{#id lang=cy}",
        "[da]{lang=cy .welsh}",
        "[da]{lang=}",
        "[da] {lang=cy}",
        "[da]{onclick=alert(1)}",
        "[]{lang=cy}",
        "da]{lang=cy}",
        "{lang=cy}",
    ],
)
def test_any_other_attribute_is_text(written):
    assert markdown.phrase(written) == (Text(written),)


@given(st.text(alphabet="ab .!?-#1\t\n", max_size=40))
def test_words_without_marks_are_read_as_they_are_beside_some(words):
    assert plain_text(markdown.phrase(f"{words}x\\*")) == plain_text(markdown.phrase(f"{words}x")) + "*"


def test_rules_read_the_words_where_they_stand():
    body = "One.\n\nSay [bore da]{lang=cy} a day, or [[da]{lang=cy}](https://e.org) lang."
    read = prose.read(body)

    assert read.text == "One.\n\nSay bore da a day, or da lang."
    assert "".join(body[read.offsets[place]] for place in range(6, len(read.text))) == read.text[6:]
    assert [(read.text[mark.start : mark.end], mark.target) for mark in read.of("foreign")] == [
        ("bore da", "cy"),
        ("da", "cy"),
    ]


def test_the_web_page_and_the_fragment_say_the_language_and_the_direction():
    tree = document(f"[bore da]{{lang=cy}} [{URDU}]{{lang=ur}}")

    for name in ("html", "fragment"):
        page = RENDERERS[name].render(tree, BRAND).decode()
        assert re.findall(r'<span lang="(.*?)" dir="(.*?)">', page) == [("cy", "auto"), ("ur", "rtl")]
    assert URDU in RENDERERS["html"].render(tree, BRAND).decode()


def test_plain_text_has_the_words_alone():
    assert (
        f"\n\nbore da, {URDU}.\n"
        in RENDERERS["txt"].render(document(f"[bore **da**]{{lang=cy}}, [{URDU}]{{lang=ur}}."), PLAIN_BRAND).decode()
    )


def test_word_is_told_the_language_and_the_direction():
    text = f"Say [bore **da**]{{lang=cy}} or **[{URDU}]{{lang=ur}}** or {URDU}."
    with zipfile.ZipFile(io.BytesIO(RENDERERS["docx"].render(document(text), PLAIN_BRAND))) as package:
        body = package.read("word/document.xml").decode()
    runs = [
        (words, marks) for marks, words in re.findall(r"<w:r><w:rPr(?:/>|>(.*?)</w:rPr>)<w:t[^>]*>(.*?)</w:t>", body)
    ]

    assert runs[-8:] == [
        ("Say ", ""),
        ("bore ", '<w:lang w:val="cy-GB"/>'),
        ("da", '<w:b/><w:lang w:val="cy-GB"/>'),
        (" or ", ""),
        (URDU, '<w:b/><w:bCs/><w:rtl/><w:lang w:bidi="ur-PK"/>'),
        (" or ", ""),
        (URDU, "<w:rtl/>"),
        (".", ""),
    ]


TAGS = f"""\
P
  "Say "
  Span Lang=cy
    "bore "
    Strong "da"
  " or "
  Strong
    Span Lang=ur "{URDU}"
  " or "
  Span Lang=ur
    Link "{URDU}"
  ", 1."
"""


def test_the_tags_of_a_pdf_say_the_language():
    text = f"Say [bore **da**]{{lang=cy}} or **[{URDU}]{{lang=ur}}** or [[{URDU}](https://e.org)]{{lang=ur}}, 1."
    with pdf_tree.opened(pdf.render(document(text), BRAND)) as file:
        (paragraph,) = [
            node for node in pdf_tree.walk(pdf_tree.read(file)) if URDU in pdf_tree.text(node) and node.role == "P"
        ]

    assert pdf_tree.dump(paragraph) == TAGS


def test_foreign_words_over_lines_are_one_in_the_tags():
    with pdf_tree.opened(pdf.render(document(f"One. [{SENTENCE * 3}]{{lang=cy}} Two."), BRAND)) as file:
        spans = [node for node in pdf_tree.walk(pdf_tree.read(file)) if node.role == "Span"]

    assert [(node.marks, pdf_tree.text(node).strip()) for node in spans] == [({"Lang": "cy"}, (SENTENCE * 3).strip())]


def test_a_document_without_foreign_words_has_the_same_paragraph_as_ever():
    assert markdown.blocks("Say [this] {now}.") == (Paragraph((Text("Say [this] {now}."),)),)
