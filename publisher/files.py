"""Files put in place whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import tempfile
import zipfile
import zlib
from pathlib import Path

from publisher.errors import PublisherError

DAMAGED_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What reading a zip archive from a stranger may raise."""
UNFINISHED = ".unfinished"
"""The suffix of all that is put in place when it is whole, and swept away where it never was."""
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_LONGEST = 50
"""Characters of a name that its temporary file repeats, as systems allow 255 bytes, and a letter may take four."""


def reason(error: OSError) -> str:
    """Return why the system refused something, as the end of a sentence; never empty."""
    return (error.strerror or str(error) or type(error).__name__).lower()


def refuse_special(path: Path, name: str) -> None:
    """Raise PublisherError for a pipe, a device and the like, whose reading may never end."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise PublisherError(f"`{name}` is no file")


def beginning(path: Path, most: int, name: str) -> bytes:
    """Return the first ``most`` bytes of a file that people know as ``name``; raises PublisherError where it cannot."""
    refuse_special(path, name)
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise PublisherError(f"cannot read `{name}`: {reason(error)}") from error


def rewrite(path: Path, data: bytes) -> None:
    """Put other content into a file that is there, and keeps its rights; a link is followed.

    Raises OSError, for a file too that nobody may write.
    """
    path = path.resolve()
    before = path.stat()
    if not (before.st_mode & _WRITABLE and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    write(path, data, stat.S_IMODE(before.st_mode))
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(path, before.st_uid, before.st_gid)


def write(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Put ``data`` at ``path`` in one step, so that nobody ever sees half a file; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(UNFINISHED, f".{path.name[:_LONGEST]}.", path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def put(path: Path, data: bytes, name: str, instead: str) -> None:
    """Put ``data`` where no file is yet, under a name by which people know it.

    Raises PublisherError where one is, which says what to do ``instead``, or where none can be.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("xb").close()
        _fill(path, data)
    except FileExistsError:
        raise PublisherError(f"`{name}` exists already; {instead}") from None
    except OSError as error:
        raise PublisherError(f"cannot write `{name}`: {reason(error)}") from error


def _fill(path: Path, data: bytes) -> None:
    """Write an empty file, which goes again where it cannot be whole; raises OSError."""
    try:
        write(path, data, stat.S_IMODE(path.stat().st_mode))
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def sweep(folder: Path) -> None:
    """Remove what writers that were killed have left in a folder and in those directly below it."""
    for pattern in (f".*{UNFINISHED}", f"*/.*{UNFINISHED}"):
        for path in folder.glob(pattern):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    path.unlink()
