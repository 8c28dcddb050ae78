"""The Word file: its styles and lists, its properties, and what a partnership's own template may change."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import RGBColor
from fontTools.ttLib import TTFont
from PIL import Image

from publisher.brand import Brand, Logo
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Document,
    Emphasis,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Role,
    Section,
    Strong,
    Subheading,
    Text,
)
from publisher.errors import PublisherError
from publisher.renderers import RENDERERS
from tests.editions import REPOSITORY, briefings
from tests.small_document import PLAIN_BRAND as BRAND
from tests.small_document import briefing, item, section, words

renderer = RENDERERS["docx"]
SAMPLES = pytest.mark.parametrize(
    ("tree", "brand"), briefings(REPOSITORY), ids=lambda value: getattr(value, "identifier", "")
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80"><rect width="300" height="40"/></svg>'


def document(*blocks: Block) -> Document:
    return replace(
        briefing(section(1, *blocks, heading="Background")),
        title="Ymweliadau â’r tŷ & <form> 🙂",
        subtitle="",
        summary="A summary. " * 30,
    )


def opened(tree: Document, brand: Brand = BRAND) -> WordFile:
    return docx.Document(io.BytesIO(renderer.render(tree, brand)))


def parts(tree: Document, brand: Brand = BRAND) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(renderer.render(tree, brand))) as package:
        return {name: package.read(name) for name in package.namelist()}


def outline(file: WordFile) -> str:
    """Return a line for each paragraph of the body: its style, its list's mark, its text with its links."""
    counts: Counter[tuple[int, int]] = Counter()
    lines = []
    for paragraph in file.paragraphs:
        mark = ""
        for number in paragraph.paragraph_format.element.xpath("w:pPr/w:numPr"):
            place = (number.numId.val, number.ilvl.val)
            start = file.part.numbering_part.element.xpath(
                f"w:num[@w:numId={place[0]}]/w:lvlOverride[@w:ilvl={place[1]}]/w:startOverride/@w:val"
            )
            mark = f"{int(start[0]) + counts[place]} " if start else "• "
            counts[place] += 1
        lines.append(f"{paragraph.style.name} | {mark}{paragraph.text}".replace("\n", " / "))
    return "\n".join(lines)


TREE = document(
    Paragraph((Text("See the "), Link("form", "https://example.org/form"), LineBreak(), Text("Then ask."))),
    BulletList((item("one", BulletList((item("nested"),)), "more of one"), item("two"))),
    OrderedList((item("ask", OrderedList((item("who"), item("when")))), item("write"))),
    OrderedList((item("fifth"),), 5),
    BlockQuote((words("Nobody asked me."), BulletList((item("said twice"),)))),
    Subheading((Text("Local resources"),)),
    Paragraph(()),
)


def test_a_document_becomes_named_styles_and_real_lists():
    action = Section(
        Role.ACTION, "What to do", (words("Today:"), BulletList((item("ask"),)), OrderedList((item("go"),), 3)), 7
    )
    tree = replace(TREE, subtitle="Learning from a review", draft=True, sections=(*TREE.sections, action))

    assert (
        outline(opened(tree))
        == """\
Briefing Draft | Draft: not for publication
Briefing Series | Example Partnership · 7 Minute Briefing
Heading 1 | Ymweliadau â’r tŷ & <form> 🙂
Subtitle | Learning from a review
Heading 2 | 1 Background
Normal | See the form / Then ask.
List Bullet | one
List Bullet 2 | nested
List Continue | more of one
List Bullet | two
List Number | 1 ask
List Number 2 | 1 who
List Number 2 | 2 when
List Number | 2 write
List Number | 5 fifth
Quote | Nobody asked me.
List Bullet | said twice
Heading 3 | Local resources
Heading 2 | 7 What to do
Briefing Action | Today:
Briefing Action List | • ask
Briefing Action List | 3 go"""
    )


def test_strong_and_emphasis_are_type_and_links_are_links():
    both = Strong((Text("both "), Emphasis((Text("at once"),)), Link("a form", "https://example.org/a b")))
    nowhere = (Link("a script", "javascript:alert(1)"), Link("a bad port", "https://example.org:port/"))
    file = opened(document(Paragraph((both, *nowhere, Link("us", "mailto:us@example.org")))))
    paragraph = file.paragraphs[-1]

    assert [(run.text, run.bold, run.italic) for run in paragraph.runs] == [
        ("both ", True, None),
        ("at once", True, True),
        ("a script", None, None),
        ("a bad port", None, None),
    ]
    assert [(link.text, link.url, link.runs[0].style.name, link.runs[0].bold) for link in paragraph.hyperlinks] == [
        ("a form", "https://example.org/a%20b", "Hyperlink", True),
        ("us", "mailto:us@example.org", "Hyperlink", None),
    ]


def test_the_properties_are_the_documents_and_nobody_elses():
    properties = opened(TREE).core_properties

    assert (properties.title, properties.subject) == (TREE.title, "7 Minute Briefing")
    assert properties.author == properties.last_modified_by == TREE.publisher.name
    assert (properties.keywords, properties.comments) == ("neglect, visits", TREE.summary)
    assert (properties.language, properties.revision) == ("en-GB", 1)
    assert f"{properties.created:%Y-%m-%d} {properties.modified:%Y-%m-%d}" == "2026-07-01 2026-07-01"
    assert opened(replace(TREE, published="", published_in_words="")).core_properties.created is None


def test_the_same_document_is_the_same_file():
    assert renderer.render(TREE, BRAND) == renderer.render(TREE, BRAND)
    with zipfile.ZipFile(io.BytesIO(renderer.render(TREE, BRAND))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_word_is_told_the_language_and_its_own_version():
    file = parts(replace(TREE, language="cy"))

    assert b'<w:lang w:val="cy-GB"/></w:rPr></w:rPrDefault>' in file["word/styles.xml"]
    assert b'<w:themeFontLang w:val="cy-GB"/>' in file["word/settings.xml"]
    assert (
        b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
        in (file["word/settings.xml"])
    )


def test_the_first_page_bears_the_partnership_and_the_others_the_title():
    section = opened(replace(TREE, language="cy")).sections[0]
    footer = section.footer

    assert [paragraph.text for paragraph in section.first_page_header.paragraphs] == [TREE.publisher.name]
    assert [paragraph.text for paragraph in section.header.paragraphs] == [f"7 Minute Briefing – {TREE.title}"]
    assert [paragraph.text for paragraph in footer.paragraphs] == [
        TREE.publisher.name,
        "Dyddiad cyhoeddi: July 2026\tTudalen  o ",
    ]
    fields = [field.get(qn("w:instr")) for field in footer.paragraphs[1].paragraph_format.element.iter("{*}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]


def picture(mode: str, kind: str, size: tuple[int, int] = (60, 20)) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, "white").save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("logo", "pictures"),
    [
        (Logo(SVG, "image/svg+xml", "Our name"), {"image1.png", "logo.svg"}),
        (Logo(picture("RGB", "PNG"), "image/png", "Our name"), {"image1.png"}),
        (Logo(picture("RGB", "JPEG"), "image/jpeg", "Our name"), {"image1.jpg"}),
        # Photoshop writes such JPEGs, which python-docx does not know.
        (Logo(picture("CMYK", "JPEG"), "image/jpeg", "Our name"), {"image1.png"}),
    ],
)
def test_a_logo_of_any_kind_stands_in_the_header_with_its_words(logo, pictures):
    brand = replace(BRAND, logo=logo)
    header = opened(TREE, brand).sections[0].first_page_header
    (inline,) = header.paragraphs[0].paragraph_format.element.iter(qn("wp:inline"))

    assert {Path(name).name for name in parts(TREE, brand) if "/media/" in name} == pictures
    assert inline.docPr.get("descr") == "Our name"
    assert header.paragraphs[0].text == ""
    assert inline.extent.cx <= 90 * 36000
    assert inline.extent.cy <= 18 * 36000


def test_a_logo_that_is_no_picture_is_the_operators_to_mend():
    with pytest.raises(PublisherError, match="not a PNG or JPEG"):
        renderer.render(TREE, replace(BRAND, logo=Logo(b"GIF89a", "image/png", "Our name")))


def test_lines_are_at_least_1_3_times_the_size_of_the_type_apart():
    with TTFont(REPOSITORY / "templates" / "base" / "fonts" / "SourceSans3-Regular.ttf") as font:
        # Word's spacing is a multiple of what the font asks for.
        asked = (font["OS/2"].usWinAscent + font["OS/2"].usWinDescent) / font["head"].unitsPerEm
    styles = parts(TREE)["word/styles.xml"].decode()
    multiples = [int(line) / 240 for line in re.findall(r'w:line="(\d+)" w:lineRule="auto"', styles)]

    assert len(multiples) > 5
    assert min(multiples) * asked >= 1.3
    assert multiples[0] == 1.2


@SAMPLES
def test_no_paragraph_is_empty_and_headings_come_one_below_the_other(tree, brand):
    file = opened(tree, brand)
    headings = [paragraph for paragraph in file.paragraphs if paragraph.style.name.startswith("Heading ")]

    assert [paragraph.style.name for paragraph in file.paragraphs if not paragraph.text.strip()] == []
    assert [heading.text for heading in headings if heading.style.name == "Heading 1"] == [tree.title]
    assert [heading.text for heading in headings if heading.style.name == "Heading 2"] == [
        section.title for section in tree.sections
    ]
    assert all(heading.style.paragraph_format.keep_with_next for heading in headings)


@pytest.fixture
def branded(tmp_path: Path) -> Brand:
    """Return a brand whose folder has a template that somebody made in Word."""
    template = docx.Document()
    template.core_properties.author = "Jo Bloggs"
    template.styles["Heading 2"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    template.styles["List Number"].paragraph_format.space_after = 0
    template.sections[0].header.paragraphs[0].text = "Our own header"
    remark = template.add_paragraph("How to use this template")
    template.add_comment(remark.runs, "Check this", author="Jo Bloggs", initials="JB")
    template.save(str(tmp_path / "reference.docx"))
    return replace(BRAND, folders=(tmp_path,))


def test_a_partnerships_own_template_wins_and_what_it_lacks_is_added(branded):
    file = opened(TREE, branded)

    assert outline(file) == outline(opened(TREE))
    assert file.styles["Heading 2"].font.color.rgb == RGBColor(0x12, 0x34, 0x56)
    assert str(file.styles["Hyperlink"].font.color.rgb) == "7A1F5C"
    # A band in the partnership's colour belongs to the program's own title only.
    assert file.styles["Briefing Series"].element.xpath("w:pPr/w:shd") == []
    assert file.sections[0].header.paragraphs[0].text == "Our own header"
    assert file.sections[0].page_width.inches == pytest.approx(8.5)
    assert not file.sections[0].different_first_page_header_footer


def test_a_template_keeps_its_authors_to_itself(branded):
    file = parts(TREE, branded)

    assert [name for name, content in file.items() if b"Bloggs" in content or b"How to use" in content] == []
    assert [name for name in file if "comments" in name or "app.xml" in name or "thumbnail" in name] == []
    assert b'<w:lang w:val="en-GB"' in file["word/styles.xml"]


def test_a_template_that_is_no_word_file_is_the_operators_to_mend(branded):
    (branded.folders[0] / "reference.docx").write_bytes(b"not a zip archive")

    with pytest.raises(PublisherError, match=r"reference\.docx` is not a Word document"):
        renderer.render(TREE, branded)
