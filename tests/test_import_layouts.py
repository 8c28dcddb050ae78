"""Pages of boxes, tables and notes, as readers of Word and PDF files hand them on: what becomes of each part."""

from __future__ import annotations

from publisher.importers._manuscript import Cell, Form, Manuscript, Paragraph, Run
from publisher.importers.imported import Imported, bring_in
from publisher.importers.recognition import Surroundings

LONG = "Somebody has to ask the question that everyone in the room is thinking about the child."
HEADINGS = ["Background", "Why it matters", "What we know", "Signs", "Good practice", "Remember", "What to do"]


def paragraph(text: str, *, frame: int | None = None, form: Form = Form.PLAIN, **more: object) -> Paragraph:
    return Paragraph((Run(text),), "box", form, frame=frame, **more)  # type: ignore[arg-type]


def imported(*paragraphs: Paragraph, title: str = "") -> Imported:
    return bring_in(Manuscript("case.docx", paragraphs, title=title), Surroundings())


def headings(result: Imported) -> list[str]:
    return [str(section["heading"]) for section in result.data["sections"]]


def bodies(result: Imported) -> list[str]:
    return [str(section["body"]) for section in result.data["sections"]]


def boxes(order: list[int]) -> list[Paragraph]:
    """Return a page with a box for each section, told in some order."""
    return [
        one
        for number in order
        for one in (
            paragraph(f"{number}. {HEADINGS[number - 1]}", frame=number),
            paragraph(f"{LONG} {number}", frame=number),
        )
    ]


def test_a_ring_of_boxes_with_the_title_in_the_middle():
    middle = [paragraph("7 Minute Briefing: Asking", frame=9)]
    outside = [paragraph("A line that belongs to no box", frame=10)]

    result = imported(*boxes([1, 2, 3]), *middle, *boxes([7, 6, 5, 4]), *outside)

    assert result.title == "Asking"
    assert headings(result) == HEADINGS
    assert bodies(result) == [f"{LONG} {number}\n" for number in range(1, 8)]
    assert result.data["unplaced"] == ["A line that belongs to no box"]
    assert [one.code for one in result.remarks] == ["IMP003"]


def test_numbers_in_circles_of_their_own():
    pages = [paragraph("Asking", form=Form.TITLE)]
    for number in range(1, 8):
        pages += [
            paragraph(str(number), frame=2 * number),
            paragraph(HEADINGS[number - 1], frame=2 * number + 1),
            paragraph(LONG, frame=2 * number + 1),
        ]

    result = imported(*pages)

    assert headings(result) == HEADINGS
    assert bodies(result) == [f"{LONG}\n"] * 7
    assert "unplaced" not in result.data


def test_the_numbering_of_word_itself_counts_as_numbers():
    pages = [paragraph("Asking", form=Form.TITLE)]
    for number, heading in enumerate(HEADINGS, 1):
        pages += [
            paragraph(heading, form=Form.HEADING, level=1, number=f"{number}."),
            paragraph(LONG),
            paragraph("Ask", form=Form.ITEM, number="1."),
            paragraph("Listen", form=Form.ITEM, number="2."),
        ]

    result = imported(*pages)

    assert headings(result) == HEADINGS
    assert bodies(result) == [f"{LONG}\n\n1. Ask\n2. Listen\n"] * 7


def test_a_list_of_contents_is_not_taken_for_the_sections():
    contents = [paragraph(f"{number}. {heading}") for number, heading in enumerate(HEADINGS, 1)]

    result = imported(paragraph("Asking", form=Form.TITLE), *contents, *boxes(list(range(1, 8))))

    assert bodies(result) == [f"{LONG} {number}\n" for number in range(1, 8)]
    assert result.data["unplaced"] == [f"{number}\\. {heading}" for number, heading in enumerate(HEADINGS, 1)]


def test_notes_wait_for_an_editor_as_a_briefing_has_none():
    note = paragraph("1 Example review, 2024", form=Form.NOTE)

    result = imported(paragraph("Asking", form=Form.TITLE), *boxes(list(range(1, 8))), note)

    assert result.data["unplaced"] == ["1 Example review, 2024"]


def test_a_table_of_short_cells_becomes_a_list_and_one_of_long_cells_paragraphs():
    def row(number: int, *texts: str) -> list[Paragraph]:
        return [paragraph(text, cell=Cell(0, number, column)) for column, text in enumerate(texts)]

    pages = [paragraph("1. Background"), *row(0, "Ask", "Listen"), *row(1, LONG * 2, "Wait")]
    result = imported(*pages, *boxes([2, 3, 4, 5, 6, 7]))

    assert bodies(result)[0].startswith("- Ask – Listen\n\nSomebody has to ask")
    assert bodies(result)[0].endswith("\n\nWait\n")
    assert result.parts[0].reason == "a number and a heading; a table in it was taken apart"


def test_a_title_in_the_files_properties_is_told_and_not_used():
    result = imported(*boxes(list(range(1, 8))), title="Document1 final FINAL")

    assert "title" not in result.data
    assert result.remarks[0].hint == "Write it at `title:`. The file's properties say “Document1 final FINAL”."


def test_a_heading_that_is_a_link_keeps_its_address_in_the_notes():
    linked = Paragraph((Run("1. Background", target="https://example.org/background"),), "box")

    result = imported(linked, paragraph(LONG), *boxes([2, 3, 4, 5, 6, 7]))

    assert headings(result)[0] == "Background"
    assert "# https://example.org/background → where “Background” led to; a heading has no links" in result.text


def test_strong_words_and_links_stay_where_words_begin_and_end():
    runs = (
        Run("Ask "),
        Run("every child ", strong=True),
        Run("alone", strong=True, emphasis=True),
        Run(", and "),
        Run("read this", target="https://example.org/a (b)"),
        Run(" or "),
        Run("that", target=""),
        Run(" at https://example.org/bare_x_y, 5 * 3 or a_b_c."),
    )
    result = imported(paragraph("1. Background"), Paragraph(runs, "box"), *boxes([2, 3, 4, 5, 6, 7]))

    assert " ".join(bodies(result)[0].split()) == (
        "Ask **every child** ***alone***, and [read this](<https://example.org/a%20(b)>) or [that](#) at "
        "<https://example.org/bare_x_y>, 5 \\* 3 or a_b_c."
    )
