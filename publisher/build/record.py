"""What the check and the plan of one source came to, kept so that an unchanged one need not be checked again.

A record is found again only under a digest of all that it was made from. It holds what a build prints and digests of
what it would make: identifiers are out of it as they are out of all output.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from publisher import assets, files
from publisher.build.ingredients import TOOLS, digest
from publisher.build.work import Target
from publisher.diagnostics import Diagnostic
from publisher.errors import PublisherError
from publisher.places import SourceText
from publisher.project import Project, built_in

_KEPT = 3 * 24 * 60 * 60
"""Seconds; a record says what was found on one day, so it is of no use after that."""
_LIBRARIES = (*TOOLS, "pydantic", "pyyaml")


@dataclass(frozen=True, slots=True)
class Edition:
    """The files of one document of one partnership."""

    partnership: str
    slug: str
    stem: str
    targets: tuple[Target, ...]
    findings: tuple[Diagnostic, ...] = ()
    """What is to be said of its files together."""

    @property
    def name(self) -> str:
        """What tells it from all others, such as ``salford/neglect``."""
        return f"{self.partnership}/{self.stem}"


@dataclass(frozen=True, slots=True)
class Record:
    """A source as far as a build needs it that has nothing to make of it."""

    source: str
    """The source file's name as it is shown."""
    faulty: bool
    """Whether an error stands against it, for all partnerships or for one."""
    findings: tuple[Diagnostic, ...]
    """Errors and warnings, without identifiers."""
    lines: dict[str, dict[int, str]]
    """The lines that the findings point at, by file and number, with identifiers covered."""
    editions: tuple[Edition, ...]

    def texts(self) -> dict[str, SourceText]:
        """Return texts that have the findings' lines at their places and nothing else."""
        return {name: SourceText(name, _sparse(lines)) for name, lines in self.lines.items()}


def _sparse(lines: dict[int, str]) -> str:
    return "\n".join(lines.get(number, "") for number in range(1, max(lines, default=0) + 1))


class Records:
    """The records of one project under one set of options, in a folder that only this person can read.

    Strangers' files never get there, as those who send a project could otherwise say that it has been checked.
    """

    def __init__(self, folder: Path, project: Project, options: object) -> None:
        """Read nothing yet; ``options`` is all that the command line and the day add to the files."""
        self._folder = folder
        self._project = project
        self._options = options
        self._name = digest([str(project.root.resolve()), options])
        self._common, self._overlays = _state(project, options)

    def find(self, path: Path, name: str) -> tuple[str, Record | None]:
        """Return a digest of a source with all that belongs to it, and its record where there is one of just that.

        Raises PublisherError for a source that cannot be read.
        """
        key = self._key(path, name)
        with contextlib.suppress(OSError, ValidationError):
            written = _form().validate_json(self._place(name).read_bytes())
            return key, written.record if written.key == key else None
        return key, None

    def keep(self, records: Iterable[tuple[Path, str, Record]]) -> None:
        """Keep records with the digests of what they were made from; where that is not possible, nothing is kept."""
        if _state(self._project, self._options) != (self._common, self._overlays):
            # Somebody has changed a file since; which of the two was read, nobody knows.
            return
        with contextlib.suppress(OSError, PublisherError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for path, key, record in records:
                if self._key(path, record.source) == key:
                    files.write(self._place(record.source), _form().dump_json(_Written(key, record)))
            self._tidy()

    def _tidy(self) -> None:
        """Remove the records that no build can use any more."""
        oldest = time.time() - _KEPT
        for path in self._folder.glob("*.json"):
            if path.stat().st_mtime < oldest:
                path.unlink()

    def _place(self, name: str) -> Path:
        return self._folder / f"{digest([self._name, name])}.json"

    def _key(self, path: Path, name: str) -> str:
        try:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise PublisherError(f"cannot read `{name}`: {files.reason(error)}") from error
        return digest([self._common, name, content, self._overlays.get(path.stem)])


@dataclass(frozen=True, slots=True)
class _Written:
    key: str
    record: Record


@cache
def _form() -> TypeAdapter[_Written]:
    """Return what reads and writes records; it takes five milliseconds to make."""
    return TypeAdapter(_Written)


def _state(project: Project, options: object) -> tuple[str, dict[str, list[str]]]:
    """Return a digest of all that every source is checked with, and by slug those of the local editions."""
    common: list[Any] = [options, _program()]
    overlays: dict[str, list[str]] = {}
    for root in (project.templates, *(built_in("templates") / name for name in ("base", "house"))):
        for path, name in _below(root):
            state = f"{name} {_state_of(path)}"
            if path.parent.name == "briefings" and path.suffix == ".yaml":
                overlays.setdefault(path.stem, []).append(state)
            else:
                common.append(state)
    settings = project.root / "publisher.yml"
    common.append(_state_of(settings) if settings.exists() else "")
    return digest(common), overlays


def _below(root: Path) -> Iterator[tuple[Path, str]]:
    """Yield everything below a folder that is not a folder itself, with its name there.

    Only the folders directly in it may be links: a partnership's folder may stand elsewhere.
    """
    if not root.is_dir():
        return
    for top in sorted(root.iterdir()):
        if top.is_symlink() or not top.is_dir():
            yield top, top.name
        for parent, folders, names in os.walk(top):
            folders.sort()
            for name in sorted([*names, *folders]):
                path = Path(parent) / name
                if name in names or path.is_symlink():
                    yield path, path.relative_to(root).as_posix()


def _state_of(path: Path) -> str:
    """Return what tells a file from another: its content, unless it is one that the program will not read."""
    status = path.lstat()
    if stat.S_ISREG(status.st_mode) and status.st_size <= assets.limit(path):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    led = str(path.readlink()) if stat.S_ISLNK(status.st_mode) else ""
    return f"{stat.S_IFMT(status.st_mode)} {status.st_size} {led}"


@cache
def _program() -> str:
    """Return a digest of the program: its own files, whatever their version says, and the libraries' versions."""
    package = Path(__file__).parent.parent
    own = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(package.rglob("*.py"))]
    return digest([own, [version(name) for name in _LIBRARIES]])
