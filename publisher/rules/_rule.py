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
from publisher.model import Briefing, Kind, PracticePoints, Session, Work
from publisher.partnership import Profile
from publisher.prose import Prose
from publisher.rules._kept import kept


class Scope(StrEnum):
    """When a rule runs: once on what the author wrote, or once for each partnership that publishes it."""

    BRIEFING = "briefing"
    EDITION = "edition"
    BOTH = "both"
    """On what the author wrote, where the subject has no edition; and on what each edition adds to it."""


class Part(StrEnum):
    """Which part of a work a passage is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SUMMARY = "summary"
    HEADING = "heading"
    BODY = "body"
    QUESTION = "question"
    RESOURCE = "resource"
    CONTACT = "contact"
    CREDIT = "credit"


OWN_WORDS = (Part.TITLE, Part.SUBTITLE, Part.SUMMARY, Part.HEADING, Part.BODY, Part.QUESTION)
"""What an author words freely; the labels of resources and contacts are mostly names that others gave."""


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

    work: Work
    today: datetime.date
    edition: Edition | None = None
    passages: tuple[Passage, ...] = field(default=())
    others: tuple[Profile, ...] = ()
    """The other partnerships that the project knows, for rules about editions."""
    known: tuple[Profile, ...] = ()
    """All of them, the publishing one included: the same for every edition, so that they are prepared once."""
    _by_parts: dict[tuple[Part, ...], tuple[Passage, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def parts(self) -> str:
        """The key of the list that the work consists of: ``sections``, ``groups`` or ``slides``."""
        return _PARTS[self.work.kind]

    @property
    def briefing(self) -> Briefing:
        """The work, for rules that run on briefings only; raises TypeError for any other kind."""
        if not isinstance(self.work, Briefing):
            raise TypeError(f"a rule for briefings was given a {self.work.kind}")
        return self.work

    @property
    def practice_points(self) -> PracticePoints:
        """The work, for rules that run on practice points only; raises TypeError for any other kind."""
        if not isinstance(self.work, PracticePoints):
            raise TypeError(f"a rule for practice points was given a {self.work.kind}")
        return self.work

    @property
    def session(self) -> Session:
        """The work, for rules that run on sessions only; raises TypeError for any other kind."""
        if not isinstance(self.work, Session):
            raise TypeError(f"a rule for sessions was given a {self.work.kind}")
        return self.work

    def of(self, *parts: Part) -> tuple[Passage, ...]:
        """Return the passages that are one of ``parts``, in reading order."""
        if parts not in self._by_parts:
            self._by_parts[parts] = tuple(passage for passage in self.passages if passage.part in parts)
        return self._by_parts[parts]


_PARTS = {Kind.BRIEFING: "sections", Kind.PRACTICE_POINTS: "groups", Kind.SESSION: "slides"}


def part_name(path: Path) -> str:
    """Return what the part of a work is called in which a value stands, such as “section 2” or “the introduction”."""
    key, *rest = map(str, path)
    return f"{key.removesuffix('s')} {int(rest[0]) + 1}" if rest else f"the {key}"


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


@kept
def passages(work: Work) -> tuple[Passage, ...]:
    """Return everything in a work that is printed or said, in reading order."""
    return tuple(passage for passage in _passages(work) if passage.prose.text.strip())


def _passages(work: Work) -> Iterator[Passage]:
    yield Passage(("title",), Part.TITLE, prose.plain(work.title))
    yield Passage(("subtitle",), Part.SUBTITLE, prose.plain(work.subtitle))
    yield Passage(("summary",), Part.SUMMARY, prose.plain(work.summary))
    match work:
        case Briefing():
            yield from _of_briefing(work)
        case PracticePoints():
            yield from _of_practice_points(work)
        case Session():
            yield from _of_session(work)
    for path, resource in work.placed_resources():
        yield Passage((*path, "label"), Part.RESOURCE, prose.plain(resource.label))
    for key, contact in work.contacts.items():
        yield Passage(("contacts", key, "label"), Part.CONTACT, prose.plain(contact.label))
    if work.origin:
        yield Passage(("origin", "credit"), Part.CREDIT, prose.plain(work.origin.credit))


def _of_briefing(briefing: Briefing) -> Iterator[Passage]:
    for index, section in enumerate(briefing.sections):
        yield Passage(("sections", index, "heading"), Part.HEADING, prose.plain(section.heading))
        yield Passage(("sections", index, "body"), Part.BODY, prose.read(section.body))
    for index, question in enumerate(briefing.questions):
        yield Passage(("questions", index), Part.QUESTION, prose.read(question))


def _of_practice_points(work: PracticePoints) -> Iterator[Passage]:
    yield Passage(("introduction",), Part.BODY, prose.read(work.introduction, tables=True))
    for number, group in enumerate(work.groups):
        yield Passage(("groups", number, "part"), Part.HEADING, prose.plain(group.part))
        yield Passage(("groups", number, "heading"), Part.HEADING, prose.plain(group.heading))
        for index, point in enumerate(group.points):
            yield Passage(("groups", number, "points", index), Part.BODY, prose.read(point, tables=True))


def _of_session(session: Session) -> Iterator[Passage]:
    for index, aim in enumerate(session.aims):
        yield Passage(("aims", index), Part.BODY, prose.read(aim))
    for number, slide in enumerate(session.slides):
        yield Passage(("slides", number, "heading"), Part.HEADING, prose.plain(slide.heading))
        yield Passage(("slides", number, "body"), Part.BODY, prose.read(slide.body, tables=True))
        for index, statistic in enumerate(slide.statistics):
            yield Passage(("slides", number, "statistics", index, "label"), Part.BODY, prose.plain(statistic.label))
        yield Passage(("slides", number, "notes"), Part.BODY, prose.read(slide.notes, tables=True))
