"""The action for GitHub: what its step says of a project is found by GitHub in the repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.builds import REPOSITORY, change, make_project

ACTION = yaml.safe_load((REPOSITORY / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None, reason="the action's steps are run by bash")


def run_step(repository: Path, **inputs: str) -> tuple[int, list[str]]:
    """Run the step that checks, with the action's own defaults, and return its exit code and the files it names."""
    given = {name: value["default"] for name, value in ACTION["inputs"].items()} | inputs
    step = next(one for one in STEPS if one.get("name") == "Check")
    variables = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in step["env"].items()
    }
    scripts = str(Path(sys.executable).parent)
    done = subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=repository,
        env={**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == "" or "known.json" in done.stderr
    return done.returncode, [line.partition("file=")[2].partition(",")[0] for line in done.stdout.splitlines()]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a folder with a project below it, of which one of two briefings has an error."""
    root = make_project(tmp_path / "safeguarding", "good", "bad")
    change(root / "briefings" / "bad.yaml", "sections:", "sektions:")
    return tmp_path


def test_findings_are_named_from_the_top_of_the_repository(repository):
    code, files = run_step(repository, root="safeguarding")

    assert code == 1
    assert set(files) == {"safeguarding/briefings/bad.yaml"}


def test_each_path_has_a_line_of_its_own(repository):
    good, bad = (f"safeguarding/briefings/{name}.yaml" for name in ("good", "bad"))
    (repository / "safeguarding" / "my briefings").mkdir()
    (repository / good).rename(repository / "safeguarding" / "my briefings" / "good.yaml")

    assert run_step(repository, root="safeguarding", paths="safeguarding/my briefings\n") == (0, [])
    assert run_step(repository, root="safeguarding", paths=f"\nsafeguarding/my briefings\n\n{bad}\n")[0] == 1


@pytest.mark.parametrize(("strict", "code"), [("true", 1), ("True", 1), ("false", 0), ("", 0), ("yes", 2)])
def test_strict_is_true_or_false_and_nothing_else(repository, strict, code):
    change(repository / "safeguarding" / "briefings" / "good.yaml", "summary: ", "summary: A plan plan. ")

    paths = "safeguarding/briefings/good.yaml"

    assert run_step(repository, root="safeguarding", paths=paths, strict=strict)[0] == code


def test_the_project_is_the_repository_unless_told_otherwise(repository):
    code, files = run_step(repository / "safeguarding")

    assert (code, set(files)) == (1, {"briefings/bad.yaml"})


def test_a_baseline_that_is_not_there_fails_once(repository):
    change(repository / "safeguarding" / "briefings" / "bad.yaml", "sektions:", "sections:")
    change(
        repository / "safeguarding" / "briefings" / "good.yaml", "resources:", "resources:\n  - {label: Page, url: '#'}"
    )

    codes = [run_step(repository, root="safeguarding", baseline="known.json")[0] for _ in range(2)]

    assert codes == [1, 0]


def test_what_the_action_installs_is_pinned_and_needs_no_tools_for_development():
    install = next(one["run"] for one in STEPS if one.get("name") == "Install the program")
    names = {line.partition("=")[0] for line in (REPOSITORY / "requirements.lock").read_text("utf-8").splitlines()}

    assert '--require-hashes -r "$GITHUB_ACTION_PATH/requirements.lock"' in install
    assert {"weasyprint", "hatchling"} <= names
    assert not {"pytest", "mypy", "distributed"} & names


def test_no_step_needs_more_than_the_bash_of_macos():
    # Of version 3.2: reading into a list and changing capitals came with the fourth.
    newer = re.compile(r"\b(?:mapfile|readarray|coproc|declare -A)\b|\$\{\w+(?:,|\^)|&>>|\|&")

    assert [one["name"] for one in STEPS if newer.search(one.get("run", ""))] == []
