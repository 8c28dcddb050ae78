"""What the accessibility report says of each success criterion: it follows from what was built and what was found."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.accessibility_reports import REPOSITORY, publisher, report, results, rows, sample_project, words
from tests.builds import change

FORMATS = ("--jobs", "1", "--format", "html", "--format", "txt")
OF_FIELDS = ("1.3.5", "2.5.3", "3.2.2", "3.3.2")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


@pytest.fixture
def source(project: Path) -> Path:
    return project / "briefings" / "professional-challenge.yaml"


def with_heading_twice(source: Path) -> None:
    change(source, "heading: Who does what", "heading: When to use it")


def told(page) -> list[str]:
    """Return the findings that the report lists."""
    return [words(item) for item in page.xpath("//h3[@id='findings']/following-sibling::ul[1]/li")]


def ways(page) -> dict[str, str]:
    """Return how each criterion is met, by its number."""
    found = {row[0].split()[0]: row[1] for row in rows(page, "criteria-table")}
    assert found
    return found


def test_without_companions_there_is_nothing_to_fill_in_and_no_chart(project):
    assert publisher(project, "build", *FORMATS) == 0
    page = report(project)

    assert not {*OF_FIELDS} & set(ways(page))
    assert not [told for told in ways(page).values() if "fill in" in told or "chart" in told or "ield" in told]
    (reason,) = page.xpath("//dt[. = 'There is nothing to fill in.']/following-sibling::dd[1]")
    assert [part.split()[0] for part in words(reason).split("; ")] == list(OF_FIELDS)


@pytest.mark.parametrize("companion", ["action-plan", "facilitator"])
def test_where_there_is_something_to_fill_in_the_report_says_how(project, companion):
    assert publisher(project, "build", *FORMATS, "--companions", companion) == 0
    made = (project / "output" / "example" / f"professional-challenge-{companion}.html").read_text("utf-8")
    assert "<input" in made or "<textarea" in made
    page = report(project)

    assert {*OF_FIELDS} <= set(ways(page))
    assert ways(page)["4.1.2"].endswith("Places to fill in have names in the web page, the PDF and the Word file.")
    assert "fields" in ways(page)["2.1.1"]
    assert "nothing to fill in" not in words(page)
    assert not any("chart" in told for told in ways(page).values())


def test_where_there_are_charts_the_report_says_how(project):
    shutil.copy(REPOSITORY / "briefings" / "ten-principles.yaml", project / "briefings")
    assert publisher(project, "build", *FORMATS) == 0
    page = report(project)

    assert [number for number, how in ways(page).items() if "chart" in how] == ["1.1.1", "1.4.1", "1.4.5", "1.4.11"]
    assert not {*OF_FIELDS} & set(ways(page))


def test_what_may_be_there_is_not_called_absent_where_the_source_has_gone(project, source):
    publisher(project, "build", *FORMATS, "--companions", "action-plan")
    source.unlink()

    assert {*OF_FIELDS} <= set(ways(report(project)))


def test_a_warning_of_a_rule_that_was_left_is_told(project, source, capsys):
    with_heading_twice(source)
    assert publisher(project, "build", *FORMATS) == 0
    assert "warning STR005" in capsys.readouterr().err
    page = report(project)

    assert results(page)["2.4.6"] == "Findings of rules in 1 briefing; needs a person’s eye"
    assert results(page)["2.4.4"].startswith("No fault found")
    (finding,) = told(page)
    assert finding.startswith("Professional challenge and escalation: ")
    assert finding.endswith("(STR005).")
    assert "1 finding of rules" in words(page)


def test_an_error_that_the_project_makes_lighter_is_told(project, source):
    (project / "publisher.yml").write_text("severities: {LNK002: info}\n", "utf-8")
    change(source, "[escalation policy for {{ partnership.area }}]", "[click here]")
    assert publisher(project, "build", *FORMATS) == 0
    page = report(project)

    assert results(page)["2.4.4"].startswith("Findings of rules in 1 briefing")
    assert "(LNK002)" in told(page)[0]


def test_a_finding_that_is_waived_is_told_as_such(project, source):
    with_heading_twice(source)
    waiver = "{rule: STR005, text: When to use it, reason: Two views of it, by: The editor, date: 2026-01}"
    source.write_text(f"{source.read_text('utf-8')}waivers: [{waiver}]\n", "utf-8")
    assert publisher(project, "build", *FORMATS) == 0
    page = report(project)

    assert results(page)["2.4.6"].startswith("Findings of rules in 1 briefing")
    assert told(page)[0].endswith("(STR005, left by a waiver).")


def test_a_rule_that_the_project_does_not_use_proves_nothing(project, source):
    (project / "publisher.yml").write_text("ignore: [STR005, ACC003]\n", "utf-8")
    with_heading_twice(source)
    assert publisher(project, "build", *FORMATS) == 0
    page = report(project)

    assert results(page)["2.4.6"].startswith("STR005 not in use")
    # What looks at files looks at them even so.
    assert results(page)["1.4.3"].startswith("No fault found")
    assert [words(cell) for cell in page.find_class("fault")] == ["STR005 not in use; needs a person’s eye"]


def test_sessions_are_judged_by_their_own_rules(project):
    shutil.copy(REPOSITORY / "briefings" / "ten-principles.yaml", project / "briefings")
    change(project / "briefings" / "ten-principles.yaml", "heading: What a review is for", "heading: Why we meet")
    assert publisher(project, "build", *FORMATS) == 0
    page = report(project)

    assert results(page)["2.4.6"].startswith("Findings of rules in 1 briefing")
    assert any("(SES004)" in finding for finding in told(page))


def test_what_the_rules_find_in_another_text_is_not_said_of_the_files(project, source):
    with_heading_twice(source)
    publisher(project, "build", *FORMATS)
    change(
        source, "heading: When to use it\n    body: |\n      Everyone", "heading: Roles\n    body: |\n      Everyone"
    )
    page = report(project)

    assert results(page)["2.4.6"] == "2 files not checked; needs a person’s eye"
    assert results(page)["1.4.10"].startswith("No fault found")
    assert (
        "professional-challenge.html, professional-challenge.txt do not agree with the source as it is now"
        in told(page)[0]
    )
    publisher(project, "build", *FORMATS)
    assert results(report(project))["2.4.6"].startswith("No fault found")


def test_a_source_that_may_not_be_published_as_it_is_now_proves_nothing(project, source):
    publisher(project, "build", *FORMATS)
    change(source, "status: approved", "status: withdrawn")

    assert results(report(project))["2.4.2"] == "2 files not checked"


def test_what_leads_to_a_person_is_not_repeated_in_a_finding(project, source):
    (project / "publisher.yml").write_text("severities: {PRV: warning}\n", "utf-8")
    change(source, "heading: When to use it", "heading: The child 943 476 5919")
    change(source, "heading: Who does what", "heading: The child 943 476 5919")
    assert publisher(project, "build", *FORMATS) == 0
    page = report(project)

    assert "[identifier]" in told(page)[0]
    assert "5919" not in words(page)


def test_what_all_briefings_have_is_told_once(project):
    shutil.copy(REPOSITORY / "briefings" / "strategy-meetings.yaml", project / "briefings")
    profile = project / "templates" / "example" / "partnership.yml"
    profile.write_text(
        re.sub(r"(?<=\naccessible_formats:).*\n(  .*\n)*", " none\n", profile.read_text("utf-8")), "utf-8"
    )
    assert publisher(project, "build", *FORMATS) == 0
    page = report(project)

    assert results(page)["3.2.6"] == "Findings of rules in 2 briefings"
    (finding,) = told(page)
    assert finding == "Every briefing: ESCP does not say how to ask for another format (ACC013)."


def test_each_partnership_has_what_was_found_in_its_own_edition(project):
    shutil.copytree(project / "templates" / "example", project / "templates" / "second")
    local = project / "templates" / "second" / "briefings" / "professional-challenge.yaml"
    local.parent.mkdir(exist_ok=True)
    local.write_text("sections:\n  3: {heading: When to use it}\n", "utf-8")
    assert publisher(project, "build", *FORMATS) == 0

    assert results(report(project))["2.4.6"].startswith("No fault found")
    assert results(report(project, "second"))["2.4.6"].startswith("Findings of rules in 1 briefing")
