"""Four times as much to look at is about four times as much work, counted in steps and not in seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher import identifiers, importers
from publisher.check import Checker
from publisher.commenting.places import Places
from publisher.importers.imported import bring_in
from publisher.importers.pdf._blocks import Block, joined
from publisher.importers.pdf._glyphs import Glyph, Look
from publisher.importers.pdf._lines import Line
from publisher.importers.recognition import Surroundings
from publisher.overlay import lay_over
from publisher.project import Project
from publisher.selection import Selection
from publisher.source import read
from tests.editions import REPOSITORY, TODAY
from tests.steps import steps
from tests.test_commenting import SECTIONS

FEW, MANY = 100, 400
LINEAR = 1.3
"""Times as much work as in proportion; a walk over everything for each thing takes MANY / FEW times as much."""


def work_grows_with(prepared: Callable[[int], Callable[[], object]]) -> bool:
    """Whether what is prepared of a number of things takes work in proportion to that number."""
    few, many = (steps(prepared(number)) for number in (FEW, MANY))
    return many < LINEAR * MANY / FEW * few


@pytest.mark.parametrize("scrap", ["1 May 2018 07700 900123 ", "1 May 2018 0161 496 0000 "])
def test_numbers_and_dates_are_told_apart_in_one_walk(scrap: str):
    # Something of its own for each length, as what is known of a text is kept.
    assert work_grows_with(lambda number: lambda: identifiers.find(f"{number} texts. {scrap * number}"))


def test_a_source_is_laid_over_another_in_one_walk():
    def prepared(number: int) -> Callable[[], object]:
        written = "".join(f"  c{position}: {{label: A, phone: '1'}}\n" for position in range(number))
        common, local = (read(f"contacts:\n{written}".encode(), name) for name in ("common.yaml", "local.yaml"))
        return lambda: lay_over(common, local)

    assert work_grows_with(prepared)


def test_the_words_of_a_finding_are_looked_up_among_those_of_the_file():
    project = Project(REPOSITORY)
    checker = Checker(project, tuple(project.partnerships()), Selection(select=("LNG002",)), TODAY)

    def prepared(number: int) -> Callable[[], object]:
        told = [f"They were hard to reach on visit {one}. We saw child {one}.\n\n" for one in range(number)]
        parts = ("".join(told[first::7]) for first in range(7))
        draft = "".join(f"## {heading}\n\n{part}" for heading, part in zip(SECTIONS, parts, strict=True))
        manuscript = importers.read(f"# Neglect\n\n{draft}".encode(), "draft.md")
        made = read(bring_in(manuscript, Surroundings.of(project)).text.encode(), "draft.md")
        found = checker.check_source(made, Path("draft.yaml")).diagnostics
        assert len(found) >= number
        places = Places(manuscript, made)
        return lambda: [places.of(one) for one in found]

    assert work_grows_with(prepared)


def test_a_paragraph_that_goes_on_from_page_to_page_is_not_read_again_for_each():
    def line(text: str, page: int) -> Line:
        look = Look(11, strong=False, emphasis=False, mark=-1)
        glyphs = (Glyph(letter, at, at + 1, 0, 9, 2, look, None, at) for at, letter in enumerate(text))
        return Line(tuple(glyphs), page, 0, len(text), 0, 9)

    def prepared(number: int) -> Callable[[], object]:
        blocks = [Block([line("and", page), line("so on", page)], None) for page in range(number)]
        return lambda: list(joined(blocks))

    assert work_grows_with(prepared)
