"""What a document was written as, for those who bring an edited file back to its source."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Writing(StrEnum):
    """How a value of the source is written."""

    LINE = "line"
    """Plain words, in which only names are replaced."""
    PHRASE = "phrase"
    """Markdown of one line."""
    BODY = "body"
    """Markdown in blocks."""
    DATE = "date"
    WORD = "word"
    """A key, an address or another value that is no text."""


ORIGIN_NAMESPACE = "urn:briefing-publisher:origin"
"""The namespace of the XML in which a file carries its origin."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value as the author wrote it, before names and links were put in."""

    path: tuple[str | int, ...]
    kind: Writing
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document was made from, so that what is changed in a copy of it can be brought back."""

    partnership: str
    """The name of its folder."""
    written: tuple[Written, ...]
    names: tuple[tuple[str, str], ...] = ()
    """The names that stand in the text, such as ``partnership.area``, with the words that took their place."""
    targets: tuple[tuple[str, str], ...] = ()
    """The targets of links as written, such as ``link:escalation``, with where they lead."""

    @property
    def digest(self) -> str:
        """What stands for the text of the edition: the SHA-256 of all that was written."""
        values = "\0".join(f"{'/'.join(map(str, one.path))}\0{one.text}" for one in self.written)
        return hashlib.sha256(values.encode()).hexdigest()
