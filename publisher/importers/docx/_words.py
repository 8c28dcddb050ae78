"""The words of one paragraph of a Word file, each with the node that it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from publisher.importers.docx._boxes import Box, boxes
from publisher.importers.docx._fields import Field, is_live, link_of, whole_fields
from publisher.importers.docx._journal import Journal
from publisher.importers.docx._names import (
    DRAWING,
    FORMULA,
    RELATIONS,
    VML,
    WORD,
    Element,
    children,
    is_on,
    of_word,
)
from publisher.importers.docx._numbering import written
from publisher.importers.docx._package import Relation
from publisher.importers.docx._signs import sign
from publisher.importers.docx._styles import Look, Styles

_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_local_file = re.compile(r"file:|[A-Za-z]:[\\/]|\\\\|/(?:Users|home)/", re.IGNORECASE)
_address = re.compile(r"[A-Za-z][\w+.-]*:|//|www\.", re.IGNORECASE)
_SILENT = frozenset(
    of_word(name) for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "delText", "delInstrText", "tblPr", "trPr", "tcPr")
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one node."""

    text: str
    node: Element
    offset: int = 0
    """How many characters of the node's words stand before these."""
    strong: bool = False
    emphasis: bool = False
    target: str | None = None


@dataclass(slots=True)
class Line:
    """All that a paragraph holds."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes and endnotes that it refers to: the kind and the identifier."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for the words that are being read."""

    look: Look
    strong: bool = False
    emphasis: bool = False
    hidden: bool = False
    target: str | None = None


class Words:
    """Reads the paragraphs of one part, in order, as a field may reach from one into the next."""

    def __init__(self, root: Element, relations: dict[str, Relation], styles: Styles, journal: Journal) -> None:
        self.page = 0
        """How many pages have ended, as far as the file says."""
        self.line = 0.0
        """Where the next paragraph stands, roughly, in points from the page's top."""
        self.note_numbers: dict[tuple[str, str], str] = {}
        self._noted: Counter[str] = Counter()
        self._relations = relations
        self._styles = styles
        self._journal = journal
        self._fields: list[Field] = []
        self._whole = whole_fields(root)
        self._now = Line()
        self._take = self._readers()

    def _readers(self) -> dict[str, Callable[[Element, _Around], None]]:
        """Return what reads each element; what is not among them is read for what it holds."""
        return {
            **{of_word(name): self._mark for name in _MARKS},
            **{f"{{{namespace}}}t": self._text for namespace in (WORD, DRAWING, FORMULA)},
            **{of_word(name): self._inserted for name in ("ins", "moveTo")},
            **{of_word(name): self._deleted for name in ("del", "moveFrom")},
            **{of_word(name): self._drawing for name in ("drawing", "pict")},
            **{of_word(name): self._note for name in ("footnoteReference", "endnoteReference")},
            f"{{{DRAWING}}}br": self._mark,
            of_word("r"): self._run,
            of_word("sym"): self._sign,
            of_word("fldChar"): self._field,
            of_word("instrText"): self._code,
            of_word("fldSimple"): self._simple_field,
            of_word("hyperlink"): self._link,
            of_word("object"): self._object,
            of_word("commentReference"): self._comment,
            of_word("lastRenderedPageBreak"): self._page_end,
        }

    def of(self, paragraph: Element, look: Look) -> Line:
        """Return what a paragraph holds."""
        self._now = Line()
        self._children(paragraph, _Around(look))
        return self._now

    def end_story(self) -> None:
        """Forget the fields that were begun."""
        self._fields.clear()

    def start_story(self) -> list[Field]:
        """Set the fields aside that were begun, for a story within this one; returns them."""
        fields, self._fields = self._fields, []
        return fields

    def resume_story(self, fields: list[Field]) -> None:
        """Go on with the fields that were set aside."""
        self._fields = fields

    def _children(self, element: Element, around: _Around) -> None:
        for child in children(element):
            if child.tag in _SILENT:
                continue
            self._take.get(child.tag, self._children)(child, around)

    def _add(self, text: str, node: Element, around: _Around) -> None:
        if not text or any(not one.shows_result for one in self._fields):
            return
        if around.hidden:
            self._journal.ignored("hidden text")
            return
        links = [target for one in self._fields if (target := link_of(one.code)) is not None]
        target = self._address(links[-1]) if links else around.target
        self._now.pieces.append(Piece(text, node, 0, around.strong, around.emphasis, target))

    def _run(self, run: Element, around: _Around) -> None:
        strong, emphasis, hidden = self._styles.of_run(run, around.look)
        if self._styles.is_prompt(run) and _asks(run):
            self._journal.ignored("prompt")
            return
        self._children(run, replace(around, strong=strong, emphasis=emphasis, hidden=hidden))

    def _text(self, node: Element, around: _Around) -> None:
        self._add(node.text or "", node, around)

    def _mark(self, node: Element, around: _Around) -> None:
        if node.get(of_word("type")) == "page":
            self._page_end(node, around)
        self._add(_MARKS[node.tag.rpartition("}")[2]], node, around)

    def _page_end(self, _node: Element, _around: _Around) -> None:
        self.page += 1
        self.line = 0.0

    def _sign(self, node: Element, around: _Around) -> None:
        text = sign(node.get(of_word("font"), ""), node.get(of_word("char"), ""))
        if text == "\ufffd":
            self._journal.ignored("sign")
        self._add(text, node, around)

    def _field(self, mark: Element, around: _Around) -> None:
        if mark not in self._whole:
            return
        match mark.get(of_word("fldCharType")):
            case "begin":
                self._fields.append(Field())
            case "separate" if self._fields:
                self._fields[-1].shows_result = True
                self._live(self._fields[-1].code)
            case "end" if self._fields:
                self._fields.pop()
        self._children(mark, around)

    def _code(self, node: Element, _around: _Around) -> None:
        if self._fields and not self._fields[-1].shows_result:
            self._fields[-1].code += node.text or ""

    def _simple_field(self, element: Element, around: _Around) -> None:
        code = element.get(of_word("instr"), "")
        self._live(code)
        link = link_of(code)
        self._children(element, around if link is None else replace(around, target=self._address(link)))

    def _live(self, code: str) -> None:
        if is_live(code):
            self._journal.ignored("live field")

    def _link(self, element: Element, around: _Around) -> None:
        relation = self._relations.get(element.get(f"{{{RELATIONS}}}id", ""))
        target = relation.target if relation and relation.is_external else ""
        anchor = element.get(of_word("anchor"), "")
        self._children(
            element, replace(around, target=self._address(f"{target}#{anchor}" if target and anchor else target))
        )

    def _address(self, target: str) -> str:
        """Return where a link leads; one into somebody's computer leads nowhere, and says who they are."""
        target = target.strip()
        if _local_file.match(target) or (target and not _address.match(target) and "@" not in target):
            self._journal.ignored("file link")
            return ""
        return target

    def _inserted(self, element: Element, around: _Around) -> None:
        self._change("move here" if element.tag == of_word("moveTo") else "insertion", element)
        self._children(element, around)

    def _deleted(self, element: Element, around: _Around) -> None:
        self._change("move away" if element.tag == of_word("moveFrom") else "deletion", element)
        for reference in element.iter(of_word("commentReference")):
            self._comment(reference, around)

    def _change(self, kind: str, element: Element) -> None:
        """Note a change; what stands side by side is one."""
        before = element.getprevious()
        if before is None or before.tag != element.tag:
            self._now.changes.append(kind)

    def _note(self, reference: Element, around: _Around) -> None:
        kind = reference.tag.rpartition("}")[2].removesuffix("Reference")
        key = kind, reference.get(of_word("id"), "")
        self._now.notes.append(key)
        if key not in self.note_numbers:
            self._noted[kind] += 1
            # Word's own choice where an author makes none.
            self.note_numbers[key] = written(self._noted[kind], "decimal" if kind == "footnote" else "lowerRoman")
        number = self.note_numbers[key]
        if reference.get(of_word("customMarkFollows"), "0") in {"0", "false"}:
            self._add(f"[{number}]", reference, around)

    def _comment(self, reference: Element, _around: _Around) -> None:
        self._now.comments.append(reference.get(of_word("id"), ""))

    def _object(self, element: Element, around: _Around) -> None:
        self._journal.ignored("object")
        self._drawing(element, around)

    def _drawing(self, drawing: Element, around: _Around) -> None:
        self._now.drawings.append(drawing)
        self._now.boxes += boxes(drawing, self.page, self.line)
        for path in drawing.iter(f"{{{VML}}}textpath"):
            self._add(path.get("string", ""), path, around)
        for click in drawing.iter(f"{{{DRAWING}}}hlinkClick"):
            relation = self._relations.get(click.get(f"{{{RELATIONS}}}id", ""))
            if relation and relation.is_external and self._address(relation.target):
                self._journal.linked_picture(relation.target, "")


def _asks(run: Element) -> bool:
    """Whether a run stands in a content control that nobody has filled in."""
    return any(is_on(control.find(of_word("sdtPr")), "showingPlcHdr") for control in run.iterancestors(of_word("sdt")))
