"""Practice points: a table of two columns, points at the left and their resources at the right, in groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from publisher.diagnostics import Severity
from publisher.importers._manuscript import Manuscript, Paragraph, Remark, Run
from publisher.importers.as_markdown import body, entry, tidy
from publisher.importers.recognition._column import SCOPES, Title, titles
from publisher.importers.recognition._lines import addresses, even
from publisher.importers.recognition._recogniser import Confidence, Part, Reading, Recognised, Surroundings, folded
from publisher.importers.recognition._resources import resources
from publisher.importers.recognition._table import Group, Row, groups, headings, rows
from publisher.model import Kind
from publisher.source import Data

KIND = Kind.PRACTICE_POINTS

_CONTENTS = "the list of contents, which is made of the headings"
_HEADS = "the heads of the columns, which are printed above each table"
_announces = ("practice points on", "contents")


def likeness(manuscript: Manuscript) -> float:
    """Return how much a manuscript looks like practice points: a table that says so above its columns."""
    return 0.95 if any(row.is_head for row in rows(manuscript.paragraphs)) else 0.0


def recognise(manuscript: Manuscript, surroundings: Surroundings) -> Recognised:
    """Return the manuscript as the data of practice points."""
    paragraphs = even(manuscript, surroundings)
    contents, table = _parted(rows(paragraphs))
    known = frozenset(headings(contents))
    found = groups(table, known)
    before, after = _outside(paragraphs)
    announced = [one for one in before if contents and folded(one.text).endswith(_announces)]
    title, introduction = _opening([one for one in before if one not in announced])
    columns = [titles(group.beside) for group in found]
    data: dict[str, Data] = {
        "kind": KIND.value,
        "title": tidy(title.text).strip() or manuscript.title.strip(),
        "status": "draft",
        "introduction": body(introduction),
        "groups": [_group(*pair, surroundings) for pair in zip(found, columns, strict=True)],
    }
    readings = (
        *addresses(title),
        *_contents(announced, contents),
        *(Reading(row.text, _HEADS) for row in table if row.is_head),
        *_scopes(found),
    )
    return Recognised(
        {key: value for key, value in data.items() if value},
        tuple(_unplaced(after, table, columns, surroundings)),
        readings,
        tuple(_parts(found, known)),
        tuple(_remarks(data, columns)),
    )


def _opening(before: Sequence[Paragraph]) -> tuple[Paragraph, Sequence[Paragraph]]:
    """Return the title, without words where there is none, and the paragraphs that introduce the table."""
    return (before[0], before[1:]) if before else (Paragraph((), ""), ())


def _parted(every: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows before the first that names the columns, which are a list of contents, and all others."""
    first = next((position for position, row in enumerate(every) if row.is_head), 0)
    return list(every[:first]), list(every[first:])


def _outside(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return what stands before the first table, and what else stands in none."""
    first = next((position for position, one in enumerate(paragraphs) if one.cell), len(paragraphs))
    return list(paragraphs[:first]), [one for one in paragraphs[first:] if not one.cell]


def _group(group: Group, column: Sequence[Title], surroundings: Surroundings) -> Data:
    found: dict[str, Data] = {
        "heading": tidy(group.heading.text).strip() if group.heading else "",
        "points": [entry(point) for point in group.points],
        "resources": [one for title in column for one in _resources(title, surroundings)],
    }
    return {key: value for key, value in found.items() if value}


def _resources(title: Title, surroundings: Surroundings) -> list[Data]:
    return resources(_as_line(title), title.scope, surroundings)


def _as_line(title: Title) -> Paragraph:
    return Paragraph((Run(title.text, target=title.target),), "")


def _contents(announced: Sequence[Paragraph], contents: Sequence[Row]) -> Iterator[Reading]:
    if contents:
        yield Reading(" ".join([*(one.text for one in announced), *(row.text for row in contents)]), _CONTENTS)


def _scopes(found: Sequence[Group]) -> Iterator[Reading]:
    for group in found:
        for line in group.beside:
            yield from (Reading(match[0], "scope") for match in SCOPES.finditer(line.text))


def _unplaced(
    after: Sequence[Paragraph], table: Sequence[Row], columns: Sequence[Sequence[Title]], surroundings: Surroundings
) -> Iterator[Paragraph]:
    """Yield what has no place: text below the table, further columns, and what is too long for a resource."""
    yield from after
    yield from (replace(one, cell=None) for row in table for one in row.beyond)
    yield from (_as_line(title) for column in columns for title in column if not _resources(title, surroundings))


def _parts(found: Sequence[Group], known: frozenset[str]) -> Iterator[Part]:
    for number, group in enumerate(found):
        heading = tidy(group.heading.text).strip() if group.heading else ""
        named = folded(heading) in known
        reason = "a row of its own that the list of contents names" if named else "a row of its own"
        confidence = Confidence.HIGH if named else Confidence.MEDIUM
        if not group.points:
            confidence, reason = Confidence.LOW, f"{reason}, with no points below it"
        yield Part(("groups", number), heading, confidence, reason)


def _remarks(data: dict[str, Data], columns: Sequence[Sequence[Title]]) -> Iterator[Remark]:
    if not data["title"]:
        yield Remark("IMP002", Severity.WARNING, "no title was found", "Write it at `title:`.")
    if not data["groups"]:
        hint = "The file should have a table with the points at the left and the resources at the right."
        yield Remark("IMP008", Severity.WARNING, "no groups were found", hint)
    count = sum(map(len, columns))
    lost = sum(not title.target for column in columns for title in column)
    if lost:
        message = f"{lost} of {count} resources have no address in the file, and their titles were joined from lines"
        hint = "Compare the titles with the file, and give each its `url`, or its `link` in the register."
        yield Remark("IMP040", Severity.WARNING, message, hint)
