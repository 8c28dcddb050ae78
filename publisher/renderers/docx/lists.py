"""Real lists: Word's definitions of bullets and numbers, and numbering that starts where a list starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.styles.style import BaseStyle, ParagraphStyle

BULLETS, NUMBERS = "List Bullet", "List Number"
BOXED = "Briefing Action List"
"""The style for lists of both kinds in the box that says what to do."""
INDENT = 397
"""7 mm, in twentieths of a point: how far an item stands from its list's edge."""
_DEEPEST = 1
"""Lists are nested once; what is nested deeper stands at the same indent."""
_MARKS = {BULLETS: (("bullet", "•"), ("bullet", "–")), NUMBERS: (("decimal", "%1."), ("lowerLetter", "%2."))}


@dataclass(frozen=True, slots=True)
class Mark:
    """What gives a paragraph its bullet or number: a list of the file, and a level of it from 0."""

    number: int
    level: int


def style_name(kind: str, level: int) -> str:
    """Return the style for a list of that kind, BULLETS or NUMBERS, that so many lists enclose."""
    return f"{kind} {_DEEPEST + 1}" if level >= _DEEPEST else kind


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a file."""

    file: WordFile
    own: Mapping[tuple[str, bool], int]
    """The number of the program's own list of each kind, in the open and in a box."""

    def bullets(self, level: int, *, boxed: bool) -> Mark | None:
        """Return the mark of a bullet; None where the style of the paragraph brings it."""
        styled = None if boxed else self._of_style(BULLETS, level)
        return None if styled else self._own(BULLETS, level, boxed=boxed)

    def numbers(self, level: int, start: int, *, boxed: bool) -> Mark:
        """Return the mark of a new numbered list that counts from ``start``."""
        styled = None if boxed else self._of_style(NUMBERS, level)
        mark = styled or self._own(NUMBERS, level, boxed=boxed)
        numbering = self.file.part.numbering_part.element
        number = numbering.add_num(numbering.num_having_numId(mark.number).abstractNumId.val)
        number.add_lvlOverride(mark.level).add_startOverride(start)
        return Mark(number.numId, mark.level)

    def _own(self, kind: str, level: int, *, boxed: bool) -> Mark:
        return Mark(self.own[kind, boxed], min(level, _DEEPEST))

    def _of_style(self, kind: str, level: int) -> Mark | None:
        style: BaseStyle | None = self.file.styles[style_name(kind, level)]
        while isinstance(style, ParagraphStyle):
            number = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            if number is not None:
                depth = number.getparent().find(qn("w:ilvl"))
                return Mark(int(number.get(qn("w:val"))), 0 if depth is None else int(depth.get(qn("w:val"))))
            style = style.base_style
        return None


def add(file: WordFile, identifiers: Mapping[str, str], colour: str) -> Lists:
    """Add the program's own lists; ``identifiers`` are those of the styles to be tied to them, by name."""
    numbering = _numbering_part(file).element
    taken = [int(found) for found in numbering.xpath("w:abstractNum/@w:abstractNumId")]
    own: dict[tuple[str, bool], int] = {}
    for abstract, (kind, boxed) in enumerate(product(_MARKS, (False, True)), max(taken, default=-1) + 1):
        tied = {} if boxed else identifiers
        levels = "".join(_level(kind, level, tied, colour, boxed=boxed) for level in range(_DEEPEST + 1))
        definition = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:nsid w:val="{0x37B00000 + abstract:08X}"/>'
            f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        )
        # Definitions stand before the lists that are made from them.
        numbering.insert_element_before(definition, "w:num", "w:numIdMacAtCleanup")
        own[kind, boxed] = numbering.add_num(abstract).numId
    return Lists(file, own)


def _level(kind: str, level: int, tied: Mapping[str, str], colour: str, *, boxed: bool) -> str:
    numbering, text = _MARKS[kind][level]
    identifier = tied.get(style_name(kind, level))
    style = f'<w:pStyle w:val="{identifier}"/>' if identifier else ""
    # In a box all marks stand at its edge: where paragraphs have different edges, the box falls into pieces.
    hanging = INDENT * (level + 1 if boxed else 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{numbering}"/>{style}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{INDENT * (level + 1)}" w:hanging="{hanging}"/></w:pPr>'
        f'<w:rPr><w:b/><w:color w:val="{colour}"/></w:rPr></w:lvl>'
    )


def _numbering_part(file: WordFile) -> NumberingPart:
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in file.part.rels.values()):
        empty = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        name = PackURI("/word/numbering.xml")
        part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, empty, file.part.package)
        file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return file.part.numbering_part
