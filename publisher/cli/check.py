"""``publisher check``."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli._options import (
    codes,
    open_project,
    partnerships_option,
    print_findings,
    refuse_missing_folder,
    strict_option,
    today,
)
from publisher.cli._told import Told, exit_code
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from publisher.checked import Checked
    from publisher.diagnostics import Diagnostic
    from publisher.project import Project


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@partnerships_option
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "github", "sarif", "junit"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--select", multiple=True, callback=codes, metavar="CODES", help="Only these rules; LNK means all link rules."
)
@click.option("--ignore", multiple=True, callback=codes, metavar="CODES", help="Not these rules.")
@click.option("--fix", is_flag=True, help="Make the safe fixes in the files, then report the rest.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the changes as a diff and make none.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Leave out the findings that FILE counts; where there is no FILE, write it and tell them all once more.",
)
@click.option("--comments", is_flag=True, help="PATH is a Word file: write it again with each finding as a comment.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With --comments: the file to write, else the file's name with -comments added.",
)
@click.option("--stats", is_flag=True, help="Print words, reading time and readability instead of findings.")
@strict_option
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    partnerships: tuple[str, ...],
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: Path | None,
    output: Path | None,
    *,
    fix: bool,
    comments: bool,
    stats: bool,
    dry_run: bool,
    strict: bool,
) -> int:
    """Check briefings against the format.

    PATH is a file or a folder; with none, the folder briefings/ is checked.
    """
    from publisher.check import GARBAGE, Checker
    from publisher.cli._fixes import make_fixes
    from publisher.codes import refuse_of_files
    from publisher.collection import refuse_same_names
    from publisher.selection import Selection

    about_findings = {"--baseline": baseline, "--output-format": output_format != "text"}
    _refuse_together("--comments", {"--fix": fix, "--stats": stats, **about_findings} if comments else {})
    _refuse_together("--stats", {**about_findings, "--strict": strict, "--fix": fix} if stats else {})
    _refuse_together("--dry-run", {**about_findings, "--strict": strict} if dry_run else {})
    _refuse_alone(output if not comments else None, dry_run=dry_run and not fix)
    refuse_missing_folder(output)
    gc.set_threshold(GARBAGE)
    project = open_project(context, paths)
    selection = Selection.of(project.settings, select, ignore)
    refuse_of_files(select, "`--select`")
    checker = Checker(project, tuple(project.partnerships(partnerships)), selection, today())
    if comments:
        from publisher.cli._comments import with_comments

        return with_comments(checker, paths, output, strict=strict)
    sources = project.sources(paths)
    refuse_same_names(project.root, sources)
    if fix:
        checker = make_fixes(checker, sources, dry_run=dry_run)
    if dry_run:
        return 0
    checked = (checker.check(path) for path in sources)
    if stats:
        return _print_figures(checked)
    return _tell(project, checked, baseline, output_format, strict=strict, fixed=fix)


def _tell(
    project: Project,
    checked: Iterable[Checked],
    baseline: Path | None,
    output_format: str,
    *,
    strict: bool,
    fixed: bool,
) -> int:
    """Print what is to be said of the sources and return the exit code."""
    told = Told.of(checked)
    if baseline:
        told = replace(told, diagnostics=_beyond(baseline, told.diagnostics))
    _print(told.from_here(project.root), output_format, strict=strict)
    if not project.partnership_names():
        click.echo("There is no partnership here, so what belongs to each was not looked at.", err=True)
    if output_format == "text" and not fixed:
        _offer_fixes(told.diagnostics)
    return exit_code(told.diagnostics, strict=strict)


def _offer_fixes(found: Iterable[Diagnostic]) -> None:
    """Say how many of the findings the program can mend itself."""
    count = sum(one.fix is not None and not one.waived for one in found)
    if count:
        click.echo(f"`publisher check --fix` can mend {count} of these; with --dry-run it only shows how.", err=True)


def _refuse_alone(output: Path | None, *, dry_run: bool) -> None:
    """Raise PublisherError where an option is given without the one that it belongs to."""
    if output:
        raise PublisherError("--output is for --comments; `publisher build --output DIR` writes documents elsewhere")
    if dry_run:
        raise PublisherError("--dry-run is for --fix; `publisher check` alone changes nothing either")


def _refuse_together(option: str, others: Mapping[str, object]) -> None:
    """Raise PublisherError where another option is given that would be without effect."""
    for other in (name for name, given in others.items() if given):
        raise PublisherError(f"{option} prints no findings, so {other} cannot go with it")


def _print(told: Told, output_format: str, *, strict: bool) -> None:
    from publisher.report import FORMATS, junit

    if output_format == "text":
        print_findings(told.diagnostics, told.texts, told.sources)
        return
    form = partial(junit, strict=strict) if output_format == "junit" else FORMATS[output_format]
    if printed := form(told.diagnostics, told.texts, told.sources):
        # Programs read UTF-8, whatever letters the terminal has.
        click.echo(printed.encode())


def _print_figures(checked: Iterable[Checked]) -> int:
    from publisher.redaction import file_name

    code = 0
    for result in checked:
        redaction = result.redaction()
        for line in _figures(result):
            click.echo(redaction.text(line))
        if result.work is None:
            click.echo(f"{file_name(result.source.name)} cannot be read; `publisher check` says why.", err=True)
            code = 1
    return code


def _figures(result: Checked) -> Iterable[str]:
    """Return the figures of a source as lines; those of a learning session are none."""
    from publisher.figures import figures, group_figures, group_lines, lines
    from publisher.model import Briefing, PracticePoints
    from publisher.redaction import file_name

    name = file_name(result.source.name)
    match result.work:
        case Briefing() as briefing:
            return lines(name, figures(briefing))
        case PracticePoints() as work:
            return group_lines(name, group_figures(work))
        case _:
            return ()


def _beyond(path: Path, found: list[Diagnostic]) -> list[Diagnostic]:
    """Return the findings that are not in the baseline; where there is none yet, write one and return them all.

    So a job that lost its baseline fails, rather than write one and pass.
    """
    from publisher import baseline
    from publisher.files import reason, write

    if path.exists():
        return baseline.new(found, baseline.load(path))
    refuse_missing_folder(path)
    try:
        write(path, baseline.text(found))
    except OSError as error:
        raise PublisherError(f"cannot write `{path}`: {reason(error)}") from error
    click.echo(f"Wrote {path}; next time only what is new is told, and all about privacy and reading.", err=True)
    return found
