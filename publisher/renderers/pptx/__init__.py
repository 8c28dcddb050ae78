"""Slides as a PowerPoint file: every text in a placeholder of a layout, to be restyled and to be read in order."""

from __future__ import annotations

from publisher.brand import Brand
from publisher.document import Document, Form

NAME = "pptx"
LABEL = "PowerPoint"
SUFFIX = ".pptx"
FORMS = frozenset({Form.SLIDES})


def render(document: Document, brand: Brand) -> bytes:
    """Return the slides as Office Open XML, transitional, the same bytes for the same input.

    Raises PublisherError for a colour or a logo that cannot be read.
    """
    # python-pptx loads slowly, and the command line looks at every renderer's name.
    from publisher.renderers.palette import palette
    from publisher.renderers.pptx import masters, package, slides

    colours = palette(brand)
    file = masters.opened(brand, colours, document)
    slides.write(file, document, brand, colours)
    package.describe(file, document)
    return package.saved(file)
