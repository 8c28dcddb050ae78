"""What a build is about: jobs, their targets, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from publisher.brand import Brand
from publisher.document import Document
from publisher.manifest import Entry, MadeFrom, Noted, Parts


@dataclass(frozen=True, slots=True)
class Target:
    """A file to make: its format, its path below the output folder, and what it is made from."""

    format: str
    path: str
    made_from: MadeFrom


@dataclass(frozen=True, slots=True)
class Job:
    """A document and the files to make of it: all that making them needs."""

    document: Document
    brand: Brand
    source: str
    """The name of the source file."""
    page_budget: int = 2
    allowed: frozenset[str] = frozenset()
    """Codes of checks that do not keep a file from being published: waived, or weighing less than an error."""
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a target: its manifest entry, or why it could not be made."""

    target: Target
    entry: Entry | None
    problem: str = ""
    """Why there is no file, where it is not a finding's doing."""
    findings: tuple[Noted, ...] = ()
    """What the checks found in a file that is not published."""
    data: bytes = b""
    """The file's content, until it is put in place."""
    parts: Parts = field(default_factory=dict)
    """What the digests of the target stand for, as the manifest says it."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A target that has to be made, and why."""

    target: Target
    reason: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker may take, so that a hostile or a faulty document cannot hold up the others."""

    seconds: float = 120.0
    """For one file; the slowest of the samples takes half a second."""
    megabytes: int = 2048
    """Of address space, where the system can limit it; a worker that has made hundreds of files uses a fifth."""
    resident: int = 260
    """Megabytes of memory in use at which a worker makes way for a new one after its task."""
    tasks: int = 200
    """A worker that has done so many makes way for a new one."""
