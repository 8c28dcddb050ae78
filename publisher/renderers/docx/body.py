"""The body of a Word file: the document's tree in named styles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Role,
    Strong,
    Subheading,
    Text,
    plain_text,
)
from publisher.renderers.docx.lists import BOXED, BULLETS, NUMBERS, Lists, Mark, style_name
from publisher.renderers.labels import labels
from publisher.renderers.targets import escaped, is_link


def write(file: WordFile, document: Document, lists: Lists) -> None:
    """Add the document's paragraphs to a file that has the styles for them."""
    _Body(file, lists).document(document)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands, which its paragraph's style depends on."""

    style: str = "Normal"
    """The style of a paragraph that is nothing else."""
    action: bool = False
    """Whether it stands in the section that says what to do."""
    lists: int = 0
    """How many lists enclose it."""


@dataclass(frozen=True, slots=True)
class _Type:
    """The type that an inline is set in."""

    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class _Body:
    file: WordFile
    lists: Lists

    def document(self, document: Document) -> None:
        if document.draft:
            self._line(labels(document.language).draft, "Briefing Draft")
        self._line(document.series, "Briefing Series")
        self._line(document.title, "Heading 1")
        self._line(document.subtitle, "Subtitle")
        for section in document.sections:
            self._line(section.title, "Heading 2")
            action = section.role is Role.ACTION
            self._blocks(section.blocks, _Place("Briefing Action" if action else "Normal", action=action))

    def _blocks(self, blocks: tuple[Block, ...], place: _Place) -> None:
        for block in blocks:
            self._block(block, place)

    def _block(self, block: Block, place: _Place) -> None:
        match block:
            case Paragraph(children):
                self._paragraph(children, place.style)
            case Subheading(children):
                self._paragraph(children, "Heading 3")
            case BulletList(items):
                self._items(items, BULLETS, place, self.lists.bullets(place.lists, boxed=place.action))
            case OrderedList(items, start):
                self._items(items, NUMBERS, place, self.lists.numbers(place.lists, start, boxed=place.action))
            case BlockQuote(blocks):
                self._blocks(blocks, replace(place, style="Quote"))
            case _:
                assert_never(block)

    def _items(self, items: tuple[ListItem, ...], kind: str, place: _Place, mark: Mark | None) -> None:
        style = BOXED if place.action else style_name(kind, place.lists)
        further = place.style if place.action else style_name("List Continue", place.lists)
        within = replace(place, style=further, lists=place.lists + 1)
        for item in items:
            rest = item.blocks
            if rest and isinstance(rest[0], Paragraph):
                self._paragraph(rest[0].children, style, mark)
                rest = rest[1:]
            self._blocks(rest, within)

    def _line(self, text: str, style: str) -> None:
        self._paragraph((Text(text),), style)

    def _paragraph(self, children: tuple[Inline, ...], style: str, mark: Mark | None = None) -> None:
        """Add a paragraph, unless it would be empty: a screen reader stops at every empty one."""
        if not plain_text(children).strip():
            return
        paragraph = self.file.add_paragraph(style=style)
        if mark:
            number = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
            number.get_or_add_ilvl().val = mark.level
            number.get_or_add_numId().val = mark.number
        for child in children:
            self._inline(child, paragraph, _Type())

    def _inline(self, inline: Inline, paragraph: WordParagraph, set_in: _Type) -> None:
        match inline:
            case Text(text):
                _set(paragraph.add_run(text), set_in)
            case Strong(children):
                self._inlines(children, paragraph, replace(set_in, bold=True))
            case Emphasis(children):
                self._inlines(children, paragraph, replace(set_in, italic=True))
            case Link(text, target) if is_link(target):
                run = paragraph.add_run(text or target, style="Hyperlink")
                self._link(_set(run, set_in), escaped(target))
            case Link(text):
                _set(paragraph.add_run(text), set_in)
            case LineBreak():
                paragraph.add_run().add_break()
            case _:
                assert_never(inline)

    def _inlines(self, children: tuple[Inline, ...], paragraph: WordParagraph, set_in: _Type) -> None:
        for child in children:
            self._inline(child, paragraph, set_in)

    def _link(self, run: Run, target: str) -> None:
        """Put a real link around a run."""
        hyperlink = OxmlElement("w:hyperlink")
        relation = self.file.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        hyperlink.set(qn("r:id"), relation)
        hyperlink.set(qn("w:history"), "1")
        run.element.addprevious(hyperlink)
        hyperlink.append(run.element)


def _set(run: Run, set_in: _Type) -> Run:
    # What is not asked for is left to the style.
    run.bold, run.italic = set_in.bold or None, set_in.italic or None
    return run
