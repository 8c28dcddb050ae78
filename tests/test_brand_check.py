"""``publisher brand check``: what it finds in a partnership's folder, with file and line."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from publisher import changed_common_text, reference
from publisher.branding import unsafe_file, unusable_font, unusable_logo, unusable_template
from tests.brands import PROFILE, REPOSITORY, findings, make_project, publisher, rewrite, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def test_a_complete_folder_has_nothing_to_mend(capsys, folder):
    code, out, _ = publisher(capsys, folder.parents[1], "brand", "check", "sampleton", "--strict")

    assert (code, out) == (0, "3 files checked: nothing to mend\n")


@pytest.mark.parametrize("name", ["example", "salford", "leicestershire-rutland"])
def test_the_folders_that_come_with_the_program_have_no_errors(capsys, name):
    code, out, _ = publisher(capsys, REPOSITORY, "brand", "check", name)

    assert code == 0, out


@pytest.mark.parametrize(
    ("profile", "expected", "message"),
    [
        ("nmae: x", ("error", "SRC004", 1), "`nmae` is not a key"),
        ("jurisdiction: France", ("error", "SRC005", 1), "`jurisdiction` is `France`"),
        ("website: https://www.elsewhere.example.com/", ("error", "MET006", 1), "none of its domains"),
        ("email: someone@gmail.com", ("error", "MET006", 1), "free mail service"),
        ("links: {escalation: {url: ''}}", ("error", "BRD005", 1), "`escalation` has no address"),
        (
            "links: {escalation: {url: 'https://other.example.net/x', checked: 2026-11-01}}",
            ("error", "LNK004", 1),
            "none of SAMP's domains",
        ),
        (
            "links: {escalation: {url: 'https://sampleton.example.org/x', checked: 2020-01-01}}",
            ("warning", "LNK003", 1),
            "was last opened",
        ),
        (
            "links: {escalation: {url: 'https://www.sampleton.example.org/'}}",
            ("warning", "BRD005", 1),
            "leads to the front page",
        ),
        ("extends: nowhere", ("error", "SRC005", 1), "is not a folder"),
        ("accessible_formats: tbc", ("warning", "ACC013", 1), "how to ask for another format"),
    ],
)
def test_what_partnership_yml_has_wrong_is_found_with_its_line(folder, capsys, profile, expected, message):
    key = profile.partition(":")[0]
    rest = "".join(line for line in PROFILE.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    (folder / "partnership.yml").write_text(f"{profile}\n{rest}", "utf-8")

    found = [one for one in findings(capsys, folder) if message in one["message"]]

    assert [(one["severity"], one["code"], one["line"]) for one in found] == [expected]
    assert found[0]["file"] == "templates/sampleton/partnership.yml"
    assert found[0]["partnership"] == "sampleton"


def test_every_misspelt_key_is_named_at_once(folder, capsys):
    rewrite(folder / "partnership.yml", "area:", "aera:")
    rewrite(folder / "partnership.yml", "domains:", "domain:")
    rewrite(folder / "_brand.yml", "color:", "colour:")

    found = findings(capsys, folder, "--select", "SRC004")

    assert [one["hint"] for one in found] == [
        "Did you mean `color`?",
        "Did you mean `area`?",
        "Did you mean `domains`?",
    ]


def test_a_register_entry_and_a_contact_that_a_briefing_needs_are_missed_in_the_folder(tmp_path, capsys):
    folder = make_project(tmp_path, "professional-challenge")
    rewrite(folder / "partnership.yml", "  emergency:", "  office:")

    found = {one["message"]: one for one in findings(capsys, folder) if one["code"] == "BRD005"}

    link = found["`escalation` is not in the link register of SAMP"]
    assert (link["file"], link["line"]) == ("templates/sampleton/partnership.yml", 10)
    assert link["hint"] == "Add it under `links:`. briefings/professional-challenge.yaml needs it."


def test_what_one_partnership_adds_is_not_asked_of_another(tmp_path, capsys):
    folder = make_project(tmp_path, "cultural-consciousness")
    shutil.copytree(REPOSITORY / "templates" / "salford", tmp_path / "templates" / "salford")

    needed = {one["message"].split("`")[1] for one in findings(capsys, folder) if one["code"] == "BRD005"}

    assert "culture" in needed
    assert "learning" not in needed, "only Salford's local edition uses it"


def test_a_colour_that_pages_replace_is_told_with_the_one_they_use(folder, capsys):
    colours = '{primary: "#f39200", secondary: "#f39200", background: "#222"}'
    rewrite(folder / "_brand.yml", '{primary: "#005a9c"}', colours)

    found = findings(capsys, folder)

    assert {(one["severity"], one["code"], one["line"]) for one in found} == {("info", "ACC003", 5)}
    messages = {" ".join(one["path"]): f"{one['message']}. {one['hint']}" for one in found}
    assert "`#f39200` is too dark to stand behind text" in messages["color secondary"]
    assert "Pages are printed on `#ffffff`" in messages["color background"]
    of_primary = [f"{one['message']}. {one['hint']}" for one in found if one["path"] == ["color", "primary"]]
    assert any("white on `#f39200` has a contrast of 2.35:1" in one for one in of_primary)
    assert any(re.search(r"nearest colour that passes, `#[0-9a-f]{6}`", one) for one in of_primary)


def test_text_that_the_brand_gives_too_pale_is_told(folder, capsys):
    rewrite(folder / "_brand.yml", '{primary: "#005a9c"}', '{primary: "#005a9c", foreground: "#999999"}')

    (found,) = findings(capsys, folder)

    assert (found["severity"], found["path"]) == ("info", ["color", "foreground"])


def test_a_pair_that_can_hardly_be_read_without_red_is_told(folder, capsys):
    rewrite(folder / "_brand.yml", "#005a9c", "#f20d96")

    (found,) = [one for one in findings(capsys, folder) if one["severity"] == "warning"]

    assert "without red (protanopia)" in found["message"]
    assert re.search(r"`#[0-9a-f]{6}`", found["hint"])


def test_colours_that_name_each_other_are_found(folder, capsys):
    rewrite(folder / "_brand.yml", '{primary: "#005a9c"}', "{primary: secondary, secondary: primary}")

    assert told(findings(capsys, folder)) == {("error", "SRC005", "_brand.yml", 5)}


def test_a_layout_that_is_not_there_and_a_reference_document_that_is_none_are_found(folder, capsys):
    (folder / "layouts").mkdir()
    (folder / "layouts" / "ribbon.css").write_text("* { color: #777; background: #888 }", "utf-8")
    (folder / "reference.docx").write_bytes(b"no document")

    found = told(findings(capsys, folder))

    assert ("error", "BRD007", "reference.docx", 1) in found


def test_a_style_sheet_with_colours_of_its_own_that_fail_is_an_error(folder, capsys):
    base = (REPOSITORY / "templates" / "base" / "layouts" / "ribbon.css").read_text("utf-8")
    (folder / "layouts").mkdir()
    (folder / "layouts" / "ribbon.css").write_text(f"{base}\np {{ color: #bbbbbb }}\n", "utf-8")

    found = [one for one in findings(capsys, folder) if one["severity"] == "error"]

    assert {(one["code"], one["file"]) for one in found} == {("ACC003", "templates/sampleton/layouts/ribbon.css")}


def test_findings_come_in_every_form_and_can_be_chosen(folder, capsys, tmp_path):
    rewrite(folder / "_brand.yml", "#005a9c", "#f39200")

    _, github, _ = publisher(capsys, tmp_path, "brand", "check", "--output-format", "github")
    _, sarif, _ = publisher(capsys, tmp_path, "brand", "check", "--output-format", "sarif")
    _, nothing, _ = publisher(capsys, tmp_path, "brand", "check", "--ignore", "ACC003")

    assert github.startswith("::notice file=templates/sampleton/_brand.yml,line=5")
    assert json.loads(sarif)["runs"][0]["results"][0]["ruleId"] == "ACC003"
    assert "nothing to mend" in nothing


def test_every_code_of_its_own_is_documented():
    for module in (unsafe_file, unusable_font, unusable_template, unusable_logo, changed_common_text):
        explained = reference.rule(module.CODE)
        assert explained.startswith(f"# {module.CODE} {module.NAME}\n")
        assert all(f"**{heading}:** " in explained for heading in reference.HEADINGS)


def test_the_logo_is_judged_by_the_largest_size_that_it_is_printed_in():
    sheets = [path.read_text("utf-8") for path in (REPOSITORY / "templates" / "base" / "layouts").glob("*.css")]
    logos = [re.search(r"^\.logo \{(.*?)\}", sheet, re.DOTALL | re.MULTILINE) for sheet in sheets]
    sizes = {
        name: max(float(size) for logo in logos if logo for size in re.findall(rf"\b{name}: (\d+)mm", logo[1]))
        for name in ("width", "height")
    }

    assert sizes["width"] <= unusable_logo.PRINTED[0]
    assert sizes["height"] <= unusable_logo.PRINTED[1]
