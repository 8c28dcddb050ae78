"""``publisher report``."""

from __future__ import annotations

from pathlib import Path

import click

from publisher.cli._options import open_project, partnerships_option, today
from publisher.errors import PublisherError


@click.command()
@partnerships_option
@click.option(
    "--output", type=click.Path(path_type=Path), default=None, metavar="DIR", help="Read DIR instead of output/."
)
@click.pass_context
def report(context: click.Context, partnerships: tuple[str, ...], output: Path | None) -> None:
    """Write an accessibility report for each partnership.

    What the last build checked in each file, and what the rules find in the sources, is written to accessibility.html
    beside the files, for the partnership's accessibility statement.
    """
    from publisher import accessibility, manifest
    from publisher.files import reason, write

    project = open_project(context)
    folder = output or project.root / "output"
    made = manifest.load(folder)
    if not made.entries:
        raise PublisherError(f"nothing has been built in `{folder}`; run `publisher build` first")
    built = {entry.partnership for entry in made.entries.values()}
    # Without a choice, a partnership of which nothing was built has nothing to report.
    chosen = tuple(one for one in project.partnerships(partnerships) if partnerships or one.identifier in built)
    for facts in accessibility.gather(project, chosen, made, today()):
        path = folder / facts.partnership.identifier / accessibility.NAME
        data = accessibility.report(facts)
        try:
            write(path, data)
        except OSError as error:
            raise PublisherError(f"cannot write `{path}`: {reason(error)}") from error
        click.echo(f"Wrote {path}", err=True)
