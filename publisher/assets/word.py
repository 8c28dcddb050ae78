"""Word files: styles only; no macros, nothing that is fetched when the file is opened."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from publisher.assets._fault import Fault
from publisher.files import DAMAGED_ARCHIVE
from publisher.word_parts import UnreadablePartError, parsed

MOST_BYTES = 50 * 1_048_576
"""Of all parts together, unpacked."""
MOST_PARTS = 2000
_running = re.compile(r"vbaProject|vbaData|activeX|/embeddings/|oleObject", re.IGNORECASE)
_HINT = "Save it in Word as a document (.docx), without macros, embedded objects, linked pictures or a template."


def faults(name: str, data: bytes) -> Iterator[Fault]:
    """Yield what a Word file has that could run or be fetched."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                yield Fault(name, "the Word file is larger than 50 MB when it is unpacked", _HINT)
                return
            yield from _parts(name, archive)
    except DAMAGED_ARCHIVE:
        yield Fault(name, "it is not a Word file, whatever its name says", _HINT)


def _parts(name: str, archive: zipfile.ZipFile) -> Iterator[Fault]:
    for part in archive.infolist():
        if _running.search(part.filename):
            yield Fault(name, f"the Word file has something that runs, `{part.filename[-60:]}`", _HINT)
        elif part.filename.lower().endswith(".rels"):
            try:
                if _fetches(archive.read(part)):
                    yield Fault(name, "the Word file asks for another file when it is opened", _HINT)
            except UnreadablePartError as error:
                yield Fault(name, f"`{part.filename[-60:]}` in the Word file cannot be read: {error}", _HINT)


def _fetches(relationships: bytes) -> bool:
    """Whether a part of relationships names what is fetched on opening; links wait until they are followed."""
    return any(
        one.get("TargetMode", "Internal") != "Internal" and one.get("Type", "").rpartition("/")[2] != "hyperlink"
        for one in parsed(relationships).iter("{*}Relationship")
    )
