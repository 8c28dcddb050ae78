"""What `pip install .` gives: a program with its templates, which starts a project that builds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The wheel of this repository, installed into a folder of its own."""
    folder = Path(tmp_path_factory.mktemp("wheel"))
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "wheel", *offline, "--wheel-dir", str(folder), str(REPOSITORY)], check=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "install", *offline, "--target", str(folder / "site"), str(wheel)], check=True)
    return folder / "site"


def publisher(site: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "publisher", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_new_project_of_the_installed_program_builds_its_samples(site, tmp_path):
    assert publisher(site, tmp_path, "init", "ours").returncode == 0

    built = publisher(site, tmp_path / "ours", "build", "information-sharing", "strategy-meetings")

    assert built.returncode == 0, built.stderr
    made = {path.name for path in (tmp_path / "ours" / "output" / "example").iterdir()}
    names = ("information-sharing", "strategy-meetings")
    assert {f"{name}.{suffix}" for name in names for suffix in ("html", "pdf", "docx", "txt")} <= made


def test_the_installed_program_uses_its_own_templates_and_not_this_repository(site, tmp_path):
    code = "import publisher.project as p; print(p.built_in('templates'))"
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-c", code]
    printed = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)

    assert Path(printed.stdout.strip()) == site / "publisher" / "templates"
