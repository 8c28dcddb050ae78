"""Real documents for the tests: every sample for every partnership."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

from publisher.brand import Brand
from publisher.check import Checker
from publisher.compose import compose
from publisher.document import Document, Form
from publisher.edition import Edition
from publisher.project import Project
from publisher.selection import Selection

REPOSITORY = Path(__file__).parent.parent
TODAY = datetime.date(2026, 11, 21)


@cache
def editions(root: Path) -> tuple[Edition, ...]:
    """Return every edition of a project, faulty ones too."""
    project = Project(root)
    checker = Checker(project, tuple(project.partnerships()), Selection(), TODAY)
    return tuple(edition for path in project.sources() for edition in checker.check(path).editions)


@cache
def documents(root: Path) -> tuple[tuple[Document, Brand], ...]:
    """Return every document of a project with its brand."""
    house = Project(root).house
    return tuple(
        (document, edition.partnership.brand) for edition in editions(root) for document in compose(edition, house)
    )


def briefings(root: Path) -> list[tuple[Document, Brand]]:
    """Return the documents of a project that are briefings, which every format is made of."""
    found = [(document, brand) for document, brand in documents(root) if document.form is Form.BRIEFING]
    assert found, "a test of all of them would look at none"
    return found
