"""What an operator gets wrong beyond a misspelt option: each is one sentence that says what would be right."""

from __future__ import annotations

import datetime
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.cli import run
from publisher.files import reason
from publisher.report import FORMATS
from tests.cases import FOLDER, write_partnership


@pytest.fixture
def project(tmp_path: Path, monkeypatch) -> Path:
    write_partnership(tmp_path, (FOLDER / "rules" / "partnership.yml").read_text("utf-8"))
    (tmp_path / "briefings").mkdir()
    (tmp_path / "publisher.yml").write_text("select: [SRC]\n", "utf-8")
    shutil.copy(FOLDER / "rules" / "default.yaml", tmp_path / "briefings")
    (tmp_path / "note.md").write_text("# Neglect\n\nText.\n", "utf-8")
    (tmp_path / "empty.txt").write_text(" \n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("new Neglect --kind session --family case", "--family is for briefings, whose headings it chooses."),
        ("new Neglect --kind session --docx", "--docx makes the form of a briefing; there is none for other kinds."),
        ("build --format pptx --jobs 1", "There is nothing to make as pptx; `--companions slides` makes slides of a "),
        ("build --scheduler here", "`here` is not an address such as tcp://10.0.0.1:8786."),
        ("import note.md --apply", "--apply is for a Word file that this program made and somebody edited; `note.md` "),
        ("import briefings --apply", "--apply takes one Word file."),
        ("import note.md --output x.txt", "`x.txt` is neither a source (.yaml) nor a folder."),
        ("import note.md --output nowhere/x.yaml", "There is no folder `nowhere` to write `x.yaml` into."),
        (
            "import note.md --output Bad_Name.yaml",
            "`Bad_Name.yaml` is not a name for a source; call it `bad-",
        ),
        (
            "brand new base",
            "A partnership's folder cannot be called `base`; that is the folder of what all ",
        ),
        ("import empty.txt", "There is nothing in `empty.txt`."),
        ("check --select ACC003", "`--select` names `ACC003`, which looks at no source; see `publisher rules ACC003`."),
        (
            "check --select LNK,BRD008",
            "`--select` names `BRD008`, which looks at no source; see `publisher rules BRD008",
        ),
        ("check note.md", "`note.md` is no briefing yet; `publisher import note.md` makes one of it."),
        ("brand pack sample --output bulid/x.zip", "There is no folder `bulid` to write `x.zip` into."),
        ("brand gallery --output bulid/x.html", "There is no folder `bulid` to write `x.html` into."),
        ("check x.docx --comments --output bulid/x.docx", "There is no folder `bulid` to write `x.docx` into."),
    ],
)
def test_what_would_be_without_effect_or_go_astray_is_refused(capsys, command, sentence):
    before = set(Path().rglob("*"))

    code = run(command.split())
    printed = capsys.readouterr()

    assert (code, printed.out, printed.err.count("\n")) == (2, "", 1), printed.err
    assert printed.err.startswith(sentence)
    # A build has looked for another in its folder by then.
    assert {path.parts[0] for path in set(Path().rglob("*")) - before} <= {"output"}


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ("formats: [odt]", "publisher.yml:1: item 1 of `formats` is `odt`. It is one of `html`, `pdf`, `docx`, "),
        ("page_budget: 0", "publisher.yml:1: `page_budget` is `0`. It should be 1 or more."),
        (f"partnerships: [{'x' * 300}]", "There is no partnership `xxx"),
        ("- a", "publisher.yml:1: the file does not start with keys such as `partnerships:`. Known keys: partnerships"),
    ],
)
def test_settings_that_mean_nothing_are_refused(capsys, project, settings, sentence):
    (project / "publisher.yml").write_text(settings + "\n", "utf-8")

    assert run(["build", "--dry-run", "--jobs", "1"]) == 2
    assert capsys.readouterr().err.startswith(sentence)


@pytest.mark.parametrize(
    ("brand", "sentence"),
    [
        (r'logo: "a\0b.svg"', "The logo `a"),
        (f"typography: {{headings: {{weight: {'1' * 5000}}}}}", "`1111"),
        ("typography: {headings: {weight: 7e2}}", "`7e2` is not a font weight; write a number such as 700.\n"),
    ],
)
def test_a_brand_that_no_page_can_be_made_with_is_refused(capsys, project, brand, sentence):
    (project / "templates" / "sample" / "_brand.yml").write_text(brand + "\n", "utf-8")

    assert run(["check"]) == 2
    assert capsys.readouterr().err.startswith(sentence)


@pytest.mark.parametrize("command", [["new", "Bruising in babies"], ["import", "note.md"], ["build"]])
def test_nothing_is_written_into_a_folder_that_is_no_project(capsys, project, monkeypatch, command):
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "note.md").write_text("# Neglect\n\nText.\n", "utf-8")
    monkeypatch.chdir(elsewhere)

    code = run(command)

    assert code == 2
    assert "is no project: `publisher init DIR` starts a project" in capsys.readouterr().err
    assert [path.name for path in elsewhere.iterdir()] == ["note.md"]


def test_a_build_for_nobody_is_refused(capsys, project):
    shutil.rmtree(project / "templates")

    assert run(["build", "--jobs", "1"]) == 2
    assert capsys.readouterr().err == "There is no partnership in `templates`; `publisher brand new ID` starts one.\n"


def test_a_partnerships_folder_that_would_be_missed_is_told(capsys, project):
    shutil.copytree(project / "templates" / "sample", project / "templates" / "_old")
    assert run(["check"]) == 0
    (project / "templates" / "_old").rename(project / "templates" / "Sale Moor")
    capsys.readouterr()

    assert run(["check"]) == 2
    sentence = "A partnership's folder cannot be called `Sale Moor` as in `templates`; it may have lower-case letters,"
    assert capsys.readouterr().err.startswith(sentence)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("written", ["2026-11-01", "1e9", "9" * 30])
def test_a_day_that_is_none_is_refused(capsys, monkeypatch, written):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)

    assert run(["check"]) == 2
    assert capsys.readouterr().err == "SOURCE_DATE_EPOCH is not a number of seconds since 1970.\n"


@pytest.mark.usefixtures("project")
def test_without_a_day_that_is_set_today_is_the_clocks(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = datetime.datetime.now(datetime.UTC)

    assert run(["new", "Neglect"]) == 0

    months = {f"{now:published: %Y-%m}" for now in (before, datetime.datetime.now(datetime.UTC))}
    assert months & set(Path("briefings/neglect.yaml").read_text("utf-8").splitlines())


def test_a_new_project_in_this_folder_says_what_comes_next(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run(["init", "."]) == 0
    assert capsys.readouterr().out.endswith("files. Next: publisher build\n")


@pytest.mark.parametrize("key", ["name", "short_name"])
def test_a_partnership_with_an_empty_name_is_not_published(capsys, project, key):
    path = project / "templates" / "sample" / "partnership.yml"
    path.write_text(re.sub(rf"(?m)^{key}: .*", f'{key}: ""', path.read_text("utf-8")), "utf-8")

    assert run(["check"]) == 2
    assert f"`{key}` is empty. Write what the partnership is called." in capsys.readouterr().err
    assert run(["brand", "check", "sample", "--select", "SRC,BRD001"]) == 1
    assert f"error SRC005 [sample] `{key}` is empty" in capsys.readouterr().out


def test_a_folder_without_a_name_is_called_by_its_identifier_in_what_is_said_of_it(capsys, project):
    path = project / "templates" / "sample" / "partnership.yml"
    path.write_text("nam: x\n", "utf-8")
    (path.parent / "_brand.yml").unlink()

    assert run(["brand", "check", "sample", "--select", "SRC,BRD001"]) == 1
    assert "[sample] sample has no logo" in capsys.readouterr().out


LONG = "x" * 300


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "command",
    [
        *(f"check {LONG}", f"build {LONG}", f"--root {LONG} check", f"check --baseline {LONG}", f"import {LONG}"),
        *(f"check --partnership {LONG}", f"init {LONG}", f"diff {LONG} --partnership sample", f"brand check {LONG}"),
        *("build --time-limit inf", "build --time-limit 1e400", "build --scheduler="),
    ],
)
def test_what_the_system_cannot_take_is_the_operators_mistake(capsys, command):
    code = run(command.split())
    printed = capsys.readouterr()

    assert (code, printed.out, printed.err.count("\n")) == (2, "", 1), printed.err
    assert "Traceback" not in printed.err


def test_what_the_system_refuses_has_a_reason_even_where_it_gives_none(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "lost").symlink_to("nowhere")

    with pytest.raises(shutil.Error) as refused:
        shutil.copytree(tmp_path / "folder", tmp_path / "copy")

    assert refused.value.strerror is None
    assert "no such file or directory" in reason(refused.value)


@pytest.mark.parametrize("title", ["bad\udcff", "nul\x01y"])
@pytest.mark.parametrize("options", [[], ["--docx"]])
def test_a_title_that_is_no_text_is_refused_and_leaves_no_file(capsys, project, title, options):
    before = set(project.rglob("*"))

    assert run(["new", title, *options]) == 2
    assert capsys.readouterr().err == "The title has characters that cannot be printed.\n"
    assert set(project.rglob("*")) == before


def test_names_of_files_that_are_no_text_are_shown_and_spoil_no_output(capsys, project):
    for name in (b"bad\xff.yaml", b"bell\x1b[31m.yaml"):
        Path(os.fsdecode(os.fsencode(project / "briefings") + b"/" + name)).write_text("title: x\n", "utf-8")

    for output_format in FORMATS:
        assert run(["check", "--output-format", output_format]) == 1
        printed = capsys.readouterr().out
        printed.encode()
        assert "\x1b" not in printed
    assert run(["check"]) == 1
    assert r"briefings/bad\udcff.yaml:1:1" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command", ["check pipe.yaml", "check --fix pipe.yaml", "import pipe.yaml", "check --baseline pipe.yaml"]
)
def test_what_may_never_end_is_not_read(capsys, project, command):
    os.mkfifo(project / "pipe.yaml")

    assert run(command.split()) == 2
    assert capsys.readouterr().err == "`pipe.yaml` is no file.\n"


def test_settings_that_cannot_be_read_are_not_passed_over(capsys, project):
    (project / "publisher.yml").unlink()
    (project / "publisher.yml").mkdir()

    assert run(["check"]) == 2
    assert capsys.readouterr().err == "Cannot read `publisher.yml`: is a directory.\n"


@pytest.mark.parametrize("stream", [">&-", "2>&-", ">/dev/full"])
def test_streams_that_are_closed_or_full_are_no_bug(project, stream):
    command = f"'{sys.executable}' -m publisher check {stream}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=project, capture_output=True, text=True, check=False)

    assert done.returncode == (2 if stream == ">/dev/full" else 0), done.stderr
    assert "Traceback" not in done.stderr


def test_a_sentence_that_quotes_a_file_is_no_command_to_the_terminal(capsys, project):
    (project / "templates" / "sample" / "_brand.yml").write_text('logo: "\\e[31m.svg"\n', "utf-8")

    assert run(["brand", "pack", "sample"]) == 2
    told = capsys.readouterr().err
    assert (told.count("\n"), "\x1b" in told, r"\x1b[31m.svg" in told) == (1, False, True), told


def test_a_source_that_cannot_be_written_whole_is_not_left_in_half(project):
    (project / "note.md").write_text("# Neglect\n\n" + "Some more words. " * 200, "utf-8")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    command = [sys.executable, "-B", "-m", "publisher", "import", "note.md"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, preexec_fn=limit)

    assert (done.returncode, done.stderr) == (2, "Cannot write `briefings/neglect.yaml`: file too large.\n")
    assert [path.name for path in (project / "briefings").iterdir()] == ["default.yaml"]
