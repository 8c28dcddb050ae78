"""The changes of a comparison put into the files that they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path as FilePath

from publisher.diagnostics import Severity
from publisher.errors import PublisherError
from publisher.files import reason
from publisher.importers._manuscript import Remark
from publisher.roundtrip.applying import Item, with_items, with_values
from publisher.roundtrip.changes import Change, Comparison, ListChange, named
from publisher.roundtrip.identity import Path
from publisher.source import Source, read

_BY_HAND = "Change it in the source by hand."


def applied(comparison: Comparison, root: FilePath) -> tuple[dict[FilePath, bytes], list[Remark]]:
    """Return the files that change with their new bytes, and what could not be put into them.

    ``root`` is the folder that the names of files are relative to. Nothing is written. Raises PublisherError for a
    file that cannot be read.
    """
    changes = [*comparison.changes]
    lists: list[ListChange] = []
    remarks: list[Remark] = []
    for one in comparison.lists:
        if _is_whole(one, comparison):
            lists.append(one)
            changes += _inside(one, comparison)
        else:
            message = f"The {one.path[0]} of this edition stand in two files, and were added, removed or moved."
            remarks.append(Remark("IMP028", Severity.WARNING, message, _BY_HAND))
    files: dict[FilePath, bytes] = {}
    for name in dict.fromkeys([*(one.file for one in changes), *(one.file for one in lists)]):
        path = root / name
        try:
            files[path] = _changed(path, name, changes, lists, comparison)
        except PublisherError as error:
            remarks.append(Remark("IMP028", Severity.WARNING, f"{error}.", _BY_HAND))
    return files, remarks


def _changed(
    path: FilePath, name: str, changes: Iterable[Change], lists: Iterable[ListChange], comparison: Comparison
) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PublisherError(f"cannot read `{name}`: {reason(error)}") from error
    own = read(data, name)
    values = {_own(comparison, own, one.path): one.after for one in changes if one.file == name}
    data = with_values(data, name, values)
    for one in lists:
        if one.file == name:
            data = with_items(data, name, _own(comparison, own, one.path), _items(one, comparison))
    return data


def _own(comparison: Comparison, own: Source, path: Path) -> Path:
    """Return where a value of the edition stands in its own file, in which items may go by number.

    Raises PublisherError where it stands in none.
    """
    place = comparison.edition.source.values.get(path)
    for key, one in own.values.items():
        if place and key and (one.start, one.end) == (place.start, place.end):
            return key
    raise PublisherError(f"`{own.name}` has no {named(path)} in which the change could be written")


def _is_whole(one: ListChange, comparison: Comparison) -> bool:
    """Whether all items of a list stand in the file where the list does."""
    values = comparison.edition.source.values
    if one.path not in values:
        return False
    name = values[one.path].text.name
    return all(values[*one.path, index].text.name == name for index in range(len(one.before)))


def _inside(one: ListChange, comparison: Comparison) -> list[Change]:
    """Return the changes inside of items that stay and keep their keys."""
    found: list[Change] = []
    for kept in one.after:
        if kept.at is None or _is_rewritten(one, kept.at, kept.keys, comparison):
            continue
        for key, text in kept.keys.items():
            if text != one.before[kept.at][key]:
                path: Path = (*one.path, kept.at, key) if key else (*one.path, kept.at)
                found.append(Change(path, one.file, one.before[kept.at][key], text))
    return found


def _is_rewritten(one: ListChange, at: int, keys: dict[str, str], comparison: Comparison) -> bool:
    before = one.before[at]
    changed = {key for key in (*before, *keys) if before.get(key) != keys.get(key)}
    known = comparison.edition.source.values
    return any(key and (*one.path, at, key) not in known for key in changed) or any(key not in keys for key in changed)


def _items(one: ListChange, comparison: Comparison) -> list[Item]:
    return [
        Item(
            kept.at,
            kept.keys.get("", dict(kept.keys)),
            is_rewritten=kept.at is not None and _is_rewritten(one, kept.at, kept.keys, comparison),
        )
        for kept in one.after
    ]
