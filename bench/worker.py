"""A warm worker: makes the files of every briefing of a project in one process, as a build's workers do.

``python bench/worker.py FOLDER FORMATS ROUNDS`` prints as JSON the CPU seconds that a briefing takes, each at its least
of so many rounds after one that is not counted, and the megabytes of memory after that round and after the last.
Reading and checking the sources is not in it; rendering, mending the tags, checking the files and writing them is.
"""

from __future__ import annotations

import datetime
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from measure import KILOBYTE

from publisher.build import Job, Target
from publisher.build.making import make
from publisher.check import Checker
from publisher.compose import compose
from publisher.files import write
from publisher.manifest import MadeFrom
from publisher.project import Project
from publisher.renderers import RENDERERS
from publisher.selection import Selection

_ANYTHING = MadeFrom("", "", "", "")
TODAY = datetime.date(2026, 11, 21)


def jobs(root: Path, formats: tuple[str, ...]) -> Iterator[Job]:
    """Yield what there is to make of a project's briefings for its first partnership."""
    project = Project(root)
    checker = Checker(project, tuple(project.partnerships())[:1], Selection(), TODAY)
    for path in project.sources():
        for edition in checker.check(path).editions:
            brand = edition.partnership.brand
            for document in compose(edition, project.house):
                names = {name: f"{document.stem}{RENDERERS[name].SUFFIX}" for name in formats}
                targets = tuple(Target(name, file, _ANYTHING) for name, file in names.items())
                yield Job(document, brand, path.name, project.settings.page_budget, targets=targets)


def seconds(job: Job, output: Path) -> float:
    """Make a job's files; returns the CPU seconds that it took."""
    before = time.process_time()
    outcomes = [make(job, target) for target in job.targets]
    for outcome in outcomes:
        write(output / outcome.target.path, outcome.data)
    taken = time.process_time() - before
    for outcome in outcomes:
        if outcome.entry is None:
            sys.exit(f"{outcome.target.path} could not be made: {outcome.problem or outcome.findings}")
    return taken


def memory() -> float:
    """Return the most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 2**20


def main() -> None:
    formats, rounds = tuple(sys.argv[2].split(",")), int(sys.argv[3])
    work = list(jobs(Path(sys.argv[1]), formats))
    with tempfile.TemporaryDirectory() as name:
        output = Path(name)
        for job in work:
            seconds(job, output)
        first = memory()
        least = [min(seconds(job, output) for _ in range(rounds)) for job in work]
    print(json.dumps({"cpu": sum(least) / len(least), "first": first, "peak": memory()}))


if __name__ == "__main__":
    main()
