"""``publisher diff``."""

from __future__ import annotations

import click

from publisher.cli._options import open_project, print_findings, today
from publisher.cli._told import Told, exit_code


@click.command()
@click.argument("slug", metavar="SLUG")
@click.option("--partnership", required=True, metavar="ID", help="Whose local edition.")
@click.option("--accept", is_flag=True, help="Note that the local edition has been read beside the common text.")
@click.pass_context
def diff(context: click.Context, slug: str, partnership: str, *, accept: bool) -> int:
    """Show what a local edition changes in the common text of the briefing SLUG.

    Says where the common text has changed since; with --accept, notes in the local edition that this has been seen.
    """
    from publisher.branding import difference
    from publisher.check import Checker
    from publisher.selection import Selection

    project = open_project(context)
    (owner,) = project.partnerships((partnership,))
    found = difference.difference(project, slug, owner)
    if accept:
        replaced = difference.accept(project, found)
        click.echo(f"Noted the common text of {len(replaced)} {'key' if len(replaced) == 1 else 'keys'}.")
        return 0
    if found.leaves_out:
        click.echo(f"{owner.profile.short_name} leaves this briefing out.")
        return 0
    if found.local is None:
        click.echo(f"{owner.profile.short_name} publishes the common text.")
        return 0
    checker = Checker(project, (owner,), Selection.of(project.settings), today())
    redaction = checker.check(found.path).redaction()
    for line in found.lines(redaction):
        click.echo(line)
    again = list(map(redaction.diagnostic, found.look_again()))
    if again:
        texts = {found.local.name: redaction.source(found.local.text)}
        told = Told(again, texts, (found.local.name,)).from_here(project.root)
        print_findings(told.diagnostics, told.texts, told.sources, to_stderr=True)
    return exit_code(again, strict=False)
