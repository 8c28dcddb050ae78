"""A resource is a file, and its type or size is not said.

What it does
    Reports a resource whose ``url`` ends like a file (.pdf, .docx, .pptx and so on) and that has no ``type`` or no
    ``size``, unless its label says them. Entries of a link register are left alone: each partnership may have
    another kind of file there.

Why it matters
    A file opens in another program, costs mobile data and may not fit the reader's device. With its type and size,
    readers can decide beforehand.

Example
    ``{label: Neglect toolkit, url: "https://www.example.org/toolkit.pdf"}``

Use instead
    ``{label: Neglect toolkit, url: "https://www.example.org/toolkit.pdf", type: PDF, size: 158 KB}``

Source
    Leicestershire and Rutland print “(PDF, 158 Kb)” behind each briefing (https://lrsb.org.uk/7-minute-briefings1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "LNK006"
NAME = "file-without-type-or-size"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

_types = {
    "csv": "CSV",
    "doc": "Word",
    "docx": "Word",
    "mp3": "MP3",
    "mp4": "MP4",
    "odp": "OpenDocument",
    "ods": "OpenDocument",
    "odt": "OpenDocument",
    "pdf": "PDF",
    "ppt": "PowerPoint",
    "pptx": "PowerPoint",
    "xls": "Excel",
    "xlsx": "Excel",
    "zip": "ZIP",
}
_size = re.compile(r"\d\s?[kmg]i?b\b", re.IGNORECASE)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each resource that is a file without saying so."""
    for path, resource in subject.work.placed_resources():
        suffix = _suffix(resource.url or "")
        if suffix not in _types:
            continue
        kind, label = _types[suffix], resource.label.casefold()
        missing = [
            name
            for name, given in (
                ("type", resource.type or kind.casefold() in label or suffix in label),
                ("size", resource.size or _size.search(label)),
            )
            if not given
        ]
        if missing:
            article = "an" if kind[0] in "EMO" else "a"
            message = f"the resource “{resource.label}” is {article} {kind} file without its {' and '.join(missing)}"
            examples = {"type": f"`type: {kind}`", "size": "`size: 158 KB`"}
            hint = f"Add {' and '.join(examples[name] for name in missing)}{' or so' if 'size' in missing else ''}."
            yield Finding((*path, "label"), message, hint, 0, len(resource.label))


def _suffix(address: str) -> str:
    """Return the letters after the last full stop of an address's path, in small letters."""
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        return ""
    return path.rpartition("/")[2].rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""
