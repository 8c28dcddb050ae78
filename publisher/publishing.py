"""A build from sources to manifest: what ``publisher build`` does, without a terminal."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from publisher import build, manifest
from publisher.build import Job, Limits, Outcome, Stale, Target
from publisher.build.order import Order
from publisher.build.record import Edition, Record, Records
from publisher.diagnostics import Diagnostic
from publisher.errors import PublisherError
from publisher.files import write
from publisher.manifest import Manifest, Noted
from publisher.partnership import shown

if TYPE_CHECKING:
    from publisher.build.sources import Sources
    from publisher.places import SourceText


class Publication:
    """One build of some sources into one folder."""

    def __init__(self, order: Order, records: Records | None) -> None:
        """Check the sources, or find the records of what was found before, and plan.

        Raises PublisherError for a source, a partnership's folder or a manifest that cannot be used.
        """
        self._order = order
        self._records = records
        self._manifest = manifest.load(order.folder)
        self._found: dict[Path, Record] = {}
        self._fresh: list[tuple[Path, str, Record]] = []
        for path in order.paths:
            self._found[path] = self._record(path)
        self._refuse_same_names()
        self.work = {path: list(self._stale(path, record)) for path, record in self._found.items()}
        """The files that have to be made of each source, each with the reason."""
        self.problems: list[Outcome] = []
        self.made = 0
        self.removed = 0

    @cached_property
    def _sources(self) -> Sources:
        from publisher.build.sources import Sources

        return Sources(self._order)

    def _record(self, path: Path) -> Record:
        if self._records is None:
            return self._sources.record(path)
        key, record = self._records.find(path, shown(path, self._order.project.root))
        if record is None:
            record = self._sources.record(path)
            self._fresh.append((path, key, record))
        return record

    def _refuse_same_names(self) -> None:
        """Raise PublisherError where files of two sources would have the same name."""
        root = self._order.project.root
        makers: dict[str, str] = {}
        if not self._order.whole:
            made = {name: entry.source for name, entry in self._manifest.entries.items()}
            makers = {name: source for name, source in made.items() if (root / source).is_file()}
        for record in self._found.values():
            for target in (target for edition in record.editions for target in edition.targets):
                other = makers.setdefault(target.path, record.source)
                if other != record.source:
                    sources = f"`{other}` and `{record.source}`"
                    raise PublisherError(f"{sources} would both be written to `{target.path}`; rename one of them")

    def _editions(self, record: Record) -> Iterator[Edition]:
        shard = self._order.shard
        return (edition for edition in record.editions if shard is None or shard.has(edition.name))

    def _stale(self, path: Path, record: Record) -> Iterator[Stale]:
        for edition in self._editions(record):
            for target in edition.targets:
                entry = self._manifest.entries.get(target.path)
                if entry and entry.made_from != target.made_from:
                    self._explain(path, target)
                reason = build.reason(target, self._manifest, self._parts, self._order.folder, force=self._order.force)
                if reason:
                    yield Stale(target, reason)

    @property
    def _parts(self) -> manifest.Parts:
        return self._sources.ingredients.parts if "_sources" in self.__dict__ else {}

    def _explain(self, path: Path, target: Target) -> None:
        """See to it that what a target's digests stand for is known; a record has the digests only."""
        if not set(target.made_from.parts().values()) - {target.made_from.text} <= self._parts.keys():
            for _ in self._sources.jobs(path):
                pass

    def remember(self) -> None:
        """Keep the records of what has been checked anew."""
        if self._records and self._fresh:
            self._records.keep(self._fresh)

    def source_findings(self) -> list[Diagnostic]:
        """Return the errors and warnings about the sources, those about a partnership once."""
        return list(dict.fromkeys(one for record in self._found.values() for one in record.findings))

    def texts(self) -> dict[str, SourceText]:
        """Return the lines that the findings about the sources point at, as texts."""
        return {name: text for record in self._found.values() for name, text in record.texts().items()}

    def execute(self, workers: int, scheduler: str, limits: Limits) -> Generator[Outcome]:
        """Make the files, by that many processes or by a cluster, and yield what became of each as they come.

        Raises PublisherError for a cluster that cannot be reached and for a folder that cannot be written to.
        """
        if not any(self.work.values()):
            return
        moved: list[Outcome] = []
        with closing(self._run(self._jobs(moved), workers, scheduler, limits)) as running:
            for outcome in build.execute(running, self._order.folder):
                yield self._noted(outcome)
        yield from map(self._noted, moved)

    def _run(self, jobs: Iterable[Job], workers: int, scheduler: str, limits: Limits) -> Generator[Outcome]:
        if scheduler:
            from publisher.build import cluster

            yield from cluster.run(scheduler, jobs, limits)
        else:
            number = sum(bool(stale) for stale in self.work.values())
            most = workers if number > 1 or any(len(stale) > 1 for stale in self.work.values()) else 1
            yield from build.Pool(most, limits, self._order.folder).run(jobs)

    def _jobs(self, moved: list[Outcome]) -> Iterator[Job]:
        """Yield the jobs with what has to be made of each; what is not as it was checked is added to ``moved``."""
        for path, stale in self.work.items():
            wanted = {one.target.path: one.target for one in stale}
            for job in self._sources.jobs(path) if wanted else ():
                found = [target for target in job.targets if target.path in wanted]
                same = tuple(target for target in found if target == wanted.pop(target.path))
                yield replace(job, targets=same)
                moved += [_moved(target) for target in found if target not in same]
            moved += map(_moved, wanted.values())

    def _noted(self, outcome: Outcome) -> Outcome:
        if outcome.entry:
            self._manifest.entries[outcome.target.path] = outcome.entry
            self.made += 1
        else:
            self.problems.append(outcome)
        return outcome

    def prune(self) -> None:
        """Where the whole project was built, remove the files that no source stands behind any more."""
        if not self._order.whole or self._order.shard:
            return
        kept = {target.path for record in self._found.values() for one in record.editions for target in one.targets}
        # A briefing with errors keeps its last good files; a withdrawn or deleted one does not.
        faulty = {record.source for record in self._found.values() if record.faulty}
        for name, entry in list(self._manifest.entries.items()):
            if name not in kept and entry.source not in faulty:
                self._remove(name)
                del self._manifest.entries[name]
                self.removed += 1

    def _remove(self, name: str) -> None:
        """Remove a file of the output; one that a link leads out of the folder to stays."""
        folder = self._order.folder
        with suppress(OSError):
            if (folder / name).parent.resolve().is_relative_to(folder.resolve()):
                (folder / name).unlink()

    def save(self) -> None:
        """Write the manifest, so that what has been made is known however the build ends."""
        folder = self._order.folder
        merged = manifest.shards(folder)
        name = self._order.shard.manifest if self._order.shard else manifest.NAME
        if not (self.made or self.removed or merged) and (folder / name).is_file():
            return
        try:
            write(folder / name, self._written().text())
            for path in () if self._order.shard else merged:
                path.unlink()
        except OSError as error:
            raise PublisherError(f"cannot write `{folder / name}`: {(error.strerror or '').lower()}") from error

    def _written(self) -> Manifest:
        """Return what is written: all that is known, or the shard's part of it."""
        entries = self._manifest.entries
        if self._order.shard:
            own = {
                target.path
                for one in self._found.values()
                for edition in self._editions(one)
                for target in edition.targets
            }
            entries = {name: entry for name, entry in entries.items() if name in own}
        return Manifest(entries, self._manifest.parts | self._parts)

    @property
    def folder(self) -> Path:
        """The output folder."""
        return self._order.folder

    @property
    def sources(self) -> int:
        """How many sources there are."""
        return len(self._found)

    @property
    def unchanged(self) -> int:
        """How many files did not have to be made."""
        targets = (len(one.targets) for record in self._found.values() for one in self._editions(record))
        return sum(targets) - self.made - len(self.problems)

    def file_findings(self) -> list[Diagnostic]:
        """Return what the checks found in the files, those made now and those that were left as they are."""
        faulty = {one.target.path: one.findings for one in self.problems}
        found: list[Diagnostic] = []
        for path, record in self._found.items():
            noted: dict[tuple[str, str], list[Noted]] = {}
            for edition in self._editions(record):
                found += edition.findings
                for target in edition.targets:
                    entry = self._manifest.entries.get(target.path)
                    told = faulty.get(target.path, entry.findings if entry else ())
                    if told:
                        noted.setdefault((edition.partnership, edition.slug), []).extend(told)
            if noted:
                found += self._sources.about_files(path, noted)
        return found


def _moved(target: Target) -> Outcome:
    return Outcome(target, None, "what it is made from has changed since it was checked; build again.")
