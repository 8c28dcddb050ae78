"""A document's list of contents: its sections, and the groups below them that a link can lead to."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.document import Document, Role, Section, Subheading, plain_text


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list."""

    anchor: str
    title: str
    below: tuple[Entry, ...] = ()


def contents(document: Document) -> tuple[Entry, ...]:
    """Return the entries of a document; what stands before the list has none."""
    return tuple(_entry(section) for section in document.sections if section.role is not Role.INTRODUCTION)


def _entry(section: Section) -> Entry:
    subheadings = (block for block in section.blocks if isinstance(block, Subheading) and block.anchor)
    below = tuple(Entry(one.anchor, plain_text(one.children)) for one in subheadings)
    return Entry(section.identifier, section.title, below)
