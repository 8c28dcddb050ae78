"""Practice points as a compendium: an introduction, the groups of points with their resources, the closing sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publisher.compose.parts import Parts
from publisher.diagnostics import Path
from publisher.document import (
    Block,
    BulletList,
    Cell,
    Document,
    Form,
    ListItem,
    Paragraph,
    Role,
    Row,
    Section,
    Strong,
    Subheading,
    Table,
    Text,
)
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Group, PracticePoints

_Numbered = tuple[int, Group]


def compose(edition: Edition, work: PracticePoints, house: House) -> Document:
    """Return the document of an edition of practice points that has no errors."""
    parts = Parts(edition, house)
    document = parts.document(_sections(work, parts), Form.COMPENDIUM)
    # A partnership's series is that of its briefings.
    return replace(document, series=parts.words.practice_points)


def _sections(work: PracticePoints, parts: Parts) -> Iterator[Section]:
    if introduction := parts.localiser.body(work.introduction):
        yield Section(Role.INTRODUCTION, parts.words.introduction, introduction, path=("introduction",))
    for part, groups in _in_parts(work):
        yield from [_part(part, groups, parts)] if part else [_group(one, parts) for one in groups]
    yield from parts.closing(())


def _in_parts(work: PracticePoints) -> list[tuple[str, list[_Numbered]]]:
    """Return the groups by part, with its heading; groups before the first part have none."""
    parts: list[tuple[str, list[_Numbered]]] = [("", [])]
    for numbered in enumerate(work.groups):
        part = numbered[1].part.strip()
        if part and part != parts[-1][0]:
            parts.append((part, []))
        parts[-1][1].append(numbered)
    return [(heading, groups) for heading, groups in parts if groups]


def _group(numbered: _Numbered, parts: Parts) -> Section:
    number, group = numbered
    path: Path = ("groups", number)
    return Section(Role.GROUP, _heading(group, parts), _blocks(group, parts), anchor=f"group-{number + 1}", path=path)


def _part(heading: str, groups: list[_Numbered], parts: Parts) -> Section:
    """Return one section with a subheading for each of its groups."""
    blocks: list[Block] = []
    for number, group in groups:
        subheading = Subheading((Text(_heading(group, parts)),), anchor=f"group-{number + 1}")
        blocks += [subheading, *_blocks(group, parts)]
    number, _ = groups[0]
    line = parts.localiser.line(heading)
    return Section(Role.GROUP, line, tuple(blocks), anchor=f"part-{number + 1}", path=("groups", number))


def _heading(group: Group, parts: Parts) -> str:
    return parts.localiser.line(group.heading)


def _blocks(group: Group, parts: Parts) -> tuple[Block, ...]:
    """Return the points beside their resources; the points alone where there are no resources."""
    points = BulletList(tuple(ListItem(parts.localiser.body(point)) for point in group.points))
    resources = tuple(map(_without_heading, parts.resources(group.resources)))
    if not resources:
        return (points,)
    columns = (parts.words.practice_points, parts.words.resources)
    return (Table("", columns, (Row((Cell((points,)), Cell(resources))),), row_heads=False),)


def _without_heading(block: Block) -> Block:
    """Return a subheading as strong words: a table's cell is no place for the headings of the document."""
    return Paragraph((Strong(block.children),)) if isinstance(block, Subheading) else block
