"""Sources that cannot be read as they stand: each gives its finding with its place, and none stops the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.diagnostics import Diagnostic
from publisher.errors import PublisherError
from publisher.source import MAXIMUM_BYTES, NAMES, read, read_file
from tests.cases import Case, Expectation, case_files, read_cases

CASES = {path.stem: read_cases(path) for path in case_files("sources")}
PARTNERSHIP = CASES["duplicate-key"][0].partnership


@pytest.mark.parametrize("case", [case for cases in CASES.values() for case in cases], ids=lambda case: case.name)
def test_exactly_the_expected_is_found(case: Case, tmp_path: Path):
    assert case.differences(case.check(tmp_path)) == []


def test_every_code_of_reading_has_cases():
    assert set(CASES) == set(NAMES.values())


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        (b"title: Neglect\nsections: " + b"[" * 3_000, "SRC007", 2),
        (b"title: Neglect\n" + b"- " * 3_000, "SRC001", 2),
        (b"".join(b" " * depth + b"a:\n" for depth in range(1_000)), "SRC007", 21),
        (b"title: " + b"x" * 50_000_000, "SRC007", 1),
        (b"#" * (MAXIMUM_BYTES + 1), "SRC007", 1),
        (b"#" * MAXIMUM_BYTES, "SRC005", 1),
        (b"\xef\xbb\xbf", "SRC005", 1),
        (b"\x00" * 1_000, "SRC001", 1),
        ("title: caf\u00e9".encode("utf-16"), "SRC001", 1),
    ],
    ids=[
        "brackets",
        "dashes",
        "indentation",
        "50 MB",
        "a byte too large",
        "just not too large",
        "BOM",
        "NUL",
        "UTF-16",
    ],
)
def test_a_file_that_no_one_would_write_is_one_finding(source: bytes, code: str, line: int, tmp_path: Path):
    case = Case("", source, PARTNERSHIP, (Expectation(line, line, "error", code, None, "", "case.yaml"),))
    assert case.differences(case.check(tmp_path)) == []


def test_a_folder_in_the_place_of_a_file_is_the_operators_mistake(tmp_path: Path):
    with pytest.raises(PublisherError, match=r"cannot read `briefings`: is a directory"):
        read_file(tmp_path, "briefings")


def about(source: str) -> Diagnostic:
    """Return the one thing that is said of a source that cannot be read."""
    (told,) = read(source.encode(), "x.yaml").diagnostics
    return told


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("title: Neglect: what to see\n", 'Put the value in quotes: `title: "Neglect: what to see"`.'),
        ('title: A "b": c\n', "Put the value in quotes: `title: 'A \"b\": c'`."),
        ('kind: briefing\ntitle: "Neglect\nlang: cy\n', 'Close it at the end of the value: `title: "Neglect"`.'),
        (
            "title: 'The child's day'\n",
            'Put quotes of the other kind round the whole value: `title: "The child\'s day"`.',
        ),
        ("title: “A: b”\n", 'Type straight ones: `title: "A: b"`.'),
        ("title:Neglect\nlang: cy\n", "Write `title: Neglect`."),
        ("questions:\n  - Who?\n  -Why?\n", "Write `- Why?`."),
        ("title: @neglect\n", 'Put it in quotes: `title: "@neglect"`.'),
        ("topics: [\n", "Add `]` at its end."),
        ("topics: [", "Add `]` at its end."),
        ("topics: [neglect\n", "Add `]` at its end."),
        ("sources: [{kind: audit\n", "Add `}` at its end."),
        ("questions:\n\t- Who?\n", "Use spaces: YAML is indented with spaces only."),
    ],
)
def test_a_slip_is_told_with_what_would_be_right(source: str, right: str):
    assert about(source).hint == right


@pytest.mark.parametrize(
    "value", ["see: 999 000\n  0018", "write: sam.sample@council.example.org", "x: " + "long " * 30]
)
def test_what_may_be_cut_off_or_private_is_not_repeated_in_a_hint(value: str):
    assert about(f"title: {value}\n").hint == 'Put the value in quotes: `title: "Neglect: what to look for"`.'


def test_what_is_no_common_slip_is_told_in_the_words_of_the_reader():
    assert about("title: |0\n  x\n").message.startswith("not YAML: while scanning a block scalar")
