"""``publisher rules``."""

from __future__ import annotations

import click


@click.command()
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List the rules, or explain the rule CODE.

    CODE may be a rule's name; the first letters of codes, such as LNG, list the rules that have them.
    """
    from publisher import reference

    click.echo(reference.explained(code) if code else reference.table())
