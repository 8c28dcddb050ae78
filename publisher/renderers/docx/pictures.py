"""Charts in a Word file: a picture in the text, with the words that stand for it."""

from __future__ import annotations

import io

from docx.shared import Mm
from docx.text.paragraph import Paragraph

from publisher.brand import Brand
from publisher.document import Chart
from publisher.renderers import chart as charts
from publisher.renderers import raster
from publisher.renderers.palette import palette

_WIDTH = Mm(130)


def add(paragraph: Paragraph, chart: Chart, brand: Brand) -> None:
    """Draw a chart into a paragraph of its own."""
    drawing = charts.svg(chart, brand, palette(brand)).encode()
    picture = paragraph.add_run().add_picture(io.BytesIO(raster.drawn(drawing)), width=_WIDTH)
    properties = picture._inline.docPr  # noqa: SLF001 - python-docx has no property for it
    properties.set("name", "Chart")
    properties.set("descr", chart.alternative)
