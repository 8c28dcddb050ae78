"""A small document for the tests of renderers, made of few words: its parts, and the brand that it is printed with."""

from __future__ import annotations

from publisher.brand import Brand
from publisher.document import Block, Document, Link, ListItem, Paragraph, Publisher, Role, Section, Text
from publisher.project import Project
from tests.editions import REPOSITORY

BRAND = next(partnership.brand for partnership in Project(REPOSITORY).partnerships())
PLAIN_BRAND = Brand("example", (), "ribbon", {"primary": "#7a1f5c"}, (), "Source Sans 3", "Source Sans 3", 700, None)
"""One without a folder, and so without templates, fonts and a logo."""
SENTENCE = "The worker saw the child alone and wrote down what the child said in words of their own. "
URDU = "بچوں کی حفاظت سب کی ذمہ داری ہے"
"""The protection of children is everybody's responsibility."""


def words(*written: str) -> Paragraph:
    return Paragraph(tuple(Text(part) for part in written))


def item(*blocks: Block | str) -> ListItem:
    return ListItem(tuple(words(block) if isinstance(block, str) else block for block in blocks))


def link(text: str) -> ListItem:
    """Return an item that is a link to an address with the text's first word."""
    return ListItem((Paragraph((Link(text, f"https://example.org/{text.split(maxsplit=1)[0]}"),)),))


def section(number: int, *blocks: Block, heading: str = "") -> Section:
    role = Role.ACTION if number == 7 else Role.SECTION
    return Section(role, heading or f"Heading number {number}", blocks, number)


def briefing(*sections: Section) -> Document:
    return Document(
        identifier="visits",
        title="Child protection visits",
        subtitle="Seeing the child",
        series="7 Minute Briefing",
        summary="How to see the child on every visit.",
        language="en-GB",
        publisher=Publisher("Example Partnership", "EP", "https://www.example.org/", "team@example.org"),
        published="2026-07",
        published_in_words="July 2026",
        topics=("neglect", "visits"),
        sections=sections,
    )
