"""The same findings in the forms that other programs read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from publisher import report
from publisher.diagnostics import Diagnostic, Edit, Fix, Severity, Span
from publisher.places import SourceText
from publisher.reference import entries
from tests.cases import case_files, read_cases

TEXT = SourceText("briefings/a b.yaml", "title: é\nbody: here is the text\n")
FINDING = Diagnostic(
    "LNK002", "unclear-link-text", Severity.ERROR, "“here” says nothing, 100 %", TEXT.name, Span(2, 7, 2, 11),
    "Say where it leads.", ("body",), fix=Fix("safe", (Edit(Span(2, 7, 2, 11), "there"),)),
)  # fmt: skip
LOCAL = Diagnostic("BRD005", "unfilled", Severity.WARNING, "empty", TEXT.name, Span(1, 1, 1, 6), partnership="salford")
ADVICE = Diagnostic("STR004", "heading-length", Severity.INFO, "long", TEXT.name, Span(1, 1, 1, 6))
WAIVED = Diagnostic("LNK001", "placeholder", Severity.ERROR, "dead", TEXT.name, Span(1, 1, 1, 6), waived=True)
ALL = (FINDING, LOCAL, ADVICE, WAIVED)
TEXTS = {TEXT.name: TEXT}
FILES = (TEXT.name, "briefings/clean.yaml")


def test_sarif_has_what_the_standard_requires_of_a_log():
    log = json.loads(report.sarif(ALL, TEXTS, FILES))

    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result, one in zip(run["results"], ALL, strict=True):
        # Section 3.27.5 and following: the rule by name and position, a message, a place.
        assert rules[result["ruleIndex"]] == result["ruleId"] == one.code
        assert one.message in result["message"]["text"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "briefings/a%20b.yaml"
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "error"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_of_every_failing_case_is_valid_by_its_schema(tmp_path):
    schema = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
    found, texts = list(ALL), dict(TEXTS)
    for path in (*case_files("rules"), *case_files("sources")):
        failing = next(case for case in read_cases(path) if case.expected)
        checked = failing.check(tmp_path / path.stem)
        found += checked.diagnostics
        texts |= checked.texts()

    log = json.loads(report.sarif(found, texts, FILES))

    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    assert len(log["runs"][0]["results"]) == len(found) > 100
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**log, "runs": [{}]}, schema)


def test_sarif_says_of_each_rule_what_github_shows():
    log = json.loads(report.sarif(ALL, TEXTS, FILES))

    told = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert told["LNK002"]["shortDescription"]["text"] == entries()["LNK002"].offence
    assert entries()["LNK002"].parts["Why it matters"] in told["LNK002"]["fullDescription"]["text"]
    assert told["STR004"]["defaultConfiguration"] == {"level": "note"}


def test_a_file_outside_the_project_has_its_whole_address(tmp_path):
    outside = (tmp_path / "a b.yaml").absolute()
    one = Diagnostic("LNK002", "unclear-link-text", Severity.ERROR, "says nothing", str(outside), Span(1, 1, 1, 2))

    (result,) = json.loads(report.sarif([one], {}, FILES))["runs"][0]["results"]

    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == outside.as_uri()


def test_sarif_carries_fixes_and_waivers():
    results = json.loads(report.sarif(ALL, TEXTS, FILES))["runs"][0]["results"]

    (change,) = results[0]["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 11},
            "insertedContent": {"text": "there"},
        }
    ]
    assert results[3]["suppressions"] == [{"kind": "inSource"}]
    assert "fixes" not in results[1]


def test_junit_fails_a_case_for_each_finding_that_the_exit_code_tells_of():
    lenient, strict = (
        ElementTree.fromstring(report.junit(ALL, TEXTS, FILES, strict=strict).encode())  # noqa: S314 - our own
        for strict in (False, True)
    )

    assert [(one.get("tests"), one.get("failures")) for one in (lenient, strict)] == [("3", "1"), ("3", "2")]
    assert [(suite.get("tests"), suite.get("failures")) for suite in strict] == [("2", "2"), ("1", "0")]
    assert [case.get("name") for case in lenient.iter("testcase")] == [
        "LNK002 briefings/a b.yaml:2:7 body",
        "BRD005 briefings/a b.yaml:1:1 [salford]",
        "no errors and no warnings",
    ]
    assert [failure.get("type") for failure in strict.iter("failure")] == ["error", "warning"]
    assert [told.text for told in lenient.iter("system-out")] == ["briefings/a b.yaml:1:1: empty."]


def test_junit_can_be_read_whatever_a_key_is_made_of():
    made_up = replace(FINDING, path=("a\x01b\uffff",), message="“\ufffe” is no key")

    root = ElementTree.fromstring(report.junit([made_up], TEXTS, FILES).encode())  # noqa: S314 - our own

    assert [case.get("name") for case in root.iter("testcase")] == [
        "LNK002 briefings/a b.yaml:2:7 a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}",
        "no errors and no warnings",
    ]


def test_github_commands_escape_what_github_would_read_as_its_own():
    (first, second, third) = report.github(ALL, TEXTS, FILES).splitlines()

    assert first.startswith("::error file=briefings/a b.yaml,line=2,col=7,endLine=2,endColumn=11,title=LNK002")
    assert "100 %25. Say where" in first
    assert "::briefings/a b.yaml:2:7: LNK002 “here”" in first
    assert second.startswith("::warning ")
    assert "::briefings/a b.yaml:1:1: BRD005 [salford] empty" in second
    assert third.startswith("::notice ")


def test_json_keeps_waived_findings_and_does_not_count_them():
    written = json.loads(report.as_json(ALL, TEXTS, FILES))

    assert written["summary"] == {"errors": 1, "warnings": 1, "info": 1, "files": 2}
    assert [one["waived"] for one in written["findings"]] == [False, False, False, True]


def test_text_points_with_carets_and_sums_up():
    told = report.text(ALL, TEXTS, FILES)

    assert "  2 | body: here is the text\n    |       ^^^^\n    = Say where it leads.\n" in told
    assert told.endswith("2 files checked: 1 error, 1 warning, 1 for information (1 waived)")


@pytest.mark.parametrize("place", [Span(2, 900, 2, 904), Span(7, 1, 9, 1), Span(1, 1, 2, 5)])
def test_a_place_at_the_end_of_a_long_line_or_past_the_text_is_still_told(place):
    text = SourceText("x.yaml", "short\n" + "word " * 200)
    one = Diagnostic("LEN004", "long", Severity.WARNING, "long", "x.yaml", place)

    told = report.text([one], {"x.yaml": text}, ("x.yaml",))

    assert "x.yaml:" in told
    assert all(len(line) < 130 for line in told.splitlines())


def test_the_link_to_a_rule_leads_to_its_heading_in_the_documentation():
    page = (Path(__file__).parent.parent / "docs" / "rules.md").read_text("utf-8")

    assert "LNK001" in page
    anchor = report.url(Diagnostic("LNK001", "placeholder-link", Severity.ERROR, "", "", Span(1, 1, 1, 1)))
    assert anchor == "docs/rules.md#lnk001-placeholder-link"
    assert "LNK001 placeholder-link" in page.replace("`", "")


@pytest.mark.parametrize("output_format", [name for name in report.FORMATS if name != "json"])
def test_words_of_a_file_are_no_commands_to_a_terminal_or_a_log(output_format):
    stranger = replace(FINDING, message="“What\n::warning file=x::\x1b[31m\x07\x00\x9b” is odd", hint="Mend\r\n::it")

    written = report.FORMATS[output_format]([stranger], TEXTS, FILES)

    assert not [line for line in written.splitlines() if line.startswith(("::warning", "::it"))]
    assert [sign for sign in written if not (sign.isprintable() or sign == "\n")] == []
    assert r"What\n::warning" in written.replace("%3A", ":").replace("\\\\", "\\")
