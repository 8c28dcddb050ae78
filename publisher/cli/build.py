"""``publisher build``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli._options import open_project, partnerships_option, print_findings, strict_option, today
from publisher.cli.check import all_of, exit_code, texts_of

if TYPE_CHECKING:
    from publisher.brand import Brand
    from publisher.build import Job, Outcome, Stale
    from publisher.check import Checked
    from publisher.document import Document
    from publisher.manifest import Manifest
    from publisher.project import Project

FORMATS = ("html", "pdf", "docx", "txt")


@click.command()
@click.argument("briefings", nargs=-1, metavar="[SLUG|PATH]...")
@partnerships_option
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="Only this format; may be repeated."
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=None, metavar="N", help="Processes; by default one for each core."
)
@click.option("--force", is_flag=True, help="Make every file, changed or not.")
@click.option("--dry-run", is_flag=True, help="Say what would be made and why, and make nothing.")
@click.option(
    "--output", type=click.Path(path_type=Path), default=None, metavar="DIR", help="Write to DIR instead of output/."
)
@strict_option
@click.pass_context
def build(
    context: click.Context,
    briefings: tuple[str, ...],
    partnerships: tuple[str, ...],
    formats: tuple[str, ...],
    jobs: int | None,
    output: Path | None,
    *,
    force: bool,
    dry_run: bool,
    strict: bool,
) -> int:
    """Make the documents for every partnership.

    HTML, PDF, DOCX and text of every briefing are written below output/.
    """
    from publisher import build as builder
    from publisher.manifest import load

    project = open_project(context)
    folder = output or project.root / "output"
    checked = _check(project, briefings, partnerships)
    _report(checked)
    code = exit_code(all_of(checked), strict=strict)
    planned = builder.plan(_editions(project, checked, strict=strict), formats or project.settings.formats or FORMATS)
    manifest = load(folder)
    work = list(builder.stale(planned, manifest, folder, force=force))
    if dry_run:
        return _explain(work, code)
    _writable(folder)
    run = _Run(folder, manifest, whole=not (briefings or partnerships or formats))
    run.execute(work, jobs or os.cpu_count() or 1)
    run.finish(planned, checked)
    click.echo(run.summary(planned), err=True)
    return max(code, 1 if run.problems else 0)


def _check(project: Project, briefings: tuple[str, ...], partnerships: tuple[str, ...]) -> list[Checked]:
    from publisher.check import Checker, Selection

    chosen = tuple(project.partnerships(partnerships))
    checker = Checker(project, chosen, Selection.of(project.settings), today())
    return [checker.check(path) for path in project.named(briefings)]


def _report(checked: list[Checked]) -> None:
    """Print the findings that ask for something; advice is left to ``publisher check``."""
    found = [one for one in all_of(checked) if one.severity != "info"]
    if any(not one.waived for one in found):
        print_findings(found, texts_of(checked), len(checked), to_stderr=True)


def _editions(project: Project, checked: Iterable[Checked], *, strict: bool) -> Iterator[tuple[Document, Brand, str]]:
    from publisher.compose import compose

    for result in checked:
        for edition in result.editions:
            if not result.blocked(edition.partnership.identifier, strict=strict):
                yield compose(edition, project.house), edition.partnership.brand, result.source.name


def _explain(work: list[Stale], code: int) -> int:
    for one in work:
        click.echo(f"{one.target.path}: {one.reason}")
    click.echo(f"{_files(len(work))} would be made", err=True)
    return code


def _writable(folder: Path) -> None:
    from publisher.errors import PublisherError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublisherError(f"cannot make the folder `{folder}`: {(error.strerror or '').lower()}") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PublisherError(f"cannot write into the folder `{folder}`")


@dataclass
class _Run:
    """One build: what was made, what was not, and the manifest that goes with it."""

    folder: Path
    manifest: Manifest
    whole: bool
    """Whether everything is built, so that what is no longer planned can go."""
    made: int = 0
    removed: int = 0
    problems: list[Outcome] = field(default_factory=list)

    def execute(self, work: list[Stale], workers: int) -> None:
        from publisher import build as builder

        for outcome in _with_progress(builder.execute(work, self.folder, workers), len(work)):
            if outcome.entry:
                self.manifest.entries[outcome.target.path] = outcome.entry
                self.made += 1
            else:
                self.problems.append(outcome)
                click.echo(f"{outcome.target.path} could not be made:\n{outcome.problem}", err=True)

    def finish(self, planned: list[Job], checked: list[Checked]) -> None:
        """Take out what no source stands behind any more, and write the manifest."""
        from publisher.files import write
        from publisher.manifest import NAME

        if self.whole:
            self._prune(planned, checked)
        write(self.folder / NAME, self.manifest.text())

    def _prune(self, planned: list[Job], checked: list[Checked]) -> None:
        kept = {target.path for job in planned for target in job.targets}
        # A briefing with errors keeps its last good files; a withdrawn or deleted one does not.
        faulty = {result.source.name for result in checked if result.is_faulty}
        for name, entry in list(self.manifest.entries.items()):
            if name not in kept and entry.source not in faulty:
                (self.folder / name).unlink(missing_ok=True)
                del self.manifest.entries[name]
                self.removed += 1

    def summary(self, planned: list[Job]) -> str:
        """Return one sentence about the build."""
        targets = sum(len(job.targets) for job in planned)
        unchanged = targets - self.made - len(self.problems)
        parts = [f"{_files(self.made)} made"]
        parts += [f"{unchanged} unchanged"] if unchanged else []
        parts += [f"{self.removed} removed"] if self.removed else []
        parts += [f"{len(self.problems)} could not be made"] if self.problems else []
        return f"{', '.join(parts)}, in {self.folder}"


def _files(count: int) -> str:
    return f"{count} {'file' if count == 1 else 'files'}"


def _with_progress(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """Yield the outcomes, with a progress bar on a terminal and nothing elsewhere."""
    if not sys.stderr.isatty() or total < 2:
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Building"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[current]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, current="")
        for outcome in outcomes:
            progress.update(task, advance=1, current=outcome.target.path)
            yield outcome
