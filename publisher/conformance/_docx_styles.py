"""How a Word file's words look: its styles, each based on another, with what a paragraph or a run adds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
_off = frozenset({"0", "false", "off", "none"})
_heading = re.compile(r"heading ([1-6])", re.IGNORECASE)
_JUSTIFIED = frozenset({"both", "distribute", "highKashida", "lowKashida", "mediumKashida", "thaiDistribute"})


def of_word(name: str) -> str:
    """Return a name of WordprocessingML as lxml writes it."""
    return f"{{{NAMESPACES['w']}}}{name}"


def is_on(switch: Any) -> bool:
    """Whether an element that stands for yes or no says yes, which it does without a value."""
    return switch.get(of_word("val"), "1") not in _off


@dataclass(frozen=True, slots=True)
class Look:
    """What styles say of words; what Word takes where they say nothing."""

    size: float = 10.0
    """Points."""
    bold: bool = False
    family: str = ""
    colour: str = "000000"
    ground: str = ""
    justified: bool = False
    level: int = 0


class Styles:
    """The styles of one file."""

    def __init__(self, tree: Any) -> None:
        self._elements = {style.get(of_word("styleId")): style for style in tree.iterfind("w:style", NAMESPACES)}
        self._defaults = _with(Look(), tree.find("w:docDefaults/w:rPrDefault", NAMESPACES))
        self._looks: dict[str, Look] = {}
        self._usual = next(
            (
                identifier
                for identifier, style in self._elements.items()
                if style.get(of_word("type")) == "paragraph" and style.get(of_word("default")) in {"1", "true"}
            ),
            "",
        )
        stated = tree.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMESPACES)
        self.language: str = "" if stated is None else stated.get(of_word("val"), "")

    def of_paragraph(self, paragraph: Any) -> Look:
        """Return how a paragraph looks."""
        named = paragraph.find("w:pPr/w:pStyle", NAMESPACES)
        identifier = self._usual if named is None else named.get(of_word("val"), "")
        properties = paragraph.find("w:pPr", NAMESPACES)
        return _of_paragraph(self._named(identifier, self._defaults), properties)

    def of_run(self, run: Any, within: Look) -> Look:
        """Return how a run looks within a paragraph."""
        named = run.find("w:rPr/w:rStyle", NAMESPACES)
        if named is not None:
            for style in reversed(self._chain(named.get(of_word("val"), ""))):
                within = _with(within, style)
        return _with(within, run)

    def _named(self, identifier: str, defaults: Look) -> Look:
        if identifier not in self._looks:
            look = defaults
            for style in reversed(self._chain(identifier)):
                look = _of_paragraph(_with(look, style), style.find("w:pPr", NAMESPACES))
                if found := _heading.fullmatch(_value(style, "w:name") or ""):
                    look = replace(look, level=int(found[1]))
            self._looks[identifier] = look
        return self._looks[identifier]

    def _chain(self, identifier: str) -> list[Any]:
        """Return a style and those it is based on, itself first."""
        chain: list[Any] = []
        while identifier in self._elements and self._elements[identifier] not in chain:
            chain.append(self._elements[identifier])
            identifier = _value(chain[-1], "w:basedOn") or ""
        return chain


def _value(element: Any, path: str) -> str | None:
    found = element.find(path, NAMESPACES)
    return None if found is None else found.get(of_word("val"))


def _with(look: Look, element: Any) -> Look:
    """Return a look with what the run properties inside an element say."""
    properties = None if element is None else element.find("w:rPr", NAMESPACES)
    if properties is None:
        return look
    if size := _value(properties, "w:sz"):
        look = replace(look, size=float(size) / 2)
    if (bold := properties.find("w:b", NAMESPACES)) is not None:
        look = replace(look, bold=is_on(bold))
    if (colour := _value(properties, "w:color")) is not None:
        look = replace(look, colour="000000" if colour == "auto" else colour)
    if (fonts := properties.find("w:rFonts", NAMESPACES)) is not None:
        look = replace(look, family=fonts.get(of_word("ascii"), ""))
    return look


def _of_paragraph(look: Look, properties: Any) -> Look:
    """Return a look with what paragraph properties say."""
    if properties is None:
        return look
    if (shading := properties.find("w:shd", NAMESPACES)) is not None:
        fill = shading.get(of_word("fill"), "auto")
        look = replace(look, ground="" if fill == "auto" else fill)
    if (alignment := _value(properties, "w:jc")) is not None:
        look = replace(look, justified=alignment in _JUSTIFIED)
    if (level := _value(properties, "w:outlineLvl")) is not None:
        look = replace(look, level=int(level) + 1 if int(level) < 6 else 0)
    return look
