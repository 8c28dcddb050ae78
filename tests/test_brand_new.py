"""``publisher brand new`` and ``show``."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.partnership import Profile
from publisher.source import read_file
from tests.brands import NEW, REPOSITORY, SAFE, findings, make_project, publisher


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(REPOSITORY / "briefings", tmp_path / "briefings")
    return tmp_path


def test_a_new_folder_passes_its_check_and_builds(root, capsys):
    code, out, _ = publisher(capsys, root, "brand", "new", "sampleton", *NEW)
    assert code == 0
    assert "Wrote templates/sampleton/partnership.yml" in out

    found = findings(capsys, root / "templates" / "sampleton")
    assert [one for one in found if one["severity"] == "error"] == []

    code, _, err = publisher(capsys, root, "build", "information-sharing", "--format", "html", "--format", "txt")
    assert code == 0, err
    text = (root / "output" / "sampleton" / "information-sharing.txt").read_text("utf-8")
    assert "Sampleton Safeguarding Children Partnership" in text


def test_what_is_left_to_fill_is_marked_and_found_at_its_line(root, capsys):
    publisher(capsys, root, "brand", "new", "sampleton", *NEW)
    lines = (root / "templates" / "sampleton" / "partnership.yml").read_text("utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if re.search(r"url: .*# to be filled", line)}

    found = findings(capsys, root / "templates" / "sampleton")

    assert len(marked) > 5
    assert {one["line"] for one in found if one["code"] == "BRD005"} == marked
    assert [one for one in found if one["code"].startswith("PRV")] == []


def test_a_key_of_the_register_is_written_so_that_it_reads_back(root, capsys):
    path = root / "briefings" / "professional-challenge.yaml"
    path.write_text(path.read_text("utf-8").replace("    link: training", '    link: "training: all"'), "utf-8")

    publisher(capsys, root, "brand", "new", "sampleton", *NEW)

    written = read_file(root / "templates" / "sampleton" / "partnership.yml", "partnership.yml")
    assert written.diagnostics == ()
    assert ("links", "training: all") in written.keys


def test_every_key_of_a_partnership_is_explained(root, capsys):
    publisher(capsys, root, "brand", "new", "sampleton", *NEW)

    text = (root / "templates" / "sampleton" / "partnership.yml").read_text("utf-8")

    for key in Profile.model_fields:
        assert re.search(rf"^# .*\n(\w+: .*\n)?(# )?{key}:", text, re.MULTILINE), key


def test_the_register_has_the_keys_that_the_briefings_need(root, capsys):
    for path in (root / "briefings").iterdir():
        if path.stem != "professional-challenge":
            path.unlink()
    publisher(capsys, root, "brand", "new", "sampleton", *NEW)

    text = (root / "templates" / "sampleton" / "partnership.yml").read_text("utf-8")

    register = text.partition("\nlinks:\n")[2].partition("\n\n")[0]
    source = (root / "briefings" / "professional-challenge.yaml").read_text("utf-8")
    assert set(re.findall(r"^  ([a-z-]+):$", register, re.MULTILINE)) == set(re.findall(r"link:\s?([a-z-]+)", source))


def test_a_project_without_briefings_gets_an_empty_register(tmp_path, capsys):
    assert publisher(capsys, tmp_path, "brand", "new", "sampleton", *NEW)[0] == 0

    assert "\nlinks: {}\n" in (tmp_path / "templates" / "sampleton" / "partnership.yml").read_text("utf-8")
    assert publisher(capsys, tmp_path, "brand", "check", "sampleton")[0] == 0


def test_the_given_logo_is_taken_over_as_it_is(root, capsys):
    (root / "ours.svg").write_bytes(SAFE)

    publisher(capsys, root, "brand", "new", "sampleton", *NEW, "--logo", str(root / "ours.svg"))

    assert (root / "templates" / "sampleton" / "logo.svg").read_bytes() == SAFE


def test_names_with_quotes_and_colons_come_through(root, capsys):
    name = 'The "Big" Partnership: Bath & North East, #1'
    publisher(capsys, root, "brand", "new", "sampleton", *NEW, "--name", name)

    _, out, _ = publisher(capsys, root, "brand", "show", "sampleton")

    assert f"  name: {name}  [templates/sampleton/partnership.yml:5]" in out.splitlines()


def test_a_mailbox_under_the_website_needs_no_domain_of_its_own(tmp_path, capsys):
    publisher(capsys, tmp_path, "brand", "new", "sampleton", *NEW, "--email", "team@example.org")

    assert "domains: [example.org]" in (tmp_path / "templates" / "sampleton" / "partnership.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["sampleton"], "Give `--name`, `--short-name`, `--area`, `--website`, `--email`, `--primary`, as there is no"),
        (["sampleton", *NEW[:-2]], "Give `--primary`, as there is no terminal to ask on."),
        (["Sampleton", *NEW], "A partnership's folder cannot be called `Sampleton`"),
        (["base", *NEW], "A partnership's folder cannot be called `base`"),
        (["../out", *NEW], "A partnership's folder cannot be called `../out`"),
        (["sampleton", *NEW, "--primary", "banana"], "`banana` is not a colour"),
        (["sampleton", *NEW, "--website", "nowhere"], "`nowhere` is not a web address"),
        (["sampleton", *NEW, "--email", "nobody"], "`nobody` is not an e-mail address"),
        (["sampleton", *NEW, "--logo", "nowhere.svg"], "There is no file `nowhere.svg`"),
        (["sampleton", *NEW, "--logo", "README.md"], "The logo `README.md` is not an SVG"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_nothing_is_written(tmp_path, capsys, arguments, sentence):
    code, out, err = publisher(capsys, tmp_path, "brand", "new", *arguments)

    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1
    assert not (tmp_path / "templates").exists()


def test_a_logo_with_a_script_is_not_taken_over(tmp_path, capsys):
    (tmp_path / "bad.svg").write_bytes(SAFE.replace(b"<rect", b"<script/><rect"))

    code, _, err = publisher(capsys, tmp_path, "brand", "new", "sampleton", *NEW, "--logo", str(tmp_path / "bad.svg"))

    assert (code, "has a `script`" in err) == (2, True)
    assert not (tmp_path / "templates").exists()


def test_a_folder_that_is_there_is_left_alone(tmp_path, capsys):
    folder = make_project(tmp_path)
    before = {path: path.read_bytes() for path in folder.iterdir()}

    code, _, err = publisher(capsys, tmp_path, "brand", "new", "sampleton", *NEW)

    assert (code, err) == (2, "`templates/sampleton` is there already.\n")
    assert before == {path: path.read_bytes() for path in folder.iterdir()}


def converse(command: list[str], answers: list[str]) -> str:
    """Run a command on a terminal, type an answer each time that it asks, and return all that was to be seen."""
    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"this machine has no terminal to converse on: {error}")
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=REPOSITORY) as process:
        os.close(theirs)
        seen, remaining = b"", [*answers]
        while select.select([ours], [], [], 120)[0]:
            try:
                seen += os.read(ours, 1024)
            except OSError:
                break
            if remaining and seen.endswith(b": "):
                os.write(ours, f"{remaining.pop(0)}\n".encode())
        process.wait(120)
    os.close(ours)
    return seen.decode()


def test_on_a_terminal_it_asks_for_what_is_missing_and_asks_again(tmp_path):
    given = [
        option for option in NEW if option not in {"--email", "team@sampleton.example.org", "--primary", "#f39200"}
    ]
    command = [sys.executable, "-m", "publisher", "--root", str(tmp_path), "brand", "new", "sampleton", *given]

    seen = converse(command, ["nobody", "team@sampleton.example.org", "orange"])

    assert seen.count("Shared mailbox: ") == 2
    assert "`nobody` is not an e-mail address" in seen
    assert "Name in full" not in seen
    assert 'main: "#ffa500"' in (tmp_path / "templates" / "sampleton" / "_brand.yml").read_text("utf-8")


def test_show_says_where_inherited_and_default_values_come_from(tmp_path, capsys):
    folder = make_project(tmp_path)
    parent = tmp_path / "templates" / "region"
    parent.mkdir()
    (parent / "partnership.yml").write_text(
        "name: Region\nshort_name: R\nemail: r@example.org\nseries: Seven\n", "utf-8"
    )
    (folder / "partnership.yml").write_text("name: Ours\nextends: region\n", "utf-8")
    (folder / "screen.css").write_text("p {}", "utf-8")

    code, out, _ = publisher(capsys, tmp_path, "brand", "show", "sampleton")

    lines = out.splitlines()
    assert code == 0
    assert "  name: Ours  [templates/sampleton/partnership.yml:1]" in lines
    assert "  series: Seven  [templates/region/partnership.yml:4]" in lines
    assert "  layout: ribbon  [the program’s default]" in lines
    assert "  screen.css: [templates/sampleton/screen.css]" in lines
    assert any(line.startswith("  print.css: [") and "base/print.css" in line for line in lines)


def test_all_folders_are_checked_without_a_name(tmp_path, capsys):
    make_project(tmp_path)
    shutil.copytree(tmp_path / "templates" / "sampleton", tmp_path / "templates" / "second")
    (tmp_path / "templates" / "second" / "_brand.yml").write_text("colour: {}\n", "utf-8")

    code, out, _ = publisher(capsys, tmp_path, "brand", "check", "--output-format", "json")

    assert code == 1
    assert {one["partnership"] for one in json.loads(out)["findings"] if one["code"] == "SRC004"} == {"second"}


def test_a_project_without_partnerships_says_how_to_start_one(tmp_path, capsys):
    code, _, err = publisher(capsys, tmp_path, "brand", "check")

    assert (code, "`publisher brand new ID` starts one" in err) == (2, True)
