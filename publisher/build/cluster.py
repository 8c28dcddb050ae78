"""The same tasks on a Dask cluster. The only user of ``distributed``; see docs/ci.md.

Workers need this program in the same version, and the project's and the program's folders at the same paths.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import cached_property
from itertools import chain, islice
from queue import SimpleQueue
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
_TOPIC = "publisher-begun"
"""Under this, workers tell what they begin, of each task its key and their address."""


class Cluster:
    """The workers of a Dask cluster; to be used as a context."""

    def __init__(self, address: str, limits: Limits) -> None:
        """Ask for nothing yet; ``address`` is that of the scheduler."""
        self._address = address
        self._limits = limits
        self._open = ExitStack()
        self._lost: set[str] = set()

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
            yield from _Run(self._client, self._limits, self._lost).answers(chain([first], following))


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
    """Tell that a task is begun and do its parts; this runs on a worker of the cluster."""
    from distributed import get_worker

    from publisher import __version__
    from publisher.build.worker import answer

    here = get_worker()
    here.log_event(_TOPIC, (here.get_current_task(), here.address))
    if version != __version__:
        told = f"a worker of the cluster has version {__version__} of the program instead of {version}"
        return [PublisherError(told)]
    return [answer(task, part) for part in task.parts]


class _Run:
    """Tasks on their way through a cluster."""

    def __init__(self, client: Client, limits: Limits, lost: set[str]) -> None:
        self._client = client
        self._limits = limits
        self._lost = lost
        """Workers that could not be stopped, in this run or one before."""
        self._at_work: dict[Future[Any], Task[Any]] = {}
        self._told: SimpleQueue[tuple[str, str, float]] = SimpleQueue()
        self._begun: dict[str, tuple[str, float]] = {}
        """Where each task was begun, and when; what waits in the queue of a worker is not begun."""
        self._disturbed: set[str] = set()
        """Tasks that may have been at a worker that was stopped for another; if that ends them, they are sent anew."""
        client.subscribe_topic(_TOPIC, self._hear)

    def _hear(self, event: tuple[float, tuple[str, str]]) -> None:
        """Keep what a worker tells, of the tasks of other builds too; this runs in a thread of the client's."""
        self._told.put((*event[1], time.monotonic()))

    def answers(self, tasks: Iterator[Task[Any]]) -> Iterator[Any]:
        try:
            self._send(tasks)
            while self._at_work:
                for future in self._finished():
                    task = self._at_work.pop(future)
                    if future.status == "error" and future.key in self._disturbed:
                        self._submit(task)
                    else:
                        yield from _answers(future, task)
                yield from self._overdue()
                self._send(tasks)
        finally:
            self._client.cancel(list(self._at_work), force=True)

    def _send(self, tasks: Iterator[Task[Any]]) -> None:
        room = _AHEAD * max(1, sum(self._client.nthreads().values())) - len(self._at_work)
        for task in islice(tasks, max(0, room)):
            self._submit(task)

    def _submit(self, task: Task[Any]) -> None:
        from publisher import __version__

        future = self._client.submit(_do, task, __version__, pure=False)
        self._at_work[future] = task

    def _finished(self) -> list[Future[Any]]:
        done = [future for future in self._at_work if future.done()]
        if not done:
            time.sleep(_GLANCE)
        return done

    def _overdue(self) -> Iterator[Any]:
        """Give up the tasks that have taken too long since they were begun, with the workers that are at them."""
        now = time.monotonic()
        self._note_begun(now)
        late = [future for future in self._at_work if now - self._since(future, now) > self._allowed(future)]
        places = self._places() if late else {}
        for future in late:
            worker, _ = self._begun.pop(future.key)
            # One that has ended meanwhile is no failure, and one whose worker has died waits to be begun again.
            if places.get(future.key) == worker:
                problem = f"its task took longer than {self._allowed(future):g} seconds and was stopped."
                task = self._at_work.pop(future)
                self._stop(future, worker)
                self._disturbed |= {waiting.key for waiting in self._at_work}
                yield from (task.failed(part, problem) for part in task.parts)

    def _allowed(self, future: Future[Any]) -> float:
        return self._limits.seconds * len(self._at_work[future].parts)

    def _since(self, future: Future[Any], now: float) -> float:
        return self._begun[future.key][1] if future.key in self._begun else now

    def _note_begun(self, now: float) -> None:
        keys = {future.key for future in self._at_work}
        while not self._told.empty():
            key, worker, when = self._told.get()
            self._begun[key] = (worker, when)
        self._begun = {key: begun for key, begun in self._begun.items() if key in keys}
        # What waits at a worker that goes on for ever would do so too.
        for key, worker in self._places().items() if self._lost else ():
            if worker in self._lost and key in keys:
                self._begun.setdefault(key, (worker, now))

    def _places(self) -> dict[str, str]:
        """Return the worker of each task that is begun or waits at one."""
        return {str(key): worker for worker, keys in self._client.processing().items() for key in keys}

    def _stop(self, future: Future[Any], worker: str) -> None:
        self._client.cancel([future], force=True)
        try:
            self._client.restart_workers([worker], raise_for_error=False)
        except ValueError:
            # A worker that has no nanny goes on; nobody waits for it any more.
            self._lost.add(worker)
        except KeyError:
            # It has ended by itself, or was stopped for another task.
            return


def _answers(future: Future[Any], task: Task[Any]) -> Iterator[Any]:
    if future.status != "finished":
        problem = f"the cluster could not do it: {future.exception()}"
        yield from (task.failed(part, problem) for part in task.parts)
        return
    for answer in future.result():
        if isinstance(answer, Exception):
            raise answer
        yield answer
