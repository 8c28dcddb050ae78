"""What a file says of itself: its properties, twice in the same words, and what a reader needs to open it rightly."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from struct import pack

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from publisher import __version__
from publisher.document import Document

_PROGRAM = f"Briefing Publisher {__version__}"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {identification}
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_IDENTIFICATION = {
    "ua-1": 'pdfaid:part="3" pdfaid:conformance="A" pdfuaid:part="1"',
    "ua-2": 'pdfuaid:part="2" pdfuaid:rev="2024"',
}

_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A wants what is not in its own list of properties explained in the file (ISO 19005-3, section 6.6.2.3)."""

_IN_XMP = {
    "/Title": "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt></dc:title>",
    "/Author": "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
    "/Subject": "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt></dc:description>",
    "/Keywords": "<pdf:Keywords>{}</pdf:Keywords>",
    "/Creator": "<xmp:CreatorTool>{}</xmp:CreatorTool>",
    "/Producer": "<pdf:Producer>{}</pdf:Producer>",
    "/CreationDate": "<xmp:CreateDate>{}</xmp:CreateDate>",
    "/ModDate": "<xmp:ModifyDate>{}</xmp:ModifyDate>",
}
"""The same as in the information dictionary (ISO 19005-1, table 1)."""


def write(file: pikepdf.Pdf, document: Document, standard: str) -> None:
    """Write the properties of a document, and what a reader needs to know to open the file rightly.

    Nothing is said of the computer, of who uses it, and of when the file was made.
    """
    values = {
        "/Title": str(file.docinfo.get("/Title", document.title)),
        "/Author": document.publisher.name,
        "/Subject": document.summary,
        "/Keywords": ", ".join(document.topics),
        "/Creator": _PROGRAM,
        "/Producer": _PROGRAM,
        "/CreationDate": document.published,
        "/ModDate": document.published,
    }
    present = {key: value for key, value in values.items() if value}
    file.trailer.Info = file.make_indirect(Dictionary({key: _in_pdf(key, value) for key, value in present.items()}))
    lines = [_IN_XMP[key].format(escape(value, quote=False)) for key, value in present.items()]
    if standard == "ua-1":
        lines.append(_SCHEMA)
        file.Root.OutputIntents = Array([_output_intent(file)])
    packet = _PACKET.format(identification=_IDENTIFICATION[standard], properties="\n".join(lines))
    file.Root.Metadata = file.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    file.Root.Lang = String(document.language)
    file.Root.MarkInfo = Dictionary(Marked=True)
    file.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for page in file.pages:
        page.obj.Tabs = Name.S


def tell(file: pikepdf.Pdf, properties: Mapping[str, str | int]) -> None:
    """Write properties of the document's element that are this program's own: ISO 32000-1, section 14.7.5.4."""
    if properties:
        told = [
            Dictionary(N=String(name), V=String(value) if isinstance(value, str) else value)
            for name, value in properties.items()
        ]
        file.Root.StructTreeRoot.K[0].A = Dictionary(O=Name.UserProperties, P=Array(told))
        file.Root.MarkInfo.UserProperties = True


def _in_pdf(key: str, value: str) -> String:
    """Return a property as PDF has it; dates keep to what is known, a month or a day (ISO 32000-1, section 7.9.4)."""
    return String(f"D:{value.replace('-', '')}" if key.endswith("Date") else value)


def _output_intent(file: pikepdf.Pdf) -> Dictionary:
    """Return which red, green and blue are meant, without which PDF/A lets no colour be given by these."""
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=file.make_stream(_colour_profile(), N=3),
    )


@cache
def _colour_profile() -> bytes:
    """Return sRGB as an ICC profile, dated to the first day of 2026 and not to the moment."""
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # ICC.1:2022, section 7.2.8.
    return profile[:24] + pack(">6H", 2026, 1, 1, 0, 0, 0) + profile[36:]
