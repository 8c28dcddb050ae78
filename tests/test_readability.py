"""Sentences, words and grades as an editor would count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.readability import grade, measure, sentences, syllables
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


SYLLABLES = {
    1: "the child home homes role makes lives asked called lived don’t played",
    2: "baby being changes going table handled wanted hundred safely safety something household agreed people create "
    "elsewhere beyond business framework GP GPs ideal layout",
    3: "agencies area barriers engagement everyday involvement management period racism safeguarding serious services "
    "anyone sexual suicide NHS",
    4: "appropriate dyslexia experience information professional situation statutory",
    5: "association individual disability",
}


@pytest.mark.parametrize(("number", "words"), SYLLABLES.items())
def test_syllables_are_counted_as_they_are_heard(number, words):
    counted = {word: syllables(word) for word in words.split()}

    assert {word for word, heard in counted.items() if heard != number} == set()


@pytest.mark.parametrize(
    ("word", "number"),
    [("multi-agency", 5), ("parents/carers", 4), ("www.example.org/a/b", 1), ("2026", 1), ("isn’t", 2)],
)
def test_a_word_of_several_parts_has_those_of_its_parts_and_an_address_has_one(word, number):
    assert syllables(word) == number


def test_the_measures_of_two_texts_add_up_to_that_of_both():
    one, other = "We see the child. We ask.", "Practitioners undertake responsibilities"

    assert measure(one) + measure(other) == measure(f"{one}\n\n{other}")
    assert measure(one).grade == grade(one)
    assert measure("").grade == 0


def test_the_grade_is_that_of_the_formula():
    # 10 words, 2 sentences, 14 syllables.
    text = "The baby was asleep. Nobody asked why she slept there."

    assert grade(text) == pytest.approx(0.39 * 10 / 2 + 11.8 * 14 / 10 - 15.59)


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
