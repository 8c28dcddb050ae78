"""Changes and conflicts as people read them: by section, with the words that go and come."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from publisher.roundtrip.changes import Change, Comparison, Conflict, ListChange, named
from publisher.roundtrip.items import Keys, text
from publisher.roundtrip.pieces import pieces

Paint = Callable[[str, str], str]
"""Gives words a colour: red, green, yellow, or bold for none."""

Cover = Callable[[str], str]
"""Gives a text without what leads to a person; of single words that could not be known."""

_NOT_SHOWN = "all that differs leads to a person, and is not shown"
_AROUND = 6
"""Words that are shown on both sides of a change."""
_word = re.compile(r"(?:\{\{[^{}]*\}\}|\S)+")


def words(comparison: Comparison) -> Iterator[str]:
    """Yield every text of a comparison, before and after."""
    for one in comparison.changes:
        yield from (one.before, one.after)
    for one_list in comparison.lists:
        yield from (_whole(keys) for keys in (*one_list.before, *(item.keys for item in one_list.after)))
    for conflict in comparison.conflicts:
        yield from (conflict.ours, conflict.theirs)


def lines(comparison: Comparison, cover: Cover, paint: Paint) -> Iterator[str]:
    """Yield the lines that show a comparison; words that go stand in [-…-], words that come in {+…+}."""
    for one in comparison.changes:
        yield paint(f"{_title(one)} ({one.file})", "bold")
        shown = list(difference(cover(one.before), cover(one.after), paint))
        yield from (f"  {line}" for line in shown or [_NOT_SHOWN])
    for one_list in comparison.lists:
        yield paint(f"The {one_list.path[0]} ({one_list.file})", "bold")
        yield from (f"  {line}" for line in list(_items(one_list, cover, paint)) or [_NOT_SHOWN])
    for conflict in comparison.conflicts:
        yield from _conflict(conflict, cover, paint)


def _title(one: Change | Conflict) -> str:
    name = named(one.path)
    return name[:1].upper() + name[1:]


def _conflict(one: Conflict, cover: Cover, paint: Paint) -> Iterator[str]:
    yield paint(f"{_title(one)}: conflict", "yellow")
    yield f"  in the source now: {cover(one.ours).strip() or '(not there)'}"
    yield f"  in the edited file: {cover(one.theirs).strip() or '(not there)'}"


def difference(before: str, after: str, paint: Paint) -> Iterator[str]:
    """Yield a line for each paragraph that changed, with the words around what changed in it."""
    old, new = ([piece.key for piece in pieces(one)] or [""] for one in (before, after))
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if i2 - i1 == j2 - j1:
            yield from (_words(one, two, paint) for one, two in zip(old[i1:i2], new[j1:j2], strict=True))
        else:
            yield _words(" ¶ ".join(old[i1:i2]), " ¶ ".join(new[j1:j2]), paint)


def _words(before: str, after: str, paint: Paint) -> str:
    old, new = (_word.findall(one) for one in (before, after))
    parts: list[str] = []
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for index, (kind, i1, i2, j1, j2) in enumerate(codes):
        if kind == "equal":
            parts += _shortened(old[i1:i2], is_first=index == 0, is_last=index == len(codes) - 1)
            continue
        if i1 < i2:
            parts.append(paint(f"[-{' '.join(old[i1:i2])}-]", "red"))
        if j1 < j2:
            parts.append(paint(f"{{+{' '.join(new[j1:j2])}+}}", "green"))
    return " ".join(parts)


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> list[str]:
    if is_first and is_last:
        return words
    if is_first:
        return words if len(words) <= _AROUND else ["…", *words[-_AROUND:]]
    if is_last:
        return words if len(words) <= _AROUND else [*words[:_AROUND], "…"]
    return words if len(words) <= 2 * _AROUND else [*words[:_AROUND], "…", *words[-_AROUND:]]


def _items(one: ListChange, cover: Cover, paint: Paint) -> Iterator[str]:
    before = [_covered(keys, cover) for keys in one.before]
    kept = [item.at for item in one.after if item.at is not None]
    for index, keys in enumerate(before):
        if index not in kept:
            yield paint(f"[-{text(keys)}-]", "red")
    for item in one.after:
        keys = _covered(item.keys, cover)
        if item.at is None:
            yield paint(f"{{+{text(keys)}+}}", "green")
        elif keys != before[item.at]:
            yield _words(_whole(before[item.at]), _whole(keys), paint)
    if kept != sorted(kept):
        yield f"in the order {', '.join(str(at + 1) for at in kept)}"


def _covered(keys: Keys, cover: Cover) -> Keys:
    return {key: cover(value) for key, value in keys.items()}


def _whole(keys: Keys) -> str:
    return keys[""] if "" in keys else " ".join(f"{key}: {value}" for key, value in keys.items())
