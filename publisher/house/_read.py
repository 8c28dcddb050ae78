"""Reading one house file into its model, with the keys of ``sources.yml`` followed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from publisher.diagnostics import Path as KeyPath
from publisher.errors import PublisherError
from publisher.house.entries import Reference
from publisher.schema import Strict, validate
from publisher.source import Source, read_file

Model = TypeVar("Model", bound=Strict)


def read(path: Path, model: type[Model], references: Mapping[str, Reference] | None = None) -> Model:
    """Return what a house file says; raises PublisherError where it is missing or wrong.

    With ``references``, the text of each ``source`` key is replaced by what it refers to.
    """
    source = read_file(path, path.name)
    data = source.data if references is None else _referred(source, source.data, (), references)
    value, found = validate(model, source, data)
    for first in [*source.diagnostics, *found]:
        raise PublisherError(f"{path.name}:{first.span.line}: {first.message}. {first.hint}".rstrip())
    if value is None:
        raise PublisherError(f"`{path.name}` is empty")
    return value


def _referred(source: Source, data: Any, path: KeyPath, references: Mapping[str, Reference]) -> Any:
    if isinstance(data, list):
        return [_referred(source, item, (*path, index), references) for index, item in enumerate(data)]
    if not isinstance(data, dict):
        return data
    referred = {key: _referred(source, value, (*path, key), references) for key, value in data.items()}
    name = data.get("source")
    if isinstance(name, str):
        if name not in references:
            line = source.place((*path, "source")).span().line
            raise PublisherError(f"{source.name}:{line}: `{name}` is not a key of sources.yml. Add the source there.")
        referred["source"] = references[name]
    return referred
