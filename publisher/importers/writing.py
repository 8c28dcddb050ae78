"""The data of a source as YAML that people like to read and edit; it reads back to the same data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publisher.escaping import wrapped
from publisher.source import Data
from publisher.yaml_scalar import flow_scalar, reads_as, scalar

WIDTH = 100
"""Columns of a line, where the words allow it."""

ORDER = (
    *("kind", "title", "subtitle", "summary", "family", "lang", "layout", "status", "published", "review", "topics"),
    *(
        "sources",
        "origin",
        "introduction",
        "aims",
        "sections",
        "groups",
        "slides",
        "questions",
        "resources",
        "contacts",
    ),
    *("support", "waivers", "unplaced"),
)
"""The keys of a source in the order in which ``docs/format.md`` shows them, for documents of all kinds."""

_TEXTS = frozenset({"body", "notes", "introduction"})
"""Texts of several lines; what has one of them is never written on one line."""
_SHORT_LISTS = frozenset({"topics", "support"})


def written(data: dict[str, Data], notes: Iterable[str] = ()) -> str:
    """Return the YAML of a source; the notes stand above it as comments, each a paragraph."""
    head = "".join(f"# {part}\n" for note in notes for part in wrapped(note, WIDTH - 2))
    known = [key for key in ORDER if key in data]
    entries = {key: data[key] for key in [*known, *(key for key in data if key not in known)]}
    return head + "".join(_entry(key, value, 0) for key, value in entries.items())


def _entry(key: str, value: Data, indent: int) -> str:
    """Return the lines of one key; a list or set of keys that does not fit its line stands below it."""
    start = f"{' ' * indent}{scalar(key)}:"
    if isinstance(value, str) or value is None:
        return f"{start}{_after_colon(key, value, indent)}\n"
    may_be_one_line = not value or (indent > 0 if isinstance(value, dict) else key in _SHORT_LISTS)
    if may_be_one_line and (flow := _flow(value)) and len(start) + 1 + len(flow) <= WIDTH:
        return f"{start} {flow}\n"
    return f"{start}\n{_below(value, indent + 2)}"


def _item(value: Data, indent: int) -> str:
    start = f"{' ' * indent}-"
    if isinstance(value, str) or value is None:
        return f"{start}{_after_colon('', value, indent)}\n"
    may_be_one_line = not value or (isinstance(value, dict) and not _TEXTS & value.keys())
    if may_be_one_line and (flow := _flow(value)) and len(start) + 1 + len(flow) <= WIDTH:
        return f"{start} {flow}\n"
    return f"{start} {_below(value, indent + 2)[indent + 2 :]}"


def _below(value: list[Data] | dict[str, Data], indent: int) -> str:
    if isinstance(value, list):
        return "".join(_item(one, indent) for one in value)
    return "".join(_entry(key, one, indent) for key, one in value.items())


def _after_colon(key: str, value: str | None, indent: int) -> str:
    if value is None:
        return ""
    if (key in _TEXTS or "\n" in value) and (block := _block(value, indent)):
        return block
    return f" {scalar(value)}"


def _block(text: str, indent: int) -> str:
    """Return a text as a literal block below its key, or "" where YAML has none that reads back to it."""
    chomp = "" if text.endswith("\n") else "-"
    lines = text.removesuffix("\n").split("\n")
    block = f" |{chomp}\n" + "\n".join(f"{' ' * (indent + 2)}{one}" if one else "" for one in lines)
    same = bool(text.strip()) and reads_as(f"{' ' * indent}k:{block}\n", {"k": text})
    return block if same else ""


def _flow(value: list[Data] | dict[str, Data]) -> str:
    """Return a list or set of keys as it stands on one line, or "" where it holds more than single lines."""
    if isinstance(value, list):
        parts = list(_flow_parts(value))
        return f"[{', '.join(parts)}]" if all(parts) else ""
    parts = list(_flow_parts(value.values()))
    pairs = [f"{flow_scalar(key)}: {part}" for key, part in zip(value, parts, strict=True)]
    return "{" + ", ".join(pairs) + "}" if all(parts) else ""


def _flow_parts(values: Iterable[Data]) -> Iterator[str]:
    for value in values:
        yield flow_scalar(value) if isinstance(value, str) and "\n" not in value else ""
