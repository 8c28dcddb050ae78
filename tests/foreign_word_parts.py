"""What strangers' Word files are made of, written by hand in XML: parts, paragraphs, runs, text boxes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SCHEMAS = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_SCHEMAS}/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": f"{_SCHEMAS}/wordprocessingml/2006/main",
        "r": _RELATIONS,
        "a": f"{_SCHEMAS}/drawingml/2006/main",
        "dgm": f"{_SCHEMAS}/drawingml/2006/diagram",
        "m": f"{_SCHEMAS}/officeDocument/2006/math",
        "mc": f"{_SCHEMAS}/markup-compatibility/2006",
        "pic": f"{_SCHEMAS}/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": f"{_SCHEMAS}/drawingml/2006/wordprocessingDrawing",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
WORDS = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf")
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{identifier}"{default}><w:name w:val="{name}"/>{more}</w:style>'
    for identifier, name, default, more in (
        ("Normal", "Normal", ' w:default="1"', ""),
        ("berschrift1", "heading 1", "", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>'),
        ("Boxed", "Boxed heading", "", '<w:basedOn w:val="berschrift1"/>'),
        ("Loud", "Loud words", "", "<w:rPr><w:b/></w:rPr>"),
        ("Titel", "Title", "", ""),
        ("Said", "Quote", "", "<w:rPr><w:i/></w:rPr>"),
        ("Dots", "List Bullet", "", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        ("toc1", "toc 1", "", ""),
    )
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A Word file with all the words that a reader of it sees, in no order, and where its links lead."""

    body: str
    words: str
    links: tuple[str, ...] = ()
    relations: tuple[tuple[str, str, str], ...] = ()
    """Identifier, kind and target; what begins with a scheme is outside the file."""
    parts: dict[str, str | bytes] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        """The file."""
        return word_file(self.body, self.relations, self.parts)


def word_file(body: str, relations: tuple[tuple[str, str, str], ...] = (), parts: dict | None = None) -> bytes:
    given = dict(parts or {})
    listed = [("style", "styles", "styles.xml"), *relations]
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_SCHEMAS}/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>'
        ),
        "_rels/.rels": related([("main", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": related(listed),
        "word/styles.xml": part("styles", STYLES),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        **given,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def related(relations: list | tuple) -> str:
    entries = "".join(
        f'<Relationship Id="{identifier}" Type="{_RELATIONS}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for identifier, kind, target in relations
    )
    return f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">{entries}</Relationships>'


def part(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} {NAMESPACES}>{content}</w:{name}>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, style: str = "", properties: str = "") -> str:
    chosen = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(one if one.startswith("<") else run(one) for one in content)
    return f"<w:p><w:pPr>{chosen}{properties}</w:pPr>{inside}</w:p>"


def box(content: str, left: int, top: int, *, relative: str = "page") -> str:
    """Return a text box as Word writes it, once for programs of today and once for those before 2010; millimetres."""
    units = 36000
    shape = f"<wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
    offset = "".join(
        f'<wp:position{axis} relativeFrom="{relative}"><wp:posOffset>{place * units}</wp:posOffset></wp:position{axis}>'
        for axis, place in (("H", left), ("V", top))
    )
    return alternatives(
        f'<wp:anchor>{offset}<wp:extent cx="{60 * units}" cy="{50 * units}"/><wp:docPr id="1" name="Box"/>'
        f"<a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic></wp:anchor>",
        f'<v:shape style="position:absolute;margin-left:{left}mm;margin-top:{top}mm"><v:textbox><w:txbxContent>'
        f"{content}</w:txbxContent></v:textbox></v:shape>",
    )


def alternatives(choice: str, fallback: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{choice}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
