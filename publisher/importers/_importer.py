"""What an importer is."""

from __future__ import annotations

from typing import Protocol

from publisher.importers._manuscript import Manuscript


class Importer(Protocol):
    """A module with these names."""

    SUFFIXES: tuple[str, ...]
    """The suffixes of the files that it reads, with their dots, in lower case."""

    def read(self, data: bytes, name: str) -> Manuscript:
        """Return the file as paragraphs, whatever it contains; what cannot be read is a remark.

        Raises PublisherError for a file that is refused altogether, with the reason.
        """
        ...
