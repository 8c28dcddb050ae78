"""``manifest.json``: for each file that was made, what it was made from and what it passed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path as FilePath
from pathlib import PurePosixPath, PureWindowsPath

from pydantic import TypeAdapter, ValidationError

from publisher.diagnostics import Path
from publisher.errors import PublisherError

NAME = "manifest.json"
_VERSION = 1
_SHARDS = "manifest-*-of-*.json"


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding about a file, kept so that it is told again when the file need not be made again."""

    code: str
    path: Path
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """Digests of what a file is made from; a file is made again when, and only when, one of them changes."""

    text: str
    """The document: what is said, once a partnership's own words are in it."""
    brand: str
    """How it looks: colours, logo, and the files of the partnership's folders that this format uses."""
    options: str
    """What was asked for: the PDF standard, the page budget, what may be published with findings."""
    tools: str
    """The versions of the programs."""

    def parts(self) -> dict[str, str]:
        """Return the digests by name."""
        return {"text": self.text, "brand": self.brand, "options": self.options, "tools": self.tools}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the output."""

    file: str
    source: str
    partnership: str
    form: str
    """What the document is to its readers: briefing, compendium, slides and so on."""
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
    made_from: MadeFrom
    program: str
    """The version that made it."""


Parts = dict[str, dict[str, str]]
"""For a digest of ``MadeFrom``, the names and short digests or words that it stands for."""


@dataclass(slots=True)
class Manifest:
    """The entries by file, and what the digests in them stand for, so that a build can say what has changed."""

    entries: dict[str, Entry] = field(default_factory=dict)
    parts: Parts = field(default_factory=dict)

    def text(self) -> bytes:
        """Return the manifest as it is written: JSON, in the order of the files' names."""
        files = [self.entries[name] for name in sorted(self.entries)]
        used = {digest for entry in self.entries.values() for digest in entry.made_from.parts().values()}
        parts = {digest: dict(sorted(self.parts[digest].items())) for digest in sorted(used & self.parts.keys())}
        return TypeAdapter(_Written).dump_json(_Written(_VERSION, files, parts), indent=1) + b"\n"


@dataclass(frozen=True, slots=True)
class _Written:
    version: int
    files: list[Entry]
    parts: Parts


def load(output: FilePath) -> Manifest:
    """Return the manifest of an output folder, with those that the shards of a build have left there.

    An absent or damaged one counts as empty, so all is made anew. Raises PublisherError for one that names a file
    outside the folder: it was not written by this program.
    """
    manifest = Manifest()
    for path in (output / NAME, *shards(output)):
        try:
            written = TypeAdapter(_Written).validate_json(path.read_bytes())
        except (OSError, ValidationError):
            continue
        for entry in written.files:
            if not _is_inside(entry.file):
                raise PublisherError(
                    f"`{path}` names a file outside its folder, `{entry.file}`; it was not written by this program. "
                    "Delete it and build again"
                )
            manifest.entries[entry.file] = entry
        manifest.parts |= written.parts
    return manifest


def shards(output: FilePath) -> list[FilePath]:
    """Return the manifests that the shards of a build have left in a folder."""
    return sorted(output.glob(_SHARDS))


def _is_inside(name: str) -> bool:
    """Whether a name is that of a file below the folder, on any system."""
    windows = PureWindowsPath(name)
    parts = PurePosixPath(name).parts
    return bool(parts) and "\\" not in name and not windows.anchor and ".." not in parts and "\0" not in name
