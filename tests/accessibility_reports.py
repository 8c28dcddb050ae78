"""Accessibility reports of small projects, and what stands in them."""

from __future__ import annotations

import shutil
from pathlib import Path

import lxml.html

from publisher.cli import run

REPOSITORY = Path(__file__).parent.parent


def sample_project(root: Path) -> Path:
    """Make a project with one briefing and one partnership."""
    (root / "briefings").mkdir()
    shutil.copy(REPOSITORY / "briefings" / "professional-challenge.yaml", root / "briefings")
    shutil.copytree(REPOSITORY / "templates" / "example", root / "templates" / "example")
    return root


def publisher(project: Path, *arguments: str) -> int:
    return run(["--root", str(project), *arguments])


def report(project: Path, partnership: str = "example") -> lxml.html.HtmlElement:
    """Return a partnership's report as a tree, after writing all."""
    assert publisher(project, "report") == 0
    return lxml.html.parse(project / "output" / partnership / "accessibility.html").getroot()


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def rows(page: lxml.html.HtmlElement, name: str) -> list[list[str]]:
    """Return the cells of the table of that name, without its header."""
    return [[words(cell) for cell in row] for row in page.xpath(f"//table[@aria-labelledby='{name}']/tbody/tr")]


def results(page: lxml.html.HtmlElement) -> dict[str, str]:
    """Return the result of each success criterion by its number."""
    return {row[0].split()[0]: row[-1] for row in rows(page, "criteria-table")}
