"""The same jobs on a Dask cluster. The only user of ``distributed``; see docs/ci.md.

Workers need this program in the same version, and the project's and the program's folders at the same paths.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from publisher.build.work import Job, Limits, Outcome
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 4
"""Jobs for each thread of the cluster that are on their way, so that none waits and few are held in memory."""
_GLANCE = 0.2
"""Seconds between looks at what has come back."""


def run(address: str, jobs: Iterable[Job], limits: Limits) -> Iterator[Outcome]:
    """Yield what becomes of each target, made by the workers of the cluster whose scheduler is at ``address``.

    A job whose worker dies is given to another, as often as the scheduler's ``allowed-failures`` says.
    Raises PublisherError where the cluster cannot be reached or works with another version of the program.
    """
    with _client(address) as client:
        yield from _Run(client, limits).outcomes(iter(jobs))


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise PublisherError("`--scheduler` needs Dask; install the program with its extra `cluster`") from error
    try:
        return Client(address, timeout="5s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise PublisherError(f"there is no Dask scheduler at `{address}`") from error


def _make(job: Job, version: str) -> list[Outcome]:
    """Make a job's targets; this runs on a worker of the cluster."""
    from publisher import __version__
    from publisher.build.making import make

    if version != __version__:
        problem = f"a worker of the cluster has version {__version__} of the program instead of {version}."
        return [Outcome(target, None, problem) for target in job.targets]
    return [make(job, target) for target in job.targets]


class _Run:
    """Jobs on their way through a cluster."""

    def __init__(self, client: Client, limits: Limits) -> None:
        self._client = client
        self._limits = limits
        self._at_work: dict[Future[Any], Job] = {}
        self._since: dict[str, float] = {}

    def outcomes(self, jobs: Iterator[Job]) -> Iterator[Outcome]:
        try:
            self._send(jobs)
            while self._at_work:
                for future in self._finished():
                    yield from _outcomes(future, self._at_work.pop(future))
                yield from self._overdue()
                self._send(jobs)
        finally:
            self._client.cancel(list(self._at_work), force=True)

    def _send(self, jobs: Iterator[Job]) -> None:
        from publisher import __version__

        room = _AHEAD * max(1, sum(self._client.nthreads().values())) - len(self._at_work)
        for job in islice(jobs, max(0, room)):
            future = self._client.submit(_make, job, __version__, pure=False)
            self._at_work[future] = job

    def _finished(self) -> list[Future[Any]]:
        done = [future for future in self._at_work if future.done()]
        if not done:
            time.sleep(_GLANCE)
        return done

    def _overdue(self) -> Iterator[Outcome]:
        """Give up the jobs that have taken too long, with the workers that are at them."""
        now = time.monotonic()
        at_work = {str(key): worker for worker, keys in self._client.processing().items() for key in keys}
        self._since = {key: self._since.get(key, now) for key in at_work}
        for future, job in list(self._at_work.items()):
            seconds = self._limits.seconds * len(job.targets)
            if now - self._since.get(str(future.key), now) > seconds:
                del self._at_work[future]
                self._client.cancel([future], force=True)
                self._client.restart_workers([at_work[str(future.key)]], raise_for_error=False)
                problem = f"its job took longer than {seconds:g} seconds and was stopped."
                yield from (Outcome(target, None, problem) for target in job.targets)


def _outcomes(future: Future[Any], job: Job) -> list[Outcome]:
    if future.status == "finished":
        made: list[Outcome] = future.result()
        return made
    problem = f"the cluster could not do it: {future.exception()}"
    return [Outcome(target, None, problem) for target in job.targets]
