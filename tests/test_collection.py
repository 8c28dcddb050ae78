"""Which sources a command works on: how they are found, and what is said where something else is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from publisher.cli import run
from tests.cases import FOLDER, write_partnership

SAMPLE = FOLDER / "rules" / "default.yaml"
NOWHERE = "in this folder or in `p`; did you mean `briefings/information-sharing.yaml`?"
OF_A_PARTNERSHIP = "is about a partnership and is no briefing; `publisher brand check sample` looks at it."
LOCAL = (
    "is a local edition, which is checked with the common text: `publisher check briefings/x.yaml --partnership sample`"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch) -> Path:
    """A project in a folder below the current one."""
    root = tmp_path / "p"
    write_partnership(root, (FOLDER / "rules" / "partnership.yml").read_text("utf-8"))
    for name in ("briefings/information-sharing.yaml", "good/cse.yaml"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(SAMPLE, root / name)
    (root / "publisher.yml").write_text("select: [SRC]\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return root


def publisher(capsys, *arguments: str) -> tuple[int, str, str]:
    code = run(["--root", "p", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def checked(capsys, *arguments: str) -> tuple[int, int, list[tuple[str, str, str]]]:
    """Return the exit code, how many files were checked, and the findings about names."""
    code, out, err = publisher(capsys, "check", "--output-format", "json", "--select", "SRC", *arguments)
    assert err == ""
    written = json.loads(out)
    about = [(one["code"], one["file"], one["hint"]) for one in written["findings"]]
    return code, written["summary"]["files"], about


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("path", ["p/good/cse.yaml", "good/cse.yaml", "p/good", "good", "briefings"])
def test_a_path_is_found_from_the_current_folder_or_else_from_the_projects(capsys, path):
    assert checked(capsys, path) == (0, 1, [])


def test_a_path_from_the_current_folder_comes_first(capsys, project):
    (project.parent / "good").mkdir()
    (project.parent / "good" / "cse.yaml").write_text("titel: x\n", "utf-8")

    code, _, found = checked(capsys, "good/cse.yaml")

    assert (code, [one[0] for one in found]) == (1, ["SRC004"])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "bad/cse.yaml"], "There is no file or folder `bad/cse.yaml` in this folder or in `p`.\n"),
        (
            ["check", "information-sharng"],
            f"There is no file or folder `information-sharng` {NOWHERE}\n",
        ),
        (
            ["build", "information_sharing"],
            f"There is no file or folder `information_sharing` {NOWHERE}\n",
        ),
        (
            ["check", "publisher.yml"],
            "`publisher.yml` has the settings of the project and is no briefing; every command looks at it.\n",
        ),
        (
            ["check", "p/templates/sample/partnership.yml"],
            f"`templates/sample/partnership.yml` {OF_A_PARTNERSHIP}\n",
        ),
        (
            ["build", "templates/sample/_brand.yml"],
            f"`templates/sample/_brand.yml` {OF_A_PARTNERSHIP}\n",
        ),
        (
            ["check", "templates/sample/briefings/x.yaml"],
            f"`templates/sample/briefings/x.yaml` {LOCAL}.\n",
        ),
        (["check", "templates/sample/logo.svg"], "`templates/sample/logo.svg` belongs to `templates` and is no "),
        (["check", "templates"], "There are no briefings (*.yaml) in `templates`.\n"),
    ],
)
def test_what_is_no_briefing_is_said_in_one_sentence(capsys, project, arguments, sentence):
    (project / "templates" / "sample" / "briefings").mkdir()
    (project / "templates" / "sample" / "briefings" / "x.yaml").write_text("title: x\n", "utf-8")

    code, out, err = publisher(capsys, *arguments)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(sentence)


def test_a_folder_that_is_no_project_says_so(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run(["check"]) == 2
    other = "`publisher init DIR` starts a project, and --root names another"
    assert capsys.readouterr().err == f"There is no folder `briefings` in `{tmp_path}`; {other}.\n"


def test_all_briefings_of_a_project_are_found_but_nothing_hidden_and_no_local_edition(capsys, project):
    for name in (".venv/package/data.yaml", "templates/sample/briefings/x.yaml", "good/.draft.yaml"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("titel: x\n", "utf-8")

    assert checked(capsys, "p") == (0, 2, [])


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Bad Name.yaml", "bad-name.yaml"),
        ("bad_name.yaml", "bad-name.yaml"),
        ("Neglect.yaml", "neglect.yaml"),
        ("café-talk.yaml", "cafe-talk.yaml"),
        ("neglect.yml", "neglect.yaml"),
        ("neglect.YAML", "neglect.yaml"),
        ("-.yaml", "neglect.yaml"),
    ],
)
def test_a_file_is_called_by_its_slug(capsys, project, name, right):
    shutil.copy(SAMPLE, project / "briefings" / name)
    finding = ("SRC005", f"p/briefings/{name}", f"Call it `{right}`: small letters, digits and hyphens.")

    assert checked(capsys) == (1, 2, [finding])
    assert checked(capsys, f"briefings/{name}") == (1, 1, [finding])

    code, _, err = publisher(capsys, "build", "--format", "txt", "--jobs", "1")
    made = sorted(path.name for path in (project / "output" / "sample").iterdir())
    assert (code, made) == (1, ["information-sharing.txt"])
    assert f"`{name}` is not a name for a briefing's file" in err


@pytest.mark.parametrize(
    ("here", "path"),
    [("project/briefings", "typo.yaml"), ("project/templates/sample", "../../briefings/typo.yaml"), (".", None)],
    ids=["in briefings", "in a partnership's folder", "beside the project"],
)
def test_a_source_is_checked_for_its_own_project_wherever_it_is_named_from(capsys, tmp_path, monkeypatch, here, path):
    root = tmp_path / "project"
    write_partnership(root, (FOLDER / "rules" / "partnership.yml").read_text("utf-8"))
    (root / "briefings").mkdir()
    wrong = "title: Call {{ contact.nobody }}\n"
    (root / "briefings" / "typo.yaml").write_text(wrong, "utf-8")
    monkeypatch.chdir(tmp_path / here)

    code = run(["check", "--select", "BRD005", path or "project/briefings/typo.yaml"])

    told = capsys.readouterr()
    assert (code, "BRD005" in told.out, told.err) == (1, True, "")


def test_a_source_without_partnerships_is_told_to_be(capsys, tmp_path, monkeypatch):
    shutil.copy(SAMPLE, tmp_path / "alone.yaml")
    monkeypatch.chdir(tmp_path)

    assert run(["check", "alone.yaml"]) == 0
    assert capsys.readouterr().err == "There is no partnership here, so what belongs to each was not looked at.\n"


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (
            lambda folder: (folder / "gone.yaml").symlink_to("nowhere.yaml"),
            "/gone.yaml` is a link that leads nowhere; ",
        ),
        (
            lambda folder: (folder / "gone.yml").symlink_to("nowhere.yml"),
            "/gone.yml` is a link that leads nowhere; ",
        ),
        (lambda folder: (folder / "more").symlink_to(folder.parent / "good"), "/more` is a link to a folder; "),
        (lambda folder: shutil.copytree(folder, folder / "a"), "have the same name and would be one document; rename"),
        (lambda folder: (folder.parent / "publisher.yaml").touch(), "`publisher.yaml` is not looked at; call it "),
    ],
    ids=[
        "a link to nothing",
        "one with the other ending",
        "a link to a folder",
        "two of one name",
        "settings under another name",
    ],
)
def test_what_would_be_missed_in_silence_is_refused(capsys, project, make, sentence):
    make(project / "briefings")

    code, _, err = publisher(capsys, "check")

    assert (code, sentence in err) == (2, True), err


def test_a_file_that_is_open_in_an_editor_keeps_no_other_from_being_checked(capsys, project):
    # As Emacs notes who changes a file.
    (project / "briefings" / ".#information-sharing.yaml").symlink_to("officer@desk.4711:1764400000")

    assert checked(capsys) == (0, 1, [])


@pytest.mark.usefixtures("project")
def test_a_file_outside_the_project_is_named_as_it_was_given(capsys):
    Path("loose.yaml").write_text("titel: x\n", "utf-8")

    _, _, found = checked(capsys, "loose.yaml")

    assert {file for _, file, _ in found} == {"loose.yaml"}


@pytest.mark.usefixtures("project")
def test_a_file_that_is_named_in_two_ways_is_checked_once(capsys):
    whole = str(Path.cwd() / "p" / "briefings" / "information-sharing.yaml")

    assert checked(capsys, "briefings", whole) == (0, 1, [])


def test_a_command_that_is_told_can_be_copied(capsys, project):
    (project / "my draft.docx").touch()

    _, _, err = publisher(capsys, "check", "p/my draft.docx")

    assert err == "`my draft.docx` is no briefing yet; `publisher import 'p/my draft.docx'` makes one of it.\n"
