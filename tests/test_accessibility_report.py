"""The accessibility report: what it says of the files that were built, and that it is a sound page itself."""

from __future__ import annotations

import json
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from publisher.accessibility.criteria import CRITERIA, NOT_APPLICABLE
from publisher.accessibility.gathering import ROLES
from publisher.compose.companions import COMPANIONS
from publisher.conformance import CHECKS
from publisher.reference import offences
from publisher.renderers import RENDERERS
from tests.accessibility_reports import REPOSITORY, publisher, report, results, rows, sample_project, words


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def links(page):
    """Return the cells of the table of files; of those with files, their names."""
    table = page.xpath("//table[@aria-labelledby='files-table']/tbody/tr")
    return [[*(words(cell) for cell in row[:3]), *(cell.xpath(".//a/@href") for cell in row[3:])] for row in table]


def linked(stem, *formats):
    return [[f"{stem}.{one}"] for one in formats]


def test_every_file_is_there_with_its_dates_and_checks(project):
    assert publisher(project, "build", "--jobs", "1") == 0
    page = report(project)

    ((title, published, review, *files),) = rows(page, "files-table")
    assert (title, published, review) == ("Professional challenge and escalation", "October 2026", "April 2028")
    assert [re.sub(r"\d+ kB", "… kB", file) for file in files] == [
        "Web page, … kB: 9 of 9 checks passed",
        "PDF, … kB, 2 pages: 11 of 11 checks passed",
        "Word, … kB: 8 of 8 checks passed",
        "Plain text, … kB: 2 of 2 checks passed",
    ]
    for link in page.xpath("//table[@aria-labelledby='files-table']//a/@href"):
        assert (project / "output" / "example" / link).is_file()
    assert "All files passed all checks" in words(page)
    assert not page.find_class("fault")


def test_every_check_and_criterion_has_its_result(project):
    publisher(project, "build", "--jobs", "1")
    page = report(project)

    checks = {row[0]: row[-1] for row in rows(page, "checks-table")}
    assert set(checks) == {check.CODE for check in CHECKS}
    assert (checks["ACC002"], checks["LEN005"]) == ("4 of 4", "1 of 1")
    assert results(page)["1.3.2"] == "No fault found"
    assert results(page)["1.1.1"] == "No fault found; needs a person’s eye"
    assert results(page)["2.1.1"] == "By design; no machine check"


def test_a_finding_that_does_not_block_is_told(project):
    (project / "publisher.yml").write_text("page_budget: 1\nseverities: {LEN005: warning}\n", "utf-8")
    publisher(project, "build", "--jobs", "1")
    page = report(project)

    assert "10 of 11 checks passed" in rows(page, "files-table")[0][4]
    assert "professional-challenge.pdf: the PDF has 2 pages instead of 1" in words(page)
    assert [words(cell) for cell in page.find_class("fault")] == ["0 of 1"]
    assert "All files passed" not in words(page)


def test_a_criterion_with_findings_is_not_called_met(project):
    (project / "publisher.yml").write_text("severities: {ACC010: warning}\n", "utf-8")
    sheet = (REPOSITORY / "templates" / "base" / "screen.css").read_text("utf-8")
    (project / "templates" / "example" / "screen.css").write_text(f"{sheet}\narticle {{ width: 900px; }}\n", "utf-8")
    assert publisher(project, "build", "--jobs", "1") == 0
    page = report(project)

    assert results(page)["1.4.10"].startswith("Findings in 1 file")
    assert results(page)["1.4.3"].startswith("No fault found")


def test_a_fault_in_a_partnerships_own_style_sheet_keeps_the_page_from_being_published(project, capsys):
    sheet = (REPOSITORY / "templates" / "base" / "screen.css").read_text("utf-8")
    (project / "templates" / "example" / "screen.css").write_text(f"{sheet}\narticle {{ width: 900px; }}\n", "utf-8")

    assert publisher(project, "build", "--jobs", "1") == 1

    told = " ".join(capsys.readouterr().err.split())
    assert "error ACC010 [example] `article` is 900 pixels wide on the web page" in told
    assert not (project / "output" / "example" / "professional-challenge.html").exists()
    assert (project / "output" / "example" / "professional-challenge.pdf").is_file()


def test_a_format_that_is_missing_is_told(project):
    publisher(project, "build", "--jobs", "1", "--format", "pdf")
    page = report(project)

    assert rows(page, "files-table")[0][3] == "None"
    assert "there is no web page of this edition (ACC009)" in words(page)
    assert "there is no plain text of this edition (PKG001)" in words(page)


def test_every_document_has_its_own_files(project):
    assert publisher(project, "build", "--jobs", "1", "--companions", "action-plan", "--companions", "email") == 0
    page = report(project)

    assert {row[0]: row[3:] for row in links(page)} == {
        "Professional challenge and escalation": linked("professional-challenge", "html", "pdf", "docx", "txt"),
        "Professional challenge and escalation: action plan": linked(
            "professional-challenge-action-plan", "html", "pdf", "docx", "txt"
        ),
        "Professional challenge and escalation: email": [
            ["professional-challenge-email.html"],
            [],
            [],
            ["professional-challenge-email.txt"],
        ],
    }
    names = page.xpath("//table[@aria-labelledby='files-table']//a/@aria-label")
    assert "PDF: Professional challenge and escalation, action plan" in names
    assert len(set(names)) == len(names) == 10


def test_a_session_has_its_slides_and_its_handout_and_every_format_is_counted(project):
    shutil.copy(REPOSITORY / "briefings" / "ten-principles.yaml", project / "briefings")
    assert publisher(project, "build", "--jobs", "1") == 0
    page = report(project)

    files = {row[0]: [name for cell in row[3:] for name in cell] for row in links(page)}
    title = "Ten principles for learning from serious incidents"
    assert files[title] == ["ten-principles.html", "ten-principles.pdf", "ten-principles.pptx"]
    assert files[f"{title}: handout"] == [f"ten-principles-handout.{one}" for one in ("html", "pdf", "docx", "txt")]
    short = words(page.xpath("//section[@aria-labelledby='short']//li")[0])
    assert short.startswith("2 briefings with 3 documents in 11 files (")
    assert re.findall(r"([A-Z][\w ]+): (\d+)", short) == [
        ("Web page", "3"),
        ("PDF", "3"),
        ("Word", "2"),
        ("Plain text", "2"),
        ("PowerPoint", "1"),
    ]
    formats = {row[0]: row[2] for row in rows(page, "checks-table")}
    assert formats["SES009"] == "PDF, PowerPoint"


def test_files_in_further_formats_are_there_too(project):
    options = ("--format", "html", "--format", "txt", "--edition", "large-print", "--fragment")
    assert publisher(project, "build", "--jobs", "1", *options) == 0

    (row,) = links(report(project))
    assert row[3:] == [
        ["professional-challenge.html"],
        [],
        [],
        ["professional-challenge.txt"],
        ["professional-challenge-large-print.pdf"],
        ["professional-challenge-fragment.html"],
    ]


def test_a_companions_web_page_is_not_taken_for_the_briefings(project):
    publisher(project, "build", "--jobs", "1", "--format", "pdf", "--format", "html", "--companions", "action-plan")
    path = project / "output" / "manifest.json"
    made = json.loads(path.read_text("utf-8"))
    made["files"] = [one for one in made["files"] if one["file"] != "example/professional-challenge.html"]
    path.write_text(json.dumps(made), "utf-8")

    assert "there is no web page of this edition (ACC009)" in words(report(project))


def test_a_template_of_ones_own_may_include_others(project):
    publisher(project, "build", "--jobs", "1", "--format", "html", "--format", "txt")
    own = project / "templates" / "example"
    (own / "accessibility.html.j2").write_text("<p>{{ partnership.name }}</p>{% include 'council.html.j2' %}", "utf-8")
    (own / "council.html.j2").write_text("<p>{{ briefings | length }} of our council</p>", "utf-8")

    assert "1 of our council" in words(report(project))


@pytest.mark.parametrize(
    "mistake", ["{{ 1 // 0 }}", "{% include 'absent.html.j2' %}", "{{ files.absent }}", "{% if %}"]
)
def test_a_mistake_in_a_template_of_ones_own_is_told_with_its_line(project, capsys, mistake):
    publisher(project, "build", "--jobs", "1", "--format", "html", "--format", "txt")
    (project / "templates" / "example" / "accessibility.html.j2").write_text(f"<p>\n{mistake}\n", "utf-8")
    capsys.readouterr()

    assert publisher(project, "report") == 2
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert "`example/accessibility.html.j2`, line 2: " in told or "`absent.html.j2` is not in `example`" in told


def test_every_companion_and_every_format_has_a_name():
    assert set(ROLES) == {*COMPANIONS, "handout"}
    assert len({renderer.LABEL for renderer in RENDERERS.values()}) == len(RENDERERS)


def test_a_file_that_an_older_program_made_is_not_called_checked(project):
    publisher(project, "build", "--jobs", "1")
    path = project / "output" / "manifest.json"
    made = json.loads(path.read_text("utf-8"))
    for entry in made["files"]:
        entry["checks"] = [code for code in entry["checks"] if code != "ACC004"]
    path.write_text(json.dumps(made), "utf-8")
    page = report(project)

    assert "professional-challenge.pdf was not looked at by ACC004" in words(page)
    assert results(page)["1.1.1"].startswith("3 files not checked")


def test_the_report_speaks_of_the_local_edition_and_has_no_clock(project):
    local = project / "templates" / "example" / "briefings" / "professional-challenge.yaml"
    local.parent.mkdir(exist_ok=True)
    local.write_text("title: Challenge & escalation <here>\n", "utf-8")
    publisher(project, "build", "--jobs", "1")
    page = report(project)
    path = project / "output" / "example" / "accessibility.html"
    first = path.read_bytes()
    publisher(project, "report", "--partnership", "example")

    assert rows(page, "files-table")[0][0] == "Challenge & escalation <here>"
    assert path.read_bytes() == first


def test_a_briefing_whose_source_has_gone_is_named_by_its_file(project):
    publisher(project, "build", "--jobs", "1")
    (project / "briefings" / "professional-challenge.yaml").unlink()

    assert rows(report(project), "files-table")[0][:3] == ["professional-challenge", "Not stated", "Not stated"]


def test_the_page_has_a_language_a_title_one_first_heading_and_headers_in_each_table(project):
    publisher(project, "build", "--jobs", "1")
    page = report(project)

    assert page.get("lang") == "en-GB"
    assert "Example Safeguarding Children Partnership" in page.findtext(".//title")
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(0 < level - 1 <= before for before, level in pairwise(levels))
    tables = list(page.iter("table"))
    assert len(tables) > 1
    for table in tables:
        assert table.xpath(".//th[@scope='col']")
        assert len(table.xpath("./tbody/tr")) == len(table.xpath("./tbody/tr/th[@scope='row']"))
    identifiers = page.xpath("//@id")
    assert len(set(identifiers)) == len(identifiers)
    assert set(page.xpath("//@aria-labelledby")) <= set(identifiers)
    assert not page.xpath("//script | //@src[not(starts-with(., 'data:'))]")


@pytest.mark.parametrize("arguments", [(), ("--partnership", "example")])
def test_without_a_build_the_operator_is_told_what_to_do(project, capsys, arguments):
    assert publisher(project, "report", *arguments) == 2

    assert "run `publisher build" in capsys.readouterr().err


def test_a_partnership_of_which_nothing_was_built_has_no_report(project, capsys):
    publisher(project, "build", "--jobs", "1")
    shutil.copytree(REPOSITORY / "templates" / "example", project / "templates" / "second")

    assert publisher(project, "report") == 0
    assert not (project / "output" / "second").exists()
    capsys.readouterr()
    assert publisher(project, "report", "--partnership", "second") == 2
    assert "nothing has been built for `second`" in capsys.readouterr().err.lower()


def test_all_success_criteria_of_wcag_2_2_at_levels_a_and_aa_are_spoken_of_once():
    numbers = [criterion.number for criterion in CRITERIA]
    numbers += [words.split()[0] for criteria in NOT_APPLICABLE.values() for words in criteria]

    assert len(numbers) == len(set(numbers)) == 55
    assert [one.number for one in CRITERIA] == sorted(
        (one.number for one in CRITERIA), key=lambda number: [int(part) for part in number.split(".")]
    )


def test_the_codes_behind_a_criterion_are_rules_or_checks():
    codes = {code for criterion in CRITERIA for code in criterion.codes}

    assert codes <= set(offences())
    assert {check.CODE for check in CHECKS} - codes == {"ACC008", "LEN005", "PRV018", "LAY001", "SES009"}, (
        "these serve other ends"
    )
