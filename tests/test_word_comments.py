"""Comments in somebody's Word file: they stand at the words, and nothing else is changed."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from publisher.commenting.word import Note, commented
from publisher.errors import PublisherError
from publisher.importers.docx import read
from tests.foreign_word_files import SHAPES, notes
from tests.foreign_word_parts import Shape, paragraph, part, run, word_file

Element = Any
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKS = {f"{W}commentRangeStart", f"{W}commentRangeEnd"}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def document(data: bytes) -> Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def comments(data: bytes) -> dict[str, str]:
    """Return the words of the program's comments by identifier."""
    tree: Element = etree.fromstring(parts(data)["word/comments.xml"])
    return {
        one.get(f"{W}id"): "\n".join("".join(each.itertext(f"{W}t")) for each in one.iter(f"{W}p"))
        for one in tree.iter(f"{W}comment")
        if one.get(f"{W}author") == "Briefing publisher"
    }


def marked(data: bytes) -> dict[str, str]:
    """Return the words between the marks of each of the program's comments."""
    found: dict[str, str] = dict.fromkeys(comments(data), "")
    opened: set[str] = set()
    for element in document(data).iter():
        identifier = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            opened.add(identifier)
        elif element.tag == f"{W}commentRangeEnd":
            opened.discard(identifier)
        elif element.tag in {f"{W}t", f"{W}br", f"{W}tab"}:
            for one in opened & found.keys():
                found[one] += element.text or " "
    return found


def without_marks(root: Element, ours: Iterable[str]) -> bytes:
    """Return a document without some comments' marks, neighbours that look the same as one run, in canonical form."""
    root, ours = copy.deepcopy(root), set(ours)
    for element in list(root.iter(*MARKS, f"{W}commentReference")):
        if element.get(f"{W}id") in ours:
            gone = element.getparent() if element.tag == f"{W}commentReference" else element
            gone.getparent().remove(gone)
    for one in list(root.iter(f"{W}r")):
        before = one.getprevious()
        if before is not None and before.tag == one.tag and _properties(before) == _properties(one):
            for child in list(one):
                if child.tag != f"{W}rPr":
                    before.append(child)
            one.getparent().remove(one)
    for one in list(root.iter(f"{W}t")):
        before = one.getprevious()
        one.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
        if before is not None and before.tag == one.tag:
            before.text = (before.text or "") + (one.text or "")
            one.getparent().remove(one)
    # A run that was split and put together again twice still holds neighbours.
    again = etree.tostring(root, method="c14n")
    return again if list(root.iter(f"{W}t")) == [] or not _has_neighbours(root) else without_marks(root, ())


def _properties(element: Element) -> tuple[bytes, bytes]:
    properties = element.find(f"{W}rPr")
    return (repr(sorted(element.attrib.items())).encode(), b"" if properties is None else etree.tostring(properties))


def _has_neighbours(root: Element) -> bool:
    texts = (one.getprevious() for one in root.iter(f"{W}t"))
    return any(before is not None and before.tag == f"{W}t" for before in texts)


def test_a_comment_stands_at_the_words_and_the_run_keeps_its_look():
    body = paragraph(run("The worker ", "<w:i/>"), run("saw the child alone today", "<w:b/><w:i/>"))
    data = word_file(body)
    made = commented(data, "x.docx", [Note("LNG001 soft-word: say it plainly.\nA hint.", 0, 15, 24)])
    assert marked(made) == {"0": "the child"}
    assert comments(made) == {"0": "LNG001 soft-word: say it plainly.\nA hint."}
    runs = [one for one in document(made).iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert ["".join(one.itertext(f"{W}t")) for one in runs] == ["The worker ", "saw ", "the child", " alone today"]
    assert {etree.tostring(one.find(f"{W}rPr")) for one in runs[1:]} == {etree.tostring(runs[1].find(f"{W}rPr"))}


def test_other_parts_are_the_same_bytes():
    data = notes().data
    before, after = parts(data), parts(commented(data, "x.docx", [Note("Say more.", 0)]))
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"word/document.xml", "word/comments.xml"}
    new = word_file(paragraph("words"))
    after = parts(commented(new, "x.docx", [Note("Say more.", 0)]))
    assert {name for name in after if parts(new).get(name) != after[name]} == {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }


def test_comments_of_others_stay():
    made = commented(notes().data, "x.docx", [Note("Say more.", 1, 0, 5)])
    tree = etree.fromstring(parts(made)["word/comments.xml"])
    assert [one.get(f"{W}author") for one in tree] == ["Somebody Private", "Briefing publisher"]
    assert marked(made) == {"1": "Twice"}


def test_what_is_about_the_file_stands_at_its_beginning():
    made = commented(notes().data, "x.docx", [Note("No date is given.")])
    first = next(document(made).iter(f"{W}p"))
    assert [one.tag for one in first[:4]] == [f"{W}pPr", *sorted(MARKS, reverse=True), f"{W}r"]


def test_a_note_on_a_footnote_stands_at_the_beginning_with_its_place():
    found = read(notes().data, "x.docx")
    position = next(index for index, one in enumerate(found.paragraphs) if one.place == "footnote 1")
    made = commented(notes().data, "x.docx", [Note("Too long.", position)])
    assert comments(made) == {"1": "footnote 1: Too long."}
    assert marked(made) == {"1": ""}


def test_words_in_links_controls_and_boxes_are_marked():
    for name, words in {
        "fields": "guide",
        "controls": "typed over",
        "text_boxes": "Heading4",
        "tracked_changes": "added",
    }.items():
        data = SHAPES[name]().data
        texts = [one.text for one in read(data, "x.docx").paragraphs]
        position = next(index for index, text in enumerate(texts) if words in text)
        start = texts[position].index(words)
        made = commented(data, "x.docx", [Note("Look here.", position, start, start + len(words))])
        assert words in " ".join(marked(made).values())


def test_notes_name_nobody_and_repeat_no_number():
    made = commented(word_file(paragraph("words")), "x.docx", [Note("The number 999 000 0018 stands here\x00.", 0)])
    assert comments(made) == {"0": "The number [identifier] stands here."}
    assert b"w:date" not in parts(made)["word/comments.xml"]


def test_no_notes_give_the_same_bytes():
    data = notes().data
    assert commented(data, "x.docx", []) == data


def test_word_files_of_python_docx_take_comments_that_it_reads():
    buffer = io.BytesIO()
    made = docx.Document()
    made.add_heading("Neglect", 1)
    made.add_paragraph("Words of a section.")
    made.save(buffer)
    again = docx.Document(io.BytesIO(commented(buffer.getvalue(), "x.docx", [Note("Say more.", 1, 9, 18)])))
    assert [(one.author, one.initials, one.text, one.timestamp) for one in again.comments] == [
        ("Briefing publisher", "BP", "Say more.", None)
    ]


def test_a_strict_file_and_a_broken_comments_part_are_refused():
    strict = part("document", "<w:body/>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with pytest.raises(PublisherError, match="Strict"):
        commented(word_file("", (), {"word/document.xml": strict}), "x.docx", [Note("a")])
    broken = Shape(
        paragraph("a"), "", relations=(("c", "comments", "comments.xml"),), parts={"word/comments.xml": "<a"}
    )
    with pytest.raises(PublisherError, match="cannot be written again"):
        commented(broken.data, "x.docx", [Note("a")])


@settings(max_examples=60)
@given(st.sampled_from(sorted(SHAPES)), st.data())
def test_any_notes_leave_every_shape_as_it_was(name, data):
    file = SHAPES[name]().data
    before = read(file, "x.docx")
    places = st.integers(0, len(before.paragraphs) - 1)
    given_notes = [
        Note(f"Note {number}", data.draw(places), *sorted(data.draw(st.tuples(st.integers(0, 40), st.integers(0, 40)))))
        for number in range(data.draw(st.integers(1, 5)))
    ]
    made = commented(file, "x.docx", given_notes)
    assert read(made, "x.docx").paragraphs == before.paragraphs
    assert without_marks(document(made), comments(made)) == without_marks(document(file), ())
    assert sorted(re.sub(r"^.*: ", "", one) for one in comments(made).values()) == sorted(
        one.words for one in given_notes
    )


@settings(max_examples=40)
@given(st.integers(0, 24), st.integers(1, 25))
def test_exactly_the_words_are_marked(start, end):
    text = "The worker saw the child."
    body = paragraph(run(text[:4]), run(text[4:11], "<w:b/>"), run(text[11:15]), _tagged(text[15:20]), run(text[20:]))
    file = word_file(body)
    start, end = min(start, end - 1), max(start + 1, end)
    two = [Note("a", 0, start, end), Note("b", 0, start // 2, end)]
    assert marked(commented(file, "x.docx", two)) == {"0": text[start:end], "1": text[start // 2 : end]}


def _tagged(text: str) -> str:
    return f'<w:smartTag w:element="x">{run(text)}</w:smartTag>'
