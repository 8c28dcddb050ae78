"""A table of data with a caption and a head for each row, in every format."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import lxml.html
import pytest

from publisher import markdown
from publisher.conformance import Output, verdicts
from publisher.document import Block, Cell, Document, Form, Link, Paragraph, Role, Row, Section, Table, Text
from publisher.linear import linear, without_tables
from publisher.renderers import RENDERERS
from tests import pdf_tree
from tests.editions import REPOSITORY, documents

COLUMNS = ("Age", "How many", "Where to read more")


def words(text: str) -> Cell:
    return Cell((Paragraph((Text(text),)),))


TABLE = Table(
    "Children in the reviews",
    COLUMNS,
    (
        Row((words("Under 1"), words("36%"), Cell((Paragraph((Link("On babies", "https://example.org/1"),)),)))),
        Row((words("1 to 5"), words("21%"), words("–"))),
    ),
)


def sheet(*blocks: Block) -> Document:
    document = next(one for one, _ in documents(REPOSITORY) if one.form is Form.COMPENDIUM)
    return replace(document, sections=(Section(Role.GROUP, "In numbers", blocks, anchor="group-1"),))


def rendered(document: Document, name: str) -> bytes:
    brand = next(brand for one, brand in documents(REPOSITORY) if one.form is Form.COMPENDIUM)
    return RENDERERS[name].render(document, brand)


@pytest.mark.parametrize("name", ["html", "pdf", "docx", "txt", "large-print", "fragment"])
def test_every_check_passes_a_table_of_data(name):
    document = sheet(TABLE)

    found = [
        (check.CODE, one)
        for check, all_of in verdicts(Output(name, rendered(document, name), document, 2))
        for one in all_of
    ]
    assert found == []


def test_the_web_page_says_what_each_head_is_for():
    page = lxml.html.document_fromstring(rendered(sheet(TABLE), "html"))
    (table,) = page.iter("table")

    assert table.findtext("caption") == "Children in the reviews"
    assert [(one.get("scope"), one.text) for one in table.iter("th")] == [
        *(("col", head) for head in COLUMNS),
        ("row", "Under 1"),
        ("row", "1 to 5"),
    ]
    assert [one.get("data-head") for one in table.iter("td")] == [*COLUMNS[1:]] * 2


def test_the_pdf_says_what_each_head_is_for():
    tree = pdf_tree.read(pdf_tree.opened(rendered(sheet(TABLE), "pdf")))
    (table,) = (one for one in pdf_tree.walk(tree) if one.role == "Table")

    assert [kid.role for kid in table.kids] == ["Caption", "THead", "TBody"]
    heads = [(pdf_tree.text(one), one.marks["Scope"]) for one in pdf_tree.walk(table) if one.role == "TH"]
    assert heads == [*((head, "/Column") for head in COLUMNS), ("Under 1", "/Row"), ("1 to 5", "/Row")]


def test_the_word_file_keeps_rows_whole_and_repeats_the_heads():
    file = docx.Document(io.BytesIO(rendered(sheet(TABLE), "docx")))
    (table,) = file.tables
    body = file.element.body

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [*COLUMNS],
        ["Under 1", "36%", "On babies"],
        ["1 to 5", "21%", "–"],
    ]
    assert len(body.xpath("w:tbl/w:tr/w:trPr/w:tblHeader")) == 1
    assert len(body.xpath("w:tbl/w:tr/w:trPr/w:cantSplit")) == 3
    widths = [int(one) for one in body.xpath("w:tbl/w:tblGrid/w:gridCol/@w:w")]
    assert abs(sum(widths) - 9638) < 3, "the table is as wide as the text"


def test_a_line_of_many_marks_is_no_table():
    def written(columns: int) -> str:
        return f"{'|a' * columns}|\n{'|-' * columns}|\n{'|b|' * 3}\n"

    assert [type(one) for one in markdown.blocks(written(20), tables=True)] == [Table]
    assert [type(one) for one in markdown.blocks(written(4000), tables=True)] == [Paragraph]


def test_without_columns_each_row_says_its_heads():
    assert b"Children in the reviews\n\n- Age: Under 1\n  How many: 36%\n" in rendered(sheet(TABLE), "txt")
    assert b"  Where to read more: On babies (https://example.org/1)\n" in rendered(sheet(TABLE), "txt")


def test_a_document_without_tables_says_the_same():
    document = sheet(TABLE)

    assert without_tables(document).sections[0].blocks == linear(TABLE)
    assert without_tables(replace(document, sections=())) == replace(document, sections=())
