"""Slips with spaces, tabs and indentation, and with the signs that start a text, a list or a value."""

from __future__ import annotations

import re

from publisher.slips._error import KEY, NO_PLACE_FOR_A_VALUE, Error, Slip, repeated

_TEXTS = frozenset({"body", "notes", "introduction"})
"""Keys whose values have several lines."""

_no_space_after_colon = re.compile(r" *(?:- +)*(?P<key>[A-Za-z_-]+)(?P<at>:)(?!//)(?P<value>[^\s:].*)")
_no_space_after_dash = re.compile(r" *(?P<at>-)(?P<value>[^\s-].*)")
_bar = re.compile(r"(?P<before> *(?:- +)*)(?:[\w-]+: +)?[|>][+-]?[0-9]?[+-]?\s*")


def tab(error: Error) -> Slip | None:
    lead = re.match(r"[ \t]*(?:-[ \t]+)?", error.place.text)
    at = lead[0].find("\t") if lead else -1
    if at < 0:
        return None
    return Slip("a tab stands here", "Use spaces: YAML is indented with spaces only.", error.place.start + at)


def text_beside_bar(error: Error) -> Slip | None:
    if "block scalar" not in error.says or "line break" not in error.says:
        return None
    mark = error.text[error.opened]
    hint = f"Start the text on the next line, indented; text that itself starts with `{mark}` goes in quotes."
    return Slip(f"words stand on the line of the `{mark}`", hint, error.index)


def missing_space(error: Error) -> Slip | None:
    for line in error.suspects:
        if match := _no_space_after_colon.fullmatch(line.text):
            better = f"{match['key']}: {match['value']}"
            hint = f"Write {repeated(better, 'title: Neglect')}."
            return Slip("a space is missing after the colon", hint, line.start + match.start("at"))
        if match := _no_space_after_dash.fullmatch(line.text):
            hint = f"Write {repeated('- ' + match['value'], '- What would you do?')}."
            return Slip("a space is missing after the `-`", hint, line.start + match.start("at"))
    return None


def missing_bar(error: Error) -> Slip | None:
    """Recognise a text of several lines under a key that has no ``|``."""
    line = error.place
    above = next(error.above(line), None)
    outer = next((one for one in error.above(line) if one.indentation < line.indentation), None)
    # Words in one column with their key are its text too; another key is not.
    beside = above if above and above.column == line.indentation and not KEY.match(line.text) else None
    for one in (beside, outer):
        match = KEY.fullmatch(one.text) if one else None
        if one and match and match["key"] in _TEXTS and not _bar.fullmatch(one.text):
            key = match["key"]
            hint = f"Write `{key}: |`, and the whole text on the lines below, indented further than `{key}`."
            return Slip(f"`{key}` has a text of several lines, but no `|`", hint, one.start + match.start("key"))
    return None


def unindented_text(error: Error) -> Slip | None:
    """Recognise a line of a text under ``|`` that is not indented further than the key."""
    line = error.place
    if KEY.match(line.text) or line.text.lstrip().startswith("- "):
        return None
    for one in error.above(line):
        match = _bar.fullmatch(one.text)
        if match and line.indentation <= len(match["before"]):
            hint = f"Start each line of the text with {len(match['before']) + 2} spaces."
            return Slip(f"this text is not indented under the `|` of line {one.number}", hint, line.start)
        if match or (KEY.match(one.text) and one.indentation <= line.indentation):
            return None
    return None


def missing_dash(error: Error) -> Slip | None:
    line = error.place
    outer = next((one for one in error.above(line) if one.indentation <= line.indentation), None)
    dash = outer is not None and outer.text.lstrip().startswith("- ") and not line.text.lstrip().startswith("- ")
    if not outer or not dash or outer.indentation != line.indentation:
        return None
    hint = f"Start each item with `- `, as line {outer.number} does."
    return Slip("a `- ` is missing before this item of the list", hint, line.start + line.indentation)


def missing_colon(error: Error) -> Slip | None:
    line = error.suspects[0]
    expects = "expected ':'" in error.says or NO_PLACE_FOR_A_VALUE in error.says
    if not expects or ":" in line.text or line.text.lstrip().startswith("- "):
        return None
    hint = "A line is a key, a colon, a space and a value, such as `title: Neglect`; longer text goes under `|`."
    return Slip("this line has no colon", hint, line.start + line.indentation)


def indentation(error: Error) -> Slip | None:
    line = error.place
    above = next(error.above(line), None)
    if above is None or "flow" in error.says or "scanning" in error.says.partition(";")[0]:
        return None
    spaces = f"{line.indentation} {'space' if line.indentation == 1 else 'spaces'}"
    hint = f"It has {spaces} before it, and line {above.number} has its key after {above.column}: what belongs together"
    hint += " starts in one column, and what belongs to a key two columns further in."
    return Slip("this line is not in line with those above it", hint, line.start + line.indentation)
