"""``publisher check``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli._options import codes, open_project, partnerships_option, print_findings, strict_option, today

if TYPE_CHECKING:
    from publisher.check import Checked
    from publisher.report import Texts


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@partnerships_option
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--select", multiple=True, callback=codes, metavar="CODES", help="Only these rules; LNK means all link rules."
)
@click.option("--ignore", multiple=True, callback=codes, metavar="CODES", help="Not these rules.")
@strict_option
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    partnerships: tuple[str, ...],
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    strict: bool,
) -> int:
    """Check briefings against the format.

    PATH is a file or a folder; with none, the folder briefings/ is checked.
    """
    from publisher.check import Checker, Selection
    from publisher.report import FORMATS

    project = open_project(context)
    selection = Selection.of(project.settings, select, ignore)
    checker = Checker(project, tuple(project.partnerships(partnerships)), selection, today())
    checked = [checker.check(path) for path in project.sources(paths)]
    found = [one for result in checked for one in result.diagnostics]
    if output_format == "text":
        print_findings(found, texts_of(checked), len(checked))
    elif printed := FORMATS[output_format](found, texts_of(checked), len(checked)):
        click.echo(printed)
    return exit_code(checked, strict=strict)


def exit_code(checked: Iterable[Checked], *, strict: bool) -> int:
    """Return 1 where a finding is an error (or, if strict, a warning), else 0."""
    weights = {one.severity.value for result in checked for one in result.diagnostics if not one.waived}
    return 1 if weights & ({"error", "warning"} if strict else {"error"}) else 0


def texts_of(checked: Iterable[Checked]) -> Texts:
    """Return the text of every file that the findings may point into."""
    return {name: text for result in checked for name, text in result.texts().items()}
