"""``manifest.json``: for each file that was made, what it was made from and what it passed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path as FilePath
from typing import Any

from publisher.diagnostics import Path

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding about a file, kept so that it is told again when the file need not be made again."""

    code: str
    path: Path
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the output."""

    file: str
    source: str
    partnership: str
    format: str
    sha256: str
    bytes: int
    pages: int | None
    """Pages of A4, for PDF only."""
    words: int
    """Words of the numbered sections."""
    checks: tuple[str, ...]
    """What the file passed: the source's rules as ``source``, then the codes of the checks of the file itself."""
    findings: tuple[Noted, ...]
    """What the checks of the file itself found; none of it keeps the file from being published."""
    made_from: str
    program: str
    """The version that made it."""


@dataclass(slots=True)
class Manifest:
    """The entries by file."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def text(self) -> bytes:
        """Return the manifest as it is written: JSON, in the order of the files' names."""
        files = [asdict(self.entries[name]) for name in sorted(self.entries)]
        return (json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=1) + "\n").encode()


def load(output: FilePath) -> Manifest:
    """Return the manifest of an output folder; an absent or damaged one counts as empty, so all is made anew."""
    try:
        written = json.loads((output / NAME).read_text("utf-8"))
        entries = [_entry(one) for one in written["files"]]
    except (OSError, ValueError, KeyError, TypeError):
        return Manifest()
    return Manifest({entry.file: entry for entry in entries})


def _entry(written: dict[str, Any]) -> Entry:
    if set(written) != {one.name for one in fields(Entry)}:
        raise KeyError("an entry of another version")
    findings = tuple(Noted(**{**one, "path": tuple(one["path"])}) for one in written["findings"])
    return Entry(**{**written, "checks": tuple(written["checks"]), "findings": findings})
