"""``publisher build``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from publisher.cli._options import open_project, partnerships_option, print_findings, strict_option, today
from publisher.cli.check import all_of, exit_code, texts_of

if TYPE_CHECKING:
    from publisher.build import Outcome, Stale
    from publisher.check import Checked
    from publisher.diagnostics import Diagnostic
    from publisher.publishing import Publication

FORMATS = ("html", "pdf", "docx", "txt")
EDITIONS = {"large-print": "large-print", "text": "txt"}
"""What readers ask for, with the format that it is."""


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
    pdf_standard: Literal["ua-1", "ua-2"],
    jobs: int | None,
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
    from publisher.check import Checker, Selection
    from publisher.publishing import Publication
    from publisher.redaction import without_identifiers

    project = open_project(context)
    chosen = tuple(project.partnerships(partnerships))
    checker = Checker(project, chosen, Selection.of(project.settings), today())
    checked = [checker.check(path) for path in project.named(briefings)]
    _report(all_of(checked), checked)
    asked = [*(formats or project.settings.formats or FORMATS), *(EDITIONS[edition] for edition in editions)]
    wanted = tuple(dict.fromkeys([*asked, "fragment"] if fragment else asked))
    whole = not (briefings or partnerships or formats)
    publication = Publication(checker, checked, output or project.root / "output", wanted, whole, pdf_standard, strict)
    work = publication.plan(force=force)
    if dry_run:
        return _explain(work, exit_code(all_of(checked), strict=strict))
    for outcome in _with_progress(publication.execute(work, jobs or os.cpu_count() or 1), len(work)):
        if outcome.problem:
            told = without_identifiers(outcome.problem)
            click.echo(f"{outcome.target.path} could not be made:\n{told}", err=True)
    publication.finish()
    found = publication.findings()
    _report(found, checked)
    click.echo(_summary(publication), err=True)
    code = exit_code([*all_of(checked), *found], strict=strict)
    return max(code, 1 if publication.problems else 0)


def _report(found: list[Diagnostic], checked: list[Checked]) -> None:
    """Print the findings that ask for something; advice is left to ``publisher check``."""
    asking = [one for one in found if one.severity != "info"]
    if any(not one.waived for one in asking):
        print_findings(asking, texts_of(checked), len(checked), to_stderr=True)


def _explain(work: list[Stale], code: int) -> int:
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
