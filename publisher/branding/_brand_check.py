"""What a check of a partnership's folder is, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from publisher.brand import Brand, BrandFile, LogoImage
from publisher.diagnostics import Finding, Severity
from publisher.diagnostics import Path as Keys
from publisher.partnership import Partnership, Profile
from publisher.places import Place
from publisher.source import Source


@dataclass(frozen=True, slots=True)
class Letters:
    """The characters that the briefings use: in all of their text, and in titles and headings."""

    text: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Folder:
    """A partnership's folder as read: what can be used of its two files, and where each value was written."""

    identifier: str
    folders: tuple[Path, ...]
    """Where files are looked for, nearest first; the last ones are the base that all inherit."""
    own: tuple[Path, ...]
    """The partnership's folder and those that it extends."""
    shown: tuple[str, ...]
    """The same as people are shown them, such as ``templates/salford``."""
    profile: Profile
    profile_source: Source
    brand: BrandFile
    brand_source: Source
    partnership: Partnership
    """As far as the rules need it; for what it looks like there is ``look``."""
    look: Brand | None
    """None where something is wrong that keeps it from being used at all."""
    problem: str = ""
    """Why there is no look, where that has not been found already."""
    letters: Letters = Letters()

    def logo(self) -> tuple[Keys, LogoImage | None]:
        """Return where the logo for a page's head is written, and the logo."""
        logo = self.brand.logo
        role = next((role for role in ("medium", "large", "small") if getattr(logo, role)), "")
        name = getattr(logo, role) if role else next(iter(logo.images), "")
        place: Keys = ("logo", "images", name) if name in logo.images else ("logo", role)
        return place, logo.chosen()

    def place(self, path: Keys, *, in_profile: bool = False) -> Place:
        """Return where a value is written, or what encloses it in the partnership's own files if it is inherited."""
        source = self.profile_source if in_profile else self.brand_source
        for length in range(len(path), 0, -1):
            for place in (source.values.get(path[:length]), source.keys.get(path[:length])):
                if place and any(place.text.name.startswith(f"{folder}/") for folder in self.shown):
                    return place
        return Place(source.text, 0, 0)


class BrandCheck(Protocol):
    """A module with these names; its docstring is its documentation, with the headings that a rule's has."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    __doc__: str | None

    def check(self, folder: Folder) -> Iterator[Finding]:
        """Yield what is wrong; a path leads into ``_brand.yml``, or into ``partnership.yml`` where it says so."""
        ...
