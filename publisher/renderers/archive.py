"""Office files as zip archives whose bytes are the same whenever they are written."""

from __future__ import annotations

import io
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can state."""


def archived(parts: dict[str, bytes]) -> bytes:
    """Return the parts as a zip archive; the list of content types comes first, as readers expect."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts[name])
    return buffer.getvalue()


def parts_of(archive: bytes) -> dict[str, bytes]:
    """Return the parts of a zip archive of our own by name."""
    with zipfile.ZipFile(io.BytesIO(archive)) as package:
        return {name: package.read(name) for name in package.namelist()}
