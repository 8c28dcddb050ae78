"""A worker: a process that does the parts of tasks and hands over what comes of them, within its limits."""

from __future__ import annotations

import signal
import sys
import tempfile
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from publisher.build.tasks import Task
from publisher.build.work import Limits
from publisher.errors import PublisherError

_MEGABYTE = 1_048_576


def serve(connection: Connection, limits: Limits, scratch: str) -> None:
    """Do the parts of each task that comes in, and answer for each as it is done.

    Ends when there is nothing more to come: told so, or because the process that asked has gone. Temporary files are
    put into the folder ``scratch``.
    """
    # The process that asked is told of an interruption too, and ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = scratch
    _limit_memory(limits.megabytes)
    with suppress(EOFError, ConnectionError):
        while True:
            task, parts = connection.recv()
            for part in parts:
                connection.send((answer(task, part), resident()))


def answer(task: Task[Any], part: str) -> Any:
    """Return what a part comes to, or what it raised: the operator's mistake as such, a bug with where it was."""
    try:
        return task.do(part)
    except PublisherError as error:
        return error
    except MemoryError:
        return task.failed(part, "it needs more memory than a worker may have.")
    except Exception:  # noqa: BLE001 - raised again where the answer is awaited
        return RuntimeError(f"in a worker:\n{traceback.format_exc()}")


def _limit_memory(megabytes: int) -> None:
    """Let the system refuse more address space than this; macOS and Windows do not know such a limit."""
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = megabytes * _MEGABYTE
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))


def resident() -> int:
    """Return the megabytes of memory that this process has in use; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return _peak()
    import resource

    return pages * resource.getpagesize() // _MEGABYTE


def _peak() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    # In bytes on macOS, in kilobytes elsewhere.
    unit = _MEGABYTE if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
