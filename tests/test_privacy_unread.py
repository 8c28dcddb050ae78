"""What leads to a person is kept out of the output where no rule speaks of it too."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.cli import run
from publisher.report import FORMATS
from tests.cases import write_partnership
from tests.private_sources import IN_A_CASE, NAMES, PROFILE, section


@pytest.fixture
def project(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 21 November 2026
    write_partnership(tmp_path, PROFILE)
    (tmp_path / "briefings").mkdir()
    return tmp_path


def written(project: Path, source: str) -> Path:
    path = project / "briefings" / "told.yaml"
    path.write_text(source, "utf-8")
    return path


def printed(capsys, project: Path, *arguments: str) -> str:
    run(["--root", str(project), *arguments])
    captured = capsys.readouterr()
    return captured.out + captured.err


IN_ONE_LINE = ", *".join([*IN_A_CASE.values(), "x*"])
CASE = section(3, f"See [here](#), e.g. [more](http://www.gov.uk/?utm_source=a): {IN_ONE_LINE}.").replace(
    "family: topic", "family: case"
)


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize(
    "options", [["--select", "PLN,LNK"], ["--ignore", "PRV"], ["--ignore", "PRV009,PRV013"], ["--ignore", "PRV005"]]
)
def test_rules_on_privacy_that_are_not_to_speak_still_keep_words_out(capsys, project, options, output_format):
    written(project, CASE)

    told = printed(capsys, project, "check", "--output-format", output_format, *options)

    assert "LNK" in told
    assert NAMES.findall(told) == []


@pytest.mark.parametrize("command", [["check"], ["check", "--fix", "--dry-run"], ["build", "--jobs", "1"]])
def test_settings_that_leave_out_a_rule_uncover_nothing(capsys, project, command):
    (project / "publisher.yml").write_text("ignore: [PRV]\n", "utf-8")
    written(project, CASE)

    told = printed(capsys, project, *command)

    assert "████████" in told
    assert NAMES.findall(told) == []


def test_a_family_that_is_mistyped_uncovers_nothing(capsys, project):
    written(project, CASE.replace("family: case", "family: cases"))

    told = printed(capsys, project, "check")

    assert "`family` is `cases`" in told
    assert "PRV009" not in told
    assert NAMES.findall(told) == []


def test_a_rule_that_is_not_to_speak_says_nothing(capsys, project):
    written(project, CASE)

    assert "PRV" not in printed(capsys, project, "check", "--select", "PLN,LNK")
