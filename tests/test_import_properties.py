"""Whatever is brought in, nothing crashes, no word and no link is lost, and the source reads back."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher import importers, markdown, source
from publisher.errors import PublisherError
from publisher.importers._manuscript import Cell, Form, Manuscript, Paragraph, Run
from publisher.importers.account import account
from publisher.importers.as_markdown import body
from publisher.importers.imported import bring_in
from publisher.importers.recognition import Surroundings
from publisher.importers.recognition._lines import even, words
from publisher.importers.writing import written
from publisher.model import parse
from publisher.words import block_text

ALONE = Surroundings()
LINES = st.sampled_from(
    [
        *(
            "1. Background",
            "2) Why it matters",
            "3",
            "**4. What we know**",
            "Step 5: Act",
            "Q6 And then?",
            "7 - What to do",
        ),
        *("Resources", "Local resources:", "Questions to consider", "Additional information", "## Reflect", "Support"),
        *(
            "Date published: September 2023",
            "Sept 23",
            "Published: soon",
            "Review date: 31/02/2024",
            "12th of May 2024",
        ),
        *("Visit: <https://example.org/a?b=1&c=2>", "Email: team@example.org", "Tel: 07700 900123 or 01632 960001"),
        *("• one", "  o two", "- three", "1. four", "a) five", "> said", "***", "---", "| a | b |", "|---|---|"),
        *("[text](#)", "[a](https://example.org/x_y_(z))", "<u>under</u> <br> <x>", "![picture](a.png)", "[x][y]"),
        *("7 Minute Briefing", "7MB: Neglect", "Neglect 7 minute briefing", "A sentence that ends with a stop."),
        *("A longer text of more than ten words, so that the line before it looks like a heading.", "", "", "\t"),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), LINES, st.text("*_[]()<>#-+=|`~\\&;:.!1 2aé\n\u2028\xa0{}\"'", max_size=40))
FILES = st.lists(TEXTS, max_size=25).map("\n".join)
RUNS = st.lists(
    st.builds(
        Run,
        TEXTS,
        st.booleans(),
        st.booleans(),
        st.one_of(st.none(), st.just(""), st.just("https://example.org/a"), st.text(max_size=12)),
    ),
    max_size=4,
).map(tuple)
PARAGRAPHS = st.builds(
    Paragraph,
    RUNS,
    st.just("line 1"),
    st.sampled_from(Form),
    st.integers(0, 3),
    st.sampled_from(["", "1.", "2.", "3)", "a)", "•", "iv."]),
    st.one_of(st.none(), st.integers(0, 3)),
    st.one_of(st.none(), st.builds(Cell, st.integers(0, 1), st.integers(0, 2), st.integers(0, 2))),
)
MANUSCRIPTS = st.builds(Manuscript, st.text(max_size=10), st.lists(PARAGRAPHS, max_size=20).map(tuple))
SCALARS = st.one_of(
    st.text(max_size=40), TEXTS, st.sampled_from(["no", "~", "2024-01", "- a", "a: b", "a #b", "|", ""])
)
DATA = st.dictionaries(
    st.sampled_from(["title", "sections", "contacts", "topics", "body", "unplaced"]),
    st.recursive(
        SCALARS,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.sampled_from(["heading", "body", "label", "url", "points"]), inner, max_size=3),
        ),
        max_leaves=8,
    ),
    min_size=1,
)


@settings(max_examples=150)
@given(FILES, st.sampled_from(["case.txt", "case.md"]))
@example("1. " * 50, "case.md")
@example("\x00\x1b[0m \ufffe", "case.txt")
def test_any_text_becomes_a_source_that_can_be_read(text, name):
    imported = bring_in(importers.read(text.encode("utf-8", "replace"), name), ALONE)

    read = source.read(imported.text.encode(), "case.yaml")
    assert read.data == imported.data
    work, found = parse(read)
    assert work is not None
    assert [one.message for one in found] == []
    assert imported.account.lost == imported.account.lost_targets == ()


@settings(max_examples=150)
@given(FILES)
@example("Then &amp; now, &#163; or &euro;")
def test_every_word_of_a_text_stands_in_the_source_as_it_is_written(text):
    raw = text.encode("utf-8", "replace")
    imported = bring_in(importers.read(raw, "case.txt"), ALONE)

    # Marks and numbers of lists and sections go; everything else has to be there, in the source or its notes.
    given_words = Counter(
        word for word in words(" ".join(raw.decode().splitlines())) if not re.fullmatch(r"\d{1,2}|o|amp|[a-z]", word)
    )
    there = Counter(words(re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", imported.text)))
    assert not {word for word in given_words if word not in there and not there[word]} - _entities(raw.decode())


def _entities(text: str) -> set[str]:
    """Return the words that are names of characters, as Markdown has them; they become those characters."""
    return {word for name in re.findall(r"&#?\w+;", text) for word in words(name)}


@settings(max_examples=200)
@given(MANUSCRIPTS)
@example(Manuscript("", (Paragraph((Run("a", target="b"), Run(""), Run("\x1b", target="b")), "line 1"),)))
@example(Manuscript("", (Paragraph((Run("0", target="b"), Run(""), Run("0", target="b")), "line 1"),)))
def test_no_word_and_no_link_of_any_manuscript_is_lost(manuscript):
    imported = bring_in(manuscript, ALONE)

    assert imported.account.lost == imported.account.lost_targets == ()
    assert source.read(imported.text.encode(), "case.yaml").data == imported.data
    # The net under the recognition has nothing to catch.
    assert "IMP007" not in {one.code for one in imported.remarks}


@settings(max_examples=200)
@given(st.lists(PARAGRAPHS, max_size=6))
def test_a_body_says_what_the_paragraphs_say(given_paragraphs):
    paragraphs = even(Manuscript("", tuple(given_paragraphs)), ALONE)
    numbers = Counter(word for one in paragraphs for word in words(one.number))
    said = Counter(words(block_text(markdown.blocks(body(paragraphs)))))
    meant = Counter(word for one in paragraphs for word in words(one.text))
    assert not {word for word in meant if len(word) > 3} - set(said) - set(numbers)


@settings(max_examples=200)
@given(DATA)
def test_written_data_reads_back_as_it_was(data):
    read = source.read(written(data).encode("utf-8", "surrogatepass"), "case.yaml")

    assert read.diagnostics == ()
    assert read.data == data


@pytest.mark.parametrize(
    "text",
    [
        "a" * 30_000,
        "1. a\n" * 9_000,
        "7 minute " * 9_000,
        "((((1" * 9_000,
        "[a](b) " * 9_000,
        "\\" * 30_000,
        "_a" * 12_000,
    ],
)
def test_what_no_source_can_hold_is_refused_soon_and_in_a_sentence(text):
    with pytest.raises(PublisherError) as raised:
        bring_in(importers.read(text.encode(), "case.txt"), ALONE)

    assert str(raised.value).startswith("`case.txt` is too much for one source: a text of more than ")


@pytest.mark.parametrize("missing", ["word", "link"])
def test_the_account_notices_what_is_missing(missing):
    runs = (Run("Ask the "), Run("family", target="https://example.org/family"))
    data: dict[str, source.Data] = {"sections": [{"body": "Ask the [family](https://example.org/family)\n"}]}
    kept = account([Paragraph(runs, "line 1")], data, (), ALONE)
    assert (kept.placed, kept.lost, kept.lost_targets) == (3, (), ())

    shorter = "Ask the family\n" if missing == "link" else "Ask [family](https://example.org/family)\n"
    lost = account([Paragraph(runs, "line 1")], {"sections": [{"body": shorter}]}, (), ALONE)
    assert (lost.lost, lost.lost_targets) == (
        ((), ("https://example.org/family",)) if missing == "link" else (("the",), ())
    )
