"""Slips with quotation marks, with brackets and with characters that have a meaning of their own."""

from __future__ import annotations

import re

import yaml

from publisher.slips._error import KEY, NO_PLACE_FOR_A_VALUE, Error, Slip, other_quote, right

# libyaml where the wheel has it: a large file is read again within a moment.
_loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_curly_mark = re.compile(r" *(?:- +)*(?:[\w-]+: +)?(?P<at>[“”„‘’])(?P<value>.*)")


def open_quote(error: Error) -> Slip | None:
    if "quoted scalar" not in error.says:
        return None
    if "escape" in error.says:
        hint = "Put the value in single quotes, where a backslash is nothing but itself."
        return Slip("a backslash in double quotes starts what YAML does not know", hint, error.index)
    return _never_closed(error, error.opened)


def _never_closed(error: Error, opened: int) -> Slip:
    line = error.line(opened)
    quote, value = error.text[opened], line.text[opened - line.start + 1 :].strip()
    hint = f"Close it at the end of the value: {right(line, value, quote)}."
    return Slip("the quotation mark that opens here is not closed on its line", hint, opened)


def after_quote(error: Error) -> Slip | None:
    """Recognise words behind a closing quotation mark, which may close one that was opened lines before."""
    before = error.text[: error.index].rstrip(" ")
    if before[-1:] not in {'"', "'"}:
        return None
    opened = _opened(error.text, len(before))
    if opened is None:
        return None
    line = error.line(opened)
    if line.number != error.line(error.index).number:
        return _never_closed(error, opened)
    written = line.text[opened - line.start :].strip()
    inner = written[1:-1] if written[-1] == written[0] else written
    hint = f"Put quotes of the other kind round the whole value: {right(line, inner, other_quote(inner))}."
    return Slip("words stand after the closing quotation mark", hint, error.index)


def _opened(text: str, end: int) -> int | None:
    """Return where the quoted value opens that ends at an offset."""
    try:
        for token in yaml.scan(text, Loader=_loader):
            if isinstance(token, yaml.ScalarToken) and token.style in {'"', "'"} and token.end_mark.index == end:
                return int(token.start_mark.index)
    except yaml.YAMLError:
        return None
    return None


def curly_quote(error: Error) -> Slip | None:
    for line in error.suspects:
        if match := _curly_mark.fullmatch(line.text):
            value = match["value"].strip().rstrip("“”„‘’")
            hint = f"Type straight ones: {right(line, value, other_quote(value))}."
            return Slip("a curly quotation mark quotes nothing in YAML", hint, line.start + match.start("at"))
    return None


def first_character(error: Error) -> Slip | None:
    """Recognise a value that starts with a character that has a meaning of its own."""
    alone = "cannot start any token" in error.says or "not allowed in this context" in error.says
    index = (
        error.opened if "alias" in error.says or "anchor" in error.says or "directive" in error.says else error.index
    )
    character = error.text[index : index + 1]
    if index == error.index and not (alone and character in {"@", "`", "%", "-", "?"}):
        return None
    line = error.line(index)
    if character == "-" and not line.text[: index - line.start].strip("- "):
        return None
    value = line.text[index - line.start :].strip()
    if character == "`":
        hint = "Put the value in quotes, or on the next line under `|`."
        return Slip("a value may not start with a backtick", hint, index)
    better = right(line, value, other_quote(value), f'"{character} …"')
    return Slip(f"a value may not start with `{character}`", f"Put it in quotes: {better}.", index)


def colon(error: Error) -> Slip | None:
    line = error.place
    match = KEY.fullmatch(line.text) if NO_PLACE_FOR_A_VALUE in error.says else None
    if not match or error.index - line.start <= match.end("key"):
        return None
    value = match["value"].strip()
    hint = f"Put the value in quotes: {right(line, value, other_quote(value))}."
    return Slip("a value with a colon and a space in it must be in quotes", hint, error.index)


def bracket(error: Error) -> Slip | None:
    """Recognise brackets that close nothing, are not closed, or start a text."""
    character, line = error.text[error.index], error.line(error.index)
    if "flow" in error.says:
        return _in_brackets(error)
    if character in "]}":
        hint = "Delete it, or put the whole value in quotes if it is part of the text."
        return Slip(f"this `{character}` closes nothing", hint, error.index)
    if line.text[: error.index - line.start].rstrip(" ")[-1:] in {"]", "}"} and (match := KEY.fullmatch(line.text)):
        value = match["value"].strip()
        hint = f"Put a text that starts with a bracket in quotes: {right(line, value, other_quote(value))}."
        return Slip("words stand after the closing bracket", hint, error.index)
    return None


def _in_brackets(error: Error) -> Slip | None:
    line = error.line(error.index)
    # Of an empty list at the end of the file, the reader names the place behind the bracket.
    opened = error.opened if error.text[error.opened] in "[{" else len(error.text.rstrip()) - 1
    ended = line.number != error.line(opened).number or not line.text[error.index - line.start + 1 :].strip()
    closing = {"[": "]", "{": "}"}.get(error.text[opened])
    if ended and closing:
        return Slip(f"the `{error.text[opened]}` that opens here is not closed", f"Add `{closing}` at its end.", opened)
    if error.text[error.index] == ":":
        hint = 'Put text with a colon in quotes: `{label: "Neglect: toolkit", link: neglect-toolkit}`.'
        return Slip("a text in brackets has a colon", hint, error.index)
    return None
