"""A brand from a zip: looked at as a whole before anything is written, then put in place whole or not at all."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from publisher import assets
from publisher.brand import BrandFile
from publisher.branding import unsafe_file
from publisher.branding.placing import place
from publisher.diagnostics import Diagnostic, Severity, Span
from publisher.errors import PublisherError
from publisher.files import DAMAGED_ARCHIVE
from publisher.partnership import BRAND, PROFILE, Profile, is_identifier
from publisher.places import SourceText
from publisher.project import Project
from publisher.schema import Strict, validate
from publisher.source import Source, read

MOST_BYTES = 20 * 1_048_576
"""Of the zip itself."""
MOST_TIMES = 200
"""How many times larger than packed a file may be; text comes to about 10."""
# A name may not start with a dot, so no part of it is hidden or climbs; nothing else than these is needed.
_part = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._ -]*(?<![. ])")
_reserved = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass
class Parcel:
    """What a zip holds: the folders with their files, and what is wrong with it."""

    name: str
    folders: dict[str, dict[str, bytes]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def refuse(self, file: str, message: str, hint: str, line: int = 1) -> None:
        """Note that a file of the zip may not be taken over."""
        code, name = unsafe_file.CODE, unsafe_file.NAME
        span = Span(line, 1, line, 1)
        shown = f"{self.name}/{file}" if file else self.name
        self.diagnostics.append(Diagnostic(code, name, Severity.ERROR, message, shown, span, hint))


def opened(path: Path) -> Parcel:
    """Return what a zip holds, all of it looked at; raises PublisherError for a file that is none."""
    parcel = Parcel(path.name)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PublisherError(f"`{path}` is larger than {MOST_BYTES // 1_048_576} MB")
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not _is_folder(entry)]
            if _fits(entries, parcel):
                for entry in entries:
                    _take(archive, entry, parcel)
    except DAMAGED_ARCHIVE as error:
        raise PublisherError(f"`{path}` is not a zip that can be read") from error
    for identifier, files in parcel.folders.items():
        _look_inside(identifier, files, parcel)
    return parcel


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    return entry.is_dir() and not entry.file_size and _part.fullmatch(entry.filename.split("/")[0]) is not None


def _fits(entries: list[zipfile.ZipInfo], parcel: Parcel) -> bool:
    """Whether number and size, as the zip states them, are those of a brand."""
    if len(entries) > assets.MOST_FILES:
        parcel.refuse("", f"the zip has {len(entries)} files", f"A brand has at most {assets.MOST_FILES}.")
    elif sum(entry.file_size for entry in entries) > assets.MOST_BYTES:
        most = assets.MOST_BYTES // 1_048_576
        parcel.refuse("", f"the zip has more than {most} MB when it is unpacked", f"A brand has at most {most} MB.")
    elif not entries:
        parcel.refuse("", "the zip is empty", "`publisher brand pack` makes one that is not.")
    return not parcel.diagnostics


def _take(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, parcel: Parcel) -> None:
    """Unpack one file into memory, if its name and what the zip says of it are those of a brand's file."""
    shown = "".join(character if character.isprintable() else "�" for character in entry.filename)[:120]
    for message, hint in _refusals(entry):
        parcel.refuse(shown, message, hint)
        return
    folder, _, name = entry.filename.partition("/")
    files = parcel.folders.setdefault(folder, {})
    if name.lower() in (known.lower() for known in files):
        parcel.refuse(
            shown, "the file is there twice", "Keep one of the two; case does not tell them apart everywhere."
        )
        return
    with archive.open(entry) as packed:
        # Not more than it is said to have, whatever is in it.
        files[name] = packed.read(entry.file_size + 1)


def _refusals(entry: zipfile.ZipInfo) -> Iterator[tuple[str, str]]:
    """Yield why a file may not even be unpacked, with what would be right."""
    parts = entry.filename.split("/")
    if unsafe_file.leads_outside(entry.filename) or not all(map(_part.fullmatch, parts)):
        yield "the path leads out of the folder, or has signs that no file of a brand needs", "Pack it anew."
    elif any(map(_reserved.fullmatch, parts)) or len(entry.filename) > assets.LONGEST_NAME:
        yield "the name cannot be used on every computer", "Give the file a short plain name."
    elif len(parts) < 2 or not is_identifier(parts[0]):
        yield (
            "the file is not in a partnership's folder",
            "The zip holds a folder such as `salford/`, with all files in it.",
        )
    mode = entry.external_attr >> 16
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        yield "it is a link or another thing that is no file", "Pack the file itself."
    if entry.flag_bits & 0x1:
        yield "it is encrypted", "Pack it without a password."
    suffix = PurePosixPath(entry.filename).suffix.lower()
    if suffix not in assets.KINDS:
        yield f"`{suffix}` is not a kind of file that a brand has", f"It has {', '.join(filter(None, assets.KINDS))}."
    elif entry.file_size > assets.limit(Path(entry.filename)):
        yield f"it has {entry.file_size:,} bytes", f"At most {assets.limit(Path(entry.filename)):,} are taken."
    elif entry.file_size > 1024 and entry.file_size > MOST_TIMES * max(entry.compress_size, 1):
        yield f"it is more than {MOST_TIMES} times as large as packed", "No file of a brand is."


def _look_inside(identifier: str, files: dict[str, bytes], parcel: Parcel) -> None:
    for name, data in files.items():
        for fault in assets.faults_in(name, data):
            parcel.refuse(f"{identifier}/{fault.file}", fault.message, fault.hint, fault.line)
    if PROFILE not in files:
        parcel.refuse(f"{identifier}/{PROFILE}", "the file is missing", "Every partnership's folder has one.")
    for name, data in files.items():
        shown = f"{parcel.name}/{identifier}/{name}"
        source = read(data, shown) if name.endswith((".yml", ".yaml")) else Source(SourceText(shown, ""), {})
        parcel.diagnostics += source.diagnostics
        if name == PROFILE:
            parcel.diagnostics += _of_model(Profile, source)
        elif name == BRAND:
            parcel.diagnostics += [*_of_model(BrandFile, source), *_of_paths(source)]


def _of_model(model: type[Strict], source: Source) -> Iterator[Diagnostic]:
    """Yield what is wrong with a file's keys and values; a key that is missing may be inherited."""
    _, found = validate(model, source, source.data or {})
    yield from (one for one in found if one.code != "SRC006")


def _of_paths(source: Source) -> Iterator[Diagnostic]:
    brand, _ = validate(BrandFile, source, source.data or {})
    for one in unsafe_file.in_brand(brand) if brand else ():
        span = source.place(one.path).span()
        yield Diagnostic(unsafe_file.CODE, unsafe_file.NAME, Severity.ERROR, one.message, source.name, span, one.hint)


def missing(project: Project, parcel: Parcel) -> dict[str, dict[str, bytes]]:
    """Return the folders that the project does not have yet.

    One that is there with the same files is left alone. Raises PublisherError for one that is there with others.
    """
    wanted: dict[str, dict[str, bytes]] = {}
    for identifier, files in parcel.folders.items():
        folder = project.templates / identifier
        if not folder.exists():
            wanted[identifier] = files
        elif not all(_is_same(folder / name, data) for name, data in files.items()):
            raise PublisherError(f"`templates/{identifier}` is there already, with other content; nothing was added")
    return wanted


def _is_same(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def add(project: Project, folders: dict[str, dict[str, bytes]]) -> None:
    """Put the folders in place, all of them or none; raises PublisherError."""
    place(project.templates, folders)
