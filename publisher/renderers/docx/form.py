"""A Word file to be filled in: the boxes of a briefing as content controls, each with the words that ask for it.

The order of the elements is that of ECMA-376 part 1, 17.5.2, which Word insists on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from publisher.brand import Brand
from publisher.document import Document
from publisher.renderers.docx import furniture, identity, package, styles
from publisher.renderers.docx.blank import hex_digits
from publisher.renderers.palette import Palette, palette

_REPEATING = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
_FIRST_CONTROL = 0x37B00001
"""Word wants a number for each control; any will do."""
_PROMPT_COLOUR = "595959"
"""Seven to one on white."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in."""

    path: tuple[str | int, ...]
    title: str
    """What a screen reader calls it, and Word shows over it."""
    prompt: str
    """What stands in it until it is filled in."""
    text: str = ""
    """What stands in it from the start."""
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A heading with what is to be filled in under it."""

    heading: str
    fields: tuple[Field, ...]
    name: Field | None = None
    """The heading itself, where authors may give it another; then ``heading`` stands before it."""
    level: int = 2
    marked: str = ""
    """The style of a list whose items the fields are; more items can be added."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its title, how to fill it in, and its boxes."""

    title: Field
    guidance: tuple[str, ...]
    boxes: tuple[Box, ...]
    family: str


def render(form: Form, document: Document, brand: Brand) -> bytes:
    """Return a form in a brand's look; ``document`` has its name, language and publisher.

    Raises PublisherError for a ``reference.docx``, a colour or a logo that cannot be read.
    """
    colours = palette(brand)
    file = package.opened(brand, colours)
    styles.complete(file, brand, colours)
    _add_styles(file, colours)
    package.describe(file, document)
    if document.publisher.name:
        furniture.add(file, document, brand)
    _Writing(file).form(form, document)
    identity.add_part(file, _part(form, document))
    return package.saved(file)


@dataclass(slots=True)
class _Writing:
    file: WordFile
    _count: int = field(default=0, init=False)

    def form(self, form: Form, document: Document) -> None:
        self._add(_paragraph("Briefing Series", _run(document.series), self.file))
        self._add(_paragraph("Heading 1", self._control(form.title), self.file))
        for number, line in enumerate(form.guidance):
            # The title's band ends where the next paragraph begins.
            self._add(_paragraph("Normal", _run(line), self.file, '<w:spacing w:before="240"/>' if not number else ""))
        for box in form.boxes:
            self._box(box)

    def _box(self, box: Box) -> None:
        name = _run(f"{box.heading} ") + self._control(box.name) if box.name else _run(box.heading)
        self._add(_paragraph(f"Heading {box.level}", name, self.file))
        if box.marked:
            self._list(box)
            return
        for one in box.fields:
            self._add(self._block(one))

    def _block(self, one: Field) -> str:
        """Return a control that may hold several paragraphs; a date has only one line."""
        if one.is_date:
            return _paragraph("Normal", self._control(one), self.file)
        inner = _paragraph("Briefing Box", _prompt(one.prompt), self.file)
        return self._sdt(one, inner, is_filled=False)

    def _list(self, box: Box) -> None:
        """Add a list to which Word adds an item by a button, and every program by a new line."""
        items = "".join(
            self._repeated("repeatingSectionItem", _paragraph(box.marked, self._control(one), self.file))
            for one in box.fields
        )
        self._add(self._repeated("repeatingSection", items, box.heading))

    def _repeated(self, kind: str, inner: str, title: str = "") -> str:
        alias = f"<w:alias w:val={quoteattr(title)}/>" if title else ""
        number = _FIRST_CONTROL + self._count
        self._count += 1
        return (
            f'<w:sdt><w:sdtPr>{alias}<w:id w:val="{number}"/><w15:{kind} {_REPEATING}/></w:sdtPr>'
            f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )

    def _control(self, one: Field) -> str:
        return self._sdt(one, _run(one.text) if one.text else _prompt(one.prompt), is_filled=bool(one.text))

    def _sdt(self, one: Field, inner: str, *, is_filled: bool) -> str:
        number = _FIRST_CONTROL + self._count
        self._count += 1
        kind = _DATE if one.is_date else ""
        showing = "" if is_filled else "<w:showingPlcHdr/>"
        tag = identity.mark_name(one.path)
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(one.title)}/><w:tag w:val={quoteattr(tag)}/>"
            f'<w:id w:val="{number}"/>{showing}{kind}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
        )

    def _add(self, xml: str) -> None:
        name = xml.partition(">")[0].partition(" ")[0].removeprefix("<")
        element: Any = parse_xml(xml.replace(f"<{name}", f"<{name} {nsdecls('w')}", 1))
        end = self.file.element.body.find(qn("w:sectPr"))
        end.addprevious(element)


_DATE = (
    '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/>'
    '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
)


def _paragraph(style: str, inner: str, file: WordFile, own: str = "") -> str:
    identifier = next(one.style_id for one in file.styles if (one.name or "").lower() == style.lower())
    return f'<w:p><w:pPr><w:pStyle w:val="{identifier}"/>{own}</w:pPr>{inner}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _prompt(text: str) -> str:
    style = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _add_styles(file: WordFile, colours: Palette) -> None:
    """Add the styles of prompts and of boxes, where a reference document has none."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="8" w:space="6" w:color="{hex_digits(colours.accent_text)}"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    normal = next(one.style_id for one in file.styles if one.name == "Normal")
    existing = {one.style_id for one in file.styles}
    for identifier, xml in (
        (
            "PlaceholderText",
            (
                '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
                f'<w:uiPriority w:val="99"/><w:rPr><w:color w:val="{_PROMPT_COLOUR}"/></w:rPr></w:style>'
            ),
        ),
        (
            "BriefingBox",
            (
                '<w:style w:type="paragraph" w:customStyle="1" w:styleId="BriefingBox"><w:name w:val="Briefing Box"/>'
                f'<w:basedOn w:val="{normal}"/><w:qFormat/><w:pPr><w:pBdr>{edges}</w:pBdr>'
                '<w:spacing w:after="100"/><w:ind w:left="142" w:right="142"/></w:pPr></w:style>'
            ),
        ),
    ):
        if identifier not in existing:
            file.styles.element.append(parse_xml(xml.replace("<w:style", f"<w:style {nsdecls('w')}", 1)))


def _part(form: Form, document: Document) -> etree._Element:
    root = identity.new_root("form", document.identifier, document.language)
    root.set("family", form.family)
    for one in _fields(form):
        kind = "date" if one.is_date else "line" if one.path[-1] == "heading" or one.path == ("title",) else "body"
        path = "/".join(map(str, one.path))
        identity.add_value(root, "value", one.text, path=path, kind=kind, title=one.title)
        identity.add_value(root, "prompt", one.prompt)
    for box in form.boxes:
        if box.name is None:
            place = next((str(one.path[0]) for one in box.fields), "")
            identity.add_value(root, "fixed", box.heading, place=place)
    for line in (document.series, *form.guidance):
        identity.add_value(root, "fixed", line, place="top")
    return root


def _fields(form: Form) -> Iterable[Field]:
    yield form.title
    for box in form.boxes:
        if box.name:
            yield box.name
        yield from box.fields
