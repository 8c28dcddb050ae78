"""The house data that all partnerships share, as one value: support lines and heading families."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from publisher.errors import PublisherError
from publisher.model import Family
from publisher.schema import Strict, validate
from publisher.source import read_file

Model = TypeVar("Model", bound=Strict)


class SupportLine(Strict):
    """A helpline that a briefing may print."""

    label: str
    text: str
    phone: str = ""
    url: str
    source: str


class SupportLines(Strict):
    """``templates/house/support.yml``."""

    lines: dict[str, SupportLine]


class ExpectedSection(Strict):
    """A section of a family of briefings: a heading to start from and what to write under it."""

    heading: str
    guidance: str


class Families(Strict):
    """``templates/house/families.yml``."""

    families: dict[Family, tuple[ExpectedSection, ...]]


@dataclass(frozen=True, slots=True)
class House:
    """The data files of ``templates/house``."""

    support: dict[str, SupportLine]
    families: dict[Family, tuple[ExpectedSection, ...]]


def load(folder: Path) -> House:
    """Return the house data in a folder; raises PublisherError where a file is missing or wrong."""
    return House(
        support=_read(folder / "support.yml", SupportLines).lines,
        families=_read(folder / "families.yml", Families).families,
    )


def _read(path: Path, model: type[Model]) -> Model:
    source = read_file(path, path.name)
    value, found = validate(model, source, source.data)
    for first in [*source.diagnostics, *found]:
        raise PublisherError(f"{path.name}:{first.span.line}: {first.message}. {first.hint}")
    if value is None:
        raise PublisherError(f"`{path.name}` is empty")
    return value
