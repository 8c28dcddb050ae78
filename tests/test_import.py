"""Files in all shapes that people keep briefings in, each with the source and the findings that are expected of it.

``imports/circular.txt`` is such a file, ``imports/circular.txt.yaml`` its source, and what is said about it stands in
``imports/circular.txt.findings``. The files are read in a project with the partnership ``imports/partnership.yml``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher import importers
from publisher.check import Checker
from publisher.cli import run
from publisher.importers.imported import Imported, bring_in
from publisher.importers.recognition import Surroundings
from publisher.project import Project
from publisher.remarks import REMARKS
from publisher.selection import Selection
from tests.cases import TODAY, write_partnership
from tests.published import BRIEFING, needs

FOLDER = Path(__file__).parent / "imports"
PACKAGE = Path(importers.__file__).parents[1]
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".md", ".txt"})
STRUCTURE = ("IMP", "SRC", "STR", "LNK001")
"""What is told of a case; the other rules have cases of their own."""


def project(root: Path) -> Project:
    write_partnership(root, (FOLDER / "partnership.yml").read_text(encoding="utf-8"))
    return Project(root)


def findings(imported: Imported, root: Path) -> str:
    """Return all that is said about an import, as text."""
    house = project(root)
    path = root / "case.yaml"
    path.write_text(imported.text, encoding="utf-8")
    checked = Checker(house, tuple(house.partnerships()), Selection(select=STRUCTURE), TODAY).check(path)
    count = imported.account
    lines = [f"{part.confidence}: {part.name or '(no heading)'} ({part.reason})" for part in imported.parts]
    lines += [f"{one.place or 'file'}: {one.severity} {one.code} {one.message}. {one.hint}" for one in imported.remarks]
    lines += [f"{one.span.line}: {one.severity} {one.code} {one.message}" for one in checked.diagnostics]
    lines.append(
        f"words: {count.placed} placed, {count.unplaced} unplaced; links without target: {count.without_target}"
    )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_a_file_becomes_the_expected_source(path, tmp_path, accepted):
    imported = bring_in(importers.read(path.read_bytes(), path.name), Surroundings.of(project(tmp_path)))

    accepted(path.with_name(f"{path.name}.yaml"), imported.text)
    accepted(path.with_name(f"{path.name}.findings"), findings(imported, tmp_path))


def test_there_is_a_case_of_every_way_to_mark_a_section():
    seen = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.findings"))

    from publisher.importers.recognition._marks import Look

    assert [look for look in Look if look.value not in seen] == []


@needs(BRIEFING)
def test_a_published_briefing_keeps_its_sections_and_every_link(tmp_path):
    imported = bring_in(importers.read(BRIEFING.read_bytes(), BRIEFING.name), Surroundings.of(project(tmp_path)))

    assert imported.title == "Recurring themes from case reviews"
    assert imported.data["published"] == "2023-09"
    assert [part.name for part in imported.parts] == [
        "Information sharing and communication",
        "Roles of males in families",
        "Statutory processes",
        "Escalation and professional challenge",
        "Knife crime / Adolescents",
        "Safeguarding Babies under 1 and Water Safety",
        "Cultural consciousness and professional curiosity",
    ]
    assert {part.confidence.value for part in imported.parts} == {"high"}
    assert imported.data["contacts"] == {
        "website": {"label": "Visit", "url": "https://safeguardingchildren.salford.gov.uk/"},
        "email": {"label": "Email", "email": "SSCP@salford.gov.uk"},
    }
    assert imported.text.count("](#)") == BRIEFING.read_text(encoding="utf-8").count("](#)") == 21
    assert "unplaced" not in imported.data
    assert (imported.account.placed, imported.account.unplaced) == (581, 0)


def test_every_remark_can_be_looked_up(capsys):
    used = {code for path in PACKAGE.rglob("*.py") for code in re.findall(r'"(IMP\d{3})"', path.read_text("utf-8"))}

    assert used == {"IMP001", *REMARKS}
    assert run(["rules", "IMP029"]) == 0
    assert "# IMP029 contacts-as-a-comment" in capsys.readouterr().out
