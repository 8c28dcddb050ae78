"""Plain text: what a reader of an e-mail sees."""

from __future__ import annotations

from dataclasses import replace

import pytest

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
    Strong,
    Subheading,
    Text,
)
from publisher.renderers import RENDERERS
from tests.editions import REPOSITORY, briefings
from tests.small_document import PLAIN_BRAND as BRAND
from tests.small_document import briefing, item, section, words

text = RENDERERS["txt"]
ADDRESS = "https://example.org/" + "a-very-long-path/" * 6


def document(*blocks: Block) -> Document:
    return replace(briefing(section(1, *blocks, heading="Background")), title="Ymweliadau â’r tŷ", subtitle="")


def body(*blocks: Block) -> str:
    """Return what is written below the heading of the only section."""
    return text.render(document(*blocks), BRAND).decode().partition("1 Background\n------------\n\n")[2]


def line(*children: Text | Strong | Emphasis | Link | LineBreak) -> str:
    return body(Paragraph(children)).removesuffix("\n")


def test_a_document_is_laid_out_as_a_message_is():
    tree = document(
        Paragraph(
            (
                Text("Practitioners saw the "),
                Strong((Text("older "), Emphasis((Text("child"),)))),
                Text(" alone; see the "),
                Link("procedure", "https://example.org/procedure"),
                Text(" & <form> 7."),
                LineBreak(),
                Text("Nobody asked why."),
            )
        ),
        BulletList(
            (
                item("one", OrderedList((item("first"), item("second")), 9)),
                item("two words " * 9),
            )
        ),
        BlockQuote((words("Nobody asked me what I wanted, " * 3), BulletList((item("said twice"),)))),
        Subheading((Text("Local resources"),)),
        OrderedList((item("Ask.", "Then listen."), item("Write it down."))),
    )
    tree = replace(tree, subtitle="Learning from a review", draft=True)

    assert (
        text.render(tree, BRAND).decode()
        == """\
Draft: not for publication

Example Partnership
7 Minute Briefing

Ymweliadau â’r tŷ
=================

Learning from a review

1 Background
------------

Practitioners saw the older child alone; see the procedure
(https://example.org/procedure) & <form> 7.
Nobody asked why.

- one
  9.  first
  10. second
- two words two words two words two words two words two words two words two
  words two words

    Nobody asked me what I wanted, Nobody asked me what I wanted, Nobody
    asked me what I wanted,

    - said twice

Local resources

1. Ask.

   Then listen.

2. Write it down.
"""
    )


@pytest.mark.parametrize(
    ("label", "target", "written"),
    [
        ("the form", "https://example.org/form", "the form (https://example.org/form)"),
        ("example.org/form", "https://www.example.org/form/", "https://www.example.org/form/"),
        ("https://example.org", "https://example.org", "https://example.org"),
        ("", "https://example.org/form", "https://example.org/form"),
        ("us@example.org", "mailto:us@example.org", "us@example.org"),
        ("write to us", "mailto:us@example.org?subject=Form", "write to us (us@example.org)"),
        ("0161 496 0000", "tel:01614960000", "0161 496 0000"),
        ("ring us", "tel:01614960000", "ring us (01614960000)"),
        ("two files", "https://example.org/two files", "two files (https://example.org/two%20files)"),
        ("nowhere", "", "nowhere"),
        ("a script", "javascript:alert(1)", "a script"),
        ("a bad port", "https://example.org:port/", "a bad port"),
    ],
)
def test_a_link_is_its_words_and_its_address_unless_they_are_the_same(label, target, written):
    assert line(Link(label, target)) == written


def test_no_address_is_broken_and_no_other_line_is_longer_than_76_characters():
    written = line(Text("See the full guidance for all agencies in the area, "), Link("here it is", ADDRESS), Text("."))

    assert f"({ADDRESS})." in written.splitlines()
    assert [row for row in written.splitlines() if len(row) > 76 and ADDRESS not in row] == []


def test_a_no_break_space_keeps_its_words_together():
    assert "Section\u00a047" in line(Text("word " * 14), Text("Section\u00a047 enquiries"))


def test_a_long_title_is_underlined_along_its_longest_line():
    rows = text.render(replace(document(), title="Safeguarding babies " * 6), BRAND).decode().splitlines()
    underline = next(row for row in rows if set(row) == {"="})

    assert len(underline) == max(len(row) for row in rows[rows.index("") + 1 : rows.index(underline)])


def test_a_welsh_draft_says_so_in_welsh():
    assert text.render(replace(document(), language="cy", draft=True), BRAND).decode().startswith("Drafft: ")


@pytest.mark.parametrize(("tree", "brand"), briefings(REPOSITORY), ids=lambda value: getattr(value, "identifier", ""))
def test_every_sample_is_tidy(tree, brand):
    written = text.render(tree, brand).decode()

    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert "\n\n\n" not in written
    assert [row for row in written.splitlines() if row != row.rstrip()] == []
    assert [row for row in written.splitlines() if len(row) > 76 and "://" not in row] == []
