"""``publisher new``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from publisher.cli._options import open_project, refuse_missing_folder, refuse_no_project, today
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from publisher.project import Project


@click.command()
@click.argument("title")
@click.option(
    "--family",
    type=click.Choice(["topic", "case", "themes", "process"]),
    default="topic",
    show_default=True,
    help="Which headings a briefing starts from.",
)
@click.option(
    "--kind",
    type=click.Choice(["briefing", "practice-points", "session"]),
    default="briefing",
    show_default=True,
    help="Which kind of document.",
)
@click.option("--docx", is_flag=True, help="Make a Word form of a briefing that an author fills in, and no source yet.")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="With --docx: where the form goes, if not here."
)
@click.pass_context
def new(context: click.Context, title: str, family: str, kind: str, output: Path | None, *, docx: bool) -> None:
    """Start a new briefing, or a document of another kind, called TITLE.

    A source with blanks to fill is written into briefings/. With --docx, it is a Word form for an author without the
    program; `publisher import` makes a source of the form once it is filled in.
    """
    chosen = context.get_parameter_source("family") is ParameterSource.COMMANDLINE
    if not title.isprintable():
        raise PublisherError("the title has characters that cannot be printed")
    _refuse_without_effect(kind, None if docx else output, family=chosen, docx=docx)
    if docx:
        _make_form(open_project(context), title, family, output)
        return
    from publisher.files import put
    from publisher.model import Family
    from publisher.partnership import shown
    from publisher.starting import briefing_source, practice_points_source, session_source, slug_for

    project = open_project(context)
    refuse_no_project(project)
    path = project.briefings / f"{slug_for(title)}.yaml"
    name = shown(path, project.root)
    texts = {
        "briefing": lambda: briefing_source(title, Family(family), project.house, today()),
        "practice-points": lambda: practice_points_source(title, today()),
        "session": lambda: session_source(title, today()),
    }
    put(path, texts[kind]().encode(), name, "choose another title")
    click.echo(f"Wrote {name}. Fill its blanks, then run: publisher check {name}")


def _refuse_without_effect(kind: str, output: Path | None, *, family: bool, docx: bool) -> None:
    """Raise PublisherError where an option is given that would change nothing."""
    if family and kind != "briefing":
        raise PublisherError("--family is for briefings, whose headings it chooses")
    if docx and kind != "briefing":
        raise PublisherError("--docx makes the form of a briefing; there is none for other kinds")
    if output is not None:
        raise PublisherError("--output is for the Word form; add --docx")


def _make_form(project: Project, title: str, family: str, output: Path | None) -> None:
    from publisher.files import put
    from publisher.model import Family
    from publisher.roundtrip.form import make
    from publisher.starting import slug_for

    slug = slug_for(title)
    path = output or Path(f"{slug}.docx")
    refuse_missing_folder(path)
    put(path, make(project, title, slug, Family(family)), str(path), "choose another --output")
    click.echo(f"Wrote {path}. Once it is filled in, run: publisher import {path}")
