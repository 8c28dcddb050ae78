"""``publisher report``."""

from __future__ import annotations

from pathlib import Path

import click

from publisher.cli._options import open_project, partnerships_option
from publisher.errors import PublisherError


@click.command()
@partnerships_option
@click.option(
    "--output", type=click.Path(path_type=Path), default=None, metavar="DIR", help="Read DIR instead of output/."
)
@click.pass_context
def report(context: click.Context, partnerships: tuple[str, ...], output: Path | None) -> None:
    """Write an accessibility report for each partnership.

    What the last build checked in each file is written to accessibility.html beside the files, for the partnership's
    accessibility statement.
    """
    from publisher import accessibility, manifest
    from publisher.files import write

    project = open_project(context)
    folder = output or project.root / "output"
    made = manifest.load(folder)
    if not made.entries:
        raise PublisherError(f"nothing has been built in `{folder}`; run `publisher build` first")
    built = {entry.partnership for entry in made.entries.values()}
    for partnership in project.partnerships(partnerships):
        # Without a choice, a partnership of which nothing was built has nothing to report.
        if not partnerships and partnership.identifier not in built:
            continue
        path = folder / partnership.identifier / accessibility.NAME
        data = accessibility.report(project, partnership, made)
        try:
            write(path, data)
        except OSError as error:
            raise PublisherError(f"cannot write `{path}`: {(error.strerror or '').lower()}") from error
        click.echo(f"Wrote {path}", err=True)
