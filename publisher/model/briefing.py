"""A 7 Minute Briefing; see section 1 of ``docs/format.md``."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from pydantic import ConfigDict, Field

from publisher.diagnostics import Path
from publisher.model._common import Kind, Layout, Resource, Work
from publisher.schema import Strict


class Family(StrEnum):
    """Which headings a briefing is expected to have."""

    CASE = "case"
    TOPIC = "topic"
    THEMES = "themes"
    PROCESS = "process"


class Section(Strict):
    """One of the seven; its position is its number."""

    heading: str = ""
    body: str = Field("", description="CommonMark: paragraphs, lists, quotes, strong words and links.")


class Briefing(Work):
    """A 7 Minute Briefing as its author states it."""

    model_config = ConfigDict(
        title="7 Minute Briefing", json_schema_extra={"required": ["title", "published", "sections"]}
    )

    kind: Literal[Kind.BRIEFING] = Kind.BRIEFING
    family: Family = Family.TOPIC
    layout: Layout | None = Field(None, description="How the PDF is laid out, where not as the partnership does.")
    sections: tuple[Section, ...] = Field((), json_schema_extra={"minItems": 7, "maxItems": 7})
    questions: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()

    def placed_resources(self) -> Iterator[tuple[Path, Resource]]:
        """Yield every resource of the briefing with its place, in reading order."""
        yield from ((("resources", index), resource) for index, resource in enumerate(self.resources))
