"""``publisher init``."""

from __future__ import annotations

import shlex
from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def init(folder: Path) -> None:
    """Start a new project in the folder DIR.

    DIR must be new, or empty but for .git; samples and a partnership to copy are put into it.
    """
    from publisher.starting import start_project

    files = start_project(folder)
    here = folder.resolve() == Path.cwd()
    named = shlex.quote(f"./{folder}" if str(folder).startswith("-") else str(folder))
    where, there = ("", "") if here else (f" into {folder}", f"cd {named} && ")
    click.echo(f"Wrote {len(files)} files{where}. Next: {there}publisher build")
