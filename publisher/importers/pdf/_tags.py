"""A PDF's tags: what each stretch of its words is, in the order in which it is read aloud."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from publisher.importers._manuscript import Cell, Form

_inline = "Span Link NonStruct Em Strong Quote Code Reference Sub Private Annot Figure Formula Ruby RB RT Warichu Lbl"
_INLINE = frozenset(_inline.split())
_FORMS = {
    **{f"H{level}": (Form.HEADING, level) for level in range(1, 7)},
    "Title": (Form.TITLE, 0),
    "BlockQuote": (Form.QUOTE, 0),
    "Note": (Form.NOTE, 0),
    "FENote": (Form.NOTE, 0),
}
_DEEPEST = 100
_MOST = 200_000
"""Elements, each counted as often as it is met."""
_mark = re.compile(r"\s*(?:\(?[\dA-Za-z]{1,4}[.)]+|\d{1,3})\s*")

Key = tuple[int, int]
"""A page, from 0, and a marked-content identifier."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one marked-content sequence, or words given in place of those that are painted."""

    key: Key | None
    text: str | None = None
    """Set where these words stand for those that are painted."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A paragraph as its tags have it."""

    stretches: tuple[Stretch, ...]
    form: Form = Form.PLAIN
    level: int = 0
    number: str = ""
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements above say of the words."""

    page: int = -1
    form: Form = Form.PLAIN
    level: int = 0
    heading: int = 0
    lists: int = -1
    in_cell: bool = False
    is_label: bool = False
    is_replaced: bool = False
    """Whether other words stand for these."""


@dataclass(slots=True)
class _Table:
    number: int
    row: int = -1
    column: int = -1


@dataclass(slots=True)
class Tags:
    """Reads the structure tree of a file."""

    words_of: Callable[[Key], str]
    blocks: list[Tagged] = field(default_factory=list)
    reached: set[Key] = field(default_factory=set)
    """All that the tags lead to, so also the marks of lists and what other words stand for."""
    _roles: dict[str, str] = field(default_factory=dict)
    _pages: dict[tuple[int, int], int] = field(default_factory=dict)
    _now: list[Stretch] = field(default_factory=list)
    _number: str = ""
    _tables: list[_Table] = field(default_factory=list)
    _count: int = 0
    _table_count: int = 0

    def read(self, pdf: pikepdf.Pdf) -> list[Tagged]:
        """Return what the tags say; nothing where there are none."""
        root = pdf.Root.get("/StructTreeRoot")
        if not isinstance(root, pikepdf.Dictionary):
            return []
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        roles = root.get("/RoleMap", pikepdf.Dictionary())
        self._roles = {name.removeprefix("/"): str(role).removeprefix("/") for name, role in roles.items()}
        for kid in _kids(root):
            self._take(kid, _Around(), 0)
        self._end(_Around())
        return self.blocks

    def _take(self, kid: Any, around: _Around, depth: int) -> None:
        self._count += 1
        if self._count > _MOST or depth > _DEEPEST:
            return
        if isinstance(kid, int):
            self._content((around.page, kid), around)
            return
        if not isinstance(kid, pikepdf.Dictionary):
            return
        if "/Pg" in kid:
            around = replace(around, page=self._pages.get(kid.Pg.objgen, -1))
        if "/S" in kid:
            self._element(kid, around, depth)
        elif "/MCID" in kid and "/Stm" not in kid:
            self._content((around.page, int(kid.MCID)), around)

    def _element(self, element: Any, around: _Around, depth: int) -> None:
        role = self._role(element)
        within = self._within(role, around)
        if role not in _INLINE:
            self._end(around)
        if role in {"Table", "TR", "TD", "TH", "L"}:
            self._enter(role)
        if "/ActualText" in element and not around.is_replaced:
            self._now.append(Stretch(None, str(element.ActualText)))
            within = replace(within, is_replaced=True)
        for kid in _kids(element):
            self._take(kid, within, depth + 1)
        if role not in _INLINE:
            self._end(within)
        if role == "Table" and self._tables:
            self._tables.pop()

    def _role(self, element: Any) -> str:
        role = str(element.S).removeprefix("/")
        for _ in range(10):
            if role not in self._roles or role in _FORMS:
                break
            role = self._roles[role]
        return role

    @staticmethod
    def _within(role: str, around: _Around) -> _Around:
        if role in _FORMS:
            form, level = _FORMS[role]
            return replace(around, form=form, level=level)
        match role:
            case "Sect":
                around = replace(around, heading=around.heading + 1)
            case "H":
                around = replace(around, form=Form.HEADING, level=min(max(around.heading, 1), 6))
            case "L":
                around = replace(around, lists=around.lists + 1)
            case "LI" | "LBody":
                around = replace(around, form=Form.ITEM, level=max(around.lists, 0))
            case "Lbl":
                around = replace(around, is_label=around.form is Form.ITEM)
            case "TD" | "TH":
                around = replace(around, in_cell=True)
        return around

    def _enter(self, role: str) -> None:
        """Count tables, rows and cells."""
        if role == "L":
            self._number = ""
        elif role == "Table":
            self._tables.append(_Table(self._table_count))
            self._table_count += 1
        elif self._tables and role == "TR":
            self._tables[-1].row += 1
            self._tables[-1].column = -1
        elif self._tables:
            self._tables[-1].column += 1

    def _content(self, key: Key, around: _Around) -> None:
        if key in self.reached or around.is_replaced:
            self.reached.add(key)
            return
        self.reached.add(key)
        text = self.words_of(key) if around.is_label else ""
        if text and _mark.fullmatch(self._number + text):
            self._number = (self._number + text).strip()
        elif not around.is_label or any(character.isalnum() for character in text):
            self._now.append(Stretch(key))

    def _end(self, around: _Around) -> None:
        """End the paragraph that is being read, if it has words."""
        now, self._now = self._now, []
        if not now:
            return
        table = self._tables[-1] if self._tables else None
        cell = Cell(table.number, max(table.row, 0), max(table.column, 0)) if table and around.in_cell else None
        self.blocks.append(Tagged(tuple(now), around.form, around.level, self._number, cell))
        self._number = ""


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
