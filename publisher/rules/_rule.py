"""What a rule is, and what it is given to look at."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from publisher import prose
from publisher.diagnostics import Finding, Path, Severity
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Briefing
from publisher.partnership import Profile
from publisher.prose import Prose


class Scope(StrEnum):
    """When a rule runs: once on what the author wrote, or once for each partnership that publishes it."""

    BRIEFING = "briefing"
    EDITION = "edition"


class Part(StrEnum):
    """Which part of a briefing a passage is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SUMMARY = "summary"
    HEADING = "heading"
    BODY = "body"
    QUESTION = "question"
    RESOURCE = "resource"
    CONTACT = "contact"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Passage:
    """A value that readers will read: where it is written, what part it is, its words."""

    path: Path
    part: Part
    prose: Prose

    def finding(self, start: int, end: int, message: str, hint: str = "", replacement: str | None = None) -> Finding:
        """Return a finding about the prose's characters from ``start`` to ``end``."""
        first, last = self.prose.in_value(start, end)
        return Finding(self.path, message, hint, first, last, replacement)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule looks at; ``edition`` is there for rules of that scope only."""

    briefing: Briefing
    today: datetime.date
    edition: Edition | None = None
    passages: tuple[Passage, ...] = field(default=())
    others: tuple[Profile, ...] = ()
    """The other partnerships that the project knows, for rules about editions."""

    def of(self, *parts: Part) -> Iterator[Passage]:
        """Yield the passages that are one of ``parts``, in reading order."""
        return (passage for passage in self.passages if passage.part in parts)


class Rule(Protocol):
    """A module with these names; its docstring is its documentation."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    SCOPE: Scope
    __doc__: str | None

    def check(self, subject: Subject, house: House) -> Iterator[Finding]:
        """Yield what is wrong, each time with the path of the value concerned."""
        ...


def passages(briefing: Briefing) -> tuple[Passage, ...]:
    """Return everything in a briefing that is printed, in reading order."""
    return tuple(passage for passage in _passages(briefing) if passage.prose.text.strip())


def _passages(briefing: Briefing) -> Iterator[Passage]:
    yield Passage(("title",), Part.TITLE, prose.plain(briefing.title))
    yield Passage(("subtitle",), Part.SUBTITLE, prose.plain(briefing.subtitle))
    yield Passage(("summary",), Part.SUMMARY, prose.plain(briefing.summary))
    for index, section in enumerate(briefing.sections):
        yield Passage(("sections", index, "heading"), Part.HEADING, prose.plain(section.heading))
        yield Passage(("sections", index, "body"), Part.BODY, prose.read(section.body))
    for index, question in enumerate(briefing.questions):
        yield Passage(("questions", index), Part.QUESTION, prose.read(question))
    for index, resource in enumerate(briefing.resources):
        yield Passage(("resources", index, "label"), Part.RESOURCE, prose.plain(resource.label))
    for key, contact in briefing.contacts.items():
        yield Passage(("contacts", key, "label"), Part.CONTACT, prose.plain(contact.label))
    if briefing.origin:
        yield Passage(("origin", "credit"), Part.CREDIT, prose.plain(briefing.origin.credit))
