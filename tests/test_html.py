"""The web page: what it says and to whom, what it asks for (nothing), and what a partnership may change of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.brand import Brand, Logo
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Document,
    Emphasis,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Publisher,
    Role,
    Section,
    Strong,
    Subheading,
    Text,
)
from publisher.errors import PublisherError
from publisher.project import Project
from publisher.renderers import html
from tests.editions import REPOSITORY

BASE = REPOSITORY / "templates" / "base"
BRAND = next(partnership.brand for partnership in Project(REPOSITORY).partnerships())
HOSTILE = """<b>&"'</title></script></style>{{ 7*7 }}{% raw %}<!--"""


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def item(*blocks: Block | str) -> ListItem:
    return ListItem(tuple(words(block) if isinstance(block, str) else block for block in blocks))


def section(number: int, *blocks: Block) -> Section:
    role = Role.ACTION if number == 7 else Role.SECTION
    return Section(role, f"Heading number {number}", blocks, number)


DOCUMENT = Document(
    identifier="visits",
    title="Visits",
    subtitle="Seeing the child",
    series="7 Minute Briefing",
    summary="How to see the child on every visit.",
    language="en-GB",
    publisher=Publisher("Example Partnership", "EP", "https://www.example.org/", "team@example.org"),
    published="2026-07",
    published_in_words="July 2026",
    topics=("neglect", "visits"),
    sections=(
        *(section(number, words(f"Words of section {number}.")) for number in range(1, 8)),
        Section(
            Role.RESOURCES,
            "Resources",
            (
                Subheading((Text("Local"),)),
                BulletList((ListItem((Paragraph((Link("Toolkit", "https://example.org/toolkit"),)),)),)),
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


@settings(max_examples=60, deadline=None)
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


def test_the_page_asks_for_nothing_and_runs_nothing():
    page = parsed()

    addresses = [*page.xpath("//@src"), *page.xpath("//link/@href"), *re.findall(r"url\(([^)]{1,40})", css(page))]
    assert [address for address in addresses if not address.strip('"').startswith("data:")] == []
    assert "@import" not in css(page)
    assert page.xpath("//script/@type") == ["application/ld+json"]
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []


def css(page: lxml.html.HtmlElement) -> str:
    return str(page.findtext(".//style"))


def test_headings_are_the_titles_and_no_level_is_left_out():
    page = parsed()
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4")]

    assert text_of(page, "//h1") == ["Visits"]
    assert text_of(page, "//h2") == [section.title for section in DOCUMENT.sections]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_contents_lead_to_every_section():
    page = parsed()
    links = {link.get("href"): link.text_content() for link in page.xpath("//nav//a")}

    assert links == {f"#{section.identifier}": section.title for section in DOCUMENT.sections}
    assert all(page.get_element_by_id(target.removeprefix("#")).tag == "section" for target in links)
    (skip,) = page.xpath("/html/body/*[1]/@href")
    assert page.get_element_by_id(skip.removeprefix("#")).xpath("./section[1]/@id") == ["section-1"]


def test_the_page_says_what_it_is_to_machines():
    page = parsed()
    meta = dict(zip(page.xpath("//meta/@name"), page.xpath("//meta[@name]/@content"), strict=True))
    article = json.loads(page.findtext(".//script"))

    assert page.get("lang") == "en-GB"
    assert text_of(page, "//title") == ["Visits – 7 Minute Briefing – Example Partnership"]
    assert meta["description"] == "How to see the child on every visit."
    assert (meta["author"], meta["keywords"]) == ("Example Partnership", "neglect, visits")
    assert meta["dcterms.created"] == article["datePublished"] == "2026-07"
    assert (article["@type"], article["publisher"]["name"]) == ("Article", "Example Partnership")
    assert "robots" not in meta


def test_what_a_document_does_not_have_leaves_no_trace():
    bare = replace(DOCUMENT, subtitle="", summary="", published="", published_in_words="", topics=())
    page = parsed(bare)

    assert page.xpath("//p[@class='subtitle']") == []
    assert not {"description", "keywords", "dcterms.created"} & set(page.xpath("//meta/@name"))
    assert not {"datePublished", "alternativeHeadline"} & set(json.loads(page.findtext(".//script")))
    assert [element for element in page.iter("p", "div", "span", "li") if not element.text_content().strip()] == []


def test_a_draft_says_so_and_keeps_out_of_search_engines():
    page = parsed(replace(DOCUMENT, draft=True))

    assert text_of(page, "//p[@class='draft']") == ["Draft: not for publication"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_welsh_page_has_welsh_furniture():
    page = parsed(replace(DOCUMENT, language="cy", draft=True))

    assert page.get("lang") == "cy"
    assert text_of(page, "//p[@id='contents']") == ["Cynnwys"]
    assert text_of(page, "//p[@class='draft']") == ["Drafft: nid i’w gyhoeddi"]


def test_the_logo_stands_for_the_name_and_the_name_for_a_logo_that_is_not_there():
    with_logo = parsed(brand=replace(BRAND, logo=Logo(b"<svg/>", "image/svg+xml", "The Partnership")))
    without = parsed(brand=replace(BRAND, logo=None))

    assert with_logo.xpath("//header/img/@alt") == ["The Partnership"]
    assert with_logo.xpath("//header/img/@src") == ["data:image/svg+xml;base64,PHN2Zy8+"]
    assert without.xpath("//img") == []
    assert text_of(without, "//header/p[1]") == ["Example Partnership"]


def test_the_extended_fonts_come_only_with_text_that_needs_them():
    plain, welsh = (parsed(replace(DOCUMENT, title=title)) for title in ("Café “visits”…", "Tŷ"))

    assert css(plain).count("@font-face") == 2
    assert css(welsh).count("@font-face") == 4
    assert "U+0100-02BA" in css(welsh)


def test_colours_for_light_and_dark_are_the_palettes():
    page = parsed(brand=replace(BRAND, colors={"primary": "#6b2d6b"}))
    light, dark = re.findall(r"--paper:(#\w{6});", css(page))

    assert (light, dark) == ("#ffffff", "#15171a")
    assert "--accent:#6b2d6b;" in css(page)
    assert "prefers-color-scheme: dark" in css(page)


@pytest.fixture
def local(tmp_path: Path) -> Brand:
    return replace(BRAND, folders=(tmp_path, BASE))


def test_a_partnership_overrides_template_and_style_sheet_by_name(local):
    (local.folders[0] / "briefing.html.j2").write_text("<h1>{{ document.title }}</h1>{{ styles }}")
    (local.folders[0] / "screen.css").write_text("/* ours </style> */")

    page = html.render(DOCUMENT, local).decode()

    assert page.startswith("<h1>Visits</h1>")
    assert page.endswith(r"/* ours <\/style> */")


def test_a_changed_template_is_read_again(local):
    template = local.folders[0] / "briefing.html.j2"
    template.write_text("one")
    first = html.render(DOCUMENT, local)
    template.write_text("two")

    assert (first, html.render(DOCUMENT, local)) == (b"one", b"two")


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{% if %}", "Expected an expression"),
        ("{{ no_such_name }}", "no_such_name"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{% include '../../../../../../etc/passwd' %}", "passwd"),
    ],
)
def test_a_mistake_in_a_template_is_the_operators(local, template, message):
    (local.folders[0] / "briefing.html.j2").write_text(template)

    with pytest.raises(PublisherError, match=message):
        html.render(DOCUMENT, local)


def test_a_style_sheet_that_is_nowhere_is_named(tmp_path):
    (tmp_path / "briefing.html.j2").write_text("x")

    with pytest.raises(PublisherError, match=r"`screen.css` is not in"):
        html.render(DOCUMENT, replace(BRAND, folders=(tmp_path,)))
