"""What is to be made: the targets of each job, and why one has to be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from publisher.build.ingredients import Ingredients
from publisher.build.work import Job, Target
from publisher.manifest import Entry, MadeFrom, Manifest, Parts


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several parts that a build is divided into."""

    number: int
    """From 1."""
    count: int

    def has(self, edition: str) -> bool:
        """Whether an edition, such as ``salford/neglect``, belongs to this part: the same on any machine."""
        return int.from_bytes(hashlib.sha256(edition.encode()).digest()[:8]) % self.count == self.number - 1

    @property
    def manifest(self) -> str:
        """The name of the part's own manifest."""
        return f"manifest-{self.number}-of-{self.count}.json"


def plan(job: Job, formats: Iterable[str], ingredients: Ingredients) -> Job:
    """Return the job with its targets: a file for each of the formats that are made of such a document."""
    from publisher.renderers import RENDERERS

    made = (name for name in formats if job.document.form in RENDERERS[name].FORMS)
    folder, stem = job.brand.identifier, job.document.stem
    targets = (Target(name, f"{folder}/{stem}{RENDERERS[name].SUFFIX}", ingredients.of(job, name)) for name in made)
    return replace(job, targets=tuple(targets))


def reason(target: Target, manifest: Manifest, parts: Parts, output: Path, *, force: bool) -> str:
    """Return why a target has to be made, or "" where its file is as it should be.

    ``parts`` says what the digests of targets stand for.
    """
    entry = manifest.entries.get(target.path)
    if force:
        return "forced"
    if entry is None:
        return "new"
    if entry.made_from != target.made_from:
        return _changes(entry.made_from, target.made_from, manifest.parts, parts)
    return _about_file(output / target.path, entry)


def _about_file(path: Path, entry: Entry) -> str:
    try:
        data = path.read_bytes()
    except OSError:
        return "the file is missing"
    return "" if hashlib.sha256(data).hexdigest() == entry.sha256 else "the file was changed by hand"


def _changes(old: MadeFrom, new: MadeFrom, before: Parts, after: Parts) -> str:
    """Return what has changed, such as ``brand: screen.css, colours; tools: weasyprint 70.0, was 69.0``."""
    told = []
    was = old.parts()
    for name, now in new.parts().items():
        if now == was[name]:
            continue
        if name == "text":
            told.append("its text")
            continue
        differences = ", ".join(_differences(name, before.get(was[name]), after.get(now, {})))
        told.append(f"{name}: {differences}" if differences else name)
    return f"changed: {'; '.join(told)}"


def _differences(kind: str, before: dict[str, str] | None, after: dict[str, str]) -> list[str]:
    if before is None:
        return []
    changed = [name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name)]
    if kind == "brand":
        return changed
    return [f"{name} {after.get(name) or 'none'}, was {before.get(name) or 'none'}" for name in changed]
