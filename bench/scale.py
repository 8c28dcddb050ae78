"""What planning and remembering cost for all of England: 300 briefings, 134 partnerships, 5 formats: 201,000 files.

``.venv/bin/python bench/scale.py [BRIEFINGS PARTNERSHIPS]`` plans real documents, writes and reads the manifest and
the records, and runs a build that finds nothing to do. Rendering is left out: each file is a hard link to one of a
sample's, so that reading and hashing them is as much work as it would be.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import corpus
from measure import KILOBYTE

from publisher import __version__, manifest
from publisher.build import Job, Limits, Pool
from publisher.build.ingredients import Ingredients
from publisher.build.making import make
from publisher.build.order import Order
from publisher.build.planning import plan
from publisher.build.record import Edition, Record, Records
from publisher.build.sources import Sources
from publisher.manifest import Entry, Manifest
from publisher.project import Project
from publisher.publishing import Publication

FORMATS = ("html", "pdf", "docx", "txt", "large-print")
_LINKS = 30_000
"""Names of one file; a file system allows some 65,000."""
T = TypeVar("T")


def timed(what: str, work: Callable[[], T]) -> T:
    """Do the work and print what it took: CPU, and the most memory that the process has had by then."""
    before = time.process_time()
    result = work()
    seconds = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 2**20
    print(f"{what:62} {seconds:8.2f} s CPU {peak:7.0f} MB", flush=True)
    return result


class Country:
    """A project of that size, and its output folder."""

    def __init__(self, root: Path, briefings: int, partnerships: int) -> None:
        """Write the project, and make the files of one sample."""
        corpus.make(root, briefings, partnerships, FORMATS)
        self.project = Project(root)
        self.output = root / "output"
        self.order = Order(
            self.project,
            (),
            tuple(self.project.sources()),
            self.output,
            FORMATS,
            datetime.date(2026, 11, 21),
            whole=True,
        )
        self.brands = [one.brand for one in self.project.partnerships()]
        first = Order(
            self.project, (self.brands[0].identifier,), self.order.paths[:8], self.output, FORMATS, self.order.today
        )
        sources = Sources(first)
        self.samples = [job for path in first.paths for job in sources.jobs(path)]
        self.made = {target.format: make(self.samples[0], target).data for target in self.samples[0].targets}

    def planned(self) -> dict[Path, list[Job]]:
        """Return the jobs of each source: the samples' documents, each with a title of its own, for each brand."""
        ingredients = Ingredients()
        return {
            path: [plan(job, FORMATS, ingredients) for job in self._jobs(number, path)]
            for number, path in enumerate(self.order.paths)
        }

    def _jobs(self, number: int, path: Path) -> Iterator[Job]:
        sample = self.samples[number % len(self.samples)]
        for brand in self.brands:
            document = replace(sample.document, title=f"{sample.document.title} ({number})", identifier=path.stem)
            yield replace(
                sample, document=document, brand=replace(sample.brand, identifier=brand.identifier), source=_name(path)
            )

    def entries(self, planned: dict[Path, list[Job]]) -> Manifest:
        """Return the manifest of a build that has made everything."""
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in self.made.items()}
        found = [
            Entry(
                target.path,
                job.source,
                job.brand.identifier,
                job.document.form.value,
                target.format,
                digests[target.format],
                len(self.made[target.format]),
                None,
                500,
                ("source", "ACC001", "ACC002", "ACC003", "ACC008", "PRV018"),
                (),
                target.made_from,
                __version__,
            )
            for jobs in planned.values()
            for job in jobs
            for target in job.targets
        ]
        return Manifest({entry.file: entry for entry in found}, {})

    def place(self, written: Manifest) -> None:
        """Put a file in place for each entry, and the manifest."""
        for brand in self.brands:
            (self.output / brand.identifier).mkdir(parents=True)
        for number, entry in enumerate(written.entries.values()):
            pattern = self.output.parent / f"{entry.format}-{number // _LINKS}"
            if not pattern.exists():
                pattern.write_bytes(self.made[entry.format])
            os.link(pattern, self.output / entry.file)


def _name(path: Path) -> str:
    return f"briefings/{path.name}"


def records_of(planned: dict[Path, list[Job]]) -> list[tuple[Path, Record]]:
    """Return what is remembered of each source."""
    return [
        (path, Record(_name(path), faulty=False, findings=(), lines={}, editions=tuple(map(_edition, jobs))))
        for path, jobs in planned.items()
    ]


def _edition(job: Job) -> Edition:
    return Edition(job.brand.identifier, job.document.identifier, job.document.stem, job.targets)


def keep(country: Country, folder: Path, found: list[tuple[Path, Record]]) -> Records:
    """Write the records and return them as a build opens them."""
    records = Records(folder, country.project, country.order.options())
    records.keep([(path, records.find(path, one.source)[0], one) for path, one in found])
    return records


def measure(country: Country, folder: Path) -> None:
    planned = timed("plan", country.planned)
    written = country.entries(planned)
    text = timed("manifest: to JSON", written.text)
    print(f"{'manifest: size':62} {len(text) / 2**20:8.1f} MB")
    country.place(written)
    (country.output / manifest.NAME).write_bytes(text)
    timed("manifest: read", lambda: manifest.load(country.output))
    found = records_of(planned)
    timed("records: written", lambda: keep(country, folder, found))
    print(f"{'records: size':62} {sum(path.stat().st_size for path in folder.iterdir()) / 2**20:8.1f} MB")
    sizes = sum(len(data) for data in country.made.values()) * len(planned) * len(country.brands)
    print(f"{'output: size, if these were files of their own':62} {sizes / 2**30:8.1f} GB")


def nothing_changed(country: Country, folder: Path) -> None:
    def build() -> Publication:
        with Pool(1, Limits(), None) as workers:
            records = Records(folder, country.project, country.order.options())
            publication = Publication(country.order, records, workers)
            for name in publication.look():
                raise AssertionError(f"there is no record of {name}")
            publication.plan()
            return publication

    publication = timed("a build that finds nothing to do", build)
    stale: Any = sum(map(len, publication.work.values()))
    print(f"{'  of which it would make':62} {stale:8} files")


def main() -> None:
    briefings, partnerships = map(int, sys.argv[1:3] or (300, 134))
    print(f"{briefings} briefings, {partnerships} partnerships, {len(FORMATS)} formats")
    with tempfile.TemporaryDirectory() as name:
        country, folder = Country(Path(name) / "project", briefings, partnerships), Path(name) / "records"
        first, *_, one = country.order.paths
        sources = timed("partnerships loaded", lambda: Sources(country.order))
        timed("the first briefing checked and planned, and all brands read", lambda: sources.record(first))
        timed("the next briefing checked and planned for all partnerships", lambda: sources.record(one))
        if child := os.fork():
            # In a process of its own, as the parent of the next is to start small.
            os.waitpid(child, 0)
        else:
            measure(country, folder)
            os._exit(0)
        nothing_changed(country, folder)


if __name__ == "__main__":
    main()
