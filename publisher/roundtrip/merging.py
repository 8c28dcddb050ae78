"""Three versions of a text made one: by paragraph, then by words; what both sides changed is a conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from publisher.escaping import wrapped
from publisher.roundtrip.pieces import Piece, joined, pieces
from publisher.roundtrip.writing import WIDTH

_word = re.compile(r"(?:\{\{[^{}]*\}\}|\]\(<[^>]*>\)|\S)+")
_hanging = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+|")
_structure = re.compile(r"^\s*>|\n\s*(?:[-*+]|\d{1,9}[.)])\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Merged:
    """A text, or the conflicts that keep it from being one."""

    text: str
    conflicts: tuple[tuple[str, str], ...] = ()
    """What the source has now, and what the edited file has, where both changed the same words."""


@dataclass(frozen=True, slots=True)
class _Region:
    base: tuple[int, int]
    ours: tuple[int, int]
    theirs: tuple[int, int]


def merge(base: str, ours: str, theirs: str, *, one_line: bool = False) -> Merged:
    """Return ``ours`` with what ``theirs`` changed in ``base``."""
    keys = [_words(text) if one_line else [piece.key for piece in pieces(text)] for text in (base, ours, theirs)]
    if side := _chosen(*keys):
        return Merged(ours if side == "ours" else theirs)
    if one_line:
        merged = _by_words(base, ours, theirs)
        return Merged(ours, ((ours, theirs),)) if merged is None else Merged(merged)
    versions = pieces(base), pieces(ours), pieces(theirs)
    parts: list[Piece] = []
    conflicts: list[tuple[str, str]] = []
    for chosen, clash in _pieces(*versions):
        parts += chosen
        conflicts += clash
    end = ours[len(ours.rstrip()) :]
    return Merged(ours, tuple(conflicts)) if conflicts else Merged(joined(parts) + end)


def _pieces(
    base: list[Piece], ours: list[Piece], theirs: list[Piece]
) -> Iterator[tuple[list[Piece], list[tuple[str, str]]]]:
    keys = [[piece.key for piece in version] for version in (base, ours, theirs)]
    for region in _regions(*keys):
        before, mine, yours = (
            version[slice(*span)]
            for version, span in zip((base, ours, theirs), (region.base, region.ours, region.theirs), strict=True)
        )
        chosen = _chosen(*([piece.key for piece in one] for one in (before, mine, yours)))
        if chosen == "ours":
            yield mine, []
        elif chosen == "theirs":
            yield yours, []
        elif len(before) == len(mine) == len(yours):
            for one in zip(before, mine, yours, strict=True):
                merged = _piece(*one)
                yield ([merged], []) if merged else ([], [(one[1].text, one[2].text)])
        else:
            yield [], [(joined(mine), joined(yours))]


def _piece(base: Piece, ours: Piece, theirs: Piece) -> Piece | None:
    if any(_structure.search(one.text) for one in (base, ours, theirs)):
        return None
    text = _by_words(base.text, ours.text, theirs.text)
    if text is None:
        return None
    match = _hanging.match(text)
    indent = match.end() if match else 0
    return replace(ours, text=f"\n{' ' * indent}".join(wrapped(text, WIDTH - indent)))


def _by_words(base: str, ours: str, theirs: str) -> str | None:
    versions = [_words(one) for one in (base, ours, theirs)]
    merged: list[str] = []
    for region in _regions(*versions):
        spans = (region.base, region.ours, region.theirs)
        before, mine, yours = (version[slice(*span)] for version, span in zip(versions, spans, strict=True))
        match _chosen(before, mine, yours):
            case "ours":
                merged += mine
            case "theirs":
                merged += yours
            case _:
                return None
    return " ".join(merged)


def _words(text: str) -> list[str]:
    return [match[0] for match in _word.finditer(text)]


def _chosen(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> str:
    if theirs in (ours, base):
        return "ours"
    return "theirs" if ours == base else ""


def _regions(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[_Region]:
    """Yield stretches that all three have, and those in between, which one or both sides changed."""
    at = (0, 0, 0)
    for start, mine, yours, size in (*_common(base, ours, theirs), (len(base), len(ours), len(theirs), 0)):
        if at != (start, mine, yours):
            yield _Region((at[0], start), (at[1], mine), (at[2], yours))
        if size:
            yield _Region((start, start + size), (mine, mine + size), (yours, yours + size))
        at = (start + size, mine + size, yours + size)


def _common(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where the same stretch of the base stands in both others: three offsets and a length."""
    first, second = (
        SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks() for other in (ours, theirs)
    )
    for one in first:
        for two in second:
            start, end = max(one.a, two.a), min(one.a + one.size, two.a + two.size)
            if start < end:
                yield start, one.b + start - one.a, two.b + start - two.a, end - start
