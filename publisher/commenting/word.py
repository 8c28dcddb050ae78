"""Comments put into somebody's Word file at the words that they are about; nothing else in it is changed."""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from publisher.errors import PublisherError
from publisher.importers.docx.walking import Package, Piece, Walked, walk
from publisher.redaction import without_identifiers
from publisher.word_parts import UnreadablePartError

AUTHOR = "Briefing publisher"
INITIALS = "BP"

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_not_xml = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Node = Any
"""An element of lxml, whose stubs know less of it than is needed here."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said, and about which words."""

    words: str
    """Each line of it is a paragraph of the comment."""
    paragraph: int | None = None
    """The position of a paragraph in the manuscript of the file; None where the file as a whole is meant."""
    start: int = 0
    end: int | None = None
    """Offsets into the paragraph's text; without an end all words from the start are meant."""


def commented(data: bytes, name: str, notes: Iterable[Note]) -> bytes:
    """Return a Word file with a comment for each note; one about a header, footer or footnote stands at the beginning.

    Identifiers in the words of notes are taken out. The file's text, its looks and its other parts stay as they are.
    Raises PublisherError for a file that the reader of Word files refuses.
    """
    given = list(notes)
    if not given:
        return data
    walked = walk(data, name, exact=True)
    text = _Text(walked.document)
    try:
        comments = _Comments(walked)
        for note in given:
            pieces = _pieces(walked, note)
            is_elsewhere = note.paragraph is not None and not pieces
            place = walked.manuscript.paragraphs[note.paragraph].place if is_elsewhere and note.paragraph else ""
            text.mark(pieces, comments.add(f"{place}: {note.words}" if place else note.words))
        changed = {walked.package.main: _written(walked.document), **comments.parts()}
        return walked.package.rewritten(changed)
    except UnreadablePartError as error:
        raise PublisherError(f"`{name}` cannot be written again: a part of it cannot be read, {error}") from error


def _pieces(walked: Walked, note: Note) -> list[Piece]:
    """Return the words of a note that stand in the main part, where comments may stand."""
    if note.paragraph is None:
        return []
    passage = walked.passages[note.paragraph]
    if passage.part != walked.package.main:
        return []
    return [piece for piece in passage.between(note.start, note.end) if piece.node is not None]


class _Comments:
    """The part of a file that holds its comments, with what leads to it."""

    def __init__(self, walked: Walked) -> None:
        package = self._package = walked.package
        found = [one.target for one in package.relations(package.main) if one.kind == "comments"]
        self._is_new = not found or found[0] not in package.parts
        if self._is_new:
            self._part = _free(posixpath.dirname(package.main), package.parts)
            self._tree: _Node = etree.Element(_of("comments"), nsmap={"w": _WORD})
        else:
            self._part = found[0]
            self._tree = _tree(package, self._part)
        names = ("commentReference", "commentRangeStart", "commentRangeEnd")
        used = [*self._tree.iter(_of("comment")), *walked.document.iter(*map(_of, names))]
        numbers = [one.get(_of("id"), "") for one in used]
        self._next = 1 + max((int(one) for one in numbers if re.fullmatch(r"[0-9]{1,9}", one)), default=-1)

    def add(self, words: str) -> str:
        """Add a comment; returns its identifier."""
        identifier = str(self._next)
        self._next += 1
        comment = etree.SubElement(self._tree, _of("comment"))
        for attribute, value in (("id", identifier), ("author", AUTHOR), ("initials", INITIALS)):
            comment.set(_of(attribute), value)
        for line in _not_xml.sub("", without_identifiers(words)).split("\n"):
            run = etree.SubElement(etree.SubElement(comment, _of("p")), _of("r"))
            text = etree.SubElement(run, _of("t"))
            text.text = line
            text.set(_SPACE, "preserve")
        return identifier

    def parts(self) -> dict[str, bytes]:
        """Return the parts that are new or changed."""
        if not self._is_new:
            return {self._part: _written(self._tree)}
        main = self._package.main
        related = posixpath.join(posixpath.dirname(main), "_rels", f"{posixpath.basename(main)}.rels")
        return {self._part: _written(self._tree), _TYPES: self._typed(), related: self._related(related)}

    def _typed(self) -> bytes:
        types = _tree(self._package, _TYPES)
        override = etree.SubElement(types, f"{{{etree.QName(types).namespace}}}Override")
        override.set("PartName", f"/{self._part}")
        override.set("ContentType", _TYPE)
        return _written(types)

    def _related(self, part: str) -> bytes:
        name = f"{{{_RELATIONS}}}Relationship"
        is_known = part in self._package.parts
        namespaces: Any = {None: _RELATIONS}
        relations = _tree(self._package, part) if is_known else etree.Element(f"{name}s", nsmap=namespaces)
        used = {one.get("Id") for one in relations}
        relation = etree.SubElement(relations, name)
        relation.set("Id", next(one for number in range(len(used) + 1) if (one := f"comments{number}") not in used))
        relation.set("Type", _KIND)
        relation.set("Target", posixpath.basename(self._part))
        return _written(relations)


@dataclass(slots=True)
class _Text:
    """The main part, into which marks are put; remembers which nodes were split."""

    document: _Node
    _fragments: dict[_Node, list[tuple[int, _Node]]] = field(default_factory=dict)
    """For a node that was split: the offset of the first character of each fragment, and the fragment."""

    def mark(self, pieces: Sequence[Piece], identifier: str) -> None:
        """Mark the words of pieces, or the beginning of the text where there are none."""
        start, end, reference = (
            _mark(name, identifier) for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
        )
        run: _Node = etree.Element(_of("r"))
        run.append(reference)
        if pieces:
            first, last = pieces[0], pieces[-1]
            begin = self._begin(first.node, first.offset)
            finish = self._finish(last.node, last.offset + len(last.text))
            begin.addprevious(start)
            _after(finish, end)
        else:
            self._at_the_beginning(start)
            _after(start, end)
        _after(end, run)

    def _begin(self, node: _Node, offset: int) -> _Node:
        """Return the element that begins with a character of a node; splits a run to make one."""
        if (holder := _holder(node)) is not None:
            return holder
        fragment = self._fragment(node, offset)
        if any(one.tag != _of("rPr") for one in fragment.itersiblings("*", preceding=True)):
            _split_run(fragment)
        return fragment.getparent()

    def _finish(self, node: _Node, offset: int) -> _Node:
        """Return the element that ends before a character of a node; splits a run to make one."""
        if (holder := _holder(node)) is not None:
            return holder
        if offset < len(node.text or "") or node in self._fragments:
            self._fragment(node, offset)
        last = [one for begin, one in self._fragments.get(node, [(0, node)]) if begin < offset][-1]
        following = next(last.itersiblings("*"), None)
        if following is not None:
            _split_run(following)
        return last.getparent()

    def _fragment(self, node: _Node, offset: int) -> _Node:
        """Return the node that begins with a character of an original node, whose words it splits where need be."""
        fragments = self._fragments.setdefault(node, [(0, node)])
        begin, last = [one for one in fragments if one[0] <= offset][-1]
        text = last.text or ""
        if offset == begin or offset - begin >= len(text):
            return last
        rest = copy.copy(last)
        rest.tail, rest.text, last.text = None, text[offset - begin :], text[: offset - begin]
        for one in (last, rest):
            one.set(_SPACE, "preserve")
        _after(last, rest)
        fragments.append((offset, rest))
        fragments.sort(key=lambda one: one[0])
        return rest

    def _at_the_beginning(self, mark: _Node) -> None:
        paragraph = next(self.document.iter(_of("p")), None)
        if paragraph is None:
            paragraph = etree.Element(_of("p"))
            self.document.find(_of("body")).insert(0, paragraph)
        properties = paragraph.find(_of("pPr"))
        paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, mark)


def _holder(node: _Node) -> _Node | None:
    """Return the element that marks have to stand around, as none may stand within; None for words of a usual run."""
    holder: _Node | None = None
    below = node
    for ancestor in node.iterancestors():
        if ancestor.tag == _of("p"):
            break
        is_control = ancestor.tag == _of("sdt")
        is_first_run = ancestor.tag == _of("r") and holder is None and below is not node
        holder = ancestor if is_control or is_first_run else holder
        below = ancestor
    is_usual = node.getparent().tag == _of("r")
    return holder if holder is not None or is_usual else below


def _split_run(node: _Node) -> None:
    """Split a run before one of its nodes; both have its properties."""
    run = node.getparent()
    rest: _Node = etree.Element(run.tag, dict(run.attrib), nsmap=run.nsmap)
    properties = run.find(_of("rPr"))
    if properties is not None:
        rest.append(copy.deepcopy(properties))
    for one in [node, *node.itersiblings()]:
        rest.append(one)
    _after(run, rest)


def _after(element: _Node, following: _Node) -> None:
    """Put an element right after another; the white space that follows that one stays behind both."""
    following.tail, element.tail = element.tail, None
    element.addnext(following)


def _mark(name: str, identifier: str) -> _Node:
    mark = etree.Element(_of(name))
    mark.set(_of("id"), identifier)
    return mark


def _free(folder: str, parts: Sequence[str]) -> str:
    names = ("comments", *(f"comments{number}" for number in range(1, len(parts) + 1)))
    return next(part for name in names if (part := posixpath.join(folder, f"{name}.xml")) not in parts)


def _tree(package: Package, part: str) -> _Node:
    tree = package.tree(part, exact=True)
    if tree is None:
        raise UnreadablePartError("it is not there")
    return tree


def _written(root: _Node) -> bytes:
    tree = root.getroottree()
    written: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _of(name: str) -> str:
    return f"{{{_WORD}}}{name}"
