"""What an author made of a part in Word, as it would be written in the source: only what changed is written anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from publisher.addresses import escaped
from publisher.document import Writing, Written
from publisher.roundtrip import writing
from publisher.roundtrip.identity import Identity
from publisher.roundtrip.lines import BULLET, NUMBER, Line, Shown, Sign, tokens
from publisher.roundtrip.pieces import Piece, joined, lines_of, pieces

_link = re.compile(r"\]\(<?([^\s<>)]+)")
_first_number = re.compile(r"^(\s*)\d{1,9}(?=[.)])")


def is_same(before: Sequence[Line], after: Sequence[Line], kind: Writing) -> bool:
    """Whether lines look the same; how a single line is set does not count."""
    if kind is Writing.BODY:
        return [line.key for line in before] == [line.key for line in after]
    if kind is Writing.PHRASE:
        return [line.key[2] for line in before] == [line.key[2] for line in after]
    return [line.text for line in before] == [line.text for line in after]


def edited(value: Written, lines: Sequence[Line], identity: Identity) -> tuple[str, bool]:
    """Return how a part is written as it stands now, and whether all its looks could be."""
    before = identity.lines(value)
    if is_same(before, lines, value.kind):
        return value.text, True
    named = with_names(before, lines)
    if value.kind is Writing.BODY:
        return _body(value, named, identity)
    line = Line(tuple(sign for index, one in enumerate(named) for sign in (*_space(index), *one.signs)))
    if value.kind is Writing.PHRASE:
        return writing.phrase(line, identity.shown(value.path), targets(value.text, identity))
    return writing.plain(line), True


def targets(text: str, identity: Identity) -> dict[str, str]:
    """Return how the links of a part are written, by where they lead: first as the part itself has them."""
    known = {escaped(led): written for written, led in identity.targets}
    own = _link.findall(text)
    led = dict(identity.targets)
    return known | {escaped(led.get(target, target)): target for target in own}


def with_names(before: Sequence[Line], after: Sequence[Line]) -> list[Line]:
    """Return lines in which the words that stood for a name, and still stand there, are that name again."""
    old = [sign for index, line in enumerate(before) for sign in (*_end(index), *line.signs)]
    occurrences: dict[tuple[int, str], int] = {}
    for sign in old:
        if sign.name:
            occurrences[sign.name] = occurrences.get(sign.name, 0) + 1
    if not occurrences:
        return list(after)
    names = _found(before, after, old)
    counts: dict[tuple[int, str], int] = {}
    for name in names.values():
        counts[name] = counts.get(name, 0) + 1
    whole = {name for name, count in counts.items() if count == occurrences[name]}
    lines, position = [], 0
    for index, line in enumerate(after):
        position += bool(index)
        signs = [
            replace(sign, name=names[at]) if names.get(at) in whole else sign
            for at, sign in enumerate(line.signs, position)
        ]
        position += len(signs)
        lines.append(replace(line, signs=tuple(signs)))
    return lines


def _found(before: Sequence[Line], after: Sequence[Line], old: list[Sign]) -> dict[int, tuple[int, str]]:
    """Return the names of signs of ``after`` by their offsets."""
    first, second = tokens(before), tokens(after)
    matcher = SequenceMatcher(None, [word for word, _ in first], [word for word, _ in second], autojunk=False)
    names: dict[int, tuple[int, str]] = {}
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            word, start = first[block.a + step]
            _, place = second[block.b + step]
            for offset in range(len(word)):
                if name := old[start + offset].name:
                    names[place + offset] = name
    return names


def _end(index: int) -> tuple[Sign, ...]:
    return (Sign("\0"),) if index else ()


def _space(index: int) -> tuple[Sign, ...]:
    return (Sign(" "),) if index else ()


def _body(value: Written, lines: Sequence[Line], identity: Identity) -> tuple[str, bool]:
    shown, known = identity.shown(value.path), targets(value.text, identity)
    kept = _kept(pieces(value.text), lines, shown)
    parts: list[Piece] = []
    exact, at, last = True, 0, None
    while at < len(lines):
        if at in kept:
            index, piece, size = kept[at]
            parts.append(_numbered(piece if last == index - 1 else replace(piece, before=""), lines[at]))
            at, last = at + size, index
            continue
        end = next((start for start in range(at, len(lines)) if start in kept), len(lines))
        for group in writing.groups(lines[at:end]):
            text, is_exact = writing.block(group, shown, known)
            exact = exact and is_exact
            parts.append(Piece(text, kind=group[0].form if group[0].form in {BULLET, NUMBER} else ""))
        at, last = end, None
    stripped = value.text.rstrip()
    return joined(parts) + (value.text[len(stripped) :] or "\n"), exact


def _kept(parts: list[Piece], lines: Sequence[Line], shown: Shown) -> dict[int, tuple[int, Piece, int]]:
    """Return the pieces that are as they were, by the line at which each begins now: position, piece, lines."""
    spans: list[tuple[int, int]] = []
    old: list[Line] = []
    for piece in parts:
        of_piece = lines_of(piece, shown)
        spans.append((len(old), len(of_piece)))
        old += of_piece
    matcher = SequenceMatcher(None, [line.key for line in old], [line.key for line in lines], autojunk=False)
    moved = {block.a + step: block.b + step for block in matcher.get_matching_blocks() for step in range(block.size)}
    kept: dict[int, tuple[int, Piece, int]] = {}
    for index, (piece, (start, size)) in enumerate(zip(parts, spans, strict=True)):
        places = [moved.get(start + step) for step in range(size)]
        if places and places[0] is not None and places == list(range(places[0], places[0] + size)):
            kept[places[0]] = index, piece, size
    return kept


def _numbered(piece: Piece, line: Line) -> Piece:
    """Return a numbered item with the number that it has now."""
    number = re.search(r"\d+", line.number)
    if piece.kind != NUMBER or number is None:
        return piece
    return replace(piece, text=_first_number.sub(rf"\g<1>{number[0]}", piece.text, count=1))
