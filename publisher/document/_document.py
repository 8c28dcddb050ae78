"""A document: its sections, and what is said of it as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from publisher.document._blocks import Block, lines
from publisher.document._inlines import Field, inlines
from publisher.document._origin import Origin


class Form(StrEnum):
    """What a document is to its readers; templates, style sheets and the choice of formats go by it."""

    BRIEFING = "briefing"
    COMPENDIUM = "compendium"
    SLIDES = "slides"
    SHEET = "sheet"
    """Pages of running text that go with something else, such as a handout."""
    FORM = "form"
    """Pages to be filled in."""
    MESSAGE = "message"
    """Something to be sent, such as an e-mail; it has no look of its own."""


class Role(StrEnum):
    """What a section is for; layouts place sections by it."""

    SECTION = "section"
    ACTION = "action"
    QUESTIONS = "questions"
    RESOURCES = "resources"
    SUPPORT = "support"
    INFORMATION = "information"
    INTRODUCTION = "introduction"
    GROUP = "group"
    """A group of practice points, or a part of a compendium with several groups."""
    SLIDE = "slide"
    STATISTICS = "statistics"
    ACTIVITY = "activity"
    PRINCIPLE = "principle"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; ``number`` is printed before the heading where there is one."""

    role: Role
    heading: str
    blocks: tuple[Block, ...]
    number: int | None = None
    anchor: str = ""
    """Its name inside the document, where several sections have the same role and no number."""
    path: tuple[str | int, ...] = ()
    """The keys of the source that it was made from, where they are not those of a section of that number."""
    notes: tuple[Block, ...] = ()
    """What whoever presents it says; on no slide."""

    @property
    def identifier(self) -> str:
        """The section's name inside its document, for links and layouts."""
        return self.anchor or (f"section-{self.number}" if self.number else self.role.value)

    @property
    def title(self) -> str:
        """The heading as it is read: with its number."""
        return f"{self.number} {self.heading}" if self.number else self.heading


_LONGEST_RUNNING_NAME = 68
"""Characters that have room beside the date and the page's number, at 10 point on A4."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes: printed in headers and footers, written into each file's properties."""

    name: str
    short_name: str
    website: str
    email: str

    @property
    def running_name(self) -> str:
        """The name for the foot of each page: the short one where the other would take more than a line."""
        return self.name if len(self.name) <= _LONGEST_RUNNING_NAME or not self.short_name else self.short_name


@dataclass(frozen=True, slots=True)
class Document:
    """One document as one partnership publishes it."""

    identifier: str
    """The source's slug."""
    title: str
    subtitle: str
    series: str
    summary: str
    language: str
    """A language tag of BCP 47, such as en-GB."""
    publisher: Publisher
    published: str
    """ISO 8601: a month or a day."""
    published_in_words: str
    topics: tuple[str, ...]
    sections: tuple[Section, ...]
    draft: bool = False
    form: Form = Form.BRIEFING
    companion: str = ""
    """What it is to the source's main document, such as ``handout``; "" for that document itself."""
    origin: Origin | None = None
    """None where changes cannot be brought back from a copy."""

    @property
    def subject(self) -> str:
        """What a message about it is called."""
        return ": ".join(words for words in (self.series, self.title) if words)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The places to be filled in, in reading order."""
        every = (children for section in self.sections for children in lines(section.blocks))
        return tuple(one for children in every for one in inlines(children) if isinstance(one, Field))

    @property
    def stem(self) -> str:
        """The name of its files, without their suffix."""
        return f"{self.identifier}-{self.companion}" if self.companion else self.identifier
