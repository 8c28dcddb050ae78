"""The text of a slide runs over its edge.

What it does
    Estimates how much room the text of each slide takes at the size that the PowerPoint file gives it, in the widest
    of the fonts that may stand in for the brand's, and counts the pages of the PDF, of which each slide has one.

Why it matters
    Text that runs over the edge is not seen by those in the room, and 18 point is the smallest type that they can read.

Example
    Ten long points on one slide.

Use instead
    Two slides, or fewer words; what is said rather than shown goes under ``notes``.

Source
    GOV.UK, “Make your presentations accessible”, and UK Association for Accessible Formats, on large print, for the
    size; the widths were measured on Noto Sans, the widest font that common programs take for one they lack.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from publisher.conformance._check import Output
from publisher.diagnostics import Finding, Severity
from publisher.document import Form

CODE = "SES009"
NAME = "overfull-slide"
SEVERITY = Severity.ERROR
FORMATS = frozenset({"pdf", "pptx"})
FORMS = frozenset({Form.SLIDES})

_ADVANCE, _LEADING, _SPACE = 0.52, 1.36, 0.35
"""Of a character, of a line and between paragraphs, as multiples of the type's size."""
_TOLERANCE = 1.12
"""An average of characters is not exact; most stand-ins run narrower than the widest."""
_POINTS = 72
_HINT = "Split the slide in two, or move what is said rather than shown to its `notes`."


def check(output: Output) -> Iterator[Finding]:
    """Yield a finding for each slide whose text has no room, or one where the PDF has more pages than slides."""
    if output.format == "pptx":
        yield from _on_slides(output)
    else:
        yield from _on_pages(output)


def _on_slides(output: Output) -> Iterator[Finding]:
    from publisher.conformance import _pptx

    for frame in _pptx.frames(output.data):
        lines = [
            max(1, math.ceil(len(text) * size * _ADVANCE / _POINTS / frame.width)) for text, size in frame.paragraphs
        ]
        heights = (
            (count * _LEADING + _SPACE) * size / _POINTS
            for count, (_, size) in zip(lines, frame.paragraphs, strict=True)
        )
        if sum(heights) > frame.height * _TOLERANCE:
            section = output.document.sections[frame.slide - 2]
            message = f"the text of slide {frame.slide}, “{section.heading}”, runs over its edge in {output.noun}"
            yield Finding(section.path, message, _HINT)


def _on_pages(output: Output) -> Iterator[Finding]:
    slides = len(output.document.sections) + 1
    if output.pages > slides:
        message = f"the PDF has {output.pages} pages for {slides} slides, so the text of some runs on to the next page"
        yield Finding((), message, _HINT)
