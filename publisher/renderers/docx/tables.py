"""Tables of a Word file: their frame, with a first row that is repeated on each page and is read with each cell.

Widths are in twentieths of a point.
"""

from __future__ import annotations

from typing import cast
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.table import CT_Tbl
from docx.table import Table as WordTable

from publisher.document import Row, Table
from publisher.renderers.docx.blank import TEXT_WIDTH
from publisher.words import block_text

STYLE, HEAD, ROW_HEAD, CELL = "Briefing Table", "Briefing Table Head", "Briefing Table Row Head", "Briefing Table Text"
"""The styles of a table; of the words in its first row, of those in a first column that says what the rows are about,
and of those in any other cell."""
_WHOLE = 600
"""Up to so many characters, about a quarter of a page, no page's end cuts a row."""
_LEAST, _MOST = 0.75, 1.25
"""How narrow and how wide a column may be, as a multiple of an equal part of the table."""


def add(file: WordFile, table: Table) -> WordTable:
    """Add a table whose cells have an empty paragraph, as Word asks for, and return it."""
    style = file.styles[STYLE].style_id
    columns = _widths(table)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    head = _row(columns, "<w:cantSplit/><w:tblHeader/>")
    rows = "".join(_row(columns, "<w:cantSplit/>" if _is_short(row) else "") for row in table.rows)
    look = f'w:firstRow="1" w:lastRow="0" w:firstColumn="{table.row_heads:d}" w:lastColumn="0"'
    # Told of the table before its cells are read.
    name = f"<w:tblCaption w:val={quoteattr(table.caption or ', '.join(table.columns))}/>"
    element = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look} w:noHBand="1" w:noVBand="1"/>{name}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
    )
    body = file.element.body
    body.insert_element_before(element, "w:sectPr")
    return WordTable(cast("CT_Tbl", element), file)


def _row(columns: list[int], properties: str) -> str:
    cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p/></w:tc>' for width in columns)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def _is_short(row: Row) -> bool:
    return sum(len(block_text(cell.blocks)) for cell in row.cells) <= _WHOLE


def _widths(table: Table) -> list[int]:
    """Return the width of each column, by how much there is to read in it."""
    lengths = [
        len(head) + sum(len(block_text(row.cells[number].blocks)) for row in table.rows)
        for number, head in enumerate(table.columns)
    ]
    mean = sum(lengths) / len(lengths) or 1
    shares = [min(max(length / mean, _LEAST), _MOST) for length in lengths]
    return [round(TEXT_WIDTH * share / sum(shares)) for share in shares]
