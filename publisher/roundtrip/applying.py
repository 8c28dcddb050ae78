"""New values put into a source as edits of its text: every other byte of the file stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from publisher.errors import PublisherError
from publisher.escaping import wrapped
from publisher.places import Place
from publisher.roundtrip.identity import Path
from publisher.source import Source, read
from publisher.yaml_scalar import flow_scalar, quoted, scalar

_WIDTH = 118
"""Columns of a source, as its authors wrap it."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list as it is to be; ``at`` is where it stands now, None for a new one."""

    at: int | None
    value: str | Mapping[str, str]
    is_rewritten: bool = False
    """Whether its keys are other ones than before."""


def with_values(data: bytes, name: str, values: Mapping[Path, str]) -> bytes:
    """Return the bytes of a source with new texts at paths of its own; raises PublisherError where that cannot be."""
    text = data.decode("utf-8-sig")
    source = read(data, name)
    for path in sorted(values, key=lambda one: source.values[one].start, reverse=True):
        text = _with_value(text, name, path, values[path])
    return _encoded(text, data)


def with_items(data: bytes, name: str, path: Path, items: list[Item]) -> bytes:
    """Return the bytes of a source whose list at ``path`` has these items; raises PublisherError where it cannot."""
    source = read(data, name)
    text = _listed(source, path, items)
    wanted = deepcopy(source.data)
    before = _at(wanted, path)
    after = [before[one.at] if one.at is not None and not one.is_rewritten else one.value for one in items]
    _set(wanted, path, after)
    if read(text.encode(), name).data != _text_only(wanted):
        raise PublisherError(f"`{_named(path)}` of `{name}` cannot be changed where it stands; change it by hand")
    return _encoded(text, data)


def _encoded(text: str, before: bytes) -> bytes:
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode()


def _with_value(text: str, name: str, path: Path, value: str) -> str:
    source = read(text.encode(), name)
    place = source.values[path]
    wanted = deepcopy(source.data)
    _set(wanted, path, value)
    for start, end, written in _candidates(place, value):
        candidate = text[:start] + written + text[end:]
        after = read(candidate.encode(), name)
        if not after.diagnostics and _same(after.data, wanted, path):
            return candidate
    raise PublisherError(f"`{_named(path)}` of `{name}` cannot be changed where it stands; change it by hand")


def _same(after: Any, wanted: Any, path: Path) -> bool:
    """Whether data are as wanted; the line break at a text's end is the style's doing."""
    try:
        found, value = _at(after, path), _at(wanted, path)
    except (KeyError, IndexError, TypeError):
        return False
    if not isinstance(found, str) or found.rstrip("\n") != value.rstrip("\n"):
        return False
    _set(after, path, value)
    return bool(after == wanted)


def _candidates(place: Place, value: str) -> Iterator[tuple[int, int, str]]:
    """Yield ways to write a value in its place, the one most like what stands there first."""
    if place.style == "|":
        yield _literal(place, value)
        return
    line = " ".join(value.split()) if "\n" not in value.strip() else value
    end = place.start + len(place.text.text[place.start : place.end].rstrip())
    indent = _indentation(place)
    column = place.text.position(place.start)[1] - 1
    filled = f"\n{' ' * indent}".join(_filled(line, column, indent))
    if not place.style:
        yield place.start, end, filled
    if place.style == "'":
        doubled = filled.replace("'", "''")
        yield place.start, end, f"'{doubled}'"
    if place.style == ">":
        yield place.start, end, f">\n{' ' * indent}" + f"\n{' ' * indent}".join(_filled(line, indent, indent))
    yield place.start, end, quoted(line)
    yield place.start, end, quoted(value)


def _filled(text: str, first: int, further: int) -> list[str]:
    """Return words as lines that end before the last column; ``first`` and ``further`` are columns to begin at."""
    start, *rest = wrapped(text, _WIDTH - first) or [""]
    return [start, *wrapped(" ".join(rest), _WIDTH - further)]


def _indentation(place: Place) -> int:
    """Return the column for the further lines of a value."""
    line = place.text.line(place.text.position(place.start)[0])
    dash = re.match(r"\s*(?:- +)*", line)
    return (dash.end() if dash else 0) + (2 if re.match(r"[\w-]+:\s", line[dash.end() :] if dash else line) else 0)


def _literal(place: Place, value: str) -> tuple[int, int, str]:
    """Return the lines of a block of text; those that stay are not touched."""
    raw = place.text.text
    begin = raw.find("\n", place.start) + 1 or len(raw)
    newline = "\r\n" if raw[max(0, begin - 2) : begin] == "\r\n" else "\n"
    old = place.value.splitlines()
    new = value.rstrip("\n").split("\n") if value.strip() else []
    # Empty lines at the end stand between this value and what follows, and are nobody's.
    while old and not old[-1].strip():
        old.pop()
    lines = raw[begin:].splitlines(keepends=True)[: len(old)]
    indent = " " * (_indentation_of(place) if old else _indentation(place))
    result: list[str] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        result += lines[i1:i2] if kind == "equal" else [f"{indent}{line}".rstrip() + newline for line in new[j1:j2]]
    written = "".join(line if line.endswith("\n") else line + newline for line in result)
    if not raw[:begin].endswith("\n"):
        written = newline + written
    return begin, begin + len("".join(lines)), written


def _indentation_of(place: Place) -> int:
    """Return the column at which a block of text stands."""
    offsets = place.offsets()
    first = next(index for index, sign in enumerate(place.value) if not sign.isspace())
    start = place.value.rfind("\n", 0, first) + 1
    return place.text.position(offsets[first])[1] - 1 - (first - start)


def _listed(source: Source, path: Path, items: list[Item]) -> str:
    raw, place = source.text.text, source.values[path]
    chunks, dash, is_flow = _chunks(source, path, len(_at(source.data, path)))
    written = [
        chunks[one.at] if one.at is not None and not one.is_rewritten else _new(one.value, dash, is_flow=is_flow)
        for one in items
    ]
    if raw[place.start : place.start + 1] == "[":
        end = raw.find("\n", place.end)
        end = len(raw) if end < 0 else end
        rest = raw[place.end : end]
        before = raw[: place.start].rstrip(" ") if items else raw[: place.start] + "[]"
        return before + rest + "\n" * bool(items) + "".join(written).rstrip("\n") + raw[end:]
    start = raw.rfind("\n", 0, place.start) + 1
    end = start + len("".join(chunks))
    if not items:
        # Without items the key needs an empty list beside it.
        colon = raw.index(":", source.keys[path].end) + 1
        return f"{raw[:colon]} []{raw[colon:start]}{raw[end:]}"
    return raw[:start] + "".join(written) + raw[end:]


def _chunks(source: Source, path: Path, count: int) -> tuple[list[str], int, bool]:
    """Return the lines of each item of a list, with the comments over it, the column of the dashes, and their style."""
    raw, place = source.text.text, source.values[path]
    if raw[place.start : place.start + 1] == "[":
        column = len(_line_before(raw, place.start)) - len(_line_before(raw, place.start).lstrip())
        flat = [_new(item, column + 2, is_flow=True) for item in _at(source.data, path)]
        return flat, column + 2, True
    dash = source.text.position(place.start)[1] - 1
    starts = []
    for index in range(count):
        begin = raw.rfind("\n", 0, source.values[*path, index].start) + 1
        while index and _is_note(raw, begin):
            begin = raw.rfind("\n", 0, begin - 1) + 1
        starts.append(begin)
    leaves = [one for key, one in source.values.items() if key[: len(path)] == path and key != path]
    last = max(one.start + len(raw[one.start : one.end].rstrip()) for one in leaves)
    end = raw.find("\n", last) + 1 or len(raw)
    texts = [raw[begin:stop] for begin, stop in zip(starts, [*starts[1:], end], strict=True)]
    texts = [text if text.endswith("\n") else f"{text}\n" for text in texts]
    return texts, dash, raw[source.values[*path, 0].start] == "{"


def _line_before(raw: str, offset: int) -> str:
    return raw[raw.rfind("\n", 0, offset) + 1 : offset]


def _is_note(raw: str, begin: int) -> bool:
    """Whether the line before ``begin`` is a comment or empty."""
    line = raw[raw.rfind("\n", 0, begin - 1) + 1 : begin].strip()
    return not line or line.startswith("#")


def _new(value: Any, dash: int, *, is_flow: bool) -> str:
    """Return the lines of a new item."""
    start, further = " " * dash + "- ", " " * (dash + 2)
    if isinstance(value, str):
        lines = _filled(value, dash + 2, dash + 2) if scalar(value) == value else [quoted(value)]
        return start + f"\n{further}".join(lines) + "\n"
    as_scalar = flow_scalar if is_flow else scalar
    pairs = [f"{key}: {as_scalar(str(text))}" for key, text in value.items()]
    return start + ("{" + ", ".join(pairs) + "}" if is_flow else f"\n{further}".join(pairs)) + "\n"


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _set(data: Any, path: Path, value: Any) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value


def _text_only(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {key: _text_only(value) for key, value in data.items()}
    return [_text_only(value) for value in data] if isinstance(data, list) else data


def _named(path: Path) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
