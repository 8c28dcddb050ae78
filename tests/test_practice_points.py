"""Practice points: a compendium with its tables and list of contents, the same in every format."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn

from publisher.check import Checker
from publisher.compose import compose
from publisher.conformance import Output, verdicts
from publisher.document import BulletList, Document, Form, Paragraph, Role, Subheading, Table, plain_text, walk
from publisher.edition import Edition
from publisher.project import Project
from publisher.renderers import RENDERERS
from publisher.selection import Selection
from tests import pdf_tree
from tests.cases import FOLDER, write_partnership
from tests.editions import REPOSITORY, TODAY

SAMPLE = REPOSITORY / "briefings" / "practice-points.yaml"
FORMATS = ("html", "pdf", "docx", "txt", "large-print", "fragment")
SHORT = """\
kind: practice-points
title: Points on daily life
status: approved
published: 2026-07
introduction: Choose a group.
groups:
  - heading: Before any part
    points: [Look again.]
    resources: [{label: Our toolkit, link: neglect-toolkit, scope: local}]
  - part: Direct practice
    heading: Babies
    points:
      - Ask where the baby sleeps.
      - |
        Explain:

        - that crying is normal
        - that it passes
    resources: [{label: Safer sleep, url: "https://www.example.org/sleep"}]
  - heading: Families
    points: ["| Age | Sign |\\n|---|---|\\n| Under 1 | A bruise |\\n| Over 1 | |"]
"""


def edition_of(text: str, root: Path) -> Edition:
    """Return the edition of a source for the partnership that cases are checked with."""
    write_partnership(root, (FOLDER / "rules" / "partnership.yml").read_text("utf-8"))
    return editions_of(text, Project(root), root)[0]


def editions_of(text: str, project: Project, folder: Path) -> tuple[Edition, ...]:
    path = folder / "points.yaml"
    path.write_text(text, "utf-8")
    return Checker(project, tuple(project.partnerships()), Selection(), TODAY).check(path).editions


def composed(edition: Edition, root: Path = REPOSITORY) -> Document:
    (document,) = compose(edition, Project(root).house)
    return document


@pytest.fixture
def short(tmp_path: Path) -> tuple[Document, Edition]:
    edition = edition_of(SHORT, tmp_path)
    return composed(edition, tmp_path), edition


@cache
def sample() -> tuple[tuple[Document, Edition], ...]:
    project = Project(REPOSITORY)
    checked = Checker(project, tuple(project.partnerships()), Selection(), TODAY).check(SAMPLE)
    assert [one for one in checked.diagnostics if one.severity != "info"] == []
    return tuple((composed(edition), edition) for edition in checked.editions)


def rendered(document: Document, edition: Edition, name: str) -> bytes:
    brand = edition.partnership.brand
    # The partnership of the cases has an empty drawing.
    return RENDERERS[name].render(document, replace(brand, logo=None) if brand.identifier == "sample" else brand)


def test_groups_stand_in_their_parts_beside_their_resources(short):
    document, _ = short

    assert (document.form, document.series) == (Form.COMPENDIUM, "Practice points")
    assert [(one.role, one.heading, one.identifier) for one in document.sections[:3]] == [
        (Role.INTRODUCTION, "Introduction", "introduction"),
        (Role.GROUP, "Before any part", "group-1"),
        (Role.GROUP, "Direct practice", "part-2"),
    ]
    part = document.sections[2].blocks
    assert [(plain_text(one.children), one.anchor) for one in part if isinstance(one, Subheading)] == [
        ("Babies", "group-2"),
        ("Families", "group-3"),
    ]
    table = next(one for one in part if isinstance(one, Table))
    assert table.columns == ("Practice points", "Resources")
    points, resources = table.rows[0].cells
    assert isinstance(points.blocks[0], BulletList)
    assert [plain_text(one.children) for one in walk(resources.blocks) if isinstance(one, Paragraph)] == [
        "National resources",
        "Safer sleep",
    ]


def test_a_group_without_resources_has_no_empty_column(short):
    document, _ = short
    (points,) = document.sections[2].blocks[-1:]

    assert isinstance(points, BulletList)


def test_a_table_within_a_point_is_a_table_whose_empty_cells_are_marked(short):
    document, _ = short
    tables = [one for one in walk(document.sections[2].blocks) if isinstance(one, Table)]

    assert tables[-1].columns == ("Age", "Sign")
    cells = [
        plain_text(one.children) for one in walk(tables[-1:][0].rows[1].cells[1].blocks) if isinstance(one, Paragraph)
    ]
    assert cells == ["–"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_check_passes_what_is_made_of_a_short_compendium(short, name):
    document, edition = short
    data = rendered(document, edition, name)

    assert [(check.CODE, one) for check, found in verdicts(Output(name, data, document, 2)) for one in found] == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_check_passes_the_sample(name):
    for document, edition in sample():
        data = rendered(document, edition, name)
        found = [(check.CODE, one) for check, findings in verdicts(Output(name, data, document, 2)) for one in findings]
        assert found == []


def test_the_contents_of_the_web_page_lead_to_its_groups():
    document, edition = sample()[0]
    page: Any = lxml.html.document_fromstring(rendered(document, edition, "html"))

    links = [(link.get("href")[1:], link.text) for link in page.find_class("contents")[0].iter("a")]
    headings = [one for one in page.iter("h2", "h3") if one.text_content() != "Introduction"]
    assert [text for _, text in links] == [one.text_content() for one in headings]
    assert all(
        page.get_element_by_id(name) in (one, one.getparent()) for (name, _), one in zip(links, headings, strict=True)
    )


def test_each_cell_of_the_web_page_has_its_head_for_narrow_screens():
    document, edition = sample()[0]
    page = lxml.html.document_fromstring(rendered(document, edition, "html"))

    tables = list(page.iter("table"))
    assert tables
    for table in tables:
        heads = table.xpath("thead/tr/th[@scope='col']/text()")
        assert heads == ["Practice points", "Resources"]
        assert [cell.get("data-head") for cell in table.iter("td")] == heads


def _nodes(node: pdf_tree.Node, role: str) -> Iterator[pdf_tree.Node]:
    if node.role == role:
        yield node
    for kid in node.kids:
        if isinstance(kid, pdf_tree.Node):
            yield from _nodes(kid, role)


def words_of(node: pdf_tree.Node) -> str:
    """Return the words of an element but for the bullets of its lists."""
    kids = (kid for kid in node.kids if isinstance(kid, str) or kid.role != "Lbl")
    return "".join(kid if isinstance(kid, str) else words_of(kid) for kid in kids)


def test_the_list_of_contents_in_the_pdf_tells_the_page_of_each_group():
    document, edition = sample()[0]
    data = rendered(document, edition, "pdf")
    tree = pdf_tree.read(pdf_tree.opened(data))
    entries = [words_of(reference) for reference in _nodes(tree, "Reference")]

    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    assert len(entries) == 9
    for entry in entries:
        heading, number = re.fullmatch(r"(.+?) (\d+)", entry).groups()
        assert heading in pages[int(number) - 1]
    assert len(list(_nodes(tree, "TOC"))) == 3, "the groups of each part stand below it"


def test_in_pdf_ua_2_each_entry_of_the_contents_names_what_it_stands_for():
    document, edition = sample()[0]
    data = RENDERERS["pdf"].render(document, replace(edition.partnership.brand, pdf_standard="ua-2"))

    found: list[str] = []

    def look(element: pikepdf.Object) -> None:
        if isinstance(element, pikepdf.Array):
            for kid in element:
                look(kid)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.extend(str(one.S) for one in element.get("/Ref", ()))
            look(element.get("/K", pikepdf.Array()))

    with pikepdf.open(io.BytesIO(data)) as file:
        look(file.Root.StructTreeRoot.K)
    assert found == ["/Sect", *["/H3"] * 3, "/Sect", *["/H3"] * 2, "/Sect", "/Sect"]


def test_a_table_that_a_page_cuts_is_one_table_with_its_heads_once(tmp_path):
    long = "Ask what daily life is like for the child, write down what you hear, and come back to it each time. " * 2
    points = "".join(f"      - {number} {long}\n" for number in range(1, 31))
    edition = edition_of(
        "kind: practice-points\ntitle: Long\npublished: 2026-07\ngroups:\n  - heading: Neglect\n    points:\n"
        + points
        + '    resources: [{label: One, url: "https://example.org/1"}, {label: Two, url: "https://example.org/2"}]\n',
        tmp_path,
    )
    document = composed(edition, tmp_path)
    data = rendered(document, edition, "pdf")

    tree = pdf_tree.read(pdf_tree.opened(data))
    (table,) = _nodes(tree, "Table")
    assert [(one.role, one.marks.get("Scope")) for one in _nodes(table, "TH")] == [("TH", "/Column")] * 2
    assert len(list(_nodes(table, "TR"))) == 2
    points_cell, resources_cell = _nodes(table, "TD")
    found = re.findall(r"(\d+) Ask", words_of(points_cell))
    assert found == [str(number) for number in range(1, 31)]
    assert words_of(resources_cell) == "National resourcesOneTwo"
    drawn = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert drawn.count("Practice points") > 3, "the heads are drawn again on each page"
    assert [one for check, found in verdicts(Output("pdf", data, document, 2)) for one in found] == []


def test_the_word_file_repeats_the_heads_and_its_contents_lead_to_headings():
    document, edition = sample()[0]
    file = docx.Document(io.BytesIO(rendered(document, edition, "docx")))
    body = file.element.body

    assert len(file.tables) == 5
    for table in file.tables:
        assert [cell.text for cell in table.rows[0].cells] == ["Practice points", "Resources"]
        assert all(paragraph.text.strip() for row in table.rows for cell in row.cells for paragraph in cell.paragraphs)
    assert len(body.xpath("w:tbl/w:tr[1]/w:trPr/w:tblHeader")) == 5
    names = set(body.xpath(".//w:bookmarkStart/@w:name"))
    anchors = body.xpath(".//w:hyperlink/@w:anchor")
    assert len(anchors) == 9
    assert set(anchors) <= names
    marked = {
        one.getparent().xpath("string(.)")
        for one in body.iter(qn("w:bookmarkStart"))
        if one.get(qn("w:name")) in anchors
    }
    assert {"Neglect", "Working together", "Support"} <= marked


def test_plain_text_has_each_cell_below_its_head(short):
    document, edition = short
    text = rendered(document, edition, "txt").decode()

    assert "Babies\n~~~~~~\n\nPractice points\n\n- Ask where the baby sleeps." in text
    assert "Resources\n\nNational resources\n\n- Safer sleep (https://www.example.org/sleep)" in text
    assert "Age: Under 1\n" in text
    assert "Sign: A bruise\n" in text


def test_the_rules_for_every_kind_look_at_points_headings_and_resources(tmp_path):
    write_partnership(tmp_path, (FOLDER / "rules" / "partnership.yml").read_text("utf-8"))
    text = (FOLDER / "rules" / "practice-points.yaml").read_text("utf-8")
    text = text.replace("Explain that crying is normal", "The child was streetwise; the NHS number is 999 000 0018")
    text = text.replace('url: "https://www.example.org/neglect-review"', 'url: "#"')
    text = text.replace("Ask to see where", "See [here](https://www.example.org/) where")
    path = tmp_path / "points.yaml"
    path.write_text(text, "utf-8")
    project = Project(tmp_path)
    found = Checker(project, tuple(project.partnerships()), Selection(), TODAY).check(path).diagnostics

    places = {(one.code, one.path) for one in found}
    assert ("PRV001", ("groups", 1, "points", 1)) in places
    assert ("LNK001", ("groups", 0, "resources", 1, "url")) in places
    assert ("LNK002", ("groups", 1, "points", 0)) in places
    assert ("LNG001", ("groups", 1, "points", 1)) in places
