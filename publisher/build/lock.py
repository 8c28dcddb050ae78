"""One build at a time in an output folder."""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from publisher import files
from publisher.errors import PublisherError

NAME = ".lock"


class _HeldError(Exception):
    """Another process has the lock."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other builds out of a folder, which is made where it is missing, and clear away what killed ones left.

    The system lets go of the lock when the process ends, however it ends. Raises PublisherError where another build
    has it, where the folder cannot be written to, and where a folder in it is a link to another.
    """
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _opened(path)
    except _HeldError:
        raise PublisherError(f"another build has been writing into `{folder}` {_since(path)}; wait for it") from None
    except OSError as error:
        raise PublisherError(f"cannot write into the folder `{folder}`: {files.reason(error)}") from error
    try:
        # Who has it is told as a courtesy; a full disk is met later, where it can be said of which file.
        with contextlib.suppress(OSError):
            os.truncate(handle, 0)
            os.write(handle, str(os.getpid()).encode())
        _refuse_links(folder)
        files.sweep(folder)
        yield
    finally:
        _released(handle, path)


def _refuse_links(folder: Path) -> None:
    """Raise PublisherError for a folder that is a link: a build would write, and remove files, where it leads."""
    for one in sorted(folder.iterdir()):
        if one.is_symlink() and one.is_dir():
            raise PublisherError(f"`{one}` is a link to another folder, where a build would write; take it away")


def _since(path: Path) -> str:
    try:
        started = datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC).astimezone()
        return f"since {started:%H:%M:%S} (process {int(path.read_text('ascii'))})"
    except (OSError, ValueError):
        return "at this moment"


def _opened(path: Path) -> int:
    """Return the lock's file, locked; the one that stands there, as another build may just have removed its own."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(handle)
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 20
    """Only this byte is locked, so that the file can be read."""

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise _HeldError from error
        os.lseek(handle, 0, os.SEEK_SET)

    def _released(handle: int, path: Path) -> None:
        # Windows removes no file that is open; and one that another build has opened since stays.
        os.close(handle)
        with contextlib.suppress(OSError):
            path.unlink()

else:
    import fcntl

    def _lock(handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _HeldError from error

    def _released(handle: int, path: Path) -> None:
        with contextlib.suppress(OSError):
            path.unlink()
        os.close(handle)
