"""Word files from strangers: every word and link, in order, and a remark on what is not text."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from publisher.errors import PublisherError
from publisher.importers._manuscript import Form, Manuscript
from publisher.importers.docx import read
from publisher.remarks import REMARKS
from tests.foreign_word_files import SHAPES, headings, notes
from tests.foreign_word_parts import NAMESPACES, Shape, box, paragraph, part, run, word_file
from tests.manuscripts import links_of, shown, words_of

EXPECTED = Path(__file__).parent / "imports" / "manuscripts"


def of(body: str, *relations: tuple[str, str, str], **parts: Any) -> Manuscript:
    return read(word_file(body, relations, {f"word/{name}": content for name, content in parts.items()}), "x.docx")


def codes(manuscript: Manuscript) -> list[str]:
    return [remark.code for remark in manuscript.remarks]


def told(manuscript: Manuscript) -> str:
    return "\n".join(f"{remark.message} {remark.hint}" for remark in manuscript.remarks)


@pytest.mark.parametrize("name", SHAPES)
def test_every_word_and_every_link_is_in_the_manuscript(name):
    shape = SHAPES[name]()
    found = read(shape.data, "x.docx")
    assert Counter(words_of(found)) == Counter(shape.words.split())
    assert Counter(links_of(found)) == Counter(shape.links)


@pytest.mark.parametrize("name", SHAPES)
def test_the_manuscript_of_each_shape_is_as_expected(name, accepted):
    accepted(EXPECTED / f"{name}.txt", shown(read(SHAPES[name]().data, "x.docx")))


def test_nobody_is_named_and_no_number_is_repeated():
    for name in ("notes", "tracked_changes"):
        text = shown(read(SHAPES[name]().data, "x.docx"))
        assert "Somebody" not in text
        assert "0018" not in text


def test_every_remark_has_a_meaning():
    found = {code for maker in SHAPES.values() for code in codes(read(maker().data, "x.docx"))}
    assert {"IMP010", "IMP011", "IMP013"} <= found <= set(REMARKS)


def test_boxes_of_one_paragraph_are_read_row_by_row_whatever_their_order_in_the_file():
    boxes = "".join(box(paragraph(text), *place) for text, place in {"d": (90, 90), "b": (90, 12), "a": (9, 9)}.items())
    found = of(paragraph(boxes + box(paragraph("c"), 9, 92)))
    assert [one.text for one in found.paragraphs] == ["a", "b", "c", "d"]
    assert [one.frame for one in found.paragraphs] == [0, 1, 2, 3]


def test_boxes_stand_by_the_words_that_hold_them():
    found = of(paragraph("one", box(paragraph("beside one"), 9, 200)) + paragraph("two", box(paragraph("x"), 9, 9)))
    assert [one.text for one in found.paragraphs] == ["one", "beside one", "two", "x"]


def picture(size: tuple[int, int] = (2, 2)) -> bytes:
    buffer = io.BytesIO()
    Image.new("1", size).save(buffer, "PNG")
    return buffer.getvalue()


def drawn(attributes: str = "", target: str = "embed", more: str = "") -> str:
    return paragraph(
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" {attributes}>{more}</wp:docPr><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:{target}="image"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


IMAGE = ("image", "image", "media/image1.png")


def test_pictures_are_taken_out_with_their_alternative_text():
    found = of(drawn('descr="Two children at a table"'), IMAGE, **{"media/image1.png": picture()})
    assert [(one.name, one.alternative, one.data) for one in found.images] == [
        ("image1.png", "Two children at a table", picture())
    ]
    assert codes(found) == []


def test_alternative_text_is_asked_for_but_not_of_decoration():
    assert codes(of(drawn(), IMAGE, **{"media/image1.png": picture()})) == ["IMP012"]
    mark = (
        '<a:extLst><a:ext><d:decorative xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" '
        'val="1"/></a:ext></a:extLst>'
    )
    assert codes(of(drawn(more=mark), IMAGE, **{"media/image1.png": picture()})) == []


def test_a_picture_of_very_many_pixels_is_left_out():
    found = of(drawn('descr="x"'), IMAGE, **{"media/image1.png": picture((20_000, 20_000))})
    assert found.images == ()
    assert "million pixels" in told(found)


def test_a_picture_elsewhere_is_not_fetched():
    found = of(drawn('descr="x"', "link"), ("image", "image", "https://example.org/tracker.png"))
    assert found.images == ()
    assert codes(found) == ["IMP013"]


def test_what_runs_or_is_fetched_is_ignored_and_told():
    found = of(
        paragraph("words") + '<w:altChunk r:id="chunk"/>',
        **{
            "vbaProject.bin": b"x",
            "embeddings/sheet.xlsx": b"x",
            "_rels/settings.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
                'Id="t" Type="x/attachedTemplate" Target="https://example.org/t.dotm" TargetMode="External"/>'
                "</Relationships>"
            ),
            "settings.xml": part("settings", ""),
        },
    )
    assert [one.text for one in found.paragraphs] == ["words"]
    assert codes(found) == ["IMP013"] * 4
    for what in ("macros", "embedded objects", "template", "another file"):
        assert what in told(found)


def test_a_broken_part_leaves_all_else():
    shape = notes()
    found = Shape(shape.body, "", relations=shape.relations, parts={**shape.parts, "word/footnotes.xml": "<broken"})
    manuscript = read(found.data, "x.docx")
    assert "IMP014" in codes(manuscript)
    assert {"above", "below", "final"} <= set(words_of(manuscript))


def test_the_title_and_the_language_are_those_of_the_file():
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Neglect</dc:title></c:coreProperties>'
    )
    styles = part("styles", '<w:docDefaults><w:rPr><w:lang w:val="cy-GB"/></w:rPr></w:docDefaults>')
    found = read(word_file(paragraph("a"), (), {"docProps/core.xml": core, "word/styles.xml": styles}), "x.docx")
    assert (found.title, found.language) == ("Neglect", "cy-GB")


def test_the_strict_dialect_is_read():
    usual = headings().data
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(usual)) as archive, zipfile.ZipFile(buffer, "w") as strict:
        for name in archive.namelist():
            content = archive.read(name)
            content = content.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            strict.writestr(name, content)
            assert name != "word/document.xml" or b"purl.oclc.org" in content
    assert read(buffer.getvalue(), "x.docx").paragraphs == read(usual, "x.docx").paragraphs


ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
BILLION = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("declared", [ENTITY, BILLION])
def test_document_types_and_entities_are_refused(declared):
    document = f"{declared}<w:document {NAMESPACES}><w:body>{paragraph('&x;' if 'SYSTEM' in declared else '&b;')}"
    data = word_file("", (), {"word/document.xml": f"{document}</w:body></w:document>"})
    with pytest.raises(PublisherError, match="document type"):
        read(data, "x.docx")


def test_very_deep_elements_are_refused():
    with pytest.raises(PublisherError, match="deep"):
        read(word_file("<w:customXml>" * 180 + "</w:customXml>" * 180), "x.docx")


def test_a_zip_bomb_is_refused():
    with pytest.raises(PublisherError, match="unpacks to far more"):
        read(word_file(paragraph("a"), (), {"word/media/image1.png": bytes(60_000_000)}), "x.docx")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a whole Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old .doc; save it as .docx in Word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        (b"{\\rtf1 words}", "rich text"),
        (b"%PDF-1.7", "is a PDF"),
        (headings().data[:900], "not a whole Word file"),
    ],
)
def test_what_is_no_word_file_is_refused_with_a_sentence(data, said):
    with pytest.raises(PublisherError, match=said.replace(".", r"\.")) as refused:
        read(data, "old.docx")
    assert "old.docx" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_open_document_and_a_spreadsheet_are_refused():
    sheet, text = {"xl/workbook.xml": "<x/>"}, {"mimetype": "application/vnd.oasis.opendocument.text"}
    for parts, said in ((text, "an OpenDocument file"), (sheet, "not a Word file")):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        with pytest.raises(PublisherError, match=rf"{said}.*\.docx"):
            read(buffer.getvalue(), "x.docx")


def test_runs_of_one_look_are_one_run():
    found = of(paragraph(run("a", "<w:b/>"), run("b", "<w:b/>"), run(" "), run("c", "<w:b/>")))
    assert [(one.text, one.strong) for one in found.paragraphs[0].runs] == [("ab c", True)]
    assert found.paragraphs[0].form is Form.PLAIN


@settings(max_examples=150)
@given(st.sampled_from(sorted(SHAPES)), st.data())
def test_no_damage_to_a_part_ends_the_program(name, data):
    shape = SHAPES[name]()
    with zipfile.ZipFile(io.BytesIO(shape.data)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    victim = data.draw(st.sampled_from(sorted(parts)))
    content = parts[victim]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(start + 200, len(content))))
    parts[victim] = content[:start] + data.draw(st.binary(max_size=20) | st.just(content[:end])) + content[end:]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    _is_read_or_refused(buffer.getvalue())


@settings(max_examples=100)
@given(st.data())
def test_no_damage_to_a_file_ends_the_program(data):
    whole = SHAPES[data.draw(st.sampled_from(sorted(SHAPES)))]().data
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    _is_read_or_refused(whole[:start] + data.draw(st.binary(max_size=50)) + whole[end:])


ELEMENTS = (
    *("pPr", "p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "fldChar", "hyperlink"),
    *("txbxContent", "br", "drawing", "pict", "footnoteReference", "numPr"),
)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(ELEMENTS)))
def test_no_nesting_of_elements_ends_the_program(names):
    opened = "".join(f"<w:{name}>" for name in names)
    closed = "".join(f"</w:{name}>" for name in reversed(names))
    _is_read_or_refused(word_file(f"{opened}word{closed}"))


def _is_read_or_refused(data: bytes) -> None:
    with suppress(PublisherError):
        assert isinstance(read(data, "x.docx"), Manuscript)
