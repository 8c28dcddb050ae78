"""The findings that an old collection already had when it took up the program, so that only new ones are told.

A baseline counts findings by file, rule and key. It holds no words of the sources, so that it can be committed. As a
finding about another identifier in the same place would count as known, those about privacy are never in it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from publisher.diagnostics import Diagnostic
from publisher.errors import PublisherError
from publisher.files import refuse_special
from publisher.redaction import PRIVATE, without_identifiers
from publisher.source import READING

Known = Counter[str]
_VERSION = 2
_ALWAYS_TOLD = (PRIVATE, READING)
"""Of a file that cannot be read nothing else is known, and what leads to a person may not wait."""


def key(one: Diagnostic) -> str:
    """Return what a finding is counted under; its weight too, so that a known warning hides no new error."""
    # A key that an author made up may be an identifier.
    where = without_identifiers(".".join(str(part) for part in one.path))
    return " ".join((one.file, one.code, one.severity, where, one.partnership or "")).rstrip()


def text(found: Iterable[Diagnostic]) -> bytes:
    """Return the baseline of findings as it is written: JSON, in order."""
    counted = Counter(key(one) for one in found if _may_be_known(one))
    value = {"version": _VERSION, "findings": dict(sorted(counted.items()))}
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def load(path: Path) -> Known:
    """Return the findings that a baseline file counts; raises PublisherError where it cannot be read."""
    refuse_special(path, str(path))
    try:
        written = json.loads(path.read_text("utf-8-sig"))
        counted = {str(name): int(number) for name, number in written["findings"].items()}
        known = Counter(counted) if written["version"] == _VERSION else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        known = None
    if known is None:
        raise PublisherError(
            f"`{path}` is not a baseline that this version of the program wrote; restore it, or name another file"
        )
    return known


def new(found: Iterable[Diagnostic], known: Known) -> list[Diagnostic]:
    """Return the findings that go beyond those a baseline counts; those about reading and privacy are always told."""
    left = Counter(known)
    told: list[Diagnostic] = []
    for one in found:
        name = key(one)
        if left[name] > 0 and _may_be_known(one):
            left[name] -= 1
        else:
            told.append(one)
    return told


def _may_be_known(one: Diagnostic) -> bool:
    return not one.waived and not one.code.startswith(_ALWAYS_TOLD)
