"""A manuscript cut into what stands before the sections, the sections, and the blocks around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from publisher.importers._manuscript import Form, Paragraph
from publisher.importers.recognition._dates import date_lines
from publisher.importers.recognition._details import is_detail
from publisher.importers.recognition._furniture import furniture
from publisher.importers.recognition._headings import Block, Special, special
from publisher.importers.recognition._lines import count, is_strong, is_title_with_series
from publisher.importers.recognition._marks import Look, Mark
from publisher.importers.recognition._recogniser import Surroundings

_ANNOUNCING_WORDS = 7


@dataclass(slots=True)
class Section:
    """A mark and the paragraphs under it."""

    mark: Mark
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Announced:
    """A heading that announces a block, and the paragraphs under it."""

    heading: Paragraph | None
    special: Special
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """A manuscript in pieces, all of its paragraphs among them."""

    before: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    blocks: list[Announced] = field(default_factory=list)
    beside: list[Paragraph] = field(default_factory=list)
    """What stands in text boxes of its own, outside of the sections' boxes."""


def lay_out(paragraphs: Sequence[Paragraph], marks: Sequence[Mark], surroundings: Surroundings) -> Layout:
    """Return the pieces of a manuscript whose sections begin at the marks."""
    layout = Layout()
    walk = _Walk(layout, {mark.index: mark for mark in marks}, paragraphs)
    for index in range(len(paragraphs)):
        walk.step(index)
    if layout.sections:
        _take_details(layout, surroundings)
    return layout


class _Walk:
    """One pass over the paragraphs."""

    def __init__(self, layout: Layout, marks: dict[int, Mark], paragraphs: Sequence[Paragraph]) -> None:
        self.layout, self.marks, self.paragraphs = layout, marks, paragraphs
        self.current = layout.before
        self.section: Section | None = None
        self.frame: int | None = None
        self.skip_to = 0

    def step(self, index: int) -> None:
        """Put one paragraph into its piece."""
        if mark := self.marks.get(index):
            self._begin(mark)
        if index < self.skip_to:
            return
        paragraph = self.paragraphs[index]
        if self.section and self._is_elsewhere(paragraph):
            self.section, self.current = None, self.layout.beside
        found = _announced(paragraph) if self.layout.sections else None
        if found:
            self.section = None
            self.layout.blocks.append(Announced(paragraph, found))
            self.current = self.layout.blocks[-1].paragraphs
        else:
            self.current.append(paragraph)

    def _begin(self, mark: Mark) -> None:
        self.section = Section(mark, [mark.rest] if mark.rest and mark.rest.text.strip() else [])
        self.layout.sections.append(self.section)
        self.current = self.section.paragraphs
        self.skip_to = mark.end
        self.frame = self.paragraphs[mark.index].frame

    def _is_elsewhere(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph stands in another text box than the section, which has its text already."""
        if self.section is None or paragraph.frame == self.frame:
            return False
        if not self.section.paragraphs:
            # The number has a box of its own, and the text another.
            self.frame = paragraph.frame
            return False
        return self.frame is not None


def _announced(paragraph: Paragraph) -> Special | None:
    if paragraph.form is Form.ITEM and not paragraph.number:
        return None
    if count(paragraph.text) > _ANNOUNCING_WORDS or any(run.target is not None for run in paragraph.runs):
        return None
    found = special(paragraph.text)
    # One word such as “Support” may be a line of a text; a heading says that it is one, or ends with a colon.
    marked = paragraph.form is Form.HEADING or is_strong(paragraph) or paragraph.text.strip().endswith(":")
    return found if found and (marked or paragraph.text.strip()[:1].isupper()) else None


def _take_details(layout: Layout, surroundings: Surroundings) -> None:
    """Take the date, addresses and the partnership's name from the end of the last section and of the last block."""
    last = layout.sections[-1].paragraphs
    # Under a short line that was taken for a heading, a date alone may be all that there is.
    fewest = 0 if layout.sections[-1].mark.look is Look.SHORT else 1
    _take_end(last, layout, surroundings, fewest)
    for block in list(layout.blocks):
        if block.special.block is not Block.DETAILS:
            _take_end(block.paragraphs, layout, surroundings, 1, among_links=True)


def _take_end(
    paragraphs: list[Paragraph], layout: Layout, surroundings: Surroundings, fewest: int, *, among_links: bool = False
) -> None:
    """Take lines that say something of the whole from the end of a piece, with short lines between them.

    Among links, an address without a name such as “Visit” is one of them.
    """
    kept = position = len(paragraphs)
    while position > fewest:
        position -= 1
        if _is_furniture(paragraphs[position], surroundings, among_links=among_links):
            kept = position
        elif (
            among_links
            or count(paragraphs[position].text) > _ANNOUNCING_WORDS
            or paragraphs[position].form is not Form.PLAIN
        ):
            break
    if taken := paragraphs[kept:]:
        titles = [one for one in taken if is_title_with_series(one)]
        layout.beside += titles
        layout.blocks.append(Announced(None, Special(Block.DETAILS), [one for one in taken if one not in titles]))
        del paragraphs[kept:]


def _is_furniture(paragraph: Paragraph, surroundings: Surroundings, *, among_links: bool) -> bool:
    text = paragraph.text
    return (
        bool(date_lines(text) or furniture(text, surroundings))
        or is_detail(paragraph, named=among_links)
        or is_title_with_series(paragraph)
    )
