"""What workers are given to do, here or on another machine: a source to check, or files to make of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from publisher.build.order import Order
from publisher.build.record import Record
from publisher.build.work import Job, Outcome, Target
from publisher.diagnostics import Diagnostic, Severity, Span
from publisher.errors import PublisherError
from publisher.manifest import Parts

if TYPE_CHECKING:
    from publisher.build.sources import Sources

Answer_co = TypeVar("Answer_co", covariant=True)


class Task(Protocol[Answer_co]):
    """Parts that one worker does one after the other, each with an answer of its own; a value that can be sent."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of what is to be done, in that order."""
        ...

    def do(self, part: str) -> Answer_co:
        """Do one part; this runs in a worker, and what it raises is raised where the answer is awaited."""
        ...

    def failed(self, part: str, problem: str) -> Answer_co:
        """Return the answer for a part that could not be done, with a sentence that says why."""
        ...


@dataclass(frozen=True, slots=True)
class Stage:
    """What all tasks of one build have in common; a worker reads partnerships and house data once for each."""

    order: Order
    """Without its sources: each task names its own."""
    build: str
    """Tells one build from the next, between which files may change."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a source came to."""

    path: Path
    record: Record
    parts: Parts
    """What the digests of its targets stand for."""
    complete: bool = True
    """Whether all was looked at, so that the record may be kept."""


@dataclass(frozen=True, slots=True)
class Checking:
    """A source to be checked and planned."""

    stage: Stage
    path: Path
    name: str
    """The source file's name as it is shown."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The source."""
        return (self.name,)

    def do(self, _part: str) -> Looked:
        """Return the source's record; raises PublisherError for a source or a partnership that cannot be read."""
        sources = _sources(self.stage)
        record = sources.record(self.path)
        targets = [target for edition in record.editions for target in edition.targets]
        return Looked(self.path, record, sources.ingredients.behind(targets))

    def failed(self, _part: str, problem: str) -> Looked:
        """Return a record of a source that is not built, as nobody knows what is in it."""
        message = f"it could not be checked: {problem.removesuffix('.')}"
        hint = "Make the text shorter and simpler."
        found = Diagnostic("SRC007", "too-large", Severity.ERROR, message, self.name, Span(1, 1, 1, 1), hint)
        record = Record(self.name, faulty=True, findings=(found,), lines={}, editions=())
        return Looked(self.path, record, {}, complete=False)


@dataclass(frozen=True, slots=True)
class Making:
    """Files to be made of one source for one partnership."""

    stage: Stage
    path: Path
    partnership: str
    targets: tuple[Target, ...]
    """As they were planned when the source was checked."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The paths of the files."""
        return tuple(target.path for target in self.targets)

    def do(self, part: str) -> Outcome:
        """Return the file, or why it cannot be made: of what has changed since it was checked, none is."""
        from publisher.build.making import make

        planned = self._target(part)
        try:
            jobs = _jobs(self.stage, self.path, self.partnership)
        except PublisherError as error:
            return Outcome(planned, None, f"{error}.")
        job = jobs.get(part)
        if job is None or planned not in job.targets:
            return Outcome(planned, None, "what it is made from has changed since it was checked; build again.")
        outcome = make(job, planned)
        return replace(outcome, parts=_sources(self.stage).ingredients.behind([planned]))

    def failed(self, part: str, problem: str) -> Outcome:
        """Return the failure of one file."""
        return Outcome(self._target(part), None, problem)

    def _target(self, part: str) -> Target:
        return next(target for target in self.targets if target.path == part)


@lru_cache(maxsize=1)
def _sources(stage: Stage) -> Sources:
    from publisher.build.sources import Sources

    return Sources(stage.order)


@lru_cache(maxsize=1)
def _jobs(stage: Stage, path: Path, partnership: str) -> dict[str, Job]:
    """Return the jobs of one partnership's editions by the paths of their files."""
    jobs = _sources(stage).jobs(path, (partnership,))
    return {target.path: job for job in jobs for target in job.targets}
