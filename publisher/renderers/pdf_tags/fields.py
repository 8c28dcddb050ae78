"""Fields to be filled in: their looks while they are empty, and the font of what readers write.

WeasyPrint leaves both to the reader's program, which PDF/A does not allow (ISO 19005-3, section 6.4.1), and asks for a
font of numbered glyphs, in which few programs can write.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from publisher.document import Document

_POINTS = 11
_size_of_type = re.compile(r"([\d.]+) Tf")
_FONT = "/Write"
_FIRST, _LAST = 32, 255
"""The codes of letters in WinAnsiEncoding."""
_NONSYMBOLIC = 1 << 5
"""The flag of a font with letters (ISO 32000-1, table 123)."""
_TICK = "/Yes"


def write(file: pikepdf.Pdf, document: Document, font: Path | None) -> None:
    """Give the fields of a document their names, their looks and a font that is in the file."""
    if "/AcroForm" not in file.Root:
        return
    form = file.Root.AcroForm
    if "/NeedAppearances" in form:
        del form.NeedAppearances
    resources = Dictionary(Font=Dictionary({_FONT: _font(file, font)}))
    form.DR = resources
    labels = {field.name: field.label for field in document.fields}
    for widget in form.Fields:
        # A partnership's own template may have fields of its own.
        label = String(labels.get(str(widget.T), str(widget.TU)))
        # PDF/UA-1 has programs say the first (ISO 14289-1, section 7.18.1), PDF/UA-2 the second (8.10.2.3).
        widget.TU = widget.Contents = label
        if str(widget.FT) == "/Btn":
            _tick_box(file, widget)
        else:
            _text(file, widget, resources)


def _text(file: pikepdf.Pdf, widget: pikepdf.Object, resources: Dictionary) -> None:
    # The size is that of the style sheet.
    size = _size_of_type.search(str(widget.DA))
    widget.DA = String(f"{_FONT} {size[1] if size else _POINTS} Tf 0 g")
    widget.AP = Dictionary(N=_drawing(file, widget, b"/Tx BMC EMC", resources))


def _tick_box(file: pikepdf.Pdf, widget: pikepdf.Object) -> None:
    """Draw a box with and without a cross; the box itself stands on the page."""
    width, height = _size(widget)
    inset = min(width, height) * 0.22
    left, right, low, high = inset, width - inset, inset, height - inset
    cross = (
        f"q 1.5 w {left:.2f} {low:.2f} m {right:.2f} {high:.2f} l {left:.2f} {high:.2f} m {right:.2f} {low:.2f} l S Q"
    )
    ticked, empty = (_drawing(file, widget, drawn, Dictionary()) for drawn in (cross.encode(), b""))
    widget.AP = Dictionary(N=Dictionary({_TICK: ticked, "/Off": empty}))
    widget.AS = widget.V = Name.Off
    for key in ("/MK", "/Border"):
        if key in widget:
            del widget[key]


def _drawing(file: pikepdf.Pdf, widget: pikepdf.Object, drawn: bytes, resources: Dictionary) -> pikepdf.Stream:
    return file.make_stream(
        drawn, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, *_size(widget)]), Resources=resources
    )


def _size(widget: pikepdf.Object) -> tuple[float, float]:
    x1, y1, x2, y2 = (float(edge) for edge in widget.Rect)
    widget.Rect = Array([round(edge, 3) for edge in (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))])
    return round(abs(x2 - x1), 3), round(abs(y2 - y1), 3)


def _font(file: pikepdf.Pdf, path: Path | None) -> pikepdf.Object:
    """Return a font with the letters of Western European languages: the brand's, whole in the file, else Helvetica."""
    if path is None:
        return file.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
    data, widths, descriptor = _embedded(path)
    stream = file.make_stream(data, Length1=len(data))
    values = Dictionary(Type=Name.FontDescriptor, FontFile2=stream, **descriptor)
    return file.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=values.FontName,
            FirstChar=_FIRST,
            LastChar=_LAST,
            Widths=Array(widths),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=file.make_indirect(values),
        )
    )


def _letters() -> list[int | None]:
    """Return the code point of each code of WinAnsiEncoding; None where it has none."""
    found: list[int | None] = []
    for code in range(_FIRST, _LAST + 1):
        character = bytes([code]).decode("cp1252", "ignore")
        found.append(ord(character) if character else None)
    return found


def _embedded(path: Path) -> tuple[bytes, list[int], dict[str, Any]]:
    """Return the part of a font file that is needed, the widths of its letters, and what describes it."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    # The date of the file stays that of the font.
    font = TTFont(path, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[]))
    letters = _letters()
    subsetter.populate(unicodes=[letter for letter in letters if letter])
    subsetter.subset(font)
    scale = 1000 / font["head"].unitsPerEm
    best, metrics = font.getBestCmap(), font["hmtx"].metrics
    names = [best.get(letter, ".notdef") if letter else ".notdef" for letter in letters]
    head, lines = font["head"], font["hhea"]
    target = BytesIO()
    font.save(target)
    described = {
        "FontName": Name(f"/WRITEA+{path.stem.replace(' ', '')}"),
        "Flags": _NONSYMBOLIC,
        "FontBBox": Array([round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]),
        "ItalicAngle": 0,
        "Ascent": round(lines.ascent * scale),
        "Descent": round(lines.descent * scale),
        "CapHeight": round(font["OS/2"].sCapHeight * scale),
        "StemV": 80,
    }
    return target.getvalue(), [round(metrics[name][0] * scale) for name in names], described
