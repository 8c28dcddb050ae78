"""The same tasks on a Dask cluster. The only user of ``distributed``; see docs/ci.md.

Workers need this program in the same version, and the project's and the program's folders at the same paths.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Self, TypeVar

from publisher.build.tasks import Task
from publisher.build.work import Limits
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from distributed import Client, Future

Answer = TypeVar("Answer")

_AHEAD = 4
"""Tasks for each thread of the cluster that are on their way, so that none waits and few are held in memory."""
_GLANCE = 0.2
"""Seconds between looks at what has come back."""


class Cluster:
    """The workers of a Dask cluster; to be used as a context."""

    def __init__(self, address: str, limits: Limits) -> None:
        """Ask for nothing yet; ``address`` is that of the scheduler."""
        self._address = address
        self._limits = limits
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Return the cluster."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the cluster to others."""
        self._open.close()

    @cached_property
    def _client(self) -> Client:
        return self._open.enter_context(_client(self._address))

    def run(self, tasks: Iterable[Task[Answer]]) -> Iterator[Answer]:
        """Yield the answer for each part, as they come.

        A task whose worker dies is given to another, as often as the scheduler's ``allowed-failures`` says. Raises
        PublisherError where the cluster cannot be reached or works with another version of the program, and what a
        part raises.
        """
        following = iter(tasks)
        first = next(following, None)
        if first is not None:
            yield from _Run(self._client, self._limits).answers(chain([first], following))


def _client(address: str) -> Client:
    if not re.search(r":\d{1,5}/?$", address):
        raise PublisherError(f"`{address}` is not an address such as tcp://10.0.0.1:8786")
    try:
        from distributed import Client
    except ImportError as error:
        raise PublisherError("`--scheduler` needs Dask; install the program with its extra `cluster`") from error
    try:
        return Client(address, timeout="5s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise PublisherError(f"there is no Dask scheduler at `{address}`") from error


def _do(task: Task[Any], version: str) -> list[Any]:
    """Do a task's parts; this runs on a worker of the cluster."""
    from publisher import __version__
    from publisher.build.worker import answer

    if version != __version__:
        told = f"a worker of the cluster has version {__version__} of the program instead of {version}"
        return [PublisherError(told)]
    return [answer(task, part) for part in task.parts]


class _Run:
    """Tasks on their way through a cluster."""

    def __init__(self, client: Client, limits: Limits) -> None:
        self._client = client
        self._limits = limits
        self._at_work: dict[Future[Any], Task[Any]] = {}
        self._since: dict[str, float] = {}

    def answers(self, tasks: Iterator[Task[Any]]) -> Iterator[Any]:
        try:
            self._send(tasks)
            while self._at_work:
                for future in self._finished():
                    yield from _answers(future, self._at_work.pop(future))
                yield from self._overdue()
                self._send(tasks)
        finally:
            self._client.cancel(list(self._at_work), force=True)

    def _send(self, tasks: Iterator[Task[Any]]) -> None:
        from publisher import __version__

        room = _AHEAD * max(1, sum(self._client.nthreads().values())) - len(self._at_work)
        for task in islice(tasks, max(0, room)):
            future = self._client.submit(_do, task, __version__, pure=False)
            self._at_work[future] = task

    def _finished(self) -> list[Future[Any]]:
        done = [future for future in self._at_work if future.done()]
        if not done:
            time.sleep(_GLANCE)
        return done

    def _overdue(self) -> Iterator[Any]:
        """Give up the tasks that have taken too long, with the workers that are at them."""
        now = time.monotonic()
        at_work = {str(key): worker for worker, keys in self._client.processing().items() for key in keys}
        self._since = {key: self._since.get(key, now) for key in at_work}
        for future, task in list(self._at_work.items()):
            seconds = self._limits.seconds * len(task.parts)
            if now - self._since.get(str(future.key), now) > seconds:
                del self._at_work[future]
                self._client.cancel([future], force=True)
                # A worker that has no nanny goes on; nobody waits for it any more.
                with suppress(ValueError):
                    self._client.restart_workers([at_work[str(future.key)]], raise_for_error=False)
                problem = f"its task took longer than {seconds:g} seconds and was stopped."
                yield from (task.failed(part, problem) for part in task.parts)


def _answers(future: Future[Any], task: Task[Any]) -> Iterator[Any]:
    if future.status != "finished":
        problem = f"the cluster could not do it: {future.exception()}"
        yield from (task.failed(part, problem) for part in task.parts)
        return
    for answer in future.result():
        if isinstance(answer, Exception):
            raise answer
        yield answer
