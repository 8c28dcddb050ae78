"""The common text has changed under a local edition.

What it does
    Reports a key of a local edition whose common text is no longer the one that it was written over. The digests
    under ``based_on:`` in the local edition say which that was; ``publisher diff SLUG --partnership ID --accept``
    writes them. Line breaks and spaces do not count as a change.

Why it matters
    A local section goes on saying what it said. When the common one takes in new guidance, or mends a mistake, the
    local one does not, and nobody is told.

Example
    A local edition of section 5, and a common section 5 that has a new paragraph since.

Use instead
    A local section that has been read beside the new common one, then accepted.

Source
    A local edition replaces whole texts (docs/decisions/0003-local-editions-as-overlays.md), so that it cannot take
    over later changes by itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.diagnostics import Diagnostic, Path, Severity
from publisher.overlay import item_number
from publisher.source import NAMES, Data, Source

CODE = "BRD011"
NAME = "changed-common-text"
SEVERITY = Severity.WARNING

BASED_ON = "based_on"
"""The key of a local edition under which the digests stand."""
SETTINGS = frozenset({"exclude", BASED_ON})
"""The keys of a local edition that are about it, not part of the briefing."""
_NEW = "new"
"""Stands for a digest where the common text has nothing to replace."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A value of a local edition and the common one in whose place it stands."""

    path: Path
    """In the local edition, where items go by number: ``("sections", "5", "body")``."""
    common_path: Path
    before: Data
    after: Data
    is_new: bool
    """The common text has nothing there."""

    @property
    def name(self) -> str:
        """What the value is called under ``based_on:``, such as ``sections.5.body``."""
        return ".".join(str(part) for part in self.path)

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that stand for the common value, or ``new``."""
        if self.is_new:
            return _NEW
        written = json.dumps(_single_spaced(self.before), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()[:12]


def replacements(common: Source, local: Source) -> list[Replacement]:
    """Return the values of a local edition with what they stand in place of, in the order of the local edition."""
    if not isinstance(local.data, dict):
        return []
    kept = {key: value for key, value in local.data.items() if key not in SETTINGS}
    return list(_under(common.data, kept, (), (), is_new=False))


def _under(common: Data, local: Data, path: Path, common_path: Path, *, is_new: bool) -> Iterator[Replacement]:
    """Follow the local keys as ``overlay.lay_over`` does, down to what is replaced whole."""
    if isinstance(local, dict) and isinstance(common, dict):
        for key, value in local.items():
            below = common.get(key)
            yield from _under(below, value, (*path, key), (*common_path, key), is_new=below is None)
    elif isinstance(local, dict) and isinstance(common, list):
        for key, value in local.items():
            number = item_number(key)
            below = common[number - 1] if 1 <= number <= len(common) else None
            yield from _under(below, value, (*path, key), (*common_path, number - 1), is_new=below is None)
    elif local is not None:
        yield Replacement(path, common_path, common, local, is_new)


def check(common: Source, local: Source, slug: str, partnership: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each value whose common text is not the one that the local edition was based on."""
    recorded = local.data.get(BASED_ON) if isinstance(local.data, dict) else None
    if recorded is None:
        return
    command = f"`publisher diff {slug} --partnership {partnership}`"
    if not isinstance(recorded, dict):
        place = local.place((BASED_ON,), key=True)
        message, hint = f"`{BASED_ON}` is not a set of keys", f"{command} with `--accept` writes it."
        yield Diagnostic(
            "SRC005", NAMES["SRC005"], Severity.ERROR, message, local.name, place.span(), hint, (BASED_ON,)
        )
        return
    for one in replacements(common, local):
        if _has_changed(one, recorded):
            place = local.place(one.path, key=True)
            message = f"look again: the common text under `{one.name}` has changed since this was written"
            hint = f"{command} shows both; once this is right again, add `--accept`."
            yield Diagnostic(CODE, NAME, SEVERITY, message, local.name, place.span(), hint, one.common_path)


def _has_changed(one: Replacement, recorded: dict[str, Data]) -> bool:
    """Whether the common value is not the recorded one, or stands where more or less was recorded."""
    if one.name in recorded:
        return recorded[one.name] != one.digest
    above = (".".join(map(str, one.path[:length])) for length in range(1, len(one.path)))
    return any(name in recorded for name in above) or any(name.startswith(f"{one.name}.") for name in recorded)


def _single_spaced(value: Data) -> Data:
    """Return the value with runs of white space as one space, so that a text may be wrapped anew."""
    if isinstance(value, dict):
        return {key: _single_spaced(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_single_spaced(below) for below in value]
    return " ".join(value.split()) if value is not None else None
