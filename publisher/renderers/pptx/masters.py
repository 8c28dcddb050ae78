"""The master and the layouts in a brand's colours and fonts, which every slide takes its looks from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pptx
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from publisher.brand import Brand
from publisher.document import Document
from publisher.renderers import frames
from publisher.renderers.fitting import INDENT, TITLE_SIZES
from publisher.renderers.palette import Palette
from publisher.renderers.pptx.shapes import Placeholder, emu, panel, words

OPENING, CONTENT, ACTIVITY, CHART, TABLE = "Opening", "Content", "Activity", "Chart", "Table"
"""The layouts, by the names that PowerPoint shows."""

SMALL_POINTS = 18
"""Of what stands on every slide; nothing on a slide is smaller."""
BODY_INDEX, VISUAL_INDEX, NUMBER_INDEX = 1, 13, 12
_LEVELS = 5


@dataclass(frozen=True, slots=True)
class _Layout:
    """A layout: its PowerPoint type, its ground, its shapes."""

    kind: str
    ground: str
    shapes: tuple[str, ...]


def opened(brand: Brand, colours: Palette, document: Document) -> Any:
    """Return a presentation without slides whose master and layouts are the brand's."""
    file = pptx.Presentation()
    file.slide_width, file.slide_height = Emu(emu(frames.WIDTH)), Emu(emu(frames.HEIGHT))
    # It says that they are of 4:3.
    file.element.find(qn("p:sldSz")).attrib.pop("type", None)
    file.part.drop_rel(_relation(file.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS))
    layouts = _layouts(document)
    for layout in list(file.slide_layouts)[len(layouts) :]:
        file.slide_layouts.remove(layout)
    for layout, (name, made) in zip(file.slide_layouts, layouts.items(), strict=True):
        layout.element.set("type", made.kind)
        _rewrite(layout.element, made.shapes, made.ground, name)
    _rewrite(file.slide_master.element, _of_master(document), "bg1")
    _set_text_styles(file.slide_master.element, brand)
    _set_theme(file.slide_master.part, brand, colours)
    return file


def _relation(part: Any, kind: str) -> str:
    return str(next(key for key, relation in part.rels.items() if relation.reltype == kind))


def _rewrite(element: Any, shapes: tuple[str, ...], ground: str, name: str = "") -> None:
    """Put these shapes on this ground in the place of what a master or layout has."""
    common = element.find(qn("p:cSld"))
    if name:
        common.set("name", name)
    for old in common.findall(qn("p:bg")):
        common.remove(old)
    fill = f'<a:solidFill><a:schemeClr val="{ground}"/></a:solidFill>'
    common.insert(0, parse_xml(f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))
    tree = common.find(qn("p:spTree"))
    for old in list(tree)[2:]:
        tree.remove(old)
    for shape in shapes:
        tree.append(parse_xml(shape))


def _of_master(document: Document) -> tuple[str, ...]:
    return (
        Placeholder(2, "Title", "title", frames.TITLE, "Title", anchor="ctr").xml(),
        Placeholder(3, "Text", "body", frames.BODY, "Text", BODY_INDEX).xml(),
        _slide_number(4),
        panel(5, "Rail", frames.RAIL, "accent1"),
        words(6, "Publisher", frames.FOOTER, document.publisher.running_name, SMALL_POINTS),
    )


def _slide_number(number: int) -> str:
    style = (
        f'<a:lvl1pPr algn="r"><a:defRPr sz="{SMALL_POINTS * 100}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    )
    style += "</a:defRPr></a:lvl1pPr>"
    name = "Slide number"
    return Placeholder(number, name, "sldNum", frames.NUMBER, "", NUMBER_INDEX, style, "ctr").xml()


def _layouts(document: Document) -> dict[str, _Layout]:
    """Return the layouts by name, in the order in which PowerPoint offers them."""
    title = Placeholder(2, "Title", "title", frames.TITLE, "Title", anchor="ctr").xml()
    text = Placeholder(3, "Text", "body", frames.BODY, "Text", BODY_INDEX).xml()
    lead = Placeholder(3, "Text", "body", frames.ABOVE_CHART, "What the figures are", BODY_INDEX).xml()
    number = _slide_number(5)

    def visual(kind: str) -> str:
        return Placeholder(4, kind.title(), kind, frames.BELOW_TEXT, "", VISUAL_INDEX).xml()

    return {
        OPENING: _Layout("title", "accent1", _of_opening(document)),
        CONTENT: _Layout("obj", "bg1", (title, text, number)),
        ACTIVITY: _Layout("obj", "bg2", (title, text, number)),
        CHART: _Layout("chart", "bg1", (title, lead, visual("chart"), number)),
        TABLE: _Layout("tbl", "bg1", (title, lead, visual("tbl"), number)),
    }


def _of_opening(document: Document) -> tuple[str, ...]:
    colour = '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
    title = f'<a:lvl1pPr><a:defRPr sz="4400">{colour}</a:defRPr></a:lvl1pPr>'
    subtitle = f'<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="2400">{colour}</a:defRPr></a:lvl1pPr>'
    return (
        panel(5, "Ground of the logo", frames.LOGO_GROUND, "bg1"),
        Placeholder(2, "Title", "ctrTitle", frames.OPENING_TITLE, "Title", None, title, "b").xml(),
        Placeholder(3, "Subtitle", "subTitle", frames.OPENING_SUBTITLE, document.series, BODY_INDEX, subtitle).xml(),
    )


def _set_text_styles(master: Any, brand: Brand) -> None:
    """Write the sizes, marks and indents of titles and of each level of text."""
    styles = master.find(qn("p:txStyles"))
    bold = int(brand.headings_weight >= 600)
    heading = (
        '<a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc>'
        f'<a:defRPr sz="{TITLE_SIZES[0] * 100}" b="{bold}">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>'
    )
    body = "".join(_level(number) for number in range(1, _LEVELS + 1))
    for name, content in (("p:titleStyle", heading), ("p:bodyStyle", body)):
        old = styles.find(qn(name))
        styles.replace(old, parse_xml(f"<{name} {nsdecls('p', 'a')}>{content}</{name}>"))


def _level(number: int) -> str:
    margin = emu(INDENT * number)
    return (
        f'<a:lvl{number}pPr marL="{margin}" indent="-{emu(INDENT)}" algn="l">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPct val="35000"/></a:spcBef>'
        '<a:buClr><a:schemeClr val="tx2"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
        '<a:defRPr sz="2400"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr>'
        f"</a:lvl{number}pPr>"
    )


def _set_theme(master: Any, brand: Brand, colours: Palette) -> None:
    """Write the brand's colours and fonts into the theme, so that what an editor adds has them too."""
    part = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme: Any = etree.fromstring(part.blob)
    scheme = {
        "dk1": colours.ink,
        "lt1": colours.paper,
        "dk2": colours.accent_text,
        "lt2": colours.tint,
        "accent1": colours.accent,
        "accent2": colours.on_accent,
        "accent3": colours.rule,
        "hlink": colours.accent_text,
        "folHlink": colours.accent_text,
    }
    for name, value in scheme.items():
        role = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        for old in list(role):
            role.remove(old)
        etree.SubElement(role, qn("a:srgbClr")).set("val", value.removeprefix("#").upper())
    for kind, family in (("majorFont", brand.headings_family), ("minorFont", brand.base_family)):
        theme.find(f".//{qn(f'a:{kind}')}/{qn('a:latin')}").set("typeface", family)
    for name in (".//" + qn("a:clrScheme"), ".//" + qn("a:fontScheme"), "."):
        theme.find(name).set("name", brand.identifier)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001 - a part without a class of its own has no other way in
