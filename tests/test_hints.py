"""What some hints have to name, as nobody could follow them without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import FOLDER, read_cases


def hint(code: str, file: str, name: str, root: Path) -> str:
    """Return the first hint of a rule about one of its cases."""
    case = next(one for one in read_cases(FOLDER / "rules" / f"{file}.md") if one.name == f"{file}: {name}")
    return next(one.hint for one in case.check(root).diagnostics if one.code == code)


@pytest.mark.parametrize("name", ["No topics", "A topic in other words", "A topic that only ends like another"])
def test_the_topics_are_named_since_a_project_of_its_own_has_no_list_of_them(name: str, tmp_path: Path):
    told = hint("MET011", "missing-or-unknown-topic", name, tmp_path)

    assert "`neglect`" in told
    assert "topics.yml" not in told


def test_what_to_write_for_an_age_fits_a_baby_too(tmp_path: Path):
    cases = read_cases(FOLDER / "rules" / "identifying-combination.md")
    first = next(one for one in cases if any(expected.code == "PRV006" for expected in one.expected))

    told = next(one.hint for one in first.check(tmp_path).diagnostics if one.code == "PRV006")

    assert "“a baby”" in told
