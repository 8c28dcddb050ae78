"""Word files in the shapes that partnerships have them, with the words and links in each."""

from __future__ import annotations

from tests.foreign_word_parts import NAMESPACES, WORDS, Shape, box, paragraph, part, related, run


def headings() -> Shape:
    """Return a file with heading styles of another language, one based on another."""
    body = [paragraph("Neglect of older children", style="Titel")]
    for number, word in enumerate(WORDS, 1):
        style = "Boxed" if number % 2 else "berschrift1"
        body += [paragraph(f"{number}. {word}", style=style), paragraph(f"Words about {word}.")]
    body += [paragraph("Kept", style="Said"), paragraph("own level", properties='<w:outlineLvl w:val="2"/>')]
    words = " ".join(f"{number}. {word} Words about {word}." for number, word in enumerate(WORDS, 1))
    return Shape("".join(body), f"Neglect of older children Kept own level {words}")


def bold_paragraphs() -> Shape:
    body = (
        paragraph(run("7 Minute Briefing: ", "<w:b/>"), run("Water safety", "<w:b/>"))
        + paragraph("1")
        + paragraph("")
        + paragraph(run("Background", '<w:b w:val="1"/>'))
        + paragraph("Plain, ", run("strong", "<w:b/>"), run(" and ", '<w:b w:val="0"/>'), run("leaning", "<w:i/>"))
        + paragraph("2 Why", style="Loud")
        + paragraph(run("not loud", '<w:b w:val="false"/>'), style="Loud")
    )
    return Shape(body, "7 Minute Briefing: Water safety 1 Background Plain, strong and leaning 2 Why not loud")


def text_boxes() -> Shape:
    """Return a ring of boxes whose order in the file is not that on the page."""
    order = {4: (10, 120), 2: (80, 42), 1: (10, 40), 3: (150, 45), 7: (10, 200), 6: (150, 118), 5: (80, 121)}
    anchored = "".join(
        paragraph(box(paragraph(f"{number}") + paragraph(f"Heading{number}") + paragraph(f"Body{number}"), *place))
        for number, place in order.items()
    )
    words = " ".join(f"{number} Heading{number} Body{number}" for number in order)
    body = paragraph("Ring of boxes", style="Titel") + anchored + paragraph("Afterwards")
    return Shape(body, f"Ring of boxes {words} Afterwards")


def grouped_and_older_boxes() -> Shape:
    def grouped(left: int, top: int, text: str) -> str:
        return (
            f'<wps:wsp><wps:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="1000000" cy="500000"/></a:xfrm>'
            f"</wps:spPr><wps:txbx><w:txbxContent>{paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp>"
        )

    group = (
        '<wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>1000000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="6000000" cy="6000000"/><a:graphic><a:graphicData><wpg:wgp><wpg:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="6000000" cy="6000000"/><a:chOff x="100" y="100"/>'
        '<a:chExt cx="6000000" cy="6000000"/></a:xfrm></wpg:grpSpPr>'
        f"{grouped(100, 3000100, 'third')}{grouped(3000100, 100, 'second')}{grouped(100, 100, 'first')}"
        "</wpg:wgp></a:graphicData></a:graphic></wp:anchor>"
    )
    older = (
        '<w:r><w:pict><v:group style="position:absolute;margin-left:0;margin-top:600pt;width:200pt;height:100pt" '
        'coordsize="2000,1000">'
        + "".join(
            f'<v:shape style="position:absolute;left:{left};top:0;width:900;height:900"><v:textbox><w:txbxContent>'
            f"{paragraph(text)}</w:txbxContent></v:textbox></v:shape>"
            for left, text in ((1000, "fifth"), (0, "fourth"))
        )
        + '</v:group><v:shape><v:textpath string="WordArt words"/></v:shape></w:pict></w:r>'
    )
    drawn = "<a:p><a:r><a:t>drawn</a:t></a:r></a:p>"
    canvas = f"<w:r><w:drawing><wp:inline><a:sp><a:txBody>{drawn}</a:txBody></a:sp></wp:inline></w:drawing></w:r>"
    drawing = f"<w:r><w:drawing>{group}</w:drawing></w:r>"
    body = paragraph(drawing) + paragraph(older) + paragraph("then", canvas)
    return Shape(body, "first second third fourth fifth WordArt words then drawn")


def _field(code: str, result: str) -> str:
    half = len(code) // 2
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    codes = f"<w:r><w:instrText>{code[:half]}</w:instrText><w:instrText>{code[half:]}</w:instrText></w:r>"
    return f"{marks['begin']}{codes}{marks['separate']}{result}{marks['end']}"


def _linked(identifier: str, text: str, more: str = "") -> str:
    return f'<w:hyperlink r:id="{identifier}"{more}>{run(text)}</w:hyperlink>'


def fields() -> Shape:
    """Return a file with every kind of link, fields within fields, and one that never ends."""
    inner = _field(" PAGE ", run("nested"))
    simple = f'<w:fldSimple w:instr="HYPERLINK &quot;https://example.org/simple&quot;">{run("simple")}</w:fldSimple>'
    body = (
        paragraph(
            "See ",
            _field(' HYPERLINK "https://example.org/complex" \\o "A tip" ', run("the ") + run("guide", "<w:b/>")),
            *(" or ", simple, " or ", _linked("web", "related"), " or ", _linked("web", "part", ' w:anchor="part"')),
            *(" or ", f'<w:hyperlink w:anchor="below">{run("below")}</w:hyperlink>'),
            *(" or ", _field(' HYPERLINK \\l "below" ', run("inside"))),
        )
        + paragraph(_field(' DATE \\@ "MMMM yyyy" ', run("May 2024")), " ", _field(" QUOTE ", run("outer ") + inner))
        + paragraph(_field(' HYPERLINK "file:///C:/Users/somebody/plan.docx" ', run("own disk")))
        + paragraph(_field(' INCLUDETEXT "x" ', run("fetched")))
        + paragraph(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("never ended")}')
        + paragraph("Last words")
    )
    words = (
        "See the guide or simple or related or part or below or inside May 2024 outer nested own disk fetched "
        "never ended Last words"
    )
    links = ("complex", "simple", "web", "web#part")
    targets = tuple(f"https://example.org/{link}" for link in links)
    return Shape(body, words, targets, (("web", "hyperlink", "https://example.org/web"),))


def tracked_changes() -> Shape:
    def changed(kind: str, content: str) -> str:
        return f'<w:{kind} w:id="1" w:author="Somebody Private" w:date="2024-01-01T00:00:00Z">{content}</w:{kind}>'

    gone = "<w:r><w:delText>gone</w:delText></w:r>"
    body = (
        paragraph("Kept ", changed("ins", run("added ")), changed("del", gone), "end")
        + paragraph(changed("moveFrom", run("wandering")))
        + paragraph(changed("moveTo", run("wandering")))
        + paragraph("Joined ", properties=f"<w:rPr>{changed('del', '')}</w:rPr>")
        + paragraph("again")
    )
    return Shape(body, "Kept added end wandering Joined again")


def controls() -> Shape:
    """Return a file with content controls, smart tags, a formula, and words that are no text of the author's."""

    def control(content: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    prompt = run("Click here to enter text", '<w:rStyle w:val="PlaceholderText"/>')
    body = (
        control(paragraph("In a control"))
        + paragraph("Date: ", control(run("June 2024")))
        + paragraph("Lead: ", control(prompt, "<w:showingPlcHdr/>"))
        + paragraph(control(run("typed over the prompt"), "<w:showingPlcHdr/>"))
        + paragraph(f'<w:smartTag w:element="place">{run("Salford")}</w:smartTag>', " is a city")
        + f"<w:customXml>{paragraph('wrapped')}</w:customXml>"
        + paragraph("<m:oMath><m:r><m:t>n=5</m:t></m:r></m:oMath>")
        + paragraph("Shown ", run("but this is hidden", "<w:vanish/>"))
        + paragraph("Entry 3", style="toc1")
    )
    return Shape(body, "In a control Date: June 2024 Lead: typed over the prompt Salford is a city wrapped n=5 Shown")


def layout_tables() -> Shape:
    def cell(content: str, span: int = 1) -> str:
        return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{content}</w:tc>'

    def table(*rows: str) -> str:
        return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"

    nested = table(cell(paragraph("deep")) + cell(paragraph("deeper")))
    body = table(
        cell(paragraph("over both"), 2),
        cell(paragraph("1. left") + nested + paragraph("under")) + cell(paragraph("2. right")),
        f"<w:sdt><w:sdtContent>{cell(paragraph('held'))}</w:sdtContent></w:sdt>" + cell(paragraph("free")),
    )
    return Shape(body + paragraph("after"), "over both 1. left deep deeper under 2. right held free after")


def notes() -> Shape:
    """Return a file with a header, a footer, footnotes, an endnote and a comment."""
    body = (
        paragraph("Said", '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + paragraph("Twice", '<w:r><w:endnoteReference w:id="1"/></w:r>', '<w:r><w:commentReference w:id="0"/></w:r>')
        + '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="top"/>'
        '<w:footerReference w:type="default" r:id="foot"/></w:sectPr></w:pPr></w:p>'
    )
    separator = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    return Shape(
        body,
        "Said[1] Twice[i] above below note linked loose final",
        ("https://example.org/note",),
        (
            *(("top", "header", "header1.xml"), ("foot", "footer", "footer1.xml"), ("n", "footnotes", "footnotes.xml")),
            *(("e", "endnotes", "endnotes.xml"), ("c", "comments", "comments.xml")),
        ),
        {
            "word/header1.xml": part("hdr", paragraph("above")),
            "word/footer1.xml": part("ftr", paragraph("below")),
            "word/footnotes.xml": part(
                "footnotes",
                f'{separator}<w:footnote w:id="3">{paragraph("loose")}</w:footnote><w:footnote w:id="2">'
                f"{paragraph('<w:r><w:footnoteRef/></w:r>', 'note ', _linked('far', 'linked'))}</w:footnote>",
            ),
            "word/_rels/footnotes.xml.rels": related([("far", "hyperlink", "https://example.org/note")]),
            "word/endnotes.xml": part("endnotes", f'<w:endnote w:id="1">{paragraph("final")}</w:endnote>'),
            "word/comments.xml": part(
                "comments",
                '<w:comment w:id="0" w:author="Somebody Private" w:initials="SP">'
                f"{paragraph('Ask about 999 000 0018 first')}</w:comment>",
            ),
        },
    )


def lists() -> Shape:
    """Return a file with lists whose marks have to be counted, and some that were typed."""

    def listed(text: str, number: int, level: int = 0) -> str:
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return paragraph(text, properties=properties)

    def level(number: int, form: str, text: str) -> str:
        shown = f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/>{shown}</w:lvl>'

    bullets = level(0, "bullet", "\uf0b7") + level(1, "bullet", "o")
    numbers = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%1%2)") + level(2, "upperRoman", "%3")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{numbers}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = (
        paragraph("styled dot", style="Dots")
        + listed("dot", 1)
        + listed("circle", 1, 1)
        + "".join(listed(text, 2) for text in ("first", "second"))
        + "".join(listed(text, 2, 1) for text in ("second-a", "second-b"))
        + listed("roman", 2, 2)
        + listed("third", 2)
        + listed("third-a", 2, 1)
        + listed("again first", 3)
        + paragraph("\u2022\ttyped dot")
        + paragraph("- typed dash")
        + paragraph("Before:", "<w:r><w:br/></w:r>", "\u2022 broken off")
        + paragraph("heading in a list", style="berschrift1", properties='<w:numPr><w:numId w:val="2"/></w:numPr>')
    )
    return Shape(
        body,
        "styled dot dot circle first second second-a second-b roman third third-a again first typed dot typed dash "
        "Before: broken off heading in a list",
        relations=(("l", "numbering", "numbering.xml"),),
        parts={"word/numbering.xml": part("numbering", numbering)},
    )


def odd_characters() -> Shape:
    dropped = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    body = (
        paragraph("T", properties=dropped)
        + paragraph("he worker")
        + paragraph("multi", "<w:r><w:noBreakHyphen/></w:r>", "agency")
        + paragraph("tab", "<w:r><w:tab/></w:r>", "bed", "<w:r><w:br/></w:r>", "line")
        + paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " done")
        + paragraph("safe", "<w:r><w:softHyphen/></w:r>", "guarding")
    )
    return Shape(body, "The worker multi-agency tab bed line ✓ done safeguarding")


def diagram() -> Shape:
    points = "".join(
        f'<dgm:pt modelId="{number}"{kind}><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for number, kind, text in ((0, ' type="doc"', ""), (1, "", "later"), (2, "", "earlier"), (3, "", "under it"))
    )
    links = "".join(
        f'<dgm:cxn modelId="{10 + order}" srcId="{source}" destId="{target}" srcOrd="{order}"/>'
        for source, target, order in ((0, 2, 0), (0, 1, 1), (2, 3, 0))
    )
    inside = f"<dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst>"
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="d"/><a:graphic><a:graphicData><dgm:relIds r:dm="data"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return Shape(
        paragraph("Ring") + paragraph(drawing),
        "Ring earlier under it later",
        relations=(("data", "diagramData", "diagrams/data1.xml"),),
        parts={"word/diagrams/data1.xml": f"<dgm:dataModel {NAMESPACES}>{inside}</dgm:dataModel>"},
    )


SHAPES = {
    maker.__name__: maker
    for maker in (
        *(headings, bold_paragraphs, text_boxes, grouped_and_older_boxes, fields, tracked_changes, controls),
        *(layout_tables, notes, lists, odd_characters, diagram),
    )
}
