"""What a build has made for one partnership: briefings, their documents and files, and what was found in them."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.conformance import CHECKS
from publisher.manifest import Entry
from publisher.partnership import Partnership
from publisher.renderers import RENDERERS

_USUAL = ("html", "pdf", "docx", "txt")


@dataclass(frozen=True, slots=True)
class File:
    """A finished file and what the checks said of it."""

    name: str
    form: str
    format: str
    size: str
    """In words."""
    pages: int | None
    passed: tuple[str, ...]
    findings: tuple[tuple[str, str], ...]
    """Code and message of what was found and does not keep the file from being published."""
    unseen: tuple[str, ...]
    """Codes of checks that the program did not have, or left out, when it made the file."""
    is_current: bool
    """Whether it says what its source says now, so that what the rules find there is found of the file."""
    program: str
    """The version that made it."""

    @classmethod
    def of(cls, entry: Entry, *, is_current: bool) -> File:
        """Return the file of an entry of the manifest."""
        codes = [check.CODE for check in CHECKS if entry.format in check.FORMATS and entry.form in check.FORMS]
        findings = tuple((noted.code, noted.message) for noted in entry.findings)
        passed = tuple(code for code in codes if code in entry.checks)
        unseen = tuple(code for code in codes if code not in {*passed, *dict(findings)})
        name, size = entry.file.rpartition("/")[2], f"{max(round(entry.bytes / 1000), 1)} kB"
        return cls(
            name, entry.form, entry.format, size, entry.pages, passed, findings, unseen, is_current, entry.program
        )

    @property
    def is_faulty(self) -> bool:
        """Whether something was found in it, or may be in it that was not looked for."""
        return bool(self.findings or self.unseen or not self.is_current)


@dataclass(frozen=True, slots=True)
class Made:
    """A document of a briefing as its files show it."""

    role: str
    """What it is to the briefing, such as “action plan”; "" for the briefing itself."""
    files: tuple[File, ...]
    has_charts: bool
    has_fields: bool
    """Whether there is something to fill in; of a document that nobody has any more, both are taken to be so."""

    def file(self, name: str) -> File | None:
        """Return the file of a format, where there is one."""
        return next((file for file in self.files if file.format == name), None)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule found in a source and does not keep it from being published."""

    code: str
    message: str
    waived: bool


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing as the partnership has published it."""

    title: str
    language: str
    published: str
    review: str
    documents: tuple[Made, ...]
    findings: tuple[tuple[str, str], ...]
    """Code and message of what is wrong with the formats that it is published in."""
    remarks: tuple[Remark, ...]

    @property
    def outdated(self) -> tuple[File, ...]:
        """The files that say what the source does not say any more."""
        return tuple(file for document in self.documents for file in document.files if not file.is_current)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a report says about one partnership."""

    partnership: Partnership
    briefings: tuple[Briefing, ...]
    left_out: frozenset[str]
    """Codes of the rules behind criteria that the project does not use."""

    @property
    def programs(self) -> tuple[str, ...]:
        """The versions of the program that made the files."""
        return tuple(sorted({file.program for file in self.files}))

    @property
    def documents(self) -> tuple[Made, ...]:
        """All documents of all briefings."""
        return tuple(document for briefing in self.briefings for document in briefing.documents)

    @property
    def files(self) -> tuple[File, ...]:
        """All files of all documents."""
        return tuple(file for document in self.documents for file in document.files)

    @property
    def formats(self) -> dict[str, str]:
        """The usual formats, and the others that there are files of, each with what readers call it."""
        shown = {*_USUAL, *(file.format for file in self.files)}
        return {name: renderer.LABEL for name, renderer in RENDERERS.items() if name in shown}

    @property
    def remarks(self) -> dict[Remark, tuple[str, ...]]:
        """What the rules found, each with the titles of the briefings that it was found in."""
        told: dict[Remark, list[str]] = {}
        for briefing in self.briefings:
            for remark in briefing.remarks:
                told.setdefault(remark, []).append(briefing.title)
        return {remark: tuple(titles) for remark, titles in told.items()}

    def passed(self, code: str) -> int:
        """Return how many files passed a check."""
        return sum(code in file.passed for file in self.files)
