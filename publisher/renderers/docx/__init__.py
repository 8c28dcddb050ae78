"""The document as a Word file that is comfortable to edit: everything that it shows stands in named styles."""

from __future__ import annotations

from publisher.brand import Brand
from publisher.document import Document, Form

NAME = "docx"
LABEL = "Word"
SUFFIX = ".docx"
FORMS = frozenset({Form.BRIEFING, Form.COMPENDIUM, Form.SHEET, Form.FORM})


def render(document: Document, brand: Brand) -> bytes:
    """Return the document as Office Open XML, transitional, as Word 2013 and later write it.

    Raises PublisherError for a ``reference.docx``, a colour or a logo that cannot be read.
    """
    # python-docx loads slowly, and the command line looks at every renderer's name.
    from publisher.renderers.docx import body, furniture, identity, package, styles
    from publisher.renderers.palette import palette

    colours = palette(brand)
    file = package.opened(brand, colours)
    lists = styles.complete(file, brand, colours)
    package.describe(file, document)
    furniture.add(file, document, brand)
    body.write(file, document, lists, brand)
    identity.describe(file, document)
    return package.saved(file)
