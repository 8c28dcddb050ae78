"""A baseline, with which an old collection takes up the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.cli import run
from tests.vague_links import SOURCE, check, make_briefing


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    return make_briefing(tmp_path)


def test_a_baseline_is_written_once_and_then_leaves_out_what_it_counts(briefing, capsys):
    baseline = briefing.parent.parent / "known.json"

    assert check(capsys, briefing, "--baseline", str(baseline)) == check(capsys, briefing) != []
    assert "example.org" not in baseline.read_text("utf-8")
    assert check(capsys, briefing, "--baseline", str(baseline)) == []

    briefing.write_text(
        "# moved down a line\n" + SOURCE + "      And [click here](https://www.example.org/3).\n", "utf-8"
    )
    assert len(check(capsys, briefing, "--baseline", str(baseline))) == 1


def test_a_baseline_may_have_been_saved_with_a_byte_order_mark(briefing, capsys):
    baseline = briefing.parent.parent / "known.json"
    check(capsys, briefing, "--baseline", str(baseline))
    baseline.write_bytes(b"\xef\xbb\xbf" + baseline.read_bytes())

    assert check(capsys, briefing, "--baseline", str(baseline)) == []


@pytest.mark.parametrize(
    "written", ["[]", '{"version": 99, "findings": {}}', '{"version": 2, "findings": {"a": 1e999}}']
)
def test_a_file_that_is_no_baseline_is_not_overwritten(briefing, capsys, written):
    other = briefing.parent.parent / "other.json"
    other.write_text(written, "utf-8")

    code = run(["--root", str(briefing.parent.parent), "check", "--baseline", str(other)])

    assert code == 2
    assert other.read_text("utf-8") == written
    assert capsys.readouterr().err.startswith("`")


@pytest.mark.parametrize("then", ["999 000 0018", "999 000 0026"])
def test_a_baseline_never_hides_what_leads_to_a_person(briefing, capsys, then):
    baseline = briefing.parent.parent / "known.json"
    root = str(briefing.parent.parent)
    briefing.write_text(SOURCE + "      Her number is 999 000 0018.\n", "utf-8")

    first = run(["--root", root, "check", "--select", "PRV", "--baseline", str(baseline)])
    told = capsys.readouterr().out
    briefing.write_text(SOURCE + f"      Her number is {then}.\n", "utf-8")
    second = run(["--root", root, "check", "--select", "PRV", "--baseline", str(baseline)])
    told_again = capsys.readouterr().out

    assert (first, second) == (1, 1)
    assert "PRV001" in told
    assert "PRV001" in told_again
    assert "PRV" not in baseline.read_text("utf-8")


def test_a_baseline_of_before_that_counts_privacy_hides_none_of_it(briefing, capsys):
    baseline = briefing.parent.parent / "known.json"
    baseline.write_text('{"version": 2, "findings": {"briefings/x.yaml PRV001 error sections.0.body": 1}}', "utf-8")
    briefing.write_text(SOURCE + "      Her number is 999 000 0018.\n", "utf-8")

    code = run(["--root", str(briefing.parent.parent), "check", "--select", "PRV", "--baseline", str(baseline)])

    assert (code, "PRV001" in capsys.readouterr().out) == (1, True)


def test_a_baseline_is_written_into_no_folder_that_there_is_not(briefing, capsys):
    folder = briefing.parent.parent / "bulid"

    code = run(["--root", str(briefing.parent.parent), "check", "--baseline", str(folder / "known.json")])

    assert (code, folder.exists()) == (2, False)
    sentence = f"There is no folder `{folder}` to write `known.json` into.\n"
    assert capsys.readouterr().err == sentence


def test_a_known_warning_hides_no_error_of_the_same_rule(briefing, capsys):
    baseline = briefing.parent.parent / "known.json"
    briefing.write_text("title: Neglect\nsections:\n  - {heading: A, body: Go to www.gov.uk today.}\n", "utf-8")
    assert check(capsys, briefing, "--baseline", str(baseline)) != []
    briefing.write_text(
        "title: Neglect\nsections:\n  - {heading: A, body: 'Go to [click here](https://www.gov.uk/) today.'}\n", "utf-8"
    )

    assert [code for code, _, _ in check(capsys, briefing, "--baseline", str(baseline))] == ["LNK002"]
