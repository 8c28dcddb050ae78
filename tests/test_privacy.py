"""What leads to a person is found wherever it stands, and no output ever repeats it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from publisher.check import Checker
from publisher.cli import run
from publisher.cli._told import Told
from publisher.project import Project
from publisher.report import FORMATS
from publisher.selection import Selection
from tests.cases import TODAY, write_partnership
from tests.private_sources import (
    DEFAULT,
    IDENTIFIERS,
    IN_A_CASE,
    NAMES,
    PLACES,
    PROFILE,
    TEXTS,
    UNREADABLE,
    section,
    shown_in,
    shows,
)


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    root = tmp_path_factory.mktemp("project")
    write_partnership(root, PROFILE)
    project = Project(root)
    return Checker(project, tuple(project.partnerships()), Selection(), TODAY)


def printed_about(checker: Checker, source: bytes) -> tuple[set[str], dict[str, str]]:
    """Return the codes that are found in a source, and what is printed about it in each format."""
    path = checker.project.root / "case.yaml"
    path.write_bytes(source)
    told = Told.of([checker.check(path)])
    outputs = {name: write(told.diagnostics, told.texts, told.sources) for name, write in FORMATS.items()}
    return {one.code for one in told.diagnostics}, outputs


@pytest.mark.parametrize("value", IDENTIFIERS.values())
@pytest.mark.parametrize("place", PLACES)
def test_no_format_repeats_an_identifier(checker: Checker, place: str, value: str):
    encoding = "latin-1" if place in UNREADABLE else "utf-8"
    codes, outputs = printed_about(checker, PLACES[place](value).encode(encoding))

    assert codes
    assert [name for name, printed in outputs.items() if shows(printed, value)] == []


@pytest.mark.parametrize(("code", "value"), IDENTIFIERS.items())
@pytest.mark.parametrize("place", [place for place in list(PLACES)[:22] if place != "as a support line"])
def test_an_identifier_is_found_in_every_part_that_can_be_read(checker: Checker, place: str, code: str, value: str):
    codes, _ = printed_about(checker, PLACES[place](value).encode())

    of_services = place == "in a contact" and code in {"PRV007", "PRV008", "PRV014"}
    assert (code in codes) != of_services


@pytest.mark.parametrize(("code", "sentence"), IN_A_CASE.items())
@pytest.mark.parametrize("place", TEXTS)
def test_what_only_its_place_makes_private_is_not_repeated_either(checker, place, code, sentence):
    source = PLACES[place](sentence).replace("family: topic", "family: case")

    codes, outputs = printed_about(checker, source.encode())

    assert code in codes
    assert {name: NAMES.findall(printed) for name, printed in outputs.items() if NAMES.search(printed)} == {}


# The whole program, on files that have everything.


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_partnership(tmp_path, PROFILE)
    folder = tmp_path / "briefings"
    folder.mkdir()
    everything = ", ".join([*IDENTIFIERS.values(), *IN_A_CASE.values()])
    faults = f"See [here](#), 3% of e.g. {everything} in order to [here](http://www.gov.uk/?utm_source=a). TBC"
    source = section(3, faults, heading="3. What we know").replace("family: topic", "family: case")
    (folder / "everything.yaml").write_text(source, "utf-8")
    for position, place in enumerate(("as an unknown key", "as a date", "in a key that stands twice")):
        values = PLACES[place](IDENTIFIERS["PRV001"])
        (folder / f"wrong-{position}.yaml").write_text(values, "utf-8")
    return tmp_path


def shown_by(capsys, project: Path, *arguments: str) -> list[str]:
    """Return the identifiers that a command prints."""
    run(["--root", str(project), *arguments])
    printed = capsys.readouterr()
    assert printed.out + printed.err
    return shown_in(printed.out + printed.err)


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("options", [[], ["--ignore", "PRV001"], ["--strict"]])
def test_check_prints_no_identifier(capsys, project, output_format, options):
    assert shown_by(capsys, project, "check", "--output-format", output_format, *options) == []


def test_a_rule_that_is_left_out_still_prints_no_identifier(capsys, project):
    shown = shown_by(capsys, project, "check", "--ignore", "PRV")

    assert not set(shown) & set(IDENTIFIERS.values())


def test_a_baseline_has_no_identifier_and_hides_none_that_is_then_printed(capsys, project):
    path = project / "baseline.json"

    first = shown_by(capsys, project, "check", "--baseline", str(path))
    source = project / "briefings" / "everything.yaml"
    assert "TBC" in source.read_text("utf-8")
    source.write_text(source.read_text("utf-8").replace("TBC", "TBC [more](#)"), "utf-8")
    second = shown_by(capsys, project, "check", "--baseline", str(path))

    assert (first, second, shown_in(path.read_text("utf-8"))) == ([], [], [])


def test_the_changes_that_a_fix_would_make_are_shown_without_identifiers(capsys, project):
    run(["--root", str(project), "check", "--fix", "--dry-run"])
    printed = capsys.readouterr().out

    assert any(line.startswith("+    body") for line in printed.splitlines()), "no line with an identifier changes"
    assert shown_in(printed) == []


def test_a_fix_leaves_the_identifier_in_the_file_for_its_author(capsys, project):
    shown_by(capsys, project, "check", "--fix")

    assert len(shown_in((project / "briefings" / "everything.yaml").read_text("utf-8"))) > len(IDENTIFIERS)


def test_the_figures_show_no_identifier(capsys, project):
    assert shown_by(capsys, project, "check", "--stats") == []


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_a_build_prints_and_keeps_no_identifier(capsys, project, options):
    shown = shown_by(capsys, project, "build", "--format", "txt", "--jobs", "1", *options)

    made = [path for path in (project / "output").rglob("*") if path.is_file()]
    assert bool(made) is not bool(options)
    assert (shown, [path.name for path in made if shown_in(path.read_text("utf-8"))]) == ([], [])


def test_another_rules_finding_keeps_its_line_and_its_carets(capsys, project):
    (project / "briefings" / "everything.yaml").write_text(
        section(3, "Her number is 999 000 0018, see [here](https://www.example.org/)."), "utf-8"
    )

    run(["--root", str(project), "check", "--select", "LNK002", str(project / "briefings" / "everything.yaml")])
    printed = capsys.readouterr().out

    line, carets = re.search(r"\| (.*Her number.*)\n.*\| (.*\^+)", printed).groups()
    assert "Her number is ████████, see [here](" in line
    assert line[carets.index("^") : len(carets)] == "here"


def test_a_waiver_that_repeats_the_identifier_is_found_itself(capsys, project):
    path = project / "briefings" / "everything.yaml"
    waiver = '{rule: PRV001, text: 999 000 0018, reason: a specimen, by: Editor, date: "2026-07"}'
    path.write_text(section(3, "The number is 999 000 0018.") + f"waivers: [{waiver}]\n", "utf-8")

    run(["--root", str(project), "check", "--output-format", "json", "--select", "PRV", str(path)])
    found = [one for one in json.loads(capsys.readouterr().out)["findings"] if one["code"] == "PRV001"]

    assert [(one["path"][0], one["waived"]) for one in found] == [("sections", True), ("waivers", False)]


def test_an_identifier_can_be_waived_without_repeating_it(capsys, project):
    path = project / "briefings" / "everything.yaml"
    waiver = '{rule: PRV001, reason: a specimen of the form, by: Editor, date: "2026-07", text: "018"}'
    path.write_text(section(3, "The number is 999 000 0018.") + f"waivers: [{waiver}]\n", "utf-8")

    run(["--root", str(project), "check", "--output-format", "json", "--select", "PRV", str(path)])
    printed = capsys.readouterr().out

    assert [one["waived"] for one in json.loads(printed)["findings"]] == [True]
    assert shown_in(printed) == []


def test_what_one_briefing_keeps_out_of_the_partnerships_file_another_does_not_show(capsys, project):
    profile = project / "templates" / "sample" / "partnership.yml"
    label = "Quenda Quenby of the Salford Safeguarding Children Partnership"
    profile.write_text(PROFILE.replace("Worried about a child?", label), "utf-8")
    for path in (project / "briefings").iterdir():
        path.unlink()
    told = section(3, f"{IN_A_CASE['PRV013']}.").replace("family: topic", "family: case")
    (project / "briefings" / "first.yaml").write_text(told, "utf-8")
    (project / "briefings" / "second.yaml").write_text(DEFAULT, "utf-8")

    run(["--root", str(project), "check"])
    printed = capsys.readouterr().out

    assert re.search(r"\| .*label: ████████ of the Salford", printed)
    assert shown_in(printed) == []


def test_the_bars_of_a_change_do_not_tell_how_long_an_identifier_is(capsys, project):
    run(["--root", str(project), "check", "--fix", "--dry-run"])

    bars = set(re.findall("█+", capsys.readouterr().out))
    assert bars == {"█" * 8}


def test_a_build_covers_nothing_but_the_identifier(capsys, project):
    for path in (project / "briefings").iterdir():
        path.unlink()
    told = section(3, "Her number is 999 000 0018.\n\nSee [here](https://example.org/) once more.")
    waiver = 'waivers:\n  - {rule: PRV001, reason: a specimen, by: Editor, date: 2026-11, text: "018"}\n'
    (project / "briefings" / "waived.yaml").write_text(told + waiver, "utf-8")

    run(["--root", str(project), "build", "--format", "txt", "--jobs", "1"])
    printed = capsys.readouterr()

    assert "once more" in printed.out + printed.err
