"""``publisher new``."""

from __future__ import annotations

import click

from publisher.cli._options import open_project, today
from publisher.errors import PublisherError


@click.command()
@click.argument("title")
@click.option(
    "--family",
    type=click.Choice(["topic", "case", "themes", "process"]),
    default="topic",
    show_default=True,
    help="Which headings to start from.",
)
@click.option("--kind", type=click.Choice(["briefing"]), default="briefing", help="Which kind of document.")
@click.pass_context
def new(context: click.Context, title: str, family: str, kind: str) -> None:
    """Start a new briefing called TITLE.

    A source with blanks to fill is written into briefings/.
    """
    from publisher.model import Family
    from publisher.partnership import shown
    from publisher.starting import briefing_source, slug_for

    del kind  # there is one so far; the option stands in the contract
    project = open_project(context)
    path = project.briefings / f"{slug_for(title)}.yaml"
    name = shown(path, project.root)
    text = briefing_source(title, Family(family), project.house, today())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise PublisherError(f"`{name}` exists already; choose another title") from None
    except OSError as error:
        raise PublisherError(f"cannot write `{name}`: {(error.strerror or '').lower()}") from error
    click.echo(f"Wrote {name}. Fill its blanks, then run: publisher check {name}")
