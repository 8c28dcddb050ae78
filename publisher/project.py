"""A folder that the program works on: its sources, partnerships, settings and house data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from pydantic import Field, field_validator

from publisher import collection, house, partnership
from publisher.collection import BRIEFINGS, SETTINGS, TEMPLATES
from publisher.diagnostics import Severity
from publisher.errors import PublisherError
from publisher.house import House
from publisher.partnership import Partnership, shown
from publisher.schema import Strict, validate, wrong
from publisher.source import Source, read_file


class Format(StrEnum):
    """What a document can be made as."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    TXT = "txt"
    PPTX = "pptx"
    LARGE_PRINT = "large-print"
    FRAGMENT = "fragment"


class Settings(Strict):
    """``publisher.yml``: the defaults of one project."""

    partnerships: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    severities: dict[str, Severity] = {}
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    page_budget: int = Field(2, ge=1)
    """Pages that a briefing's PDF may have."""

    @field_validator("severities", mode="before")
    @classmethod
    def _known_weights(cls, written: object) -> object:
        for code, weight in written.items() if isinstance(written, dict) else ():
            if weight not in list(Severity):
                message = f"`{weight}` is not a severity for `{code}`"
                raise wrong(message, f"It is `error`, `warning` or `info`; `ignore: [{code}]` leaves a rule out.")
        return written


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
        return self.root / BRIEFINGS

    @property
    def templates(self) -> Path:
        """The folder of the partnerships."""
        return self.root / TEMPLATES

    @cached_property
    def _templates_themselves(self) -> Path:
        """The same without symbolic links, as the folders of a partnership are kept."""
        return self.templates.resolve()

    @cached_property
    def settings(self) -> Settings:
        """What ``publisher.yml`` says, or the defaults; raises PublisherError where it is wrong."""
        path = self.root / SETTINGS
        if (other := path.with_suffix(".yaml")).exists():
            raise PublisherError(f"`{other.name}` is not looked at; call it `{SETTINGS}`")
        if not (path.exists() or path.is_symlink()):
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

        Raises PublisherError for a path that does not exist, for a file that is known to be no briefing, and for a
        folder without sources.
        """
        return collection.sources(self.root, paths or (self.briefings,))

    def named(self, words: tuple[str, ...]) -> list[Path]:
        """Return the source files that slugs or paths name, or all of ``briefings/``; raises as ``sources`` does."""
        return self.sources(tuple(collection.by_slug(self.root, word) for word in words))

    def overlay(self, slug: str, owner: Partnership) -> Source | None:
        """Return a partnership's local edition of a briefing, or the one it inherits, where there is one."""
        own = [folder for folder in owner.brand.folders if folder.parent == self._templates_themselves]
        for folder in own:
            path = folder / "briefings" / f"{slug}.yaml"
            if path.is_file():
                return read_file(path, shown(path, self.root))
        return None
