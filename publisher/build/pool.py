"""Workers on this machine: kept busy, watched, replaced; one that dies or takes too long costs one part of a task.

The standard library's pool gives up everything that waits once a worker has died, and cannot end one that takes too
long. Here each worker has a pipe of its own, so it is known what it was at.
"""

from __future__ import annotations

import multiprocessing
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Any, Self, TypeVar

from publisher.build.tasks import Task
from publisher.build.work import Limits
from publisher.build.worker import serve
from publisher.errors import PublisherError
from publisher.files import UNFINISHED, reason

_WARM = {
    "pdf": ("weasyprint", "pikepdf", "page", "pypdfium2", "fontTools.ttLib"),
    "docx": ("docx",),
    "html": ("jinja2", "lxml.html", "tinycss2"),
}
"""What a format needs loaded; a worker that is started from a server that has it loaded is ready at once."""
_CHECKING = ("publisher.build.sources",)
_MAKING = ("publisher.build.making",)
_MOMENT = 5.0
"""Seconds that a worker which is told to end is given before it is ended."""


Answer = TypeVar("Answer")


@dataclass(eq=False, slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    task: Task[Any] | None = None
    waiting: deque[str] = field(default_factory=deque)
    """The parts of the task that are not yet answered; the first is being done."""
    deadline: float = 0.0
    done: int = 0

    @property
    def current(self) -> str:
        return self.waiting[0]


class Pool:
    """A number of workers, for one build; to be used as a context, so that none is left behind."""

    def __init__(self, size: int, limits: Limits, scratch: Path | None, formats: Iterable[str] = ()) -> None:
        """Start none yet; workers put temporary files into a folder of their own in ``scratch``.

        What is needed to make ``formats`` is loaded once for all of them.
        """
        self._size = size
        self._limits = limits
        self._scratch = scratch
        self._formats = tuple(formats)
        self._folder = ""
        self._workers: list[_Worker] = []
        self._again: deque[tuple[Task[Any], tuple[str, ...]]] = deque()
        self._retried: set[str] = set()

    def __enter__(self) -> Self:
        """Return the pool."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all workers: at once those that are at work, as nobody waits for what they do."""
        for worker in self._workers:
            if worker.task:
                worker.process.kill()
        for worker in self._workers:
            _end(worker, at_once=worker.task is not None)
        self._workers.clear()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def run(self, tasks: Iterable[Task[Answer]]) -> Iterator[Answer]:
        """Yield the answer for each part, as they come; tasks are taken as there are workers for them.

        A part whose worker dies is tried once more. Raises PublisherError where no worker can be started, and what a
        part raises.
        """
        following = iter(tasks)
        self._start_work(following)
        while any(worker.task for worker in self._workers):
            yield from self._answers()
            self._start_work(following)

    def _start_work(self, tasks: Iterator[Task[Any]]) -> None:
        """Give a task to every worker that has none, starting workers as long as there are tasks for them."""
        while self._has_room():
            task, parts = self._again.popleft() if self._again else _whole(next(tasks, None))
            if task is None:
                return
            worker = next((one for one in self._workers if one.task is None), None) or self._started()
            worker.task, worker.waiting = task, deque(parts)
            worker.deadline = time.monotonic() + self._limits.seconds
            try:
                worker.connection.send((task, parts))
            except OSError:
                # It has died since its last answer; the end of its pipe is met when answers are read.
                continue

    def _has_room(self) -> bool:
        return len(self._workers) < self._size or any(worker.task is None for worker in self._workers)

    def _started(self) -> _Worker:
        self._folder = self._folder or _folder(self._scratch)
        ours, theirs = multiprocessing.Pipe()
        context: Any = _context(self._formats)
        process = context.Process(target=serve, args=(theirs, self._limits, self._folder), daemon=True)
        try:
            with _without_main(), _interruptions_held_back(context):
                process.start()
                # With our copy closed, the pipe ends when the worker does.
                theirs.close()
                worker = _Worker(process, ours)
                self._workers.append(worker)
        except (OSError, EOFError) as error:
            raise PublisherError(f"cannot start a worker process: {str(error).lower()}") from error
        return worker

    def _answers(self) -> Iterator[Any]:
        """Wait for the next answers, and end the workers that have taken too long."""
        busy = {worker.connection: worker for worker in self._workers if worker.task}
        rest = max(0.0, min(worker.deadline for worker in busy.values()) - time.monotonic())
        ready = wait(list(busy), rest)
        for worker in [one for connection, one in busy.items() if connection in ready]:
            yield from self._answer(worker)
        now = time.monotonic()
        for worker in busy.values():
            if worker.task and worker in self._workers and worker.deadline <= now:
                yield self._given_up(worker, f"it took longer than {self._limits.seconds:g} seconds and was stopped.")

    def _answer(self, worker: _Worker) -> Iterator[Any]:
        try:
            answer, megabytes = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._died(worker)
            return
        worker.waiting.popleft()
        worker.deadline = time.monotonic() + self._limits.seconds
        if not worker.waiting:
            worker.task = None
            worker.done += 1
            if megabytes > self._limits.resident or worker.done >= self._limits.tasks:
                self._end(worker)
        if isinstance(answer, Exception):
            raise answer
        yield answer

    def _died(self, worker: _Worker) -> Iterator[Any]:
        worker.process.join(_MOMENT)
        code = worker.process.exitcode or 0
        if worker.current in self._retried:
            told = f"signal {-code}" if code < 0 else f"exit code {code}"
            yield self._given_up(worker, f"the worker process ended twice while at it ({told}); is memory short?")
            return
        self._retried.add(worker.current)
        self._put_back(worker)

    def _given_up(self, worker: _Worker, problem: str) -> Any:
        """End a worker and return the failure of what it was at; the rest of its task is put back."""
        task, part = worker.task, worker.waiting.popleft()
        self._put_back(worker)
        return task.failed(part, problem) if task else None

    def _put_back(self, worker: _Worker) -> None:
        if worker.task and worker.waiting:
            self._again.append((worker.task, tuple(worker.waiting)))
        worker.task = None
        self._end(worker, at_once=True)

    def _end(self, worker: _Worker, *, at_once: bool = False) -> None:
        self._workers.remove(worker)
        _end(worker, at_once=at_once)


def _whole(task: Task[Any] | None) -> tuple[Task[Any] | None, tuple[str, ...]]:
    return task, task.parts if task else ()


@contextmanager
def _without_main() -> Iterator[None]:
    """Keep a new process from importing the script that was run: it need not be made for that, and costs time."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _interruptions_held_back(context: Any) -> Iterator[None]:
    """Hold Ctrl-C back until a worker is started and known, and start the server of workers so that none comes to it.

    A worker whose start is broken off complains of it on the terminal. What is held back comes right after; were it
    passed over, the build would go on.
    """
    if context.get_start_method() != "forkserver" or threading.current_thread() is not threading.main_thread():
        yield
        return
    from multiprocessing import resource_tracker

    # A mask alone does not do, as the thread that draws the progress bar may be told instead of this one.
    came: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        # Before the mask, which all that is started inherits: once started, it lets Ctrl-C through again by itself.
        resource_tracker.ensure_running()
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    finally:
        signal.signal(signal.SIGINT, handler)
        if came:
            signal.raise_signal(signal.SIGINT)


def _folder(scratch: Path | None) -> str:
    """Return a new folder in ``scratch``, of a name that is swept away should this process be killed.

    Without ``scratch``, it stands where the system keeps temporary files.
    """
    try:
        return tempfile.mkdtemp(UNFINISHED, ".workers-", scratch)
    except OSError as error:
        raise PublisherError(f"cannot write into the folder `{scratch}`: {reason(error)}") from error


def _end(worker: _Worker, *, at_once: bool) -> None:
    if at_once:
        worker.process.kill()
    # The end of its pipe tells a worker to end; it may have files of its own to remove.
    worker.connection.close()
    worker.process.join(_MOMENT)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.process.close()


def _context(formats: tuple[str, ...]) -> BaseContext:
    """Return how workers are started: from a server that has the heavy libraries loaded, where there is one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    needed = {"html", "pdf" if "large-print" in formats else "", *formats} if formats else set()
    libraries = [library for name, loaded in _WARM.items() if name in needed for library in loaded]
    context.set_forkserver_preload([*_CHECKING, *(_MAKING if formats else ()), *libraries])
    return context
