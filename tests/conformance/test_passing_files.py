"""The checks let pass what is right: every sample in every format and layout, and a document that is hard to set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.brand import Brand
from publisher.conformance import CHECKS, EDITION_CHECKS, Output, missing_plain_text, pdf_without_web_page, verdicts
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Document,
    Emphasis,
    Foreign,
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
from publisher.renderers import RENDERERS
from tests.editions import REPOSITORY, briefings
from tests.small_document import URDU, words

SAMPLES = briefings(REPOSITORY)
PLAIN, BRAND = SAMPLES[0]
FORMATS = [name for name, renderer in RENDERERS.items() if PLAIN.form in renderer.FORMS]


def told(name: str, document: Document, brand: Brand, page_budget: int = 9) -> list[str]:
    """Return what all checks say of the document in one format."""
    data = RENDERERS[name].render(document, brand)
    given = verdicts(Output(name, data, document, page_budget))
    assert [check for check, _ in given] == [
        check for check in CHECKS if name in check.FORMATS and PLAIN.form in check.FORMS
    ]
    return [f"{check.CODE} {one.message}" for check, findings in given for one in findings]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("document", "brand"), SAMPLES, ids=[f"{brand.identifier}-{document.identifier}" for document, brand in SAMPLES]
)
def test_every_sample_passes(document, brand, name):
    assert told(name, document, brand) == []


LONG = "https://www.example.org/" + "a-very-long-address-" * 12
HARD_BLOCKS: tuple[Block, ...] = (
    words(
        "Ask of “home” – not ‘house’… ½ of all offices: fi fl ffi, café, naïve,\u00a0and 10\u00a0000 co\u00adoperate."
    ),
    Paragraph(
        (
            Strong((Text("Strong"),)),
            Text(", then "),
            Emphasis((Text("stressed"), Text(" and "), Strong((Text("both"),)))),
            Text("; a "),
            Link("link that is so long that it must be broken over more than one line of the printed page", LONG),
            Text("."),
            LineBreak(),
            Text("A second line, and then "),
            Link(LONG, LONG),
        )
    ),
    BulletList(
        (
            ListItem((words("One"), words("with a paragraph"), OrderedList((ListItem((words("nested"),)),), 3))),
            ListItem((BlockQuote((words("Said by a child"),)),)),
            ListItem((words("Call 📞 116 123 or write ✉️ to us"),)),
        )
    ),
    Subheading((Text("A part of it"),)),
    BlockQuote((words("Nobody asked me."), BulletList((ListItem((words("not once"),)),)))),
    Paragraph((Link("the same page", "https://www.example.org/%C3%A9t%C3%A9?q=a%20b"),)),
    Paragraph((Link("the same page again", "https://www.example.org/été?q=a b"),)),
    Paragraph((Link("call us", "tel:08001111"), Text(" or "), Link("write", "mailto:team@example.org?subject=Hello"))),
    Paragraph((Text("In Urdu: "), Foreign((Text(f"{URDU}\u06d4 {URDU}\u06d4"),), "ur"), Text(" In Welsh: "))),
    Paragraph((Strong((Foreign((Link(URDU, "https://www.example.org/ur"),), "ur"),)), Text(f" {URDU}, and so on"))),
    BulletList((ListItem((words(URDU),)), ListItem((Paragraph((Foreign((Text("bore da"),), "cy"),)),)))),
    Paragraph((Link("no address", "javascript:alert(1)"), Text(" "), Link("nor this", ""))),
)


def hard(language: str) -> Document:
    """Return a document that has everything that the tree can hold."""
    sections = tuple(
        Section(
            Role.SECTION,
            f"Heading with a rather long name, of the number {number}, which needs two lines",
            blocks,
            number,
        )
        for number, blocks in enumerate([HARD_BLOCKS[:2], HARD_BLOCKS[2:3], HARD_BLOCKS[3:5], HARD_BLOCKS[5:]], 1)
    )
    return replace(
        PLAIN,
        title=f"“Home”: office & <field> 100% {URDU}",
        subtitle="",
        summary="",
        topics=(),
        sections=sections,
        language=language,
    )


@pytest.mark.parametrize("layout", ["ribbon", "cards", "ring"])
@pytest.mark.parametrize("language", ["en-GB", "cy"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_document_with_everything_in_it_passes(name, language, layout):
    assert told(name, hard(language), replace(BRAND, layout=layout)) == []


def test_a_draft_passes():
    for name in FORMATS:
        assert told(name, replace(PLAIN, draft=True), BRAND) == []


def test_an_edition_without_a_web_page_or_plain_text_is_found_out():
    formats = frozenset(FORMATS)

    assert [list(check.check(formats)) for check in EDITION_CHECKS] == [[], []]
    (finding,) = pdf_without_web_page.check(formats - {"html"})
    assert "no web page" in finding.message
    (finding,) = missing_plain_text.check(formats - {"txt"})
    assert "no plain text" in finding.message
    assert list(pdf_without_web_page.check(frozenset({"txt"}))) == []
