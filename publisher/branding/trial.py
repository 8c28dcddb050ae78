"""A short document with everything that a briefing may have, to try a look on."""

from __future__ import annotations

from dataclasses import replace

from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Cell,
    Document,
    Emphasis,
    Form,
    Inline,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Publisher,
    Role,
    Row,
    Section,
    Strong,
    Subheading,
    Table,
    Text,
)
from publisher.partnership import Profile

_PAGE = "https://www.gov.uk/"
_HEADINGS = ("Background", "Why it matters", "What we found", "What works", "What to ask", "Who can help", "What to do")


def document(profile: Profile) -> Document:
    """Return the document as the partnership would publish it; its words say nothing about a child."""
    sections = [
        Section(Role.ACTION if number == len(_HEADINGS) else Role.SECTION, heading, _body(number), number)
        for number, heading in enumerate(_HEADINGS, 1)
    ]
    return Document(
        identifier="trial",
        title="A page to try a look on",
        subtitle="It has everything that a briefing may have",
        series=profile.series,
        summary="Tries colours, fonts and layouts.",
        language="en-GB",
        publisher=Publisher(profile.name, profile.short_name, profile.website, profile.email),
        published="2026-11",
        published_in_words="November 2026",
        topics=("trial",),
        sections=(*sections, *_others()),
        draft=True,
    )


def compendium(profile: Profile) -> Document:
    """Return practice points as the partnership would publish them."""
    resources = (_paragraph(Strong((Text("National resources"),))), BulletList((_linked(),)))
    row = Row((Cell((BulletList((_item("One point"), _item("Another point"))),)), Cell(resources)))
    table = Table("", ("Practice points", "Resources"), (row,), row_heads=False)
    groups = (Subheading((Text("A group"),), anchor="group-1"), table)
    return replace(
        document(profile),
        form=Form.COMPENDIUM,
        sections=(
            Section(Role.INTRODUCTION, "Introduction", (_paragraph(Text("What the points are for.")),)),
            Section(Role.GROUP, "A part", groups, anchor="part-1"),
        ),
    )


def _body(number: int) -> tuple[Block, ...]:
    """Return a section's blocks: each kind stands in at least one of the seven."""
    opening = _paragraph(
        Text("Words as they stand in a paragraph, "),
        Strong((Text("some of them strong"),)),
        Text(", "),
        Emphasis((Text("some stressed"),)),
        Text(" and "),
        Link("some of a link", _PAGE),
        Text("."),
    )
    kinds: dict[int, Block] = {
        2: BulletList((_item("One item of a list"), _item("Another item"))),
        3: OrderedList((_item("The first step"), _item("The second step"))),
        4: BlockQuote((_paragraph(Text("Somebody else’s words.")),)),
        7: BulletList((_item("Ask what daily life is like"), _item("Write down what you see"))),
    }
    return (opening, kinds[number]) if number in kinds else (opening,)


def _others() -> tuple[Section, ...]:
    linked = _linked()
    return (
        Section(Role.QUESTIONS, "Questions", (OrderedList((_item("What would you do?"), _item("And then?"))),)),
        Section(
            Role.RESOURCES,
            "Resources",
            (
                Subheading((Text("Local"),)),
                BulletList((linked,)),
                Subheading((Text("National"),)),
                BulletList((linked,)),
            ),
        ),
        Section(Role.SUPPORT, "Support", (BulletList((linked,)),)),
        Section(Role.INFORMATION, "Information", (BulletList((_item("Published: November 2026"),)),)),
    )


def _linked() -> ListItem:
    return ListItem((_paragraph(Link("A page to read", _PAGE)),))


def _paragraph(*children: Inline) -> Paragraph:
    return Paragraph(children)


def _item(words: str) -> ListItem:
    return ListItem((_paragraph(Text(words)),))
