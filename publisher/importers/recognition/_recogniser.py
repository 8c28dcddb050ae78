"""What a recogniser is, what it is told, and what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlsplit

from publisher.diagnostics import Path
from publisher.house import KnownPartnerships, SupportLine
from publisher.importers._manuscript import Manuscript, Paragraph, Remark
from publisher.model import Kind
from publisher.partnership import Profile
from publisher.project import Project
from publisher.source import Data


class Confidence(StrEnum):
    """How sure it is that a part of the file was understood."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file that was recognised, such as a section."""

    path: Path
    name: str
    """What the author calls it, such as a section's heading; may be empty."""
    confidence: Confidence
    reason: str
    """What it was recognised by, in words that follow ``high:``."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of the file that became something else than text, such as a date."""

    words: str
    meaning: str
    """What they became or why they are not repeated, such as ``published``."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A manuscript as the data of a source; every paragraph of it went to one of the first three."""

    data: dict[str, Data]
    """By the keys of the model, without ``unplaced``."""
    unplaced: tuple[Paragraph, ...]
    """What had no place, in the order of the file."""
    readings: tuple[Reading, ...] = ()
    parts: tuple[Part, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a project knows that helps to recognise a text; without a project, nothing."""

    profiles: tuple[Profile, ...] = ()
    known: KnownPartnerships | None = None
    support: Mapping[str, SupportLine] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project) -> Surroundings:
        """Return what a project knows."""
        profiles = tuple(one.profile for one in project.partnerships())
        return cls(profiles, project.house.partnerships, project.house.support)

    def is_partnership(self, text: str) -> bool:
        """Whether a text is the name of a partnership, and nothing else."""
        return folded(text) in {folded(name) for name in self._names()}

    def _names(self) -> Iterator[str]:
        for profile in self.profiles:
            yield from (profile.name, profile.short_name)
        for entry in self.known.entries if self.known else ():
            yield from (entry.name, *entry.former)

    def is_local(self, address: str) -> bool:
        """Whether a web address is that of a partnership."""
        try:
            host = (urlsplit(address).hostname or "").lower()
        except ValueError:
            return False
        own = [domain.lower() for profile in self.profiles for domain in profile.domains]
        if any(host == domain or host.endswith(f".{domain}") for domain in own):
            return True
        return bool(host and self.known and self.known.at(host))

    def registered(self, label: str) -> str | None:
        """Return the key that has exactly this label in the link registers of all partnerships, or None."""
        registers = [profile.links for profile in self.profiles]
        keys = [key for key, link in registers[0].items() if folded(link.label) == folded(label)] if registers else []
        for key in keys:
            links = [register[key] for register in registers if key in register]
            if len(links) == len(registers) and all(folded(link.label) == folded(label) for link in links):
                return key
        return None


def folded(text: str) -> str:
    """Return a text for comparison: small letters, single spaces, no marks around it."""
    return " ".join(text.lower().replace("’", "'").replace("&", "and").split()).strip(" .:;,-–—|*_")


class Recogniser(Protocol):
    """A module with these names."""

    KIND: Kind
    """Which kind of document it makes."""

    def likeness(self, manuscript: Manuscript) -> float:
        """Return how much a manuscript looks like this kind, from 0 to 1; the kind with the most is tried."""
        ...

    def recognise(self, manuscript: Manuscript, surroundings: Surroundings) -> Recognised:
        """Return the manuscript as the data of a source; never raises, and never drops a paragraph."""
        ...
