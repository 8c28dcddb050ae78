"""The logo cannot be drawn, or is too coarse for print.

What it does
    Reports a logo whose file is missing or is no picture that can be drawn; a PNG or JPEG with fewer than 300 dots an
    inch at the size at which layouts print it (as a warning); any other PNG or JPEG (as advice, as an SVG is sharp at
    every size); and a logo so pale that it can hardly be seen on white, in colour or as printed in grey.

Why it matters
    The logo is the first thing on the page. A coarse one looks like a copy of a copy.

Example
    ``logo: logo.png`` with 120 dots across

Use instead
    ``logo: logo.svg``, or a PNG that is 1,100 dots wide

Source
    300 dots an inch is what printers ask for; the sizes are those of templates/base/layouts and of the Word file.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from publisher import assets
from publisher.brand import LOGO_TYPES, Logo, find
from publisher.branding._brand_check import Folder
from publisher.branding.unsafe_file import leads_outside
from publisher.diagnostics import Finding, Path, Severity
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from PIL import Image

CODE = "BRD010"
NAME = "unusable-logo"
SEVERITY = Severity.ERROR

PRINTED = (90.0, 22.0)
"""Millimetres: the largest width and height that a layout or the Word file prints a logo in."""
RESOLUTION = 300
"""Dots an inch."""
_VISIBLE = 3.0
"""The contrast of a graphical object with its ground: WCAG 2.2, success criterion 1.4.11."""
_SHARE = 0.01
"""Of all dots: what covers less is an edge."""


def check(folder: Folder) -> Iterator[Finding]:
    """Yield what is wrong with the logo that pages show."""
    place, image = folder.logo()
    if image is None or leads_outside(image.path):
        return
    place = (*place, "path")
    path = find(folder.folders, image.path)
    if path is None:
        yield Finding(place, f"there is no file `{image.path}` in the folder", "Put the logo there, or mend the path.")
        return
    kind = LOGO_TYPES.get(path.suffix.lower())
    if kind is None:
        yield Finding(place, f"the logo `{image.path}` is not an SVG, PNG or JPEG file", "Save it as SVG.")
        return
    if path.stat().st_size > assets.limit(path):
        return
    data = path.read_bytes()
    if any(assets.faults_in(path.name, data)):
        # It is not drawn before it is safe to.
        return
    try:
        yield from _drawn(Logo(data, kind, ""), place)
    except PublisherError as error:
        yield Finding(place, str(error), "Save it again, as plain SVG.")


def _drawn(logo: Logo, place: Path) -> Iterator[Finding]:
    from PIL import Image

    from publisher.renderers import raster

    drawn = Image.open(io.BytesIO(raster.png(logo)))
    if logo.media_type != "image/svg+xml":
        yield from _resolution(Image.open(io.BytesIO(logo.data)).size, place)
    strongest = max(_contrast_with_white(colour) for colour in _colours(drawn))
    if strongest < _VISIBLE:
        message = f"nothing in the logo stands out from white paper by more than {strongest:.1f}:1"
        yield Finding(place, message, "Use the version of it that is made for white paper.", severity=Severity.WARNING)


def _resolution(dots: tuple[int, int], place: Path) -> Iterator[Finding]:
    # It is fitted into the box, so one of the two sides fills it.
    scale = min(printed / 25.4 / size for printed, size in zip(PRINTED, dots, strict=True))
    resolution = int(1 / scale)
    if resolution < RESOLUTION:
        needed = round(dots[0] * scale * RESOLUTION)
        message = f"the logo has {resolution} dots an inch where it is printed largest, instead of {RESOLUTION}"
        hint = f"Use an SVG, or a picture that is {needed} dots wide."
        yield Finding(place, message, hint, severity=Severity.WARNING)
    else:
        message = "the logo is a picture of dots"
        yield Finding(place, message, "An SVG is sharp at every size.", severity=Severity.INFO)


def _colours(picture: Image.Image) -> list[tuple[int, int, int]]:
    """Return the colours that cover more than an edge, of at most 16 groups."""
    small = picture.convert("RGB").resize((200, 200))
    dots = small.quantize(16).convert("RGB").tobytes()
    counted = Counter(zip(dots[0::3], dots[1::3], dots[2::3], strict=True))
    return [colour for colour, count in counted.items() if count >= counted.total() * _SHARE]


def _contrast_with_white(colour: tuple[int, int, int]) -> float:
    from publisher.conformance.low_contrast import contrast

    return contrast("#{:02x}{:02x}{:02x}".format(*colour), "#ffffff")
