"""The content streams of the pages: the words of each marked-content sequence, and which of them are read aloud."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Operator

from publisher.renderers.pdf_tags.fonts import Font, font_of

# WeasyPrint writes an instruction a line, which pikepdf, with an object for each operand, takes five times as long to
# read. It ends each glyph's string to move by nothing, and a mark's parts stand in lines of their own.
_SEPARATE = re.compile(rb"\n(?=<<|BDC|BMC)")
_IDENTIFIER = re.compile(rb"/MCID (\d+)")
_STRING = re.compile(rb"<([0-9a-f]*)>")
"""Glyphs, as WeasyPrint writes them."""


@dataclass(frozen=True, slots=True)
class Pen:
    """The text that is shown from a text matrix on: what is shown each time, with its font and size."""

    matrix: tuple[float, ...]
    shown: list[tuple[str, float, bytes]]


@dataclass(slots=True)
class Sequence:
    """A marked-content sequence: what is between BDC and EMC."""

    begin: int
    """The place of its BDC in the stream."""
    shown: str = ""
    """What its glyphs mean, in the order in which they are drawn."""
    actual: str = ""
    """Its words as they are read, where that is another order."""
    x: float = 0
    """Where its words begin, in points from the page's left and lower edges."""
    y: float = 0
    text_object: int | None = None
    """The place of its BT."""
    before: Pen | None = None
    """Where the text that is shown before it ends."""

    @property
    def words(self) -> str:
        """Its words as they are read."""
        return self.actual or self.shown


@dataclass(frozen=True, slots=True)
class Page:
    """The instructions of a page, a line each, and its sequences by their marked-content identifiers."""

    instructions: list[bytes]
    sequences: dict[int, Sequence]
    fonts: dict[str, Font]
    height: float


def read(file: pikepdf.Pdf) -> tuple[Page, ...]:
    """Return the pages of a file with the words of their sequences."""
    known: dict[tuple[int, int], Font] = {}
    pages = []
    for page in file.pages:
        here = {}
        for name, font in page.resources.get("/Font", Dictionary()).items():
            if font.objgen not in known:
                known[font.objgen] = font_of(font)
            here[name] = known[font.objgen]
        reader = _Reader(here)
        instructions = _SEPARATE.sub(b" ", page.obj.Contents.read_bytes().replace(b">0<", b"")).split(b"\n")
        reader.read(instructions)
        pages.append(Page(instructions, reader.sequences, here, float(page.mediabox[3])))
    return tuple(pages)


def mark(
    file: pikepdf.Pdf, pages: tuple[Page, ...], *, printed: set[tuple[int, int]], kept: set[tuple[int, int]]
) -> None:
    """Write the pages: what is not kept as artifacts, and with the spaces that WeasyPrint has not drawn.

    ``printed`` and ``kept`` are sequences in the tree before and after mending, by page and identifier. What was
    in no tree stands in the page's margins.
    """
    for number, page in enumerate(pages):
        added: dict[int, list[bytes]] = {}
        for identifier, sequence in page.sequences.items():
            if (number, identifier) not in kept:
                margin = (number, identifier) not in printed
                page.instructions[sequence.begin] = _artifact(sequence, page.height if margin else None)
            elif sequence.text_object is not None and not sequence.words:
                added[sequence.text_object] = _space(sequence.before, page.fonts)
        instructions: list[bytes] = []
        for place, instruction in enumerate(page.instructions):
            instructions += [instruction, *added.get(place, [])]
        file.pages[number].obj.Contents = file.make_stream(b"\n".join(instructions))


def _artifact(sequence: Sequence, page_height: float | None) -> bytes:
    """Return the begin of an artifact: of a header or footer where the page's height is given."""
    if page_height is None:
        properties = Dictionary(Type=Name.Layout)
    else:
        header = sequence.y > page_height / 2
        properties = Dictionary(
            Type=Name.Pagination,
            Subtype=Name.Header if header else Name.Footer,
            Attached=[Name.Top if header else Name.Bottom],
        )
    return _instruction([Name.Artifact, properties], "BDC")


def _instruction(operands: list[Any], operator: str) -> bytes:
    return pikepdf.unparse_content_stream([(operands, Operator(operator))])


def _space(pen: Pen | None, fonts: dict[str, Font]) -> list[bytes]:
    """Return what shows a space where the text before it ends.

    WeasyPrint draws no box that has only white space in it, as between a strong word and a link, and the words on its
    two sides would be read as one.
    """
    if pen is None or not pen.shown:
        return []
    last, size, _ = pen.shown[-1]
    name = next((name for name in (last, *fonts) if fonts[name].space), None)
    if name is None:
        return []
    advance = sum(fonts[font].advance(_parts(shown)) / 1000 * size for font, size, shown in pen.shown)
    a, b, c, d, e, f = pen.matrix
    moved = [a, b, c, d, round(e + advance * a, 3), round(f + advance * b, 3)]
    return [
        _instruction([Name(name), size], "Tf"),
        _instruction(moved, "Tm"),
        _instruction([pikepdf.String(fonts[name].space or b"")], "Tj"),
    ]


def _parts(shown: bytes) -> list[Any]:
    """Return the strings that an operand shows and the moves between them."""
    operand: Any = pikepdf.Object.parse(shown)
    return list(operand) if isinstance(operand, pikepdf.Array) else [operand]


class _Reader:
    """Follows the operators of a content stream that matter for where which words stand."""

    def __init__(self, fonts: dict[str, Font]) -> None:
        self.sequences: dict[int, Sequence] = {}
        self._fonts = fonts
        self._open: list[Sequence | None] = []
        self._matrices = [pikepdf.Matrix()]
        self._pen = Pen((1, 0, 0, 1, 0, 0), [])
        self._font, self._size = "", 0.0
        self._place = 0

    def read(self, instructions: list[bytes]) -> None:
        followed = {
            b"q": lambda _: self._matrices.append(self._matrices[-1]),
            b"Q": lambda _: self._matrices.pop(),
            b"cm": self._transform,
            b"BMC": lambda _: self._open.append(None),
            b"BDC": self._begin,
            b"EMC": lambda _: self._open.pop(),
            b"BT": self._begin_text,
            b"Tf": self._set_font,
            b"Tm": self._set_matrix,
            b"TJ": self._show,
            b"Tj": self._show,
        }
        for self._place, instruction in enumerate(instructions):
            operands, _, operator = instruction.rpartition(b" ")
            follow = followed.get(operator)
            if follow:
                follow(operands)

    def _transform(self, operands: bytes) -> None:
        self._matrices[-1] = pikepdf.Matrix(*map(float, operands.split())) @ self._matrices[-1]

    def _begin(self, operands: bytes) -> None:
        around = self._sequence()
        self._open.append(None)
        if found := _IDENTIFIER.search(operands):
            self._open[-1] = self.sequences[int(found[1])] = Sequence(self._place, before=self._pen)
        elif around and b"/ActualText" in operands:
            properties: Any = pikepdf.Object.parse(operands[operands.index(b"<<") :])
            around.actual = str(properties.ActualText)

    def _sequence(self) -> Sequence | None:
        """Return the sequence that is open, however many other marks there are within it."""
        return next((sequence for sequence in reversed(self._open) if sequence), None)

    def _begin_text(self, _: bytes) -> None:
        if self._open and self._open[-1]:
            self._open[-1].text_object = self._place

    def _set_font(self, operands: bytes) -> None:
        name, size = operands.split()
        self._font, self._size = name.decode(), float(size)

    def _set_matrix(self, operands: bytes) -> None:
        self._pen = Pen(tuple(map(float, operands.split())), [])

    def _show(self, shown: bytes) -> None:
        self._pen.shown.append((self._font, self._size, shown))
        sequence = self._sequence()
        if sequence:
            if not sequence.shown:
                *_, x, y = self._pen.matrix
                sequence.x, sequence.y = self._matrices[-1].transform((x, y))
            glyphs = bytes.fromhex(b"".join(_STRING.findall(shown)).decode())
            sequence.shown += self._fonts[self._font].words(glyphs)
