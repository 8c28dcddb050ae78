"""What a partnership's folder may hold: files that stay inside it, of a reasonable size, with nothing that runs.

A folder may come from a stranger, and what it holds is put into published files. So each is looked at before
anything in it is used: links that lead out of the folder, files that are too large, and in drawings, pictures,
style sheets, templates and Word files whatever runs, asks for another file or swamps the program.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from publisher.assets import css, drawing, picture, template, word
from publisher.assets._fault import Fault
from publisher.errors import PublisherError

__all__ = ["KINDS", "LONGEST_NAME", "MOST_BYTES", "MOST_FILES", "Fault", "faults", "faults_in", "limit", "readable"]

_MEGABYTE = 1_048_576
MOST_FILES = 500
"""A folder has about ten files."""
MOST_BYTES = 50 * _MEGABYTE
"""Of all files of a folder together."""
LONGEST_NAME = 200
"""Characters of a path inside the folder."""

Inspector = Callable[[str, bytes], Iterator[Fault]]


def _nothing(_name: str, _data: bytes) -> Iterator[Fault]:
    """Yield nothing: the readers of these files take care of themselves."""
    yield from ()


KINDS: dict[str, tuple[int, Inspector]] = {
    ".yml": (_MEGABYTE, _nothing),
    ".yaml": (_MEGABYTE, _nothing),
    ".svg": (2 * _MEGABYTE, drawing.faults),
    ".png": (2 * _MEGABYTE, picture.faults),
    ".jpg": (2 * _MEGABYTE, picture.faults),
    ".jpeg": (2 * _MEGABYTE, picture.faults),
    ".ttf": (10 * _MEGABYTE, _nothing),
    ".otf": (10 * _MEGABYTE, _nothing),
    ".woff2": (10 * _MEGABYTE, _nothing),
    ".css": (_MEGABYTE, css.faults),
    ".j2": (_MEGABYTE, template.faults),
    ".docx": (5 * _MEGABYTE, word.faults),
    ".md": (_MEGABYTE, _nothing),
    ".txt": (_MEGABYTE, _nothing),
    "": (_MEGABYTE, _nothing),
}
"""For the suffix of each kind of file that a brand has: the most bytes, and what looks inside. None: a licence."""


def limit(path: Path) -> int:
    """Return how many bytes a file of that name may have."""
    return KINDS.get(path.suffix.lower(), (10 * _MEGABYTE, _nothing))[0]


def readable(path: Path, name: str) -> Path:
    """Return the path of a file that is not too large; raises PublisherError, which calls it ``name``, where it is."""
    size = path.stat().st_size
    if size > limit(path):
        raise PublisherError(f"`{name}` has {_megabytes(size)}; at most {_megabytes(limit(path))} are read")
    return path


def faults(folder: Path) -> Iterator[Fault]:
    """Yield what is wrong with the files of a folder; nothing outside it is read, and nothing that is too large."""
    number = total = 0
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        status = path.lstat()
        number, total = number + 1, total + (status.st_size if status.st_size <= limit(path) else 0)
        if number > MOST_FILES or total > MOST_BYTES:
            message = f"the folder has more than {MOST_FILES} files, or more than {_megabytes(MOST_BYTES)}"
            yield Fault(name, message, "Keep only what the brand needs; `publisher brand pack` says what that is.")
            return
        yield from map(_printable, _faults_of(folder, path, name, status))


def _files(folder: Path) -> Iterator[Path]:
    """Yield everything in a folder that is not a folder itself, in order; links are not followed."""
    for parent, folders, files in os.walk(folder):
        folders.sort()
        linked = [name for name in folders if (Path(parent) / name).is_symlink()]
        yield from (Path(parent) / name for name in sorted([*files, *linked]))


def _faults_of(folder: Path, path: Path, name: str, status: os.stat_result) -> Iterator[Fault]:
    if stat.S_ISLNK(status.st_mode):
        if not _leads_inside(path, folder):
            hint = "Put the file itself here; nothing outside the folder is read."
            yield Fault(name, "it is a link that leads out of the partnership's folder", hint)
    elif not stat.S_ISREG(status.st_mode):
        yield Fault(name, "it is neither a file nor a folder", "Take it away.")
    elif status.st_size > limit(path):
        hint = "Make it smaller; it has not been read."
        yield Fault(name, f"it has {_megabytes(status.st_size)} instead of at most {_megabytes(limit(path))}", hint)
    elif path.suffix.lower() in KINDS and KINDS[path.suffix.lower()][1] is not _nothing:
        yield from faults_in(name, path.read_bytes())


def _leads_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        # A link that leads to itself.
        return False


def faults_in(name: str, data: bytes) -> Iterator[Fault]:
    """Yield what is wrong inside a file of that name, which is known not to be too large."""
    _, inspector = KINDS.get(Path(name).suffix.lower(), (0, _nothing))
    yield from map(_printable, inspector(name, data))


def _printable(fault: Fault) -> Fault:
    """Return a fault that may be shown on a terminal: what it quotes could be written to deceive there."""
    message = "".join(character if character.isprintable() else "�" for character in fault.message)
    file = "".join(character if character.isprintable() else "�" for character in fault.file)
    return replace(fault, message=message, file=file)


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.0f} MB" if size >= 10 * _MEGABYTE else f"{size / _MEGABYTE:.1f} MB"
