"""The tree that every format is made from: what is said and in which order, nothing of how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """Words without markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than those around them."""

    children: tuple[Inline, ...]
    language: str
    """A language tag of BCP 47, such as cy."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; plain text only, as PDF has no clean tag for markup inside a link."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break that the author asked for."""


Inline = Text | Strong | Emphasis | Foreign | Link | LineBreak


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list whose order says nothing."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list."""

    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """Somebody else's words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; ``shown`` is its value as readers are told it, such as 35%."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars beside each other; what they say stands in a table that follows, for those who do not see them."""

    bars: tuple[Bar, ...]

    @property
    def alternative(self) -> str:
        """The words that stand for the picture."""
        return "Bar chart. " + "; ".join(f"{bar.label}: {bar.shown}" for bar in self.bars) + "."


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section, one level below it."""

    children: tuple[Inline, ...]


Block = Paragraph | BulletList | OrderedList | BlockQuote | Subheading | Chart


class Form(StrEnum):
    """What a document is to its readers; templates, style sheets and the choice of formats go by it."""

    BRIEFING = "briefing"
    COMPENDIUM = "compendium"
    SLIDES = "slides"
    SHEET = "sheet"
    """Pages of running text that go with something else, such as a handout."""


class Role(StrEnum):
    """What a section is for; layouts place sections by it."""

    SECTION = "section"
    ACTION = "action"
    QUESTIONS = "questions"
    RESOURCES = "resources"
    SUPPORT = "support"
    INFORMATION = "information"
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


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes: printed in headers and footers, written into each file's properties."""

    name: str
    short_name: str
    website: str
    email: str


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

    @property
    def stem(self) -> str:
        """The name of its files, without their suffix."""
        return f"{self.identifier}-{self.companion}" if self.companion else self.identifier


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks and all blocks inside them, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, BulletList | OrderedList):
            for item in block.items:
                yield from walk(item.blocks)
        elif isinstance(block, BlockQuote):
            yield from walk(block.blocks)


def inlines(children: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield the inlines and all inlines inside them, in reading order."""
    for child in children:
        yield child
        if isinstance(child, Strong | Emphasis | Foreign):
            yield from inlines(child.children)


def plain_text(children: tuple[Inline, ...]) -> str:
    """Return the words of the inlines without their markup."""
    words: list[str] = []
    for child in inlines(children):
        if isinstance(child, Text | Link):
            words.append(child.text)
        elif isinstance(child, LineBreak):
            words.append("\n")
    return "".join(words)
