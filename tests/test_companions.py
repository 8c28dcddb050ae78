"""What goes with a briefing in a team meeting: which there are, their words in each language, and their checks."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from publisher.cli.build import COMPANIONS as ON_THE_COMMAND_LINE
from publisher.compose import compose
from publisher.compose.companions import COMPANIONS
from publisher.dates import PartialDate
from publisher.document import Form
from publisher.model import Origin as Borrowed
from publisher.partnership import Companion
from publisher.renderers import RENDERERS
from tests.companions import FORMATS, changed, faults, house, made, rendered, sample, text
from tests.editions import REPOSITORY, editions
from tests.test_pptx import shown

EXPECTED = Path(__file__).parent / "documents" / "companions"
FILES = [(name, one) for name in COMPANIONS for one in FORMATS if made(name).form in RENDERERS[one].FORMS]


def test_all_places_know_the_same_companions():
    assert [*COMPANIONS] == [*Companion] == [*ON_THE_COMMAND_LINE]


def test_a_briefing_has_those_that_are_chosen_once_and_in_the_order_of_the_table():
    documents = compose(sample(), house(), ["email", "slides", "email"])
    assert [one.stem for one in documents] == [
        "professional-challenge",
        "professional-challenge-slides",
        "professional-challenge-email",
    ]
    assert len(compose(sample(), house())) == 1


def test_only_a_briefing_has_companions():
    session = next(one for one in editions(REPOSITORY) if one.slug == "ten-principles")
    assert compose(session, house(), COMPANIONS) == compose(session, house())


@pytest.mark.parametrize(
    ("name", "formats"),
    [
        ("slides", {"html", "pdf", "pptx"}),
        ("facilitator", {"html", "pdf", "docx", "txt"}),
        ("action-plan", {"html", "pdf", "docx", "txt"}),
        ("read-aloud", {"html", "pdf", "docx", "txt"}),
        ("email", {"html", "txt"}),
    ],
)
def test_each_has_the_formats_that_it_is_of_use_in(name, formats):
    assert {one for made_of, one in FILES if made_of == name} - {"large-print"} == formats


@pytest.mark.parametrize(("name", "format_"), FILES)
def test_every_file_passes_its_checks(name, format_):
    assert faults(made(name), format_) == []


@pytest.mark.parametrize("name", COMPANIONS)
def test_a_companion_reads_as_expected(name, accepted):
    if name == "slides":
        import pptx

        slides = pptx.Presentation(io.BytesIO(rendered(name, "pptx"))).slides
        words = "\n".join(line.rstrip() for slide in slides for line in shown(slide)) + "\n"
    else:
        words = rendered(name, "txt").decode()
    accepted(EXPECTED / f"{name}.txt", words)


@pytest.mark.parametrize("name", COMPANIONS)
def test_in_welsh_its_own_words_are_welsh(name):
    english, welsh = made(name), made(name, changed(lang="cy"))
    own = {one.heading for one in english.sections if not one.number}
    assert own.isdisjoint(one.heading for one in welsh.sections if not one.number)
    assert {one.label for one in english.fields}.isdisjoint(one.label for one in welsh.fields)
    assert name == "email" or english.series != welsh.series
    for format_ in ("html", "docx", "txt"):
        if welsh.form in RENDERERS[format_].FORMS:
            assert faults(welsh, format_) == []


@pytest.mark.parametrize("name", COMPANIONS)
def test_it_says_which_version_and_whose_words_it_has(name):
    credit = "Adapted with permission from another partnership."
    document = made(name, changed(origin=Borrowed(partnership="other", credit=credit), published=PartialDate(2026, 9)))
    words = " ".join(text(one.blocks) for one in document.sections)
    assert credit in words
    assert "September 2026" in f"{words} {document.published_in_words}"


@pytest.mark.parametrize(("name", "format_"), [("action-plan", "pdf"), ("action-plan", "docx"), ("slides", "pptx")])
def test_the_same_companion_is_the_same_file(name, format_):
    assert RENDERERS[format_].render(made(name), sample().partnership.brand) == rendered(name, format_)


def test_forms_have_a_form_of_their_own():
    assert [made(name).form for name in COMPANIONS] == [Form.SLIDES, Form.SHEET, Form.FORM, Form.SHEET, Form.MESSAGE]
