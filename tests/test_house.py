"""The house data: each file loads, and each entry does what it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from publisher.diagnostics import Severity
from publisher.errors import PublisherError
from publisher.house import House, load
from publisher.house.entries import Evidence
from publisher.house.phrases import parts
from publisher.project import built_in
from tests.cases import FOLDER as CASES
from tests.cases import read_cases

FOLDER = built_in("templates") / "house"
HOUSE = load(FOLDER)
TERMS = {term.term: term for term in HOUSE.terms.entries}
FILES = {
    "acronyms.yml": lambda house: house.acronyms.entries,
    "families.yml": lambda house: house.families,
    "keywords.yml": lambda house: house.keywords,
    "law.yml": lambda house: list(house.law.find("The Children Act 1989 applies.")),
    "names.yml": lambda house: house.names.names,
    "partnerships.yml": lambda house: house.partnerships.entries,
    "plain-words.yml": lambda house: list(house.plain_words.latin.find("Signs, i.e. what you see.")),
    "postcode-areas.yml": lambda house: house.postcode_areas,
    "sources.yml": lambda house: house.references,
    "style.yml": lambda house: house.style,
    "superseded.yml": lambda house: house.guidance.superseded,
    "support.yml": lambda house: house.support,
    "terms.yml": lambda house: house.terms.entries,
    "topics.yml": lambda house: house.topics,
}


def found(text, style=None):
    return [match.item.term for match in HOUSE.terms.find(text, style or {})]


def style_of(term):
    return {term.switch: term.when}


def example(pattern):
    """Return the words of a pattern with the first form of each part that has one."""
    return " ".join(" ".join(next(filter(None, forms))) for forms in parts(pattern))


def house_with(tmp_path: Path, **files: str) -> House:
    for path in FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    for name, text in files.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    return load(tmp_path)


# Files


@pytest.mark.parametrize("name", FILES)
def test_each_file_loads_and_holds_something(name):
    assert FILES[name](load(FOLDER))


def test_no_file_lies_about_that_nothing_reads():
    assert {path.name for path in FOLDER.iterdir()} == set(FILES)


def test_a_file_is_read_only_when_it_is_asked_for(tmp_path):
    house = house_with(tmp_path, terms="not: terms")

    assert house.acronyms.get("CSE")
    with pytest.raises(PublisherError, match=r"terms\.yml:1: `terms` is missing from the file"):
        _ = house.terms


def test_a_missing_file_is_the_operators_mistake(tmp_path):
    (tmp_path / "sources.yml").write_text("sources: {}")

    with pytest.raises(PublisherError, match=r"cannot read `names\.yml`"):
        _ = load(tmp_path).names


def test_a_source_that_is_not_listed_is_reported_with_its_line(tmp_path):
    house = house_with(tmp_path, names="names: []\ntitles:\n  - title: A report\n    source: nowhere\n")

    with pytest.raises(PublisherError, match=r"names.yml:4: `nowhere` is not a key of sources.yml"):
        _ = house.names


@pytest.mark.parametrize(("rule", "code"), [("explicit-detail", "PRV016"), ("named-setting", "PRV009")])
def test_a_project_may_list_no_keywords(tmp_path, rule, code):
    shutil.copytree(FOLDER, tmp_path / "templates" / "house")
    (tmp_path / "templates" / "house" / "keywords.yml").write_text("keywords: {}\n", "utf-8")
    cases = read_cases(CASES / "rules" / f"{rule}.md")

    found = {one.code for case in cases for one in case.check(tmp_path).diagnostics}

    assert code in found, "what needs no keyword is found as before"


@pytest.mark.parametrize("name", ["support", "families", "references", "style", "topics", "keywords"])
def test_what_a_house_holds_cannot_be_changed(name):
    with pytest.raises(TypeError, match="does not support item assignment"):
        getattr(HOUSE, name)["new"] = None


# Entries


def test_each_term_stands_once():
    assert len(TERMS) == len(HOUSE.terms.entries)


def test_no_two_terms_claim_the_same_words():
    claims = [(example(pattern).lower(), term.term) for term in TERMS.values() for pattern in term.patterns]

    assert len({words for words, _ in claims}) == len(claims)


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)
def test_a_term_finds_its_own_words(term):
    assert found(f"They said {term.term}.", style_of(term)) == [term.term]


@pytest.mark.parametrize(("term", "pattern"), [(term, one) for term in TERMS.values() for one in term.patterns])
def test_each_pattern_of_a_term_finds_its_words(term, pattern):
    assert term.term in found(f"{example(pattern)}.", style_of(term))


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)
def test_what_to_write_instead_is_not_itself_to_be_avoided(term):
    assert found(term.instead) == []
    assert term.term not in found(term.instead, style_of(term))


REPLACED = [(term, old, new) for term in TERMS.values() for old, new in term.replacements.items()]


@pytest.mark.parametrize(("term", "old", "new"), REPLACED, ids=[old for _, old, _ in REPLACED])
def test_a_replacement_replaces_words_that_are_found_and_mends_them(term, old, new):
    [match] = HOUSE.terms.find(old, style_of(term))
    assert match.replacement(term.replacements) == new
    assert found(new, style_of(term)) == []


@pytest.mark.parametrize(
    "entry", [*TERMS.values(), *HOUSE.acronyms.labels], ids=lambda entry: getattr(entry, "term", "") or entry.acronym
)
def test_a_reason_completes_a_sentence_and_advice_is_one(entry):
    assert re.fullmatch(r"[a-z](?!.*\. ).*[^\s.]", entry.reason)
    assert len(entry.reason.split()) <= 15
    assert re.fullmatch(r"[A-Z].*\.", entry.instead)


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)
def test_a_term_depends_on_a_switch_and_a_choice_that_exist(term):
    assert not term.switch or term.when in HOUSE.style[term.switch].choices


def test_each_entry_with_a_weight_is_advice_until_it_is_confirmed():
    entries = [*TERMS.values(), *HOUSE.acronyms.labels, *HOUSE.guidance.superseded]
    doubtful = [entry for entry in entries if not entry.confirmed]

    assert len(doubtful) > 20
    assert {entry.weight for entry in doubtful} == {Severity.INFO}
    assert all(entry.weight is entry.severity for entry in entries if entry.confirmed)


def test_what_was_read_in_a_nameless_copy_confirms_nothing():
    hosts = ("fayllar.org", "docsbay.net", "flippingbook.com", "studylib.net", "slideplayer.com")
    copies = [source for source in HOUSE.references.values() if any(host in source.url for host in hosts)]

    assert {source.evidence for source in copies} == {Evidence.COPY}
    assert all(source.url.startswith("http") for source in copies)


TERM = """\
terms:
  - term: odd word
    instead: Write “word”.
    reason: is odd
    category: health
    severity: error
    source: {source}
"""


@pytest.mark.parametrize(
    ("source", "more", "weight"),
    [
        ("nspcc-words", "", Severity.ERROR),
        ("nspcc-words", "    evidence: derived\n", Severity.INFO),
        ("exploitation-slides", "", Severity.INFO),
        ("experience", "", Severity.INFO),
    ],
)
def test_the_weight_of_a_term_depends_on_its_source_and_on_how_far_it_goes(tmp_path, source, more, weight):
    [match] = house_with(tmp_path, terms=TERM.format(source=source) + more).terms.find("An odd word.")

    assert match.item.weight is weight


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("    evidence: derived\n    replacements: {odd word: word}\n", "is not confirmed, but has replacements"),
        ("    switch: disabled\n", "has only one of `switch` and `when`"),
        ('    patterns: ["odd (word"]\n', "has a bracket without its partner"),
        ('    patterns: ["odd word+"]\n', "is not a pattern"),
        ('    patterns: ["(odd)? (word)?"]\n', "also stands for no words at all"),
        ('    patterns: ["' + "(a|b|c|d)" * 4 + '"]\n', "has a part with more than 200 forms"),
        ("    severity: grave\n", "stands here a second time"),
        ("    weight: 3\n", "`weight` is not a key"),
    ],
)
def test_a_wrong_entry_is_reported_with_its_file_and_line(tmp_path, more, message):
    house = house_with(tmp_path, terms=TERM.format(source="nspcc-words") + more)

    with pytest.raises(PublisherError, match=r"terms\.yml:\d+: .*" + re.escape(message)):
        _ = house.terms
