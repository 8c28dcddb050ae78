"""A file of a partnership's folder wins over the common one; a mistake in it is told with its file and line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.brands import REPOSITORY, findings, make_project, publisher

BASE = REPOSITORY / "templates" / "base"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = make_project(tmp_path, "professional-challenge")
    profile = folder / "partnership.yml"
    keys = ("escalation", "procedures", "referral", "training", "thresholds", "learning")
    entries = ", ".join(f"{key}: {{url: 'https://sampleton.example.org/{key}', checked: 2026-11-01}}" for key in keys)
    profile.write_text(profile.read_text("utf-8").replace("links: {}", f"links: {{{entries}}}"), "utf-8")
    return folder


def build(capsys, folder: Path, name: str) -> bytes:
    root = folder.parents[1]
    code, _, err = publisher(capsys, root, "build", "--jobs", "1", "--force", "--format", name)
    assert code == 0, err
    return (root / "output" / "sampleton" / f"professional-challenge.{name}").read_bytes()


def test_a_template_wins(folder, capsys):
    template = (BASE / "briefing.html.j2").read_text("utf-8")
    (folder / "briefing.html.j2").write_text(template.replace("<main>", '<main class="ours">'), "utf-8")

    assert b'<main class="ours">' in build(capsys, folder, "html")


def test_a_style_sheet_of_ones_own_is_in_the_page(folder, capsys):
    style = (BASE / "screen.css").read_text("utf-8")
    (folder / "screen.css").write_text(f"{style}\n.ours {{ font-weight: 700 }}\n", "utf-8")

    assert b".ours { font-weight: 700 }" in build(capsys, folder, "html")


def test_a_reference_document_gives_the_word_file_its_styles(folder, capsys):
    reference = Document(io.BytesIO(build(capsys, folder, "docx")))
    reference.styles["Heading 2"].font.name = "Verdana"
    reference.save(str(folder / "reference.docx"))

    made = build(capsys, folder, "docx")

    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b"Verdana" in archive.read("word/styles.xml")


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ("<p>\n{{ documnt.title }}", 2, "there is nothing called `documnt`; did you mean `document`?"),
        ("<p>\n\n{{ document.titel }}", 3, "`titel` is no part of what it is asked of"),
        ("<p>\n{% if %}", 2, "this is not a complete template: Expected an expression"),
        ("{% for x in document.sections %}", 1, "this is not a complete template: Unexpected end of template"),
        ("<p>\n{{ 1 // 0 }}", 2, "the template cannot be filled in"),
        ("<p>\n{{ document.title + 1 }}", 2, "the template cannot be filled in"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_file_and_line(folder, capsys, template, line, words):
    (folder / "briefing.html.j2").write_text(template, "utf-8")

    (found,) = [one for one in findings(capsys, folder) if one["severity"] == "error"]

    assert (found["code"], found["file"], found["line"]) == ("BRD009", "templates/sampleton/briefing.html.j2", line)
    assert words in found["message"]


def test_a_build_tells_the_mistake_in_a_sentence_and_makes_the_other_files(folder, capsys):
    (folder / "briefing.html.j2").write_text("<p>\n{{ documnt.title }}", "utf-8")
    root = folder.parents[1]

    code, _, err = publisher(capsys, root, "build", "--jobs", "1")

    assert code == 1
    assert "`sampleton/briefing.html.j2`, line 2: there is nothing called `documnt`" in err
    assert "Traceback" not in err
    assert (root / "output" / "sampleton" / "professional-challenge.docx").is_file()


def test_a_template_for_practice_points_is_tried_with_practice_points(folder, capsys):
    template = (BASE / "compendium.html.j2").read_text("utf-8")
    (folder / "compendium.html.j2").write_text(template, "utf-8")
    assert [one for one in findings(capsys, folder) if one["severity"] == "error"] == []

    (folder / "compendium.html.j2").write_text(template.replace("entries(contents)", "entries(content)"), "utf-8")
    (found,) = [one for one in findings(capsys, folder) if one["severity"] == "error"]

    assert (found["code"], found["file"].rpartition("/")[2]) == ("BRD009", "compendium.html.j2")
    assert "templates/base/compendium.html.j2" in found["hint"]


def test_a_mistake_in_an_included_template_is_told_there(folder, capsys):
    (folder / "briefing.html.j2").write_text("{% include 'part.html.j2' %}", "utf-8")
    (folder / "part.html.j2").write_text("<p>\n\n{{ nothing }}", "utf-8")

    (found,) = [one for one in findings(capsys, folder) if one["severity"] == "error"]

    assert (found["file"].rpartition("/")[2], found["line"]) == ("part.html.j2", 3)
