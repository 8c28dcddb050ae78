"""``publisher build``."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import click

from publisher.cli._options import (
    open_project,
    partnerships_option,
    print_findings,
    refuse_nobody,
    strict_option,
    today,
)
from publisher.cli._told import Told, exit_code
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from publisher.build import Pool, Shard
    from publisher.build.cluster import Cluster
    from publisher.build.work import Limits
    from publisher.diagnostics import Diagnostic
    from publisher.publishing import Publication

T = TypeVar("T")

FORMATS = ("html", "pdf", "docx", "txt", "pptx")
COMPANIONS = ("slides", "facilitator", "action-plan", "read-aloud", "email")
EDITIONS = {"large-print": "large-print", "text": "txt"}
"""What readers ask for, with the format that it is."""


def _shard(_context: click.Context, _option: click.Parameter, value: str | None) -> Shard | None:
    """Return the part of a build that ``2/5`` asks for."""
    from publisher.build import Shard

    if value is None:
        return None
    match = re.fullmatch(r"([1-9]\d{0,3})/([1-9]\d{0,3})", value)
    if not match or int(match[1]) > int(match[2]):
        raise click.BadParameter(f"`{value}` is not a part such as 2/5")
    return Shard(int(match[1]), int(match[2]))


@click.command()
@click.argument("briefings", nargs=-1, metavar="[SLUG|PATH]...")
@partnerships_option
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="Only this format; may be repeated."
)
@click.option(
    "--edition", "editions", multiple=True, type=click.Choice([*EDITIONS]), help="This edition too; may be repeated."
)
@click.option(
    "--companions",
    "companions",
    multiple=True,
    type=click.Choice([*COMPANIONS, "all"]),
    help="Make this too to go with each briefing in a team meeting; may be repeated.",
)
@click.option(
    "--pdf-standard",
    type=click.Choice(["ua-1", "ua-2"]),
    default="ua-1",
    show_default=True,
    help="What PDFs conform to: PDF/UA-1 with PDF/A-3a, or PDF/UA-2.",
)
@click.option("--fragment", is_flag=True, help="Also HTML without page or styles, to paste into a website.")
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=None, metavar="N", help="Processes; by default one for each core."
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True, max=86_400),
    default=120,
    show_default=True,
    metavar="SECONDS",
    help="Stop what takes longer over one file, and go on with the others.",
)
@click.option("--shard", callback=_shard, metavar="I/N", help="Make only part I of N, for N machines.")
@click.option("--scheduler", default=None, metavar="ADDRESS", help="Let the Dask cluster at ADDRESS make the files.")
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
    editions: tuple[str, ...],
    companions: tuple[str, ...],
    pdf_standard: Literal["ua-1", "ua-2"],
    jobs: int | None,
    time_limit: float,
    shard: Shard | None,
    scheduler: str | None,
    output: Path | None,
    *,
    fragment: bool,
    force: bool,
    dry_run: bool,
    strict: bool,
) -> int:
    """Make the documents for every partnership.

    HTML, PDF, DOCX and text of every briefing are written below output/.
    """
    from publisher.build import Limits, locked
    from publisher.build.order import Order
    from publisher.build.record import Records
    from publisher.publishing import Publication

    project = open_project(context)
    if not partnerships:
        refuse_nobody(project)
    usual = tuple(one.value for one in project.settings.formats) or FORMATS
    further = (*(EDITIONS[edition] for edition in editions), *(["fragment"] if fragment else []))
    wanted = tuple(dict.fromkeys((*(formats or usual), *further)))
    folder = output or project.root / "output"
    order = Order(
        project,
        partnerships,
        tuple(project.named(briefings)),
        folder,
        wanted,
        today(),
        not (briefings or partnerships or formats),
        pdf_standard,
        strict=strict,
        force=force,
        shard=shard,
        companions=COMPANIONS if "all" in companions else companions,
    )
    kept = _kept()
    records = Records(kept, project, order.options()) if kept and not force else None
    scratch = None if dry_run else folder
    with (
        nullcontext() if dry_run else locked(folder),
        _workers(jobs, scheduler, Limits(time_limit), scratch, () if dry_run else wanted) as workers,
    ):
        publication = Publication(order, records, workers)
        found = _planned(publication)
        if formats and not (shard or publication.unchanged or exit_code(found, strict=strict)):
            raise PublisherError(_nothing_as(formats))
        _report(found, publication, project.root)
        if dry_run:
            return _explain(publication, exit_code(found, strict=strict))
        publication.remember()
        return _make(publication, found, project.root, strict=strict)


def _planned(publication: Publication) -> list[Diagnostic]:
    """Have the sources checked, say what has to be made, and return the findings about the sources."""
    with closing(publication.look()) as names:
        for _ in _with_progress(names, len(publication.unknown), "Checking", str):
            pass
    publication.plan()
    return publication.source_findings()


def _nothing_as(formats: tuple[str, ...]) -> str:
    slides = "; `--companions slides` makes slides of a briefing" if "pptx" in formats else ""
    return f"there is nothing to make as {', '.join(formats)}{slides}"


def _workers(
    jobs: int | None, scheduler: str | None, limits: Limits, scratch: Path | None, formats: tuple[str, ...]
) -> Cluster | Pool:
    """Return those who do the work: a cluster's workers, or as many processes as there are cores."""
    from publisher.build import Pool

    if scheduler is not None:
        from publisher.build.cluster import Cluster

        return Cluster(scheduler, limits)
    return Pool(jobs or os.cpu_count() or 1, limits, scratch, formats)


def _make(publication: Publication, found: list[Diagnostic], root: Path, *, strict: bool) -> int:
    """Make what is to be made, tell what became of it and return the exit code."""
    from publisher.redaction import without_identifiers

    total = sum(map(len, publication.work.values()))
    try:
        with closing(publication.execute()) as outcomes:
            for outcome in _with_progress(outcomes, total, "Building", lambda one: one.target.path):
                if outcome.problem:
                    told = without_identifiers(outcome.problem)
                    click.echo(f"{outcome.target.path} could not be made:\n{told}", err=True)
        publication.prune()
    finally:
        publication.save()
    in_files = publication.file_findings()
    _report(in_files, publication, root, advice=True)
    click.echo(_summary(publication), err=True)
    code = exit_code([*found, *in_files], strict=strict)
    return max(code, 1 if publication.problems else 0)


def _kept() -> Path | None:
    """Return the folder of this person where records of checks are kept; None where there is none."""
    if sys.platform == "win32":
        usual = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        usual = "~/Library/Caches"
    else:
        usual = "~/.cache"
    folder = os.environ.get("XDG_CACHE_HOME") or usual
    try:
        return Path(folder).expanduser() / "briefing-publisher" if folder else None
    except RuntimeError:
        return None


def _report(found: list[Diagnostic], publication: Publication, root: Path, *, advice: bool = False) -> None:
    """Print the findings that ask for something; advice about a source is left to ``publisher check``."""
    asking = [one for one in found if advice or one.severity != "info"]
    if any(not one.waived for one in asking):
        told = Told(asking, publication.texts(), publication.sources).from_here(root)
        print_findings(told.diagnostics, told.texts, told.sources, to_stderr=True)


def _explain(publication: Publication, code: int) -> int:
    work = [one for stale in publication.work.values() for one in stale]
    for one in work:
        click.echo(f"{one.target.path}: {one.reason}")
    click.echo(f"{_files(len(work))} would be made", err=True)
    return code


def _summary(publication: Publication) -> str:
    """Return one sentence about the build."""
    parts = [f"{_files(publication.made)} made"]
    parts += [f"{publication.unchanged} unchanged"] if publication.unchanged else []
    parts += [f"{publication.removed} removed"] if publication.removed else []
    parts += [f"{len(publication.problems)} could not be made"] if publication.problems else []
    return f"{', '.join(parts)}, in {publication.folder}"


def _files(count: int) -> str:
    return f"{count} {'file' if count == 1 else 'files'}"


def _with_progress(items: Iterator[T], total: int, doing: str, name: Callable[[T], str]) -> Iterator[T]:
    """Yield the items, with a progress bar on a terminal and nothing elsewhere."""
    if not sys.stderr.isatty() or total < 2:
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[current]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, current="")
        for item in items:
            progress.update(task, advance=1, current=name(item))
            yield item
