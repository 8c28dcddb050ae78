"""A PowerPoint file as a package: what it says of itself, and how it is saved."""

from __future__ import annotations

import datetime
import io
import re
from typing import Any

from publisher.document import Document
from publisher.renderers.archive import archived, parts_of

_dates = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)")
_UNKNOWN = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 - python-pptx wants naive UTC
_WORKBOOK = ".xlsx"
_PROGRAM = "docProps/app.xml"
_NO_PROGRAM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office PowerPoint</Application><AppVersion>16.0000</AppVersion></Properties>"
)
"""In the place of what python-pptx's template says of itself: an old program, slides of 4:3 and none of them."""


def describe(file: Any, document: Document) -> None:
    """Write the file's properties; nothing of who ran the program, or when."""
    properties, publisher = file.core_properties, document.publisher.name
    properties.title, properties.subject = document.title, document.series
    properties.author = properties.last_modified_by = publisher
    properties.keywords, properties.comments = ", ".join(document.topics), document.summary
    properties.language, properties.category, properties.revision = document.language, "", 1
    published = f"{document.published}-01"[:10] if document.published else ""
    date = datetime.datetime.fromisoformat(published) if published else _UNKNOWN
    properties.created = properties.modified = date


def saved(file: Any) -> bytes:
    """Return the file's bytes, which are the same whenever it is saved."""
    for key, relation in list(file.part.package._rels.items()):  # noqa: SLF001 - python-pptx cannot drop a relation
        if relation.reltype.endswith("/thumbnail"):
            file.part.package._rels.pop(key)  # noqa: SLF001
    buffer = io.BytesIO()
    file.save(buffer)
    parts = parts_of(buffer.getvalue())
    parts[_PROGRAM] = _NO_PROGRAM.encode()
    return archived({name: _timeless(data) if name.endswith(_WORKBOOK) else data for name, data in parts.items()})


def _timeless(workbook: bytes) -> bytes:
    """Return a chart's workbook without the time at which it was written."""
    return archived(
        {
            name: _dates.sub(rb"\g<1>1980-01-01T00:00:00Z", data) if name == "docProps/core.xml" else data
            for name, data in parts_of(workbook).items()
        }
    )
