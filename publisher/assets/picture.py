"""Pictures of dots: of the kind that their name says, and not so large that drawing them takes the machine down."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from publisher.assets._fault import Fault

MOST_DOTS = 25_000_000
"""A logo that is printed 90 mm wide at 300 dots an inch has about 1,000 across."""
_FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG"}


def faults(name: str, data: bytes) -> Iterator[Fault]:
    """Yield what is wrong with a picture; only its head is read."""
    from PIL import Image, UnidentifiedImageError

    expected = _FORMATS[name.rpartition(".")[2].lower()]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=(expected,)) as picture:
                width, height = picture.size
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        yield Fault(name, f"it is not a {expected} picture, whatever its name says", "Save it again as a picture.")
        return
    except Image.DecompressionBombError:
        width = height = MOST_DOTS
    if width * height > MOST_DOTS:
        yield Fault(name, "the picture has more than 25 million dots", "A width of 1,000 dots is enough for a logo.")
