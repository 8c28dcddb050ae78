"""The commands as people type them: what they print, where, and how they end."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import jsonschema
import pytest
import yaml

from publisher.cli import cli, run
from publisher.model import Kind

REPOSITORY = Path(__file__).parent.parent
SAMPLE = "briefings/professional-challenge.yaml"


def publisher(capsys, *arguments: str, root: Path = REPOSITORY) -> tuple[int, str, str]:
    code = run(["--root", str(root), *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "nowhere.yaml"], "There is no file or folder `nowhere.yaml`.\n"),
        (["check", "--partnership", "nobody"], "There is no partnership `nobody` in `templates`; there are: "),
        (["check", "--dry-run"], "--dry-run is for --fix; `publisher check` alone changes nothing either.\n"),
        (["check", "--stats", "--output-format", "json"], "--stats prints no findings, so --output-format cannot"),
        (["check", "--comments", "--fix", "x.docx"], "--comments prints no findings, so --fix cannot go with it"),
        (["check", "--colour"], "No such option '--colour'"),
        (["build", "--format", "odt"], "Invalid value for '--format': 'odt' is not one of"),
        (["rules", "LNK999"], "There is no rule `LNK999`"),
        (["publish"], "No such command 'publish'"),
    ],
)
def test_a_mistake_of_the_operator_is_one_sentence_and_ends_with_2(capsys, arguments, sentence):
    code, out, err = publisher(capsys, *arguments)

    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("file", "written"),
    [("publisher.yml", "formats: pdf\n"), ("templates/house/terms.yml", "nonsense: 1\n")],
)
def test_a_sentence_that_begins_with_a_file_leaves_its_name_as_it_is(capsys, tmp_path, file, written):
    shutil.copytree(REPOSITORY / "templates" / "house", tmp_path / "templates" / "house")
    shutil.copytree(REPOSITORY / "briefings", tmp_path / "briefings")
    (tmp_path / file).write_text(written, "utf-8")

    code, _, err = publisher(capsys, "check", root=tmp_path)

    assert code == 2
    assert err.startswith(f"{Path(file).name}:1: ")


def test_the_samples_pass_the_strict_check(capsys):
    code, out, _ = publisher(capsys, "check", "--strict", str(REPOSITORY / "briefings"))

    assert code == 0, out


def test_findings_as_json_have_every_key_of_the_contract(capsys, tmp_path):
    source = tmp_path / "x.yaml"
    source.write_text("titel: x\n", "utf-8")

    code, out, _ = publisher(capsys, "check", "--output-format", "json", str(source))

    written = json.loads(out)
    assert code == 1
    assert set(written) == {"version", "findings", "summary"}
    assert written["summary"]["files"] == 1
    assert written["summary"]["errors"] == sum(one["severity"] == "error" for one in written["findings"])
    keys = "code name severity message hint file line column end_line end_column path partnership waived fix url"
    assert {frozenset(one) for one in written["findings"]} == {frozenset(keys.split())}
    unknown = next(one for one in written["findings"] if one["code"] == "SRC004")
    assert (unknown["line"], unknown["column"], unknown["end_column"]) == (1, 1, 6)
    assert unknown["hint"] == "Did you mean `title`?"


def test_findings_for_github_name_file_and_line_and_escape_what_github_reads(capsys, tmp_path):
    source = tmp_path / "x.yaml"
    source.write_text("titel: x\n", "utf-8")

    _, out, _ = publisher(capsys, "check", "--output-format", "github", "--select", "STR001", str(source))

    lines = out.splitlines()
    assert any(line.startswith("::error file=") and "title=STR001 section-count::" in line for line in lines)
    assert all(line.startswith("::") for line in lines)


def test_text_findings_show_the_line_with_carets(capsys, tmp_path):
    source = tmp_path / "x.yaml"
    source.write_text("title: a\nfamily: cas\n", "utf-8")

    _, out, _ = publisher(capsys, "check", "--select", "SRC", str(source))

    assert f"{source}:2:9: error SRC005 `family` is `cas`\n  2 | family: cas\n    |         ^^^\n" in out


def test_select_and_ignore_take_codes_and_their_first_letters(capsys, tmp_path):
    source = tmp_path / "x.yaml"
    source.write_text("title: a\n", "utf-8")

    def codes(*options: str) -> set[str]:
        _, out, _ = publisher(capsys, "check", "--output-format", "json", *options, str(source))
        return {one["code"] for one in json.loads(out)["findings"]}

    assert codes("--select", "STR001") == {"STR001"}
    assert "STR001" in codes("--ignore", "MET")
    assert any(code.startswith("MET") for code in codes())
    assert not any(code.startswith("MET") for code in codes("--ignore", "met"))


def test_a_new_briefing_asks_for_its_blanks_and_passes_once_they_are_filled(capsys, tmp_path):
    example = REPOSITORY / "templates" / "example"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "example").symlink_to(example)

    code, out, _ = publisher(capsys, "new", "Neglect: seeing the whole child", root=tmp_path)
    source = tmp_path / "briefings" / "neglect-seeing-the-whole-child.yaml"
    assert code == 0
    assert "briefings/neglect-seeing-the-whole-child.yaml" in out

    code, out, _ = publisher(capsys, "check", "--output-format", "json", root=tmp_path)
    errors = {one["code"] for one in json.loads(out)["findings"] if one["severity"] == "error"}
    assert (code, errors) == (1, {"STR006"})

    sentence = "Ask what daily life is like for this child and write down what you see and hear. "
    filled = source.read_text("utf-8").replace("body: |\n\n", f"body: |\n      {sentence * 3}\n\n")
    source.write_text(filled, "utf-8")
    code, out, _ = publisher(capsys, "check", root=tmp_path)
    assert code == 0, out


def test_new_practice_points_ask_for_their_blanks_and_pass_once_they_are_filled(capsys, tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "example").symlink_to(REPOSITORY / "templates" / "example")

    code, out, _ = publisher(capsys, "new", "Points from audits", "--kind", "practice-points", root=tmp_path)
    source = tmp_path / "briefings" / "points-from-audits.yaml"
    assert (code, "briefings/points-from-audits.yaml" in out) == (0, True)

    code, out, _ = publisher(capsys, "check", "--output-format", "json", root=tmp_path)
    errors = {one["code"] for one in json.loads(out)["findings"] if one["severity"] == "error"}
    assert (code, errors) == (1, {"PPT002", "PPT003"})

    numbers = iter("12")
    filled = re.sub('heading: ""', lambda _: f"heading: Group {next(numbers)}", source.read_text("utf-8"))
    source.write_text(filled.replace('- ""', "- Ask what daily life is like for the child."), "utf-8")
    code, out, _ = publisher(capsys, "check", root=tmp_path)
    assert code == 0, out


def test_the_figures_of_practice_points_are_those_of_their_groups(capsys):
    _, out, _ = publisher(capsys, "check", "--stats", str(REPOSITORY / "briefings" / "practice-points.yaml"))

    heads, *groups, total = out.splitlines()[1:]
    assert heads.split() == ["points", "words", "longest", "point", "resources", "group"]
    assert [line.split()[0] for line in groups] == ["6"] * 5
    assert total.split()[0] == "30"
    assert total.endswith("in 5 groups")


def test_a_new_briefing_never_overwrites_one(capsys, tmp_path):
    (tmp_path / "briefings").mkdir()
    publisher(capsys, "new", "Neglect", root=tmp_path)

    code, _, err = publisher(capsys, "new", "Neglect", root=tmp_path)

    assert (code, err) == (2, "`briefings/neglect.yaml` exists already; choose another title.\n")


def test_a_new_project_builds(capsys, tmp_path):
    folder = tmp_path / "ours"

    code, out, _ = publisher(capsys, "init", str(folder))
    assert code == 0
    assert "publisher build" in out

    code, _, err = publisher(capsys, "build", "information-sharing", root=folder)
    assert (code, "4 files made" in err) == (0, True), err
    assert publisher(capsys, "init", str(folder))[0] == 2


def test_the_schema_of_its_kind_accepts_every_sample_and_no_misspelt_key(capsys):
    schemas = {kind: json.loads(publisher(capsys, "schema", kind.value)[1]) for kind in Kind}

    seen = set()
    for path in sorted((REPOSITORY / "briefings").glob("*.yaml")):
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - all text, nothing is made
        for source in (one for one in data.get("sources", []) if "year" in one):
            source["year"] = int(source["year"])
        for statistic in (one for slide in data.get("slides", []) for one in slide.get("statistics", [])):
            statistic["value"] = float(statistic["value"])
        schema = schemas[data["kind"]]
        seen.add(data["kind"])
        jsonschema.validate(data, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**data, "titel": "x"}, schema)
    assert seen == set(Kind)


def test_the_schema_of_a_partnership_accepts_the_one_to_copy(capsys):
    _, out, _ = publisher(capsys, "schema", "partnership")
    written = (REPOSITORY / "templates" / "example" / "partnership.yml").read_text("utf-8")

    jsonschema.validate(yaml.load(written, Loader=yaml.BaseLoader), json.loads(out))  # noqa: S506 - all text


def test_every_command_is_in_the_documentation():
    page = (REPOSITORY / "docs" / "format.md").read_text("utf-8")

    assert len(cli.commands) > 8
    assert [name for name in cli.commands if f"publisher {name}" not in page] == []


def commands(group: click.Group) -> Iterator[click.Command]:
    """Yield every command, those of groups of commands too."""
    for command in group.commands.values():
        if isinstance(command, click.Group):
            yield from commands(command)
        else:
            yield command


def test_every_option_is_in_the_documentation():
    page = (REPOSITORY / "docs" / "format.md").read_text("utf-8")
    options = {option for command in commands(cli) for parameter in command.params for option in parameter.opts}
    named = {option for option in options if option.startswith("--")}

    assert len(named) > 30
    assert [option for option in sorted(named) if not re.search(rf"(?<![\w-]){option}(?![\w-])", page)] == []
