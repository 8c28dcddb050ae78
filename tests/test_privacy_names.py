"""Files are not called by an identifier, and no name of a file repeats one where it is printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.cli import run
from publisher.collection import slug_from
from publisher.report import FORMATS
from tests.cases import write_partnership
from tests.private_sources import DEFAULT, PROFILE

NAMED = {
    "9990000018-jaxxon": "PRV001",
    "case-999-000-0018": "PRV001",
    "u999123456789": "PRV002",
    "qq-12-34-56-a": "PRV003",
    "m99-9zz-and-neglect": "PRV007",
    "14-acacia-avenue": "PRV008",
    "liquidlogic-1029384": "PRV010",
    "07700-900123": "PRV014",
    "sam.sample@council.example.org": "PRV015",
}
PRIVATE = re.compile(r"999-?000|u99912|qq-12|m99|acacia|1029384|900123|sam\.sample", re.IGNORECASE)
SAID = "what leads to a person stands in the name of the file"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_partnership(tmp_path, PROFILE)
    (tmp_path / "briefings").mkdir()
    return tmp_path


def printed(capsys, project: Path, *arguments: str) -> str:
    run(["--root", str(project), *arguments])
    captured = capsys.readouterr()
    return str(captured.out + captured.err)


@pytest.mark.parametrize(("stem", "code"), NAMED.items())
def test_an_identifier_in_the_name_of_a_file_is_found_and_repeated_by_nothing(capsys, project, stem, code):
    (project / "briefings" / f"{stem}.yaml").write_text(DEFAULT, "utf-8")

    told = {name: printed(capsys, project, "check", "--output-format", name) for name in FORMATS}
    told["stats"] = printed(capsys, project, "check", "--stats")
    told["build"] = printed(capsys, project, "build", "--format", "txt", "--jobs", "1", "--dry-run")
    printed(capsys, project, "check", "--baseline", str(project / "baseline.json"))
    told["baseline"] = (project / "baseline.json").read_text("utf-8")

    assert f"error {code} {SAID}" in told["text"]
    assert f"error {code} {SAID}" in told["build"]
    assert {name: found for name, text in told.items() if (found := PRIVATE.findall(text))} == {}


def test_a_file_whose_name_leads_to_a_person_is_not_published(capsys, project):
    (project / "briefings" / "9990000018-jaxxon.yaml").write_text(DEFAULT, "utf-8")
    (project / "briefings" / "neglect.yaml").write_text(DEFAULT, "utf-8")

    printed(capsys, project, "build", "--format", "txt", "--jobs", "1")

    made = {path.name for path in (project / "output").rglob("*.txt")}
    assert made == {"neglect.txt"}


@pytest.mark.parametrize(
    "stem", ["child-protection-visits", "section-47-in-2026", "7-minute-briefing-12", "working-together-2023-chapter-4"]
)
def test_a_name_with_other_numbers_may_stay(capsys, project, stem):
    (project / "briefings" / f"{stem}.yaml").write_text(DEFAULT, "utf-8")

    told = printed(capsys, project, "check")

    assert SAID not in told
    assert stem in printed(capsys, project, "build", "--format", "txt", "--jobs", "1", "--dry-run")


def test_a_name_that_is_wrong_in_two_ways_is_mended_in_both(capsys, project):
    (project / "briefings" / "Neglect 999 000 0018.yml").write_text(DEFAULT, "utf-8")

    told = printed(capsys, project, "check")

    assert "SRC005 `Neglect [identifier].yml` is not a name" in told
    assert "Call it `neglect.yaml`" in told
    assert "999" not in told


def test_a_name_with_underlines_repeats_nothing_either(capsys, project):
    (project / "briefings" / "visit_14_acacia_avenue.yaml").write_text(DEFAULT, "utf-8")

    told = printed(capsys, project, "check")

    assert f"error PRV008 {SAID}" in told
    assert "Call it `visit.yaml`" in told
    assert PRIVATE.findall(told) == []


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Neglect 999 000 0018 of 14 Acacia Avenue", "neglect-of"),
        ("Learning about neglect, case 999 000 0018", "learning-about-neglect-case"),
        ("Ring 07700 900123", "ring"),
        ("999 000 0018", ""),
        ("Section 47 in 2026", "section-47-in-2026"),
    ],
)
def test_a_title_gives_a_file_its_name_without_identifiers(title, slug):
    assert slug_from(title) == slug


def test_what_is_started_or_imported_is_not_called_by_an_identifier(capsys, project):
    (project / "draft.md").write_text("# Learning about neglect, case 999 000 0018\n\nSome words.\n", "utf-8")

    told = printed(capsys, project, "import", str(project / "draft.md"))
    told += printed(capsys, project, "new", "Neglect 999 000 0018 of 14 Acacia Avenue")

    names = sorted(path.name for path in (project / "briefings").iterdir())
    assert names == ["learning-about-neglect-case.yaml", "neglect-of.yaml"]
    assert PRIVATE.findall(told) == []
