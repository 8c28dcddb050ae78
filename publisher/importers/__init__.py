"""Foreign files to sources: readers make a manuscript of a file, recognisers make a source of a manuscript.

To add a format, write a module or package with the names of ``_importer.Importer`` and put it into the table.
"""

from __future__ import annotations

from pathlib import PurePath

from publisher.errors import PublisherError
from publisher.importers import docx, markdown, pdf, text
from publisher.importers._importer import Importer
from publisher.importers._manuscript import Image, Manuscript, Remark

__all__ = ["IMPORTERS", "MAXIMUM_BYTES", "Image", "Manuscript", "Remark", "is_readable", "read"]

IMPORTERS: tuple[Importer, ...] = (docx, markdown, pdf, text)

MAXIMUM_BYTES = 64 * 1024 * 1024
"""A Word file full of photographs has some 20 MB; more is not a briefing."""

_OLD = {
    ".doc": "Word's format of before 2007",
    ".dot": "Word's format of before 2007",
    ".rtf": "rich text",
    ".odt": "OpenDocument text",
    ".pages": "Apple's format",
    ".pub": "Publisher's format",
    ".pptx": "a presentation",
}


def is_readable(name: str) -> bool:
    """Whether there is a reader for a file of that name."""
    return _suffix(name) in _by_suffix()


def read(data: bytes, name: str) -> Manuscript:
    """Return a file as paragraphs, by the suffix of its name; a name without one is that of plain text.

    Raises PublisherError where no reader is for it, or the reader refuses it.
    """
    suffix = _suffix(name)
    reader = _by_suffix().get(suffix or ".txt")
    if reader is None:
        raise PublisherError(_unknown(name, suffix))
    if len(data) > MAXIMUM_BYTES:
        raise PublisherError(f"`{name}` is larger than {MAXIMUM_BYTES // 1024 // 1024} MB, which no briefing is")
    return reader.read(data, name)


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _by_suffix() -> dict[str, Importer]:
    return {suffix: reader for reader in IMPORTERS for suffix in reader.SUFFIXES}


def _unknown(name: str, suffix: str) -> str:
    if suffix in _OLD:
        return f"`{name}` is in {_OLD[suffix]}, which is not read; save it as a Word document (.docx) first"
    known = ", ".join(f"`{one}`" for one in _by_suffix())
    return f"`{name}` is of a kind that is not read (`{suffix}`); these are: {known}"
