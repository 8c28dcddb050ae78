"""Documents of real partnerships, which stand beside the repository where the program is developed and nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared"
BRIEFING = SHARED / "seeds" / "000_0e54993dc72e5e83.txt"
DECK = SHARED / "seeds" / "002_032a0f67194532a3.txt"
COMPENDIUM = SHARED / "seeds" / "004_d02a93bcc8e084fc.txt"
PROJECT = SHARED / "real"
"""A published briefing as a source, with its partnership."""
TERMS = SHARED / "practice" / "language_terms.csv"
"""Terms that practice says to avoid."""


def needs(path: Path) -> pytest.MarkDecorator:
    """Return the mark of a test that is passed over on machines without one of these."""
    name = f"../shared/{path.relative_to(SHARED).as_posix()}"
    return pytest.mark.skipif(not path.exists(), reason=f"needs {name}, which is no part of the repository")


def copy_project(root: Path) -> Path:
    """Copy the published briefing with its partnership into a project."""
    (root / "briefings").mkdir()
    shutil.copy(PROJECT / "recurring-themes.yaml", root / "briefings")
    shutil.copytree(PROJECT / "templates", root / "templates")
    return root
