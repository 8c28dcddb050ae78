"""What a line is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """Words without markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than those around them."""

    children: tuple[Inline, ...]
    language: str
    """A language tag of BCP 47, such as cy."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; plain text only, as PDF has no clean tag for markup inside a link."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break that the author asked for."""


class Entry(StrEnum):
    """What is written into a field."""

    LINE = "line"
    """A few words."""
    LINES = "lines"
    """Notes of several lines."""
    DATE = "date"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Field:
    """A place that readers fill in."""

    name: str
    """Its name inside the document, such as action-1-who."""
    label: str
    """What a screen reader calls it; on the page it stands beside the words that ask for it."""
    entry: Entry = Entry.LINE


Inline = Text | Strong | Emphasis | Foreign | Link | LineBreak | Field


def inlines(children: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield the inlines and all inlines inside them, in reading order."""
    for child in children:
        yield child
        if isinstance(child, Strong | Emphasis | Foreign):
            yield from inlines(child.children)


def mapped(children: tuple[Inline, ...], change: Callable[[Inline], Inline]) -> tuple[Inline, ...]:
    """Return the inlines with each changed that has no others inside it, however deep it stands."""
    return tuple(
        replace(child, children=mapped(child.children, change))
        if isinstance(child, Strong | Emphasis | Foreign)
        else change(child)
        for child in children
    )


def plain_text(children: tuple[Inline, ...]) -> str:
    """Return the words of the inlines without their markup."""
    words: list[str] = []
    for child in inlines(children):
        if isinstance(child, Text | Link):
            words.append(child.text)
        elif isinstance(child, LineBreak):
            words.append("\n")
    return "".join(words)
