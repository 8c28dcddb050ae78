"""A folder that the program works on: its sources, partnerships, settings and house data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import PositiveInt

from publisher import house, partnership
from publisher.diagnostics import Severity
from publisher.errors import PublisherError
from publisher.house import House
from publisher.partnership import Partnership, shown
from publisher.schema import Strict, validate
from publisher.source import Source, read_file

SETTINGS = "publisher.yml"
_slug = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Settings(Strict):
    """``publisher.yml``: the defaults of one project."""

    partnerships: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    severities: dict[str, Severity] = {}
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    page_budget: PositiveInt = 2
    """Pages that a briefing's PDF may have."""


def built_in(name: str) -> Path:
    """Return a folder that comes with the program: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parent / name


@dataclass(frozen=True)
class Project:
    """A project folder; its parts are read when they are first asked for."""

    root: Path

    def __getstate__(self) -> dict[str, object]:
        """Return what is sent to another process: the folder, not what has been read of it."""
        return {"root": self.root}

    @property
    def briefings(self) -> Path:
        """The folder of the sources."""
        return self.root / "briefings"

    @property
    def templates(self) -> Path:
        """The folder of the partnerships."""
        return self.root / "templates"

    @cached_property
    def settings(self) -> Settings:
        """What ``publisher.yml`` says, or the defaults; raises PublisherError where it is wrong."""
        path = self.root / SETTINGS
        if not path.is_file():
            return Settings()
        source = read_file(path, SETTINGS)
        settings, found = validate(Settings, source, source.data or {})
        for first in [*source.diagnostics, *found]:
            raise PublisherError(f"{SETTINGS}:{first.span.line}: {first.message}. {first.hint}")
        return settings or Settings()

    @cached_property
    def house(self) -> House:
        """The house data: the project's own where it has the folder, else the program's."""
        own = self.templates / partnership.HOUSE
        return house.load(own if own.is_dir() else built_in("templates") / partnership.HOUSE)

    def partnerships(self, chosen: tuple[str, ...] = ()) -> list[Partnership]:
        """Return the chosen partnerships, else those of the settings, else all that have a folder."""
        return [self._partnership(name) for name in dict.fromkeys(chosen or self.partnership_names())]

    def partnership_names(self) -> tuple[str, ...]:
        """Return the identifiers of all partnerships that this project publishes for."""
        return self.settings.partnerships or tuple(partnership.identifiers(self.templates))

    def _partnership(self, identifier: str) -> Partnership:
        return partnership.load(identifier, self.templates, built_in("templates"), self.root)

    def sources(self, paths: tuple[Path, ...] = ()) -> list[Path]:
        """Return the source files that ``paths`` (files or folders) name, or all of ``briefings/``.

        Raises PublisherError for a path that does not exist and for a folder without sources.
        """
        found: list[Path] = []
        for path in paths or (self.briefings,):
            if path.is_dir():
                found.extend(_in_folder(path, self.root))
            elif path.exists():
                found.append(path)
            else:
                raise PublisherError(f"there is no file or folder `{shown(path, self.root)}`")
        return list(dict.fromkeys(found))

    def named(self, words: tuple[str, ...]) -> list[Path]:
        """Return the source files that slugs or paths name, or all of ``briefings/``."""
        return self.sources(tuple(self._file(word) for word in words))

    def _file(self, word: str) -> Path:
        by_slug = self.briefings / f"{word}.yaml"
        return by_slug if _slug.fullmatch(word) and by_slug.is_file() else Path(word)

    def overlay(self, slug: str, owner: Partnership) -> Source | None:
        """Return a partnership's local edition of a briefing, or the one it inherits, where there is one."""
        templates = self.templates.resolve()
        own = [folder for folder in owner.brand.folders if folder.parent == templates]
        for folder in own:
            path = folder / "briefings" / f"{slug}.yaml"
            if path.is_file():
                return read_file(path, shown(path, self.root))
        return None


def _in_folder(folder: Path, root: Path) -> list[Path]:
    found = sorted(path for path in folder.rglob("*.yaml") if path.is_file())
    for path in found:
        # A folder may come from a stranger; what a person names may stand anywhere.
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            message = (
                f"`{path.relative_to(folder).as_posix()}` in `{shown(folder, root)}` is a link that leads out of it"
            )
            raise PublisherError(f"{message}; put the file itself there")
    if not found:
        raise PublisherError(f"there are no briefings (*.yaml) in `{shown(folder, root)}`")
    return found


def slug_of(path: Path) -> str:
    """Return the slug that a source's file name gives it."""
    return path.stem
