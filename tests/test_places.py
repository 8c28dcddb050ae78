"""Every character of a value is found again in the file, whatever way YAML writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.source import read

CASES = {
    "plain": "key: some words é here\n",
    "plain over two lines": "key: some words\n  and more\n",
    "single quotes": "key: 'it''s a ''quote'''\n",
    "double quotes": 'key: "tab\\tand \\u00e9 and \\"x\\""\n',
    "literal": "key: |\n  first line\n\n    indented é\n  last\n",
    "literal with a comment and an indentation mark": "key: |2-   # note\n    two more\n  none\n",
    "folded": "key: >-\n  one\n  line\n\n  next\n",
    "windows line ends": "key: |\r\n  first\r\n  second\r\n",
    "inside a list": "list:\n  - |\n    words\nkey: |\n    far\n    in\n",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_each_letter_of_a_value_stands_where_it_is_said_to(text):
    place = read(text.encode(), "x.yaml").values[("key",)]

    letters = [(character, text[offset]) for character, offset in zip(place.value, place.offsets(), strict=True)]

    # An escape stands at its backslash; a folded line break may be a space.
    wrong = [pair for pair in letters if pair[0] != pair[1] and pair[1] != "\\" and not pair[0].isspace()]
    assert wrong == []


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=60), st.integers(1, 8))
def test_the_words_of_a_literal_block_are_found_at_any_indentation(line, indentation):
    body = " ".join(line.split()) or "x"
    text = "key: |\n" + " " * indentation + body + "\n"

    place = read(text.encode(), "x.yaml").values[("key",)]
    span = place.span(0, len(body))

    assert place.value == body + "\n"
    assert (span.line, span.column, span.end_line, span.end_column) == (
        2,
        indentation + 1,
        2,
        indentation + len(body) + 1,
    )
