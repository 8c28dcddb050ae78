"""Inline Markdown, as in pasted text, to runs."""

from __future__ import annotations

from collections.abc import Iterator

from publisher import markdown
from publisher.document import Emphasis, Foreign, Inline, LineBreak, Link, Strong, plain_text
from publisher.importers._manuscript import Run

_LOST = frozenset({"", "#"})


def runs(text: str) -> tuple[Run, ...]:
    """Return a line with its strong words and links; what Markdown does not know stays as it is written."""
    return tuple(_of(markdown.phrase(text), strong=False, emphasis=False))


def target(written: str) -> str:
    """Return where a link leads, "" where the file only keeps a place for that."""
    return "" if written.strip() in _LOST else written.strip()


def _of(children: tuple[Inline, ...], *, strong: bool, emphasis: bool) -> Iterator[Run]:
    for child in children:
        match child:
            case Strong(inner):
                yield from _of(inner, strong=True, emphasis=emphasis)
            case Emphasis(inner):
                yield from _of(inner, strong=strong, emphasis=True)
            case Foreign(inner):
                yield from _of(inner, strong=strong, emphasis=emphasis)
            case Link(words, leads):
                yield Run(words, strong, emphasis, target(leads))
            case LineBreak():
                yield Run("\n")
            case _:
                yield Run(plain_text((child,)), strong, emphasis)
