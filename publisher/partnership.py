"""Who publishes: a folder of ``templates/`` with ``partnership.yml`` and ``_brand.yml``; see ``docs/format.md``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import ConfigDict, Field

from publisher import assets
from publisher import brand as brands
from publisher.brand import Brand, BrandFile
from publisher.dates import WrittenDate
from publisher.diagnostics import Diagnostic, Severity, printable
from publisher.errors import PublisherError
from publisher.model import Contact, Layout
from publisher.overlay import lay_over
from publisher.places import SourceText
from publisher.schema import Strict, validate
from publisher.source import NAMES, Source, read_file

BASE = "base"
HOUSE = "house"
PROFILE = "partnership.yml"
BRAND = "_brand.yml"
IDENTIFIER = "it may have lower-case letters, digits and hyphens, 100 at most"
"""What a partnership's folder may be called, as the end of a sentence."""
_identifier = re.compile(r"(?=.{1,100}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")


class Jurisdiction(StrEnum):
    """Whose law applies."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"
    JERSEY = "Jersey"


class Companion(StrEnum):
    """What goes with a briefing in a team meeting."""

    SLIDES = "slides"
    FACILITATOR = "facilitator"
    ACTION_PLAN = "action-plan"
    READ_ALOUD = "read-aloud"
    EMAIL = "email"


class RegisteredLink(Strict):
    """An entry of the link register: the one place to mend when a page moves."""

    url: str = ""
    label: str = ""
    checked: WrittenDate | None = None


class Profile(Strict):
    """A ``partnership.yml`` with what it inherits."""

    model_config = ConfigDict(title="Partnership", json_schema_extra={"required": ["name", "short_name", "email"]})

    name: str
    short_name: str
    area: str = ""
    jurisdiction: Jurisdiction = Jurisdiction.ENGLAND
    series: str = "7 Minute Briefing"
    website: str = ""
    email: str = ""
    domains: tuple[str, ...] = Field((), description="Where the partnership's own links may point.")
    contacts: dict[str, Contact] = {}
    links: dict[str, RegisteredLink] = Field({}, description="The link register.")
    glossary: dict[str, str] = {}
    layout: Layout = Layout.RIBBON
    companions: tuple[Companion, ...] = Field((), description="What is always made to go with a briefing.")
    accessible_formats: str = ""
    style: dict[str, str] = Field({}, description="House-style switches where the sources disagree.")
    extends: str = Field("", description="Another folder of templates/ whose entries are inherited.")


@dataclass(frozen=True, slots=True)
class Partnership:
    """A partnership as loaded: what it states, how it looks, and where each value was written."""

    identifier: str
    profile: Profile
    brand: Brand
    source: Source


def identifiers(templates: Path) -> list[str]:
    """Return the names of the partnership folders in ``templates``, in order.

    What starts with an underscore is set aside. Raises PublisherError for a folder that would be missed otherwise, as
    no partnership may be called so.
    """
    if not templates.is_dir():
        return []
    names = sorted(folder.name for folder in templates.iterdir() if (folder / PROFILE).is_file())
    for name in names:
        if not _identifier.fullmatch(name) and not name.startswith(("_", ".")):
            raise PublisherError(
                f"a partnership's folder cannot be called `{name}` as in `{templates.name}`; {IDENTIFIER}"
            )
    return [name for name in names if is_identifier(name)]


def load(identifier: str, templates: Path, built_in: Path, root: Path) -> Partnership:
    """Return the partnership in ``templates/<identifier>``, with what it inherits.

    ``built_in`` holds the program's own base; file names are shown relative to ``root``.
    Raises PublisherError with the first fault when the folder cannot be used.
    """
    own: list[Path] = []
    for folder in inherited(identifier, templates, root):
        # Before anything in the folder is read.
        _refuse_faults(folder, root)
        own.append(folder)
    folders = with_base(own, templates, built_in)
    profile_source = merged(PROFILE, folders, root)
    profile, found = validate(Profile, profile_source, profile_source.data)
    _raise_first([*profile_source.diagnostics, *found, *unnamed(profile, profile_source)])
    brand_source = merged(BRAND, folders, root)
    brand_file, found = validate(BrandFile, brand_source, brand_source.data or {})
    _raise_first([*brand_source.diagnostics, *found])
    if profile is None or brand_file is None:
        raise PublisherError(f"`{shown(folders[0] / PROFILE, root)}` is empty")
    brand_file = _with_own_alternative(brand_file, brand_source, folders, root)
    brand = brands.resolve(brand_file, identifier, folders, profile.layout.value, profile.name)
    return Partnership(identifier, profile, brand, profile_source)


def unnamed(profile: Profile | None, source: Source) -> list[Diagnostic]:
    """Return a finding for each name of a partnership that is there and empty."""
    found: list[Diagnostic] = []
    for key, value in (("name", profile.name), ("short_name", profile.short_name)) if profile else ():
        if not value.strip() and (key,) in source.values:
            place = source.place((key,))
            name, message, hint = NAMES["SRC005"], f"`{key}` is empty", "Write what the partnership is called."
            span = place.span()
            found.append(Diagnostic("SRC005", name, Severity.ERROR, message, place.text.name, span, hint, (key,)))
    return found


def _unknown(identifier: str, templates: Path) -> str:
    known = identifiers(templates)
    listed = ", ".join(f"`{name}`" for name in known) or "none yet"
    return f"there is no partnership `{identifier}` in `{templates.name}`; there are: {listed}"


def is_identifier(written: str) -> bool:
    """Whether a partnership's folder may be called so."""
    return _identifier.fullmatch(written) is not None and written not in {BASE, HOUSE}


def inherited(identifier: str, templates: Path, root: Path) -> Iterator[Path]:
    """Yield a partnership's folder and those that it extends, nearest first.

    What a folder extends is read when the next one is asked for. Raises PublisherError where there is none.
    """
    if not is_identifier(identifier) or not (templates / identifier / PROFILE).is_file():
        raise PublisherError(_unknown(identifier, templates))
    chain: list[str] = []
    following = identifier
    while following:
        if following in chain:
            raise PublisherError(f"the folders {' and '.join(f'`{name}`' for name in chain)} extend each other")
        if not is_identifier(following) or not (templates / following / PROFILE).is_file():
            raise PublisherError(f"`{chain[-1]}` extends `{following}`, which is not a folder of `{templates.name}`")
        chain.append(following)
        yield (templates / following).resolve()
        data = read_file(templates / following / PROFILE, shown(templates / following / PROFILE, root)).data
        extends = data.get("extends") if isinstance(data, dict) else None
        following = extends if isinstance(extends, str) else ""


def with_base(own: list[Path], templates: Path, built_in: Path) -> tuple[Path, ...]:
    """Return the folders of a partnership with those that all inherit from: the project's base, the program's."""
    own_base = [templates / BASE] if (templates / BASE).is_dir() else []
    return tuple(dict.fromkeys(folder.resolve() for folder in (*own, *own_base, built_in / BASE)))


def _refuse_faults(folder: Path, root: Path) -> None:
    for first in assets.faults(folder):
        place = f"`{shown(folder, root)}/{first.file}`, line {first.line}"
        raise PublisherError(f"{place}: {first.message}. `publisher brand check {folder.name}` says all")


def merged(name: str, folders: tuple[Path, ...], root: Path) -> Source:
    """Return the sources of that name in all the folders, the nearest laid over the others."""
    result = Source(SourceText(shown(folders[0] / name, root), ""), {})
    for folder in reversed(folders):
        path = brands.find((folder,), name)
        if path is not None:
            result = lay_over(result, read_file(path, shown(path, root)))
    return Source(
        SourceText(shown(folders[0] / name, root), ""), result.data, result.values, result.keys, result.diagnostics
    )


def shown(path: Path, root: Path) -> str:
    """Return a path as people are shown it: relative to the project where it stands inside.

    What cannot be printed, and could play tricks on a terminal, is written as Python would write it.
    """
    try:
        name = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        name = path.as_posix()
    return printable(name)


def _with_own_alternative(file: BrandFile, source: Source, folders: tuple[Path, ...], root: Path) -> BrandFile:
    """Return the brand without words for a logo that are those of the folder it inherits from, and of another logo."""
    image = file.logo.chosen()
    path = brands.find(folders, image.path) if image and image.alt else None
    if image is None or path is None:
        return file
    written = {keys: place for keys, place in source.values.items() if keys[:1] == ("logo",) and keys[-1] == "alt"}
    stated = {place.text.name for place in written.values() if place.value == image.alt}
    owner = next(position for position, folder in enumerate(folders) if path.is_relative_to(folder))
    if any(shown(folder / BRAND, root) in stated for folder in folders[: owner + 1]):
        return file
    bare = image.model_copy(update={"alt": ""})
    images = {name: bare if one is image else one for name, one in file.logo.images.items()}
    return file.model_copy(update={"logo": file.logo.model_copy(update={"images": images})})


def _raise_first(diagnostics: list[Diagnostic]) -> None:
    for first in diagnostics:
        hint = f" {first.hint}" if first.hint else ""
        raise PublisherError(f"`{first.file}`, line {first.span.line}: {first.message}.{hint}")
