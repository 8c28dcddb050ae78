"""The named styles of a Word file in a brand's colours and fonts.

A reference document's own styles win; only those that it lacks are added. Sizes are in half-points
(``w:sz``), twentieths of a point (spacing and indents), eighths of a point (``w:sz`` of a border) or
points (``w:space`` of a border).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from publisher.brand import Brand
from publisher.renderers.docx import contents, lists, tables
from publisher.renderers.docx.blank import TEXT_WIDTH, hex_digits
from publisher.renderers.palette import Palette

_BOLD = 600
"""The weight from which a heading is bold, as Word knows only bold and not bold."""
_COLOURS = ("accent", "on_accent", "accent_text", "tint", "rule", "ink")


@dataclass(frozen=True, slots=True)
class _Style:
    """A style as Word stores it; ``paragraph`` and ``run`` are XML with the brand's values in braces."""

    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    following: str = ""
    kind: str = "paragraph"
    table: str = ""
    """What a table has beside paragraphs and runs."""

    @property
    def identifier(self) -> str:
        return "".join(word[0].upper() + word[1:] for word in self.name.split())


def _size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def _spacing(before: int, after: int, line: int = 264) -> str:
    """Return the space around a paragraph; ``line`` is in 240ths of the font's own line."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _heading(level: int, before: int, points: int) -> _Style:
    return _Style(
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/>{_spacing(before, 80)}<w:outlineLvl w:val="{level - 1}"/>',
        f'{{headings}}<w:color w:val="{{accent_text}}"/>{_size(points)}',
        following="Normal",
    )


def _list(name: str, level: int, *, marked: bool = True) -> _Style:
    """Return the style of a list's items; its bullet or number and their indent come from the list."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{{{name}}}"/></w:numPr>' if marked else ""
    indent = "" if marked else f'<w:ind w:left="{lists.INDENT * (level + 1)}"/>'
    return _Style(lists.style_name(name, level), f'<w:keepLines/>{number}<w:spacing w:after="100"/>{indent}')


_BAND = (
    '<w:pBdr><w:top w:val="single" w:sz="4" w:space="10" w:color="{accent}"/>'
    '<w:left w:val="single" w:sz="4" w:space="10" w:color="{accent}"/>'
    '<w:bottom w:val="single" w:sz="4" w:space="10" w:color="{accent}"/>'
    '<w:right w:val="single" w:sz="4" w:space="10" w:color="{accent}"/></w:pBdr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="{accent}"/>'
)
"""The ground of the title and what stands by it: paragraphs with the same border are drawn as one block."""
_BOX = (
    '<w:pBdr><w:top w:val="single" w:sz="4" w:space="7" w:color="{tint}"/>'
    '<w:left w:val="single" w:sz="36" w:space="9" w:color="{accent_text}"/>'
    '<w:bottom w:val="single" w:sz="4" w:space="7" w:color="{tint}"/>'
    '<w:right w:val="single" w:sz="4" w:space="9" w:color="{tint}"/></w:pBdr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'
)

_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{{rule}}"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = (
    f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders><w:tblCellMar>"
    '<w:top w:w="85" w:type="dxa"/><w:left w:w="142" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="142" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{accent}"/></w:tcPr>'
    "</w:tblStylePr>"
)

_STYLES = (
    # LibreOffice takes a colour that stands in the file's defaults for one of each cell's words, and links lose theirs.
    _Style("Normal", based_on="", run='<w:color w:val="{ink}"/>'),
    _Style(
        "heading 1",
        f'<w:keepNext/><w:keepLines/>{{band}}{_spacing(0, 40, 240)}<w:outlineLvl w:val="0"/>',
        f'{{headings}}<w:color w:val="{{on_band}}"/>{_size(27)}',
        following="Normal",
    ),
    _heading(2, 360, 17),
    _heading(3, 200, 13),
    _Style("Subtitle", f"<w:keepLines/>{{band}}{_spacing(0, 40)}", f'<w:color w:val="{{on_band}}"/>{_size(15)}'),
    _Style("Briefing Series", f"<w:keepNext/>{{band}}{_spacing(0, 40)}", '<w:color w:val="{on_band}"/>'),
    _Style(
        "Briefing Draft",
        f'<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="36" w:space="7" w:color="{{ink}}"/></w:pBdr>'
        f"{_spacing(0, 320, 240)}",
        _size(15),
    ),
    _Style("Briefing Action", _BOX),
    _Style(lists.BOXED, based_on="Briefing Action"),
    _list(lists.BULLETS, 0),
    _list(lists.BULLETS, 1),
    _list(lists.NUMBERS, 0),
    _list(lists.NUMBERS, 1),
    _list("List Continue", 0, marked=False),
    _list("List Continue", 1, marked=False),
    _Style(
        "Quote",
        '<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="24" w:space="12" w:color="{rule}"/></w:pBdr>'
        '<w:ind w:left="397" w:right="397"/>',
    ),
    _Style("caption", f"<w:keepNext/>{_spacing(160, 80)}", "<w:b/><w:bCs/>"),
    _Style(
        tables.HEAD,
        f'<w:keepNext/><w:shd w:val="clear" w:color="auto" w:fill="{{accent}}"/>{_spacing(0, 40, 240)}',
        '<w:b/><w:bCs/><w:color w:val="{on_accent}"/>',
    ),
    _Style(tables.CELL, _spacing(0, 60)),
    _Style(tables.ROW_HEAD, run="<w:b/><w:bCs/>", based_on=tables.CELL),
    _Style(tables.STYLE, kind="table", based_on="", table=_TABLE),
    _Style(
        contents.HEADING,
        f"<w:keepNext/><w:keepLines/>{_spacing(360, 80)}",
        # Not bold: a bold line by itself would be taken for a heading of the document.
        f'<w:color w:val="{{accent_text}}"/>{_size(17)}',
    ),
    _Style(contents.ENTRIES[0], _spacing(60, 40)),
    _Style(contents.ENTRIES[1], f'{_spacing(0, 40)}<w:ind w:left="{lists.INDENT}"/>'),
    _Style("header", f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{_spacing(0, 60, 240)}', _size(10)),
    _Style(
        "footer",
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="6" w:color="{rule}"/></w:pBdr>'
        f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{_spacing(0, 0, 252)}',
        _size(10),
    ),
    _Style(
        "Briefing Partnership",
        _spacing(0, 320, 240),
        f'{{headings}}<w:color w:val="{{accent_text}}"/>{_size(14)}',
        based_on="header",
    ),
    _Style(
        "Hyperlink",
        run='<w:color w:val="{accent_text}"/><w:u w:val="single"/>',
        based_on="Default Paragraph Font",
        kind="character",
    ),
)


def complete(file: WordFile, brand: Brand, colours: Palette) -> lists.Lists:
    """Add the styles and lists that the file lacks, and return its lists."""
    existing = {(style.name or "").lower(): style.style_id for style in file.styles}
    # python-docx reads some names in capitals that Word stores without.
    missing = [style for style in _STYLES if style.name.lower() not in existing]
    identifiers = {style.name: style.identifier for style in missing}
    values = {name: hex_digits(getattr(colours, name)) for name in _COLOURS}
    numbering = lists.add(file, identifiers, values["accent_text"])
    values |= {kind: str(number) for (kind, boxed), number in numbering.own.items() if not boxed}
    values["headings"] = _headings(brand)
    # Where the title has a style of the partnership's own, nothing by it stands on a ground of ours.
    own_title = "heading 1" in existing
    values["band"] = "" if own_title else _BAND.format_map(values)
    values["on_band"] = values["accent_text" if own_title else "on_accent"]
    known = existing | {name.lower(): identifier for name, identifier in identifiers.items()}
    for style in missing:
        file.styles.element.append(parse_xml(_xml(style, known).format_map(values)))
    # For each paragraph and each link, python-docx looks through all styles.
    file.part.get_style_id = cache(file.part.get_style_id)  # type: ignore[method-assign]
    return numbering


def _headings(brand: Brand) -> str:
    family = f'w:ascii="{brand.headings_family}" w:hAnsi="{brand.headings_family}" w:cs="{brand.headings_family}"'
    return f"<w:rFonts {family}/>" + ("<w:b/><w:bCs/>" if brand.headings_weight >= _BOLD else "")


def _xml(style: _Style, known: Mapping[str, str]) -> str:
    """Return the style's element; ``known`` has the identifiers of the file's styles by name in small letters."""
    default = ' w:default="1"' if style.name == "Normal" else ""
    custom = ' w:customStyle="1"' if style.name.startswith("Briefing ") else ""
    parts = [f'<w:name w:val="{style.name}"/>']
    if style.based_on:
        parts.append(f'<w:basedOn w:val="{known[style.based_on.lower()]}"/>')
    if style.following:
        parts.append(f'<w:next w:val="{known[style.following.lower()]}"/>')
    parts.append(f'<w:uiPriority w:val="{_STYLES.index(style)}"/><w:qFormat/>')
    parts.append(f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "")
    parts.append(f"<w:rPr>{style.run}</w:rPr>" if style.run else "")
    parts.append(style.table)
    head = f'<w:style {nsdecls("w")} w:type="{style.kind}"{default}{custom} w:styleId="{style.identifier}">'
    return f"{head}{''.join(parts)}</w:style>"
