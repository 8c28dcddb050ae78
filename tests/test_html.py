"""The web page: its elements, its words and its links."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.brand import Brand
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Document,
    Emphasis,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Publisher,
    Role,
    Section,
    Strong,
    Subheading,
    Text,
)
from publisher.renderers import html
from tests.small_document import BRAND, briefing, item, link, section, words

HOSTILE = """<b>&"'</title></script></style>{{ 7*7 }}{% raw %}<!--"""


DOCUMENT = replace(
    briefing(),
    title="Visits",
    sections=(
        *(section(number, words(f"Words of section {number}.")) for number in range(1, 8)),
        Section(
            Role.RESOURCES,
            "Resources",
            (
                Subheading((Text("Local"),)),
                BulletList((link("Toolkit"),)),
                Subheading((Text("National"),)),
                BulletList((item("A review"),)),
            ),
        ),
    ),
)


def parsed(document: Document = DOCUMENT, brand: Brand = BRAND) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html.render(document, brand).decode())


def with_blocks(*blocks: Block) -> Document:
    return replace(DOCUMENT, sections=(section(1, *blocks),))


def text_of(page: lxml.html.HtmlElement, path: str) -> list[str]:
    return [element.text_content() for element in page.xpath(path)]


def test_the_blocks_are_these_elements_and_nothing_stands_between_them():
    blocks = (
        Paragraph((Text("One  \n two "), Strong((Text("strong "), Link("link", "https://example.org/?a=1&b=ŵ"))))),
        Paragraph((Emphasis((Text("Stress"),)), LineBreak(), Text("new\u00a0line"))),
        BulletList((item("Item", BulletList((item("nested"),))), item("loose", "second"))),
        OrderedList((item("third"),), 3),
        BlockQuote((words("Said"),)),
        Subheading((Text("Part"),)),
        words("Under it"),
    )

    assert [html.block(block) for block in blocks] == [
        '<p>One two <strong>strong <a class="short" href="https://example.org/?a=1&amp;b=%C5%B5">link</a></strong></p>',
        "<p><em>Stress</em> <br>new\u00a0line</p>",
        "<ul><li>Item<ul><li>nested</li></ul></li><li>loose<p>second</p></li></ul>",
        '<ol start="3"><li>third</li></ol>',
        "<blockquote><p>Said</p></blockquote>",
        "<h3>Part</h3>",
        "<p>Under it</p>",
    ]


def test_a_section_divided_by_subheadings_has_an_element_for_each_part():
    page = parsed()

    assert text_of(page, "//section[@class='resources']//div[@class='part']") == ["LocalToolkit", "NationalA review"]
    assert page.xpath("//section[@class='section']//div") == []


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_any_text_comes_out_as_the_text_it_is(text):
    element = lxml.html.fragment_fromstring(html.block(words(text)))

    assert element.text_content() == re.sub(" +", " ", text).strip(" ")
    assert len(element) == 0


def test_markup_and_templates_in_any_field_are_text():
    publisher = Publisher(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    sections = (Section(Role.SECTION, HOSTILE, (Paragraph((Link(HOSTILE, "https://example.org/"),)),), 1),)
    document = replace(
        DOCUMENT,
        title=HOSTILE,
        subtitle=HOSTILE,
        series=HOSTILE,
        summary=HOSTILE,
        publisher=publisher,
        topics=(HOSTILE,),
        sections=sections,
    )
    page = parsed(document)

    for path in ("//h1", "//p[@class='subtitle']", "//p[@class='series']", "//section//a"):
        assert text_of(page, path) == [HOSTILE]
    assert text_of(page, "//h2") == [f"1 {HOSTILE}"]
    assert page.xpath("//meta[@name='description']/@content") == [HOSTILE]
    assert text_of(page, "//title") == [f"{HOSTILE} – {HOSTILE} – {HOSTILE}"]
    assert json.loads(page.findtext(".//script"))["headline"] == HOSTILE
    assert page.xpath("//b") == []


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd", "//example.org", "x", ""],
)
def test_a_target_that_must_not_be_followed_leaves_the_words(target):
    assert html.inline(Link("words", target)) == "words"


@pytest.mark.parametrize(
    "target", ["https://example.org/", "http://example.org/a", "mailto:a@b.org", "tel:+441614960000"]
)
def test_web_mail_and_telephone_targets_are_links(target):
    assert lxml.html.fragment_fromstring(html.inline(Link("words", target))).get("href") == target


def test_headings_are_the_titles_and_no_level_is_left_out():
    page = parsed()
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4")]

    assert text_of(page, "//h1") == ["Visits"]
    assert text_of(page, "//h2") == [section.title for section in DOCUMENT.sections]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
