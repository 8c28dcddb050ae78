"""Which rules run and how much they weigh: what an option, ``publisher.yml`` and a code may say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publisher import codes, reference
from publisher.cli import run
from publisher.remarks import REMARKS
from tests.cases import FOLDER, write_partnership

PROFILE = (FOLDER / "rules" / "partnership.yml").read_text(encoding="utf-8")
SOURCE = "title: a\nsections:\n  - heading: Background\n    body: See [here](https://www.example.org/one).\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_partnership(tmp_path, PROFILE)
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "x.yaml").write_text(SOURCE, "utf-8")
    return tmp_path


def publisher(capsys, project: Path, *arguments: str) -> tuple[int, str, str]:
    code = run(["--root", str(project), *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def weights(capsys, project: Path, *options: str) -> dict[str, str]:
    _, out, _ = publisher(capsys, project, "check", "--output-format", "json", *options)
    return {one["code"]: one["severity"] for one in json.loads(out)["findings"]}


def test_every_code_that_is_explained_is_known_and_no_other():
    documented = {code: entry.name for code, entry in reference.entries().items() if code not in REMARKS}
    assert documented == codes.KNOWN


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("XYZ", "`publisher rules` lists them all"),
        ("CON0O2", "did you mean `CON002`?"),
        ("LNK0002", "did you mean `LNK002`?"),
        ("lkn", "did you mean `LNK`?"),
        ("unclear-link-text", "did you mean `LNK002`?"),
        ("WVR9", "those of its family are `WVR001`, `WVR002`"),
        ("ACC005", "which is not checked by machine"),
    ],
)
@pytest.mark.parametrize("asked", ["check --select", "check --ignore", "brand check --select", "brand check --ignore"])
def test_a_code_that_there_is_not_is_the_operators_mistake(capsys, project, asked, written, meant):
    code, out, err = publisher(capsys, project, *asked.split(), written)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"`{asked.split()[-1]}` names `{written.upper()}`")
    assert meant in err


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ("ignore: [CON0O2]", "`ignore` in `publisher.yml` names `CON0O2`, and no code begins with that; did you mean"),
        ("ignore: ['']", "`ignore` in `publisher.yml` names ``, and no code begins with that"),
        ("select: [LKN]", "`select` in `publisher.yml` names `LKN`"),
        ("severities: {NOPE1: info}", "`severities` in `publisher.yml` names `NOPE1`"),
        ("ignore: [SRC004]", "`ignore` in `publisher.yml` names `SRC004`, but what cannot be read is always told"),
        (
            "severities: {BRD005: warning}",
            "`severities` in `publisher.yml` names `BRD005`, but what is not filled is always",
        ),
        ("severities: {SRC: info}", "`severities` in `publisher.yml` names `SRC`, but what cannot be read is"),
    ],
)
@pytest.mark.parametrize(
    "command", [("check",), ("build", "--dry-run", "--jobs", "1"), ("brand", "check"), ("brand", "gallery")]
)
def test_the_settings_of_a_project_name_codes_that_there_are(capsys, project, command, settings, sentence):
    (project / "publisher.yml").write_text(settings + "\n", "utf-8")

    code, out, err = publisher(capsys, project, *command)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(sentence)


@pytest.mark.parametrize("written", ["L", "LNK", "lnk0", "LNK002"])
def test_the_first_letters_of_a_code_choose_every_rule_that_has_them(capsys, project, written):
    assert "LNK002" in weights(capsys, project, "--select", written)
    (project / "publisher.yml").write_text(f"ignore: [{written}]\n", "utf-8")
    assert "LNK002" not in weights(capsys, project)


def test_first_letters_give_a_weight_too_and_the_longest_win(capsys, project):
    usual = weights(capsys, project)
    assert (usual["LNK002"], usual["MET001"], usual["MET003"]) == ("error", "error", "warning")

    (project / "publisher.yml").write_text("severities: {MET001: warning, M: info, lnk: info}\n", "utf-8")
    found = weights(capsys, project)

    assert (found["LNK002"], found["MET001"], found["MET003"]) == ("info", "warning", "info")


def test_what_is_said_of_waivers_is_chosen_and_weighed_as_a_rule_is(capsys, project):
    waiver = "{rule: MET004, reason: agreed, by: Editor, date: 2026-11}"
    (project / "briefings" / "x.yaml").write_text(f"{SOURCE}waivers: [{waiver}]\n", "utf-8")
    assert weights(capsys, project)["WVR001"] == "warning"

    (project / "publisher.yml").write_text("severities: {WVR: error}\n", "utf-8")
    assert weights(capsys, project)["WVR001"] == "error"
    assert "WVR001" not in weights(capsys, project, "--ignore", "WVR001")


@pytest.mark.parametrize("weight", ["off", "none", "ignore"])
def test_a_weight_that_means_none_is_told_where_to_leave_a_rule_out(capsys, project, weight):
    (project / "publisher.yml").write_text(f"severities: {{CON002: {weight}}}\n", "utf-8")

    code, _, err = publisher(capsys, project, "check")

    assert (code, "`ignore: [CON002]`" in err) == (2, True), err
