"""A learning session: its slides and handout, its charts, its deck for browsers, and a published deck brought in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree
from lxml import html as lxml_html

from publisher.compose import compose
from publisher.conformance import Output, verdicts
from publisher.document import Chart, Form, Role, Table, plain_text, walk
from publisher.importers import text as reader
from publisher.importers.recognition import Surroundings, recogniser_for
from publisher.model import Kind, Session
from publisher.project import Project
from publisher.renderers import RENDERERS, chart
from publisher.renderers.palette import dark_palette, palette
from publisher.words import block_text
from tests.editions import REPOSITORY, documents, editions
from tests.published import DECK, needs

EDITION = next(one for one in editions(REPOSITORY) if isinstance(one.work, Session))
SLIDES, HANDOUT = compose(EDITION, Project(REPOSITORY).house)
BRAND = EDITION.partnership.brand
SESSIONS = [(one, brand) for one, brand in documents(REPOSITORY) if one.form in {Form.SLIDES, Form.SHEET}]


def test_a_session_is_slides_and_a_handout():
    assert (SLIDES.form, SLIDES.stem) == (Form.SLIDES, "ten-principles")
    assert (HANDOUT.form, HANDOUT.stem) == (Form.SHEET, "ten-principles-handout")
    assert SLIDES.series == HANDOUT.series == "Learning session"


def test_principles_are_numbered_by_their_order():
    numbers = [section.number for section in SLIDES.sections if section.role is Role.PRINCIPLE]
    assert numbers == list(range(1, 11))
    assert len(SLIDES.sections) > len(numbers)
    assert all(section.number is None for section in SLIDES.sections if section.role is not Role.PRINCIPLE)


def test_every_slide_has_a_name_of_its_own():
    names = [section.identifier for section in SLIDES.sections]
    assert len(set(names)) == len(names)


def test_what_a_chart_shows_stands_in_a_table_on_the_next_slide_and_beside_it_in_the_handout():
    index = next(number for number, one in enumerate(SLIDES.sections) if any(isinstance(b, Chart) for b in one.blocks))
    drawn, told = SLIDES.sections[index : index + 2]
    assert told.heading == f"{drawn.heading}: the figures"
    bars = next(block for block in drawn.blocks if isinstance(block, Chart)).bars
    table = next(block for block in told.blocks if isinstance(block, Table))
    cells = [[block_text(cell.blocks) for cell in row.cells] for row in table.rows]
    assert cells == [[bar.label, bar.shown] for bar in bars]
    together = next(one for one in HANDOUT.sections if one.heading == drawn.heading)
    assert [type(block) for block in together.blocks][-2:] == [Chart, Table]


def test_what_the_facilitator_says_is_on_no_slide_and_not_in_the_handout():
    notes = [plain_text(block.children) for one in SLIDES.sections for block in walk(one.notes)]
    assert notes
    for form in ("pdf", "txt"):
        printed = " ".join(block_text(section.blocks) for section in (SLIDES if form == "pdf" else HANDOUT).sections)
        assert len(printed) > 500
        assert not any(note in printed for note in notes)


@pytest.mark.parametrize(
    ("document", "brand"), SESSIONS, ids=[f"{brand.identifier}-{one.stem}" for one, brand in SESSIONS]
)
def test_every_format_passes_its_checks(document, brand):
    for name, renderer in RENDERERS.items():
        if document.form in renderer.FORMS and name != "pptx":
            found = verdicts(Output(name, renderer.render(document, brand), document, 2))
            assert [(name, one.message) for _, findings in found for one in findings] == []


def test_a_slide_whose_text_runs_on_to_the_next_page_is_found_in_the_pdf():
    first, *others = SLIDES.sections
    crowded = replace(SLIDES, sections=(replace(first, blocks=first.blocks * 20), *others))
    given = verdicts(Output("pdf", RENDERERS["pdf"].render(crowded, BRAND), crowded, 2))

    (message,) = [one.message for check, findings in given if check.CODE == "SES009" for one in findings]
    pages, slides = re.findall(r"\d+", message)
    assert int(pages) > int(slides) == len(SLIDES.sections) + 1


def test_the_deck_for_browsers_has_a_way_on_and_back_without_a_script():
    page = lxml_html.fromstring(RENDERERS["html"].render(SLIDES, BRAND))
    names = [one.get("id") for one in page.iter("div", "section") if "slide" in (one.get("class") or "").split()]
    assert names[0] == "opening"
    assert len(names) == len(SLIDES.sections) + 1
    on = [link.get("href") for link in page.iter("a") if link.get("class") == "next"]
    back = [link.get("href") for link in page.iter("a") if link.get("class") == "previous"]
    assert on == [f"#{name}" for name in names[1:]]
    assert back == [f"#{name}" for name in names[:-1]]
    assert all(script.get("type") == "application/ld+json" for script in page.iter("script"))
    assert len(list(page.iter("details"))) == sum(bool(section.notes) for section in SLIDES.sections)


@pytest.mark.parametrize("on_slide", [True, False], ids=["on a slide", "on a page"])
def test_bars_are_as_long_as_their_values_and_stay_inside(on_slide):
    bars = next(block for one in SLIDES.sections for block in one.blocks if isinstance(block, Chart))
    drawing = etree.fromstring(chart.svg(bars, BRAND, palette(BRAND), on_slide=on_slide))
    width, height = (float(drawing.get(side) or 0) for side in ("width", "height"))
    drawn = [
        {side: float(bar.get(side) or 0) for side in ("x", "y", "width", "height")} for bar in drawing.iter("{*}rect")
    ]
    longest = max(drawn, key=lambda bar: bar["width"])
    greatest = max(bar.value for bar in bars.bars)
    for bar, one in zip(bars.bars, drawn, strict=True):
        assert one["width"] == pytest.approx(longest["width"] * bar.value / greatest, abs=1)
        assert one["x"] + one["width"] < width
        assert one["y"] + one["height"] <= height


def test_a_chart_follows_the_readers_setting():
    bars = next(block for one in SLIDES.sections for block in one.blocks if isinstance(block, Chart))
    drawing = chart.svg(bars, BRAND, palette(BRAND), dark_palette(BRAND))
    assert "prefers-color-scheme:dark" in drawing
    assert dark_palette(BRAND).ink in drawing
    assert "http" not in drawing.replace("http://www.w3.org/2000/svg", "")


def test_a_deck_is_told_from_a_briefing():
    written = "# Our session\n\n# Aims of the session\n\n- Listen\n\n" + "".join(
        f"# {heading}\n\nWords.\n\n" for heading in ("Group work", "One", "Two", "Three", "Four", "Five")
    )
    assert recogniser_for(reader.read(written.encode(), "deck.txt")).KIND is Kind.SESSION


@needs(DECK)
class TestAPublishedDeck:
    """The deck that this kind of document was asked for."""

    def recognised(self):
        manuscript = reader.read(DECK.read_bytes(), DECK.name)
        return recogniser_for(manuscript).recognise(manuscript, Surroundings())

    def test_it_is_a_session_with_every_slide(self):
        data = self.recognised().data
        assert data["kind"] == "session"
        assert data["title"] == "Learning from serious child safeguarding incidents - why it matters"
        assert len(data["aims"]) == 3
        headings = re.findall(r"^#+ +\**(?:\d+\. )?(.*?)\**$", DECK.read_text("utf-8"), re.MULTILINE)
        assert [slide["heading"] for slide in data["slides"]] == headings[2:]
        kinds = [slide.get("kind", "content") for slide in data["slides"]]
        assert (kinds.count("principle"), kinds.count("statistics"), kinds.count("activity")) == (10, 1, 1)

    def test_every_bullet_is_on_a_slide(self):
        data = self.recognised().data
        told = " ".join([*data["aims"], *(slide.get("body", "") for slide in data["slides"])])
        told += " ".join(f"{one['value']}% {one['label']}" for s in data["slides"] for one in s.get("statistics", ()))
        bare = re.sub(r"\W+", " ", told)
        for line in re.findall(r"^ *(?:-|\d+\.) +(.*)$", DECK.read_text("utf-8"), re.MULTILINE):
            assert re.sub(r"\W+", " ", line).strip() in bare, line

    def test_what_is_no_part_of_a_slide_is_kept(self):
        assert [one.text[:8] for one in self.recognised().unplaced] == ["A faint,"]
