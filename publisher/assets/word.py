"""Word files: styles only; no macros, nothing that is fetched when the file is opened."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from publisher.assets._fault import Fault
from publisher.files import DAMAGED_ARCHIVE

MOST_BYTES = 50 * 1_048_576
"""Of all parts together, unpacked."""
MOST_PARTS = 2000
_running = re.compile(r"vbaProject|vbaData|activeX|/embeddings/|oleObject", re.IGNORECASE)
_relationship = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
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
    for part in archive.namelist():
        if _running.search(part):
            yield Fault(name, f"the Word file has something that runs, `{part[-60:]}`", _HINT)
        elif part.endswith(".rels"):
            for match in _relationship.finditer(archive.read(part)):
                written = match.group()
                if b'"External"' in written.replace(b"'", b'"') and b"/hyperlink" not in written:
                    yield Fault(name, "the Word file asks for another file when it is opened", _HINT)
