"""The paragraphs of a Word file in reading order, each with the way back to the words in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from publisher.importers._manuscript import Cell, Form, Paragraph
from publisher.importers.docx._boxes import Box, in_order
from publisher.importers.docx._journal import Journal
from publisher.importers.docx._names import DRAWING, Element, children, of_word
from publisher.importers.docx._numbering import Mark
from publisher.importers.docx._passages import cut, runs_of, split, text_of
from publisher.importers.docx._styles import Look, Styles
from publisher.importers.docx._words import Line, Piece, Words

_LINE = 14.0
"""Points from one line to the next, and characters on a line, of usual text: a guess of where a paragraph stands."""
_CHARACTERS = 90
_PARAGRAPHS = frozenset({of_word("p"), f"{{{DRAWING}}}p"})
_CONTENTS = "Table of Contents"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the manuscript and the pieces of the file that it was made of."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    part: str

    def between(self, start: int, end: int | None) -> list[Piece]:
        """Return the pieces of the words between two offsets, and of at least one character."""
        length = len(self.paragraph.text)
        first = min(max(start, 0), length - 1)
        return cut(list(self.pieces), first, max(length if end is None else end, first + 1))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story stands, and what all its paragraphs have in common."""

    part: str
    name: str = ""
    """``header``; "" for the body, whose paragraphs are counted."""
    form: Form | None = None
    number: str = ""
    frame: int | None = None
    cell: Cell | None = None


@dataclass(slots=True)
class Flow:
    """Collects the passages of all stories, and what was met on the way."""

    styles: Styles
    journal: Journal
    passages: list[Passage] = field(default_factory=list)
    drawings: list[tuple[Element, str, str]] = field(default_factory=list)
    """Drawings with the part and the place of each."""
    commented: dict[str, str] = field(default_factory=dict)
    """The places of comments by their identifiers."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    _frames: int = 0
    _tables: int = 0
    _counted: int = 0

    def read(self, root: Element, words: Words, marks: dict[Element, Mark], place: Place) -> None:
        """Add what a story says."""
        _Story(self, words, marks).read(root, place)

    def add(self, words: str, place: Place) -> None:
        """Add words that stand in no paragraph of Word's, such as those of a diagram."""
        piece = Piece(words.strip(), None)
        if piece.text:
            self.emit([piece], Look(), None, place, has_bullet=False)

    def next_frame(self) -> int:
        """Return the number of the next text box."""
        self._frames += 1
        return self._frames - 1

    def next_table(self) -> int:
        """Return the number of the next table."""
        self._tables += 1
        return self._tables - 1

    def emit(self, pieces: list[Piece], look: Look, mark: Mark | None, place: Place, *, has_bullet: bool) -> None:
        """Add a paragraph."""
        form, level, number = look.form, look.level, place.number
        if mark and form in {Form.PLAIN, Form.ITEM}:
            form, level, number = mark
        elif mark:
            number = mark.number
        elif has_bullet and form is Form.PLAIN:
            form = Form.ITEM
        paragraph = Paragraph(
            runs_of(pieces), self.name_of(place), place.form or form, level, number, place.frame, place.cell
        )
        self.passages.append(Passage(paragraph, tuple(pieces), place.part))

    def name_of(self, place: Place) -> str:
        """Return what an author is told of the place of the next paragraph."""
        if place.name:
            return place.name
        if place.frame is not None:
            return f"text box {place.frame + 1}"
        if place.cell is not None:
            return f"table {place.cell.table + 1}, row {place.cell.row + 1}"
        self._counted += 1
        return f"paragraph {self._counted}"

    def last_place(self) -> str:
        """Return the place of the paragraph that was added last."""
        return self.passages[-1].paragraph.place if self.passages else ""


class _Story:
    """Reads one story: the body, a header, a note."""

    def __init__(self, flow: Flow, words: Words, marks: dict[Element, Mark]) -> None:
        self._flow = flow
        self._words = words
        self._marks = marks
        self._carried: list[Piece] = []

    def read(self, container: Element, place: Place) -> None:
        """Add the paragraphs of a container; its text boxes stand together where no words part their anchors."""
        waiting: list[Box] = []
        for block in _blocks(container):
            if block.tag in _PARAGRAPHS:
                waiting = self._paragraph(block, place, waiting)
            elif block.tag == of_word("tbl"):
                self._boxes(waiting, place)
                waiting = []
                self._table(block, place)
            else:
                self._flow.journal.ignored("other file", self._flow.last_place())
        self._emit(self._carried, Look(), None, place)
        self._boxes(waiting, place)

    def _paragraph(self, element: Element, place: Place, waiting: list[Box]) -> list[Box]:
        """Add a paragraph; returns the boxes that wait for the words after it."""
        look = self._flow.styles.of_paragraph(element)
        line = self._words.of(element, look)
        pieces = [*self._carried, *line.pieces]
        self._carried = []
        if look.is_contents or _is_contents(element):
            self._flow.journal.ignored("contents")
            pieces = []
        text = text_of(pieces)
        self._words.line += _LINE * (1 + len(text) // _CHARACTERS)
        if _goes_on(element):
            self._carried = pieces
        elif text.strip():
            self._boxes(waiting, place)
            waiting = []
            self._emit(pieces, look, self._marks.get(element), place)
        self._note(line, place)
        return [*waiting, *line.boxes]

    def _emit(self, pieces: list[Piece], look: Look, mark: Mark | None, place: Place) -> None:
        self._carried = []
        for index, (words, has_bullet) in enumerate(split(pieces)):
            self._flow.emit(words, look, None if index else mark, place, has_bullet=has_bullet)

    def _note(self, line: Line, place: Place) -> None:
        flow = self._flow
        where = place.name or flow.last_place()
        for kind in line.changes:
            flow.journal.change(kind, where)
        flow.commented.update(dict.fromkeys(line.comments, where))
        flow.notes += line.notes
        flow.drawings += [(drawing, place.part, where) for drawing in line.drawings]

    def _boxes(self, boxes: list[Box], place: Place) -> None:
        carried, self._carried = self._carried, []
        for box in in_order(boxes):
            fields = self._words.start_story()
            self.read(box.content, replace(place, frame=self._flow.next_frame(), cell=None))
            self._words.resume_story(fields)
        self._carried = carried

    def _table(self, table: Element, place: Place) -> None:
        number = self._flow.next_table()
        for row, element in enumerate(_inside(table, of_word("tr"))):
            column = 0
            for cell in _inside(element, of_word("tc")):
                self.read(cell, replace(place, cell=Cell(number, row, column)))
                span = cell.find(f"{of_word('tcPr')}/{of_word('gridSpan')}")
                across = "1" if span is None else span.get(of_word("val"), "1")
                column += int(across) if across.isascii() and across.isdigit() and len(across) < 4 else 1


def _blocks(container: Element) -> Iterator[Element]:
    """Yield the paragraphs, tables and inserted files of a container, through whatever wraps them."""
    for child in children(container):
        if child.tag in _PARAGRAPHS or child.tag in {of_word("tbl"), of_word("altChunk"), of_word("subDoc")}:
            yield child
        elif child.tag not in {of_word("sectPr"), of_word("sdtPr"), of_word("tcPr"), of_word("tblPr")}:
            yield from _blocks(child)


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, through whatever wraps them."""
    for child in children(element):
        if child.tag == tag:
            yield child
        elif child.tag not in {of_word("tbl"), of_word("p")}:
            yield from _inside(child, tag)


def _goes_on(paragraph: Element) -> bool:
    """Whether its words go on in the next paragraph: its end is deleted, or it is one large initial letter."""
    properties = paragraph.find(of_word("pPr"))
    if properties is None:
        return False
    frame = properties.find(of_word("framePr"))
    drop = None if frame is None else frame.get(of_word("dropCap"))
    return drop in {"drop", "margin"} or properties.find(f"{of_word('rPr')}/{of_word('del')}") is not None


def _is_contents(paragraph: Element) -> bool:
    """Whether it stands in a table of contents that Word keeps."""
    controls = paragraph.iterancestors(of_word("sdt"))
    path = f"{of_word('sdtPr')}/{of_word('docPartObj')}/{of_word('docPartGallery')}"
    return any(
        gallery is not None and gallery.get(of_word("val")) == _CONTENTS
        for gallery in (control.find(path) for control in controls)
    )
