"""Shapes of a master or a layout as the XML that PowerPoint keeps them in; lengths are given in inches."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml.ns import nsdecls

from publisher.renderers.frames import Frame

_NAMESPACES = nsdecls("a", "r", "p")
_EMU = 914_400
"""English Metric Units in an inch (ECMA-376, part 1, 20.1.2.1)."""


def emu(inches: float) -> int:
    """Return a length in English Metric Units."""
    return round(inches * _EMU)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place for a text, a chart or a table."""

    number: int
    """Its number in its layout."""
    name: str
    kind: str
    frame: Frame
    prompt: str = ""
    """What stands there while it is empty."""
    index: int | None = None
    """What ties the placeholders of a slide, its layout and its master together."""
    style: str = ""
    """The content of its list style."""
    anchor: str = "t"
    """Whether its text stands at the top (t), in the middle (ctr) or at the bottom (b)."""

    def xml(self) -> str:
        """Return it as PowerPoint keeps it."""
        idx = "" if self.index is None else f' idx="{self.index}"'
        return (
            f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="{self.number}" name={quoteattr(self.name)}/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{self.kind}"{idx}/></p:nvPr></p:nvSpPr>'
            f'<p:spPr>{_placed(self.frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
            f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{self.anchor}"><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle>{self.style}</a:lstStyle><a:p>{_prompt(self.kind, self.prompt)}</a:p></p:txBody></p:sp>"
        )


def _prompt(kind: str, prompt: str) -> str:
    if kind == "sldNum":
        return '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>#</a:t></a:fld>'
    return f"<a:r><a:rPr/><a:t>{escape(prompt)}</a:t></a:r>"


def panel(number: int, name: str, frame: Frame, fill: str) -> str:
    """Return a plain area of a scheme colour, marked as decoration."""
    return (
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
        f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_placed(frame)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{fill}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def words(number: int, name: str, frame: Frame, text: str, points: int) -> str:
    """Return a line of text that stands on every slide, such as the publisher's name."""
    return (
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/><p:cNvSpPr txBox="1"/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_placed(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f'<a:p><a:r><a:rPr sz="{points * 100}"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:rPr>'
        f"<a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _placed(frame: Frame) -> str:
    return (
        f'<a:xfrm><a:off x="{emu(frame.left)}" y="{emu(frame.top)}"/>'
        f'<a:ext cx="{emu(frame.width)}" cy="{emu(frame.height)}"/></a:xfrm>'
    )
