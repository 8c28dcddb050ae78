"""Which sources are meant by the files, folders and slugs that a person names."""

from __future__ import annotations

import os
import re
import shlex
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from publisher.errors import PublisherError
from publisher.files import reason
from publisher.partnership import BRAND, PROFILE, shown
from publisher.redaction import MARK, without_identifiers

BRIEFINGS, TEMPLATES, SETTINGS = "briefings", "templates", "publisher.yml"
SUFFIX = ".yaml"
HOW_TO_START = "`publisher init DIR` starts a project, and --root names another"
# With another ending a briefing would be missed without a word; outside of its folder such a file may be anything.
_ENDINGS = frozenset({SUFFIX, ".yml"})
_LONGEST = 80
"""Characters of a slug that is made of a title."""
_OF_WRITERS = frozenset({".docx", ".doc", ".odt", ".rtf", ".pdf", ".pptx", ".md", ".markdown", ".txt", ".text"})
"""Endings of files that people write before there is a source."""

_slug = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug_of(path: Path) -> str:
    """Return the slug that a source's file name gives it."""
    return path.stem


def slug_from(words: str) -> str:
    """Return words in small letters, digits and hyphens, without identifiers; "" where none are left."""
    plain = (
        unicodedata.normalize("NFKD", without_identifiers(words).replace(MARK, " "))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))[:_LONGEST].rstrip("-")


def has_right_name(path: Path) -> bool:
    """Whether a source's file is called as the format asks: a slug and ``.yaml``."""
    return path.suffix == SUFFIX and _slug.fullmatch(path.stem) is not None


def root_around(places: Iterable[Path]) -> Path | None:
    """Return the folder of the project in whose briefings or templates the first of the places is that is in any.

    None where the current folder is a project itself, or none of the places is in one.
    """
    if any(Path(name).is_dir() for name in (BRIEFINGS, TEMPLATES)):
        return None
    around = (one for place in places for one in (place.absolute(), *place.absolute().parents))
    return next((one.parent for one in around if one.name in {BRIEFINGS, TEMPLATES} and _is_project(one.parent)), None)


def _is_project(folder: Path) -> bool:
    return all((folder / name).is_dir() for name in (BRIEFINGS, TEMPLATES)) or (folder / SETTINGS).is_file()


def sources(root: Path, paths: Iterable[Path]) -> list[Path]:
    """Return the source files that paths name, relative to the current folder or else to ``root``.

    Raises PublisherError for a path that does not exist, for a file that is known to be no briefing, and for a folder
    without briefings.
    """
    found: list[Path] = []
    for path in paths:
        there = root / path if not path.exists() and (root / path).exists() else path
        if there.is_dir():
            found.extend(_in_folder(there, root))
        elif there.exists():
            _refuse_other(there, root)
            found.append(there)
        else:
            raise PublisherError(_nowhere(path, root))
    once: dict[Path, Path] = {}
    for one in found:
        once.setdefault(one.absolute(), one)
    return list(once.values())


def by_slug(root: Path, word: str) -> Path:
    """Return the file of a slug in ``briefings/``, or else the path that the word is."""
    path = root / BRIEFINGS / f"{word}{SUFFIX}"
    return path if _slug.fullmatch(word) and path.is_file() else Path(word)


def _in_folder(folder: Path, root: Path) -> list[Path]:
    found = sorted(_files(folder, root))
    for path in found:
        # A folder may come from a stranger; what a person names may stand anywhere.
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            message = (
                f"`{path.relative_to(folder).as_posix()}` in `{shown(folder, root)}` is a link that leads out of it"
            )
            raise PublisherError(f"{message}; put the file itself there")
    if not found:
        raise PublisherError(f"there are no briefings (*{SUFFIX}) in `{shown(folder, root)}`")
    return found


def _files(folder: Path, root: Path) -> Iterator[Path]:
    """Yield the sources below a folder: none of hidden folders, and none of what belongs to partnerships."""
    templates, briefings = (root / TEMPLATES).resolve(), (root / BRIEFINGS).resolve()
    for name, below, files in os.walk(folder, onerror=_unreadable):
        place = Path(name)
        where = place.resolve()
        below[:] = [one for one in below if not one.startswith(".")]
        if where.is_relative_to(templates):
            continue
        if where.is_relative_to(briefings):
            _refuse_links(place, below, files, root)
        endings = _ENDINGS if where.is_relative_to(briefings) else {SUFFIX}
        yield from (
            place / one
            for one in files
            if Path(one).suffix.lower() in endings and not one.startswith(".") and (place / one).is_file()
        )


def _unreadable(error: OSError) -> None:
    raise PublisherError(f"cannot read the folder `{error.filename}`: {reason(error)}") from error


def _refuse_links(place: Path, below: Iterable[str], files: Iterable[str], root: Path) -> None:
    """Raise PublisherError for a link to a folder, and for one that leads nowhere: both would be missed in silence."""
    # Editors leave links that lead nowhere beside a file that is open, and begin their names with a dot.
    for one in (*below, *(name for name in files if not name.startswith("."))):
        path = place / one
        if path.is_symlink() and (path.is_dir() or (path.suffix.lower() in _ENDINGS and not path.exists())):
            what = "a link to a folder" if path.is_dir() else "a link that leads nowhere"
            raise PublisherError(f"`{shown(path.parent, root)}/{one}` is {what}; put the files themselves there")


def refuse_same_names(root: Path, paths: Iterable[Path]) -> None:
    """Raise PublisherError where a source has the name of another in ``briefings/``, as both would be one document."""
    folder = root / BRIEFINGS
    taken = {slug_of(path): path for path in sorted(_files(folder, root))} if folder.is_dir() else {}
    for path in paths:
        other = taken.setdefault(slug_of(path), path)
        if path.resolve() != other.resolve() and path.resolve().is_relative_to(folder.resolve()):
            names = f"`{shown(other, root)}` and `{shown(path, root)}`"
            raise PublisherError(f"{names} have the same name and would be one document; rename one of them")


def _refuse_other(path: Path, root: Path) -> None:
    """Raise PublisherError for a file that has another purpose in a project."""
    name = f"`{shown(path, root)}`"
    full, templates = path.resolve(), (root / TEMPLATES).resolve()
    if path.suffix.lower() in _OF_WRITERS:
        raise PublisherError(f"{name} is no briefing yet; `publisher import {shlex.quote(str(path))}` makes one of it")
    if path.name == SETTINGS:
        raise PublisherError(f"{name} has the settings of the project and is no briefing; every command looks at it")
    if path.name in {PROFILE, BRAND}:
        look = f"`publisher brand check {full.parent.name}` looks at it"
        raise PublisherError(f"{name} is about a partnership and is no briefing; {look}")
    if not full.is_relative_to(templates):
        return
    owner, *below = full.relative_to(templates).parts
    if below[:1] == [BRIEFINGS]:
        look = f"publisher check {BRIEFINGS}/{full.name} --partnership {owner}"
        raise PublisherError(f"{name} is a local edition, which is checked with the common text: `{look}`")
    raise PublisherError(f"{name} belongs to `{TEMPLATES}` and is no briefing")


def _nowhere(path: Path, root: Path) -> str:
    """Return what is said of a path that there is not, with where it was looked for and what may be meant."""
    looked = "" if path.is_absolute() or root.resolve() == Path.cwd() else f" in this folder or in `{root}`"
    sentence = f"there is no file or folder `{shown(path, root) if path.is_absolute() else path.as_posix()}`{looked}"
    if path == root / BRIEFINGS:
        return f"there is no folder `{BRIEFINGS}` in `{root.resolve()}`; {HOW_TO_START}"
    known = {one.stem: one for one in (root / BRIEFINGS).rglob(f"*{SUFFIX}")}
    close = get_close_matches(path.stem, list(known), n=1)
    return f"{sentence}; did you mean `{shown(known[close[0]], root)}`?" if close else sentence
