"""A build from sources to manifest: what ``publisher build`` does, without a terminal."""

from __future__ import annotations

import secrets
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from publisher import build, manifest
from publisher.build import Outcome, Stale, Target
from publisher.build.order import Order
from publisher.build.record import Edition, Record, Records
from publisher.build.tasks import Checking, Making, Stage, Task
from publisher.diagnostics import Diagnostic
from publisher.errors import PublisherError
from publisher.files import reason, write
from publisher.manifest import Manifest, Noted
from publisher.partnership import shown
from publisher.project import Project

Answer = TypeVar("Answer")

if TYPE_CHECKING:
    from publisher.build.sources import Sources
    from publisher.places import SourceText


class Workers(Protocol):
    """What does the tasks: processes on this machine, or a cluster."""

    def run(self, tasks: Iterable[Task[Answer]]) -> Iterator[Answer]:
        """Yield the answer for each part of each task, as they come."""
        ...


class Publication:
    """One build of some sources into one folder."""

    def __init__(self, order: Order, records: Records | None, workers: Workers) -> None:
        """Find the records of what was found before; raises PublisherError for a manifest that cannot be used."""
        self._order = order
        self._records = records
        self._workers = workers
        self._stage = Stage(_for_workers(order), secrets.token_hex(8))
        self._manifest = manifest.load(order.folder)
        self._parts: manifest.Parts = {}
        self._keys: dict[Path, str] = {}
        self._fresh: list[tuple[Path, str, Record]] = []
        self._found = dict(self._kept())
        self.work: dict[Path, list[Stale]] = {}
        """The files that have to be made of each source, each with the reason."""
        self.problems: list[Outcome] = []
        self.made = 0
        self.removed = 0

    @cached_property
    def _sources(self) -> Sources:
        from publisher.build.sources import Sources

        return Sources(self._order)

    def _kept(self) -> Iterator[tuple[Path, Record]]:
        if self._records is None:
            return
        for path in self._order.paths:
            self._keys[path], record = self._records.find(path, self._name(path))
            if record:
                yield path, record

    def _name(self, path: Path) -> str:
        return shown(path, self._order.project.root)

    @property
    def unknown(self) -> list[Path]:
        """The sources that have to be checked."""
        return [path for path in self._order.paths if path not in self._found]

    def look(self) -> Generator[str]:
        """Have the sources checked that there is no record of, and yield the name of each.

        Raises PublisherError for a source or a partnership's folder that cannot be used, and for a cluster that cannot
        be reached.
        """
        checking = [Checking(self._stage, path, self._name(path)) for path in self.unknown]
        for looked in self._workers.run(checking):
            self._found[looked.path] = looked.record
            self._parts |= looked.parts
            if looked.complete and looked.path in self._keys:
                self._fresh.append((looked.path, self._keys[looked.path], looked.record))
            yield looked.record.source

    def plan(self) -> None:
        """Say what has to be made, once all sources are looked at; raises PublisherError where names collide."""
        self._found = {path: self._found[path] for path in self._order.paths}
        self._refuse_same_names()
        self.work = {path: list(self._stale(path, record)) for path, record in self._found.items()}

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

    def _explain(self, path: Path, target: Target) -> None:
        """See to it that what a target's digests stand for is known; a record has the digests only."""
        if not set(target.made_from.parts().values()) - {target.made_from.text} <= self._parts.keys():
            for _ in self._sources.jobs(path):
                pass
            self._parts |= self._sources.ingredients.parts

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

    def execute(self) -> Generator[Outcome]:
        """Have the files made, put them in place and yield what became of each as they come.

        Raises PublisherError for a folder that cannot be written to.
        """
        for outcome in build.execute(self._workers.run(self._tasks()), self._order.folder):
            yield self._noted(outcome)

    def _tasks(self) -> Iterator[Making]:
        """Yield what is to be made of each source for each partnership."""
        for path, stale in self.work.items():
            wanted = {one.target.path for one in stale}
            targets: dict[str, list[Target]] = {}
            for edition in self._editions(self._found[path]):
                targets.setdefault(edition.partnership, []).extend(
                    target for target in edition.targets if target.path in wanted
                )
            for partnership, several in targets.items():
                if several:
                    yield Making(self._stage, path, partnership, tuple(several))

    def _noted(self, outcome: Outcome) -> Outcome:
        self._parts |= outcome.parts
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
            raise PublisherError(f"cannot write `{folder / name}`: {reason(error)}") from error

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
    def sources(self) -> tuple[str, ...]:
        """The names of the sources."""
        return tuple(record.source for record in self._found.values())

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


def _for_workers(order: Order) -> Order:
    """Return the order as workers get it: small, and with a folder that is the same wherever they run."""
    return replace(order, project=Project(order.project.root.absolute()), paths=())
