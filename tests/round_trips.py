"""Projects into which edited Word files are brought back, for the tests of that."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.cli import run
from publisher.compose import compose
from publisher.model import Briefing
from publisher.project import Project
from publisher.renderers import RENDERERS
from tests.editions import REPOSITORY, editions

EDITIONS = [one for one in editions(REPOSITORY) if isinstance(one.work, Briefing)]
VISITS = "child-protection-visits"


def published(slug: str = VISITS, partnership: str = "salford", root: Path = REPOSITORY) -> bytes:
    """Return a briefing of a project as a partnership publishes it; the files of a project are read once."""
    edition = next(one for one in editions(root) if (one.slug, one.partnership.identifier) == (slug, partnership))
    (document,) = compose(edition, Project(root).house)
    return RENDERERS["docx"].render(document, edition.partnership.brand)


def copied(root: Path) -> Path:
    """Copy the samples and the partnerships into a folder, and return it."""
    for name in ("briefings", "templates"):
        shutil.copytree(REPOSITORY / name, root / name)
    return root


def importer(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Return what imports an edited file, and gives the exit code and what was printed."""

    def import_(data: bytes, *options: str) -> tuple[int, str]:
        (root / "edited.docx").write_bytes(data)
        code = run(["--root", str(root), "import", str(root / "edited.docx"), *options])
        return code, capsys.readouterr().out

    return import_


def changed_lines(root: Path, name: str) -> tuple[list[str], list[str]]:
    """Return the lines that a file no longer has, and those that it has now."""
    before, after = ((folder / name).read_text().splitlines() for folder in (REPOSITORY, root))
    return [line for line in before if line not in after], [line for line in after if line not in before]
