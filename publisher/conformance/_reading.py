"""What a finished file says, in the same terms for every format, so that most checks need not know the format."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from publisher.conformance._check import Output, UnreadableError


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one type."""

    text: str
    size: float
    """Points."""
    bold: bool
    family: str
    """The font's name as the file has it, or "" where that is left to the reader's program."""
    colour: str
    """As ``#rrggbb``."""
    ground: str
    """The colour behind the words as ``#rrggbb``, or "" where it cannot be told."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item's text or a table cell's, in reading order."""

    text: str
    level: int = 0
    """1 to 6 for a heading, 0 for what is none."""
    runs: tuple[Run, ...] = ()
    justified: bool = False
    leading: float | None = None
    """From one baseline to the next, as a multiple of the type's size, where it can be told."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as a program reads it that shows no layout."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    links: tuple[str, ...] = ()
    """Where the links lead, in reading order; a link that is broken over lines may stand here for each piece."""
    images: tuple[str | None, ...] = ()
    """The words that stand for each image; None where it has none and is not marked as decoration."""
    tables: tuple[bool, ...] = ()
    """For each table whether it has header cells."""
    metadata: tuple[tuple[str, str], ...] = ()
    """What the file says of itself: field and value."""
    hidden: tuple[str, ...] = ()
    """What the file holds and does not show, such as “a comment”."""
    bookmarks: tuple[str, ...] | None = None
    """The titles in the outline beside the page; None for formats that have none."""
    claims: tuple[str, ...] = ()
    """The standards that the file says it keeps to: ua1, 3a."""
    fields: tuple[str, ...] = ()
    """What a screen reader calls the places to be filled in; "" for one without a name."""
    styles: str = ""
    """The style sheets of a web page."""
    viewport: str = ""
    """What a web page asks of small screens."""

    @property
    def text(self) -> str:
        """All words, a line for each block."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def headings(self) -> tuple[Block, ...]:
        """The blocks that are headings."""
        return tuple(block for block in self.blocks if block.level)


def read(output: Output) -> Reading:
    """Return what the file says; raises UnreadableError for bytes that are not a whole file of its format."""
    return _read(output.medium, output.data)


# All checks look at one file before the next file's turn comes.
@lru_cache(maxsize=1)
def _read(medium: str, data: bytes) -> Reading:
    from publisher.conformance import _docx, _html, _pdf, _pptx

    readers = {"html": _html.read, "pdf": _pdf.read, "docx": _docx.read, "pptx": _pptx.read, "txt": _read_text}
    try:
        return readers[medium](data)
    except Exception as error:
        # Damaged bytes can fail at any step in any library; none of it may end the build.
        raise UnreadableError(type(error).__name__) from error


def _read_text(data: bytes) -> Reading:
    text = data.decode("utf-8")
    return Reading(text.strip().partition("\n")[0], "", (Block(text),))
