"""Sources that cannot be read as they stand: each gives its finding with its place, and none stops the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.errors import PublisherError
from publisher.source import MAXIMUM_BYTES, NAMES, read_file
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
