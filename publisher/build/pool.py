"""Workers on this machine: kept busy, watched, replaced; one that dies or takes too long costs one file.

The standard library's pool gives up everything that waits once a worker has died, and cannot end one that takes too
long. Here each worker has a pipe of its own, so it is known what it was at.
"""

from __future__ import annotations

import multiprocessing
import shutil
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Any

from publisher.build.work import Job, Limits, Outcome, Target
from publisher.build.worker import serve
from publisher.errors import PublisherError
from publisher.files import UNFINISHED

_WARM = {
    "pdf": ("weasyprint", "pikepdf", "page", "pypdfium2", "fontTools.ttLib"),
    "docx": ("docx",),
    "html": ("jinja2", "lxml.html", "tinycss2"),
}
"""What a format needs loaded; a worker that is started from a server that has it loaded is ready at once."""
_MOMENT = 5.0
"""Seconds that a worker which is told to end is given before it is ended."""


@dataclass(eq=False, slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    job: Job | None = None
    waiting: deque[Target] = field(default_factory=deque)
    """What is not yet answered of the job; the first is being made."""
    deadline: float = 0.0
    done: int = 0

    @property
    def current(self) -> Target:
        return self.waiting[0]


class Pool:
    """A number of workers."""

    def __init__(self, size: int, limits: Limits, scratch: Path) -> None:
        """Start none yet; workers put temporary files into a folder of their own in ``scratch``."""
        self._size = size
        self._limits = limits
        self._scratch = scratch
        self._workers: list[_Worker] = []
        self._again: deque[Job] = deque()
        self._retried: set[str] = set()

    def run(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Yield what becomes of each target, as they come; jobs are taken as there are workers for them.

        A target whose worker dies is tried once more. However this ends, no worker is left behind. Raises
        PublisherError where no worker can be started.
        """
        following = iter(jobs)
        folder = _folder(self._scratch)
        try:
            self._start_work(following, folder)
            while any(worker.job for worker in self._workers):
                yield from self._answers()
                self._start_work(following, folder)
        finally:
            self._close()
            shutil.rmtree(folder, ignore_errors=True)

    def _start_work(self, jobs: Iterator[Job], folder: str) -> None:
        """Give a job to every worker that has none, starting workers as long as there are jobs for them."""
        while self._has_room():
            job = self._again.popleft() if self._again else next(jobs, None)
            if job is None:
                return
            if not job.targets:
                continue
            worker = next((one for one in self._workers if one.job is None), None) or self._started(job, folder)
            worker.job, worker.waiting = job, deque(job.targets)
            worker.deadline = time.monotonic() + self._limits.seconds
            try:
                worker.connection.send(job)
            except OSError:
                # It has died since its last answer; the end of its pipe is met when answers are read.
                continue

    def _has_room(self) -> bool:
        return len(self._workers) < self._size or any(worker.job is None for worker in self._workers)

    def _started(self, job: Job, folder: str) -> _Worker:
        ours, theirs = multiprocessing.Pipe()
        context: Any = _context([target.format for target in job.targets])
        process = context.Process(target=serve, args=(theirs, self._limits, folder), daemon=True)
        try:
            with _without_main():
                process.start()
        except (OSError, EOFError) as error:
            raise PublisherError(f"cannot start a worker process: {str(error).lower()}") from error
        # With our copy closed, the pipe ends when the worker does.
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _answers(self) -> Iterator[Outcome]:
        """Wait for the next answers, and end the workers that have taken too long."""
        busy = {worker.connection: worker for worker in self._workers if worker.job}
        rest = max(0.0, min(worker.deadline for worker in busy.values()) - time.monotonic())
        ready = wait(list(busy), rest)
        for worker in [one for connection, one in busy.items() if connection in ready]:
            yield from self._answer(worker)
        now = time.monotonic()
        for worker in busy.values():
            if worker.job and worker in self._workers and worker.deadline <= now:
                yield self._given_up(worker, f"it took longer than {self._limits.seconds:g} seconds and was stopped.")

    def _answer(self, worker: _Worker) -> Iterator[Outcome]:
        try:
            outcome, megabytes = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._died(worker)
            return
        worker.waiting.popleft()
        worker.deadline = time.monotonic() + self._limits.seconds
        if not worker.waiting:
            worker.job = None
            worker.done += 1
            if megabytes > self._limits.resident or worker.done >= self._limits.jobs:
                self._end(worker)
        yield outcome

    def _died(self, worker: _Worker) -> Iterator[Outcome]:
        worker.process.join(_MOMENT)
        code = worker.process.exitcode or 0
        if worker.current.path in self._retried:
            told = f"signal {-code}" if code < 0 else f"exit code {code}"
            yield self._given_up(worker, f"the worker process ended twice while making it ({told}); is memory short?")
            return
        self._retried.add(worker.current.path)
        self._put_back(worker)

    def _given_up(self, worker: _Worker, problem: str) -> Outcome:
        """End a worker and return the failure of what it was at; the rest of its job is put back."""
        failed = worker.waiting.popleft()
        self._put_back(worker)
        return Outcome(failed, None, problem)

    def _put_back(self, worker: _Worker) -> None:
        if worker.job and worker.waiting:
            self._again.append(replace(worker.job, targets=tuple(worker.waiting)))
        worker.job = None
        self._end(worker, at_once=True)

    def _end(self, worker: _Worker, *, at_once: bool = False) -> None:
        self._workers.remove(worker)
        _end(worker, at_once=at_once)

    def _close(self) -> None:
        """End all workers: at once those that are at work, as nobody waits for what they make."""
        for worker in self._workers:
            if worker.job:
                worker.process.kill()
        for worker in self._workers:
            _end(worker, at_once=worker.job is not None)
        self._workers.clear()


@contextmanager
def _without_main() -> Iterator[None]:
    """Keep a new process from importing the script that was run: it need not be made for that, and costs time."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _folder(scratch: Path) -> str:
    """Return a new folder in ``scratch``, of a name that is swept away should this process be killed."""
    try:
        return tempfile.mkdtemp(UNFINISHED, ".workers-", scratch)
    except OSError as error:
        raise PublisherError(f"cannot write into the folder `{scratch}`: {(error.strerror or '').lower()}") from error


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


def _context(formats: list[str]) -> BaseContext:
    """Return how workers are started: from a server that has the heavy libraries loaded, where there is one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    needed = {"html", "pdf" if "large-print" in formats else "", *formats}
    libraries = [library for name, loaded in _WARM.items() if name in needed for library in loaded]
    context.set_forkserver_preload(["publisher.build.making", *libraries])
    return context
