"""Questions and resources: which of them are still there, which are new, and in which order they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from publisher.addresses import escaped
from publisher.roundtrip import writing
from publisher.roundtrip.comparing import edited, with_names
from publisher.roundtrip.identity import Identity
from publisher.roundtrip.lines import Line, tidied
from publisher.roundtrip.merging import merge
from publisher.roundtrip.reading import Entry

QUESTIONS, RESOURCES = "questions", "resources"
_ALIKE = 0.6
_details = re.compile(r"\s*\(([^()]+)\)$")
_size = re.compile(r"[\d.,]+\s?[kKMG]B")

_ORDER = ("label", "link", "url", "scope", "type", "size")

Keys = dict[str, str]
"""A resource by its keys; a question is one key without a name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of the edited list; ``origin`` is its place in the list as published."""

    keys: Keys
    origin: int | None
    shown: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An item of the list as it is to be; ``at`` is its place in the source now."""

    keys: Keys
    at: int | None


@dataclass(frozen=True, slots=True)
class MergedList:
    """A list as it is to be, or what keeps it from being so."""

    items: tuple[Kept, ...]
    conflicts: tuple[tuple[str, str], ...] = ()


def published(identity: Identity, name: str) -> list[Keys]:
    """Return the items of a list as they were written when the file was made."""
    found: dict[int, Keys] = {}
    for one in identity.written:
        if one.path[0] == name:
            found.setdefault(int(one.path[1]), {})[str(one.path[2]) if len(one.path) > 2 else ""] = one.text
    # A list with gaps was not written by the program; what follows a gap has no place to come back to.
    return [found[index] for index in range(len(found)) if all(before in found for before in range(index + 1))]


def matched(entries: Sequence[Entry], identity: Identity, name: str) -> list[Entry]:
    """Return the entries; one whose mark was deleted is taken for the published one that it looks like."""
    shown = {index: text(keys) for index, keys in enumerate(published(identity, name))}
    left = {index: words for index, words in shown.items() if index not in {one.origin for one in entries}}
    found: list[Entry] = []
    for one in entries:
        if one.origin not in shown:
            one = replace(one, origin=None)  # noqa: PLW2901 - the same entry, better known
        if one.origin is None and left:
            best = max(left, key=lambda index: _likeness(left[index], one.line.text))
            if _likeness(left[best], one.line.text) >= _ALIKE:
                one = replace(one, origin=best)  # noqa: PLW2901 - the same entry, better known
                del left[best]
        found.append(one)
    return found


def _all(keys: Keys) -> str:
    return " ".join(keys.values())


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def text(keys: Keys) -> str:
    """Return the words of an item."""
    return keys.get("", keys.get("label", ""))


def question(entry: Entry, identity: Identity) -> tuple[Listed, bool]:
    """Return a question as it is to be written, and whether all its looks could be."""
    value = next((one for one in identity.written if one.path == (QUESTIONS, entry.origin)), None)
    if value is not None:
        words, exact = edited(value, [entry.line], identity)
    else:
        words, exact = writing.phrase(entry.line, identity.shown(), _known(identity))
    return Listed({"": words}, entry.origin, entry.line.text), exact


def _known(identity: Identity) -> dict[str, str]:
    return {escaped(led): written for written, led in identity.targets}


def resource(entry: Entry, identity: Identity) -> tuple[Listed, str]:
    """Return a resource as it is to be written, and the register's key that leads elsewhere now, or ""."""
    items = published(identity, RESOURCES)
    before = items[entry.origin] if entry.origin is not None and entry.origin < len(items) else {}
    label, details, target = _read(entry.line)
    keys = dict(before) or {"label": label}
    if before:
        (named,) = with_names(identity.shown().line(before["label"]), [Line(tidied(_label(entry.line, details)))])
        if named.text != "".join(line.text for line in identity.shown().line(before["label"])):
            keys["label"] = writing.plain(named)
    stated = ", ".join(part for part in (before.get("type", ""), before.get("size", "")) if part)
    if details != stated:
        keys = {key: value for key, value in keys.items() if key not in {"type", "size"}} | _stated(details)
    moved = _lead(keys, before, target, identity)
    keys["scope"] = entry.scope
    keys = {key: keys[key] for key in _ORDER if key in keys}
    return Listed(keys, entry.origin, entry.line.text), moved


def _lead(keys: Keys, before: Keys, target: str, identity: Identity) -> str:
    """Set where a resource leads; an address of the link register is not changed, but its key is returned."""
    led = dict(identity.targets)
    if "link" in before:
        is_same = not target or target.rstrip("/") == escaped(led.get(f"link:{before['link']}", "")).rstrip("/")
        return "" if is_same else before["link"]
    if target and target != escaped(led.get(before.get("url", ""), before.get("url", ""))):
        written = _known(identity).get(target, target)
        key, address = ("link", written.removeprefix("link:")) if written.startswith("link:") else ("url", target)
        keys[key] = address
    return ""


def _read(line: Line) -> tuple[str, str, str]:
    """Return the label, the details in brackets after it, and where it leads."""
    target = next((sign.look.target for sign in line.signs if sign.look.target), "")
    match = _details.search(line.text)
    is_linked = match is not None and any(sign.look.target for sign in line.signs[match.start(1) :])
    if match is None or is_linked:
        return line.text, "", target
    return line.text[: match.start()], match[1], target


def _label(line: Line, details: str) -> tuple:  # type: ignore[type-arg]
    match = _details.search(line.text)
    return line.signs[: match.start()] if match and details else line.signs


def _stated(details: str) -> Keys:
    parts = [part.strip() for part in details.split(",") if part.strip()]
    size = next((part for part in parts if _size.fullmatch(part)), "")
    kind = ", ".join(part for part in parts if part != size)
    return {key: value for key, value in (("type", kind), ("size", size)) if value}


def merged(base: list[Keys], ours: list[Keys], theirs: list[Listed], shown: list[int]) -> MergedList:
    """Return the list of the source with what was changed in the edited file; ``shown`` is the order in the file."""
    places = _places(base, ours, theirs)
    conflicts: list[tuple[str, str]] = []
    kept: dict[int, Keys] = {}
    for one in theirs:
        if one.origin is None:
            continue
        at = places.get(one.origin)
        if at is not None:
            kept[one.origin], clash = _item(base[one.origin], ours[at], one.keys)
            conflicts += clash
        elif one.keys != base[one.origin]:
            conflicts.append(("", one.shown))
    present = {one.origin for one in theirs}
    for origin, at in places.items():
        if origin not in present and ours[at] != base[origin]:
            conflicts.append((text(ours[at]), ""))
    order = [one.origin for one in theirs if one.origin is not None]
    is_moved = order != [origin for origin in shown if origin in order]
    if is_moved and list(places.values()) != sorted(places.values()):
        conflicts.append(("; ".join(map(text, ours)), "; ".join(one.shown for one in theirs)))
    return MergedList(tuple(_sequence(ours, theirs, places, kept, is_moved=is_moved)), tuple(conflicts))


def _item(base: Keys, ours: Keys, theirs: Keys) -> tuple[Keys, list[tuple[str, str]]]:
    result: Keys = {}
    conflicts: list[tuple[str, str]] = []
    for key in dict.fromkeys((*ours, *theirs)):
        versions = base.get(key, ""), ours.get(key, ""), theirs.get(key, "")
        if key in {"", "label"}:
            one = merge(*versions, one_line=True)
            conflicts += one.conflicts
            result[key] = one.text
        elif versions[2] not in {versions[0], versions[1]}:
            result[key] = versions[2]
            if versions[1] != versions[0]:
                conflicts.append((versions[1], versions[2]))
        else:
            result[key] = versions[1]
    return {key: value for key, value in result.items() if value}, conflicts


def _places(base: list[Keys], ours: list[Keys], theirs: list[Listed]) -> dict[int, int]:
    """Return where each published item stands in the source now; those that are gone are left out."""
    places: dict[int, int] = {}
    # Brought back once already, an item is as the edited file has it.
    brought = {one.origin: one.keys for one in theirs if one.origin is not None}
    for versions in (dict(enumerate(base)), brought):
        for index, keys in versions.items():
            same = [at for at, one in enumerate(ours) if one == keys and at not in places.values()]
            if same and index not in places:
                places[index] = index if index in same else same[0]
    new = [one.keys for one in theirs if one.origin is None]
    for index, keys in enumerate(base):
        left = [at for at, one in enumerate(ours) if at not in places.values() and one not in new]
        if index not in places and left:
            best = max(left, key=lambda at: _likeness(_all(ours[at]), _all(keys)))
            if _likeness(_all(ours[best]), _all(keys)) >= _ALIKE:
                places[index] = best
    return dict(sorted(places.items()))


def _sequence(
    ours: list[Keys], theirs: list[Listed], places: dict[int, int], kept: dict[int, Keys], *, is_moved: bool
) -> list[Kept]:
    """Return the items in order: as the source has them, or as the edited file has them where it moved some."""
    origins = {at: origin for origin, at in places.items()}
    removed = {at for at, origin in origins.items() if origin not in kept}
    result: list[Kept] = []
    if is_moved:
        result = [Kept(kept[one.origin], places[one.origin]) for one in theirs if one.origin in kept]
    for at, keys in enumerate(ours):
        if at in removed or any(one.at == at for one in result):
            continue
        origin = origins.get(at)
        new = Kept(keys if origin is None else kept[origin], at)
        before = next((index for index, one in enumerate(result) if one.at == at - 1), None) if is_moved else None
        result.insert(len(result) if before is None else before + 1, new)
    last: int | None = None
    for one in theirs:
        if one.origin is not None:
            last = places.get(one.origin, last)
        elif one.keys not in ours:
            result.insert(_after(result, last), Kept(one.keys, None))
    return result


def _after(result: list[Kept], last: int | None) -> int:
    """Return where a new item goes: after the one at ``last`` and the new ones that follow it already."""
    index = next((index + 1 for index, one in enumerate(result) if one.at == last), 0) if last is not None else 0
    while index < len(result) and result[index].at is None:
        index += 1
    return index
