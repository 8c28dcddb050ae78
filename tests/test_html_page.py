"""The web page as a page: its contents list, what it says to machines, and what a partnership may change of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from publisher.brand import Brand, Logo
from publisher.errors import PublisherError
from publisher.renderers import html
from tests.editions import REPOSITORY
from tests.small_document import BRAND, URDU
from tests.test_html import DOCUMENT, parsed, text_of

BASE = REPOSITORY / "templates" / "base"


def test_the_page_asks_for_nothing_and_runs_nothing():
    page = parsed()

    addresses = [*page.xpath("//@src"), *page.xpath("//link/@href"), *re.findall(r"url\(([^)]{1,40})", css(page))]
    assert addresses
    assert [address for address in addresses if not address.strip('"').startswith("data:")] == []
    assert "@import" not in css(page)
    assert page.xpath("//script/@type") == ["application/ld+json"]
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []


def css(page: lxml.html.HtmlElement) -> str:
    return str(page.findtext(".//style"))


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
    plain, welsh, urdu = (parsed(replace(DOCUMENT, title=title)) for title in ("Café “visits”…", "Tŷ", URDU))

    assert css(plain).count("@font-face") == 2
    assert css(welsh).count("@font-face") == 4
    assert "U+0100-02BA" in css(welsh)
    assert css(urdu).count("@font-face") == 4
    assert css(urdu).count('font-family:"IBM Plex Sans Arabic"') == 2


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
