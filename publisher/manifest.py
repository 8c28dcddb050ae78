"""``manifest.json``: for each file that was made, what it was made from and what it passed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

NAME = "manifest.json"


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
    """What the file passed."""
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


def load(output: Path) -> Manifest:
    """Return the manifest of an output folder; an absent or damaged one counts as empty, so all is made anew."""
    try:
        written = json.loads((output / NAME).read_text("utf-8"))
        entries = [_entry(one) for one in written["files"]]
    except (OSError, ValueError, KeyError, TypeError):
        return Manifest()
    return Manifest({entry.file: entry for entry in entries})


def _entry(written: dict[str, object]) -> Entry:
    names = {one.name for one in fields(Entry)}
    if set(written) != names:
        raise KeyError("entries of another version")
    values: dict[str, object] = {**written, "checks": tuple(written["checks"])}  # type: ignore[arg-type]
    return Entry(**values)  # type: ignore[arg-type]
