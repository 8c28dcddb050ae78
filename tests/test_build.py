"""Building: what is made, what is left alone, what a fault does, through the command line and the public functions."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pikepdf
import pytest

from publisher.cli import run

REPOSITORY = Path(__file__).parent.parent
FORMATS = ("docx", "html", "pdf", "txt")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one briefing and the partnership that newcomers copy."""
    (tmp_path / "briefings").mkdir()
    shutil.copy(REPOSITORY / "briefings" / "professional-challenge.yaml", tmp_path / "briefings" / "challenge.yaml")
    shutil.copytree(REPOSITORY / "templates" / "example", tmp_path / "templates" / "example")
    return tmp_path


def build(project: Path, *options: str) -> int:
    return run(["--root", str(project), "build", "--jobs", "1", *options])


def manifest(project: Path) -> dict[str, dict]:
    written = json.loads((project / "output" / "manifest.json").read_text("utf-8"))
    return {entry["file"]: entry for entry in written["files"]}


def made(project: Path) -> set[str]:
    output = project / "output"
    return {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_every_format_is_made_and_the_manifest_says_of_what(project, capsys):
    assert build(project) == 0

    assert made(project) == {f"example/challenge.{name}" for name in FORMATS} | {"manifest.json"}
    for file, entry in manifest(project).items():
        data = (project / "output" / file).read_bytes()
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
        assert entry["bytes"] == len(data)
        assert (entry["source"], entry["partnership"]) == ("briefings/challenge.yaml", "example")
        assert 250 < entry["words"] < 800
    assert manifest(project)["example/challenge.pdf"]["pages"] in {1, 2}
    assert "4 files made" in capsys.readouterr().err


def test_editions_and_the_fragment_add_to_the_formats_of_one_build(project):
    more = {"example/challenge-large-print.pdf", "example/challenge-fragment.html"}

    assert build(project, "--format", "html", "--edition", "large-print", "--edition", "text", "--fragment") == 0
    assert made(project) == {*more, "example/challenge.html", "example/challenge.txt", "manifest.json"}

    assert build(project, "--edition", "large-print", "--fragment") == 0
    assert made(project) == {*more, *(f"example/challenge.{name}" for name in FORMATS), "manifest.json"}

    # What is not made again would go out of date.
    assert build(project) == 0
    assert made(project).isdisjoint(more)


def test_a_briefing_may_ask_for_a_layout_of_its_own(project):
    change(project / "briefings" / "challenge.yaml", "\nfamily:", "\nlayout: cards\nfamily:")

    assert build(project, "--format", "pdf") == 0

    with pikepdf.open(project / "output" / "example" / "challenge.pdf") as pdf:
        assert {float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages} == {True}


def test_a_layout_that_is_none_is_a_finding(project, capsys):
    change(project / "briefings" / "challenge.yaml", "\nfamily:", "\nlayout: wheel\nfamily:")

    assert build(project) == 1
    assert "`layout` is `wheel`" in capsys.readouterr().err


def test_nothing_is_made_twice(project, capsys):
    build(project)
    before = {name: (project / "output" / name).stat().st_mtime_ns for name in made(project) - {"manifest.json"}}

    assert build(project) == 0

    assert "0 files made, 4 unchanged" in capsys.readouterr().err
    assert before == {name: (project / "output" / name).stat().st_mtime_ns for name in before}


def test_a_comment_or_an_unused_link_changes_nothing(project, capsys):
    build(project)
    change(project / "briefings" / "challenge.yaml", "\ntitle:", "\n# a note\ntitle:")
    change(
        project / "templates" / "example" / "partnership.yml",
        "\nlinks:",
        "\nlinks:\n  nobody-uses-this: {url: https://www.example.org/x, label: x, checked: 2026-11-01}",
    )
    capsys.readouterr()

    build(project)

    assert "0 files made, 4 unchanged" in capsys.readouterr().err


def test_a_changed_colour_is_a_reason_to_make_all_but_text_anew(project, capsys):
    build(project)
    brand = project / "templates" / "example" / "_brand.yml"
    brand.write_text(brand.read_text("utf-8").replace("#005a9c", "#6b2d6b"), "utf-8")
    capsys.readouterr()

    assert build(project, "--dry-run") == 0

    told = capsys.readouterr().out.splitlines()
    assert told == [f"example/challenge.{name}: changed: brand: colours" for name in ("html", "pdf", "docx")]


def test_a_file_changed_by_hand_is_made_anew(project):
    build(project)
    target = project / "output" / "example" / "challenge.txt"
    right = target.read_bytes()
    target.write_text("mine", "utf-8")

    build(project)

    assert target.read_bytes() == right


def test_a_broken_briefing_keeps_its_last_good_files_and_does_not_stop_the_others(project, capsys):
    build(project)
    good = (project / "output" / "example" / "challenge.txt").read_bytes()
    shutil.copy(project / "briefings" / "challenge.yaml", project / "briefings" / "other.yaml")
    change(project / "briefings" / "challenge.yaml", "published:", "pubished:")

    assert build(project) == 1

    assert (project / "output" / "example" / "challenge.txt").read_bytes() == good
    assert (project / "output" / "example" / "other.pdf").is_file()
    assert "Did you mean `published`?" in capsys.readouterr().err


def test_a_withdrawn_briefing_goes_and_a_stray_file_stays(project):
    build(project)
    stray = project / "output" / "example" / "poster.pdf"
    stray.write_bytes(b"made by hand")
    change(project / "briefings" / "challenge.yaml", "status: approved", "status: withdrawn")

    assert build(project) == 0

    assert made(project) == {"example/poster.pdf", "manifest.json"}
    assert manifest(project) == {}


def test_building_a_part_removes_nothing(project):
    shutil.copy(project / "briefings" / "challenge.yaml", project / "briefings" / "other.yaml")
    build(project)

    assert build(project, "other", "--format", "txt") == 0

    assert len(manifest(project)) == 8


def test_two_processes_make_the_same_bytes_as_one(project, tmp_path_factory):
    shutil.copy(project / "briefings" / "challenge.yaml", project / "briefings" / "other.yaml")
    build(project)
    second = tmp_path_factory.mktemp("second")

    assert run(["--root", str(project), "build", "--jobs", "2", "--output", str(second)]) == 0

    for name in made(project):
        assert (second / name).read_bytes() == (project / "output" / name).read_bytes(), name


def test_an_excluded_briefing_is_left_out_for_that_partnership_only(project):
    shutil.copytree(project / "templates" / "example", project / "templates" / "second")
    local = project / "templates" / "second" / "briefings" / "challenge.yaml"
    local.parent.mkdir(exist_ok=True)
    local.write_text("exclude: true\n", "utf-8")

    build(project, "--format", "txt")

    assert made(project) == {"example/challenge.txt", "manifest.json"}


def test_a_local_edition_changes_one_section(project):
    local = project / "templates" / "example" / "briefings" / "challenge.yaml"
    local.parent.mkdir(exist_ok=True)
    words = " ".join(["Only here do we print these words about our own way of doing it."] * 4)
    local.write_text(f"sections:\n  4:\n    body: |\n      {words}\n", "utf-8")

    assert build(project, "--format", "txt") == 0

    text = " ".join((project / "output" / "example" / "challenge.txt").read_text("utf-8").split())
    assert words in text


def test_a_folder_that_cannot_be_written_is_one_sentence(project, tmp_path_factory, capsys):
    blocked = tmp_path_factory.mktemp("blocked") / "file"
    blocked.write_text("not a folder", "utf-8")

    assert build(project, "--output", str(blocked)) == 2

    assert capsys.readouterr().err.count("\n") == 1


def test_a_briefing_over_its_page_budget_is_not_published_and_the_build_says_where_to_cut(project, capsys):
    (project / "publisher.yml").write_text("page_budget: 1\n", "utf-8")

    assert build(project) == 1

    told = " ".join(capsys.readouterr().err.split())
    assert "error LEN005 [example] the PDF has 2 pages instead of 1, about" in told
    assert "is the longest, with" in told
    assert not (project / "output" / "example" / "challenge.pdf").exists()
    assert (project / "output" / "example" / "challenge.docx").is_file()


def test_a_finding_about_a_file_is_told_again_when_the_file_need_not_be_made_again(project, capsys):
    (project / "publisher.yml").write_text("page_budget: 1\nseverities: {LEN005: warning}\n", "utf-8")

    assert build(project) == 0
    first = capsys.readouterr().err
    assert build(project) == 0
    second = capsys.readouterr().err

    assert "0 files made, 4 unchanged" in second
    assert "warning LEN005" in first
    assert "warning LEN005" in second
    assert "LEN005" not in manifest(project)["example/challenge.pdf"]["checks"]


def test_a_waiver_lets_a_long_briefing_be_published(project, capsys):
    (project / "publisher.yml").write_text("page_budget: 1\n", "utf-8")
    waiver = "{rule: LEN005, reason: a special issue, by: Editor, date: 2026-11-01}"
    change(project / "briefings" / "challenge.yaml", "\nsections:", f"\nwaivers:\n  - {waiver}\nsections:")

    assert build(project, "--strict") == 0, capsys.readouterr().err

    assert (project / "output" / "example" / "challenge.pdf").is_file()


def test_an_unfilled_name_is_not_published_whatever_settings_and_waivers_say(project, capsys):
    (project / "publisher.yml").write_text("select: [STR]\nignore: [BRD]\nseverities: {BRD: info}\n", "utf-8")
    change(project / "briefings" / "challenge.yaml", "body: |\n", "body: |\n      Ring {{ contact.emergancy }}.\n\n")

    assert build(project) == 1

    assert "error BRD005" in " ".join(capsys.readouterr().err.split())
    assert not (project / "output" / "example" / "challenge.txt").exists()
