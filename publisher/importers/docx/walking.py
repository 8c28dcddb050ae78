"""A Word file read from its first part to its last."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from publisher.errors import PublisherError
from publisher.importers._manuscript import Form, Manuscript
from publisher.importers.docx import _diagrams
from publisher.importers.docx._flow import Flow, Passage, Place
from publisher.importers.docx._journal import Journal
from publisher.importers.docx._names import Element, of_word
from publisher.importers.docx._numbering import Mark, Numbering
from publisher.importers.docx._package import Package
from publisher.importers.docx._pictures import Pictures
from publisher.importers.docx._styles import Styles
from publisher.importers.docx._words import Piece, Words
from publisher.word_parts import UnreadablePartError

__all__ = ["Package", "Piece", "Walked", "walk"]

_macro = re.compile(r"vbaProject|vbaData", re.IGNORECASE)
_object = re.compile(r"/embeddings/|/activeX/", re.IGNORECASE)
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


@dataclass(frozen=True, slots=True)
class Walked:
    """A Word file as read, with the way back from each paragraph to the words in the file."""

    manuscript: Manuscript
    passages: tuple[Passage, ...]
    """One for each paragraph of the manuscript, in the same order."""
    package: Package
    document: Element
    """The root element of the main part, to which the passages of that part lead."""


def walk(data: bytes, name: str, *, exact: bool = False) -> Walked:
    """Return a Word file as read; raises PublisherError for one that is refused.

    ``exact`` keeps the main part so that it can be written again.
    """
    package = Package(data, name)
    try:
        document = package.tree(package.main, exact=exact)
    except UnreadablePartError as error:
        raise PublisherError(f"the text of `{name}` cannot be read: {error}; save it in Word again as .docx") from error
    if exact and document is not None and document.tag != of_word("document"):
        raise PublisherError(f"`{name}` is an Office Open XML document of the Strict kind; save it as a Word document")
    body = None if document is None else document.find(of_word("body"))
    if document is None or body is None:
        raise PublisherError(f"`{name}` has no text that can be read; save it in Word again as .docx")
    reading = _Reading(package)
    reading.body(document, body)
    reading.furniture(document)
    reading.notes()
    reading.comments()
    reading.rest()
    return Walked(reading.manuscript(), tuple(reading.flow.passages), package, document)


class _Reading:
    """The parts of one file, read one after the other."""

    def __init__(self, package: Package) -> None:
        self.journal = Journal()
        self._package = package
        self._main = {relation.kind: relation.target for relation in package.relations(package.main)}
        styles = Styles(self._part("styles", "styles"))
        self.flow = Flow(styles, self.journal)
        self._numbering = Numbering(self._part("numbering", "lists"), styles)
        self._pictures = Pictures(package, self.journal)
        self._note_numbers: dict[tuple[str, str], str] = {}

    def body(self, document: Element, body: Element) -> None:
        """Read the body."""
        words = self._words(document, self._package.main)
        self._story(body, words, self._numbering.marks(document), Place(self._package.main))
        self._note_numbers = words.note_numbers

    def furniture(self, document: Element) -> None:
        """Read the headers and footers that sections refer to; the same words on several kinds of page once."""
        relations = self._package.relations_by_id(self._package.main)
        seen: set[str] = set()
        for kind in ("header", "footer"):
            for reference in document.iter(of_word(f"{kind}Reference")):
                identifier = next((text for name, text in reference.attrib.items() if name.endswith("}id")), "")
                relation = relations.get(identifier)
                if relation and not relation.is_external and relation.target not in seen:
                    seen.add(relation.target)
                    self._another(relation.target, kind)

    def notes(self) -> None:
        """Read the footnotes and endnotes: those that the text refers to, in its order, then the others."""
        for kind in ("footnote", "endnote"):
            tree = self._part(f"{kind}s", f"{kind}s")
            notes = [] if tree is None else tree.findall(of_word(kind))
            found = {one.get(of_word("id"), ""): one for one in notes if one.get(of_word("type")) not in _SEPARATORS}
            numbers = {name: number for (of, name), number in self._note_numbers.items() if of == kind}
            part = self._main.get(f"{kind}s", "")
            for name in [*(one for one in numbers if one in found), *(one for one in found if one not in numbers)]:
                number = numbers.get(name, "")
                place = Place(part, f"{kind} {number}".strip(), Form.NOTE, f"[{number}]" if number else "")
                self._story(found[name], self._words(found[name], part), {}, place)

    def comments(self) -> None:
        """Note the comments."""
        tree = self._part("comments", "comments")
        for comment in () if tree is None else tree.findall(of_word("comment")):
            paragraphs = ("".join(one.itertext(of_word("t"))) for one in comment.iter(of_word("p")))
            words = " ".join(text for text in paragraphs if text.strip())
            self.journal.comment(words, self.flow.commented.get(comment.get(of_word("id"), ""), ""))

    def rest(self) -> None:
        """Note what the file holds beside its text."""
        if any(_macro.search(part) for part in self._package.parts):
            self.journal.ignored("macro")
        if any(_object.search(part) for part in self._package.parts):
            self.journal.ignored("object")
        settings = f"{self._package.main.rpartition('/')[0]}/settings.xml"
        if any(one.kind == "attachedTemplate" and one.is_external for one in self._package.relations(settings)):
            self.journal.ignored("template")

    def manuscript(self) -> Manuscript:
        """Return what has been read."""
        return Manuscript(
            self._package.name,
            tuple(passage.paragraph for passage in self.flow.passages),
            self._title(),
            self.flow.styles.language,
            tuple(self.journal.images),
            tuple(self.journal.remarks),
        )

    def _title(self) -> str:
        """Return the title of the file's properties."""
        kinds = {relation.kind: relation.target for relation in self._package.relations("")}
        try:
            tree = self._package.tree(kinds.get("core-properties", "docProps/core.xml"))
        except UnreadablePartError:
            return ""
        return "" if tree is None else (tree.findtext("{http://purl.org/dc/elements/1.1/}title") or "").strip()

    def _another(self, part: str, kind: str) -> None:
        """Read a header or a footer."""
        tree = self._tree(part, kind)
        if tree is None:
            return
        before = len(self.flow.passages)
        self._story(tree, self._words(tree, part), self._numbering.marks(tree), Place(part, kind))
        known = {(one.paragraph.place, one.paragraph.runs) for one in self.flow.passages[:before]}
        new = self.flow.passages[before:]
        self.flow.passages[before:] = [one for one in new if (one.paragraph.place, one.paragraph.runs) not in known]

    def _story(self, element: Element, words: Words, marks: dict[Element, Mark], place: Place) -> None:
        self.flow.drawings.clear()
        self.flow.read(element, words, marks, place)
        words.end_story()
        relations = self._package.relations_by_id(place.part)
        for drawing, _, where in self.flow.drawings:
            self._pictures.take(drawing, relations, where)
            try:
                for text, kind in _diagrams.words(drawing, relations, self._package):
                    self._diagram(text, kind, place)
            except UnreadablePartError as error:
                self.journal.unreadable("diagram", str(error))

    def _diagram(self, text: str, kind: str, place: Place) -> None:
        if kind == "chart":
            self.journal.ignored("chart")
        self.flow.add(text, replace(place, name=place.name or kind))

    def _words(self, root: Element, part: str) -> Words:
        return Words(root, self._package.relations_by_id(part), self.flow.styles, self.journal)

    def _part(self, kind: str, what: str) -> Element | None:
        part = self._main.get(kind)
        return self._tree(part, what) if part else None

    def _tree(self, part: str, what: str) -> Element | None:
        try:
            return self._package.tree(part)
        except UnreadablePartError as error:
            self.journal.unreadable(what, str(error))
            return None
