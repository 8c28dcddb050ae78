"""Lines to the Markdown that reads back as them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from publisher.escaping import all_escaped, destination, escaped, guarded, wrapped
from publisher.roundtrip.lines import BULLET, HEADING, NUMBER, PLAIN, QUOTE, Line, Look, Shown, Sign

WIDTH = 114
"""Characters of a line: a body stands six columns in, and lines of a source end before column 120."""

_number = re.compile(r"\d{1,9}")

_IN_ITEMS = {BULLET, NUMBER, PLAIN}

Targets = dict[str, str]
"""Where links lead, with how that is written."""


def phrase(line: Line, shown: Shown, targets: Targets) -> tuple[str, bool]:
    """Return a line as one line of Markdown, and whether it reads back as the same with all its looks."""
    wanted = tuple(sign.key for sign in line.signs)
    for signs, escape in _attempts(line.signs):
        text = _written(signs, escape, targets)
        read = shown.phrase(text)
        if read and tuple(sign.key for sign in read[0].signs) == wanted:
            return text, True
    return text, False


def plain(line: Line) -> str:
    """Return a line as plain words with the names that stand in it."""
    return " ".join("".join(text for text, _ in _named(line.signs)).split())


def block(lines: Sequence[Line], shown: Shown, targets: Targets) -> tuple[str, bool]:
    """Return the lines of one paragraph, quotation, heading or item with what is in it, and whether it is exact."""
    parts: list[str] = []
    indents = [0]
    exact = True
    for line in lines:
        text, is_exact = phrase(line, shown, targets)
        exact = exact and is_exact
        mark = _mark(line)
        level = min(line.level, len(indents) - 1)
        if mark:
            parts += ["\n", *_filled(guarded(text), " " * indents[level] + mark, indents[level] + len(mark))]
            indents[level + 1 :] = [indents[level] + len(mark)]
        elif line.form in {QUOTE, HEADING}:
            start = "> " if line.form == QUOTE else "### "
            parts += ["\n>\n" if line.form == QUOTE else "\n\n", *_filled(guarded(text), start, 0, start)]
        else:
            indent = indents[level]
            parts += ["\n\n", *_filled(guarded(text), " " * indent, indent)]
    return "".join(parts[1:]), exact


def groups(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    """Return lines in blocks: an item of a list with the list in it, a quotation, each other line by itself."""
    found: list[list[Line]] = []
    for line in lines:
        last = found[-1][0] if found else None
        in_item = last is not None and last.form in {BULLET, NUMBER} and line.level and line.form in _IN_ITEMS
        if in_item or (last is not None and last.form == line.form == QUOTE):
            found[-1].append(line)
        else:
            found.append([line])
    return [tuple(group) for group in found]


def _mark(line: Line) -> str:
    if line.form == BULLET:
        return "- "
    number = _number.search(line.number)
    return (f"{number[0]}. " if number else "1. ") if line.form == NUMBER else ""


def _filled(text: str, start: str, indent: int, further: str | None = None) -> list[str]:
    """Return a text as lines with their line breaks in between."""
    before = " " * indent if further is None else further
    lines = [line for part in text.split("\n") for line in wrapped(part, WIDTH - len(before))]
    return [f"{start}{lines[0] if lines else ''}", *(f"\n{before}{line}" for line in lines[1:])]


def _attempts(signs: tuple[Sign, ...]) -> Iterable[tuple[tuple[Sign, ...], Callable[[str], str]]]:
    yield signs, escaped
    yield signs, all_escaped
    # Markdown cannot make words strong that begin or end with a sign beside a letter.
    yield _with_bare_edges(signs), all_escaped
    yield tuple(replace(sign, look=Look(target=sign.look.target)) for sign in signs), all_escaped


def _with_bare_edges(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    bare: list[Sign] = []
    for look, group in groupby(signs, lambda sign: sign.look):
        run = list(group)
        if look.strong or look.emphasis:
            words = [index for index, sign in enumerate(run) if sign.text.isalnum()]
            first, last = (words[0], words[-1]) if words else (len(run), -1)
            unmarked = replace(look, strong=False, emphasis=False)
            run = [sign if first <= index <= last else replace(sign, look=unmarked) for index, sign in enumerate(run)]
        bare += run
    return tuple(bare)


def _written(signs: tuple[Sign, ...], escape: Callable[[str], str], targets: Targets) -> str:
    parts: list[str] = []
    for strong, within in groupby(signs, lambda sign: sign.look.strong):
        inner = []
        for emphasis, run in groupby(within, lambda sign: sign.look.emphasis):
            text = "".join(_led(look, list(one), escape, targets) for look, one in groupby(run, lambda one: one.look))
            inner.append(f"*{text}*" if emphasis else text)
        parts.append(f"**{''.join(inner)}**" if strong else "".join(inner))
    return "".join(parts)


def _led(look: Look, signs: list[Sign], escape: Callable[[str], str], targets: Targets) -> str:
    text = "".join(part if is_name else _broken(escape(part)) for part, is_name in _named(signs))
    if look.target is not None:
        text = f"[{text}]({destination(targets.get(look.target, look.target))})"
    return f"[{text}]{{lang={look.language}}}" if look.language else text


def _broken(text: str) -> str:
    return text.replace("\n", "\\\n")


def _named(signs: Iterable[Sign]) -> Iterable[tuple[str, bool]]:
    """Yield stretches of words, and names as they are written."""
    for name, group in groupby(signs, lambda sign: sign.name):
        yield ("".join(sign.text for sign in group), False) if name is None else (name[1], True)
