"""The action plan: a form with a row for each action of the briefing's last section, and rows for the team's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publisher.compose import briefing as whole
from publisher.compose.companions._parts import about, cell, numbered
from publisher.compose.companions._words import Words, words
from publisher.compose.parts import Parts
from publisher.document import (
    Block,
    BulletList,
    Cell,
    Document,
    Entry,
    Field,
    Form,
    OrderedList,
    Paragraph,
    Role,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from publisher.model import Briefing

_OWN = 3
"""Rows for actions that are not in the briefing."""


def compose(parts: Parts, briefing: Briefing) -> Document:
    """Return the action plan of a briefing."""
    own = words(briefing.lang)
    document = parts.document(_sections(parts, briefing, own), Form.FORM, "action-plan")
    return replace(document, series=own.action_plan)


def _sections(parts: Parts, briefing: Briefing, own: Words) -> Iterator[Section]:
    lines = (about(parts, own), _line(own.team, "team", Entry.LINE), _line(own.meeting, "meeting", Entry.DATE))
    yield Section(Role.SECTION, own.about_the_plan, lines, anchor="about")
    for section in numbered(whole.sections(briefing, parts))[-1:]:
        blocks = (*_around(section.blocks), _actions(section.blocks, own))
        place = ("sections", len(briefing.sections) - 1)
        yield replace(section, role=Role.SECTION, blocks=blocks, path=place)
    others = tuple(_row(_blank(own, number), own.other_number, f"other-{number}", number, own) for number in _numbers())
    table = Table("", _columns(own), others, row_heads=False)
    yield Section(Role.SECTION, own.other_actions, (table,), anchor="other")
    again = _line(own.look_again, "look-again", Entry.DATE)
    yield Section(Role.SECTION, own.review, (again,), anchor="review")
    # Contacts are in the briefing; a credit must go with its words.
    closing = tuple(block for block in parts.information() if isinstance(block, Paragraph))
    if closing:
        yield Section(Role.INFORMATION, parts.words.information, closing)


def _numbers() -> range:
    return range(1, _OWN + 1)


def _line(words: str, name: str, entry: Entry) -> Paragraph:
    return Paragraph((Strong((Text(f"{words}:"),)), Text(" "), Field(name, words, entry)))


def _around(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return what stands around the lists of actions; nothing where there is no list, as then all is action."""
    around = tuple(block for block in blocks if not isinstance(block, BulletList | OrderedList))
    return around if len(around) < len(blocks) else ()


def _actions(blocks: tuple[Block, ...], own: Words) -> Table:
    """Return the items of the lists as rows, or the paragraphs where there is no list."""
    items = [item.blocks for block in blocks if isinstance(block, BulletList | OrderedList) for item in block.items]
    rows = tuple(
        _row(Cell(_named(action, number, own)), own.action_number, f"action-{number}", number, own)
        for number, action in enumerate(items or [(block,) for block in blocks], 1)
    )
    return Table("", _columns(own), rows)


def _named(action: tuple[Block, ...], number: int, own: Words) -> tuple[Block, ...]:
    """Return an action with what its fields call it before its words."""
    name = f"{own.action_number.format(number=number).capitalize()}: "
    first, *rest = action or (Paragraph(()),)
    if isinstance(first, Paragraph):
        return (Paragraph((Text(name), *first.children)), *rest)
    return (Paragraph((Text(name.strip()),)), first, *rest)


def _blank(own: Words, number: int) -> Cell:
    label = own.other_number.format(number=number)
    return cell(Field(f"other-{number}", _label(own.what, label)))


def _row(first: Cell, which: str, name: str, number: int, own: Words) -> Row:
    label = which.format(number=number)
    return Row(
        (
            first,
            cell(Field(f"{name}-who", _label(own.who, label))),
            cell(Field(f"{name}-by-when", _label(own.by_when, label), Entry.DATE)),
            cell(Field(f"{name}-done", _label(own.done, label), Entry.TICK)),
        )
    )


def _label(words: str, which: str) -> str:
    """Return what a field is called: the words over its column, then which row it is in."""
    return f"{words}, {which}"


def _columns(own: Words) -> tuple[str, ...]:
    return (own.what, own.who, own.by_when, own.done)
