"""One source laid over another: folder inheritance and local editions use the same few words.

Keys are merged, a list or a text replaces what was there, and a set of numbered keys over a list
changes single items of it (``sections: {4: …}``); the number after the last one adds an item. A resource leads to
one place, so that a local ``link`` takes the place of a common ``url``, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Path, Severity
from publisher.places import Place
from publisher.source import NAMES, Data, Source


def lay_over(common: Source, local: Source) -> Source:
    """Return ``common`` with the keys of ``local`` in their place; each value keeps its own file."""
    merging = _Merging(common, local)
    data = merging.value(common.data, local.data, ())
    diagnostics = (*common.diagnostics, *local.diagnostics, *merging.diagnostics)
    return Source(common.text, data, merging.values, merging.keys, diagnostics)


def item_number(key: str) -> int:
    """Return the number, from 1, of the item that a key over a list stands for; 0 where it is no such number."""
    return int(key) if key.isascii() and key.isdecimal() and len(key) < 4 else 0


class _Merging:
    """One walk over both sources, with the places of what is kept."""

    def __init__(self, common: Source, local: Source) -> None:
        self.local = local
        self.values: dict[Path, Place] = dict(common.values)
        self.keys: dict[Path, Place] = dict(common.keys)
        self.diagnostics: list[Diagnostic] = []

    def value(self, common: Data, local: Data, path: Path, local_path: Path | None = None) -> Data:
        """Return what stands at ``path`` once the local value is laid over the common one."""
        origin = path if local_path is None else local_path
        if isinstance(local, dict) and isinstance(common, dict):
            return self._keys(common, local, path, origin)
        if isinstance(local, dict) and isinstance(common, list):
            return self._items(common, local, path, origin)
        if local is None:
            return common
        self._take_places(common, local, path, origin)
        return local

    def _keys(self, common: dict[str, Data], local: dict[str, Data], path: Path, origin: Path) -> Data:
        merged = dict(common)
        for key in _of_former_target(common, local) if "resources" in path else ():
            del merged[key]
            self.values.pop((*path, key), None)
            self.keys.pop((*path, key), None)
        for key, value in local.items():
            self.keys[(*path, key)] = self.local.keys[(*origin, key)]
            merged[key] = self.value(common.get(key), value, (*path, key), (*origin, key))
        return merged

    def _items(self, common: list[Data], local: dict[str, Data], path: Path, origin: Path) -> Data:
        merged = list(common)
        for key, value in local.items():
            number = item_number(key)
            if not 1 <= number <= len(merged) + 1:
                self._report(key, len(merged), (*origin, key))
                continue
            if number > len(merged):
                merged.append(None)
            merged[number - 1] = self.value(merged[number - 1], value, (*path, number - 1), (*origin, key))
        return merged

    def _take_places(self, common: Data, local: Data, path: Path, origin: Path) -> None:
        """Put the places of a local value, and of what it encloses, where those of the common one were."""
        for places, new in ((self.values, self.local.values), (self.keys, self.local.keys)):
            for below in _paths(common):
                places.pop((*path, *below), None)
            for below in _paths(local):
                if place := new.get((*origin, *below)):
                    places[(*path, *below)] = place

    def _report(self, key: str, count: int, origin: Path) -> None:
        place = self.local.place(origin, key=True)
        message = f"`{key}` is not the number of an item here; there are {count}"
        hint = f"Use a number from 1 to {count} to change an item, or {count + 1} to add one."
        self.diagnostics.append(
            Diagnostic("SRC005", NAMES["SRC005"], Severity.ERROR, message, place.text.name, place.span(), hint)
        )


def _of_former_target(common: dict[str, Data], local: dict[str, Data]) -> list[str]:
    """Return the keys of a resource that are about where it led before the local edition led it elsewhere."""
    former = next((old for new, old in (("link", "url"), ("url", "link")) if local.get(new) and old in common), "")
    return [key for key in (former, "type", "size") if former and key in common and key not in local]


def _paths(data: Data) -> Iterator[Path]:
    """Yield the path of each value from ``data`` on, and first that of ``data`` itself."""
    yield ()
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in entries:
        yield from ((part, *below) for below in _paths(value))
