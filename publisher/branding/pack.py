"""A brand as one file to hand on: only what it needs, the same bytes for the same folder."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from publisher.brand import BrandFile, find
from publisher.partnership import BASE, BRAND, PROFILE, inherited, load, merged
from publisher.project import Project, built_in
from publisher.schema import validate

_licence = re.compile(r"(?:licen[cs]e|copying|copyright|ofl)\b.*", re.IGNORECASE)
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can state."""


def files(project: Project, identifier: str) -> dict[str, Path]:
    """Return what a brand needs: names in the zip, such as ``salford/logo.svg``, and the files.

    The folders that it extends are part of it. Raises PublisherError where the folder cannot be used.
    """
    partnership = load(identifier, project.templates, built_in("templates"), project.root)
    own = list(inherited(identifier, project.templates, project.root))
    brand, _ = validate(BrandFile, source := merged(BRAND, partnership.brand.folders, project.root), source.data or {})
    named = list(_named(brand or BrandFile()))
    found: dict[str, Path] = {}
    for folder in own:
        for path in _needed(folder, named, project):
            found[f"{folder.name}/{path.relative_to(folder).as_posix()}"] = path
    return found


def _named(brand: BrandFile) -> Iterator[str]:
    """Yield the files that ``_brand.yml`` names."""
    logo = brand.logo.chosen()
    if logo:
        yield logo.path
    for source in brand.typography.fonts:
        yield from (file.path for file in source.files)


def _needed(folder: Path, named: Iterable[str], project: Project) -> Iterator[Path]:
    """Yield the files of one folder that are used, in order of their names."""
    used = {path for name in (PROFILE, BRAND, *named) if (path := find((folder,), name))}
    used |= {path for path in folder.rglob("*.j2") if path.is_file()}
    used |= {path for path in folder.rglob("*.css") if path.is_file() and _takes_a_place(path, folder, project)}
    used |= {path for path in (folder / "briefings").glob("*.yaml") if path.is_file()}
    if reference := find((folder,), "reference.docx"):
        used.add(reference)
    used |= {path for used_file in set(used) for path in _licences(used_file)}
    yield from sorted(used)


def _takes_a_place(path: Path, folder: Path, project: Project) -> bool:
    """Whether a style sheet stands in the place of one that all inherit, or is a layout."""
    name = path.relative_to(folder).as_posix()
    return (
        name.startswith("layouts/") or find((project.templates / BASE, built_in("templates") / BASE), name) is not None
    )


def _licences(path: Path) -> Iterator[Path]:
    """Yield the licences that stand beside a font, which may not travel without."""
    if path.suffix.lower() in {".ttf", ".otf", ".woff2"}:
        yield from (beside for beside in path.parent.iterdir() if beside.is_file() and _licence.fullmatch(beside.name))


def packed(contents: dict[str, Path]) -> bytes:
    """Return the files as a zip; raises OSError."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in contents.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return buffer.getvalue()
