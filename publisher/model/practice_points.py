"""A compendium of practice points; see section 1 of ``docs/format.md``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import ConfigDict, Field

from publisher.diagnostics import Path
from publisher.model._common import Kind, Resource, Work
from publisher.schema import Strict


class Group(Strict):
    """Points of practice on one subject, and where to read more about it."""

    part: str = Field("", description="A heading over this group and those that follow it.")
    heading: str = ""
    points: tuple[str, ...] = Field((), description="Each is CommonMark: a paragraph, perhaps with a list.")
    resources: tuple[Resource, ...] = ()


class PracticePoints(Work):
    """A compendium of practice points as its author states it."""

    model_config = ConfigDict(title="Practice points", json_schema_extra={"required": ["title", "published", "groups"]})

    kind: Literal[Kind.PRACTICE_POINTS] = Kind.PRACTICE_POINTS
    introduction: str = Field("", description="CommonMark: what was learned from, and how to use the points.")
    groups: tuple[Group, ...] = ()

    def placed_resources(self) -> Iterator[tuple[Path, Resource]]:
        """Yield every resource of the groups with its place, in reading order."""
        for number, group in enumerate(self.groups):
            yield from ((("groups", number, "resources", index), one) for index, one in enumerate(group.resources))
