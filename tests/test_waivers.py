"""Waivers: findings that stay on purpose, and what is wrong with waivers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from publisher.check import Checker
from publisher.cli import run
from publisher.project import Project
from publisher.selection import Selection
from tests.cases import FOLDER, TODAY, write_partnership
from tests.vague_links import SOURCE, check, make_briefing


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    return make_briefing(tmp_path)


def waive(briefing: Path, **keys: str) -> None:
    waiver = {"rule": "LNK002", "reason": "its title", "by": "Editor", "date": "2026-11", **keys}
    listed = ", ".join(f"{key}: {value}" for key, value in waiver.items())
    briefing.write_text(SOURCE + f"waivers:\n  - {{{listed}}}\n", "utf-8")


def test_a_waiver_covers_the_words_it_names_and_no_others(briefing, capsys):
    waive(briefing, text="here")

    found = check(capsys, briefing)

    assert [(code, waived) for code, _, waived in found] == [("LNK002", True), ("LNK002", False)]


def test_a_waiver_without_words_covers_every_finding_of_its_rule(briefing, capsys):
    waive(briefing)

    assert [waived for _, _, waived in check(capsys, briefing)] == [True, True]


def test_a_waiver_that_covers_nothing_is_itself_a_finding(briefing, capsys):
    waive(briefing, text="nowhere in the text")

    assert ("WVR001", "the waiver for LNK002 covers no finding", False) in check(capsys, briefing)


def test_a_waiver_for_a_rule_that_did_not_run_is_not_called_unused(briefing, capsys):
    waive(briefing, text="nowhere in the text")

    assert not [code for code, _, _ in check(capsys, briefing, "--ignore", "LNK") if code == "WVR001"]


def test_a_waiver_older_than_a_review_period_is_looked_at_again(briefing, capsys):
    waive(briefing, date="2024-10")
    assert ("WVR002", "the waiver for LNK002 dates from 2024-10", False) in check(capsys, briefing)

    waive(briefing, date="2024-11")
    assert not [code for code, _, _ in check(capsys, briefing) if code == "WVR002"]


@pytest.mark.parametrize(
    ("keys", "code", "words"),
    [
        ({"rule": "XYZ001"}, "SRC005", ("`XYZ001` is not the code of a rule", "`publisher rules` lists them all.")),
        ({"rule": "LNKOO2"}, "SRC005", ("`LNKOO2` is not the code of a rule", "Did you mean `LNK002`?")),
        ({"rule": "unclear-link-text"}, "SRC005", ("`unclear-link-text` is not the code", "Did you mean `LNK002`?")),
        ({"rule": "WVR"}, "SRC005", ("`WVR` is not the code", "Those of its family are `WVR001`, `WVR002`.")),
        ({"rule": "SRC004"}, "SRC005", ("`SRC004` is nothing that can be waived", "Delete the waiver")),
        ({"rule": "BRD005"}, "SRC005", ("`BRD005` is nothing that can be waived", "Delete the waiver")),
        ({"rule": "ACC005"}, "SRC005", ("`ACC005` is nothing that can be waived", "Delete the waiver")),
        ({"rule": "wvr001"}, "SRC005", ("`wvr001` is nothing that can be waived", "Delete the waiver")),
        ({"reason": '""'}, "SRC006", ("`reason` is missing from item 1 of `waivers`", "Add `reason: …`.")),
        ({"reason": '" "'}, "SRC006", ("`reason` is missing from item 1 of `waivers`", "Add `reason: …`.")),
        ({"by": '""'}, "SRC006", ("`by` is missing from item 1 of `waivers`", "Add `by: …`.")),
        ({"date": "2026-12"}, "SRC005", ("the waiver is of 2026-12, which is still to come", "Write when")),
        ({"date": "2026-11-22"}, "SRC005", ("the waiver is of 2026-11-22, which is still to come", "Write when")),
        ({"date": "2026-02-30"}, "SRC005", ("`2026-02-30` is not a date in the calendar", "Write a month")),
    ],
)
def test_a_waiver_that_is_wrong_is_a_finding_at_its_value_and_waives_nothing(briefing, capsys, keys, code, words):
    waive(briefing, **keys)

    run(["--root", str(briefing.parent.parent), "check", "--output-format", "json", "--select", "LNK002"])
    found = json.loads(capsys.readouterr().out)["findings"]

    assert [one["waived"] for one in found if one["code"] == "LNK002"] == [False, False]
    (told,) = [one for one in found if one["code"] == code and one["path"][:1] == ["waivers"]]
    assert told["path"] == ["waivers", 0, *keys]
    assert (told["message"].startswith(words[0]), told["hint"].startswith(words[1])) == (True, True), told
    (value,) = keys.values()
    assert briefing.read_text("utf-8").splitlines()[told["line"] - 1][told["column"] - 1 :].startswith(value)


def test_what_is_private_is_waived_by_its_words_alone(briefing, capsys):
    told = SOURCE.replace("See [here]", "NHS number 999 000 0018. See [here]")
    waiver = "waivers:\n  - {rule: PRV001, reason: a specimen, by: Editor, date: 2026-11TEXT}\n"
    found = {}
    for text in ("", ', text: "018"'):
        briefing.write_text(told + waiver.replace("TEXT", text), "utf-8")
        run(["--root", str(briefing.parent.parent), "check", "--output-format", "json", "--select", "PRV001"])
        found[text] = [(one["code"], one["waived"]) for one in json.loads(capsys.readouterr().out)["findings"]]

    assert ("PRV001", False) in found[""]
    assert ("SRC006", False) in found[""]
    assert found[', text: "018"'] == [("PRV001", True)]


TOLD = (
    "999 000 0018 and 999 000 0026. Quenby Park School, Quillmoor School. M99 9ZZ. Social worker Quenda Quenby came."
    " She was born 14/03/2019."
)


@pytest.mark.parametrize(
    ("rule", "text", "let_through"),
    [
        ("PRV001", "018", ["999 000 0018"]),
        ("PRV001", "000 0026", ["999 000 0026"]),
        ("PRV001", "999-000-0026", ["999 000 0026"]),
        ("PRV001", "999", []),
        ("PRV001", "000", []),
        ("PRV009", "School", []),
        ("PRV009", "Park School", []),
        ("PRV009", "quenby  park school", ["Quenby Park School"]),
        ("PRV007", "9ZZ", ["M99 9ZZ"]),
        ("PRV007", "M99", []),
        ("PRV004", "019", []),
        ("PRV013", "Quenby", []),
        ("PRV013", "Quenda Quenby", ["Quenda Quenby"]),
    ],
)
def test_a_waiver_of_what_is_private_lets_nothing_else_through(briefing, rule, text, let_through):
    told = SOURCE.replace("See [here]", f"{TOLD} See [here]").replace("sections:", "family: case\nsections:")
    waiver = f'waivers:\n  - {{rule: {rule}, text: "{text}", reason: a specimen, by: Editor, date: 2026-11}}\n'
    briefing.write_text(told + waiver, "utf-8")

    checked = Checker(Project(briefing.parents[1]), (), Selection(), TODAY).check(briefing)

    waived = [checked.source.text.words(one.span) for one in checked.diagnostics if one.waived]
    assert waived == let_through
    assert ("WVR001" in {one.code for one in checked.diagnostics}) == (not let_through)


@pytest.mark.parametrize(
    ("text", "what"),
    [("0", "is too short in"), ("18", "is too short in"), ("- d.", "is too short in"), ("", "is missing from")],
)
def test_a_waiver_of_what_is_private_with_too_few_signs_is_refused(briefing, text, what):
    waiver = f'waivers:\n  - {{rule: PRV001, text: "{text}", reason: a specimen, by: Editor, date: 2026-11}}\n'
    briefing.write_text(SOURCE.replace("See [here]", f"{TOLD} See [here]") + waiver, "utf-8")

    found = Checker(Project(briefing.parents[1]), (), Selection(), TODAY).check(briefing).diagnostics

    assert not [one for one in found if one.waived]
    (told,) = [one.message for one in found if one.code == "SRC006" and one.path[:1] == ("waivers",)]
    assert told == f"`text` {what} item 1 of `waivers`, so that it would cover all that is private"


def test_a_waiver_names_its_rule_in_small_letters_too(briefing, capsys):
    waive(briefing, rule="lnk002")

    assert [waived for _, _, waived in check(capsys, briefing)] == [True, True]


def test_a_waiver_that_is_wrong_takes_no_other_with_it(briefing, capsys):
    waive(briefing, text="here")
    other = "  - {rule: LNK002, text: more, reason: its title, by: Editor, date: never}\n"
    briefing.write_text(briefing.read_text("utf-8") + other + "  - nonsense\n", "utf-8")

    assert [waived for _, _, waived in check(capsys, briefing)] == [True, False]


def test_a_waiver_for_a_rule_of_another_kind_of_document_covers_nothing(briefing, capsys):
    waive(briefing, rule="SES001")

    assert ("WVR001", "the waiver for SES001 covers no finding", False) in check(capsys, briefing)


def test_a_local_waiver_that_is_wrong_is_told_of_its_partnership_alone(briefing, capsys):
    root = briefing.parent.parent
    write_partnership(root, (FOLDER / "rules" / "partnership.yml").read_text("utf-8"))
    local = root / "templates" / "sample" / "briefings" / "x.yaml"
    local.parent.mkdir()
    local.write_text("waivers: [{rule: XYZ001, reason: agreed, by: Editor, date: 2026-11}]\n", "utf-8")

    run(["--root", str(root), "check", "--output-format", "json", "--select", "LNK002"])
    found = json.loads(capsys.readouterr().out)["findings"]

    told = [(one["file"], one["partnership"]) for one in found if one["path"][:1] == ["waivers"]]
    assert told == [("templates/sample/briefings/x.yaml", "sample")]


def test_a_waiver_for_a_local_edition_is_used_although_its_partnership_is_not_looked_at(briefing, capsys):
    root = briefing.parent.parent
    profile = (FOLDER / "rules" / "partnership.yml").read_text("utf-8")
    write_partnership(root, profile)
    shutil.copytree(root / "templates" / "sample", root / "templates" / "other")
    local = root / "templates" / "sample" / "briefings" / "x.yaml"
    local.parent.mkdir()
    local.write_text("title: Neglect of of babies\n", "utf-8")
    waiver = "waivers: [{rule: PLN007, reason: a title, by: Editor, date: 2026-11}]\n"
    briefing.write_text(SOURCE.replace("sections:", f"{waiver}sections:", 1), "utf-8")

    told = {
        who: [one for one in check(capsys, briefing, *options) if one[0] == "WVR001"]
        for who, options in (("all", ()), ("other", ("--partnership", "other")))
    }

    assert told == {"all": [], "other": []}
