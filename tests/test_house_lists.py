"""Acronyms, guidance with its editions, and the smaller lists of the house."""

from __future__ import annotations

import datetime

import pytest

from publisher.diagnostics import Severity
from publisher.house import load
from publisher.partnership import Jurisdiction
from publisher.project import built_in

HOUSE = load(built_in("templates") / "house")


# Acronyms


def test_acronyms_and_labels_stand_once():
    acronyms = [entry.acronym.upper() for entry in HOUSE.acronyms.entries]
    labels = [label.acronym for label in HOUSE.acronyms.labels]

    assert len(set(acronyms)) == len(acronyms)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("word", "expansion"),
    [
        ("CSE", "child sexual exploitation"),
        ("LADOs", "local authority designated officer"),
        ("CAFCASS", "Children and Family Court Advisory and Support Service"),
        ("A&E", "accident and emergency"),
        ("S47", "section 47 of the Children Act 1989"),
        ("SAR", "safeguarding adults review"),
    ],
)
def test_an_acronym_is_found_in_the_plural_and_in_other_capitals(word, expansion):
    entry = HOUSE.acronyms.get(word)

    assert entry is not None
    assert entry.expansions[0] == expansion


@pytest.mark.parametrize("word", ["Ace", "it", "co", "XYZ", "", "S"])
def test_a_word_is_not_taken_for_an_acronym(word):
    assert HOUSE.acronyms.get(word) is None
    assert not HOUSE.acronyms.is_well_known(word)


def test_well_known_acronyms_and_labels_for_children_are_told_apart():
    acronyms = HOUSE.acronyms

    assert all(acronyms.is_well_known(word) for word in ("UK", "NHS", "GPs", "PDF", "A&E"))
    assert not acronyms.is_well_known("CSE")
    assert [label and label.weight for label in map(acronyms.label, ("LAC", "CIN", "UASCs", "CSE"))] == [
        Severity.ERROR,
        Severity.INFO,
        Severity.ERROR,
        None,
    ]


# Guidance


@pytest.mark.parametrize(
    ("text", "words", "year"),
    [
        ("See Working Together 2018.", "Working Together 2018", 2018),
        ("See Working Together to Safeguard Children (2023) now", "Working Together to Safeguard Children (2023", 2023),
        (
            "Working Together to Safeguard Children (DfE, 2018)",
            "Working Together to Safeguard Children (DfE, 2018",
            2018,
        ),
        ("the 2018 edition of Working Together", "2018 edition of Working Together", 2018),
        ("Working Together to Safeguard Children says", "Working Together to Safeguard Children", None),
        ("KCSIE: September 2025", "KCSIE: September 2025", 2025),
        ("KCSIE says", "KCSIE", None),
    ],
)
def test_guidance_is_found_with_the_year_of_its_edition(text, words, year):
    [mention] = HOUSE.guidance.mentions(text)

    assert (mention.text, mention.year) == (words, year)
    assert text[mention.start : mention.end] == words


def test_common_words_are_not_taken_for_guidance():
    assert list(HOUSE.guidance.mentions("Working together, we share what we know.")) == []


@pytest.mark.parametrize(
    ("name", "day", "year"),
    [
        ("Working Together to Safeguard Children", datetime.date(2018, 7, 3), 2015),
        ("Working Together to Safeguard Children", datetime.date(2018, 7, 4), 2018),
        ("Working Together to Safeguard Children", datetime.date(2026, 2, 28), 2023),
        ("Working Together to Safeguard Children", datetime.date(2026, 11, 1), 2026),
        ("Working Together to Safeguard Children", datetime.date(1990, 1, 1), 1999),
        ("Keeping children safe in education", datetime.date(2025, 8, 31), 2024),
        ("Keeping children safe in education", datetime.date(2025, 9, 1), 2025),
    ],
)
def test_the_current_edition_depends_on_the_day(name, day, year):
    [document] = [document for document in HOUSE.guidance.documents if document.name == name]

    assert document.current_year(day) == year


def test_editions_follow_each_other_without_a_gap():
    [document] = [document for document in HOUSE.guidance.documents if document.renewed_in is None]
    editions = [edition for edition in document.editions if edition.superseded_on]

    assert [edition.year for edition in document.editions] == sorted(edition.year for edition in document.editions)
    following = document.editions[document.editions.index(editions[0]) + 1 :]
    assert [edition.superseded_on for edition in editions] == [edition.valid_from for edition in following]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Refer to the LSCB.", ["Local Safeguarding Children Board (LSCB)"]),
        ("the Local Safeguarding Children Board (LSCB) decides", ["Local Safeguarding Children Board (LSCB)"]),
        ("the Safeguarding Children Partnership (formerly the LSCB)", []),
        ("the LSCB (now the Safeguarding Children Partnership)", []),
        ("The CCG was replaced in 2022.", []),
        ("It was formerly different. Ask the CCG.", ["Clinical Commissioning Group (CCG)"]),
        ("a Child Safeguarding Practice Review", []),
        ("no secrets between us", []),
    ],
)
def test_what_was_replaced_is_found_unless_it_is_called_former(text, names):
    assert [match.item.name for match in HOUSE.guidance.find_superseded(text)] == names


def test_the_words_found_take_in_their_closing_bracket():
    [match] = HOUSE.guidance.find_superseded("a Serious Case Review (SCR) found")

    assert match.text == "Serious Case Review (SCR)"


# The smaller lists


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("signs, e.g. bruises", "for example"),
        ("Eg this", "For example"),
        ("i.e. this", "that is"),
        ("and so on, etc.", None),
    ],
)
def test_latin_is_found_with_plain_words_for_it(text, new):
    [match] = HOUSE.plain_words.latin.find(text)

    assert match.replacement(match.item.replacements) == new


def test_an_ampersand_is_right_in_a_and_e():
    assert [match.text for match in HOUSE.plain_words.latin.find("A&E, Q&A and Rock & Roll")] == ["&"]


def test_spelling_is_mended_with_its_capitals():
    [first, second] = HOUSE.plain_words.spelling.find("Behavior and evidenced based work")

    assert first.replacement(first.item.words) == "Behaviour"
    assert second.replacement(second.item.words) == "evidence based"


def test_no_right_spelling_is_also_a_wrong_one():
    words = {
        wrong: right for match in HOUSE.plain_words.spelling.find("color") for wrong, right in match.item.words.items()
    }

    assert not set(words) & set(words.values())


def test_jargon_has_a_gloss_without_jargon():
    text = "We triangulated what we knew with the chronology at the core group."
    glosses = [match.item.gloss for match in HOUSE.plain_words.jargon.find(text)]

    assert len(glosses) == 3
    assert not [match for gloss in glosses for match in HOUSE.plain_words.jargon.find(gloss)]


def test_public_names_are_known():
    text = "Arthur Labinjo-Hughes, Star Hobson, Victoria Climbié, Peter Connelly and Child Q; not Alex Example"

    assert [match.item.name for match in HOUSE.names.public.find(text)] == [
        "Arthur Labinjo-Hughes",
        "Star Hobson",
        "Victoria Climbié",
        "Peter Connelly",
        "Child Q",
    ]


def test_law_is_known_by_the_countries_where_it_applies():
    found = {
        match.text: match.item.jurisdictions
        for match in HOUSE.law.find("KCSIE; the Children (Scotland) Act 1995; section 47")
    }

    assert found == {
        "KCSIE": (Jurisdiction.ENGLAND,),
        "Children (Scotland) Act": (Jurisdiction.SCOTLAND,),
        "section 47": (Jurisdiction.ENGLAND, Jurisdiction.WALES),
    }


def test_topics_point_to_support_lines_that_exist():
    assert {key for topic in HOUSE.topics.values() for key in topic.support} <= set(HOUSE.support)


def test_postcode_areas_are_the_real_ones():
    areas = HOUSE.postcode_areas

    assert len(areas) == 126
    assert {"M", "SW", "BT", "JE", "ZE"} <= areas
    assert not {"CP", "QQ", "A"} & areas


def test_keywords_show_what_a_text_speaks_of():
    text = "We asked what life was like for the child. The father helped, and that is good practice."
    speaks_of = {name for name, phrases in HOUSE.keywords.items() if any(phrases.find(text))}

    assert speaks_of == {"voice-of-the-child", "fathers", "good-practice"}
