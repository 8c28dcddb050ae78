"""The tree that every format is made from: what is said and in which order, nothing of how it looks."""

from __future__ import annotations

import hashlib
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


class Entry(StrEnum):
    """What is written into a field."""

    LINE = "line"
    """A few words."""
    LINES = "lines"
    """Notes of several lines."""
    DATE = "date"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Field:
    """A place that readers fill in."""

    name: str
    """Its name inside the document, such as action-1-who."""
    label: str
    """What a screen reader calls it; on the page it stands beside the words that ask for it."""
    entry: Entry = Entry.LINE


Inline = Text | Strong | Emphasis | Foreign | Link | LineBreak | Field


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list."""

    blocks: tuple[Block, ...]
    path: tuple[str | int, ...] = ()
    """The keys of the source that it alone was made from, where there are such."""


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
class Cell:
    """A cell of a table."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with a cell for each of its columns."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is of, the heads of its columns, and its rows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    row_heads: bool = True
    """Whether the first cell of each row says what the row is about."""

    @property
    def heads(self) -> tuple[Paragraph, ...]:
        """The caption and the heads of the columns, those that have words, as what is read before the rows."""
        return tuple(Paragraph((Text(words),)) for words in (self.caption, *self.columns) if words)


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section, one level below it."""

    children: tuple[Inline, ...]
    anchor: str = ""
    """Its name inside the document, where a list of contents leads to it."""


Block = Paragraph | BulletList | OrderedList | BlockQuote | Subheading | Chart | Table


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


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes: printed in headers and footers, written into each file's properties."""

    name: str
    short_name: str
    website: str
    email: str


class Writing(StrEnum):
    """How a value of the source is written."""

    LINE = "line"
    """Plain words, in which only names are replaced."""
    PHRASE = "phrase"
    """Markdown of one line."""
    BODY = "body"
    """Markdown in blocks."""
    DATE = "date"
    WORD = "word"
    """A key, an address or another value that is no text."""


ORIGIN_NAMESPACE = "urn:briefing-publisher:origin"
"""The namespace of the XML in which a file carries its origin."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value as the author wrote it, before names and links were put in."""

    path: tuple[str | int, ...]
    kind: Writing
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document was made from, so that what is changed in a copy of it can be brought back."""

    partnership: str
    """The name of its folder."""
    written: tuple[Written, ...]
    names: tuple[tuple[str, str], ...] = ()
    """The names that stand in the text, such as ``partnership.area``, with the words that took their place."""
    targets: tuple[tuple[str, str], ...] = ()
    """The targets of links as written, such as ``link:escalation``, with where they lead."""

    @property
    def digest(self) -> str:
        """What stands for the text of the edition: the SHA-256 of all that was written."""
        values = "\0".join(f"{'/'.join(map(str, one.path))}\0{one.text}" for one in self.written)
        return hashlib.sha256(values.encode()).hexdigest()


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
        blocks = (block for section in self.sections for block in walk(section.blocks))
        lines = (block.children for block in blocks if isinstance(block, Paragraph | Subheading))
        return tuple(one for children in lines for one in inlines(children) if isinstance(one, Field))

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
        elif isinstance(block, Table):
            yield from block.heads
            for row in block.rows:
                for cell in row.cells:
                    yield from walk(cell.blocks)


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
