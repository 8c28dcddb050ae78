"""One briefing in the shapes of Word files and PDFs: each gives the same seven sections, links and words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from publisher import importers
from publisher.importers.imported import Imported, bring_in
from publisher.importers.recognition import Surroundings
from tests import foreign_pdf_files as pdf_files
from tests.foreign_word_parts import box, paragraph, part, run, word_file
from tests.test_import import findings, project

EXPECTED = Path(__file__).parent / "imports" / "shapes"
TITLE = "Neglect of older children"
SECTIONS = {
    "Background": "Neglect is the form of harm that is met most.",
    "Why it matters": "It lasts long and is often seen late.",
    "What happened": "Two brothers came to school hungry for a year.",
    "What was learned": "Nobody asked them what a day at home was like.",
    "What helps": "A chronology shows what single visits do not.",
    "Questions to ask": "Who has seen the child alone this month?",
    "What to do": "Talk with the family and write down their words.",
}
LINK = "https://example.org/neglect-toolkit"
LINKED = "Use the toolkit"
LAST = ("Additional information", "Date published: May 2024")
RELATIONS = (("web", "hyperlink", LINK),)
BOLD = "<w:b/>"


def linked() -> str:
    return paragraph(f'<w:hyperlink r:id="web">{run(LINKED)}</w:hyperlink>', " in every visit.")


def end() -> str:
    return "".join(map(paragraph, LAST))


def numbered() -> list[tuple[int, str, str]]:
    return [(number, heading, text) for number, (heading, text) in enumerate(SECTIONS.items(), 1)]


def body_of(number: int, text: str) -> str:
    return paragraph(text) + (linked() if number == 5 else "")


def word(body: Iterable[str], *relations: tuple[str, str, str], **parts: str) -> bytes:
    named = {f"word/{name}.xml": content for name, content in parts.items()}
    return word_file("".join(body), (*RELATIONS, *relations), named)


def heading_styles() -> bytes:
    sections = (paragraph(heading, style="berschrift1") + body_of(number, text) for number, heading, text in numbered())
    return word([paragraph(TITLE, style="Titel"), *sections, end()])


def bold_numbers_apart() -> bytes:
    sections = (
        paragraph(run(str(number), BOLD)) + paragraph("") + paragraph(run(heading, BOLD)) + body_of(number, text)
        for number, heading, text in numbered()
    )
    return word([paragraph(run(TITLE, BOLD)), *sections, end()])


def ring_of_text_boxes() -> bytes:
    places = {1: (80, 40), 2: (150, 80), 3: (150, 140), 4: (110, 200), 5: (50, 200), 6: (10, 140), 7: (10, 80)}
    boxes = {
        number: paragraph(box(paragraph(str(number)) + paragraph(heading) + body_of(number, text), *places[number]))
        for number, heading, text in numbered()
    }
    return word([paragraph(TITLE, style="Titel"), *(boxes[number] for number in (4, 1, 7, 2, 6, 3, 5)), end()])


def layout_table() -> bytes:
    cells = {
        number: f"<w:tc>{paragraph(run(f'{number}. {heading}', BOLD))}{body_of(number, text)}</w:tc>"
        for number, heading, text in numbered()
    }
    rows = ((1, 2), (3, 4), (7, 6), (5,))
    table = "".join(f"<w:tr>{''.join(cells[number] for number in row)}</w:tr>" for row in rows)
    return word([paragraph(TITLE, style="Titel"), f"<w:tbl>{table}</w:tbl>", end()])


def automatic_numbers() -> bytes:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    mark = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    sections = (
        paragraph(run(heading, BOLD), properties=mark) + body_of(number, text) for number, heading, text in numbered()
    )
    body = [paragraph(TITLE, style="Titel"), *sections, end()]
    return word(body, ("lists", "numbering", "numbering.xml"), numbering=part("numbering", numbering))


def content_controls_with_changes() -> bytes:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def inserted(text: str) -> str:
        first, _, rest = text.partition(" ")
        gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>Once </w:delText></w:r></w:del>'
        return paragraph(gone, f'<w:ins w:id="2" w:author="a">{run(first)}</w:ins>', f" {rest}")

    sections = (
        control(paragraph(f"{number}. {heading}", style="berschrift1"))
        + control(inserted(text) + (linked() if number == 5 else ""))
        for number, heading, text in numbered()
    )
    return word([control(paragraph(TITLE, style="Titel")), *sections, end()])


def line_breaks() -> bytes:
    """Return a file whose headings end with a line break instead of a paragraph."""
    sections = (
        paragraph(run(f"{number}. {heading}", BOLD), "<w:r><w:br/></w:r><w:r><w:br/></w:r>", text)
        + (linked() if number == 5 else "")
        for number, heading, text in numbered()
    )
    return word([paragraph(TITLE, style="Titel"), *sections, end()])


def pdf(pages: tuple[tuple[pdf_files.Words, ...], ...], left: float, top: float) -> bytes:
    """Return a PDF with a link at a place on its first page."""
    link = pdf_files.Link(LINK, (left, top - 10, left + 71, top + 3))
    return pdf_files.Shape(pages, (link,)).data


def section(number: int, heading: str, text: str, left: float, top: float) -> tuple[pdf_files.Words, ...]:
    first, rest = text[: text.index(" ", 22)], text[text.index(" ", 22) + 1 :]
    more = (pdf_files.Words(f"{LINKED} in every visit.", left, top + 52),) if number == 5 else ()
    return (
        pdf_files.Words(f"{number}. {heading}", left, top, 13, "F2"),
        *pdf_files.lines((first, rest), left, top + 18),
        *more,
    )


def pdf_of_one_column() -> bytes:
    page = [pdf_files.Words(TITLE, 60, 60, 22, "F2")]
    for number, heading, text in numbered():
        page += section(number, heading, text, 60, 20 + 90 * number)
    page += pdf_files.lines(LAST, 60, 740)
    return pdf((tuple(page),), 60, 20 + 90 * 5 + 52)


def pdf_of_two_columns() -> bytes:
    page = [pdf_files.Words(f"{TITLE} in every family that we meet", 60, 60, 22, "F2")]
    places = {
        number: (60, 20 + 110 * number) if number < 5 else (330, 20 + 110 * (number - 4)) for number in range(1, 8)
    }
    for number, heading, text in numbered():
        page += section(number, heading, text, *places[number])
    page += pdf_files.lines(LAST, 60, 700)
    return pdf((tuple(page),), 330, 20 + 110 + 52)


SHAPES = {
    f"{maker.__name__}{suffix}": maker
    for suffix, makers in {
        ".docx": (
            *(heading_styles, bold_numbers_apart, ring_of_text_boxes, layout_table, automatic_numbers),
            *(content_controls_with_changes, line_breaks),
        ),
        ".pdf": (pdf_of_one_column, pdf_of_two_columns),
    }.items()
    for maker in makers
}


def brought_in(name: str, root: Path) -> Imported:
    return bring_in(importers.read(SHAPES[name](), name), Surroundings.of(project(root)))


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_gives_the_same_sections_in_order(name, tmp_path):
    imported = brought_in(name, tmp_path)
    sections = imported.data["sections"]
    assert imported.title.startswith(TITLE)
    assert [one["heading"] for one in sections] == list(SECTIONS)
    bodies = [" ".join(one["body"].split()) for one in sections]
    assert [body[: len(text)] for body, text in zip(bodies, SECTIONS.values(), strict=True)] == list(SECTIONS.values())
    assert f"[{LINKED}]({LINK}) in every visit." in bodies[4]
    assert imported.data["published"] == "2024-05"
    assert (imported.account.lost, imported.account.unplaced) == ((), 0)


@pytest.mark.parametrize("name", SHAPES)
def test_the_source_and_the_findings_of_each_shape_are_as_expected(name, tmp_path, accepted):
    imported = brought_in(name, tmp_path)
    accepted(EXPECTED / f"{name}.yaml", imported.text)
    accepted(EXPECTED / f"{name}.findings", findings(imported, tmp_path))
