"""Logos as pixels, for formats that cannot show a drawing everywhere."""

from __future__ import annotations

import base64
import io
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from publisher.brand import Logo
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from PIL import Image

_LONGER_SIDE = 90.0
"""Millimetres that the longer side of a drawing is rendered for."""
_RESOLUTION = 300
"""Dots an inch."""
_POINTS_PER_INCH = 72
_length = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(?:px)?\s*")


def png(logo: Logo) -> bytes:
    """Return the logo as a PNG picture on white, the same bytes for the same logo.

    Raises PublisherError for a file that is not the picture it is said to be, or that shows nothing.
    """
    return drawn(logo.data) if logo.media_type == "image/svg+xml" else _converted(logo.data)


def _converted(data: bytes) -> bytes:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as picture:
            shown = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError) as error:
        raise PublisherError("the logo is not a PNG or JPEG picture, whatever its file's name says") from error
    on_white = Image.new("RGB", shown.size, "white")
    on_white.paste(shown, mask=shown)
    # With the colour profile of the picture, where it has one.
    on_white.info = shown.info
    return _saved(on_white)


@lru_cache(maxsize=16)
def drawn(svg: bytes) -> bytes:
    """Return the drawing as WeasyPrint draws it on a page of its own size."""
    import pypdfium2
    import weasyprint

    width, height = _size(svg)
    scale = _LONGER_SIDE / max(width, height)
    page = (
        f"<style>@page {{ size: {width * scale:.3f}mm {height * scale:.3f}mm; margin: 0 }} body {{ margin: 0 }}"
        "img { display: block; width: 100%; height: 100vh }</style>"
        f'<img alt="" src="data:image/svg+xml;base64,{base64.b64encode(svg).decode()}">'
    )
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    document = pypdfium2.PdfDocument(weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf())
    try:
        picture = document[0].render(scale=_RESOLUTION / _POINTS_PER_INCH).to_pil().convert("RGB")
    finally:
        document.close()
    if all(low == high for low, high in picture.getextrema()):
        raise PublisherError("the logo shows nothing on white; is it a complete SVG file?")
    return _saved(picture)


def _size(svg: bytes) -> tuple[float, float]:
    """Return the drawing's width and height, in any unit, as only their proportion counts."""
    try:
        root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise PublisherError(f"the logo is not an SVG file: {error.msg}") from error
    written = [_length.fullmatch(root.get(side, "")) for side in ("width", "height")]
    box = root.get("viewBox", "").replace(",", " ").split()[2:]
    numbers = [match[1] for match in written if match] if all(written) else box
    try:
        width, height = map(float, numbers)
    except ValueError:
        width = height = 0.0
    if width <= 0 or height <= 0:
        raise PublisherError("the logo does not say how large it is; give its `svg` element a viewBox")
    return width, height


def _saved(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", dpi=(_RESOLUTION, _RESOLUTION), optimize=True)
    return buffer.getvalue()
