"""A bar chart as PowerPoint's own, which an editor can change, with the words that stand for it."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Emu, Pt

from publisher.document import Chart
from publisher.renderers.frames import Frame
from publisher.renderers.palette import Palette
from publisher.renderers.pptx.masters import SMALL_POINTS
from publisher.renderers.pptx.shapes import emu

_GAP = 45
"""Between bars, as a percentage of a bar's height."""


def insert(place: Any, chart: Chart, frame: Frame, colours: Palette) -> None:
    """Put the chart into its placeholder."""
    data: Any = CategoryChartData(number_format=_format(chart))  # type: ignore[no-untyped-call]
    data.categories = [bar.label for bar in chart.bars]
    data.add_series("", [bar.value for bar in chart.bars])
    graphic = place.insert_chart(XL_CHART_TYPE.BAR_CLUSTERED, data)
    graphic.left, graphic.top = Emu(emu(frame.left)), Emu(emu(frame.top))
    graphic.width, graphic.height = Emu(emu(frame.width)), Emu(emu(frame.height))
    graphic.name = "Chart"
    graphic.element.nvGraphicFramePr.cNvPr.set("descr", chart.alternative)
    _set_looks(graphic.chart, chart, colours)


def _set_looks(drawn: Any, chart: Chart, colours: Palette) -> None:
    drawn.has_legend = drawn.has_title = False
    drawn.font.size = Pt(SMALL_POINTS)
    drawn.font.color.rgb = _colour(colours.ink)
    categories, values = drawn.category_axis, drawn.value_axis
    # The first bar stands at the top, where reading starts.
    categories.reverse_order = True
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.tick_labels.offset = 50
    categories.format.line.color.rgb = _colour(colours.rule)
    values.minimum_scale = 0
    values.visible = values.has_major_gridlines = False
    values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    plot = drawn.plots[0]
    plot.gap_width = _GAP
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = _colour(colours.accent_text)
    plot.has_data_labels = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.show_value = True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = _format(chart), False


def _format(chart: Chart) -> str:
    """Return how Office writes the values: the number, and % where they are percentages."""
    return 'General"%"' if all(bar.shown.endswith("%") for bar in chart.bars) else "General"


def _colour(value: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(value.removeprefix("#")))  # type: ignore[no-untyped-call]
