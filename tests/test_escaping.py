"""Words and addresses written as Markdown read back as themselves, whatever signs they have."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher import markdown
from publisher.document import Link, Paragraph, Text
from publisher.escaping import all_escaped, destination, escaped, guarded, wrapped

MARKS = st.text("*_[](){}<>#-+=|`~\\&;:.!@\"'%/ 1aé\xa0\u2028\x85\x0b\x1c", max_size=16)
PARTS = ["**a**", "[a](b)", "[a]{lang=cy}", "&amp;", "&#x41;", "<b>", "<1@a.b>", "<a:b>", "1.", "12)", "- ", "# ", "=="]
TEXTS = st.one_of(st.text(max_size=40), MARKS, st.lists(st.sampled_from(PARTS), max_size=5).map(" ".join))
# What Markdown takes for blanks is one space between words, as writers have made it before.
LINES = TEXTS.map(lambda text: re.sub(r"[ \t\n\r\f\v\x00]+", " ", text).strip()).filter(bool)
ESCAPES = st.sampled_from([escaped, all_escaped])


@settings(max_examples=500, deadline=None)
@given(LINES, ESCAPES)
@example("<1@a.b>", escaped)
@example("[a]{lang=cy}", escaped)
@example("snake_case _and_ 5 * 3 < 4 & 2", escaped)
def test_words_read_back_as_themselves(text, escape):
    assert markdown.phrase(escape(text)) == (Text(text),)


@settings(max_examples=500, deadline=None)
@given(LINES, ESCAPES)
@example("- a", escaped)
@example("-5 degrees", escaped)
@example("1. a 2. b", escaped)
@example("---", escaped)
def test_words_in_lines_are_one_paragraph(text, escape):
    lines = wrapped(guarded(escape(text)), 12)

    assert markdown.blocks("\n".join(lines)) == (Paragraph((Text(text),)),)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
@example("https://example.org/a\xa0b\u2003c")
@example("https://example.org/?a=1&copy;=2")
@example("https://example.org/a_(b)\\c<d>")
def test_an_address_leads_where_it_led(address):
    (link,) = markdown.phrase(f"[a]({destination(address)})")

    assert isinstance(link, Link)
    assert unquote(link.target) == unquote(address)
    assert re.search(r"\s", link.target) is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("5 * 3 _now_ a_b", r"5 \* 3 \_now\_ a_b"),
        ("R&D, AT&T; [x](y) <b>", r"R&D, AT\&T; [x]\(y) \<b>"),
        ("Why? (A) – 50% & more!", "Why? (A) – 50% & more!"),
    ],
)
def test_only_what_would_be_a_mark_is_escaped(text, written):
    assert escaped(text) == written
