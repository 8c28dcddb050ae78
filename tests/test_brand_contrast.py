"""Twenty primaries round the colour wheel, rendered: the contrast of text with what is behind it, on the pages."""

from __future__ import annotations

import colorsys
import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from coloraide import Color

from publisher import conformance
from publisher.branding.trial import document
from publisher.conformance import Output
from publisher.project import Project
from publisher.renderers import html, pdf
from tests.brands import REPOSITORY

WHEEL = [
    "#"
    + "".join(f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(turn / 20, (0.3, 0.5, 0.7)[turn % 3], 0.95))
    for turn in range(20)
]
SCALE = 3


@cache
def example():
    (partnership,) = Project(REPOSITORY).partnerships(("example",))
    return partnership


def with_primary(colour: str, layout: str):
    brand = example().brand
    return replace(brand, colors={**brand.colors, "primary": colour, "secondary": ""}, layout=layout)


def texts(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, str, str]]:
    """Yield each stretch of text with its size in points, its colour, and the colour of most dots around it."""
    picture = page.render(scale=SCALE).to_pil().convert("RGB")
    words = page.get_textpage()
    buffer = (ctypes.c_ushort * 4096)()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        length = pdfium.FPDFTextObj_GetText(item, words, buffer, 8192)
        text = ctypes.string_at(buffer, max(length - 2, 0)).decode("utf-16-le")
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
        left, bottom, right, top = item.get_bounds()
        # A little of what is around it, as a full stop covers all of its own place.
        edges = (left - 1, page.get_height() - top - 1, right + 1, page.get_height() - bottom + 1)
        dots = picture.crop(tuple(round(edge * SCALE) for edge in edges)).tobytes()
        counted = Counter(zip(dots[0::3], dots[1::3], dots[2::3], strict=True))
        if text.strip() and counted:
            ground = "#{:02x}{:02x}{:02x}".format(*counted.most_common(1)[0][0])
            size = ctypes.c_float()
            pdfium.FPDFTextObj_GetFontSize(item, size)
            yield text, size.value, f"#{red.value:02x}{green.value:02x}{blue.value:02x}", ground


@pytest.mark.parametrize("colour", WHEEL)
def test_all_text_on_a_printed_page_can_be_read_whatever_the_primary_colour(colour):
    layout = ("ribbon", "cards")[WHEEL.index(colour) % 2]
    opened = pypdfium2.PdfDocument(pdf.render(document(example().profile), with_primary(colour, layout)))
    seen = [one for page in opened for one in texts(page)]
    opened.close()

    assert len(seen) > 40
    assert len({ground for _, _, _, ground in seen}) > 2, "paper, tint and accent have text on them"
    low = [(text, front, ground) for text, _, front, ground in seen if Color(front).contrast(Color(ground)) < 4.5]
    assert low == []


@pytest.mark.parametrize("colour", WHEEL)
def test_all_colours_of_a_web_page_can_be_read_in_the_light_and_in_the_dark(colour):
    shown = document(example().profile)
    page = html.render(shown, with_primary(colour, "ribbon"))

    found = [one for check, faults in conformance.verdicts(Output("html", page, shown, 2)) for one in faults
             if check.CODE == "ACC003"]  # fmt: skip
    assert found == []
    assert f"--accent:{colour};".encode() in page or b"--on-accent:#ffffff;" in page
