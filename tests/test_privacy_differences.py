"""Changes are shown of texts in which everything is covered that leads to a person, never the other way round."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.cli import run
from tests.cases import write_partnership
from tests.private_sources import PROFILE, section

PRIVATE = re.compile(
    r"Jaxxon|Quillmoor|12 March|999\W+000|0018|14\W+Acacia|Acacia|M99|9ZZ|14\W+March|Zanzibrook|3 February|Quagmire"
    r"|Zebedee|Wandsworth"
)
COMMON = "Zanzibrook Primary School raised concerns on 3 February 2018. Social worker Zebedee Quagmire came."
FOLDED = """\
sections:
  3:
    body: >
      A boy, Jaxxon, went to Quillmoor Surgery on 12 March 2018 after a fall. His number is 999 000
      0018. His address was 14 Acacia
      Avenue, M99
      9ZZ. He was born on 14
      March 2019. Nobody rang.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_partnership(tmp_path, PROFILE)
    (tmp_path / "briefings").mkdir()
    (tmp_path / "templates" / "sample" / "briefings").mkdir()
    source = section(3, COMMON).replace("family: topic", "family: case")
    (tmp_path / "briefings" / "told.yaml").write_text(source, "utf-8")
    return tmp_path


def difference(capsys, project: Path, local: str) -> str:
    (project / "templates" / "sample" / "briefings" / "told.yaml").write_text(local, "utf-8")
    run(["--root", str(project), "diff", "told", "--partnership", "sample"])
    captured = capsys.readouterr()
    return str(captured.out + captured.err)


@pytest.mark.parametrize("style", [">", "|", ""])
def test_what_a_local_edition_changes_is_shown_without_what_leads_to_a_person(capsys, project, style):
    shown = difference(capsys, project, FOLDED.replace(">", style))

    assert "went to ████████ on ████████ after a fall. His number is" in shown
    assert "-████████ raised concerns on ████████. Social worker ████████ came." in shown
    assert PRIVATE.findall(shown) == []


def test_what_leads_to_a_person_only_together_is_covered_together(capsys, project):
    shown = difference(
        capsys, project, "sections: {3: {body: In June 2021 a 14 year old Wandsworth boy died there.}}\n"
    )

    assert "+In ████████ there." in shown
    assert PRIVATE.findall(shown) == []


def test_of_a_change_that_is_private_as_a_whole_it_is_said_that_there_is_one(capsys, project):
    local = COMMON.replace("Zanzibrook Primary", "Quillmoor Primary")

    shown = difference(capsys, project, f'sections: {{3: {{body: "{local}"}}}}\n')

    said = "all that differs leads to a person, and is not shown"
    assert shown == f"templates/sample/briefings/told.yaml:1 sections.3.body: {said}\n"


def test_a_key_of_a_local_edition_is_covered_too(capsys, project):
    shown = difference(capsys, project, 'contacts: {"NHS 999 000 0018": {label: "Ring 999 000 0018", phone: "111"}}\n')

    assert "+  label: Ring ████████" in shown
    assert PRIVATE.findall(shown) == []


def test_a_common_text_that_has_changed_is_told_without_what_leads_to_a_person(capsys, project):
    local = "sections: {3: {body: Social worker Zebedee Quagmire came.}} # 999 000 0018\n"

    shown = difference(capsys, project, f"{local}based_on: {{sections.3.body: 000000000000}}\n")

    assert "look again" in shown
    assert PRIVATE.findall(shown) == []


def test_what_a_fix_would_change_is_shown_with_nothing_covered_but_what_leads_to_a_person(capsys, project):
    told = "A boy, Jaxxon, of 14 Acacia Avenue in in M99 9ZZ was asked. Nobody rang."
    source = section(3, told, heading="What was was done").replace("family: topic", "family: case")
    (project / "briefings" / "told.yaml").write_text(source, "utf-8")
    local = project / "templates" / "sample" / "briefings" / "told.yaml"
    local.write_text(f'sections: {{4: {{heading: "The the words", body: "{told}"}}}}\n', "utf-8")

    run(["--root", str(project), "check", "--fix", "--dry-run"])
    shown = capsys.readouterr().out

    covered = "A boy, ████████, of ████████ in ████████ was asked. Nobody rang."
    assert f'+  - heading: "What was done"\n+    body: "{covered}"\n' in shown
    assert f'+sections: {{4: {{heading: "The words", body: "{covered}"}}}}\n' in shown
    assert PRIVATE.findall(shown) == []
