"""An edited Word file as the parts of its briefing: each paragraph goes to the part that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from publisher.compose.words import words
from publisher.importers._manuscript import Form, Remark
from publisher.importers.docx._flow import _blocks, _goes_on
from publisher.importers.docx._journal import Journal
from publisher.importers.docx._names import Element, is_on, of_word, value
from publisher.importers.docx._numbering import Mark, Numbering
from publisher.importers.docx._styles import Look as WordLook
from publisher.importers.docx._styles import Styles
from publisher.importers.docx._words import Piece, Words
from publisher.importers.docx.walking import Walked, walk
from publisher.languages import with_country
from publisher.roundtrip.identity import Identity, Path, path_of
from publisher.roundtrip.lines import BULLET, HEADING, NUMBER, PLAIN, QUOTE, Line, Look, Sign, tidied
from publisher.word_parts import UnreadablePartError

_FORMS = {Form.HEADING: HEADING, Form.TITLE: HEADING, Form.QUOTE: QUOTE, Form.ITEM: BULLET}
_continued = re.compile(r"list ?cont(?:inue|\.)? ?(\d?)", re.IGNORECASE)
_number = re.compile(r"(\d{1,2})[.)]?\s+")
_MARK = "_part_"
_LISTS = ("questions", "resources")


@dataclass(frozen=True, slots=True)
class Entry:
    """A question or a resource of the edited file; ``origin`` is its place in the list as published."""

    line: Line
    origin: int | None = None
    scope: str = ""
    """Of a resource: the heading that it stands under."""


@dataclass(slots=True)
class Edited:
    """What stands in the parts of an edited file."""

    parts: dict[Path, list[Line]] = field(default_factory=dict)
    entries: dict[str, list[Entry]] = field(default_factory=lambda: {name: [] for name in _LISTS})
    fixed: dict[str, list[Line]] = field(default_factory=dict)
    """Between the parts, by the section that it stands in."""
    unplaced: list[Line] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    """The sections, as they stand."""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the file."""

    line: Line
    level: int
    """A heading's level from 1, 0 for all else."""
    marks: tuple[Path, ...]


def read(data: bytes, name: str, identity: Identity) -> Edited:
    """Return the parts of an edited Word file; raises PublisherError for one that is refused."""
    walked = walk(data, name)
    placing = _Placing(identity, list(paragraphs(walked, identity)))
    placing.place()
    edited = placing.edited
    edited.unplaced += list(_beside(walked))
    edited.remarks = walked.manuscript.remarks
    return edited


def paragraphs(walked: Walked, identity: Identity) -> Iterator[Paragraph]:
    """Yield the paragraphs of the body that say something."""
    reading = _Paragraphs(walked, identity)
    body = walked.document.find(of_word("body"))
    carried: list[Piece] = []
    marks: list[Path] = []
    for element in _blocks(body):
        if element.tag != of_word("p"):
            continue
        marks += _bookmarks(element)
        look = reading.styles.of_paragraph(element)
        pieces = [*carried, *reading.words.of(element, look).pieces]
        carried = []
        if _goes_on(element):
            carried = pieces
            continue
        signs = tidied(reading.signs(pieces))
        if signs and "".join(sign.text for sign in signs) not in identity.prompts:
            parts = dict.fromkeys((*_controls(element, dict(identity.titles)), *marks))
            yield reading.paragraph(element, look, signs, tuple(one for one in parts if one in identity.parts))
            marks = []


class _Paragraphs:
    def __init__(self, walked: Walked, identity: Identity) -> None:
        package = walked.package
        relations = {one.kind: one.target for one in package.relations(package.main)}
        self.styles = Styles(_tree(walked, relations.get("styles", "")))
        self._numbers = Numbering(_tree(walked, relations.get("numbering", "")), self.styles).marks(walked.document)
        self.words = Words(walked.document, package.relations_by_id(package.main), self.styles, Journal())
        texts = " ".join(one.text for one in identity.written)
        # Word marks words with languages of its own guess; only those that the source has count.
        languages: list[str] = re.findall(r'\{lang="?([\w-]+)', texts)
        self._languages = {with_country(one).lower(): one for one in languages}
        self._count = 0

    def paragraph(
        self, element: Element, look: WordLook, signs: tuple[Sign, ...], marks: tuple[Path, ...]
    ) -> Paragraph:
        self._count += 1
        form, level, number = self._form(element, look)
        heading = (look.level or 1) if form == HEADING else 0
        line = Line(signs, form, level, number, f"paragraph {self._count}")
        return Paragraph(line, heading, marks)

    def _form(self, element: Element, look: WordLook) -> tuple[str, int, str]:
        mark: Mark | None = self._numbers.get(element)
        if look.form in {Form.HEADING, Form.TITLE, Form.QUOTE}:
            return _FORMS[look.form], 0, ""
        if mark is not None and mark.form is Form.ITEM:
            numbered = any(sign.isalnum() for sign in mark.number)
            return NUMBER if numbered else BULLET, min(mark.level, 1), mark.number if numbered else ""
        if look.form is Form.ITEM:
            return BULLET, min(look.level, 1), ""
        further = _continued.fullmatch(look.style)
        return PLAIN, int(further[1] or 1) if further else 0, ""

    def signs(self, pieces: list[Piece]) -> Iterator[Sign]:
        for piece in pieces:
            look = Look(piece.strong, piece.emphasis, self._language(piece), piece.target or None)
            yield from (Sign(one, look) for one in piece.text)

    def _language(self, piece: Piece) -> str:
        if not self._languages or piece.node is None:
            return ""
        run = next(piece.node.iterancestors(of_word("r")), None)
        properties = None if run is None else run.find(of_word("rPr"))
        stated = None if properties is None else properties.find(of_word("lang"))
        if stated is None:
            return ""
        kind = "bidi" if is_on(properties, "rtl") else "val"
        return self._languages.get(str(stated.get(of_word(kind), "")).lower(), "")


def _tree(walked: Walked, part: str) -> Element | None:
    try:
        return walked.package.tree(part) if part else None
    except UnreadablePartError:
        return None


def _bookmarks(paragraph: Element) -> list[Path]:
    """Return the parts whose bookmarks begin in a paragraph, or before it and after the one before."""
    before: list[Element] = []
    for element in paragraph.itersiblings(preceding=True):
        if element.tag != of_word("bookmarkStart"):
            break
        before.insert(0, element)
    found = (*before, *paragraph.iter(of_word("bookmarkStart")))
    return _parts(one.get(of_word("name"), "") for one in found)


def _controls(paragraph: Element, titles: Mapping[str, Path]) -> list[Path]:
    """Return the parts whose content controls enclose a paragraph, or stand in it."""
    controls = [*paragraph.iterancestors(of_word("sdt")), *paragraph.iter(of_word("sdt"))]
    properties = [one.find(of_word("sdtPr")) for one in controls]
    tagged = _parts(value(one, "tag") or "" for one in properties)
    return tagged + [titles[title] for one in properties if (title := value(one, "alias") or "") in titles]


def _parts(names: Iterable[str]) -> list[Path]:
    return [path_of(name.removeprefix(_MARK), "_") for name in names if name.startswith(_MARK)]


def _beside(walked: Walked) -> Iterator[Line]:
    """Yield what stands in tables, text boxes and notes, where no part of a briefing can stand."""
    for passage in walked.passages:
        one = passage.paragraph
        is_beside = one.cell is not None or one.frame is not None
        if one.form is Form.NOTE or (is_beside and passage.part == walked.package.main):
            yield Line(tuple(Sign(sign) for sign in one.text), place=one.place)


@dataclass(slots=True)
class _Placing:
    identity: Identity
    paragraphs: list[Paragraph]
    edited: Edited = field(default_factory=Edited)
    _section: int | None = None
    _area: str = "top"
    _scope: str = "national"
    _marked: set[Path] = field(default_factory=set)
    _headings: dict[str, Path] = field(default_factory=dict)

    def place(self) -> None:
        """Give each paragraph to its part."""
        self._marked = {mark for one in self.paragraphs for mark in one.marks}
        for one in self.identity.written:
            if one.path[-1] == "heading":
                shown = " ".join(line.text for line in self.identity.lines(one))
                self._headings[shown.casefold()] = one.path
        for paragraph in self.paragraphs:
            self._one(paragraph)

    def _one(self, one: Paragraph) -> None:
        mark = next((mark for mark in one.marks if mark[-1] != "body"), None) or self._unmarked_heading(one)
        body = next((mark for mark in one.marks if mark[-1] == "body"), None)
        if mark is None and body and not one.level and (*body[:2], "heading") not in self._found():
            self._enter(int(body[1]))
        match mark:
            case ("sections", int(number), "heading"):
                self._enter(number)
                self.edited.parts.setdefault(mark, []).append(_without_number(one.line, number))
            case ("questions" | "resources" as name, int(origin)):
                self._leave(name)
                self.edited.entries[name].append(Entry(one.line, origin, self._scope))
            case (str(key),) if key in self.identity_keys():
                self.edited.parts.setdefault((key,), []).append(one.line)
                if key in {"published", "review"}:
                    self._leave("information")
            case _:
                self._by_place(one)

    def identity_keys(self) -> set[str]:
        """Return the keys of the values that stand by themselves."""
        return {str(one.path[0]) for one in self.identity.written if len(one.path) == 1}

    def _found(self) -> set[Path]:
        return self._marked | set(self.edited.parts)

    def _enter(self, number: int) -> None:
        self._section, self._area = number, "sections"
        self.edited.order.append(number)

    def _leave(self, area: str) -> None:
        self._section, self._area = None, area

    def _unmarked_heading(self, one: Paragraph) -> Path | None:
        """Return the heading that a paragraph is, although its mark was deleted."""
        if not one.level:
            return None
        if one.level == 1 and ("title",) in self.identity.values and ("title",) not in self._found():
            return ("title",)
        path = self._headings.get(_number.sub("", one.line.text, count=1).casefold())
        if path is None and (number := _number.match(one.line.text)):
            path = ("sections", int(number[1]) - 1, "heading")
        return path if path in self._headings.values() and path not in self._found() else None

    def _by_place(self, one: Paragraph) -> None:
        """Place a paragraph without a mark by what stands before it."""
        fixed = next((place for place, text in self.identity.fixed if _same(text, one.line.text) and one.level), None)
        if fixed:
            self._leave(fixed)
            if fixed == "resources":
                self._scope = self._scope_of(one.line.text)
            self.edited.fixed.setdefault(fixed, []).append(one.line)
        elif one.level and (one.level < 3 or self._section is None):
            # What follows it in a section stays there, so that a heading put above a text does not empty the section.
            if self._section is None:
                self._leave("")
            self.edited.unplaced.append(one.line)
        elif self._section is not None:
            self.edited.parts.setdefault(("sections", self._section, "body"), []).append(one.line)
        elif self._area in _LISTS:
            self.edited.entries[self._area].append(Entry(one.line, None, self._scope))
        elif self._area:
            self.edited.fixed.setdefault(self._area, []).append(one.line)
        else:
            self.edited.unplaced.append(one.line)

    def _scope_of(self, heading: str) -> str:
        """Return the scope of the resources under a heading."""
        return "local" if _same(heading, words(self.identity.language).local_resources) else "national"


def _without_number(line: Line, section: int) -> Line:
    """Return a heading without the number of its section that is printed before it."""
    number = _number.match(line.text)
    printed = number is not None and int(number[1]) == section + 1
    return Line(tidied(line.signs[number.end() :]), HEADING, place=line.place) if number and printed else line


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()
