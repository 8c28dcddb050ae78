"""A learning session: slides with what the facilitator says; see section 1 of ``docs/format.md``."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from pydantic import ConfigDict, Field

from publisher.diagnostics import Path
from publisher.model._common import Kind, Resource, Work
from publisher.schema import Strict


class SlideKind(StrEnum):
    """What a slide is for."""

    CONTENT = "content"
    STATISTICS = "statistics"
    ACTIVITY = "activity"
    PRINCIPLE = "principle"


class Statistic(Strict):
    """One bar of a slide's chart, and one row of its table."""

    label: str
    value: float = Field(ge=0, allow_inf_nan=False)


class Slide(Strict):
    """One slide."""

    kind: SlideKind = SlideKind.CONTENT
    heading: str = ""
    body: str = Field("", description="CommonMark: paragraphs and lists.")
    notes: str = Field("", description="CommonMark: what the facilitator says; never shown on the slide.")
    statistics: tuple[Statistic, ...] = Field((), description="Shown as a bar chart with its table.")
    unit: str = Field("%", description="What the statistics count: % or a noun, such as children.")


class Session(Work):
    """A learning session as its author states it."""

    model_config = ConfigDict(
        title="Learning session", json_schema_extra={"required": ["title", "published", "slides"]}
    )

    kind: Literal[Kind.SESSION] = Kind.SESSION
    aims: tuple[str, ...] = ()
    slides: tuple[Slide, ...] = ()
    resources: tuple[Resource, ...] = Field((), description="Where to learn more, such as an e-learning module.")

    def placed_resources(self) -> Iterator[tuple[Path, Resource]]:
        """Yield every resource of the session with its place, in reading order."""
        yield from ((("resources", index), resource) for index, resource in enumerate(self.resources))
