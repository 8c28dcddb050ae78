"""What is made again and what is left alone, and that a build says why."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.cli import run
from publisher.document import Form
from publisher.renderers import RENDERERS
from tests.builds import REPOSITORY, change, entries, files, make_project

BASE = REPOSITORY / "templates" / "base"
EVERYTHING = ("--edition", "large-print", "--fragment")
ALL = {
    *("challenge.html", "challenge.pdf", "challenge.docx", "challenge.txt"),
    *("challenge-large-print.pdf", "challenge-fragment.html"),
}
WITH_LOOK = ALL - {"challenge.txt", "challenge-fragment.html"}
PDFS = {"challenge.pdf", "challenge-large-print.pdf"}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A project that is built in every format, with a base of its own."""
    root = make_project(tmp_path_factory.mktemp("built") / "project")
    shutil.copytree(BASE, root / "templates" / "base")
    assert run(["--root", str(root), "build", "--jobs", "1", *EVERYTHING]) == 0
    return root


@pytest.fixture
def project(built, tmp_path) -> Path:
    """A copy of the built project, under another path and with other times."""
    return Path(shutil.copytree(built, tmp_path / "copy", copy_function=shutil.copyfile))


def dry(project: Path, capsys, *options: str) -> dict[str, str]:
    """Return why each file would be made, by its name."""
    capsys.readouterr()
    run(["--root", str(project), "build", "--dry-run", *(options or EVERYTHING)])
    lines = capsys.readouterr().out.splitlines()
    return {path.removeprefix("example/"): why for path, _, why in (line.partition(": ") for line in lines)}


def test_nothing_is_stale_in_another_folder_at_another_time(project, capsys):
    assert dry(project, capsys) == {}


def test_touching_a_comment_and_an_unused_entry_make_nothing_stale(project, capsys):
    for path in project.rglob("*"):
        os.utime(path, (1, 1))
    change(project / "briefings" / "challenge.yaml", "\ntitle:", "\n# a note\ntitle:")
    profile = project / "templates" / "example" / "partnership.yml"
    change(profile, "\nlinks:", "\nlinks:\n  unused: {url: https://www.example.org/x, label: x, checked: 2026-11-01}")
    (project / "templates" / "example" / "README.md").write_text("other words", "utf-8")

    assert dry(project, capsys) == {}


@pytest.mark.parametrize(
    ("file", "stale"),
    [
        ("screen.css", {"challenge.html"}),
        ("print.css", PDFS),
        ("layouts/ribbon.css", PDFS),
        ("briefing.html.j2", ALL - {"challenge.docx", "challenge.txt"}),
        ("accessibility.css", set()),
    ],
)
def test_a_file_of_the_brand_makes_stale_what_uses_it_and_it_is_named(project, capsys, file, stale):
    path = project / "templates" / "base" / file
    comment = "{# a note #}" if file.endswith(".j2") else "/* a note */"
    path.write_text(path.read_text("utf-8") + comment, "utf-8")

    assert dry(project, capsys) == dict.fromkeys(stale, f"changed: brand: {file}")


def test_a_style_sheet_that_a_template_brings_in_counts_for_all_that_use_templates(project, capsys):
    page = project / "templates" / "base" / "briefing.html.j2"
    page.write_text(page.read_text("utf-8") + "{% if false %}{% include 'screen.css' %}{% endif %}", "utf-8")
    run(["--root", str(project), "build", "--jobs", "1", *EVERYTHING])
    sheet = project / "templates" / "base" / "screen.css"
    sheet.write_text(sheet.read_text("utf-8") + "/* a note */", "utf-8")

    stale = ALL - {"challenge.docx", "challenge.txt"}
    assert dry(project, capsys) == dict.fromkeys(stale, "changed: brand: screen.css")


def test_what_the_nearest_folder_hides_counts_for_nothing(project, capsys):
    shutil.copy(BASE / "screen.css", project / "templates" / "example" / "screen.css")
    assert dry(project, capsys) == {}

    (project / "templates" / "base" / "screen.css").write_text("p { color: red }", "utf-8")
    assert dry(project, capsys) == {}


def test_a_changed_word_is_a_changed_text(project, capsys):
    change(project / "briefings" / "challenge.yaml", "\ntitle: Professional", "\ntitle: A professional")

    assert dry(project, capsys) == dict.fromkeys(ALL, "changed: its text")


def test_a_logo_s_words_and_a_colour_are_named(project, capsys):
    change(project / "templates" / "example" / "_brand.yml", "#005a9c", "#6b2d6b")

    assert dry(project, capsys) == dict.fromkeys(WITH_LOOK, "changed: brand: colours")


def test_options_are_named_with_what_they_were(project, capsys):
    (project / "publisher.yml").write_text("page_budget: 3\n", "utf-8")

    assert dry(project, capsys) == dict.fromkeys(ALL, "changed: options: page budget 3, was 2")

    (project / "publisher.yml").unlink()
    told = dry(project, capsys, "--pdf-standard", "ua-2", *EVERYTHING)
    assert told == dict.fromkeys(PDFS, "changed: options: PDF standard ua-2, was ua-1")


def test_another_version_of_a_tool_is_named(project, capsys):
    manifest = project / "output" / "manifest.json"
    written = json.loads(manifest.read_text("utf-8"))
    (tools,) = {entry["made_from"]["tools"] for entry in written["files"]}
    now = written["parts"].pop(tools)
    written["parts"]["0" * 32] = {**now, "weasyprint": "69.0"}
    for entry in written["files"]:
        entry["made_from"]["tools"] = "0" * 32
    manifest.write_text(json.dumps(written), "utf-8")

    told = f"changed: tools: weasyprint {now['weasyprint']}, was 69.0"
    assert dry(project, capsys) == dict.fromkeys(ALL, told)


def test_new_missing_changed_by_hand_and_forced(project, capsys):
    shutil.copy(project / "briefings" / "challenge.yaml", project / "briefings" / "other.yaml")
    (project / "output" / "example" / "challenge.txt").unlink()
    (project / "output" / "example" / "challenge.docx").write_bytes(b"mine")

    told = dry(project, capsys)

    assert {told.pop(f"other{name.removeprefix('challenge')}") for name in ALL} == {"new"}
    assert told == {
        "challenge.txt": "the file is missing",
        "challenge.docx": "the file was changed by hand",
    }
    assert set(dry(project, capsys, "challenge", "--force", *EVERYTHING).values()) == {"forced"}


def test_only_what_is_stale_is_made(project):
    before = files(project / "output")
    change(project / "templates" / "base" / "print.css", "@page", "/* a note */ @page")

    assert run(["--root", str(project), "build", "--jobs", "1", *EVERYTHING]) == 0

    after = entries(project / "output")
    was = {entry["file"]: entry for entry in json.loads(before["manifest.json"])["files"]}
    assert {name for name in after if after[name] != was[name]} == {f"example/{name}" for name in PDFS}
    assert dict.fromkeys(files(project / "output")) == dict.fromkeys(before)


# Makes a file of one format and tells every file of the brand's folders that is opened for it.
WATCHED = """
import sys
from pathlib import Path
opened = set()
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str | bytes | Path):
        opened.add(str(arguments[0]))
sys.addaudithook(watch)
import datetime
from publisher.build.order import Order
from publisher.build.sources import Sources
from publisher.build.making import make
from publisher.project import Project
project = Project(Path(sys.argv[1]))
order = Order(project, (), tuple(project.sources()), Path("x"), (sys.argv[2],), datetime.date(2026, 11, 21))
sources = Sources(order)
(job,) = sources.jobs(order.paths[0])
used = sources.ingredients.parts[job.targets[0].made_from.brand]
opened.clear()
outcome = make(job, job.targets[0])
assert outcome.entry, outcome
for folder in job.brand.folders:
    for path in opened:
        if path.startswith(f"{folder}/"):
            name = path[len(str(folder)) + 1:]
            print("counted" if name in used else "MISSED", name)
"""


@pytest.mark.parametrize("name", sorted(name for name, one in RENDERERS.items() if Form.BRIEFING in one.FORMS))
def test_every_file_of_the_brand_that_a_format_opens_is_counted(tmp_path, name):
    root = make_project(tmp_path / "project")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(root), name], capture_output=True, text=True, check=False, cwd=REPOSITORY
    )

    assert done.returncode == 0, done.stderr
    assert "MISSED" not in done.stdout
    assert name in {"docx", "txt"} or "counted briefing.html.j2" in done.stdout
