"""Sentences, words and grades as an editor would count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.readability import grade, sentences, syllables
from publisher.words import count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Ask Dr. Smith. Then write.", ["Ask Dr. Smith.", "Then write."]),
        ("See s. 47 of the Act.", ["See s. 47 of the Act."]),
        ("Is it safe? Yes!", ["Is it safe?", "Yes!"]),
        ("He said “stop.” She did.", ["He said “stop.”", "She did."]),
        ("It took 3.5 days.", ["It took 3.5 days."]),
        ("An item\n\nAnother item", ["An item", "Another item"]),
        ("Visit www.gov.uk today.", ["Visit www.gov.uk today."]),
        ("It was I. Then you came.", ["It was I.", "Then you came."]),
        ("…", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text, found):
    assert [text[one.start : one.end] for one in sentences(text)] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [("multi-agency work", 2), ("0161 496 0000", 3), ("child's", 1), ("a – b", 2), ("www.gov.uk/x", 1), ("", 0)],
)
def test_words_are_counted_as_a_reader_would(text, words):
    assert count(text) == words


@pytest.mark.parametrize(
    ("word", "number"), [("child", 1), ("baby", 2), ("safeguarding", 4), ("asked", 1), ("wanted", 2)]
)
def test_syllables_are_near_enough(word, number):
    assert abs(syllables(word) - number) <= 1


def test_short_plain_sentences_grade_lower_than_long_official_ones():
    plain = "We see the child. We ask what life is like. We write it down."
    official = (
        "Practitioners undertaking multi-agency safeguarding responsibilities should systematically triangulate "
        "information concerning vulnerabilities identified within the household composition."
    )

    assert grade(plain) < 5
    assert grade(official) > 14


@given(st.text(max_size=2000))
def test_sentences_cover_every_word_of_any_text(text):
    assert sum(one.words for one in sentences(text)) == count(text)
    assert grade(text) > -20
