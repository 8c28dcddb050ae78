"""The PowerPoint file of a session: real placeholders, titles, order, words for pictures, notes, sizes, no overflow."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pptx
import pypdfium2
import pytest
from lxml import etree

from publisher.conformance import Output, verdicts
from publisher.document import (
    Bar,
    BulletList,
    Cell,
    Chart,
    Document,
    Foreign,
    Form,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Publisher,
    Role,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from publisher.renderers import pptx as renderer
from tests.editions import REPOSITORY, documents

SAMPLES = [(document, brand) for document, brand in documents(REPOSITORY) if document.form is Form.SLIDES]
samples = pytest.mark.parametrize(
    ("document", "brand"), SAMPLES, ids=[f"{brand.identifier}-{document.identifier}" for document, brand in SAMPLES]
)
BRAND = SAMPLES[0][1]


def item(*children):
    return ListItem((Paragraph(children),))


def cell(text):
    return Cell((Paragraph((Text(text),)),))


DECK = Document(
    identifier="deck",
    title="Listening to children",
    subtitle="For any team",
    series="Learning session",
    summary="How we listen.",
    language="en-GB",
    publisher=Publisher(
        "Sample Safeguarding Children Partnership", "Sample SCP", "https://example.org/", "a@example.org"
    ),
    published="2026-10",
    published_in_words="October 2026",
    topics=("voice-of-the-child",),
    form=Form.SLIDES,
    sections=(
        Section(
            Role.PRINCIPLE,
            "Come back with an answer",
            (
                Paragraph((Text("Children said "), Strong((Text("nobody came back"),)), Text("."))),
                BulletList(
                    (
                        ListItem(
                            (
                                Paragraph((Text("Ask."),)),
                                BulletList((item(Text("Ask again."), Link("How to ask", "https://example.org/ask")),)),
                            )
                        ),
                        item(Foreign((Text("Gwrando"),), "cy")),
                    )
                ),
                OrderedList((item(Text("First")), item(Text("Second"))), 3),
            ),
            number=1,
            anchor="slide-1",
            path=("slides", 0),
            notes=(Paragraph((Text("Say who can be asked afterwards."),)),),
        ),
        Section(
            Role.STATISTICS,
            "What reviews were about",
            (Chart((Bar("Neglect", 40, "40%"), Bar("Domestic abuse", 35, "35%"))),),
            anchor="slide-2",
            path=("slides", 1),
        ),
        Section(
            Role.STATISTICS,
            "What reviews were about: the figures",
            (Table("", ("What was counted", "Share"), (Row((cell("Neglect"), cell("40%"))),)),),
            anchor="slide-2-figures",
            path=("slides", 1),
        ),
        Section(Role.ACTIVITY, "In pairs", (), anchor="slide-3", path=("slides", 2)),
    ),
)


MADE: dict[tuple[str, str], bytes] = {}


def made(document=DECK, brand=BRAND):
    """Return the file, made once for all tests."""
    key = brand.identifier, repr(document)
    if key not in MADE:
        MADE[key] = renderer.render(document, brand)
    return MADE[key]


def opened(document=DECK, brand=BRAND):
    return pptx.Presentation(io.BytesIO(made(document, brand)))


def shown(slide):
    """Return a slide as text: its layout, then its shapes in their order, which is that of reading."""
    yield f"[{slide.slide_layout.name}]"
    for shape in slide.shapes:
        kind = shape.element.ph.get("type") if shape.is_placeholder else shape.name
        words = shape.element.xpath(".//p:cNvPr")[0].get("descr")
        yield f"{kind or 'text'}{f' “{words}”' if words else ''}"
        if shape.has_text_frame:
            for paragraph in shape.text_frame.paragraphs:
                yield f"  {'  ' * paragraph.level}{paragraph.text}"
        elif shape.has_table:
            yield from ("  " + " | ".join(one.text for one in row.cells) for row in shape.table.rows)
    if slide.has_notes_slide:
        yield f"notes: {slide.notes_slide.notes_text_frame.text}"


def test_a_deck_reads_as_expected(accepted):
    text = "\n".join(line.rstrip() for slide in opened().slides for line in shown(slide))
    accepted(Path(__file__).parent / "documents" / "deck" / "expected.pptx.txt", f"{text}\n")


@samples
def test_each_slide_has_a_title_of_its_own_and_no_placeholder_is_empty(document, brand):
    slides = list(opened(document, brand).slides)
    titles = [slide.shapes.title.text for slide in slides]
    assert titles == [document.title, *(section.title for section in document.sections)]
    assert len(set(titles)) == len(titles)
    for slide in slides:
        assert next(iter(slide.shapes)) == slide.shapes.title
        for shape in slide.placeholders:
            assert not shape.has_text_frame or shape.text_frame.text.strip() or shape.element.ph.get("type") == "sldNum"


@samples
def test_pictures_and_charts_have_words_and_notes_are_kept(document, brand):
    slides = list(opened(document, brand).slides)
    pictures = [shape for slide in slides for shape in slide.shapes if shape.has_chart or shape.shape_type == 13]
    assert pictures
    assert all(shape.element.xpath(".//p:cNvPr")[0].get("descr") for shape in pictures)
    noted = [slide.has_notes_slide for slide in slides[1:]]
    assert noted == [bool(section.notes) for section in document.sections]
    assert any(noted)


def test_a_chart_can_be_changed_and_says_what_it_shows():
    chart = next(shape for shape in opened().slides[2].shapes if shape.has_chart)
    assert chart.element.xpath(".//p:cNvPr")[0].get("descr") == "Bar chart. Neglect: 40%; Domestic abuse: 35%."
    assert list(chart.chart.plots[0].categories) == ["Neglect", "Domestic abuse"]
    assert list(chart.chart.plots[0].series[0].values) == [40, 35]


def test_marks_and_levels_are_lists_and_links_lead_on():
    body = opened().slides[1].placeholders[1].text_frame
    assert [paragraph.level for paragraph in body.paragraphs] == [0, 0, 1, 0, 0, 0]
    part = etree.fromstring(zipfile.ZipFile(io.BytesIO(made())).read("ppt/slides/slide2.xml"))
    numbers = part.iter("{*}buAutoNum")
    assert [one.get("startAt") for one in numbers] == ["3", "3"]
    links = [run.hyperlink.address for paragraph in body.paragraphs for run in paragraph.runs if run.hyperlink.address]
    assert links == ["https://example.org/ask"]


def test_each_run_states_its_language():
    part = zipfile.ZipFile(io.BytesIO(made())).read("ppt/slides/slide2.xml")
    languages = [run.get("lang") for run in etree.fromstring(part).iter("{*}rPr")]
    assert set(languages) == {"en-GB", "cy-GB"}


def test_the_brand_is_in_the_theme_and_the_layouts():
    file = opened()
    assert [layout.name for layout in file.slide_layouts] == ["Opening", "Content", "Activity", "Chart", "Table"]
    theme = zipfile.ZipFile(io.BytesIO(made())).read("ppt/theme/theme1.xml").decode()
    assert BRAND.base_family in theme
    assert BRAND.colors["primary"].lstrip("#").upper() in theme


def test_the_same_deck_is_the_same_file():
    assert renderer.render(DECK, BRAND) == made()


def test_nobody_is_named_in_the_file():
    properties = opened().core_properties
    assert properties.author == properties.last_modified_by == DECK.publisher.name
    assert (properties.created.year, properties.created.month) == (2026, 10)
    names = zipfile.ZipFile(io.BytesIO(made())).namelist()
    assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]


@samples
def test_the_checks_of_files_have_nothing_to_say(document, brand):
    found = verdicts(Output("pptx", made(document, brand), document, 2))
    assert {check.CODE for check, _ in found} >= {"ACC001", "ACC002", "ACC004", "ACC008", "SES009"}
    assert [finding.message for _, findings in found for finding in findings] == []


def test_text_that_runs_over_a_slide_is_found():
    section = replace(DECK.sections[0], blocks=(Paragraph((Text("We talked about it in our team. " * 60),)),))
    deck = replace(DECK, sections=(section,))
    found = [one for _, findings in verdicts(Output("pptx", made(deck), deck, 2)) for one in findings]
    assert [(one.path, one.message) for one in found] == [
        (("slides", 0), "the text of slide 2, “Come back with an answer”, runs over its edge in the PowerPoint file")
    ]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@samples
def test_libreoffice_shows_every_slide_and_nothing_outside_it(document, brand, tmp_path):
    (tmp_path / "deck.pptx").write_bytes(made(document, brand))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "deck.pptx")], check=True, capture_output=True, timeout=120)
    if not (tmp_path / "deck.pdf").exists():
        pytest.skip("this LibreOffice has no Impress")
    pdf = pypdfium2.PdfDocument(tmp_path / "deck.pdf")
    assert len(pdf) == len(document.sections) + 1
    for page in pdf:
        width, height = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        assert boxes
        assert all(left >= 0 and bottom >= 0 and right <= width and top <= height for left, bottom, right, top in boxes)
    pdf.close()
