"""The Word form: what it asks for, what becomes of what is filled in, and that nobody is shut out of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from publisher.cli import run
from publisher.source import read
from tests import edited_word_files as word

HEADINGS = [
    *("Background", "Why it matters", "What we know", "Signs to look for"),
    *("What good practice looks like", "Things to remember", "What to do"),
]
BODY = "A sentence with words for this section, which is long enough. " * 3


@pytest.fixture
def form(tmp_path: Path) -> bytes:
    path = tmp_path / "form.docx"
    assert run(["--root", str(tmp_path), "new", "--docx", "Professional curiosity", "--output", str(path)]) == 0
    return path.read_bytes()


@pytest.fixture
def import_(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[bytes], tuple[dict[str, Any], str, str]]:
    """Return what imports a filled-in form, and gives the source's data, its text and what was printed."""

    def bring_in(data: bytes) -> tuple[dict[str, Any], str, str]:
        capsys.readouterr()
        (tmp_path / "briefings").mkdir(exist_ok=True)
        (tmp_path / "filled.docx").write_bytes(data)
        run(["--root", str(tmp_path), "import", str(tmp_path / "filled.docx")])
        text = (tmp_path / "briefings" / "professional-curiosity.yaml").read_text()
        source = read(text.encode(), "form.yaml").data
        assert isinstance(source, dict)
        return {**source}, text, capsys.readouterr().out

    return bring_in


def control(file: WordFile, title: str) -> Any:
    (found,) = (one for one in file.element.iter(qn("w:sdt")) if name_of(one) == title)
    return found


def name_of(one: Any) -> str:
    """Return what a screen reader calls a control that something is filled into; "" for one that encloses others."""
    tag, alias = (one.find(f"{qn('w:sdtPr')}/{qn(name)}") for name in ("w:tag", "w:alias"))
    return "" if tag is None else alias.get(qn("w:val"))


def fill(file: WordFile, title: str, *paragraphs: str) -> None:
    """Type into a control as in Word: the prompt goes, with what marks it as one; "- " begins an item of a list."""
    one = control(file, title)
    content, properties = one.find(qn("w:sdtContent")), one.find(qn("w:sdtPr"))
    for mark in properties.findall(qn("w:showingPlcHdr")):
        properties.remove(mark)
    first = content.find(qn("w:p"))
    if first is None:
        run_ = content.find(qn("w:r"))
        for style in run_.findall(qn("w:rPr")):
            run_.remove(style)
        run_.find(qn("w:t")).text = paragraphs[0]
        return
    for text in paragraphs:
        new = deepcopy(first)
        if text.startswith("- "):
            new.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").set(qn("w:val"), "ListBullet")
        run_ = new.find(qn("w:r"))
        run_.remove(run_.find(qn("w:rPr")))
        run_.find(qn("w:t")).text = text.removeprefix("- ")
        content.append(new)
    content.remove(first)


def fill_all(file: WordFile) -> None:
    fill(file, "Summary", "How to stay curious.")
    fill(file, "Date published", "1 July 2026")
    for number in (1, 2, 4, 5, 6, 7):
        fill(file, f"Text of section {number}", BODY.strip())
    fill(file, "Heading of section 2", "Why curiosity matters")
    fill(file, "Text of section 3", "Look for:", "- what is *new*", "- what is missing", "Then ask.")
    fill(file, "Question 1", "What did you miss?")
    fill(file, "Local resource 1", "Neglect toolkit, link:neglect-toolkit")
    fill(file, "National resource 1", "A guide: https://www.gov.uk/guide")
    fill(file, "Contacts", "Ask the policy officer.")
    added = word.add_after(Paragraph(control(file, "National resource 2").getparent(), file.paragraphs[0].part), "")
    word.add_link(added, "A second guide", "https://www.gov.uk/second")


EXPECTED = {
    "kind": "briefing",
    "title": "Professional curiosity",
    "summary": "How to stay curious.",
    "family": "topic",
    "lang": "en-GB",
    "status": "draft",
    "published": "2026-07-01",
    "questions": ["What did you miss?"],
    "resources": [
        {"label": "Neglect toolkit", "link": "neglect-toolkit", "scope": "local"},
        {"label": "A guide", "url": "https://www.gov.uk/guide", "scope": "national"},
        {"label": "A second guide", "url": "https://www.gov.uk/second", "scope": "national"},
    ],
}


def check_filled(data: dict[str, Any], text: str, printed: str) -> None:
    sections = data.pop("sections")
    assert data == EXPECTED
    assert [one["heading"] for one in sections] == [HEADINGS[0], "Why curiosity matters", *HEADINGS[2:]]
    assert sections[2]["body"] == "Look for:\n\n- what is \\*new\\*\n- what is missing\n\nThen ask.\n"
    assert [" ".join(one["body"].split()) for one in (sections[0], sections[6])] == [BODY.strip()] * 2
    assert "# Contacts, as the author has them: Ask the policy officer." in text
    assert "IMP029" in printed
    assert "STR" not in printed
    assert "SRC" not in printed


def test_a_filled_in_form_is_a_source(form, import_):
    data = word.edited(form, fill_all)

    check_filled(*import_(data))


def test_a_form_that_libreoffice_saved_is_the_same_source(form, import_, tmp_path_factory):
    data = word.through_libreoffice(word.edited(form, fill_all), tmp_path_factory.mktemp("office"))

    check_filled(*import_(data))


def test_what_is_wrong_with_a_form_is_named_from_the_current_folder(form, import_, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path.parent)

    _, _, printed = import_(form)

    assert f"\n{tmp_path.name}/briefings/professional-curiosity.yaml:" in printed


def test_a_form_that_nobody_filled_in_is_empty(form, import_):
    data, text, _ = import_(form)

    assert (data["title"], [one["heading"] for one in data["sections"]]) == ("Professional curiosity", HEADINGS)
    assert [one["body"] for one in data["sections"]] == [""] * 7
    assert not {"questions", "resources", "published", "unplaced"} & data.keys()
    assert "What happens to children" not in text


def test_prompts_that_libreoffice_took_for_words_are_still_none(form, import_, tmp_path_factory):
    data, _, _ = import_(word.through_libreoffice(form, tmp_path_factory.mktemp("office")))

    assert [one["body"] for one in data["sections"]] == [""] * 7
    assert not {"questions", "resources", "published", "unplaced", "summary"} & data.keys()


def test_what_stands_beside_the_boxes_is_not_lost(form, import_):
    def edit(file: WordFile) -> None:
        heading = word.add_after(word.paragraph(file, "4 Signs to look for"), "My own heading")
        word.add_after(heading, "And my own text.")

    data, _, printed = import_(word.edited(form, edit))

    assert "My own heading" in str(data)
    assert "And my own text." in str(data)
    assert "IMP022" in printed


def test_a_date_that_is_none_is_said_to_be_none(form, import_):
    data, _, printed = import_(word.edited(form, lambda file: fill(file, "Date published", "soon")))

    assert "published" not in data
    assert "“soon” is not a date that can be read" in printed


def test_every_control_has_a_name_and_a_prompt_and_headings_come_one_below_the_other(form):
    file = docx.Document(io.BytesIO(form))
    controls = [one for one in file.element.iter(qn("w:sdt")) if one.find(f"{qn('w:sdtPr')}/{qn('w:tag')}") is not None]
    levels = [int(one.style.name[-1]) for one in file.paragraphs if one.style.name.startswith("Heading ")]
    names = [name_of(one) for one in controls]

    assert len(set(names)) == len(names) == 25
    assert all(names)
    assert all("".join(one.itertext()).strip() for one in controls)
    assert levels == [1, *[2] * 13]
    assert len(file.element.xpath("//w:sdtPr/w:date")) == 1
    assert file.core_properties.title == "Professional curiosity"
    assert file.core_properties.language == "en-GB"


def test_a_form_is_not_written_over_a_file(tmp_path, capsys):
    path = tmp_path / "mine.docx"
    path.write_text("mine")

    code = run(["--root", str(tmp_path), "new", "--docx", "Professional curiosity", "--output", str(path)])

    assert (code, path.read_text()) == (2, "mine")
    assert "exists already" in capsys.readouterr().err


def test_a_form_makes_no_folder_of_a_mistyped_name(tmp_path, capsys):
    path = tmp_path / "nowhere" / "mine.docx"

    assert run(["--root", str(tmp_path), "new", "--docx", "Professional curiosity", "--output", str(path)]) == 2
    assert (path.parent.exists(), "there is no folder" in capsys.readouterr().err.lower()) == (False, True)


def test_a_form_has_the_look_of_the_projects_one_partnership(tmp_path):
    assert run(["init", str(tmp_path / "project")]) == 0
    path = tmp_path / "form.docx"

    assert run(["--root", str(tmp_path / "project"), "new", "--docx", "Title", "--output", str(path)]) == 0
    assert docx.Document(str(path)).core_properties.author == "Example Safeguarding Children Partnership"
