"""Each rule against its case file; and that rules, documentation and cases belong together."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import publisher.rules
from publisher import fixing, source, waivers
from publisher.conformance import CHECKS, EDITION_CHECKS
from publisher.errors import PublisherError
from publisher.reference import FAMILIES, HEADINGS, explained, page, rule, table
from publisher.rules import RULES, Rule
from tests.cases import FOLDER, Case, case_files, read_cases

CASES = {path.stem: read_cases(path) for path in case_files("rules")}
every_case = pytest.mark.parametrize("case", [case for cases in CASES.values() for case in cases], ids=lambda c: c.name)
every_rule = pytest.mark.parametrize("module", RULES, ids=lambda module: module.NAME)
DEFAULTS = ("default.yaml", "practice-points.yaml", "session.yaml")
"""The sources that cases are laid over, one of each kind."""


@every_case
def test_exactly_the_expected_is_found(case: Case, tmp_path: Path):
    checked = case.check(tmp_path)
    assert case.differences(checked) == []
    for found in checked.diagnostics:
        assert not found.message.endswith("."), "a message is not a sentence"
        assert re.fullmatch(r"(?s)[A-Z`].*[.?]", found.hint), f"a hint is its own sentence: {found.hint}"


@pytest.mark.parametrize("name", DEFAULTS)
def test_the_default_that_cases_are_laid_over_has_nothing_to_mend(name: str, tmp_path: Path):
    profile = (FOLDER / "rules" / "partnership.yml").read_text(encoding="utf-8")
    default = Case("default", (FOLDER / "rules" / name).read_bytes(), profile, ())
    assert default.differences(default.check(tmp_path)) == []


@every_case
def test_a_safe_fix_removes_its_finding_and_adds_none(case: Case, tmp_path: Path):
    checked = case.check(tmp_path)
    fixes = fixing.edits_in(checked.diagnostics, checked.source.name)
    mended = replace(case, source=fixing.apply(checked.source.text, fixes).encode()).check(tmp_path)
    kept = Counter(found.code for found in checked.diagnostics if not found.fix)
    assert Counter(found.code for found in mended.diagnostics) == kept


@every_rule
def test_a_rule_has_cases_that_fail_and_near_misses_that_pass(module: Rule):
    cases = CASES[module.NAME]
    failing = [case for case in cases if any(one.code == module.CODE for one in case.expected)]
    passing = [case for case in cases if not case.expected]
    assert len(failing) >= 2
    assert len(passing) >= 3
    assert any(one.message for case in failing for one in case.expected), "no case says what the message is"


def test_a_case_file_belongs_to_a_rule():
    assert set(CASES) == {module.NAME for module in RULES}


@every_rule
def test_a_rule_is_documented_under_the_same_headings(module: Rule):
    documentation = inspect.cleandoc(module.__doc__ or "")
    assert tuple(re.findall(r"^(\S.*)\n {4}\S", documentation, re.MULTILINE)) == HEADINGS
    assert re.fullmatch(r"[A-Z].*\.", documentation.splitlines()[0])


OF_FILES = {check.CODE: check.NAME for check in CHECKS} | {check.CODE: check.NAME for check in EDITION_CHECKS}
NAMES = {**source.NAMES, **waivers.NAMES, **OF_FILES}


def test_codes_and_names_are_well_formed_and_not_used_twice():
    names = [(module.CODE, module.NAME) for module in RULES] + list(NAMES.items())
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", code) and code[:3] in FAMILIES for code, _ in names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for _, name in names)
    assert Counter(code for code, _ in names).most_common(1)[0][1] == 1
    assert Counter(name for _, name in names).most_common(1)[0][1] == 1


def test_every_rule_module_is_listed_under_its_own_name():
    folder = Path(publisher.rules.__file__).parent
    modules = {path.stem for path in folder.glob("[!_]*.py")}
    assert {module.NAME.replace("-", "_") for module in RULES} == modules


def test_the_page_of_the_rules_is_up_to_date(accepted):
    accepted(FOLDER.parent / "docs" / "rules.md", page())


@pytest.mark.parametrize(("code", "name"), [*NAMES.items(), *((module.CODE, module.NAME) for module in RULES)])
def test_a_code_is_explained_with_an_example(code: str, name: str):
    explained = rule(code.lower())
    assert explained.startswith(f"# {code} {name}\n")
    assert "**Example:** " in explained
    assert "``" not in explained
    assert re.search(rf"^{code}  (error|warning|info) +{name} ", table(), re.MULTILINE)


@pytest.mark.parametrize("asked", ["LNK002", "lnk002", "unclear-link-text", "Unclear-Link-Text"])
def test_a_rule_is_explained_by_its_code_or_its_name(asked: str):
    assert explained(asked).startswith("# LNK002 unclear-link-text\n")


@pytest.mark.parametrize("asked", ["WVR", "wvr0"])
def test_the_first_letters_of_codes_list_the_rules_that_have_them(asked: str):
    assert [line.split()[0] for line in explained(asked).splitlines()] == ["WVR001", "WVR002"]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("WVR999", "there is no rule `WVR999`; those of its family are `WVR001`, `WVR002`"),
        ("BDR005", "there is no rule `BDR005`; did you mean `BRD005`?"),
        ("placeholder-lnk", "there is no rule `placeholder-lnk`; did you mean `LNK001`?"),
        ("7", "there is no rule `7`; `publisher rules` lists them all"),
    ],
)
def test_an_unknown_code_is_the_operators_mistake(asked: str, answer: str):
    with pytest.raises(PublisherError) as raised:
        explained(asked)
    assert str(raised.value) == answer
