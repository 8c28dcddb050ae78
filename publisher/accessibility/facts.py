"""What a build has made for one partnership, as its manifest has it: briefings, files and what they passed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from publisher.collection import slug_of
from publisher.conformance import CHECKS, EDITION_CHECKS
from publisher.dates import PartialDate
from publisher.edition import Edition, localise
from publisher.manifest import Entry, Manifest
from publisher.model import parse
from publisher.partnership import Partnership, shown
from publisher.project import Project
from publisher.renderers import RENDERERS
from publisher.source import read_file

_USUAL = ("html", "pdf", "docx", "txt")
_LANGUAGE = "en-GB"
"""The language of the report."""


@dataclass(frozen=True, slots=True)
class File:
    """A finished file and what the checks said of it."""

    name: str
    form: str
    format: str
    bytes: int
    pages: int | None
    passed: tuple[str, ...]
    findings: tuple[tuple[str, str], ...]
    """Code and message of what was found and does not keep the file from being published."""
    unseen: tuple[str, ...]
    """Codes of checks that the program did not have, or left out, when it made the file."""

    @property
    def size(self) -> str:
        """The file's size in words."""
        return f"{max(round(self.bytes / 1000), 1)} kB"


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing as the partnership has published it."""

    title: str
    language: str
    published: str
    review: str
    files: tuple[File, ...]
    findings: tuple[tuple[str, str], ...]
    """What is wrong with its files together."""

    def file(self, name: str) -> File | None:
        """Return the file of a format, where there is one."""
        return next((file for file in self.files if file.format == name), None)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a report says about one partnership."""

    partnership: Partnership
    briefings: tuple[Briefing, ...]
    programs: tuple[str, ...]
    """The versions of the program that made the files."""

    @property
    def files(self) -> tuple[File, ...]:
        """All files of all briefings."""
        return tuple(file for briefing in self.briefings for file in briefing.files)

    @property
    def formats(self) -> dict[str, str]:
        """The usual formats, and the others that there are files of, each with what readers call it."""
        shown = {*_USUAL, *(file.format for file in self.files)}
        return {name: renderer.LABEL for name, renderer in RENDERERS.items() if name in shown}

    def passed(self, code: str) -> int:
        """Return how many files passed a check."""
        return sum(code in file.passed for file in self.files)


def gather(project: Project, partnership: Partnership, manifest: Manifest) -> Facts:
    """Return what the manifest says of a partnership's files; dates and titles come from the sources."""
    entries = [entry for _, entry in sorted(manifest.entries.items()) if entry.partnership == partnership.identifier]
    by_source = groupby(sorted(entries, key=lambda entry: entry.source), key=lambda entry: entry.source)
    briefings = [_briefing(project, partnership, source, list(made)) for source, made in by_source]
    programs = tuple(sorted({entry.program for entry in entries}))
    return Facts(partnership, tuple(sorted(briefings, key=lambda one: one.title.casefold())), programs)


def _briefing(project: Project, partnership: Partnership, source: str, entries: list[Entry]) -> Briefing:
    edition = _edition(project, partnership, project.root / source)
    formats = frozenset(entry.format for entry in entries)
    stated = edition.work if edition else None
    return Briefing(
        edition.words(stated.title) if edition and stated else slug_of(Path(source)),
        stated.lang if stated else _LANGUAGE,
        _in_words(stated.published if stated else None),
        _in_words(stated.review if stated else None),
        tuple(_file(entry) for entry in entries),
        tuple((check.CODE, finding.message) for check in EDITION_CHECKS for finding in check.check(formats)),
    )


def _edition(project: Project, partnership: Partnership, path: Path) -> Edition | None:
    """Return the edition that the partnership's files were made of, where its source is still there."""
    if not path.is_file():
        return None
    source = read_file(path, shown(path, project.root))
    briefing, _ = parse(source)
    if briefing is None:
        return None
    overlay = project.overlay(slug_of(path), partnership)
    return localise(slug_of(path), source, briefing, partnership, overlay).edition


def _in_words(date: PartialDate | None) -> str:
    return date.in_words(_LANGUAGE) if date else ""


def _file(entry: Entry) -> File:
    codes = [check.CODE for check in CHECKS if entry.format in check.FORMATS and entry.form in check.FORMS]
    findings = tuple((noted.code, noted.message) for noted in entry.findings)
    passed = tuple(code for code in codes if code in entry.checks)
    unseen = tuple(code for code in codes if code not in {*passed, *dict(findings)})
    name = entry.file.rpartition("/")[2]
    return File(name, entry.form, entry.format, entry.bytes, entry.pages, passed, findings, unseen)
