"""What a renderer is."""

from __future__ import annotations

from typing import Protocol

from publisher.brand import Brand
from publisher.document import Document, Form


class Renderer(Protocol):
    """A module with these names."""

    NAME: str
    """The format's name on the command line, such as ``pdf``."""
    LABEL: str
    """What readers call such a file, such as Web page."""
    SUFFIX: str
    """The file's suffix with its dot."""
    FORMS: frozenset[Form]
    """The forms of document that it is made for."""

    def render(self, document: Document, brand: Brand) -> bytes:
        """Return the file's content, the same bytes for the same input."""
        ...
