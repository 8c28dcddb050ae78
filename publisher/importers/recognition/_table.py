"""The rows of a table with points at the left and resources at the right, by groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from publisher.importers._manuscript import Form, Paragraph, Run
from publisher.importers.as_markdown import tidy
from publisher.importers.recognition._recogniser import folded

_points = re.compile(r"\b(?:practice|learning|key) points\b", re.IGNORECASE)
_resources = re.compile(r"\bresources\b", re.IGNORECASE)
_end = re.compile(r"[.?!:][\"”’)]*$")
_MOST_WORDS = 16
"""A heading of a group has no more."""


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in the first column of a row, what in the second, and what further right."""

    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    beyond: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The words of the whole row."""
        return tidy(" ".join(one.text for one in (*self.left, *self.right, *self.beyond))).strip()

    @property
    def is_head(self) -> bool:
        """Whether it says what stands in the columns."""
        return any(_points.search(one.text) for one in self.left) and any(
            _resources.search(one.text) for one in self.right
        )


@dataclass(slots=True)
class Group:
    """A group as it is found: its heading, its points, each of one or several paragraphs, and the lines beside them."""

    heading: Paragraph | None
    points: list[list[Paragraph]] = field(default_factory=list)
    beside: list[Paragraph] = field(default_factory=list)


def rows(paragraphs: Iterable[Paragraph]) -> list[Row]:
    """Return the rows of the tables among some paragraphs."""
    cells = [one for one in paragraphs if one.cell]
    return [_row(list(row)) for _, row in groupby(cells, lambda one: one.cell and (one.cell.table, one.cell.row))]


def _row(paragraphs: list[Paragraph]) -> Row:
    columns = [one.cell.column if one.cell else 0 for one in paragraphs]
    parts = list(zip(columns, paragraphs, strict=True))
    left, right = (tuple(one for column, one in parts if column == wanted) for wanted in (0, 1))
    return Row(left, right, tuple(one for column, one in parts if column > 1))


def groups(table: Sequence[Row], known: frozenset[str]) -> list[Group]:
    """Return the groups of a table; ``known`` has the headings of a list of contents, folded."""
    found: list[Group] = []
    for row in table:
        if row.is_head:
            continue
        if _is_heading(row, found, known):
            found.append(Group(row.left[0]))
            continue
        if not found:
            found.append(Group(None))
        for paragraph in row.left:
            _add(found[-1].points, paragraph)
        found[-1].beside += row.right
    return found


def _is_heading(row: Row, found: Sequence[Group], known: frozenset[str]) -> bool:
    """Whether a row names a group: it is alone in its row, short, and no point goes on in it."""
    if len(row.left) != 1 or row.right or row.left[0].form is Form.ITEM:
        return False
    text = row.left[0].text.strip()
    if folded(text) in known:
        return True
    before = found[-1].points[-1][-1] if found and found[-1].points else None
    goes_on = before is not None and not _end.search(before.text.strip())
    return not goes_on and not _end.search(text) and len(text.split()) <= _MOST_WORDS and text[:1].isupper()


def _add(points: list[list[Paragraph]], paragraph: Paragraph) -> None:
    """Add a paragraph: to the point that it continues, or as one of its own."""
    before = points[-1][-1] if points else None
    if before and paragraph.form is Form.ITEM and paragraph.level:
        points[-1].append(replace(paragraph, level=paragraph.level - 1))
    elif before and paragraph.form is before.form is Form.PLAIN and not _end.search(before.text.strip()):
        points[-1][-1] = replace(before, runs=(*before.runs, Run(" "), *paragraph.runs))
    else:
        points.append([replace(paragraph, form=Form.PLAIN, number="")])


def headings(contents: Iterable[Row]) -> Iterator[str]:
    """Yield the headings that a list of contents names, folded."""
    for row in contents:
        yield from (folded(one.text) for one in row.left)
