"""A build from sources to manifest: what ``publisher build`` does, without a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from publisher import build, manifest
from publisher.build import Job, Outcome, Stale
from publisher.check import Checked, Checker
from publisher.compose import compose
from publisher.conformance import CHECKS, EDITION_CHECKS, Check, EditionCheck
from publisher.diagnostics import Diagnostic, Severity
from publisher.edition import Edition
from publisher.errors import PublisherError
from publisher.files import write
from publisher.manifest import Manifest, Noted
from publisher.model import Briefing


@dataclass
class Publication:
    """One build of some sources into one folder."""

    checker: Checker
    checked: list[Checked]
    folder: Path
    formats: tuple[str, ...]
    whole: bool
    """Whether everything that the project asks for is built, so that what is no longer asked for can go."""
    pdf_standard: Literal["ua-1", "ua-2"]
    strict: bool
    """Whether a warning keeps a document from being published."""
    manifest: Manifest = field(default_factory=Manifest)
    jobs: list[Job] = field(default_factory=list)
    problems: list[Outcome] = field(default_factory=list)
    made: int = 0
    removed: int = 0

    def plan(self, *, force: bool) -> list[Stale]:
        """Return the files that have to be made, each with the reason."""
        self.manifest = manifest.load(self.folder)
        self.jobs = build.plan(self._jobs(), self.formats)
        return list(build.stale(self.jobs, self.manifest, self.folder, force=force))

    def _jobs(self) -> Iterator[Job]:
        project = self.checker.project
        for result in self.checked:
            for edition in result.editions:
                if result.blocked(edition.partnership.identifier, strict=self.strict):
                    continue
                brand = replace(edition.partnership.brand, pdf_standard=self.pdf_standard)
                if isinstance(edition.work, Briefing) and edition.work.layout:
                    brand = replace(brand, layout=edition.work.layout.value)
                allowed = self._allowed(edition)
                for document in compose(edition, project.house):
                    yield Job(document, brand, result.source.name, project.settings.page_budget, allowed)

    def _allowed(self, edition: Edition) -> frozenset[str]:
        """Return the codes of the checks of files that do not keep this edition from being published."""
        selection = self.checker.selection
        blocking = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        waived = {waiver.rule for waiver in edition.work.waivers}
        return frozenset(
            check.CODE
            for check in CHECKS
            if check.CODE in waived
            or not selection.includes(check.CODE)
            or selection.severity(check.CODE, check.SEVERITY) not in blocking
        )

    def execute(self, work: list[Stale], workers: int) -> Iterator[Outcome]:
        """Make the files and yield what became of each, as they come; raises PublisherError for an unusable folder."""
        _prepare(self.folder)
        for outcome in build.execute(work, self.folder, workers):
            if outcome.entry:
                self.manifest.entries[outcome.target.path] = outcome.entry
                self.made += 1
            else:
                self.problems.append(outcome)
            yield outcome

    def finish(self) -> None:
        """Write the manifest; where the whole project was built, first remove what no source stands behind."""
        if self.whole:
            self._prune()
        write(self.folder / manifest.NAME, self.manifest.text())

    def _prune(self) -> None:
        kept = {target.path for job in self.jobs for target in job.targets}
        # A briefing with errors keeps its last good files; a withdrawn or deleted one does not.
        faulty = {result.source.name for result in self.checked if result.is_faulty}
        for name, entry in list(self.manifest.entries.items()):
            if name not in kept and entry.source not in faulty:
                (self.folder / name).unlink(missing_ok=True)
                del self.manifest.entries[name]
                self.removed += 1

    @property
    def unchanged(self) -> int:
        """How many files did not have to be made."""
        return sum(len(job.targets) for job in self.jobs) - self.made - len(self.problems)

    def findings(self) -> list[Diagnostic]:
        """Return what the checks found in the files, those made now and those that were left as they are."""
        editions = {
            (edition.partnership.identifier, edition.slug): edition
            for result in self.checked
            for edition in result.editions
        }
        faulty = {one.target.path: one.findings for one in self.problems}
        found: list[Diagnostic] = []
        for job in self.jobs:
            edition = editions[job.brand.identifier, job.document.identifier]
            for target in job.targets:
                entry = self.manifest.entries.get(target.path)
                noted = faulty.get(target.path, entry.findings if entry else ())
                found += [self._diagnostic(one, edition) for one in noted]
            if self.whole:
                found += self._about_formats(job, edition)
        return found

    def _about_formats(self, job: Job, edition: Edition) -> list[Diagnostic]:
        formats = frozenset(target.format for target in job.targets)
        return [
            self._diagnostic(Noted(check.CODE, one.path, one.message, one.hint), edition)
            for check in EDITION_CHECKS
            if self.checker.selection.includes(check.CODE)
            for one in check.check(formats)
        ]

    def _diagnostic(self, noted: Noted, edition: Edition) -> Diagnostic:
        checks: tuple[Check | EditionCheck, ...] = (*CHECKS, *EDITION_CHECKS)
        check = next(one for one in checks if noted.code == one.CODE)
        place = edition.source.place(noted.path)
        return Diagnostic(
            noted.code,
            check.NAME,
            self.checker.selection.severity(noted.code, check.SEVERITY),
            noted.message,
            place.text.name,
            place.span(),
            noted.hint,
            noted.path,
            edition.partnership.identifier,
            waived=any(waiver.rule == noted.code for waiver in edition.work.waivers),
        )


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write(folder / ".writable", b"")
        (folder / ".writable").unlink()
    except OSError as error:
        raise PublisherError(f"cannot write into the folder `{folder}`: {(error.strerror or '').lower()}") from error
