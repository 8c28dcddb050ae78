"""A foreign file as a flow of paragraphs: what every reader makes, and all that a recogniser is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from publisher.diagnostics import Severity
from publisher.redaction import without_identifiers

_MOST_REPEATED = 400
"""Characters of a comment or note."""


class Form(StrEnum):
    """What a paragraph is, as far as the file itself says so."""

    TITLE = "title"
    HEADING = "heading"
    PLAIN = "plain"
    ITEM = "item"
    QUOTE = "quote"
    NOTE = "note"
    """A footnote or endnote."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; ``target`` is where they lead."""

    text: str
    strong: bool = False
    emphasis: bool = False
    target: str | None = None
    """None where the words are no link; "" where they are one whose address is lost."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a table that a paragraph stands in; all count from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the file, in the order in which it is read."""

    runs: tuple[Run, ...]
    place: str
    """Where it stands, as an author is told: ``line 12``, ``page 2``, ``text box 3``, ``paragraph 9``."""
    form: Form = Form.PLAIN
    level: int = 0
    """A heading's level from 1; how many lists enclose an item's list."""
    number: str = ""
    """The mark that the file's own numbering prints before it, such as ``3.``; it is no part of the runs."""
    frame: int | None = None
    """Which text box or column it stands in, from 0, where the page is laid out in such."""
    cell: Cell | None = None

    @property
    def text(self) -> str:
        """The words without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a reader or a recogniser noticed and the author has to know."""

    code: str
    """IMP and three digits; the meaning of each stands in ``publisher/remarks.py``."""
    severity: Severity
    message: str
    hint: str
    place: str = ""


def excerpt(words: str) -> str:
    """Return words of the file as a remark repeats them: their beginning, without identifiers."""
    told = without_identifiers(words)
    return told if len(told) <= _MOST_REPEATED else f"{told[:_MOST_REPEATED]}…"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture taken out of the file."""

    name: str
    data: bytes
    alternative: str
    place: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file as read."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    """The title in the file's properties, where it has one."""
    language: str = ""
    images: tuple[Image, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())
