"""The line that a finding about privacy stands on: shown with bars, which tell nothing of what they cover."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.cli import run
from publisher.diagnostics import Diagnostic, Severity
from publisher.places import SourceText
from publisher.redaction import Redaction
from tests.cases import FOLDER, write_partnership

NAMED = "The social worker Quenda Quenby came. Quenby rang; Quenda wrote."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_partnership(tmp_path, (FOLDER / "rules" / "partnership.yml").read_text("utf-8"))
    (tmp_path / "briefings").mkdir()
    return tmp_path


def told(capsys, root: Path, words: str, *command: str) -> dict[str, list[str]]:
    """Return the lines that a command prints under each finding about a text, by its code."""
    body = f"title: A\nfamily: case\nsections:\n  - heading: Background\n    body: |\n      {words}\n"
    (root / "briefings" / "x.yaml").write_text(body, "utf-8")
    run(["--root", str(root), *command])
    printed = capsys.readouterr()
    blocks = re.findall(r"(?m)^\S+: \w+ ([A-Z]{3}\d{3}) .*\n((?:  .*\n)*)", printed.out + printed.err)
    return {code: lines.splitlines() for code, lines in blocks}


def parts(lines: list[str]) -> tuple[str, str]:
    """Return a line as it is shown, and the characters of it that have carets under them."""
    line, carets = (one.split("| ", 1)[1] for one in lines[:2])
    return line.strip(), line[carets.index("^") : len(carets)]


CHECK = ("check", "--select", "PRV")
BUILD = ("build", "--format", "txt", "--jobs", "1")


@pytest.mark.parametrize(
    ("code", "words", "shown"),
    [
        ("PRV001", "Her number is 999 000 0018, we know.", "Her number is ████████, we know."),
        ("PRV001", "Her number is 9990000018, we know.", "Her number is ████████, we know."),
        ("PRV010", "The log CAD 4471-230226 says so.", "The log CAD ████████ says so."),
        ("PRV010", "The log CAD 447123/12May2024 says so.", "The log CAD ████████ says so."),
        ("PRV015", "Write to sam.sample@council.example.org at once.", "Write to ████████ at once."),
        ("PRV013", NAMED, "The social worker ████████ came. ████████ rang; ████████ wrote."),
        ("PRV019", "It was a chaotic and dysfunctional family.", "It was a ████████."),
    ],
)
def test_a_line_is_shown_with_as_many_bars_whatever_they_cover(capsys, root, code, words, shown):
    for command in (CHECK, BUILD):
        assert parts(told(capsys, root, words, *command)[code]) == (shown, "████████")


def test_a_place_in_a_long_line_is_shown_with_the_words_around_it(capsys, root):
    found = told(capsys, root, f"{'We know. ' * 40}See CAD 4471-230226 there. {'And more. ' * 40}", *CHECK)

    line, under = parts(found["PRV010"])
    assert "We know. See CAD ████████ there. And more." in line
    assert under == "████████"
    assert len(line) <= 100


def test_two_identifiers_side_by_side_each_have_their_bars(capsys, root):
    found = told(capsys, root, "See 999 000 0018 and U999123456789 there.", *CHECK)

    assert parts(found["PRV001"]) == ("See ████████ and ████████ there.", "████████")
    assert parts(found["PRV002"]) == ("See ████████ and ████████ there.", "████████")


def test_an_identifier_over_two_lines_is_covered_in_both(capsys, root):
    found = told(
        capsys, root, "Her number is 999 000\n      0018, see [here](#).", "check", "--select", "PRV001,LNK002"
    )

    assert parts(found["PRV001"]) == ("Her number is ████████", "████████")
    assert parts(found["LNK002"])[0] == "████████, see [here](#)."


def test_what_leads_to_a_person_only_together_is_not_shown_as_the_line_may_say_it_again(capsys, root):
    twice = "In June 2021 a 14 year old Wandsworth boy died. In July 2021 a 13 year old Wandsworth girl died."

    found = told(capsys, root, twice, *CHECK)

    assert [line.strip()[:1] for line in found["PRV006"]] == ["="]


@pytest.mark.parametrize("output_format", ["json", "github", "sarif", "junit"])
def test_formats_for_programs_show_no_line(capsys, root, output_format):
    told(capsys, root, NAMED, "check")
    run(["--root", str(root), "check", "--select", "PRV", "--output-format", output_format])

    assert not re.search("Then|rang|Quen|█", capsys.readouterr().out)


def test_a_short_name_is_covered_in_a_text_too_in_which_others_are_covered_already():
    source = SourceText("x.yaml", "A boy called Sam rang.")
    found = Diagnostic("PRV012", "undeclared-pseudonym", Severity.ERROR, "", "x.yaml", source.span(13, 16))
    profile = SourceText("partnership.yml", "████ and Sam wrote.", covered=True)

    assert Redaction.of([found], {"x.yaml": source}).source(profile).text == "████ and ███ wrote."


@pytest.mark.parametrize(
    "written",
    [
        "seen: 2018-02-23",
        "questions: {a: 2018-02-23}",
        "contacts: The social worker Quenda Quenby",
        "contacts: {front: {label: Front door, phone: '111', note: The social worker Quenda Quenby}}",
    ],
)
def test_dates_and_contacts_are_the_files_own_only_where_the_format_has_them(capsys, root, written):
    (root / "briefings" / "x.yaml").write_text(f"title: Neglect\nfamily: case\n{written}\n", "utf-8")

    run(["--root", str(root), "check", "--select", "SRC"])
    shown = capsys.readouterr().out

    assert "████████" in shown
    assert re.findall("Quen|2018", shown) == []


@pytest.mark.parametrize("day", ["2026-06-31", "2026-02-30", "2026-13"])
def test_a_date_of_the_files_own_that_is_no_date_is_shown(capsys, root, day):
    waiver = f"{{rule: LNK002, text: here, reason: its title, by: Editor, date: {day}}}"
    (root / "briefings" / "x.yaml").write_text(f"title: Neglect\nwaivers: [{waiver}]\n", "utf-8")

    run(["--root", str(root), "check", "--select", "SRC"])

    assert f"`{day}` is not a date in the calendar" in capsys.readouterr().out
