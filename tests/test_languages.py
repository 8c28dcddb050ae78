"""Language tags: which are Welsh, and what Office is told."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from publisher.compose.companions._words import words as words_of_companions
from publisher.compose.words import words
from publisher.conformance import Output, verdicts
from publisher.dates import PartialDate
from publisher.document import Form
from publisher.importers._manuscript import Manuscript
from publisher.importers.imported import bring_in
from publisher.importers.recognition import Surroundings
from publisher.renderers import RENDERERS
from publisher.renderers.labels import labels
from tests.small_document import BRAND, SENTENCE, briefing, item, section


@pytest.mark.parametrize(
    ("tag", "is_welsh"),
    [("cy", True), ("cy-GB", True), ("CY", True), ("cyp", False), ("en-GB", False), ("", False)],
)
def test_only_welsh_is_welsh(tag, is_welsh):
    said = (
        PartialDate(2026, 7).in_words(tag) == "Gorffennaf 2026",
        words(tag).review == "Adolygu erbyn",
        words_of_companions(tag).welcome == "Croeso",
        labels(tag).page == "Tudalen",
        bring_in(Manuscript("case.docx", (), language=tag), Surroundings()).data.get("lang") == "cy",
    )

    assert said == (is_welsh,) * 5


@pytest.mark.parametrize(
    ("stated", "told"), [("en", "en-GB"), ("cy", "cy-GB"), ("pl", "pl-PL"), ("pl-GB", "pl-GB"), ("tlh", "tlh")]
)
def test_word_and_powerpoint_are_told_the_country_of_a_language(stated, told):
    document = replace(briefing(section(1, *item(SENTENCE).blocks)), language=stated)
    word = RENDERERS["docx"].render(document, BRAND)
    styles = etree.fromstring(zipfile.ZipFile(io.BytesIO(word)).read("word/styles.xml"))
    assert {one for lang in styles.iterfind("{*}docDefaults//{*}lang") for one in lang.values()} == {told}
    assert [finding for _, findings in verdicts(Output("docx", word, document, 2)) for finding in findings] == []

    deck = RENDERERS["pptx"].render(replace(document, form=Form.SLIDES), BRAND)
    slide = etree.fromstring(zipfile.ZipFile(io.BytesIO(deck)).read("ppt/slides/slide1.xml"))
    assert {run.get("lang") for run in slide.iter("{*}rPr")} == {told}
