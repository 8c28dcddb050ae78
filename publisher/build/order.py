"""What is asked of a build."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from publisher.build.planning import Shard
from publisher.project import Project


@dataclass(frozen=True, slots=True)
class Order:
    """The sources, what is to be made of them, and how."""

    project: Project
    partnerships: tuple[str, ...]
    """Identifiers; empty for all."""
    paths: tuple[Path, ...]
    """The source files."""
    folder: Path
    """The output folder."""
    formats: tuple[str, ...]
    today: datetime.date
    """The day that dates are compared with."""
    whole: bool = False
    """Whether everything that the project asks for is built, so that what is no longer asked for can go."""
    pdf_standard: Literal["ua-1", "ua-2"] = "ua-1"
    """What PDFs conform to: PDF/UA-1 with PDF/A-3a, or PDF/UA-2."""
    strict: bool = False
    """Whether a warning keeps a document from being published."""
    force: bool = False
    """Whether every file is made, changed or not."""
    shard: Shard | None = None
    """The part of the build that is wanted, where not all of it."""
    companions: tuple[str, ...] = ()
    """Companions of briefings that are wanted beside those that partnerships always want."""

    def options(self) -> list[object]:
        """Return all that the findings and the targets depend on beside files."""
        day = self.today.isoformat()
        return [self.partnerships, self.formats, self.companions, self.whole, self.pdf_standard, self.strict, day]
