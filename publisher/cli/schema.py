"""``publisher schema``."""

from __future__ import annotations

import json

import click


@click.command()
@click.argument(
    "kind", type=click.Choice(["briefing", "practice-points", "session", "partnership"]), default="briefing"
)
def schema(kind: str) -> None:
    """Print the JSON Schema of a file.

    Text editors use it to complete and check YAML as you type.
    """
    from publisher.model import KINDS
    from publisher.partnership import Profile
    from publisher.schema import Strict

    models: dict[str, type[Strict]] = {**{one.value: model for one, model in KINDS.items()}, "partnership": Profile}
    model = models[kind]
    value = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
