"""``publisher rules``."""

from __future__ import annotations

import click


@click.command()
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List the rules, or explain the rule CODE."""
    from publisher import reference

    click.echo(reference.rule(code.upper()) if code else reference.table())
