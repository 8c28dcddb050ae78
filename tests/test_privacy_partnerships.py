"""A partnership's folder is shared as briefings are: identifiers in it are found, and shown by no command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.cli import run
from tests.cases import write_partnership
from tests.private_sources import DEFAULT, PROFILE, section

PRIVATE = """\
glossary:
  case: "As that of 999 000 0018, see"
links:
  toolkit: {label: The toolkit for U999123456789, url: "https://www.example.org/"}
# Ask Sam on 07700 900123.
"""
SHOWN = re.compile(r"999 000|0018|U9991|07700 900123|QQ 12")
SERVICE = """\
contacts:
  team:
    label: Duty team, 14 Acacia Avenue, M99 9ZZ
    phone: 07700 900456
    email: duty.team@council.example.org
accessible_formats: Ring 0161 496 0000 or write to 12 Acacia Avenue, M99 9ZZ for another form of this
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "told.yaml").write_text(DEFAULT, "utf-8")
    return tmp_path


def stating(project: Path, keys: str) -> None:
    """Let the partnership of the project state some keys in the place of its own."""
    stated = re.findall(r"(?m)^(\w+):", keys)
    kept = [one for one in re.split(r"(?m)^(?=\w+:)", PROFILE) if one.split(":")[0] not in stated]
    write_partnership(project, "".join(kept) + keys)


def printed(capsys, project: Path, *arguments: str) -> str:
    run(["--root", str(project), *arguments])
    captured = capsys.readouterr()
    return str(captured.out + captured.err)


@pytest.mark.parametrize("command", [["check"], ["brand", "check"], ["build", "--format", "txt", "--jobs", "1"]])
def test_identifiers_in_what_a_partnership_states_are_found(capsys, project, command):
    stating(project, PRIVATE)

    told = printed(capsys, project, *command)

    assert {"PRV001", "PRV002", "PRV014"} <= set(re.findall(r"PRV\d+", told))
    assert "templates/sample/partnership.yml" in told
    assert not SHOWN.search(told)
    assert not [path for path in (project / "output").rglob("*") if path.suffix == ".txt"]


def test_what_a_partnership_comes_to_is_shown_without_identifiers(capsys, project):
    stating(project, PRIVATE + "contacts: {team: {label: For QQ 12 34 56 A, phone: 0161 496 0000}}\n")

    told = printed(capsys, project, "brand", "show", "sample")

    assert "As that of [identifier], see" in told
    assert "The toolkit for [identifier]" in told
    assert "contacts.team.label: For [identifier]" in told
    assert "contacts.team.phone: 0161 496 0000" in told
    assert not SHOWN.search(told)


def test_how_a_service_is_reached_is_no_identifier_and_is_shown(capsys, project):
    stating(project, SERVICE)

    assert "PRV" not in printed(capsys, project, "check")
    assert "PRV" not in printed(capsys, project, "brand", "check")
    told = printed(capsys, project, "brand", "show", "sample")
    assert "14 Acacia Avenue, M99 9ZZ" in told
    assert "07700 900456" in told
    assert "0161 496 0000" in told


def test_a_rule_that_is_left_out_is_left_out_of_partnerships_too(capsys, project):
    stating(project, PRIVATE)

    told = printed(capsys, project, "check", "--ignore", "PRV")

    assert "PRV" not in told
    assert not SHOWN.search(told)


def test_a_check_of_a_folder_covers_what_its_local_editions_say_of_people(capsys, project):
    stating(project, "")
    case = section(3, "Staff of Quillmoor Surgery came.").replace("family: topic", "family: case")
    (project / "briefings" / "told.yaml").write_text(case, "utf-8")
    local = project / "templates" / "sample" / "briefings"
    local.mkdir()
    body = "Social worker Zebedee Quagmire of Quillmoor Surgery, see [here](#) and [Quagmire](link:none)."
    (local / "told.yaml").write_text(f'sections: {{3: {{body: "{body}"}}}}\n', "utf-8")

    told = printed(capsys, project, "brand", "check")

    assert "[here](#)" in told
    assert not re.search("Zebedee|Quagmire|Quillmoor", told)
