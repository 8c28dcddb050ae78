"""Small projects for the tests of partnerships' folders."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from publisher.cli import run

REPOSITORY = Path(__file__).parent.parent
NEW = (
    *("--name", "Sampleton Safeguarding Children Partnership", "--short-name", "SAMP", "--area", "Sampleton"),
    *("--website", "https://www.sampleton.example.org/", "--email", "team@sampleton.example.org"),
    *("--primary", "#f39200"),
)
SAFE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="30" height="8" fill="#7a1f5c"/></svg>'
PROFILE = """\
name: Sampleton Safeguarding Children Partnership
short_name: SAMP
area: Sampleton
website: https://www.sampleton.example.org/
email: team@sampleton.example.org
domains: [sampleton.example.org]
contacts:
  referral: {label: Worried about a child?, phone: 01632 960001}
  emergency: {label: If a child is in immediate danger, phone: 999}
links: {}
accessible_formats: Ask us for this in another format.
"""
BRAND = """\
logo:
  images:
    main: {path: logo.svg, alt: Sampleton Safeguarding Children Partnership}
  medium: main
color: {primary: "#005a9c"}
"""


def make_project(root: Path, *briefings: str) -> Path:
    """Write a project with some of the samples and the partnership `sampleton`; return the partnership's folder."""
    (root / "briefings").mkdir()
    for slug in briefings:
        shutil.copy(REPOSITORY / "briefings" / f"{slug}.yaml", root / "briefings")
    folder = root / "templates" / "sampleton"
    folder.mkdir(parents=True)
    (folder / "partnership.yml").write_text(PROFILE, "utf-8")
    (folder / "_brand.yml").write_text(BRAND, "utf-8")
    (folder / "logo.svg").write_bytes(SAFE)
    return folder


def publisher(capsys, root: Path, *arguments: str) -> tuple[int, str, str]:
    """Run the program and return its exit code, what it printed and what it printed as errors."""
    code = run(["--root", str(root), *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def findings(capsys, folder: Path, *options: str) -> list[dict]:
    """Return what `publisher brand check` finds in a partnership's folder."""
    root = folder.parents[1]
    _, out, err = publisher(capsys, root, "brand", "check", folder.name, "--output-format", "json", *options)
    assert out, err
    found: list[dict] = json.loads(out)["findings"]
    return found


def rewrite(path: Path, old: str, new: str) -> None:
    """Put one text in the place of another in a file that has it."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def told(found: list[dict]) -> set[tuple[str, str, str, int]]:
    """Return weight, code, file and line of findings."""
    return {(one["severity"], one["code"], one["file"].rpartition("/")[2], one["line"]) for one in found}
