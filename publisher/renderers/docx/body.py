"""The body of a Word file: the document's tree in named styles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import assert_never

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from publisher.addresses import escaped, is_link
from publisher.brand import Brand
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Chart,
    Document,
    Emphasis,
    Field,
    Foreign,
    Form,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Role,
    Strong,
    Subheading,
    Table,
    Text,
    inlines,
    plain_text,
)
from publisher.languages import with_country
from publisher.renderers.docx import contents, fields, pictures, tables
from publisher.renderers.docx.identity import Marks, Path, first_line
from publisher.renderers.docx.lists import BOXED, BULLETS, NUMBERS, Lists, Mark, style_name
from publisher.renderers.labels import labels
from publisher.renderers.scripts import reads_from_right, stretches


def write(file: WordFile, document: Document, lists: Lists, brand: Brand) -> None:
    """Add the document's paragraphs to a file that has the styles for them."""
    if document.fields:
        fields.add_style(file)
    _Body(file, lists, Marks(file, document), brand, file, document.language).document(document)


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
    language: str = ""
    """Where it is another than the document's."""


@dataclass(frozen=True, slots=True)
class _Body:
    file: WordFile
    lists: Lists
    marks: Marks
    brand: Brand
    into: WordFile | WordCell
    """Where paragraphs are added: the file, or a cell of a table."""
    language: str
    headings: count[int] = field(default_factory=count)
    controls: count[int] = field(default_factory=count)

    def document(self, document: Document) -> None:
        if document.draft:
            self._line(labels(document.language).draft, "Briefing Draft")
        self._line(first_line(document), "Briefing Series")
        self._line(document.title, "Heading 1", ("title",))
        self._line(document.subtitle, "Subtitle", ("subtitle",))
        contents_are_due = document.form is Form.COMPENDIUM
        for section in document.sections:
            if contents_are_due and section.role is not Role.INTRODUCTION:
                contents.add(self.file, document)
                contents_are_due = False
            path = ("sections", section.number - 1) if section.number else ()
            start = self.marks.end()
            anchor = section.identifier if document.form is Form.COMPENDIUM else ""
            self._heading((Text(section.title),), "Heading 2", anchor)
            self.marks.around(path and (*path, "heading"), start)
            start = self.marks.end()
            action = section.role is Role.ACTION
            self.blocks(section.blocks, _Place("Briefing Action" if action else "Normal", action=action))
            self.marks.around(path and (*path, "body"), start)

    def blocks(self, blocks: tuple[Block, ...], place: _Place) -> None:
        """Add blocks one after another."""
        for block in blocks:
            self._block(block, place)

    def _block(self, block: Block, place: _Place) -> None:
        match block:
            case Paragraph(children):
                self._paragraph(children, place.style)
            case Subheading(children, anchor):
                self._heading(children, "Heading 3", anchor)
            case Table():
                self._table(block)
            case Chart():
                pictures.add(self.into.add_paragraph(style="Normal"), block, self.brand)
            case BulletList(items):
                self._items(items, BULLETS, place, self.lists.bullets(place.lists, boxed=place.action))
            case OrderedList(items, start):
                self._items(items, NUMBERS, place, self.lists.numbers(place.lists, start, boxed=place.action))
            case BlockQuote(blocks):
                self.blocks(blocks, replace(place, style="Quote"))
            case _:
                assert_never(block)

    def _items(self, items: tuple[ListItem, ...], kind: str, place: _Place, mark: Mark | None) -> None:
        style = BOXED if place.action else style_name(kind, place.lists)
        further = place.style if place.action else style_name("List Continue", place.lists)
        within = replace(place, style=further, lists=place.lists + 1)
        for item in items:
            rest, start = item.blocks, self.marks.end()
            if rest and isinstance(rest[0], Paragraph):
                self._paragraph(rest[0].children, style, mark)
                rest = rest[1:]
            self.blocks(rest, within)
            self.marks.around(item.path, start)

    def _heading(self, children: tuple[Inline, ...], style: str, anchor: str) -> None:
        """Add a heading; one that a list of contents leads to has a name."""
        paragraph = self._paragraph(children, style)
        if paragraph and anchor:
            contents.mark(paragraph, anchor, self.headings)

    def _table(self, table: Table) -> None:
        if table.caption:
            self._line(table.caption, "Caption")
        head, *rows = tables.add(self.file, table).rows
        for words, cell in zip(table.columns, head.cells, strict=True):
            self._cell(cell, (Paragraph((Text(words),)),), tables.HEAD)
        for written, row in zip(table.rows, rows, strict=True):
            for number, (cell, source) in enumerate(zip(row.cells, written.cells, strict=True)):
                is_head = table.row_heads and number == 0
                self._cell(cell, source.blocks, tables.ROW_HEAD if is_head else tables.CELL)

    def _cell(self, cell: WordCell, blocks: tuple[Block, ...], style: str) -> None:
        empty = cell.paragraphs[0]
        replace(self, into=cell).blocks(blocks, _Place(style))
        if len(cell.paragraphs) > 1:
            empty.paragraph_format.element.getparent().remove(empty.paragraph_format.element)

    def _line(self, text: str, style: str, path: Path = ()) -> None:
        start = self.marks.end()
        self._paragraph((Text(text),), style)
        self.marks.around(path, start)

    def _paragraph(self, children: tuple[Inline, ...], style: str, mark: Mark | None = None) -> WordParagraph | None:
        """Add a paragraph, unless it would be empty: a screen reader stops at every empty one."""
        if not plain_text(children).strip() and not any(isinstance(child, Field) for child in inlines(children)):
            return None
        paragraph = self.into.add_paragraph(style=style)
        if mark:
            number = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
            number.get_or_add_ilvl().val = mark.level
            number.get_or_add_numId().val = mark.number
        for child in children:
            self._inline(child, paragraph, _Type())
        return paragraph

    def _inline(self, inline: Inline, paragraph: WordParagraph, set_in: _Type) -> None:
        match inline:
            case Text(text):
                for stretch, from_right in stretches(text):
                    _set(paragraph.add_run(stretch), set_in, from_right=from_right)
            case Strong(children):
                self._inlines(children, paragraph, replace(set_in, bold=True))
            case Emphasis(children):
                self._inlines(children, paragraph, replace(set_in, italic=True))
            case Foreign(children, language):
                self._inlines(children, paragraph, replace(set_in, language=language))
            case Link(text, target) if is_link(target):
                run = paragraph.add_run(text or target, style="Hyperlink")
                self._link(_set(run, set_in, from_right=reads_from_right(text)), escaped(target))
            case Link(text):
                _set(paragraph.add_run(text), set_in, from_right=reads_from_right(text))
            case LineBreak():
                paragraph.add_run().add_break()
            case Field():
                fields.add(paragraph, inline, labels(self.language), with_country(self.language), self.controls)
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


def _set(run: Run, set_in: _Type, *, from_right: bool) -> Run:
    # What is not asked for is left to the style.
    run.bold, run.italic = set_in.bold or None, set_in.italic or None
    if from_right:
        # Word has bold, italic and the language of such scripts apart from those of all others.
        run.font.rtl = True
        run.font.cs_bold, run.font.cs_italic = set_in.bold or None, set_in.italic or None
    if set_in.language:
        language = OxmlElement("w:lang")
        language.set(qn("w:bidi" if from_right else "w:val"), with_country(set_in.language))
        run.element.get_or_add_rPr().append(language)
    return run
