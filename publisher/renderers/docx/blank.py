"""A Word file without content, made for a brand: what python-docx's own template would leave to be undone.

Sizes are in twentieths of a point where a name does not say otherwise. The order of elements is that of
ECMA-376, which Word insists on.
"""

from __future__ import annotations

from publisher.brand import Brand
from publisher.renderers.palette import Palette

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_WORD_PARTS = ("styles", "numbering", "settings", "fontTable", "theme")

MARGIN = 1134
"""20 mm."""
LINE = 288
"""In 240ths of the font's own line: 1.2, which in Source Sans 3 is one and a half times the size of the type."""
TEXT_WIDTH = 11906 - 2 * MARGIN
"""What the margins leave of A4."""


def parts(brand: Brand, colours: Palette) -> dict[str, bytes]:
    """Return the package's parts by name."""
    written = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_CORE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
        "word/_rels/document.xml.rels": _document_relations(),
        "word/document.xml": _document(),
        "word/fontTable.xml": _font_table(brand),
        "word/numbering.xml": f'<w:numbering xmlns:w="{_MAIN}"/>',
        "word/settings.xml": _settings(),
        "word/styles.xml": _defaults(brand),
        "word/theme.xml": _theme(brand, colours),
    }
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return {name: (declaration + xml).encode() for name, xml in written.items()}


def _content_types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {f"/word/{name}.xml": f"{word}.{name}+xml" for name in _WORD_PARTS}
    kinds["/word/theme.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    kinds["/word/document.xml"] = f"{word}.document.main+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def _package_relations() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return (
        f'<Relationships xmlns="{_RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>'
    )


def _document_relations() -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(_WORD_PARTS, 1)
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{relations}</Relationships>'


def _document() -> str:
    """Return an empty body on A4."""
    edges = " ".join(f'w:{edge}="{MARGIN}"' for edge in ("top", "right", "bottom", "left"))
    return (
        f'<w:document xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"><w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {edges} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _settings() -> str:
    word = "http://schemas.microsoft.com/office/word"
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{word}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    scheme = (
        'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:hyperlink="hyperlink" '
        'w:followedHyperlink="followedHyperlink" '
    ) + " ".join(f'w:accent{number}="accent{number}"' for number in range(1, 7))
    return (
        f'<w:settings xmlns:w="{_MAIN}"><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatibility}</w:compat>'
        f'<w:themeFontLang w:val=""/><w:clrSchemeMapping {scheme}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _defaults(brand: Brand) -> str:
    """Return the styles every file has; the rest are added as to a reference document."""
    family = f'w:ascii="{brand.base_family}" w:hAnsi="{brand.base_family}" w:cs="{brand.base_family}"'
    return (
        f'<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {family}/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="160" w:line="{LINE}" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        # Word's other built-in styles stay out of sight until somebody asks for one.
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
        ' w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style></w:styles>'
    )


def _font_table(brand: Brand) -> str:
    """Return the brand's fonts with what takes their place on a computer that lacks them."""
    fonts = "".join(
        f'<w:font w:name="{family}"><w:altName w:val="Arial"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for family in sorted({brand.base_family, brand.headings_family})
    )
    return f'<w:fonts xmlns:w="{_MAIN}">{fonts}</w:fonts>'


def _theme(brand: Brand, colours: Palette) -> str:
    """Return the theme, from which Word's menus offer an editor the brand's colours and fonts."""
    shades = {"dk1": colours.ink, "lt1": "#ffffff", "dk2": colours.accent_text, "lt2": colours.tint}
    accents = (colours.accent, colours.accent_text, colours.rule, colours.tint, colours.ink, colours.on_accent)
    shades |= {f"accent{number}": colour for number, colour in enumerate(accents, 1)}
    shades |= {"hlink": colours.accent_text, "folHlink": colours.accent_text}
    scheme = "".join(f'<a:{name}><a:srgbClr val="{hex_digits(colour)}"/></a:{name}>' for name, colour in shades.items())
    fonts = "".join(
        f'<a:{use}Font><a:latin typeface="{family}"/><a:ea typeface=""/><a:cs typeface=""/></a:{use}Font>'
        for use, family in (("major", brand.headings_family), ("minor", brand.base_family))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="{brand.identifier}"><a:themeElements>'
        f'<a:clrScheme name="{brand.identifier}">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="{brand.identifier}">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="{brand.identifier}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def hex_digits(colour: str) -> str:
    """Return a colour of ``#rrggbb`` as Word writes it."""
    return colour.lstrip("#").upper()
