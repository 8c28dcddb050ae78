"""What stands around the sections: dates, contacts, resources, questions, support lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from publisher.diagnostics import Severity
from publisher.importers._manuscript import Form, Paragraph, Remark
from publisher.importers.as_markdown import line, tidy
from publisher.importers.recognition._dates import DateLine, date_lines
from publisher.importers.recognition._details import Contact, contacts, named
from publisher.importers.recognition._furniture import furniture
from publisher.importers.recognition._headings import Block
from publisher.importers.recognition._layout import Announced
from publisher.importers.recognition._lines import words
from publisher.importers.recognition._recogniser import Reading, Surroundings, folded
from publisher.importers.recognition._resources import resources
from publisher.model import Scope
from publisher.source import Data

_HEADING = "a heading; what stands below it has keys of its own"
_contact = re.compile(r"contacts?(?: us| details)?\s*:", re.IGNORECASE)
_TASK_WORDS = 40
"""A question or a task for the team; more is an explanation."""


def _key(found: DateLine) -> str:
    return "review" if found.key == "review" else "published"


@dataclass(slots=True)
class Around:
    """What the blocks around the sections come to."""

    surroundings: Surroundings
    dates: dict[str, str] = field(default_factory=dict)
    """``published`` and ``review``, as a source has them."""
    contacts: dict[str, Data] = field(default_factory=dict)
    resources: list[Data] = field(default_factory=list)
    questions: list[Data] = field(default_factory=list)
    support: list[Data] = field(default_factory=list)
    rest: list[Paragraph] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def read(self, block: Announced) -> None:
        """Take in one block; what is not understood goes to the rest."""
        if block.heading is not None:
            self.readings.append(Reading(tidy(block.heading.text).strip(), _HEADING))
        scope = block.special.scope
        for paragraph in block.paragraphs:
            scope = self._paragraph(paragraph, block.special.block, scope)

    def details(self, paragraphs: Iterable[Paragraph]) -> None:
        """Take in lines with dates and addresses."""
        for paragraph in paragraphs:
            if not self._date(paragraph) and not self._furniture(paragraph) and not self._contacts(paragraph):
                self.rest.append(paragraph)

    def _paragraph(self, paragraph: Paragraph, block: Block, scope: Scope | None) -> Scope | None:
        match block:
            case Block.RESOURCES:
                return self._resource(paragraph, scope)
            case Block.QUESTIONS:
                self._question(paragraph)
            case Block.SUPPORT:
                if not self._support(paragraph):
                    self.details([paragraph])
            case Block.DETAILS:
                if not self._support(paragraph):
                    self.details([paragraph])
        return scope

    def _resource(self, paragraph: Paragraph, scope: Scope | None) -> Scope | None:
        stated = {"local": Scope.LOCAL, "national": Scope.NATIONAL}.get(folded(paragraph.text))
        if stated:
            self.readings.append(Reading(tidy(paragraph.text).strip(), "the scope of the resources below it"))
            return stated
        if self._date(paragraph) or self._furniture(paragraph) or self._support(paragraph):
            return scope
        found = [] if paragraph.form is Form.NOTE else resources(paragraph, scope, self.surroundings)
        self.resources += found
        self.rest += [] if found else [paragraph]
        return scope

    def _question(self, paragraph: Paragraph) -> None:
        text = paragraph.text.strip()
        if self._date(paragraph) or self._furniture(paragraph):
            return
        if _contact.match(text) and "?" not in text:
            self.details([paragraph])
            return
        is_task = len(text.split()) <= _TASK_WORDS and not text.endswith(":")
        if (paragraph.form is Form.ITEM or "?" in text or is_task) and paragraph.form is not Form.NOTE:
            self.questions.append(line(paragraph.runs))
        else:
            self.rest.append(paragraph)

    def _date(self, paragraph: Paragraph) -> bool:
        found = date_lines(paragraph.text)
        if not found or not all(self._one_date(one, paragraph) for one in found):
            return False
        stated = ", ".join(f"`{_key(one)}: {one.date}`" for one in found)
        self.readings.append(Reading(tidy(paragraph.text).strip(), stated))
        return True

    def _one_date(self, found: DateLine, paragraph: Paragraph) -> bool:
        key = _key(found)
        if found.date is None:
            message = f"“{tidy(paragraph.text).strip()}” is not a date that can be read"
            hint = f"Write it as `{key}: 2026-07`, and delete it from `unplaced:`."
            self.remarks.append(Remark("IMP006", Severity.WARNING, message, hint, paragraph.place))
            return False
        if self.dates.get(key, str(found.date)) != str(found.date):
            self._second_date(paragraph, key)
            return False
        self.dates[key] = str(found.date)
        return True

    def _second_date(self, paragraph: Paragraph, key: str) -> None:
        message = f"“{tidy(paragraph.text).strip()}” is a second date; `{key}` is {self.dates[key]} already"
        hint = "Keep the right one and delete the other from `unplaced:`."
        self.remarks.append(Remark("IMP006", Severity.WARNING, message, hint, paragraph.place))

    def _furniture(self, paragraph: Paragraph) -> bool:
        text = tidy(paragraph.text).strip()
        if any(run.target is not None for run in paragraph.runs):
            return False
        meaning = furniture(text, self.surroundings)
        self.readings += [Reading(text, meaning)] if meaning else []
        return bool(meaning)

    def _support(self, paragraph: Paragraph) -> bool:
        """Take a line that says no more than the house list says of a support line."""
        stated = set(words(paragraph.text))
        for key, entry in self.surroundings.support.items():
            known = set(words(f"{entry.label} {entry.text} {entry.phone} {entry.url}"))
            targets = {run.target for run in paragraph.runs if run.target is not None}
            if set(words(entry.label)) <= stated <= known and targets <= {entry.url}:
                self.support += [] if key in self.support else [key]
                told = " ".join([tidy(paragraph.text).strip(), *sorted(filter(None, targets))])
                self.readings.append(Reading(told, f"`support: [{key}]`"))
                return True
        return False

    def _contacts(self, paragraph: Paragraph) -> bool:
        found = [] if paragraph.form is Form.NOTE else contacts(paragraph)
        for one in map(named, found):
            self.contacts[self._free_key(one)] = dict(one.data())
            self._known_already(one, paragraph.place)
        return bool(found)

    def _free_key(self, contact: Contact) -> str:
        numbers = (f"-{number}" for number in range(2, len(self.contacts) + 3))
        return next(key for key in (contact.key, *(contact.key + n for n in numbers)) if key not in self.contacts)

    def _known_already(self, contact: Contact, place: str) -> None:
        owners = [
            profile.short_name
            for profile in self.surroundings.profiles
            if {folded(value).rstrip("/") for _, value in contact.values}
            <= {folded(profile.website).rstrip("/"), folded(profile.email)}
        ]
        if owners:
            message = f"the contact “{contact.label}” is printed from the folder of {owners[0]} already"
            hint = f"Delete `{contact.key}` under `contacts:`, so that every partnership prints its own."
            self.remarks.append(Remark("IMP050", Severity.INFO, message, hint, place))
