"""What several commands share: options, the project, the day, colour."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from publisher.errors import PublisherError

if TYPE_CHECKING:
    from publisher.diagnostics import Diagnostic
    from publisher.importers import Remark
    from publisher.project import Project
    from publisher.report import Paint, Texts

partnerships_option = click.option(
    "--partnership",
    "partnerships",
    multiple=True,
    metavar="ID",
    help="Only for this partnership; may be given several times.",
)
strict_option = click.option("--strict", is_flag=True, help="Let warnings count as errors.")


def codes(_context: click.Context, _option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Return rule codes given as ``--select STR001,LNK`` or by repeating the option."""
    return tuple(code.strip().upper() for part in value for code in part.split(",") if code.strip())


def open_project(context: click.Context, paths: Sequence[Path] = ()) -> Project:
    """Return the project that the command works on; raises PublisherError where the folder is missing.

    Without ``--root`` it is this folder, or the project whose ``briefings/`` or ``templates/`` this folder, or else the
    first of ``paths``, is in.
    """
    from publisher.collection import root_around
    from publisher.project import Project

    given: Path | None = context.find_root().obj
    if given is None:
        return Project(root_around((Path(), *paths)) or Path())
    if not given.is_dir():
        raise PublisherError(f"there is no folder `{given}`")
    return Project(given)


def refuse_nobody(project: Project) -> None:
    """Raise PublisherError where a project has no partnership."""
    if not project.partnership_names():
        refuse_no_project(project)
        raise PublisherError("there is no partnership in `templates`; `publisher brand new ID` starts one")


def refuse_no_project(project: Project) -> None:
    """Raise PublisherError where a source would be written into a folder that is no project."""
    from publisher.collection import HOW_TO_START

    if not (project.briefings.is_dir() or project.templates.is_dir()):
        raise PublisherError(f"`{project.root.resolve()}` is no project: {HOW_TO_START}")


def refuse_missing_folder(path: Path | None) -> None:
    """Raise PublisherError for a file to write whose folder there is not, as its name may be mistyped."""
    if path and not path.parent.is_dir():
        raise PublisherError(f"there is no folder `{path.parent}` to write `{path.name}` into")


def today() -> datetime.date:
    """Return the day that dates are compared with: SOURCE_DATE_EPOCH where it is set, else the clock's.

    Raises PublisherError where that is not a number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
        except (OverflowError, OSError, ValueError):
            raise PublisherError("SOURCE_DATE_EPOCH is not a number of seconds since 1970") from None
    return datetime.datetime.now(datetime.UTC).date()


def print_findings(found: Sequence[Diagnostic], texts: Texts, files: Sequence[str], *, to_stderr: bool = False) -> None:
    """Print findings as text, in colour on a terminal unless NO_COLOR says otherwise."""
    from publisher import report

    stream = sys.stderr if to_stderr else sys.stdout
    click.echo(report.text(found, texts, files, painter(stream)), err=to_stderr, color=True)


def print_remarks(remarks: Iterable[Remark], name: str, safe: Callable[[str], str]) -> None:
    """Print remarks on a file as findings are printed, without what ``safe`` takes out."""
    for one in remarks:
        place = f"{name}, {one.place}" if one.place else name
        hint = f"    = {one.hint}\n" if one.hint else ""
        click.echo(safe(f"{place}: {one.severity} {one.code} {one.message}\n{hint}"))


def painter(stream: TextIO) -> Paint:
    """Return what gives words a colour where a stream is a terminal and NO_COLOR does not say otherwise."""
    from publisher.report import unpainted

    return _paint if stream.isatty() and not os.environ.get("NO_COLOR") else unpainted


def _paint(words: str, colour: str) -> str:
    return click.style(words, fg=None if colour == "bold" else colour, bold=True)
