"""A table as PowerPoint's own, its first row and column marked as heads."""

from __future__ import annotations

from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Emu, Pt

from publisher.document import Block, Cell, Paragraph, Row, Table, Text
from publisher.renderers import fitting
from publisher.renderers.frames import Frame
from publisher.renderers.pptx.shapes import emu
from publisher.renderers.pptx.text import Writer

_FIRST_COLUMN = 0.7
"""The part of the width that the first column takes, as it says what the others are about."""


def insert(place: Any, table: Table, frame: Frame, writer: Writer) -> None:
    """Put the table into its placeholder."""
    count = len(table.columns)
    graphic = place.insert_table(len(table.rows) + 1, count)
    graphic.left, graphic.top, graphic.width = Emu(emu(frame.left)), Emu(emu(frame.top)), Emu(emu(frame.width))
    graphic.name = "Table"
    drawn = graphic.table
    drawn.first_row, drawn.first_col, drawn.horz_banding = True, table.row_heads, True
    first = frame.width * (_FIRST_COLUMN if count == 2 else 1 / count)
    for position, column in enumerate(drawn.columns):
        column.width = Emu(emu(first if position == 0 else (frame.width - first) / (count - 1)))
    points = fitting.table_points(table, frame.height)
    heads = Row(tuple(Cell((Paragraph((Text(head),)),)) for head in table.columns))
    for row, one in enumerate((heads, *table.rows)):
        drawn.rows[row].height = Emu(emu(fitting.row_height(points)))
        for column, content in enumerate(one.cells):
            is_head = row == 0 or (column == 0 and table.row_heads)
            _fill(drawn.cell(row, column), content.blocks, points, writer, is_head=is_head)
    graphic.height = Emu(emu(fitting.row_height(points) * (len(table.rows) + 1)))


def _fill(cell: Any, blocks: tuple[Block, ...], points: int, writer: Writer, *, is_head: bool) -> None:
    cell.margin_top = cell.margin_bottom = Emu(emu(fitting.CELL_MARGIN))
    writer.blocks(cell.text_frame, blocks, None)
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(points)
            # The style's own heads are white, which not every brand's colour carries.
            run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_2 if is_head else MSO_THEME_COLOR.TEXT_1
