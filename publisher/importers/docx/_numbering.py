"""The marks before the items of a Word file's lists, which stand nowhere in it and have to be counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from publisher.importers._manuscript import Form
from publisher.importers.docx._names import Element, descendants, of_word, value, whole
from publisher.importers.docx._styles import Look, Styles

_LEVELS = 9
_ROMAN = dict(
    zip(
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        strict=True,
    )
)
_MOST = 3999
"""Beyond this there are no Roman numerals, and a list of Latin letters is a long row of them."""


class Mark(NamedTuple):
    """What a paragraph's list makes of it."""

    form: Form
    level: int
    number: str


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


class Numbering:
    """The lists of a file."""

    def __init__(self, tree: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstract = [] if tree is None else tree.findall(of_word("abstractNum"))
        self._abstract: dict[str, Element] = {one.get(of_word("abstractNumId"), ""): one for one in abstract}
        numbers = [] if tree is None else tree.findall(of_word("num"))
        self._numbers: dict[str, Element] = {one.get(of_word("numId"), ""): one for one in numbers}
        self._by_style = {style: one for one in abstract if (style := value(one, "styleLink"))}

    def marks(self, root: Element) -> dict[Element, Mark]:
        """Return the mark of each paragraph below an element that stands in a list.

        They are counted in the order of the file, not that of reading: that is how Word counts them in text boxes.
        """
        found: dict[Element, Mark] = {}
        counters: dict[tuple[bool, str], dict[int, int]] = {}
        begun: set[tuple[bool, str]] = set()
        for paragraph in descendants(root):
            if paragraph.tag != of_word("p"):
                continue
            look = self._styles.of_paragraph(paragraph)
            number = self._numbers.get(look.list_number)
            if number is None:
                continue
            boxed = next(paragraph.iterancestors(of_word("txbxContent")), None) is not None
            definition = self._definition(number)
            level = self._level_of(look, definition)
            counter = counters.setdefault((boxed, value(number, "abstractNumId") or ""), {})
            if (boxed, look.list_number) not in begun:
                begun.add((boxed, look.list_number))
                self._restart(number, counter)
            found[paragraph] = self._count(number, definition, level, counter)
        return found

    def _definition(self, number: Element) -> Element | None:
        definition = self._abstract.get(value(number, "abstractNumId") or "")
        link = value(definition, "numStyleLink")
        return self._by_style.get(link, definition) if link else definition

    @staticmethod
    def _level_of(look: Look, definition: Element | None) -> int:
        if look.list_level is not None:
            return min(max(look.list_level, 0), _LEVELS - 1)
        for level in () if definition is None else definition.findall(of_word("lvl")):
            if value(level, "pStyle") == look.style:
                return min(max(whole(level.get(of_word("ilvl"))) or 0, 0), _LEVELS - 1)
        return 0

    @staticmethod
    def _restart(number: Element, counter: dict[int, int]) -> None:
        """Begin again where a list says so at its first item."""
        for override in number.findall(of_word("lvlOverride")):
            start = whole(value(override, "startOverride"))
            if start is not None:
                counter[whole(override.get(of_word("ilvl"))) or 0] = start - 1

    def _count(self, number: Element, definition: Element | None, level: int, counter: dict[int, int]) -> Mark:
        shown = self._level(number, definition, level)
        counter[level] = counter.get(level, shown.start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            counter.pop(deeper, None)
        if shown.format == "bullet":
            return Mark(Form.ITEM, level, "")
        text = shown.text
        for position in range(level + 1):
            outer = self._level(number, definition, position)
            text = text.replace(f"%{position + 1}", written(counter.get(position, outer.start), outer.format))
        return Mark(Form.ITEM if text.strip() else Form.PLAIN, level, text.strip())

    @staticmethod
    def _level(number: Element, definition: Element | None, level: int) -> _Level:
        places = [number.find(f"{of_word('lvlOverride')}[@{of_word('ilvl')}='{level}']/{of_word('lvl')}")]
        places += [] if definition is None else [definition.find(f"{of_word('lvl')}[@{of_word('ilvl')}='{level}']")]
        for one in places:
            if one is not None:
                start = whole(value(one, "start"))
                text = value(one, "lvlText") or ""
                return _Level(value(one, "numFmt") or "decimal", text, 1 if start is None else start)
        return _Level("bullet", "", 1)


def written(number: int, form: str) -> str:
    """Return a number as a list or a note prints it; forms that are not of this country as plain figures."""
    if form in {"none", "bullet"}:
        return ""
    if not 0 < number <= _MOST:
        return str(number)
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"}:
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    parts = []
    for letters, amount in _ROMAN.items():
        parts.append(letters * (number // amount))
        number %= amount
    return "".join(parts)
