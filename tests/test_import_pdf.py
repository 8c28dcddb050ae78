"""PDFs: every word and link, by the tags or by where the words stand."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from publisher.document import Link as DocumentLink
from publisher.errors import PublisherError
from publisher.importers._manuscript import Form, Manuscript
from publisher.importers.pdf import read
from publisher.remarks import REMARKS
from publisher.renderers import pdf
from tests.editions import REPOSITORY, briefings
from tests.foreign_pdf_files import SHAPES, Link, Shape, Words, boxes, several_pages, tagged, two_columns
from tests.foreign_word_files import headings
from tests.manuscripts import links_of, shown, words_of
from tests.test_fidelity import leaves

EXPECTED = Path(__file__).parent / "imports" / "manuscripts"


def codes(manuscript: Manuscript) -> set[str]:
    return {remark.code for remark in manuscript.remarks}


def edited(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a file after a change to it."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", SHAPES)
def test_every_word_stands_in_order_and_every_link_leads_where_it_did(name):
    shape = SHAPES[name]()
    found = read(shape.data, "x.pdf")
    assert words_of(found) == shape.expected.split()
    assert links_of(found) == [link.target for link in shape.links]


@pytest.mark.parametrize("name", SHAPES)
def test_the_manuscript_of_each_shape_is_as_expected(name, accepted):
    accepted(EXPECTED / f"pdf_{name}.txt", shown(read(SHAPES[name]().data, "x.pdf")))


def test_every_remark_has_a_meaning():
    found = {code for maker in SHAPES.values() for code in codes(read(maker().data, "x.pdf"))}
    assert {"IMP030", "IMP031", "IMP032", "IMP036"} <= found <= set(REMARKS)


def test_tags_that_reach_few_words_are_not_trusted():
    shape = two_columns()
    stray = Shape(shape.pages, shape.links, (("Document", (("P", (0,)),)),))
    found = read(stray.data, "x.pdf")
    assert words_of(found) == shape.expected.split()
    assert "IMP030" in codes(found)


def test_tags_without_headings_leave_them_to_the_size_of_type():
    page = (Words("A heading", 60, 80, 20, "F2", mark=0), Words("Words of usual size, more of them.", 60, 120, mark=1))
    found = read(Shape((page,), tags=(("P", (0,)), ("P", (1,)))).data, "x.pdf")
    assert [paragraph.form for paragraph in found.paragraphs] == [Form.TITLE, Form.PLAIN]


def test_tags_that_go_round_in_a_circle_end():
    def change(pdf: pikepdf.Pdf) -> None:
        document = pdf.Root.StructTreeRoot.K[0]
        document.K.append(document)
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(A=Name.B, B=Name.A)

    found = read(edited(tagged().data, change), "x.pdf")
    assert set(tagged().expected.split()) <= set(words_of(found))


def test_a_link_over_no_words_is_told_with_its_address():
    found = read(Shape(boxes().pages, (Link("https://example.org/lost", (500, 10, 510, 20)),)).data, "x.pdf")
    assert [one.message for one in found.remarks if one.code == "IMP034"] == [
        "a link to <https://example.org/lost> lies over no words"
    ]


def test_a_link_to_a_file_on_a_computer_has_no_address():
    shape = Shape(((Words("the plan", 60, 100),),), (Link("file:///C:/Users/somebody/plan.pdf", (60, 90, 110, 104)),))
    assert [run.target for run in read(shape.data, "x.pdf").paragraphs[0].runs] == [""]


def test_notes_are_told_without_numbers_and_typed_words_are_kept():
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Annots = Array(
            pdf.make_indirect(Dictionary({"/Type": Name.Annot, "/Rect": Array([0, 0, 1, 1]), **more}))
            for more in (
                {"/Subtype": Name.Text, "/Contents": String("Ask 999 000 0018"), "/T": String("Somebody Private")},
                {"/Subtype": Name.FreeText, "/Contents": String("typed over the page")},
                {"/Subtype": Name.Widget, "/V": String("filled in")},
            )
        )
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].Annots[2]]))

    found = read(edited(boxes().data, change), "x.pdf")
    assert [paragraph.text for paragraph in found.paragraphs[-2:]] == ["typed over the page", "filled in"]
    assert "Ask [identifier]" in shown(found)
    assert "Somebody" not in shown(found)
    assert "0018" not in shown(found)


def test_what_runs_and_what_is_attached_is_told():
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.attachments["x.txt"] = b"x"

    found = read(edited(boxes().data, change), "x.pdf")
    assert sum(remark.code == "IMP035" for remark in found.remarks) == 2


def test_title_and_language_are_those_of_the_file():
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = "Neglect"
        pdf.Root.Lang = String("cy-GB")

    found = read(edited(boxes().data, change), "x.pdf")
    assert (found.title, found.language) == ("Neglect", "cy-GB")


def test_a_scan_is_refused():
    with pytest.raises(PublisherError, match="recognise the text"):
        read(Shape(((),)).data, "scan.pdf")


def test_a_password_and_what_is_no_pdf_are_refused():
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(boxes().data)) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    for data, said in (
        (buffer.getvalue(), "password"),
        (b"no", "not a whole PDF"),
        (headings().data, "not a whole PDF"),
    ):
        with pytest.raises(PublisherError, match=said) as refused:
            read(data, "x.pdf")
        assert "`x.pdf`" in str(refused.value)


def test_a_password_for_changes_only_is_no_obstacle():
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(boxes().data)) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="", owner="secret"))
    assert words_of(read(buffer.getvalue(), "x.pdf")) == boxes().expected.split()


def test_many_pages_are_refused():
    with pytest.raises(PublisherError, match="201 pages"):
        read(Shape(((Words("a", 60, 60),),) * 201).data, "x.pdf")


@pytest.mark.parametrize(("document", "brand"), briefings(REPOSITORY)[:6], ids=lambda one: one.identifier)
def test_our_own_pdf_reads_back_with_all_words_and_links_in_order(document, brand):
    found = read(pdf.render(document, brand), "x.pdf")
    text, cursor = "".join(words_of(found)), 0
    for leaf in leaves(document):
        cursor = text.index("".join(leaf.text.split()), cursor)
    targets = [leaf.target for leaf in leaves(document) if isinstance(leaf, DocumentLink)]
    read_back = iter(links_of(found))
    assert targets
    assert [target for target in targets if target not in read_back] == []
    assert found.title.startswith(document.title)
    assert found.language == document.language


@cache
def whole(name: str) -> bytes:
    return SHAPES[name]().data


@settings(max_examples=150)
@given(st.sampled_from(sorted(SHAPES)), st.data())
def test_no_damage_ends_the_program(name, data):
    file = whole(name)
    start = data.draw(st.integers(0, len(file)))
    end = data.draw(st.sampled_from((start, start + 1, start + 8, len(file))))
    with suppress(PublisherError):
        assert isinstance(read(file[:start] + data.draw(st.binary(max_size=12)) + file[end:], "x.pdf"), Manuscript)


KEYS = ("/K", "/S", "/P", "/Pg", "/ActualText", "/Annots", "/A", "/Rect", "/QuadPoints", "/Contents", "/Lang", "/URI")
VALUES = st.sampled_from((7, -1, True, String("x"), Name.X, Array([]), Array([1, String("y")]), Dictionary(K=3)))


@settings(max_examples=150)
@given(st.data())
def test_no_strange_object_ends_the_program(data):
    def change(pdf: pikepdf.Pdf) -> None:
        for _ in range(3):
            one = data.draw(st.sampled_from([one for one in pdf.objects if isinstance(one, Dictionary)]))
            one[data.draw(st.sampled_from(KEYS))] = data.draw(VALUES)

    with suppress(PublisherError):
        assert isinstance(read(edited(whole("tagged"), change), "x.pdf"), Manuscript)


def test_lines_of_every_page_stand_once():
    found = read(several_pages().data, "x.pdf")
    assert Counter(words_of(found))["Sample"] == 1
    assert found.paragraphs[-1].place == "page 1, footer"
