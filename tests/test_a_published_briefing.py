"""The findings about a real published briefing are the ones that a careful editor would agree with, and no others."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from publisher.check import Checker
from publisher.project import Project
from publisher.selection import Selection
from tests.published import PROJECT, copy_project, needs

EXPECTED = Path(__file__).parent / "documents" / "recurring-themes" / "expected.findings"
_line = re.compile(r"(\S+:\d+:\d+ (?:error|warning|info) [A-Z]{3}\d{3})\s+(\S.*)")


@needs(PROJECT)
def test_the_findings_are_the_expected_ones_each_with_a_word_on_it(tmp_path):
    project = Project(copy_project(tmp_path))
    lines = [line for line in EXPECTED.read_text("utf-8").splitlines() if not line.startswith("#")]
    matches = [_line.fullmatch(line) for line in lines]
    assert all(matches), "each line has a place, a severity, a code and a word on it"
    expected = [match[1] for match in matches if match]

    checker = Checker(project, tuple(project.partnerships()), Selection(), datetime.date(2026, 11, 21))
    (path,) = project.sources()
    found = [
        f"{one.file}:{one.span.line}:{one.span.column} {one.severity} {one.code}"
        for one in checker.check(path).diagnostics
    ]

    assert sorted(found) == sorted(expected)
