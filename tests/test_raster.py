"""Logos as pixels."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from publisher.brand import Logo
from publisher.errors import PublisherError
from publisher.renderers.raster import png

BAND = '<rect width="300" height="40" fill="#7a1f5c"/>'


def svg(content: str, box: str = 'viewBox="0 0 300 80"') -> Logo:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{content}</svg>'
    return Logo(drawing.encode(), "image/svg+xml", "Our name")


@pytest.mark.parametrize(
    "box", ['viewBox="0 0 300 80"', 'width="300" height="80px"', 'viewBox="0,0,300,80" width="9em"']
)
def test_a_drawing_is_drawn_to_its_edges_in_its_own_proportions(box):
    drawn = Image.open(io.BytesIO(png(svg(BAND, box))))

    assert drawn.width / drawn.height == pytest.approx(300 / 80, rel=0.01)
    assert drawn.width == pytest.approx(90 / 25.4 * 300, abs=2)
    assert drawn.getpixel((1, 1)) == drawn.getpixel((drawn.width - 2, 1)) == (0x7A, 0x1F, 0x5C)
    assert drawn.getpixel((1, drawn.height - 2)) == (255, 255, 255)


def picture(mode: str) -> bytes:
    """Return a PNG picture whose left dot is plum and whose right dot lets the paper through."""
    dots = Image.new("RGBA", (2, 1))
    dots.putpixel((0, 0), (0x7A, 0x1F, 0x5C, 255))
    buffer = io.BytesIO()
    dots.convert(mode).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_a_picture_that_lets_the_paper_through_stands_on_white(mode):
    shown = Image.open(io.BytesIO(png(Logo(picture(mode), "image/png", "Our name"))))

    assert shown.mode == "RGB"
    assert shown.getpixel((1, 0)) == (255, 255, 255)
    assert shown.getpixel((0, 0)) != (255, 255, 255)


def test_a_drawing_fetches_no_other_file(tmp_path: Path):
    other = tmp_path / "other.svg"
    other.write_bytes(svg(BAND).data)

    with pytest.raises(PublisherError, match="shows nothing"):
        png(svg(f'<image href="{other.as_uri()}" width="300" height="80"/>'))


@pytest.mark.parametrize(
    ("logo", "said"),
    [
        (Logo(b"<svg", "image/svg+xml", "Our name"), "not an SVG file"),
        (svg(BAND, ""), "how large"),
        (svg(BAND, 'viewBox="0 0 0 80"'), "how large"),
        (svg(""), "shows nothing"),
        (Logo(b"", "image/png", "Our name"), "not a PNG or JPEG"),
        (Logo(b"no picture", "image/jpeg", "Our name"), "not a PNG or JPEG"),
        (Logo(b"\x89PNG\r\n\x1a\n\0", "image/png", "Our name"), "not a PNG or JPEG"),
        (Logo(picture("RGBA").replace(b"\x0dIHDR", b"\x01IHDR"), "image/png", "Our name"), "not a PNG or JPEG"),
    ],
)
def test_a_logo_that_cannot_be_drawn_is_the_operators_to_mend(logo, said):
    with pytest.raises(PublisherError, match=said):
        png(logo)
