"""Blocks and inlines as the paragraphs and runs of a text frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, assert_never

from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Pt

from publisher.addresses import escaped, is_link
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Chart,
    Emphasis,
    Field,
    Foreign,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Strong,
    Subheading,
    Table,
    Text,
    plain_text,
)
from publisher.languages import with_country
from publisher.renderers.fitting import INDENT
from publisher.renderers.pptx.shapes import emu
from publisher.renderers.scripts import reads_from_right

_DEEPEST = 4
_NUMBER_SCALE = 1.5
_TO_BE_FILLED = "____"
_BULLET, _NUMBER, _NONE = "bullet", "number", "none"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands."""

    level: int = 0
    mark: str = _NONE
    start: int = 1
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class _Type:
    bold: bool = False
    italic: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes text in one language, a tag with its country as Office knows them, such as en-GB."""

    language: str

    def lines(self, frame: Any, lines: Iterable[str], points: int | None = None) -> None:
        """Fill a frame with lines of plain text, in the placeholder's own type or at a size in points."""
        self._fill(frame, [((Text(line),), _Place()) for line in lines], points, marked=False)

    def title(self, frame: Any, number: str, words: str, points: int) -> None:
        """Fill a frame with a heading at a size in points, its number, if there is one, larger than the rest."""
        _set_size(frame, points)
        if number:
            self._run(frame.paragraphs[0], number, _Type()).font.size = Pt(points * _NUMBER_SCALE)
        self._run(frame.paragraphs[0], words, _Type())

    def blocks(self, frame: Any, blocks: tuple[Block, ...], points: int | None) -> None:
        """Fill a frame with blocks, in the placeholder's own type or at a size in points."""
        self._fill(frame, [*_paragraphs(blocks, _Place())], points, marked=points is not None)

    def _fill(
        self, frame: Any, paragraphs: list[tuple[tuple[Inline, ...], _Place]], points: int | None, *, marked: bool
    ) -> None:
        if points:
            _set_size(frame, points)
        for position, (children, place) in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
            if marked:
                _mark(paragraph, place)
            if reads_from_right(plain_text(children)):
                paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001 - python-pptx has no property for it
            for child in children:
                self._inline(child, paragraph, _Type(place.bold, place.italic))

    def _inline(self, inline: Inline, paragraph: Any, set_in: _Type) -> None:
        match inline:
            case Text(text):
                self._run(paragraph, text, set_in)
            case Link(text, target):
                run = self._run(paragraph, text or target, set_in)
                if is_link(target):
                    run.hyperlink.address = escaped(target)
            case Strong(children):
                self._inlines(children, paragraph, replace(set_in, bold=True))
            case Emphasis(children):
                self._inlines(children, paragraph, replace(set_in, italic=True))
            case Foreign(children, language):
                self._inlines(children, paragraph, replace(set_in, language=with_country(language)))
            case LineBreak():
                paragraph.add_line_break()
            case Field():
                self._run(paragraph, _TO_BE_FILLED, set_in)
            case _:
                assert_never(inline)

    def _inlines(self, children: tuple[Inline, ...], paragraph: Any, set_in: _Type) -> None:
        for child in children:
            self._inline(child, paragraph, set_in)

    def _run(self, paragraph: Any, text: str, set_in: _Type) -> Any:
        run = paragraph.add_run()
        run.text = text
        run.font.bold, run.font.italic = set_in.bold or None, set_in.italic or None
        run._r.get_or_add_rPr().set("lang", set_in.language or self.language)  # noqa: SLF001 - no property takes any tag
        return run

    def slide_number(self, frame: Any) -> None:
        """Fill a frame with the field that shows the slide's number."""
        paragraph = frame.paragraphs[0]._p  # noqa: SLF001 - python-pptx knows no fields
        field = etree.SubElement(paragraph, qn("a:fld"))
        field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
        field.set("type", "slidenum")
        etree.SubElement(field, qn("a:rPr")).set("lang", self.language)
        etree.SubElement(field, qn("a:t")).text = "#"


def _paragraphs(blocks: tuple[Block, ...], place: _Place) -> list[tuple[tuple[Inline, ...], _Place]]:
    found: list[tuple[tuple[Inline, ...], _Place]] = []
    for block in blocks:
        match block:
            case Paragraph(children):
                found.append((children, place))
            case Subheading(children):
                found.append((children, replace(place, bold=True)))
            case BulletList(items):
                found += [one for item in items for one in _item(item, replace(place, mark=_BULLET))]
            case OrderedList(items, start):
                found += [one for item in items for one in _item(item, replace(place, mark=_NUMBER, start=start))]
            case BlockQuote(inner):
                found += _paragraphs(inner, replace(place, italic=True, level=place.level + 1, mark=_NONE))
            case Chart() | Table():
                # They have frames of their own.
                continue
            case _:
                assert_never(block)
    return [(children, where) for children, where in found if plain_text(children).strip()]


def _item(item: ListItem, place: _Place) -> list[tuple[tuple[Inline, ...], _Place]]:
    """Return an item's paragraphs: the first has the mark, what follows stands under its words."""
    first, *rest = item.blocks or (Paragraph(()),)
    opening = [(first.children, place)] if isinstance(first, Paragraph) else _paragraphs((first,), place)
    return [*opening, *_paragraphs(tuple(rest), replace(place, level=place.level + 1, mark=_NONE))]


def _mark(paragraph: Any, place: _Place) -> None:
    """Set a paragraph's level, indent and mark, in the order that the format asks for (ECMA-376, 21.1.2.2.7)."""
    paragraph.level = min(place.level, _DEEPEST)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx knows no marks
    if place.mark == _NONE:
        properties.set("marL", str(emu(INDENT * place.level)))
        properties.set("indent", "0")
        etree.SubElement(properties, qn("a:buNone"))
    elif place.mark == _NUMBER:
        etree.SubElement(properties, qn("a:buFont")).set("typeface", "+mj-lt")
        numbering = etree.SubElement(properties, qn("a:buAutoNum"))
        numbering.set("type", "arabicPeriod" if place.level == 0 else "alphaLcPeriod")
        if place.start != 1:
            numbering.set("startAt", str(place.start))


def _set_size(frame: Any, points: int) -> None:
    """Set the size of every level in a frame, so that what an editor adds has it too."""
    body = frame._txBody  # noqa: SLF001 - python-pptx has no property for list styles
    styles = body.find(qn("a:lstStyle"))
    if styles is None:
        styles = etree.Element(qn("a:lstStyle"))
        body.bodyPr.addnext(styles)
    for old in list(styles):
        styles.remove(old)
    for level in range(1, _DEEPEST + 2):
        properties = etree.SubElement(styles, qn(f"a:lvl{level}pPr"))
        etree.SubElement(properties, qn("a:defRPr")).set("sz", str(points * 100))
